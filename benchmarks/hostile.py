"""How cleaning time grows with size, on shapes of text and HTML made to hurt.

    python -m benchmarks.hostile [--wide] [SHAPE...]

Each shape is cleaned in a process of its own, at four sizes from 120 kB to 480 kB; the exponent is the slope of the log
of CPU time over the log of size (least of several runs). With `--wide` it is cleaned at 10 kB and 1 MB, and what counts
is how many times as long a kilobyte takes. Exits with 1 where an exponent is over 1.15, or a kilobyte takes more than
twice as long.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from math import log
from typing import TYPE_CHECKING

import newsclean
from newsclean.language import reader

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (120_000, 190_000, 300_000, 480_000)
LIMIT = 1.15
WIDE_SIZES = (10_000, 1_000_000)
WIDE_LIMIT = 2.0
RUNS, ROUNDS = 2, 3
#: Quick shapes are run more often, as noise weighs more in them.
QUICK, QUICK_RUNS = 0.5, 7

_SENTENCE = "The council met on Monday and decided, after a long debate, to open the bridge in June. "
_PARAGRAPH = _SENTENCE * 2 + "\n\n"


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit) + 1)


def _numbered(unit: str, head: str = "") -> Callable[[int], str]:
    # Of five digits throughout: some of fewer are years, and long texts would have more of those.
    first = 10_000
    length = len(unit.format(first))
    return lambda size: head + "".join(unit.format(n) for n in range(first, first + size // length + 1))


def _random(alphabet: str) -> Callable[[int], str]:
    return lambda size: "".join(random.Random(0).choices(alphabet, k=size))  # noqa: S311


_PAGE = "Bridge opens in June\n\n" + _PARAGRAPH * 3

SHAPES: dict[str, Callable[[int], str]] = {
    "one line, no space": _repeated("a"),
    "one line of prose": _repeated(_SENTENCE),
    "line breaks": _repeated("\n"),
    "spaces": _repeated(" "),
    "CR, LF and tabs": _repeated("\r\n\t \r"),
    "lines of one letter": _repeated("a\n"),
    "headlines": _numbered("Council number {} opens a bridge\n"),
    "paragraphs": _numbered("In year {} " + _PARAGRAPH),
    "equal paragraphs": _repeated(_PARAGRAPH),
    "open braces": _repeated("{{"),
    "braces, lines": _repeated("{{ a.b }\n"),
    "brackets, nested": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "Markdown, unbalanced": _repeated("[a](http://b *_`![\n"),
    "Markdown links": _numbered("[Council {} opens](https://example.com/a_(b)/c)\n"),
    "links by number": lambda size: (
        "\n".join(f"Read [{n}]council news [{n}]today" for n in range(size // 70))
        + "\n"
        + "\n".join(f"{n}. https://example.com/a/{n}" for n in range(size // 70))
    ),
    "addresses in brackets": _numbered("Council {} opens [https://example.com/a/b] a bridge [/c/d].\n"),
    "tags in text": _repeated("<p>A <b>line</b> of text<br/><script><!-- "),
    "NULs": _repeated("\x00"),
    "surrogates": _repeated("\ud800a\udfff "),
    "bidi controls": _repeated("\u202e\u2066abc\u202c\n"),
    "combining marks": lambda size: "e" + "\u0301" * size,
    "share buttons": _repeated("ShareTweetEmail\n"),
    "glued buttons, one line": _repeated("ShareTweetEmail"),
    "related links": _numbered("Read also: Council {} opens a bridge\n", _PAGE),
    "clutter and prose in turn": _numbered("Council {} met. " + _SENTENCE + "\n\nShareTweetEmail\n\nAdvertisement\n\n"),
    "dates": _numbered("By Ana Silva, January 16, 2018 10:30 GMT {}\n", _PAGE),
    "digits": _repeated("1"),
    "digits and stops": _repeated("12.12.12.12:12 "),
    "dashes": _repeated("TOKYO -- "),
    "datelines": _repeated("PARIS, Feb 3 (Reuters) - " + _SENTENCE + "\n\n"),
    "captions": _numbered("The bridge in June {} (Photo: Ana Silva)\n\n", _PAGE),
    "captions in capitals": _numbered(
        "{0}" + "A" * 150 + "! (Photo: Ana Silva)\n\n" + "B" * 150 + "! | Ana {0}\n\n", _PAGE
    ),
    "names of many words": _numbered("By Posted Anabel {0}\n\nAna River of Wexley {0}\n\n", _PAGE),
    "credits": _numbered("(Reporting by Ana Silva {})\n", _PAGE),
    "tags": lambda size: _PAGE + "Tags: " + "bridge, council, " * (size // 17),
    "comments": _numbered("Reader {}\nI do not think so.\nReply\n", _PAGE + "Comments\n"),
    "paywall": _numbered("Subscribe now for ${} a month to continue reading\n", _PAGE),
    "hard-wrapped": _repeated("The council met on Monday and decided, after a long debate, to open\n"),
    "Markdown tables": _repeated("a | b\n---|---\n"),
    "drop caps": _repeated("T he ferry was sold to its crew on Tuesday, the harbour board said.\n\n"),
    "JSON's escapes": _repeated("The board\\u2019s vote was final.\\n\\n"),
    "mojibake": _repeated("â€œKÃ¶ln â€” MÃ¼nchenâ€\x9d "),
    "entities": _repeated("&amp;amp;&quot;&#8220;"),
    "ideographs, one line": _repeated("新华社巴黎三月五日电"),
    "Japanese paragraphs": _repeated(
        "港の委員会は火曜日の夜、古い魚市場を六月に再開すると決めた。工事には三億円がかかった。\n\n"
    ),
    "random ASCII": _random("abcdefghijklmnopqrstuvwxyz     .,-()[]{}:;\n\n\"'0123456789ABC"),
    "random Unicode": _random("".join(map(chr, range(0x20, 0x3000, 7))) + "\n" * 40 + " " * 200),
    "quotes": _repeated("“"),
    "and and and": lambda size: "Sport and " + "fish and " * (size // 9) + ",",
    "authors": lambda size: "By " + "Ana Silva and Bo Lund and " * (size // 26) + "Joe Doe\n\n" + _PARAGRAPH * 3,
    "numbered lines": _numbered("{}. The council opens a bridge in June\n"),
    "numbered list": _numbered("{}. The council met and decided to open the bridge in June.\n", _PAGE),
    "addresses": _repeated("ana@example.org"),
    "name of one word": lambda size: f"By {'aA' * (size // 2)}\n\n{_PARAGRAPH * 3}",
}
_HTML_PAGE = f"<html lang=en><h1>Bridge opens in June</h1><p>{_SENTENCE * 2}</p>"
#: Shapes that go to `clean_html`.
HTML_SHAPES: dict[str, Callable[[int], str]] = {
    "HTML paragraphs": _numbered("<p>In year {} " + _SENTENCE * 2 + "</p>", "<html>"),
    "HTML links": _numbered("<li><a href=/{}>Council opens a bridge</a></li>", _HTML_PAGE + "<ul>"),
    "HTML deep": lambda size: _HTML_PAGE + "<div>" * (size // 11) + "deep" + "</div>" * (size // 11),
    "HTML deep inline": lambda size: _HTML_PAGE + "<b>" * (size // 7) + "deep" + "</b>" * (size // 7),
    "HTML never closed": _repeated("<p><span>a "),
    "HTML lines": _repeated("A line of text<br>"),
    "HTML table": _repeated("<tr><td>1</td><td>2</td></tr>"),
    "HTML names": _numbered('<div class="a{0} b{0}" id="c{0}">A text</div>', _HTML_PAGE),
    "HTML bylines": _repeated('<div class="author">Ana Silva</div>'),
    "HTML further stories": _repeated(
        "<div><h2>Related articles</h2><p><a href=/x>Mill sold at last</a></p><p>The old mill was sold.</p></div>"
    ),
    "HTML answers": _repeated(
        "<div><h3>Is it sold?</h3><div hidden><p>It is.</div><h3>Since May?</h3><div hidden><p>Since June.</div></div>"
    ),
    "HTML own lines": lambda size: _HTML_PAGE + "<pre>" + "A line of text\n\n" * (size // 16),
    "HTML own elements": _repeated("<x-para>A line of text.</x-para>"),
    "HTML headings": _repeated("<h1>Bridge opens in June</h1>"),
    "HTML microdata": _repeated("<div itemprop=author>Ana Silva"),
    "HTML times": _repeated("<time datetime=2024-01-01>Monday</time>"),
    "HTML JSON-LD": lambda size: (
        '<script type="application/ld+json">['
        + ",".join(['{"@type": "NewsArticle", "headline": "A"}'] * (size // 43))
        + f"]</script>{_HTML_PAGE}"
    ),
    "HTML NULs": _repeated("<\x00p>a\x00b</p\x00>"),
    "HTML page data": lambda size: (
        f"<script>window.__DATA__=(function(a,b){{return {{{'a:b,' * (size // 4)}}}}}(1,2))</script>{_HTML_PAGE}"
    ),
    "HTML class": lambda size: f"{_HTML_PAGE}<p>A <span class='{'-' * size}'>text</span>",
    "HTML classes": lambda size: f"{_HTML_PAGE}<p>A <span class='{'author ' * (size // 7)}'>text</span>",
    "HTML attributes": lambda size: f"<p {' '.join(f'a{n}=1' for n in range(size // 9))}>A text",
    "HTML title of dashes": lambda size: f"<title>Ferry sold {'-' * size}x</title>{_HTML_PAGE}",
    "HTML title of bars": lambda size: f"<title>Ferry sold{' | a' * (size // 4)}</title>{_HTML_PAGE}",
    "HTML graph of bars": lambda size: f"<meta property=og:title content='Ferry {'|' * size}x'>{_HTML_PAGE}",
    "HTML JSON-LD of dashes": lambda size: (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry {"-" * size}x"}}</script>'
        f"<meta property=og:site_name content='Ferry {'-' * 999}'>{_HTML_PAGE}"
    ),
    "HTML site of dashes": lambda size: (
        f"<title>Ferry sold - The Paper</title><meta property=og:site_name content='Paper {'-' * size}x'>{_HTML_PAGE}"
    ),
    "HTML names of sites": lambda size: (
        "".join(f"<meta property=og:site_name content='The Paper {n}'>" for n in range(size // 52))
        + f"<title>Ferry sold - Paper 7</title>{_HTML_PAGE}"
    ),
    "HTML JSON-LD, nested": lambda size: (
        f'<script type="application/ld+json">{"[" * (size // 2)}{"]" * (size // 2)}</script>{_HTML_PAGE}'
    ),
    "HTML declarations": lambda size: "<div>" * 3000 + "<![a[" * (size // 5) + _HTML_PAGE,
    "HTML comments": lambda size: _HTML_PAGE + "<div>" * 3000 + "<!-- a " * (size // 7),
    "HTML tags left open": lambda size: _HTML_PAGE + "<div>" * 3000 + "<a b='" * (size // 6),
    "HTML scripts": lambda size: f"<script>{'a=1;' * (size // 4)}</script>{_HTML_PAGE}",
}


def exponent(name: str) -> tuple[float, list[float]]:
    """The slope of log time over log size, and the seconds for each size."""
    return _measured(name, SIZES, _slope, LIMIT)


def per_kilobyte(name: str) -> tuple[float, list[float]]:
    """How many times as long a kilobyte takes in the largest text as in the smallest, and the seconds for each size."""
    return _measured(name, WIDE_SIZES, _ratio, WIDE_LIMIT)


def _measured(
    name: str, sizes: tuple[int, ...], told: Callable[[list[float]], float], limit: float
) -> tuple[float, list[float]]:
    """What a shape's times tell; noise only ever adds time, so what is over the limit is measured again."""
    clean = newsclean.clean_html if name in HTML_SHAPES else newsclean.clean
    newsclean.clean(_PAGE)
    newsclean.clean_html(_HTML_PAGE)
    texts = [(SHAPES | HTML_SHAPES)[name](size) for size in sizes]
    seconds = [float("inf")] * len(sizes)
    for _ in range(ROUNDS):
        seconds = [min(best, _least(text, clean)) for best, text in zip(seconds, texts, strict=True)]
        if told(seconds) <= limit:
            break
    return told(seconds), seconds


