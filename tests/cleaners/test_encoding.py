"""Encoding repair, and what it must leave alone."""

from __future__ import annotations

import json
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import newsclean
from newsclean.cleaners.encoding import encoding
from newsclean.text import read
from newsclean.text.mojibake import repaired

TESTS = Path(__file__).parents[1]
SENTENCES = tomllib.loads((TESTS / "sentences.toml").read_text("utf-8"))
PROSE = tomllib.loads((TESTS / "prose.toml").read_text("utf-8"))


def misread(text, encoding):
    """UTF-8 taken for a code page, bytes that it lacks for control characters, as browsers do."""
    read = (bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())
    return "".join(read)


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("The boardâ€™s decision was â€œfinalâ€\x9d, it said.", "The board’s decision was “final”, it said."),
        ("In KÃ¶ln und MÃ¼nchen fÃ¤hrt heute kein Zug.", "In Köln und München fährt heute kein Zug."),
        ("Fish &amp; chips cost &pound;9 &mdash; or more.", "Fish & chips cost £9 — or more."),
        ("A\x00 line\x07 with controls.", "A line with controls."),
        ("ÐœÑ\x8dÑ€ Ð¾Ð±ÐµÑ‰Ð°ÐµÑ‚ Ð½Ð¾Ð²Ñ‹Ð¹ Ð¼Ð¾Ñ\x81Ñ‚", "Мэр обещает новый мост"),
    ],
)
def test_repaired(broken, sound):
    assert newsclean.clean(broken).source == sound


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” ‘quotes’ and „German“ ones «and» these.",
        "The oﬃce ﬁle is ﬂat.",
        "Ｆｕｌｌ－ｗｉｄｔｈ　１２３％",
        "e\u0301 stays two characters",
        "teh slip stays, and so do  two spaces",
        "① ½ ² ™ … ‐ ‑ – — − ·",
        "AT&T; R&D; Q&A",
        "naïve São Paulo Ångström à la carte â ê",
        "ﷺ and \u200fright\u200e marks",
        "\ttabs\tand\u00a0no-break",
    ],
)
def test_sound_text_stays(text):
    assert newsclean.clean(text).source == text


def test_a_repair_in_front_of_links_moves_their_markup():
    links = "\n".join(f"  * [Ferry number {n}](https://post.example/{n}) leaves at noon" for n in range(20))
    article = newsclean.clean(f"Fish &amp; chips &amp; tea at the harbour\n\n{links}\n")
    at = 0
    for segment in article.segments:
        assert segment.start == at
        at = segment.end
    assert at == len(article.source)
    markup = [article.source[s.start : s.end] for s in article.segments if s.cleaner == "markup"]
    assert "(https://post.example/7)" in "".join(markup)
    assert "leaves" not in "".join(markup)


def test_a_block_of_markup_alone_is_no_paragraph():
    links = "\n".join(f"  * [Ferry number {n}](https://post.example/{n}) leaves at noon" for n in range(20))
    story = (
        "The old ferry left the harbour for the last time on Wednesday, with two hundred people on board and a band."
    )
    article = newsclean.clean(f"{story}\n\n[](https://post.example/share)\n\n{story[:-1]} playing.\n\n{links}\n")
    assert all(paragraph.text for paragraph in article.paragraphs)


