"""Each form of input, whole and damaged: what can be read is read, and what cannot has a row that says so."""

import gzip
import json
import os
import sys
import zlib
from types import SimpleNamespace

import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

import pyarrow.parquet as pq

from newsclean._columns import ColumnError
from newsclean.corpus.inputs import InputError, sources
from newsclean.corpus.readers import separated

RECORDS = [
    {"id": f"a{n}", "url": f"https://example.org/{n}", "text": f"Text number {n}.\nIt has two lines.", "n": n}
    for n in range(3)
]


def zstd(data):
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as packed:
        packed.write(data)
    return sink.getvalue().to_pybytes()


PACKED = {"": bytes, ".gz": gzip.compress, ".zst": zstd}


def lines(records):
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def parquet(records, **options):
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(records), sink, **options)
    return sink.getvalue().to_pybytes()


def ipc(records, new):
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pylist(records)
    with new(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def separated_by(delimiter):
    rows = [list(RECORDS[0]), *([str(value) for value in record.values()] for record in RECORDS)]
    return "".join(delimiter.join(f'"{value}"' for value in row) + "\r\n" for row in rows).encode()


FORMS = {
    "jsonl": lines(RECORDS),
    "json": json.dumps(RECORDS).encode(),
    "csv": b"\xef\xbb\xbf" + separated_by(","),
    "tsv": separated_by("\t"),
    "parquet": parquet(RECORDS),
    "arrow": ipc(RECORDS, pa.ipc.new_file),
    "arrows": ipc(RECORDS, pa.ipc.new_stream),
}


@pytest.mark.parametrize("packing", PACKED)
@pytest.mark.parametrize("suffix", FORMS)
def test_tables_give_their_rows(tmp_path, read, suffix, packing):
    path = tmp_path / f"a.{suffix}{packing}"
    path.write_bytes(PACKED[packing](FORMS[suffix]))
    rows, kept = read(path)
    assert [(row.id, row.url, row.text, row.position) for row in rows] == [
        (record["id"], record["url"], record["text"], n) for n, record in enumerate(RECORDS)
    ]
    assert {row.file for row in rows} == {str(path)}
    assert [str(row["n"]) for row in kept] == ["0", "1", "2"]
    assert kept[0]["text"] == RECORDS[0]["text"]


@pytest.mark.parametrize("packing", PACKED)
@pytest.mark.parametrize(
    ("name", "field"), [("a.txt", "text"), ("a.md", "text"), ("a.html", "html"), ("a.htm", "html"), ("a", "text")]
)
def test_files_are_a_row_each(tmp_path, read, name, field, packing):
    path = tmp_path / f"{name}{packing}"
    path.write_bytes(PACKED[packing](b"caf\xe9 <b>on</b> the river"))
    (row,), _ = read(path)
    assert getattr(row, field) == b"caf\xe9 <b>on</b> the river"


DOCUMENTS = [f"<doc><headline>Ferry {n}</headline><text><p>The ferry sailed at {n}.</p></text></doc>" for n in (1, 2)]
FEED = "<rss><channel>{}</channel></rss>".format("".join(f"<item><title>{n}</title></item>" for n in (1, 2)))
FIELDS = "Ferry sails\n\nSection: News\n\nLength: 19 words\n\nByline: Ana Silva"
RECORD = f"{FIELDS}\n\nBody\n\nIt sailed.\n\nEnd of Document\n\n"


@pytest.mark.parametrize("packing", PACKED)
@pytest.mark.parametrize(
    ("name", "data", "fields"),
    [
        ("a.sgm", "\n".join(DOCUMENTS), DOCUMENTS),
        ("a.html", "".join(DOCUMENTS), DOCUMENTS),
        ("a", "".join(DOCUMENTS), DOCUMENTS),
        ("a.rss", FEED, ["<item><title>1</title></item>", "<item><title>2</title></item>"]),
        ("a.xml", f"<?xml version='1.0' encoding='utf-16'?>{DOCUMENTS[0]}é{DOCUMENTS[1]}".encode("utf-16"), DOCUMENTS),
        ("a.txt", RECORD * 2, [RECORD.strip()] * 2),
    ],
)
def test_exports_are_a_row_for_each_article(tmp_path, read, name, data, fields, packing):
    path = tmp_path / f"{name}{packing}"
    path.write_bytes(PACKED[packing](data if isinstance(data, bytes) else data.encode()))
    rows, _ = read(path)
    assert [(row.position, row.text or row.html) for row in rows] == list(enumerate(fields))
    assert {row.error for row in rows} == {None}


def test_other_xml_is_an_error(tmp_path, read):
    (tmp_path / "a.xml").write_text("<settings><colour>blue</colour></settings>")
    ((row,), _) = read(tmp_path)
    assert row.error == "no page: this XML is in none of the formats that news comes in"


def test_an_article_of_an_export_may_be_too_large(tmp_path, read):
    (tmp_path / "a.xml").write_text(DOCUMENTS[0] + DOCUMENTS[1].replace("sailed", "sailed " * 100))
    rows, _ = read(tmp_path, limit=200)
    assert [row.error for row in rows] == [None, "too large: the limit is 0.0 MB"]


def test_a_folder_is_read_with_all_in_it_in_order(tmp_path, read):
    for name in ("b/c.txt", "b/a.jsonl", "a.txt", "b/.hidden.txt", "b/picture.png", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b'{"text": "x"}')
    rows, _ = read(tmp_path)
    assert [row.file.removeprefix(f"{tmp_path}/") for row in rows] == ["a.txt", "b/a.jsonl", "b/c.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path, read):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("A ferry.")
    rows, _ = read(tmp_path)
    assert [row.file for row in rows] == [str(tmp_path / "b.txt")]


def test_the_output_is_no_input(tmp_path):
    for name in ("a.jsonl", "clean/part-000000.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    assert [source.name for source in sources([str(tmp_path)], None, tmp_path / "clean")] == [str(tmp_path / "a.jsonl")]


def test_the_folder_of_the_output_cannot_be_the_input(tmp_path):
    with pytest.raises(InputError, match="cannot be the input"):
        list(sources([str(tmp_path)], None, tmp_path / "x" / ".."))


def test_patterns_are_read(tmp_path, read):
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_text("x")
    assert len(read(tmp_path / "*.txt")[0]) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [("none.txt", "No such file"), ("*.txt", "no file has such a name"), ("empty", "no file of a known form")],
)
def test_what_is_not_there_is_said(tmp_path, read, name, message):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=message):
        read(tmp_path / name)


def test_addresses_are_read(read):
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    system.pipe(
        {"/news/a.jsonl.gz": gzip.compress(FORMS["jsonl"]), "/news/b.parquet": FORMS["parquet"], "/news/c.png": b""}
    )
    assert [row.file for row in read("memory://news")[0]] == ["memory:///news/a.jsonl.gz"] * 3 + [
        "memory:///news/b.parquet"
    ] * 3
    assert len(read("memory://news/*.gz")[0]) == 3
    with pytest.raises(InputError, match="nothing"):
        read("memory://nothing")


@pytest.mark.parametrize("form", ["jsonl", "parquet", "arrow"])
def test_standard_input_is_read(monkeypatch, read, tmp_path, form):
    path = tmp_path / "a"
    path.write_bytes(FORMS[form])
    with path.open("rb") as stream:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        assert [row.id for row in read("-")[0]] == ["a0", "a1", "a2"]


def test_standard_input_that_is_long_is_not_read_at_once(monkeypatch, read, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(lines({"text": "x" * 1000, "n": n} for n in range(3000)))
    with path.open("rb") as stream:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        rows, kept = read("-")
    assert [row["n"] for row in kept] == list(range(3000))
    assert not any(row.error for row in rows)


class TestColumns:
    def test_are_found_by_their_usual_names_or_named(self, tmp_path, read):
        path = tmp_path / "a.jsonl"
        path.write_bytes(lines([{"Body": "x", "raw_html": "<p>y", "link": "u", "mine": "z"}]))
        (row,), _ = read(path)
        assert (row.text, row.html, row.url) == ("x", "<p>y", "u")
        (row,), _ = read(path, text="mine", url="Body", id="link")
        assert (row.text, row.html, row.url, row.id) == ("z", None, "x", "u")

    def test_that_are_missing_are_said_with_those_there(self, tmp_path, read):
        path = tmp_path / "a.jsonl"
        path.write_bytes(lines([{"titel": "x", "wort": "y"}]))
        assert (
            read(path)[0][0].error
            == "no column: no column looks like a text or a page; there are titel, wort: name one with text or html"
        )
        assert read(path, text="inhalt")[0][0].error == "no column: there is no column 'inhalt'; there are titel, wort"

    def test_a_file_without_them_does_not_cost_the_others(self, tmp_path, read):
        (tmp_path / "a.jsonl").write_bytes(lines([{"titel": "x"}]))
        (tmp_path / "b.jsonl").write_bytes(FORMS["jsonl"])
        assert [bool(row.error) for row in read(tmp_path)[0]] == [True, False, False, False]

    def test_of_texts_may_hold_pages(self, tmp_path, read, page):
        path = tmp_path / "a.jsonl"
        path.write_bytes(lines([{"content": page}, {"content": "<p>One element."}]))
        assert [bool(row.html) for row in read(path)[0]] == [True, False]
        assert [bool(row.html) for row in read(path, text="content")[0]] == [False, False]

    def test_that_go_along_have_one_type(self, tmp_path, read):
        (tmp_path / "a.jsonl").write_bytes(
            lines([{"text": "x", "n": 1, "m": 1, "o": {"a": 1}, "l": ["a"]}, {"text": "x", "m": "b", "p": None}])
        )
        (tmp_path / "b.parquet").write_bytes(parquet([{"text": "x", "n": 2.5, "m": 0.5, "q": 7}]))
        _, kept = read(tmp_path)
        assert [(row["n"], row["m"], row["o"], row["l"], row["q"]) for row in kept] == [
            (1.0, "1", '{"a": 1}', ["a"], None), (None, "b", None, None, None), (2.5, "0.5", None, None, 7)
        ]  # fmt: skip

    def test_that_come_late_are_not_lost(self, tmp_path, read):
        path = tmp_path / "a.jsonl"
        early = [{"text": "x" * 1000, "n": 1}] * 1100
        path.write_bytes(lines([*early, {"text": "x", "n": "two", "late": [1], "\ud800": "\ud800"}]))
        _, kept = read(path)
        assert kept[0]["input_other"] is None
        assert kept[-1]["n"] is None
        assert json.loads(kept[-1]["input_other"].replace("\\ud800", "?")) == {"n": "two", "late": [1], "?": "?"}

    def test_chosen_ones_go_along_and_the_address_always(self, tmp_path, read):
        path = tmp_path / "a.jsonl"
        path.write_bytes(FORMS["jsonl"])
        assert list(read(path, keep=["n"], fields=["title"])[1][0]) == ["url", "n", "input_other"]
        assert list(read(path, keep=[])[1][0]) == ["input_other"]
        with pytest.raises(ColumnError, match="'outlet'"):
            read(path, keep=["outlet"])


class TestDamage:
    def errors(self, rows):
        return [row.error.partition(":")[0] for row in rows if row.error]

    def test_lines_of_json(self, tmp_path, read):
        path = tmp_path / "a.jsonl"
        good = lines(RECORDS[:1])
        bad = [
            b"{broken\n",
            b'{"text": "caf\xe9"}\n',
            b"[1]\n",
            b"\n",
            b'{"id": 1}\n',
            b'{"text": 3}\n',
            b'{"text": null}\n',
            b"[" * 100_000 + b"\n",
        ]
        path.write_bytes(good + b"".join(bad) + good)
        rows, _ = read(path)
        assert self.errors(rows) == ["no JSON", "no UTF-8", "no record", "empty", "no text", "empty", "no JSON"]
        assert (rows[0].text, rows[-1].text, rows[-1].position) == (RECORDS[0]["text"], RECORDS[0]["text"], 9)

    @pytest.mark.parametrize("suffix", ["jsonl", "csv"])
    def test_a_huge_record(self, tmp_path, read, suffix):
        path = tmp_path / f"a.{suffix}"
        huge = {"text": "x" * 7_000_000, "id": "1"}
        if suffix == "jsonl":
            path.write_bytes(lines([{"text": "a"}, huge, {"text": "b"}]))
        else:
            path.write_bytes(b'text,id\n"a",0\n"' + huge["text"].encode() + b'",1\n"b",2\n')
        rows, _ = read(path)
        assert self.errors(rows) == ["too large"]
        assert [row.text for row in rows if not row.error] == ["a", "b"]

    def test_a_huge_file(self, tmp_path, read):
        path = tmp_path / "a.txt.gz"
        path.write_bytes(gzip.compress(b"x" * 5_000_000))
        assert self.errors(read(path)[0]) == ["too large"]

    def test_a_bomb(self, tmp_path, read, monkeypatch):
        monkeypatch.setattr("newsclean.corpus.packing.MOST", 10_000_000)
        monkeypatch.setattr(separated, "MOST", 10_000_000)
        for name in ("a.jsonl.gz", "b.csv.gz"):
            (tmp_path / name).write_bytes(gzip.compress(b'{"text": "a"}\n' * 2 + b'"\n' + b"0" * 20_000_000))
        rows, _ = read(tmp_path, text="text")
        assert [row.error for row in rows if row.file.endswith("a.jsonl.gz")][-1].startswith(
            "damaged: a line of more than"
        )

    def test_gzip_in_the_middle(self, tmp_path, read):
        path = tmp_path / "a.jsonl.gz"
        data = bytearray(gzip.compress(lines({"text": f"{n} {hash(str(n))}"} for n in range(16_000))))
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
        rows, _ = read(path)
        assert len(rows) > 2_000
        # What was unpacked wrongly before the damage showed may be no JSON.
        assert rows[-1].error.startswith("damaged")

    @pytest.mark.parametrize("number", [60, 60_000])
    def test_gzip_loses_nothing_before_the_damage(self, tmp_path, read, number):
        texts = [f"{n} {n * 7919 % 99_991}" for n in range(number)]
        packer = zlib.compressobj(wbits=31)
        head = packer.compress(lines({"text": text} for text in texts)) + packer.flush(zlib.Z_FULL_FLUSH)
        # No block is of a fourth kind.
        (tmp_path / "a.jsonl.gz").write_bytes(head + b"\xff" * 10)
        (tmp_path / "b.jsonl").write_bytes(lines([{"text": "c"}]))
        rows, _ = read(tmp_path)
        assert [row.text for row in rows] == [*texts, None, "c"]
        assert rows[-2].error == "damaged: Error -3 while decompressing data: invalid block type"

    def test_gzip_whose_checksum_tells_too_late(self, tmp_path, read):
        data = bytearray(gzip.compress(lines([{"text": "a ferry"}, {"text": "a bridge"}]), compresslevel=0))
        data[data.index(b"ferry")] = ord("m")
        (tmp_path / "a.jsonl.gz").write_bytes(data)
        (tmp_path / "b.jsonl").write_bytes(lines([{"text": "c"}]))
        rows, _ = read(tmp_path)
        assert [row.text for row in rows] == ["a merry", "a bridge", None, "c"]
        assert rows[2].error.endswith("incorrect data check: what stands before it may be wrong, too")

    @pytest.mark.parametrize("packing", [".gz", ".zst"])
    def test_a_packed_file_that_is_cut_off(self, tmp_path, read, packing):
        path = tmp_path / f"a.jsonl{packing}"
        path.write_bytes(PACKED[packing](lines({"text": f"{n} {hash(str(n))}"} for n in range(12_000)))[:-2000])
        rows, _ = read(path)
        assert len(rows) > 1000
        assert rows[-1].error.startswith("damaged")
        assert rows[0].text.startswith("0 ")

    def test_parquet_that_is_cut_off(self, tmp_path, read):
        (tmp_path / "a.parquet").write_bytes(FORMS["parquet"][:-20])
        (tmp_path / "b.parquet").write_bytes(FORMS["parquet"])
        rows, _ = read(tmp_path)
        assert self.errors(rows) == ["damaged"]
        assert len(rows) == 4

    def test_a_damaged_group_of_parquet(self, tmp_path, read):
        path = tmp_path / "a.parquet"
        records = [{"text": f"{n} {hash(str(n))}"} for n in range(3000)]
        data = bytearray(parquet(records, row_group_size=1000, compression="zstd", use_dictionary=False))
        at = len(data) // 2
        data[at : at + 300] = bytes(300)
        path.write_bytes(data)
        rows, _ = read(path)
        assert self.errors(rows) == ["damaged"]
        assert [row.text for row in rows if not row.error][-1000:] == [record["text"] for record in records[2000:]]
        assert rows[-1].position == 2999

    @pytest.mark.parametrize("suffix", ["jsonl", "csv", "jsonl.gz", "json"])
    def test_an_empty_file(self, tmp_path, read, suffix):
        (tmp_path / f"a.{suffix}").write_bytes(b"")
        (tmp_path / "b.jsonl").write_bytes(FORMS["jsonl"])
        assert len(read(tmp_path)[0]) == 3

    @pytest.mark.parametrize("suffix", ["parquet", "arrow", "arrows"])
    def test_an_empty_file_that_cannot_be_empty(self, tmp_path, read, suffix):
        (tmp_path / f"a.{suffix}").write_bytes(b"")
        (tmp_path / "b.jsonl").write_bytes(FORMS["jsonl"])
        rows, _ = read(tmp_path)
        assert rows[0].error == "damaged: there is nothing in it"
        assert len(rows) == 4

    def test_records_of_a_table_that_are_not_like_the_first(self, tmp_path, read):
        path = tmp_path / "a.csv"
        path.write_bytes(b'id,text\n1,"say ""no"", they say"\n2\n3,a,b\n4,caf\xe9\n\n5,6" pipe\n6,"two\nlines"\n')
        rows, _ = read(path)
        assert [row.text for row in rows if not row.error] == ['say "no", they say', '6" pipe', "two\nlines"]
        assert self.errors(rows) == ["no record", "no record", "no UTF-8"]

    def test_a_file_that_cannot_be_opened(self, tmp_path, read):
        (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
        with pytest.raises(InputError, match="cannot read"):
            read(tmp_path)


def test_the_process_keeps_its_limit_of_csv(tmp_path, read):
    import csv

    (tmp_path / "a.csv").write_bytes(b"text\n" + b"x" * 500_000)
    before = csv.field_size_limit()
    assert len(read(tmp_path / "a.csv")[0][0].text) == 500_000
    assert csv.field_size_limit() == before


def test_parts_are_the_same_each_time(tmp_path):
    from newsclean.arrow import ARTICLE
    from newsclean.corpus.parts import parts
    from newsclean.corpus.survey import surveyed

    for name in ("a.jsonl", "b.parquet", "c.csv"):
        (tmp_path / name).write_bytes(FORMS[name[2:]])
    files = list(sources([str(tmp_path)], None, tmp_path / "out"))

    def made():
        return [
            (part.number, len(part.rows), part.digest)
            for part in parts(files, surveyed(files, {}, None, ARTICLE.names, 1000), 4)
        ]

    first = made()
    assert [size for _, size, _ in first] == [4, 4, 1]
    assert made() == first
    (tmp_path / "c.csv").write_bytes(FORMS["csv"].replace(b"number 2", b"number 3"))
    assert made()[:2] == first[:2]
    assert made()[2] != first[2]


@pytest.mark.parametrize(
    ("header", "columns"),
    [("text,a,a,a", ["text", "a", "a_2", "a_3"]), ("a_2,a,a,text", ["a_2", "a", "a_3", "text"])],
)
def test_columns_of_one_name_are_all_kept(tmp_path, read, header, columns):
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\n1,2,3,4\n")
    _, (kept,) = read(path)
    assert kept == dict(zip(columns, "1234", strict=True))