def _ratio(seconds: list[float]) -> float:
    small, large = (s / size for s, size in zip(seconds, WIDE_SIZES, strict=True))
    return large / small


def _slope(seconds: list[float]) -> float:
    xs, ys = [log(size) for size in SIZES], [log(s) for s in seconds]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / sum((x - x_mean) ** 2 for x in xs)


def _least(text: str, clean: Callable[[str], object]) -> float:
    best, runs = _timed(text, clean), 1
    while runs < (QUICK_RUNS if best < QUICK else RUNS):
        best = min(best, _timed(text, clean))
        runs += 1
    return best


def _timed(text: str, clean: Callable[[str], object]) -> float:
    # Lines read in an earlier run would make small texts look quick, and what it left others slow.
    reader.recurring.clear()
    gc.collect()
    start = time.process_time()
    clean(text)
    return max(time.process_time() - start, 1e-6)


def main() -> int:
    """Print a table, a row a shape."""
    parser = argparse.ArgumentParser(description="How cleaning time grows with size.")
    shapes = SHAPES | HTML_SHAPES
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"some of: {', '.join(shapes)}")
    parser.add_argument("--wide", action="store_true", help="10 kB and 1 MB, and the time for a kilobyte")
    options = parser.parse_args()
    names = options.shapes or list(shapes)
    unknown = sorted(set(names) - set(shapes))
    if unknown:
        parser.error(f"no such shape: {', '.join(unknown)}")
    measure, sizes, limit = (per_kilobyte, WIDE_SIZES, WIDE_LIMIT) if options.wide else (exponent, SIZES, LIMIT)
    print(f"{'shape':28}{'times' if options.wide else 'exponent':>10}" + "".join(f"{s // 1000:>8} kB" for s in sizes))
    bad = 0
    for name in names:
        with ProcessPoolExecutor(1) as alone:
            found, seconds = alone.submit(measure, name).result()
        bad += found > limit
        mark = "  over" if found > limit else ""
        print(f"{name:28}{found:>10.2f}" + "".join(f"{s:>9.3f} s" for s in seconds) + mark, flush=True)
    print(f"{bad} of {len(names)} shapes over {limit}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
