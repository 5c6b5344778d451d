"""A page's HTML to flat text, in the ways that people do it.

Each function is named for what it imitates and imports it inside, so that one that is not installed costs only its row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACE = re.compile(r"\s+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = ("script", "style", "template", "noscript")


def tree(html: str) -> Any:  # noqa: ANN401
    """The page as lxml reads it, or None where it cannot."""
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True)
    try:
        return lxml.html.document_fromstring(_DECLARATION.sub("", html), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _seen(html: str) -> Any:  # noqa: ANN401
    from lxml import etree

    root = tree(html)
    if root is not None:
        etree.strip_elements(root, *_UNSEEN, with_tail=False)
    return root


def inscriptis(html: str) -> str:
    """As inscriptis lays it out."""
    from inscriptis import get_text as laid_out

    return str(laid_out(html))


def resiliparse(html: str) -> str:
    """All text that resiliparse finds."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=False)


def html2text(html: str) -> str:
    """Markdown, links and images kept."""
    from html2text import HTML2Text

    return HTML2Text().handle(html)


def get_text(html: str) -> str:
    """Every text node a line, as Beautiful Soup's `get_text("\\n", strip=True)` gives it."""
    root = _seen(html)
    if root is None:
        return ""
    return "\n".join(line for line in (_SPACE.sub(" ", piece).strip() for piece in root.itertext()) if line)


def text_content(html: str) -> str:
    """As lxml's `text_content` and Beautiful Soup's `get_text()`: with the source's line breaks, and no others."""
    root = _seen(html)
    return "" if root is None else str(root.text_content())


def one_line(html: str) -> str:
    """The whole page in one line, as Beautiful Soup's `get_text(" ", strip=True)` gives it."""
    return get_text(html).replace("\n", " ")


#: By name, as the tables and the training's recipe name them.
FLATTENERS: dict[str, Callable[[str], str]] = {
    "inscriptis": inscriptis,
    "resiliparse": resiliparse,
    "html2text": html2text,
    "get_text": get_text,
    "text_content": text_content,
    "one line": one_line,
}
