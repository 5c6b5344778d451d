"""The command, as a user meets it."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from generators import PROSE

import newsclean
from newsclean import Article, CleaningError, Segment
from newsclean.cli import main
from newsclean.commands.saying import visible
from newsclean.formats.cells import cells
from newsclean.views.terminal import explanation

PAGE = """\
Bridge reopens after two years

ShareTweetEmail

The bridge over the river reopened on Monday after two years of repairs, the city's council said.

Drivers had taken the long way round through the valley since the flood, which carried off a pillar.
"""
TITLE = "Bridge reopens after two years"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def titles(text):
    return [json.loads(line)["title"] for line in text.splitlines()]


def fake_stdin(monkeypatch, data: bytes):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


class TestClean:
    def test_writes_json_lines_by_default(self, page, capsys):
        assert main(["clean", str(page)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [json.loads(line) for line in lines] == [newsclean.clean(PAGE).to_dict()]

    @pytest.mark.parametrize(
        ("form", "start"),
        [
            ("json", "[\n{"),
            ("text", TITLE + "\n\n"),
            ("markdown", f"# {TITLE}\n"),
            ("schema-org", '[\n{\n  "@context"'),
        ],
    )
    def test_writes_other_formats(self, page, capsys, form, start):
        assert main(["clean", str(page), "--format", form]) == 0
        assert capsys.readouterr().out.startswith(start)

    def test_writes_to_a_file(self, page, tmp_path, capsys):
        output = tmp_path / "out.txt"
        assert main(["clean", str(page), "--format", "text", "--output", str(output)]) == 0
        assert output.read_text("utf-8") == newsclean.clean(PAGE).to_text() + "\n"
        assert capsys.readouterr().out == ""

    def test_a_folder_stands_for_its_text_files_in_order(self, tmp_path, capsys):
        for name in ("b.txt", "a.txt", "c.md"):
            (tmp_path / name).write_text(PAGE.replace("Bridge", f"Bridge {name}"), "utf-8")
        assert main(["clean", str(tmp_path)]) == 0
        expected = [TITLE.replace("Bridge", "Bridge a.txt"), TITLE.replace("Bridge", "Bridge b.txt")]
        assert titles(capsys.readouterr().out) == expected

    def test_reads_standard_input(self, monkeypatch, capsys):
        fake_stdin(monkeypatch, PAGE.encode("utf-16"))
        assert main(["clean", "-", "--format", "text"]) == 0
        assert capsys.readouterr().out.startswith(TITLE)

    def test_cleans_the_others_when_a_file_cannot_be_read(self, page, tmp_path, capsys):
        missing = tmp_path / "missing.txt"
        assert main(["clean", str(missing), str(page)]) == 1
        output = capsys.readouterr()
        assert output.err == f"newsclean: cannot read {missing}: No such file or directory\n"
        assert json.loads(output.out)["title"] == TITLE

    def test_names_a_folder_without_texts(self, page, tmp_path, capsys):
        empty = tmp_path / "empty"
        empty.mkdir()
        assert main(["clean", str(empty), str(page)]) == 1
        output = capsys.readouterr()
        complaint = f"newsclean: cannot read {empty}: there is no *.txt or *.html file in this folder"
        assert output.err == f"{complaint}; --recursive reads the folders in it\n"
        assert json.loads(output.out)["title"] == TITLE
        assert main(["clean", "--recursive", str(empty)]) == 1
        assert capsys.readouterr().err == f"{complaint}\n"

    def test_a_path_with_a_null_byte_is_one_line(self, page, capsys):
        assert main(["clean", "a\0b", str(page)]) == 1
        output = capsys.readouterr()
        assert output.err.startswith("newsclean: cannot read a\\x00b: ")
        assert output.err.count("\n") == 1

    def test_does_not_overwrite_what_it_is_to_read(self, page, capsys):
        assert main(["clean", str(page), "--output", str(page)]) == 1
        assert capsys.readouterr().err == f"newsclean: cannot write {page}: it is one of the files to be read\n"
        assert page.read_text("utf-8") == PAGE

    def test_an_output_inside_the_folder_is_not_read(self, page, capsys):
        output = page.parent / "a.txt"
        assert main(["clean", str(page.parent), "--output", str(output)]) == 0
        assert len(output.read_text("utf-8").splitlines()) == 1
        assert capsys.readouterr().err == ""

    def test_an_output_that_cannot_be_written_is_one_line(self, page, tmp_path, capsys):
        output = tmp_path / "no" / "out.txt"
        assert main(["clean", str(page), "--output", str(output)]) == 1
        assert capsys.readouterr().err == f"newsclean: cannot write {output}: No such file or directory\n"

    def test_leaves_out_cleaners(self, page, capsys):
        assert main(["clean", str(page), "--without", "share", "--without", "sections"]) == 0
        removed = json.loads(capsys.readouterr().out)["removed"]
        assert "sections" not in {one["cleaner"] for one in removed}
        assert "share" not in {one["kind"] for one in removed}

    def test_an_unknown_cleaner_is_a_usage_error(self, page, capsys):
        with pytest.raises(SystemExit) as stop:
            main(["clean", str(page), "--without", "weather"])
        assert stop.value.code == 2
        assert "no cleaner named 'weather'; there are encoding, " in capsys.readouterr().err

    def test_removes_own_phrases(self, page, tmp_path, capsys):
        page.write_text(PAGE + "\nPass it on\n", "utf-8")
        mine = tmp_path / "mine.toml"
        mine.write_text("[clutter.share]\nwhole = ['pass it on']\n", "utf-8")
        assert main(["clean", str(page), "--phrases", str(mine)]) == 0
        removed = json.loads(capsys.readouterr().out)["removed"]
        assert [(one["text"], one["kind"]) for one in removed if one["cleaner"] == "phrases"] == [
            ("Pass it on", "share")
        ]
        assert main(["explain", str(page), "--phrases", str(mine)]) == 0
        assert "[- share, phrases: Pass it on -]" in capsys.readouterr().out

    @pytest.mark.parametrize("command", ["clean", "explain", "run"])
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (None, "cannot read mine.toml: No such file"),
            ("[clutter.shar]\nwhole = ['a b']", "no list 'clutter.shar.whole'"),
        ],
    )
    def test_what_is_wrong_with_them_is_a_usage_error(self, page, capsys, monkeypatch, command, content, message):
        monkeypatch.chdir(page.parent)
        if content:
            Path("mine.toml").write_text(content, "utf-8")
        with pytest.raises(SystemExit) as stop:
            main([command, str(page), "--phrases", "mine.toml", *(["-o", "out"] if command == "run" else [])])
        assert stop.value.code == 2
        assert message in capsys.readouterr().err
        assert not Path("out").exists()

    def test_prefers_what_is_asked_for(self, page, capsys):
        for prefer in ("precision", "recall"):
            assert main(["clean", str(page), "--prefer", prefer]) == 0
            assert json.loads(capsys.readouterr().out) == newsclean.clean(PAGE, prefer=prefer).to_dict()


class TestHtml:
    HTML = f"<html lang=en><body><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n")[2:])

    @pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml", "page.txt"])
    def test_html_is_known_by_name_or_beginning(self, tmp_path, capsys, name):
        (tmp_path / name).write_text(self.HTML, "utf-8")
        assert main(["clean", str(tmp_path / name), "--url", "https://a.example/b"]) == 0
        article = json.loads(capsys.readouterr().out)
        assert article == newsclean.clean_html(self.HTML, url="https://a.example/b").to_dict()
        assert (article["title"], article["url"]) == (TITLE, "https://a.example/b")

    def test_html_can_be_said_to_be_text_and_text_html(self, tmp_path, capsys):
        path = tmp_path / "page.html"
        path.write_text(self.HTML, "utf-8")
        assert main(["clean", str(path), "--input", "text"]) == 0
        assert json.loads(capsys.readouterr().out) == newsclean.clean(self.HTML).to_dict()
        path.write_text(PAGE.replace(TITLE, f"<h1>{TITLE}</h1>"), "utf-8")
        assert main(["explain", str(path), "--input", "html"]) == 0
        assert "<h1>" not in capsys.readouterr().out

    def test_a_folder_stands_for_its_pages_too(self, page, capsys):
        (page.parent / "a.html").write_text(self.HTML, "utf-8")
        assert main(["clean", str(page.parent)]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 2

    def test_what_is_no_page_is_named_and_the_others_are_cleaned(self, page, tmp_path, capsys):
        path = tmp_path / "page.html"
        path.write_bytes(b"%PDF-1.7")
        assert main(["clean", str(path), str(page)]) == 1
        output = capsys.readouterr()
        complaint = "no text: this is a PDF file; take the text out of it first, as with pdftotext"
        assert output.err == f"newsclean: cannot read {path}: {complaint}\n"
        assert json.loads(output.out)["title"] == TITLE
        assert main(["explain", str(path)]) == 1

    @pytest.mark.parametrize(
        "start",
        [
            "<?xml version='1.0' encoding='{0}'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
            "\n<?xml version='1.0'?><!-- saved > here --><?xml-stylesheet href='a.css'?>\n<!DOCTYPE html PUBLIC 'x'>",
            "<!-- saved from the post --><HTML lang=en>",
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_xhtml_is_known_by_its_beginning(self, monkeypatch, capsys, start, encoding):
        page = start.format(encoding) + self.HTML.removeprefix("<html lang=en>")
        fake_stdin(monkeypatch, page.encode(encoding))
        assert main(["clean", "-"]) == 0
        assert json.loads(capsys.readouterr().out) == newsclean.clean_html(page.encode(encoding)).to_dict()

    def test_an_address_is_for_one_page(self, page, capsys):
        for paths in ([str(page), str(page)], [str(page.parent)]):
            with pytest.raises(SystemExit) as stop:
                main(["clean", *paths, "--url", "https://a.example"])
            assert stop.value.code == 2
            assert "--url" in capsys.readouterr().err


class TestInput:
    """Whatever is given: it is cleaned, or named with what to do instead."""

    def refused(self, capsys, *arguments):
        for name in ("clean", "explain"):
            assert main([name, *arguments]) == 1
            output = capsys.readouterr()
            assert output.out == ""
            assert output.err.count("\n") == 1
        return output.err.removeprefix("newsclean: cannot read ").removesuffix("\n")

    def test_an_empty_path_is_no_folder(self, page, capsys, monkeypatch):
        monkeypatch.chdir(page.parent)
        assert self.refused(capsys, "") == "'': the path is empty"

    def test_an_address_is_no_file(self, capsys):
        url = "https://a.example/b?c=1&d"
        assert self.refused(capsys, url) == (
            f"{url}: newsclean reads files; try: curl -sL '{url}' | newsclean clean - --input html --url '{url}'"
        )

    def test_a_name_that_is_too_long_is_named(self, page, capsys):
        name = "n" * 300
        assert self.refused(capsys, name) == f"{name}: File name too long"
        assert main(["clean", name, str(page)]) == 1
        assert titles(capsys.readouterr().out) == [TITLE]

    def test_a_line_break_in_a_name_is_shown_by_its_code(self, capsys):
        assert self.refused(capsys, "a\nb\x9b") == "a\\nb\\x9b: No such file or directory"

    @pytest.mark.parametrize(
        ("data", "complaint"),
        [
            (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "this is a picture; read the text in it first"),
            (b"%PDF-1.7\n", "this is a PDF file; take the text out of it first, as with pdftotext"),
            (b"PK\x03\x04abc", "this is a ZIP archive or an office document; unpack it, or save it as text or HTML"),
            (bz2.compress(PAGE.encode()), "this is compressed by bzip2; unpack it first"),
            (lzma.compress(PAGE.encode()), "this is compressed by xz; unpack it first"),
            (gzip.compress(gzip.compress(PAGE.encode())), "this is gzipped; unpack it first"),
            (b"a.txt".ljust(257, b"\0") + b"ustar\0" + PAGE.encode(), "this is a tar archive; unpack it first"),
            (zlib.compress(PAGE.encode() + bytes(range(256))), "this is a binary file; take the text out of it first"),
            (b"\0\0\0", "this is a binary file; take the text out of it first"),
        ],
    )
    @pytest.mark.parametrize("options", [[], ["--input", "text"]])
    def test_other_kinds_of_file_are_named(self, tmp_path, capsys, data, complaint, options):
        path = tmp_path / "page.txt"
        path.write_bytes(data)
        assert self.refused(capsys, str(path), *options).startswith(f"{path}: no text: {complaint}")

    FEED = "a feed or a sitemap; fetch the pages that it links to"
    JSON = "JSON; take out the texts first, each into a file of its own"
    LINES = '{"title": "a", "text": "b"}\n{"title": "c"}\n'

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            (LINES, JSON.replace("JSON", "JSON Lines")),
            (
                "\ufeff" + LINES + '{"title": "cut o',
                JSON.replace("JSON", "JSON Lines"),
            ),
            ('[\n{"title": "a"}\n]', JSON),
            (
                '<?xml version="1.0"?>\n<rss version="2.0"><channel>',
                FEED,
            ),
            ("<!-- a --><feed xmlns='x'>", FEED),
            ("<urlset><url>", FEED),
        ],
    )
    @pytest.mark.parametrize("name", ["page.txt", "page.html"])
    def test_many_articles_in_one_file_are_none(self, tmp_path, capsys, text, kind, name):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        assert self.refused(capsys, str(path)) == f"{path}: this is {kind} (--input text reads it all the same)"
        assert main(["clean", str(path), "--input", "text"]) == 0
        assert json.loads(capsys.readouterr().out) == newsclean.clean(text.encode()).to_dict()

    @pytest.mark.parametrize(
        "start",
        [
            "",
            "[Photo: Ana Silva]\n\n",
            '{"@context": "https://schema.org"}\n{"@type": "NewsArticle"}\n\n',
            "{{title}}\n",
            "<p>A feed's text</p>\n",
            "A rest of \x08\x01 damage\n",
            "\x1b$B\x1b(B" * 50,
            "\ufffd" * 200 + "\n\n",
            "a\0b\0" * 200,
            # Neither takes long to see through.
            "<!-- -->" * 500,
            " \n" * 2000,
        ],
    )
    def test_text_with_something_odd_in_it_is_text(self, tmp_path, capsys, start):
        path = tmp_path / "page.txt"
        path.write_text(start + PAGE, "utf-8")
        assert main(["clean", str(path)]) == 0
        assert json.loads(capsys.readouterr().out) == newsclean.clean(start + PAGE).to_dict()

    @pytest.mark.parametrize("encoding", ["utf-16", "iso2022_jp"])
    def test_text_that_is_not_like_ascii_is_text(self, tmp_path, capsys, encoding):
        path = tmp_path / "page.txt"
        path.write_bytes("\n\n".join(PROSE["ja"][0]["paragraphs"]).encode(encoding))
        assert main(["clean", str(path)]) == 0
        assert json.loads(capsys.readouterr().out) == newsclean.clean(path.read_bytes()).to_dict()

    def test_gzipped_files_are_unpacked(self, tmp_path, capsys, monkeypatch):
        (tmp_path / "a.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
        (tmp_path / "b.HTML.gz").write_bytes(gzip.compress(f"<h1>{TITLE}</h1><p>Lines.".encode()))
        (tmp_path / "c.tar.gz").write_bytes(b"")
        assert main(["clean", str(tmp_path)]) == 0
        text, html = map(json.loads, capsys.readouterr().out.splitlines())
        assert text == newsclean.clean(PAGE).to_dict()
        assert html == newsclean.clean_html(f"<h1>{TITLE}</h1><p>Lines.").to_dict()
        fake_stdin(monkeypatch, gzip.compress(PAGE.encode()))
        assert main(["clean", "-"]) == 0
        assert json.loads(capsys.readouterr().out) == text

    @pytest.mark.parametrize(
        "damage", [lambda data: data[:-9], lambda data: data[:15] + b"\xff" * 9, lambda _: b"\x1f\x8b"]
    )
    def test_a_damaged_gzipped_file_is_named(self, page, capsys, damage):
        page.write_bytes(damage(gzip.compress(PAGE.encode())))
        assert self.refused(capsys, str(page)).startswith(f"{page}: it is gzipped and damaged: ")

    def test_a_page_above_the_limit_is_named(self, page, capsys):
        page = page.with_suffix(".html")
        page.write_text(f"<h1>Ferry sold</h1>{'<br>' * 30_000}", "utf-8")
        assert self.refused(capsys, str(page), "--limit", "0.1").endswith(
            "no page: it has 0.1 MB, and the limit is 0.1 MB"
        )

    def test_a_gzipped_file_holds_only_so_much(self, page, capsys):
        with gzip.open(page, "wb", compresslevel=1) as file:
            for _ in range(101):
                file.write(b" " * 1_000_000)
        assert self.refused(capsys, str(page)) == f"{page}: it is gzipped and holds more than 100 MB"

    def test_a_cleaner_that_fails_is_named_and_the_others_are_cleaned(self, page, capsys, monkeypatch):
        def clean(text, **_):
            if "Stop" in text:
                step, reason = "tags", ValueError("no luck")
                raise CleaningError(step, text, None, reason)
            return Article(title=TITLE)

        monkeypatch.setattr(newsclean, "clean", clean, raising=False)
        other = page.with_name("other.txt")
        other.write_text("Stop here.", "utf-8")
        assert main(["clean", str(other), str(page)]) == 1
        output = capsys.readouterr()
        assert (
            output.err
            == f"newsclean: cannot clean {other}: step 'tags' failed on the text 'Stop here.': ValueError: no luck\n"
        )
        assert titles(output.out) == [TITLE]
        assert main(["explain", str(other)]) == 1


class TestFolders:
    @pytest.fixture
    def folder(self, tmp_path):
        for name in ("b.txt", "a/z.txt", "a/b/c.html", ".hidden.txt", ".hidden/d.txt", "a/.e.txt", "a/f.md"):
            path = tmp_path / "folder" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.replace(TITLE, f"{TITLE}: {name}", 1), "utf-8")
        return tmp_path / "folder"

    def test_folders_in_a_folder_are_read_where_asked_for(self, folder, capsys):
        assert main(["clean", str(folder)]) == 0
        assert titles(capsys.readouterr().out) == [f"{TITLE}: b.txt"]
        for option in ("-r", "--recursive"):
            assert main(["clean", option, str(folder)]) == 0
            assert titles(capsys.readouterr().out) == [
                f"{TITLE}: {name}" for name in ("a/b/c.html", "a/z.txt", "b.txt")
            ]

    @pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
    def test_links(self, folder, capsys):
        (folder / "a" / "loop").symlink_to("..")
        (folder / "link.txt").symlink_to("b.txt")
        (folder / "nowhere.txt").symlink_to("missing")
        (folder.parent / "link").symlink_to("folder")
        assert main(["clean", "-r", str(folder.parent / "link")]) == 1
        output = capsys.readouterr()
        assert output.err == f"newsclean: cannot read {folder.parent}/link/nowhere.txt: No such file or directory\n"
        assert titles(output.out) == [f"{TITLE}: {name}" for name in ("a/b/c.html", "a/z.txt", "b.txt", "b.txt")]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
    def test_only_regular_files_of_a_folder_are_read(self, folder, capsys):
        os.mkfifo(folder / "pipe.txt")
        (folder / "folder.txt").mkdir()
        assert main(["clean", str(folder)]) == 0
        assert titles(capsys.readouterr().out) == [f"{TITLE}: b.txt"]

    def test_a_folder_that_cannot_be_read_is_named(self, folder, page, capsys, monkeypatch):
        scandir = os.scandir

        def refusing(path):
            if os.fspath(path).endswith("a"):
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
        assert main(["clean", str(folder / "a"), str(page)]) == 1
        output = capsys.readouterr()
        assert output.err == f"newsclean: cannot read {folder}/a: Permission denied\n"
        assert titles(output.out) == [TITLE]
        assert main(["clean", "-r", str(folder)]) == 1
        assert titles(capsys.readouterr().out) == [f"{TITLE}: b.txt"]


class TestOutput:
    """A file is whole, or as it was before."""

    @pytest.fixture
    def old(self, tmp_path):
        (tmp_path / "out").mkdir()
        path = tmp_path / "out" / "articles.jsonl"
        path.write_text("old", "utf-8")
        return path

    def untouched(self, old):
        return old.read_text("utf-8") == "old" and list(old.parent.iterdir()) == [old]

    def test_a_file_is_replaced_when_all_is_written(self, page, old, monkeypatch):
        def written(articles, stream, form):
            stream.write("new")
            stream.flush()
            assert old.read_text("utf-8") == "old"
            return write(articles, stream, form)

        from newsclean.formats import write

        monkeypatch.setattr("newsclean.commands.clean.write", written)
        assert main(["clean", str(page), "-o", str(old), "-f", "text"]) == 0
        assert old.read_text("utf-8") == "new" + newsclean.clean(PAGE).to_text() + "\n"
        assert list(old.parent.iterdir()) == [old]

    @pytest.mark.parametrize(
        ("error", "code", "complaint"),
        [
            (KeyboardInterrupt(), 130, "interrupted"),
            (OSError(28, "No space left on device"), 1, "cannot write {0}: No space left on device"),
        ],
    )
    def test_a_file_stays_as_it_was_when_something_goes_wrong(
        self, page, old, capsys, monkeypatch, error, code, complaint
    ):
        def failing(articles, stream, form):  # noqa: ARG001
            stream.write("half")
            raise error

        monkeypatch.setattr("newsclean.commands.clean.write", failing)
        assert main(["clean", str(page), "--output", str(old)]) == code
        assert capsys.readouterr().err == f"newsclean: {complaint.format(old)}\n"
        assert self.untouched(old)

    def test_a_name_mistyped_does_not_cost_an_earlier_result(self, old, capsys):
        assert main(["clean", "mistyped.txt", "--output", str(old)]) == 1
        assert capsys.readouterr().err == (
            "newsclean: cannot read mistyped.txt: No such file or directory\n"
            f"newsclean: cannot write {old}: there is no article to write\n"
        )
        assert self.untouched(old)

    @pytest.mark.parametrize(("name", "shown"), [("", "''"), ("new/", "new/")])
    def test_a_name_that_is_none(self, page, capsys, monkeypatch, name, shown):
        monkeypatch.chdir(page.parent)
        assert main(["clean", str(page), "-o", name]) == 1
        assert capsys.readouterr().err == f"newsclean: cannot write {shown}: it names no file\n"
        assert list(page.parent.iterdir()) == [page]

    @pytest.mark.skipif(os.name != "posix", reason="permissions and links differ elsewhere")
    def test_permissions_and_links_stay(self, page, old):
        old.chmod(0o640)
        link, fresh, dangling = (old.parent.parent / name for name in ("link", "fresh", "dangling"))
        link.symlink_to(old)
        dangling.symlink_to(fresh)
        for output in (link, dangling):
            assert main(["clean", str(page), "-o", str(output)]) == 0
            assert output.is_symlink()
            assert titles(output.read_text("utf-8")) == [TITLE]
        assert old.stat().st_mode & 0o777 == 0o640
        page.with_name("usual").touch()
        assert fresh.stat().st_mode == page.with_name("usual").stat().st_mode

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("articles.jsonl", "Permission denied"),
            (".newsclean-", "no file can be made in its folder (Permission denied)"),
        ],
    )
    def test_a_file_that_may_not_be_written_to_is_not_replaced(self, page, old, capsys, monkeypatch, name, reason):
        # Root may write to all files; what opening says is what counts.
        opening = type(old).open

        def refusing(path, *arguments, **options):
            if path.name.startswith(name):
                raise PermissionError(13, "Permission denied", path)
            return opening(path, *arguments, **options)

        monkeypatch.setattr(type(old), "open", refusing)
        assert main(["clean", str(page), "-o", str(old)]) == 1
        assert capsys.readouterr().err == f"newsclean: cannot write {old}: {reason}\n"
        monkeypatch.undo()
        assert self.untouched(old)


class TestExplain:
    def test_shows_metadata_kept_text_and_removals(self, page, capsys):
        assert main(["explain", str(page)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].split(maxsplit=1) == ["title", TITLE]
        assert f"[= title: {TITLE} =]" in lines
        assert "[- share, clutter: ShareTweetEmail -]" in lines
        assert PAGE.splitlines()[4] in lines

    def test_has_no_escape_codes_unless_in_a_terminal(self, page, capsys, monkeypatch):
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert main(["explain", str(page)]) == 0
        assert "\x1b" not in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("environment", "options", "coloured"),
        [
            ({}, [], True),
            ({}, ["--color", "never"], False),
            ({"NO_COLOR": "1"}, [], False),
            ({"NO_COLOR": ""}, [], True),
            ({"NO_COLOR": "1"}, ["--color", "always"], True),
            ({"TERM": "dumb"}, [], False),
        ],
    )
    def test_colour_in_a_terminal(self, page, capsys, monkeypatch, environment, options, coloured):
        for name, value in {"TERM": "xterm", **environment}.items():
            monkeypatch.setenv(name, value)
        if "NO_COLOR" not in environment:
            monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        assert main(["explain", str(page), *options]) == 0
        assert ("\x1b[35m[- share, clutter: ShareTweetEmail -]\x1b[0m" in capsys.readouterr().out) is coloured

    def test_wraps_at_the_terminals_width(self, page, capsys, monkeypatch):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", "40")
        assert main(["explain", str(page), "--color", "never"]) == 0
        shown = capsys.readouterr().out
        assert max(map(len, shown.splitlines())) == 40
        assert shown.split()[-len(PAGE.split()[-6:]) :] == PAGE.split()[-6:]

    def test_pages_what_is_longer_than_the_terminal(self, page, capsys, monkeypatch):
        paged = []
        monkeypatch.setattr("pydoc.pager", paged.append)
        monkeypatch.setenv("LESS", "-S")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("LINES", "200")
        assert main(["explain", str(page)]) == 0
        assert (paged, TITLE in capsys.readouterr().out) == ([], True)
        monkeypatch.setenv("LINES", "5")
        assert main(["explain", str(page)]) == 0
        assert (TITLE in paged[0], capsys.readouterr().out) == (True, "")

    def test_writes_a_page_to_be_looked_at(self, page, capsys):
        output = page.with_name("out.html")
        assert main(["explain", str(page), "--html", str(output)]) == 0
        assert output.read_text("utf-8") == newsclean.clean(PAGE).to_html()
        assert main(["explain", str(page), "--html", "-"]) == 0
        assert capsys.readouterr().out == newsclean.clean(PAGE).to_html()

    def test_a_page_that_cannot_be_written_is_one_line(self, page, capsys):
        assert main(["explain", str(page), "--html", str(page)]) == 1
        assert capsys.readouterr().err == f"newsclean: cannot write {page}: it is one of the files to be read\n"
        assert page.read_text("utf-8") == PAGE

    def test_reads_standard_input(self, monkeypatch, capsys):
        fake_stdin(monkeypatch, PAGE.encode())
        assert main(["explain", "-"]) == 0
        assert f"[= title: {TITLE} =]" in capsys.readouterr().out

    def test_an_unreadable_file_is_one_line(self, tmp_path, capsys):
        assert main(["explain", str(tmp_path)]) == 1
        output = capsys.readouterr()
        assert (output.out, output.err) == ("", f"newsclean: cannot read {tmp_path}: Is a directory\n")

    def test_the_text_cannot_take_over_the_terminal(self):
        source = "a\x1b]0;title\x07b\u202ec"
        article = Article(title="\x9bx", source=source, segments=[Segment(0, len(source), "removed", "other", "mine")])
        shown = "".join(explanation(article, visible, coloured=False, width=None))
        assert "[- other, mine: a\\x1b]0;title\\x07b\\u202ec -]" in shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e")

    def test_a_colour_ends_with_its_line(self):
        article = Article(source="a\nb", segments=[Segment(0, 3, "removed", "share", "mine")])
        shown = "".join(explanation(article, visible, coloured=True, width=None))
        assert "\x1b[35m[- share, mine: a\x1b[0m\n\x1b[35mb -]\x1b[0m" in shown

    @pytest.mark.parametrize("text", ["東京で橋が開通した" * 9, "long" * 40, "ab " * 60, "日本 a" * 30, "e\u0301" * 90])
    def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(self, text):
        article = Article(deck=text, source=text, segments=[Segment(0, len(text), "paragraph")])
        shown = "".join(explanation(article, visible, coloured=False, width=41))
        assert max(map(cells, shown.splitlines())) <= 41
        assert "".join(shown.partition("\n\n")[2].split()) == "".join(text.split())


def test_every_kind_of_removal_has_a_colour():
    from newsclean.article import REMOVAL_KINDS
    from newsclean.views.kinds import KINDS

    assert set(KINDS) == set(REMOVAL_KINDS)


def test_lists_the_cleaners_in_order(capsys):
    assert main(["cleaners"]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert [name for name, _ in lines] == list(newsclean.Pipeline.default().parts)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(capsys, option):
    with pytest.raises(SystemExit) as stop:
        main([option])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"newsclean {newsclean.__version__}\n"


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_help_has_examples(command, capsys):
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert f"\nexamples:\n  newsclean {command} article.txt\n" in capsys.readouterr().out


def command(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "newsclean", *map(str, arguments)], check=False, **options)


def test_runs_as_a_module_whatever_the_locale(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE.replace("Bridge", "Brücke 橋"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = command("clean", path, "--format", "text", capture_output=True, env=environment)
    assert done.stdout.decode("utf-8").startswith("Brücke 橋 reopens")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes break differently elsewhere")
@pytest.mark.parametrize("arguments", [["clean"], ["explain"]])
def test_a_closed_pipe_ends_quietly(page, arguments):
    read, write = os.pipe()
    os.close(read)
    done = command(*arguments, page, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


@full
def test_a_full_disk_is_one_line(page):
    with Path("/dev/full").open("wb") as device:
        done = command("clean", page, stdout=device, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        1,
        b"newsclean: cannot write to standard output: No space left on device\n",
    )


posix = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell redirects")


#: The command with next to no cleaning, for what the shell gets from it.
QUICK = """
import sys
import newsclean
from newsclean.cli import main
newsclean.clean = lambda text, **_: newsclean.Article(title=text.split(chr(10))[0])
sys.exit(main())
"""


def shell(line, folder):
    """Run a line of shell, in which `newsclean` is the command."""
    script = f'newsclean() {{ "{sys.executable}" -c "$QUICK" "$@"; }}; {line}'
    environment = {**os.environ, "QUICK": QUICK}
    return subprocess.run(["sh", "-c", script], cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S607


CLOSED = b"cannot write to standard output: Bad file descriptor"


@posix
@pytest.mark.parametrize(
    ("line", "code", "articles", "complaint"),
    [
        ("newsclean clean page.txt <&-", 0, 1, b""),
        ("newsclean clean - <&-", 1, 0, b"cannot read standard input: Bad file descriptor"),
        ("newsclean explain - <&-", 1, 0, b"cannot read standard input: Bad file descriptor"),
        ("newsclean clean page.txt >&-", 1, 0, CLOSED),
        ("newsclean explain page.txt >&-", 1, 0, CLOSED),
        ("newsclean clean missing page.txt 2>&-", 1, 1, b""),
        ("newsclean clean missing page.txt <&- 2>&-", 1, 1, b""),
        pytest.param("newsclean clean missing page.txt 2> /dev/full", 1, 1, b"", marks=full),
        ("newsclean clean --no-such-option 2>&-", 2, 0, b""),
        ("newsclean clean missing page.txt -o out <&- >&- 2>&-; code=$?; cat out; exit $code", 1, 1, b""),
    ],
)
def test_closed_standard_streams(page, line, code, articles, complaint):
    done = shell(line, page.parent)
    assert done.stderr == (b"newsclean: " + complaint + b"\n" if complaint else b"")
    assert done.returncode == code
    assert titles(done.stdout.decode()) == [TITLE] * articles


@posix
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("newsclean clean - -o page.txt < page.txt", b"page.txt"),
        ("newsclean clean - --output ./page.txt < page.txt", b"./page.txt"),
        ("newsclean clean - >> page.txt < page.txt", b"to standard output"),
        ("newsclean clean . >> page.txt", b"to standard output"),
    ],
)
def test_what_is_read_is_not_written_to(page, line, name):
    done = shell(line, page.parent)
    assert done.stderr == b"newsclean: cannot write " + name + b": it is one of the files to be read\n"
    assert (done.returncode, page.read_text("utf-8")) == (1, PAGE)
    assert list(page.parent.iterdir()) == [page]


@posix
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("newsclean clean page.txt -f text -o /dev/stdout | cat", f"{TITLE}\n"),
        ("echo a > b; newsclean clean page.txt -f text -o /dev/stdout >> b; cat b", f"a\n{TITLE}\n"),
        ("mkfifo b; cat b & newsclean clean page.txt -f text -o b; wait; test -p b || echo replaced", f"{TITLE}\n"),
        ("cat page.txt > c; mkfifo b; cat c > b & newsclean clean b -f text; wait", f"{TITLE}\n"),
        ("newsclean clean page.txt -o /dev/null; test -c /dev/null || echo replaced", ""),
    ],
)
def test_what_is_no_regular_file_is_written_to_as_it_is(page, line, shown):
    done = shell(line, page.parent)
    assert (done.returncode, done.stderr, done.stdout.decode()) == (0, b"", shown)


@posix
@pytest.mark.parametrize("old", [None, b"old"])
def test_ctrl_c_leaves_the_output_as_it_was(page, old):
    output, pipe = page.with_name("out"), page.with_name("pipe")
    if old:
        output.write_bytes(old)
    before = {path.name for path in page.parent.iterdir()} | {"pipe"}
    os.mkfifo(pipe)
    running = subprocess.Popen([sys.executable, "-c", QUICK, "clean", page, pipe, "-o", output], stderr=subprocess.PIPE)
    # It has opened its output when it opens the pipe, which it reads after the page.
    with pipe.open("wb"):
        assert {path.name for path in page.parent.iterdir()} > before
        running.send_signal(signal.SIGINT)
        complaint = running.communicate()[1]
    assert (running.returncode, complaint) == (130, b"newsclean: interrupted\n")
    assert {path.name for path in page.parent.iterdir()} == before
    assert not old or output.read_bytes() == old


#: Says so when it is about to read.
READY = """
import sys
from newsclean import _inputs, cli
read = _inputs.read
def ready(path):
    print("ready", flush=True)
    return read(path)
_inputs.read = ready
sys.exit(cli.main(["clean", "-"]))
"""


@posix
def test_ctrl_c_while_waiting_for_standard_input():
    running = subprocess.Popen(
        [sys.executable, "-c", READY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    assert (running.communicate()[1], running.returncode) == (b"newsclean: interrupted\n", 130)
