"""The command, as a user meets it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

import newsclean
from newsclean import Article, Segment
from newsclean.cli import explanation, main

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
        titles = [json.loads(line)["title"] for line in capsys.readouterr().out.splitlines()]
        assert titles == [TITLE.replace("Bridge", "Bridge a.txt"), TITLE.replace("Bridge", "Bridge b.txt")]

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
        assert output.err == f"newsclean: cannot read {empty}: there is no *.txt or *.html file in this folder\n"
        assert json.loads(output.out)["title"] == TITLE

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
        assert main(["clean", str(page), "--without", "share", "--without", "boxes"]) == 0
        cleaners = {removal["cleaner"] for removal in json.loads(capsys.readouterr().out)["removed"]}
        assert cleaners.isdisjoint({"share", "boxes"})

    def test_an_unknown_cleaner_is_a_usage_error(self, page, capsys):
        with pytest.raises(SystemExit) as stop:
            main(["clean", str(page), "--without", "weather"])
        assert stop.value.code == 2
        assert "no cleaner named 'weather'; there are encoding, " in capsys.readouterr().err


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
        assert output.err == f"newsclean: cannot read {path}: no page: this is a PDF file\n"
        assert json.loads(output.out)["title"] == TITLE
        assert main(["explain", str(path)]) == 1

    def test_an_address_is_for_one_page(self, page, capsys):
        for paths in ([str(page), str(page)], [str(page.parent)]):
            with pytest.raises(SystemExit) as stop:
                main(["clean", *paths, "--url", "https://a.example"])
            assert stop.value.code == 2
            assert "--url" in capsys.readouterr().err


class TestExplain:
    def test_shows_metadata_kept_text_and_removals(self, page, capsys):
        assert main(["explain", str(page)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].split(maxsplit=1) == ["title", TITLE]
        assert f"[= title: {TITLE} =]" in lines
        assert "[- share, share: ShareTweetEmail -]" in lines
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
        assert ("\x1b[35m[- share, share: ShareTweetEmail -]\x1b[0m" in capsys.readouterr().out) is coloured

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
        shown = "".join(explanation(article, coloured=False))
        assert "[- other, mine: a\\x1b]0;title\\x07b\\u202ec -]" in shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e")

    def test_a_colour_ends_with_its_line(self):
        article = Article(source="a\nb", segments=[Segment(0, 3, "removed", "share", "mine")])
        shown = "".join(explanation(article, coloured=True))
        assert "\x1b[35m[- share, mine: a\x1b[0m\n\x1b[35mb -]\x1b[0m" in shown


def test_every_kind_of_removal_has_a_colour():
    from newsclean.article import REMOVAL_KINDS
    from newsclean.cli import _COLOURS

    assert set(_COLOURS) == set(REMOVAL_KINDS)


def test_lists_the_cleaners_in_order(capsys):
    assert main(["cleaners"]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert [name for name, _ in lines] == list(newsclean.Pipeline.default().names)


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
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


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")  # noqa: PTH110
def test_a_full_disk_is_one_line(page):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = command("clean", page, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        1,
        b"newsclean: cannot write to standard output: No space left on device\n",
    )
