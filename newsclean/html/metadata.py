"""The Article fields that a page states outside its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean import naming
from newsclean.html import authors, pictures, publishers, sections, timestamps, titles, topics
from newsclean.language.sites import plain
from newsclean.language.tags import bare

if TYPE_CHECKING:
    from newsclean.html.head import Head

_LONGEST_TAG, _MOST_TAGS = 60, 30
_COMMA = re.compile(r",(?![^()]{0,60}\))")
_NOT_FREE, _FREE = frozenset({"false", "no", "0"}), frozenset({"true", "yes", "1"})
#: What a meta tag says of articles to pay for.
_TIERS = frozenset({"metered", "locked"})


def read(head: Head) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a page states, and what counts where its text says nothing, each by the name of the Article's field."""
    language = head.language
    signed = authors.authors(head, language)
    published = timestamps.published(head, language)
    title = titles.title(head)
    section = sections.stated(head, (title or "", *signed.people))
    stated = {
        "url": head.url,
        "title": title,
        "authors": signed.people,
        "published": published,
        "modified": timestamps.modified(head, language),
        "section": section,
        "publisher": publishers.publisher(head, title, section),
        "image": pictures.lead(head),
    }
    fallbacks = {
        "authors": signed.others,
        # A moment needs nothing more; a day may yet have its time.
        "published": None if "T" in (published or "") else timestamps.probably_published(head, language),
        "section": None if section else topics.in_title(head, title) or sections.on_the_way(head, title),
        "tags": _tags(head),
        "paywall": _paywall(head),
    }
    return _filled(stated), _filled(fallbacks)


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in fields.items() if value}


def _tags(head: Head) -> tuple[str, ...]:
    """Topics; one string may hold many."""
    stated = (
        head.meta(*naming.META_TAGS[:1])
        or head.stated("keywords")
        or head.meta(*naming.META_TAGS[1:])
        or topics.linked(head.root)
    )
    names = (bare(name) for text in stated for name in _COMMA.split(text))
    tags = {plain(name): name for name in names if plain(name) and len(name) <= _LONGEST_TAG}
    return tuple(tags.values())[:_MOST_TAGS]


def _paywall(head: Head) -> str | None:
    """Whether a page states that it asks to pay (`prompt`) or is free (`none`)."""
    stated = [node.get("isAccessibleForFree") for node in head.articles]
    told = {str(value).lower() for value in stated if isinstance(value, str | bool | int)}
    tiers = set(map(str.lower, head.meta(*naming.META_TIER)))
    if _NOT_FREE & told:
        return "prompt"
    if _FREE & told or "free" in tiers:
        return "none"
    return "prompt" if _TIERS & tiers else None
