"""The formats in which articles are written: one file a format.

A writer takes articles, from an iterator that it reads one article at a time,
and a text stream. A new format is a file of its own and one entry in `FORMATS`.

No format writes control characters, but for tabs, line feeds and the form feed
between two texts: JSON has them as `\\u001b`; text and Markdown leave them out.
Marks of the direction of writing stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from newsclean.formats import json_array, jsonl, markdown, schema_org, table, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsclean.article import Article

    Writer = Callable[[Iterable[Article], TextIO], None]

#: Every format, by the name it has on the command line; the first is the default.
FORMATS: Mapping[str, Writer] = {
    "jsonl": jsonl.write,
    "json": json_array.write,
    "text": text.write,
    "markdown": markdown.write,
    "schema-org": schema_org.write,
    "table": table.write,
}


def write(articles: Iterable[Article], stream: TextIO, form: str = "jsonl") -> None:
    """Write articles to a text stream, each as soon as it is there.

    Args:
        articles: the articles; read lazily, one at a time.
        stream: where they go, such as an open file or `sys.stdout`.
        form: the name of a format, one of `FORMATS`.

    Raises:
        ValueError: there is no format of that name.

    >>> import sys, newsclean
    >>> write([newsclean.Article(title="Rates rise")], sys.stdout, "text")
    Rates rise
    """
    if form not in FORMATS:
        msg = f"no format named {form!r}; there are {', '.join(FORMATS)}"
        raise ValueError(msg)
    FORMATS[form](articles, stream)
