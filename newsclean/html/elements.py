"""What can be told of one element of a page's tree: its text, its names, whether readers see it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclean import naming

if TYPE_CHECKING:
    from lxml.etree import _Element

_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def text_of(element: _Element) -> str:
    """All text in an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


def names_of(element: _Element) -> str:
    """The classes and the id of an element, in lower case, words in camel case parted."""
    return in_words(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=1 << 12)
def in_words(names: str) -> str:
    """Names of elements in lower case, words in camel case parted by a hyphen."""
    return _CAMEL.sub("-", names).lower()


def is_hidden(element: _Element) -> bool:
    """Whether an element says of itself that readers do not see it: by an attribute, its style or a class for that."""
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or bool(_UNSEEN.search(element.get("style") or ""))
        or bool(naming.HIDDEN.search(names_of(element)))
    )
