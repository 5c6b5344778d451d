"""What programs and press archives call an article's fields: keys, each before its value."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean.text import front_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def by_key(keys_of: Mapping[str, str]) -> dict[str, str]:
    """The field of each key, of the keys of each field in a row."""
    return {key: field for field, keys in keys_of.items() for key in keys.split()}


#: The field of each key, without spaces and marks between the words; some languages'
#: heads of mails are among them.
FIELDS = by_key(
    {
        "title": "title headline subject betreff objet asunto oggetto assunto onderwerp temat тема",
        "deck": "deck subtitle subheadline subheading standfirst description summary excerpt abstract",
        "byline": "author authors byline creator writer",
        "published": "date published publishedtime publishedat publisheddate publishedon publicationdate datepublished "
        "pubdate publishdate publishtime postedon created sent gesendet envoyé enviado inviato verzonden",
        "modified": "modified updated lastmod lastmodified lastupdated modifiedtime modifieddate datemodified "
        "updatedat",
        "tags": "tags keywords topics",
        "section": "section category categories",
        "url": "url urlsource sourceurl link permalink canonical canonicalurl pageurl articleurl",
        "site": "site sitename hostname host domain publisher outlet newspaper source website",
        "body": "text content body fulltext articletext articlebody maintext markdowncontent",
        "other": "language lang fingerprint id image license pagetype comments slug layout draft type warning "
        "crawled retrieved accessed scraped crawldate retrieveddate accessdate scrapedat fetchedat timestamp country "
        "from to cc bcc replyto messageid mimeversion contenttype contenttransferencoding returnpath deliveredto "
        "listunsubscribe von an de à para da a aan",
    }
)
#: A line without the space around it.
LINE = re.compile(r"\S(?:[^\r\n\x0b\x0c\u2028\u2029]*\S)?")
#: A key, in quotes or bold, with the space behind it and the mark of a text in several lines.
PAIR = re.compile(
    r"\ufeff?(?:\*\*|__|[\"'])?([^\W\d_][\w .-]{0,30}?)[\"']?\s?:(?!//)(?:\*\*|__)?(?:[ \t]+(?:[>|][+-]?$)?|$)"
)


class Entry(NamedTuple):
    """A key and what it tells.

    Attributes:
        field: the Article's field it fills, `site`, `body` (which goes on below), `other`, `line` for what has no key,
            or `""` for a fence.
        spans: the stretch of the text with the key, and those of its values.
        keyed: whether there is a key; else all stretches are values'.
    """

    field: str
    spans: list[tuple[int, int]]
    keyed: bool = True


def of_pair(pair: re.Match[str], end: int, fields: Mapping[str, str] = FIELDS) -> Entry:
    """The entry of a line that ends somewhere, which opens with a key."""
    field = fields.get(key_of(pair), "other")
    value = [(pair.end(), end)] if pair.end() < end else []
    return Entry(field, [(pair.start(), pair.start() + len(pair[0].rstrip())), *value])


def key_of(pair: re.Match[str]) -> str:
    """A line's key, without spaces, marks and capitals."""
    return front_values.plain(pair[1])


def body_at(text: str, entries: Sequence[Entry]) -> int:
    """Where the text begins that entries stand above, or above and below: behind the first that others follow on."""
    spans = [span for entry in entries for span in entry.spans]
    gaps = (end for (_, end), (start, _) in pairwise(spans) if text[end:start].strip())
    return next(gaps, spans[-1][1] if spans else 0)
