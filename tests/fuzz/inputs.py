"""Seeds for the fuzzer, and a mutator that knows lines, tags and what newsclean looks for."""

from __future__ import annotations

import codecs
import html
import json
import random
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generators import CLUTTER, PROSE
from test_cases import CASES, told

from newsclean import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEEDS = Path(__file__).parents[2] / "seeds"
_UNIT = re.compile(r"(?<=\n)|(?=<)|(?<=>)")
_MOST_UNITS = 4
_BREAKS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85", "\n \n", " ", "\t", "")
_MARKS = (
    "# ", "## ", "- ", "* ", "1. ", "> ", "**", "__", "[", "](https://example.org/a)", "![", "[1]", "[1]: /a", "---\n",
    "===", "```", "|", "\\", "•", "[a](b)", "title: ", "date: 2024-05-01\n", "author: Ana Silva\n", "BODY:\n",
    "SECTION: NEWS\n", "HD\n", "TD ", "AN 1\n", "(", ")", "“", "”",
)  # fmt: skip
_NASTY = (
    "\x00", "\x1b[31m",
    "\u200b", "\u200f", "\u202e", "\ufeff", "\ufffd", "\udcff", "\xa0", "\u00ad", "İ", "ﬁ", "é", "Ã©",
    "â€™",
    "&nbsp;", "&amp;amp;", "&#0;", "&lt;p&gt;", "{{ title }}", "undefined", "…", "...", "：", "。", "１", "٣", "½",
)  # fmt: skip
_DATES = (
    "2024-05-01", "2024-05-01T06:30:00Z", "May 1, 2024", "1 May 2024 06:30 GMT+3", "01.05.2024, 10:30 Uhr",
    "Updated: May 2, 2024", "Published", "2024年5月1日", "٣ مايو ٢٠٢٤", "32/13/2024", "0000-00-00", "31 February 9999",
    "Wed, 01 May 2024 25:61:00 +9999", "5 hours ago", "12:30", "Sept. 31",
)  # fmt: skip
_DATELINES = (
    "KIEL (dpa) -- ",
    "NAIROBI, Kenya (AP) — ", "PARIS, 3 févr (Reuters) - ", "(AFP) ", "Berlin/Bonn - ", "By Ana Silva",
    "By Ana Silva and Joe Doe, Reuters", "Photo: Ana Silva/AP", "(Reporting by Ana Silva; editing by Joe Doe)", "AP",
    "Tags: a, b", "© 2024 dpa", "Ana Silva", "@anasilva", "ana@example.org", "ShareTweetEmail", "CITY COUNCIL", "Sport",
)  # fmt: skip
_TAGS = (
    "html", "head", "body", "article", "main", "p", "div", "span", "h1", "h2", "ul", "li", "a", "figure", "figcaption",
    "blockquote", "table", "tr", "td", "pre", "script", "style", "title", "time", "em", "noscript", "template", "svg",
    "br", "img", "textarea", "select", "option", "iframe", "header", "footer", "nav", "aside", "form", "button",
    "doc", "text", "headline", "nitf", "body.content", "item", "content:encoded", "byline",
)  # fmt: skip
_ATTRIBUTES = (
    "", ' class="article-body"', ' class="byline author"', ' class="caption"', ' id="comments"', ' class="deck"',
    ' href="/tag/a"', ' rel="author"', ' itemprop="articleBody"', ' itemprop="author"', ' datetime="2024-05-01T25:00"',
    ' lang="ar" dir=rtl', ' style="display:none"', " hidden", ' href="http://["', ' src=x alt="A caption of it"',
    ' itemprop="datePublished" content="2024-05-01"', ' class="share-buttons related"',
)  # fmt: skip
_HEADS = (
    '<meta property="og:title" content="{}">', '<meta property="article:published_time" content="{}">',
    '<meta name="author" content="{}">', '<meta name="description" content="{}">', '<meta charset="{}">',
    '<meta name="keywords" content="{}">', '<link rel="canonical" href="{}">', "<title>{} | Example News</title>",
    '<html lang="{}">', "<!-- {} -->", "<![CDATA[{}]]>", '<?xml version="1.0" encoding="{}"?>', "<!DOCTYPE {}>",
)  # fmt: skip
_KEYS = (
    "headline", "author", "datePublished", "dateModified", "articleBody", "description", "articleSection", "keywords",
    "isAccessibleForFree", "mainEntityOfPage", "url", "publisher", "image", "@graph", "@type", "name", "inLanguage",
)  # fmt: skip
_CODECS = (
    "cp1252", "cp1251", "cp1250", "cp1254", "utf-16", "utf-16-le", "utf-32", "shift_jis", "gb18030", "euc-kr", "big5",
    "koi8-r", "iso2022_jp", "utf-8-sig", "utf-7", "cp1256",
)  # fmt: skip
_BOMS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    b"%PDF-1.4",
    b"\x1f\x8b",
    b"PK",
)


def seeds(target: str) -> Iterator[bytes]:
    """Inputs to begin with: the project's own texts and cases; as pages, where those are looked for."""
    for number, text in enumerate(_texts()):
        yield (_page(text) if target == "html" else text).encode()
        if number % 4 == 0:
            yield (_wire(text) if target == "html" else _record(text)).encode()