@pytest.mark.parametrize(
    "encoding",
    ["cp1252", "latin-1", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8-r", "mac-roman", "cp437", "cp850"],
)
@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_taken_for_a_code_page(language, encoding):
    if (language, encoding) in {("hy", "mac-roman"), ("ka", "mac-roman")}:
        pytest.xfail("what their bytes are there stands together in sound texts, too")
    text = "\n\n".join(SENTENCES[language]["text"])
    assert repaired(misread(text, encoding)) == text


@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_taken_for_latin_twice(language):
    text = "\n\n".join(SENTENCES[language]["text"])
    assert repaired(misread(misread(text, "cp1252"), "cp1252")) == text


@pytest.mark.parametrize(
    ("language", "encoding", "taken_for"),
    [
        ("ru", "cp1251", "cp1252"), ("bg", "cp1251", "cp1252"), ("uk", "cp1251", "latin-1"), ("el", "cp1253", "cp1252"),
        ("tr", "cp1254", "cp1252"), ("lt", "cp1257", "cp1252"), ("pl", "cp1250", "cp1252"), ("cs", "cp1250", "cp1252"),
        ("he", "cp1255", "cp1252"), ("ar", "cp1256", "cp1252"),
    ],
)  # fmt: skip
def test_a_code_page_taken_for_another(language, encoding, taken_for):
    text = "\n\n".join(SENTENCES[language]["text"])
    data = text.encode(encoding)
    broken = "".join(bytes([b]).decode(taken_for, "replace").replace("\ufffd", chr(b)) for b in data)
    assert repaired(broken) == text


@pytest.mark.parametrize("language", SENTENCES)
def test_sound_sentences_stay(language):
    text = "\n\n".join(SENTENCES[language]["text"])
    for sound in (text, *SENTENCES[language]["text"], text.upper(), f"« {text} » “{text}”", f"{text}\n©…№§"):
        assert repaired(sound) == sound


@pytest.mark.parametrize("language", PROSE)
def test_sound_prose_stays(language):
    for story in PROSE[language]:
        for text in (story["title"], *story["paragraphs"], *story["talk"]):
            assert repaired(text) == text
            assert repaired(text.upper()) == text.upper()


@pytest.mark.parametrize(
    "text",
    [
        "Ângela",
        "São",
        "ÂTRE",
        "LE CHÂTEAU",
        "РС",
        "“À Paris…”",
        "«Être»",
        "IRMÃ",
        "CAFÉ…",
        "ÇA VA",
        "SMÅ”",
        "Đã đến",
        "Він",
    ],
)
def test_sound_words_stay(text):
    assert repaired(text) == text


@pytest.mark.parametrize("name", ["Łukasz Nowak", "Ana Peña Nieto", "Ngozi Ọ́bị", "Luka Jović", "Åse Sørensen", "Łódź"])
def test_foreign_names_among_few_letters_beyond_ascii_stay(name):
    few = "Der Bürgermeister sagte, die Fähre sei für einen Euro verkauft. „Ein großes Glück“, hieß es später."
    texts = [[few], *([story["deck"], *story["paragraphs"]] for code in ("de", "fr", "en") for story in PROSE[code])]
    for text in texts:
        for times in (1, 2, 4, 8):
            named = [*text]
            for n in range(times):
                named[n % len(text)] += f" {name}"
            assert repaired("\n\n".join(named)) == "\n\n".join(named)


def test_what_breaks_words_is_repaired_before_the_text_is_cut():
    text = "\n\n".join(SENTENCES["lt"]["text"])
    article = newsclean.clean(misread(text, "latin-1"))
    assert [article.title, *(p.text for p in article.paragraphs)] == SENTENCES["lt"]["text"]


def test_another_pipeline_leaves_it():
    broken = misread("\n\n".join(SENTENCES["fr"]["text"]), "cp1252")
    pipeline = newsclean.Pipeline.default().without("encoding")
    assert newsclean.clean(broken, pipeline=pipeline).source == broken


@pytest.mark.parametrize("language", ["fr", "hu", "ru", "tr", "ja"])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman"])
def test_all_of_a_page_is_repaired(language, encoding):
    title, *paragraphs = SENTENCES[language]["text"]
    data = {"@type": "NewsArticle", "headline": title, "author": {"name": "Núria Ibáñez"}}
    html = (
        f"<html><head><title>{title}</title><script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}"
        f"</script></head><body><article><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in paragraphs * 2)}</article>"
    )
    article = newsclean.clean_html(misread(html, encoding))
    assert (article.title, article.authors) == (title, ("Núria Ibáñez",))
    assert article.paragraphs[0].text == paragraphs[0]


def test_a_page_that_spells_the_wrong_characters_out():
    html = (
        "<h1>La biblioth&Atilde;&uml;que rouvre</h1><p>Apr&#195;&#168;s trois ann&Atilde;&copy;es, c&rsquo;est bon.</p>"
        * 2
    )
    article = newsclean.clean_html(html)
    assert article.title == "La bibliothèque rouvre"
    assert "Après trois années, c’est bon." in article.source


def test_long_texts():
    text = "\n\n".join(SENTENCES["ru"]["text"] * 80)
    assert repaired(misread(text, "cp1252")) == text
    line = text.replace("\n", " ")
    assert repaired(misread(line, "cp1252")) == line


def test_damage_that_is_none_of_this_is_no_error():
    for text in ("é \ud800 ñ ø " * 30, "\ud83d Ã©" * 20, "Ìýð \udcff îáåùàåò " * 20):
        assert isinstance(newsclean.clean(text).source, str)
        assert isinstance(newsclean.clean_html(f"<p>{text}</p>").source, str)


def test_a_text_is_cut_anew_once_its_entities_are_characters():
    article = newsclean.clean(
        "&lt;p&gt;\nFerry sold&lt;/p&gt;\n&lt;p&gt;The council met on Monday and sold the ferry.&lt;/p&gt;"
    )
    assert article.to_text() == "Ferry sold\n\n\n\nThe council met on Monday and sold the ferry."
    assert {segment.role for segment in article.segments} == {"removed", "title", "space", "paragraph"}


@pytest.mark.parametrize("mark", ["\r", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_what_breaks_lines_parts_what_is_looked_at(mark):
    assert "it’s" in repaired(f"The council met.\n{mark}itâ€™s{mark}港の委員会は火曜日の夜に決めた。")


def test_line_breaks_beyond_ascii_are_no_letters():
    assert "it’s" in repaired("The council met.\n\x85\x85itâ€™s\nThe council met.")


def test_what_is_sound_in_the_whole_but_not_in_a_block_keeps_no_control_characters(monkeypatch):
    def long_repaired(text):
        return text.replace("\x97", "\u2014") if len(text) > len("The quay\x97 is shut.") else text

    monkeypatch.setattr(import_module("newsclean.cleaners.encoding"), "repaired", long_repaired)
    document = read("The quay\x97 is shut.\n\nThe harbour board said so\x97 and nobody minded.")
    # What a cleaner has labelled is not cut again.
    first, *others = document.blocks
    document = document.with_labels([first.label("title"), *others])
    assert "\x97" not in encoding(document).source
