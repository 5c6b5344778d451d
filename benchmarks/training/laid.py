"""Articles in the layouts that pages' HTML has: paragraphs in elements of every sort, or parted by breaks only.

The page's own clutter stands above, below and between them. What the classes of a real page would tell is missing, as
it often is.
"""

from __future__ import annotations

import zlib
from html import escape
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.training.varied import cut, drawn, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.pages import Page


class _Flow(NamedTuple):
    """How paragraphs follow each other: an element of each, and an element around all."""

    each: str
    around: str = "{}"


_FLOWS = (
    _Flow("<p>{}</p>"),
    _Flow("<p class={name}>{}</p>"),
    _Flow("<div>{}</div>"),
    _Flow("<div class={name}><div>{}</div></div>"),
    _Flow("<div><p><span>{}</span></p></div>"),
    _Flow("<section><p>{}</p></section>"),
    _Flow("{}<br><br>"),
    _Flow("{}<br>"),
    _Flow("{}<br>", "<p>{}</p>"),
    _Flow("<span>{}</span><br><br>"),
    _Flow("{}<p>"),
    _Flow("{}\n\n", "<pre>{}</pre>"),
    _Flow("<li>{}</li>", "<ul>{}</ul>"),
    _Flow("<li><p>{}</p></li>", "<ol class={name}>{}</ol>"),
    _Flow("<dd>{}</dd>", "<dl>{}</dl>"),
    _Flow("<dt>{}</dt>", "<dl>{}</dl>"),
    _Flow("<tr><td>{}</td></tr>", "<table>{}</table>"),
    _Flow("<p>{}</p>", "<table><tr><td valign=top>{}</td></tr></table>"),
    _Flow("<blockquote>{}</blockquote>"),
    _Flow("<{name}-text>{}</{name}-text>"),
)
#: How often each is drawn: as pages have them.
_OFTEN = np.array([8, 4, 6, 4, 3, 2, 6, 4, 2, 2, 2, 2, 3, 2, 2, 1, 2, 3, 1, 1], float)
#: Around the title and the text; the second is empty where the title stands outside.
_STORIES = (
    "<article>{head}{text}</article>", "<div class={name}>{head}{text}</div>", "<main>{head}<div>{text}</div></main>",
    "{head}<div class={name}><div>{text}</div></div>", "<td>{head}{text}</td>", "<form>{head}{text}</form>",
    "{head}{text}", "<section>{head}{text}</section>", "<{name}-story>{head}{text}</{name}-story>",
)  # fmt: skip
_TITLES = ("<h1>{}</h1>", "<h1 class={name}>{}</h1>", "<h2>{}</h2>", "<div class={name}><b>{}</b></div>",
           "<font size=5>{}</font><br>")  # fmt: skip
#: What the first or the last paragraph stands in on many pages, apart from the others.
_APART = ("<div class={name}>{}</div>", "<p><b>{}</b></p>", "<p><em>{}</em></p>", "<section><p>{}</p></section>",
          "<div><p class={name}>{}</p></div>", "<h3>{}</h3>", "<aside>{}</aside>", "<blockquote><p>{}</p></blockquote>",
          "<details><p>{}</p></details>")  # fmt: skip
#: What clutter stands in between paragraphs, and in a list of it.
_BETWEEN = ("<p>{}</p>", "<div class={name}>{}</div>", "<p><a href=/{name}>{}</a></p>",
            "<div><a href=/{name}>{}</a></div>", "<aside><p>{}</p></aside>", "{}<br>")  # fmt: skip
_LISTED = ("<li><a href=/{name}>{}</a></li>", "<a href=/{name}>{}</a> ", "<div><a href=/{name}>{}</a></div>",
           "<p>{}</p>", "<td>{}</td>")  # fmt: skip
_LISTS = ("<ul>{}</ul>", "<div class={name}>{}</div>", "<nav>{}</nav>", "<table><tr>{}</tr></table>",
          "<aside>{}</aside>")  # fmt: skip
