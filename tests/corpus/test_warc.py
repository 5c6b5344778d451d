"""WARC: which records are pages, how they were sent, and what damage costs."""

import gzip
import io
import zlib

import pytest

pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

HTML = "<html><body><p>Überschrift: Der Zug fährt wieder über die Brücke.</p></body></html>"


UTF_8 = "Content-Type: text/html; charset=utf-8"


def record(payload, *, kind="response", headers=(UTF_8,), status="200 OK", number=0):
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers]).encode() + b"\r\n\r\n"
    content = head + payload
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2024-05-01T06:30:00Z\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n"
        ).encode()
        + content
        + b"\r\n\r\n"
    )


def info():
    head = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n"
    return f"{head}Content-Length: 4\r\n\r\na: b\r\n\r\n".encode()


@pytest.fixture
def pages(tmp_path, read):
    def rows(*records, name="a.warc", packed=bytes):
        path = tmp_path / name
        path.write_bytes(b"".join(packed(data) for data in records))
        return read(path)

    return rows


@pytest.mark.parametrize(("name", "packed"), [("a.warc", bytes), ("a.warc.gz", gzip.compress), ("a", bytes)])
def test_pages_among_the_responses(pages, name, packed):
    rows, kept = pages(
        info(),
        record(HTML.encode(), number=1),
        record(HTML.encode(), kind="request", number=2),
        record(b"\x89PNG", headers=["Content-Type: image/png"], number=3),
        record(b"<!doctype html><p>x", headers=[], status="404 Not Found", number=4),
        record(b"<p>", headers=["content-type:application/xhtml+xml"], number=5),
        name=name,
        packed=packed,
    )
    assert [(row.id, row.url, row.position) for row in rows] == [
        (f"<urn:uuid:{n}>", f"https://example.org/{n}", n) for n in (1, 4, 5)
    ]
    assert rows[0].html == HTML
    assert kept[1] == {"warc_date": "2024-05-01T06:30:00Z", "http_status": 404}


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("text/html; charset=ISO-8859-1", "cp1252"),
        ('text/html;charset="windows-1251"', "cp1252"),
        ("text/html; charset=gb2312", "gb18030"),
    ],
)
def test_the_header_tells_the_charset(pages, header, encoding):
    page = HTML if encoding != "gb18030" else HTML.replace("Brücke", "大桥")
    text = page if "1251" not in header else "<p>Поезд снова едет.</p>"
    data = text.encode("cp1251" if "1251" in header else encoding)
    rows, _ = pages(record(data, headers=[f"Content-Type: {header}"]))
    assert rows[0].html == text


@pytest.mark.parametrize("header", ["text/html; charset=utf-8", "text/html; charset=klingon", "text/html"])
def test_a_charset_that_does_not_fit_is_left_to_the_page(pages, header):
    data = HTML.encode("latin-1")
    rows, _ = pages(record(data, headers=[f"Content-Type: {header}"]))
    assert rows[0].html == data


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        (
            ["Transfer-Encoding: chunked"],
            b"5\r\n"
            + HTML.encode()[:5]
            + b"\r\n%x;a=b\r\n" % len(HTML.encode()[5:])
            + HTML.encode()[5:]
            + b"\r\n0\r\n\r\n",
        ),
        (["Transfer-Encoding: chunked"], HTML.encode()),
        (["Content-Encoding: gzip"], gzip.compress(HTML.encode())),
        (["Content-Encoding: deflate"], zlib.compress(HTML.encode())),
        (["Content-Encoding: gzip"], HTML.encode()),
        (["Content-Encoding: br"], HTML.encode()),
    ],
)
def test_pages_as_they_were_sent(pages, headers, sent):
    rows, _ = pages(record(sent, headers=["Content-Type: text/html; charset=utf-8", *headers]))
    assert rows[0].html == HTML


def test_packing_that_is_not_known_is_said(pages):
    rows, _ = pages(record(bytes(range(128, 256)), headers=["Content-Type: text/html", "Content-Encoding: br"]))
    assert rows[0].error == "damaged: the page is packed by br"


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_pages_that_are_too_large(pages, packing):
    data = b"<p>" + b"x" * 5_000_000
    sent = gzip.compress(data) if packing else data
    rows, _ = pages(
        record(sent, headers=["Content-Type: text/html", f"Content-Encoding: {packing}"]),
        record(HTML.encode(), number=1),
    )
    assert [(row.error or "").partition(":")[0] for row in rows] == ["too large", ""]


def test_damage_costs_one_record_of_a_gzipped_file(pages):
    packed = [bytearray(gzip.compress(record(HTML.encode(), number=n))) for n in range(5)]
    packed[2][len(packed[2]) // 2] ^= 0xFF
    rows, _ = pages(b"".join(packed), name="a.warc.gz")
    assert [row.id or row.error.partition(":")[0] for row in rows] == [
        "<urn:uuid:0>", "<urn:uuid:1>", "damaged", "<urn:uuid:3>", "<urn:uuid:4>"
    ]  # fmt: skip


def test_a_record_that_is_not_what_its_checksum_is_of_is_none(pages):
    packed = [bytearray(gzip.compress(record(HTML.encode(), number=n), compresslevel=0)) for n in range(4)]
    for broken in (1, 3):
        packed[broken][packed[broken].index(b"Zug")] = ord("B")
    rows, _ = pages(b"".join(packed), name="a.warc.gz")
    assert [row.id or row.error.partition(":")[0] for row in rows] == [
        "<urn:uuid:0>", "damaged", "<urn:uuid:2>", "damaged"
    ]  # fmt: skip


def test_damage_costs_one_record_of_a_plain_file(pages):
    broken = record(HTML.encode(), number=1).replace(b"Content-Length: ", b"Content-Length: x")
    rows, _ = pages(
        record(HTML.encode()), broken, record(HTML.encode(), number=2), b"garbage\r\n", record(HTML.encode(), number=3)
    )
    assert [row.id or "damaged" for row in rows] == [
        "<urn:uuid:0>",
        "damaged",
        "<urn:uuid:2>",
        "damaged",
        "<urn:uuid:3>",
    ]


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_a_file_that_is_cut_off(pages, packed):
    data = packed(record(HTML.encode())) + packed(record(HTML.encode(), number=1))[:-30]
    rows, _ = pages(data, name="a.warc")
    assert [row.id or row.error.partition(":")[0] for row in rows] == ["<urn:uuid:0>", "damaged"]


def test_what_another_library_wrote(tmp_path, read):
    warcio = pytest.importorskip("warcio", reason="needs warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    assert warcio
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n in range(3):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/{n}", "response", payload=io.BytesIO(HTML.encode()), http_headers=headers
                )
            )
    rows, _ = read(path)
    assert [(row.url, row.html) for row in rows] == [(f"https://example.org/{n}", HTML) for n in range(3)]
