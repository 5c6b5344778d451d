"""What can be told of one element of a page's tree: its text, its names, whether readers see it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsclean import naming
from newsclean.html import hidden

if TYPE_CHECKING:
    from lxml.etree import _Element

_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")


def text_of(element: _Element) -> str:
    """All text in an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


def names_of(element: _Element) -> str:
    """The classes and the id of an element, in lower case, words in camel case parted."""
    return in_words(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=1 << 12)
def in_words(names: str) -> str:
    """Names of elements in lower case, words in camel case parted by a hyphen."""
    # Most have no capital in them.
    return names if names.islower() else _CAMEL.sub("-", names).lower()


def is_hidden(element: _Element) -> bool:
    """Whether readers do not see an element, as it says of itself, or by a class that style sheets mostly hide."""
    attributes: Any = element.attrib
    return (
        hidden.is_hidden(str(element.tag), attributes)
        or hidden.is_muted(attributes)
        or bool(naming.HIDDEN.search(names_of(element)))
    )
