"""The compiled lexicon: the same as the files of phrases, passed over as soon as they change, and in every wheel."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import numpy as np
import pytest

import newsclean
from newsclean import lexicon, model
from newsclean.lexicon import beginnings, compiled, languages, load, parsed
from newsclean.model import characters, packing, phrases

ROOT = Path(__file__).parents[2]
#: No language has it.
PHRASE = "Please frobnicate us"
TEXT = f"Rates rise again\n\nShareTweetEmail\n\nThe bank raised its rate on Monday.\n\n{PHRASE}"
#: What a process of its own says of the text, and whether it parsed the files of phrases.
CLEAN = f"""
import json, sys
import newsclean
article = newsclean.clean({TEXT!r})
print(json.dumps([article.to_dict(), "tomllib" not in sys.modules]))
"""


@pytest.fixture(scope="module")
def pieces():
    return {**lexicon.pieces(), **model.pieces()}


@pytest.fixture
def folder(tmp_path, pieces, monkeypatch):
    """A copy of the lexicon with its compiled file, which is the one looked into."""
    own = tmp_path / "lexicon"
    shutil.copytree(ROOT / "newsclean" / "lexicon", own, ignore=shutil.ignore_patterns("__pycache__", compiled.NAME))
    monkeypatch.setattr(compiled, "_FOLDER", own)
    compiled.write(pieces, own)
    compiled._index.cache_clear()
    yield own
    compiled._index.cache_clear()


def fits():
    compiled._index.cache_clear()
    return compiled.piece("en") is not None


def test_nothing_but_the_file_is_written(folder):
    assert {path.name for path in folder.iterdir() if path.suffix not in {".toml", ".py"}} == {compiled.NAME}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("code", languages())
def test_a_languages_file_is_the_same(code):
    assert compiled.piece(code) == load.__wrapped__(code) == parsed(code)


@pytest.mark.usefixtures("folder")
def test_the_table_of_beginnings_is_the_same():
    found = beginnings.of_all_languages.__wrapped__()
    made = lexicon.gathered(beginnings.entries({code: parsed(code) for code in languages()}))
    assert found == made
    assert list(found.ends) == list(made.ends)


def same(found, made):
    return all(a.dtype == b.dtype and np.array_equal(a, b) for a, b in zip(found, made, strict=True))


@pytest.mark.usefixtures("folder")
def test_what_the_features_look_up_is_the_same():
    found, made = phrases.Lexicon.from_compiled(), phrases.Lexicon([parsed(code) for code in languages()])
    assert vars(found).keys() == vars(made).keys()
    assert same(found._table, made._table)
    assert (found._count, found._english, found._crowd) == (made._count, made._english, made._crowd)


@pytest.mark.usefixtures("folder")
def test_the_tables_of_characters_are_the_same():
    assert compiled.piece(packing.name(characters.CHARACTERS))
    assert same(characters.tables.__wrapped__(), characters.character_tables())


@pytest.mark.usefixtures("folder")
def test_other_characters_are_not_taken_from_another_unicode():
    assert unicodedata.unidata_version in characters.CHARACTERS
    assert compiled.piece(packing.name("characters of Unicode 3.2.0")) is None


def add_a_phrase(folder):
    file = folder / "sv.toml"
    file.write_bytes(file.read_bytes().replace(b'"', b'"x', 1))


def change_a_letter(folder):
    file = folder / "sv.toml"
    times = file.stat()
    file.write_bytes(file.read_bytes().replace(b"a", b"b", 1))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def swap_two_languages(folder):
    (folder / "sv.toml").rename(folder / "xx.toml")
    (folder / "sw.toml").rename(folder / "sv.toml")
    (folder / "xx.toml").rename(folder / "sw.toml")


def add_a_language(folder):
    shutil.copy(folder / "en.toml", folder / "xx.toml")


def remove_a_language(folder):
    (folder / "sv.toml").unlink()


def change_the_code(folder):
    (folder / "words.py").write_text("# Other words.\n", "utf-8")


def cut_the_index(folder):
    file = folder / compiled.NAME
    file.write_bytes(file.read_bytes()[:20])


def empty_the_file(folder):
    (folder / compiled.NAME).write_bytes(b"")


def remove_the_file(folder):
    (folder / compiled.NAME).unlink()


@pytest.mark.parametrize(
    "change",
    [
        add_a_phrase,
        change_a_letter,
        swap_two_languages,
        add_a_language,
        remove_a_language,
        change_the_code,
        cut_the_index,
        empty_the_file,
        remove_the_file,
    ],
)
def test_any_change_is_noticed(folder, change):
    assert fits()
    change(folder)
    assert not fits()


def test_times_do_not_count(folder):
    os.utime(folder / "en.toml", (0, 0))
    assert fits()


def test_where_nothing_fits_the_files_are_parsed(folder):
    remove_the_file(folder)
    assert not fits()
    assert phrases.Lexicon.from_compiled() is None
    assert load.__wrapped__("en") == parsed("en")
    assert beginnings.of_all_languages.__wrapped__().ends["share this article"]


def cleaned(path):
    run = subprocess.run(
        [sys.executable, "-c", CLEAN],
        env={**os.environ, "PYTHONPATH": str(path)},
        cwd=path,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_a_wheel_has_it_and_an_edited_one_does_without(tmp_path):
    pytest.importorskip("hatchling")
    tree, site = tmp_path / "tree", tmp_path / "site"
    tree.mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, tree)
    shutil.copytree(ROOT / "newsclean", tree / "newsclean", ignore=shutil.ignore_patterns("__pycache__", compiled.NAME))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)
    article = newsclean.clean(TEXT).to_dict()
    assert (PHRASE, "share") not in [(one["text"], one["kind"]) for one in article["removed"]]
    assert cleaned(site) == [article, True]
    english = site / "newsclean" / "lexicon" / "en.toml"
    text = english.read_text("utf-8")
    english.write_text(text.replace("[clutter.share]\nwhole = [", f'[clutter.share]\nwhole = ["{PHRASE}", '), "utf-8")
    article, from_compiled = cleaned(site)
    assert (PHRASE, "share") in [(one["text"], one["kind"]) for one in article["removed"]]
    assert not from_compiled
    english.write_text(text, "utf-8")
    (site / "newsclean" / "lexicon" / compiled.NAME).unlink()
    assert cleaned(site) == [newsclean.clean(TEXT).to_dict(), False]


def test_a_version_installed_while_another_runs_is_not_read(folder, pieces):
    assert compiled.piece("en")
    compiled.write({"first": ("longer", "than", "before"), **pieces}, folder)
    assert compiled.piece("en") is None