#: What else a page says in sentences: within the article's element, below it, and not to be seen.
_WITHIN = ("<p>{}</p>", "<p><em>{}</em></p>", "<div class={name}>{}</div>", "<div class={name}><p>{}</p></div>")
_OUTSIDE = (*_WITHIN, "<aside><p>{}</p></aside>", "<footer><p>{}</p></footer>", "<ul class={name}><li>{}</li></ul>",
            "<section class={name}><p>{}</p></section>")  # fmt: skip
_HIDDEN = ("<p style='display:none'>{}</p>", "<div hidden>{}</div>", "<p style='visibility: hidden'>{}</p>")
#: Half the pages' names say nothing, as a compiler of style sheets makes them.
_NAMES = ("content", "text", "story", "entry", "main", "body", "post", "inner", "box", "item", "wrap", "row")


def make(page: Page, around: Sequence[str], number: int) -> str:
    """HTML with some of a page's golden paragraphs in it; always the same for a number.

    Args:
        page: a labelled page.
        around: lines of it that are not the article's.
        number: of the layout.
    """
    rng = np.random.default_rng(zlib.crc32(f"laid/{page.folder}/{page.id}/{number}".encode()))
    body, _ = cut([" ".join(p.split()) for p in page.paragraphs if p.strip()], rng)
    clutter = short(around)
    others = [line for line in around if line not in clutter and any(map(str.isalnum, line))]
    title = " ".join((page.title or "").split())
    head = _set(drawn(_TITLES, rng), title, rng) if title and rng.random() < 0.85 else ""
    text = _text(body, clutter, rng) + "".join(_told(others, (*_WITHIN, *_HIDDEN), rng))
    story = drawn(_STORIES, rng).format(head=head, text=text, name=_name(rng))
    above = _list(clutter, rng)
    below = "".join(
        ("".join(_told(others, _OUTSIDE, rng)), *(_list(clutter, rng) for _ in range(int(rng.integers(0, 4)))))
    )
    return f"<!doctype html><html><title>{escape(title)}</title><body>{above}{story}{below}</body></html>"


def _text(body: Sequence[str], clutter: Sequence[str], rng: np.random.Generator) -> str:
    flow = _FLOWS[int(rng.choice(len(_FLOWS), p=_OFTEN / _OFTEN.sum()))]
    named = _name(rng)
    marks = [flow.each] * len(body)
    for at in (0, -1):
        # A flow's own element would have to be closed before another one.
        if body and flow.around == "{}" and rng.random() < 0.3:
            marks[at] = drawn(_APART, rng)
    parts = [mark.format(escape(line), name=named) for mark, line in zip(marks, body, strict=True)]
    if clutter and flow.around == "{}" and rng.random() < 0.5:
        mark = drawn(_BETWEEN, rng)
        for _ in range(int(rng.integers(1, 6))):
            parts.insert(int(rng.integers(1, len(parts) + 1)), _set(mark, drawn(clutter, rng), rng))
    return flow.around.format("".join(parts), name=named)


def _list(clutter: Sequence[str], rng: np.random.Generator) -> str:
    """Lines one after the other, as menus, related stories and footers have them."""
    if not clutter:
        return ""
    first, size = int(rng.integers(len(clutter))), int(rng.integers(2, 15))
    mark = drawn(_LISTED, rng)
    items = (_set(mark, line, rng) for line in clutter[first : first + size])
    return _set(drawn(_LISTS, rng), "".join(items), rng, raw=True)


def _told(lines: Sequence[str], marks: Sequence[str], rng: np.random.Generator) -> Iterator[str]:
    """Sentences that are none of the article's, one time in two: on its author, from readers, to subscribers."""
    mark = drawn(marks, rng)
    for _ in range(int(rng.integers(1, 4)) if lines and rng.random() < 0.5 else 0):
        yield _set(mark, drawn(lines, rng), rng)


def _set(mark: str, text: str, rng: np.random.Generator, *, raw: bool = False) -> str:
    return mark.format(text if raw else escape(text), name=_name(rng))


def _name(rng: np.random.Generator) -> str:
    return drawn(_NAMES, rng) if rng.random() < 0.5 else f"x{int(rng.integers(1 << 20)):x}"
