"""Bytes to text: every language in the encodings that are usual for it, declared, undeclared and declared wrongly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import newsclean
from newsclean.text.decoding import decode, decode_page

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
OTHERS = {
    "pl": ["iso8859-2"], "cs": ["iso8859-2"], "sk": ["iso8859-2"], "hu": ["iso8859-2"], "ro": ["iso8859-2"],
    "hr": ["iso8859-2"], "sl": ["iso8859-2"], "tr": ["iso8859-9"], "lv": ["iso8859-13"], "lt": ["iso8859-13"],
    "ru": ["koi8-r", "iso8859-5", "cp866", "mac-cyrillic"], "uk": ["koi8-u", "iso8859-5"], "bg": ["iso8859-5"],
    "el": ["iso8859-7"], "he": ["iso8859-8"], "ar": ["iso8859-6"], "ja": ["euc_jp", "iso2022_jp"], "fr": ["mac-roman"],
}  # fmt: skip
#: What pages declare that are in these.
NEIGHBOURS = {
    "cp1252": ["iso-8859-1", "windows-1250", "utf-8"], "cp1250": ["iso-8859-2", "windows-1252"],
    "iso8859-2": ["windows-1250", "iso-8859-1"], "cp1254": ["iso-8859-1", "windows-1252"], "iso8859-9": ["iso-8859-1"],
    "cp1257": ["iso-8859-1", "iso-8859-13", "windows-1250"], "iso8859-13": ["iso-8859-1"],
    "cp1251": ["koi8-r", "iso-8859-1", "utf-8"], "koi8-r": ["windows-1251", "iso-8859-1"], "koi8-u": ["windows-1251"],
    "iso8859-5": ["windows-1251"], "cp1253": ["windows-1252", "utf-8"], "cp1255": ["windows-1252"],
    "cp1256": ["iso-8859-6", "windows-1252"], "iso8859-6": ["windows-1256"], "cp874": ["iso-8859-1"],
    "cp932": ["euc-jp", "iso-8859-1"], "euc_jp": ["shift_jis"], "gb18030": ["big5", "iso-8859-1"],
    "big5": ["gb2312", "iso-8859-1"], "cp949": ["gb2312", "iso-8859-1"],
}  # fmt: skip
#: No statistics are known of Albanian; Vietnamese needs its marks apart in its code page.
_LEFT_OUT = {"sq", "vi"}
_PLAIN = str.maketrans("‘’“”„«»", '\'\'"""""', "–—…\u200c·")
PAIRS = [
    (language, encoding)
    for language, told in SENTENCES.items()
    if told["page"] and language not in _LEFT_OUT
    for encoding in (told["page"], *OTHERS.get(language, ()))
]


def story(language, encoding="utf-8"):
    """A title and two paragraphs that an encoding has all characters for."""
    text = "\n\n".join(SENTENCES[language]["text"])
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "ignore").decode(encoding)
    return text


def page(text, declared=""):
    head, *paragraphs = text.split("\n\n")
    meta = f'<meta charset="{declared}">' if declared else ""
    menu = "".join(f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(("Home", "News", "Sport", "Search")))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<html><head>{meta}<title>{head}</title></head><body><ul>{menu}</ul><h1>{head}</h1>{body}</body></html>"


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_what_nothing_is_declared_of(language, encoding):
    text = story(language, encoding)
    assert decode(text.encode(encoding)) == text
    html = page(text)
    assert decode_page(html.encode(encoding)) == html


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_pages_that_declare_what_they_are_in(language, encoding):
    html = page(story(language, encoding), encoding)
    assert decode_page(html.encode(encoding)) == html


@pytest.mark.parametrize(
    ("language", "encoding", "declared"), [(*pair, name) for pair in PAIRS for name in NEIGHBOURS.get(pair[1], ())]
)
def test_pages_that_declare_another(language, encoding, declared):
    html = page(story(language, encoding), declared)
    assert decode_page(html.encode(encoding)) == html


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
@pytest.mark.parametrize("language", SENTENCES)
def test_unicode_without_a_mark(language, encoding):
    text = story(language)
    assert decode(text.encode(encoding)) == text
    assert decode_page(page(text).encode(encoding)) == page(text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Caf\xe9", "Café"),
        (b"It\x92s here", "It’s here"),
        (b"Yararlan\xfdlan", "Yararlanılan"),
        (b"", ""),
        (b"\x01\x80", "\x01€"),
    ],
)
def test_few_bytes(data, text):
    assert decode(data) == text


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize(
    "declared", ["", "utf-8", "utf-16", "utf-16le", "gb2312", "shift_jis", "windows-1251", "x-none"]
)
def test_one_word_beyond_ascii_makes_no_page_chinese(declared, times):
    text = "\n\n".join(("Ferry sold", *["The ferry left the harbour. " * 3] * times, "Caf\xe9"))
    html = page(text, declared)
    assert decode_page(html.encode("cp1252")) == html


@pytest.mark.parametrize(
    ("language", "encoding"), [("zh", "gb18030"), ("ja", "euc_jp"), ("ko", "cp949"), ("ja", "cp932")]
)
def test_a_page_with_a_broken_byte(language, encoding):
    text = page(story(language, encoding) * 4)
    broken = text.encode(encoding).replace(b"</p>", b"\xff</p>", 1)
    assert decode_page(broken).replace("\ufffd", "").replace("\uf8f3", "") == text


def test_utf8_that_was_cut_off_in_a_character():
    data = "Die Brücke öffnet für Fußgänger.".encode()
    assert decode(data[: data.index("ß".encode()) + 1]) == "Die Brücke öffnet für Fu\ufffd"


@pytest.mark.parametrize("declared", ["utf-16", "unicode_escape", "idna", "no-such-thing", "utf-7", "base64"])
def test_declarations_that_cannot_be(declared):
    html = page(story("fr"), declared)
    assert decode_page(html.encode("cp1252")) == html


def test_an_article_comes_of_it():
    article = newsclean.clean_html(page(story("pl", "cp1250"), "iso-8859-2").encode("cp1250"))
    assert article.title == SENTENCES["pl"]["text"][0]
