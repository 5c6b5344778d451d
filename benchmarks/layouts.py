"""The layouts of HTML in which pages set an article: how each paragraph is marked, and what stands around all."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP = (
    '<header><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav>'
    "</header>"
)
_FOOT = '<footer><a href="/about">About us</a><p>© 2024 The Paper. All rights reserved.</p></footer>'


class Layout(NamedTuple):
    """Patterns for what stands around the text, each paragraph, and where they are others, the first and the last."""

    around: str
    each: str
    first: str = ""
    last: str = ""

    def page(self, title: str, paragraphs: Sequence[str]) -> str:
        """A page with an article laid out so."""
        marks = [self.each] * len(paragraphs)
        marks[0], marks[-1] = self.first or marks[0], self.last or marks[-1]
        text = "".join(mark.format(escape(line)) for mark, line in zip(marks, paragraphs, strict=True))
        body = self.around.format(title=escape(title), text=text)
        return f"<!doctype html><html><title>{escape(title)} | The Paper</title><body>{_TOP}{body}{_FOOT}</body></html>"


_STORY = "<article><h1>{title}</h1>{text}</article>"
_BARE = '<div class="story"><h1>{title}</h1>{text}</div>'

#: By name.
LAYOUTS = {
    "article, p": Layout(_STORY, "<p>{}</p>"),
    "h2": Layout("<main><h2>{title}</h2>{text}</main>", "<p>{}</p>"),
    "div": Layout(_BARE, '<div class="x">{}</div>'),
    "div within div": Layout(_BARE, "<div><div><span>{}</span></div></div>"),
    "br br": Layout(_BARE, "{}<br><br>"),
    "br": Layout(_BARE, "{}<br>\n"),
    "span, br": Layout(_BARE, '<span class="t">{}</span><br>'),
    "p never opened": Layout(_BARE, "{}<p>"),
    "font in a table": Layout(
        '<table width="600"><tr><td><a href="/">Home</a></td><td><font size="5">{title}</font><br><font face="arial">'
        "{text}</font></td></tr></table>",
        "{}<br><br>",
    ),
    "cells": Layout("<h1>{title}</h1><table>{text}</table>", "<tr><td>{}</td></tr>"),
    "sections": Layout(_STORY, "<section><p>{}</p></section>"),
    "list": Layout("<article><h1>{title}</h1><ul>{text}</ul></article>", "<li><p>{}</p></li>"),
    "definitions": Layout("<article><h1>{title}</h1><dl>{text}</dl></article>", "<dt>–</dt><dd>{}</dd>"),
    "details": Layout(_STORY, "<details><summary>More</summary><p>{}</p></details>", first="<p>{}</p>"),
    "pre": Layout("<h1>{title}</h1><pre>{text}</pre>", "{}\n\n"),
    "elements of its own": Layout("<x-story><h1>{title}</h1>{text}</x-story>", "<x-para>{}</x-para>"),
    "form": Layout('<form method="post"><input type="hidden"><div><h1>{title}</h1>{text}</div></form>', "<p>{}</p>"),
    "lead in a div": Layout(_STORY, "<p>{}</p>", first='<div class="lead">{}</div>'),
    "lead in bold": Layout(_STORY, "<p>{}</p>", first="<p><b>{}</b></p>"),
    "last in a div": Layout(_STORY, "<p>{}</p>", last='<div class="end">{}</div>'),
    "adverts between": Layout(_STORY, '<p>{}</p><div class="ad">Advertisement</div>'),
    "folded": Layout(
        _STORY, "<p>{}</p>", first='<p>{}</p><div class="more" style="display: none">', last="<p>{}</p></div>"
    ),
}
