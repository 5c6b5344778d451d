"""The Article fields that a page states outside its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean import naming
from newsclean.html import authors, jsonld, pictures, sections, timestamps, titles, topics
from newsclean.language.sites import plain

if TYPE_CHECKING:
    from newsclean.html.head import Head

_LONGEST_TAG, _MOST_TAGS = 60, 30
_DOMAIN = re.compile(r"\A(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]++\.)++[a-z]{2,}+)/?", re.IGNORECASE)
_NOT_FREE = frozenset({"false", "no", "0"})


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
        "publisher": _publisher(head),
        "image": pictures.lead(head),
    }
    fallbacks = {
        "authors": signed.others,
        # A moment needs nothing more; a day may yet have its time.
        "published": None if "T" in (published or "") else timestamps.probably_published(head, language),
        "section": None if section else topics.in_title(head, title) or sections.on_the_way(head, title),
        "tags": _tags(head),
        "paywall": "prompt" if _paid(head) else None,
    }
    return _filled(stated), _filled(fallbacks)


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in fields.items() if value}


def _publisher(head: Head) -> str | None:
    """What the outlet calls itself; by its address only where it has no other name."""
    names = [
        *head.meta("og:site_name"),
        *head.stated("publisher"),
        *(name for node in head.nodes if "WebSite" in jsonld.strings(node.get("@type")) for name in _name(node)),
        *head.meta(*naming.META_SITE[1:]),
    ]
    named = [name for name in names if plain(name) and len(name) <= _LONGEST_TAG]
    own = next((name for name in named if not _DOMAIN.fullmatch(name)), named[0] if named else "")
    domain = _DOMAIN.fullmatch(own)
    return (domain["host"] if domain else own) or None


def _name(node: jsonld.Node) -> list[str]:
    return jsonld.strings(node.get("name"))


def _tags(head: Head) -> tuple[str, ...]:
    """Topics; one string may hold many."""
    stated = (
        head.meta(*naming.META_TAGS[:1])
        or head.stated("keywords")
        or head.meta(*naming.META_TAGS[1:])
        or topics.linked(head.root)
    )
    names = (name.strip() for text in stated for name in text.split(","))
    tags = {plain(name): name for name in names if plain(name) and len(name) <= _LONGEST_TAG}
    return tuple(tags.values())[:_MOST_TAGS]


def _paid(head: Head) -> bool:
    stated = [node.get("isAccessibleForFree") for node in head.articles]
    return any(str(value).lower() in _NOT_FREE for value in stated if isinstance(value, str | bool | int))