@cache
def _texts() -> list[str]:
    files = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    cases = [case for path in sorted(CASES.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
    return files + ["\n\n".join(told(case["text"], case["language"])) for case in cases]


def _page(text: str) -> str:
    lines = [html.escape(line) for line in text.splitlines() if line.strip()] or [""]
    body = "\n".join(f"<p>{line}</p>" for line in lines[1:])
    return f"<html><head><title>{lines[0]}</title></head><body><article><h1>{lines[0]}</h1>\n{body}</article></body>"


def _record(text: str) -> str:
    title, _, rest = text.partition("\n")
    return (
        f"SECTION: NEWS; Pg. 3\n\nHEADLINE: {title}\n\nBODY:\n\n{rest}\n\nLOAD-DATE: May 3, 2024\n\nLANGUAGE: ENGLISH"
    )


def _wire(text: str) -> str:
    title, *lines = [html.escape(line) for line in text.splitlines() if line.strip()] or [""]
    body = "\n".join(f"<P>{line}</P>" for line in lines)
    return f"<DOC><HEADLINE>{title}</HEADLINE><DATELINE>KIEL (dpa)</DATELINE><TEXT>{body}</TEXT></DOC>"


@cache
def _pieces() -> tuple[tuple[str, ...], ...]:
    """What to throw in, by sort; each sort as often as the others."""
    tables = [lexicon.load(code) for code in lexicon.languages()]
    phrases = [phrase.replace("*", "Ana Silva").replace("#", "3") for t in tables for _, phrase in lexicon.phrases(t)]
    words = [month for t in tables for names in t["dates"]["months"] for month in names]
    clutter = [line for places in CLUTTER.values() for lines in places.values() for line in lines]
    stories = [line for told_in in PROSE.values() for s in told_in for line in (s["title"], s["deck"], *s["talk"])]
    return (tuple(phrases), tuple(words), tuple(clutter), tuple(stories), _MARKS, _NASTY, _DATES, _DATELINES, _BREAKS)


def _piece(chance: random.Random) -> str:
    return chance.choice(chance.choice(_pieces()))


def _markup(chance: random.Random) -> str:
    """A tag, or a line of a page's head."""
    sort = chance.randrange(6)
    if sort == 0:
        return chance.choice(_HEADS).format(_piece(chance))
    if sort == 1:
        value = chance.choice(
            (_piece(chance), [_piece(chance)], {"@type": "Person", "name": _piece(chance)}, None, 1e9)
        )
        stated = {"@type": "NewsArticle", chance.choice(_KEYS): value}
        return f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    name = chance.choice(_TAGS)
    return chance.choice((f"</{name}>", f"<{name}{chance.choice(_ATTRIBUTES)}>"))


def mutated(target: str, data: bytes, most: int, seed: int) -> bytes:
    """Another input like this one, of at most so many bytes; the seed decides what is done to it."""
    chance = random.Random(seed)  # noqa: S311 - nobody is to be kept from guessing it
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        text = _changed(text, chance, pages=target == "html")
    result = text.encode("utf-8", "surrogateescape")
    if target != "text" and chance.randrange(4) == 0:
        result = _encoded(text, result, chance)
    elif chance.randrange(8) == 0:
        at = chance.randrange(len(result) + 1)
        result = result[:at] + chance.randbytes(chance.randint(0, 3)) + result[at + chance.randint(0, 9) :]
    return result[:most]


def _encoded(text: str, data: bytes, chance: random.Random) -> bytes:
    """An input in another encoding, or with a mark at its start."""
    if chance.randrange(3) == 0:
        return chance.choice(_BOMS) + data
    return text.encode(chance.choice(_CODECS), "ignore")


def _changed(text: str, chance: random.Random, *, pages: bool) -> str:
    units = [unit for unit in _UNIT.split(text) if unit]
    at = chance.randrange(len(units) + 1)
    until = min(len(units), at + chance.randint(1, _MOST_UNITS))
    some = units[at:until]
    sort = chance.randrange(10)
    piece = _markup(chance) if pages and chance.randrange(2) else _piece(chance)
    if sort == 0:
        some = []
    elif sort == 1:
        some *= 2
    elif sort == 2:
        chance.shuffle(some)
    elif sort == 3:
        lines = chance.choice(_texts()).splitlines(keepends=True) or [""]
        begin = chance.randrange(len(lines))
        some = lines[begin : begin + _MOST_UNITS]
    elif sort == 4:
        # Around what stands there.
        name = chance.choice(_TAGS)
        some = [f"<{name}{chance.choice(_ATTRIBUTES)}>", *some, f"</{name}>"] if pages else [piece, *some, piece]
    elif sort == 5:
        some = ["".join(some).rstrip("\r\n"), chance.choice(_BREAKS)]
    elif sort == 6:
        whole = "".join(some)
        within = chance.randrange(len(whole) + 1)
        some = [whole[:within], piece, whole[within:]]
    else:
        some = [piece, "" if pages else chance.choice(_BREAKS), *some]
    return "".join(units[:at] + some + units[until:])
