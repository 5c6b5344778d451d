"""News in XML and SGML, as agencies and archives hand it on, made a page.

NITF, NewsML-G2, the documents of Reuters' corpora (RCV1, Reuters-21578), of TREC and of Gigaword, an item of a feed.
Each format is a row of paths to what an article has (IPTC: NITF 3.6 and NewsML-G2; the Linguistic Data Consortium's
guide to Gigaword; RSS 2.0; RFC 4287). A page says the same in its head and its elements, so that one reader is enough.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from newsclean.lexicon.characters import DASHES
from newsclean.text import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


class _Format(NamedTuple):
    """Paths to an article's fields, without namespaces and in small letters; of several the first that is there."""

    title: str
    body: str
    deck: str = ""
    byline: str = ""
    author: str = ""
    dateline: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: str = ""
    publisher: str = ""
    url: str = ""
    captions: str = ""


_NEWSML = _Format(
    title=".//contentmeta/headline | ./headline | ./title",
    deck=".//contentmeta/headline[@role='hldrole:subtitle'] | .//subheadline",
    byline=".//contentmeta/by | ./byline",
    author=".//contentmeta/creator/name",
    dateline=".//contentmeta/dateline | ./dateline",
    published=".//contentmeta/contentcreated | .//itemmeta/firstcreated | .//dc[@element='dc.date.published']/@value"
    " | ./@date",
    modified=".//contentmeta/contentmodified",
    tags=".//contentmeta/keyword | .//contentmeta/subject/name",
    publisher=".//itemmeta/provider/name | .//dc[@element='dc.publisher']/@value",
    body=".//inlinexml | ./text",
)
_FEED = _Format(
    title="./title",
    author="./creator | ./author/name | ./author",
    published="./pubdate | ./published | ./date",
    modified="./updated",
    tags="./category/@term | ./category",
    url="./link[not(@rel) or @rel='alternate']/@href | ./link",
    deck="./summary",
    body="./encoded | ./content | ./description",
)
_FORMATS = {
    "nitf": _Format(
        title=".//hedline/hl1 | ./head/title",
        deck=".//hedline/hl2",
        byline=".//body.head/byline",
        dateline=".//body.head/dateline",
        published=".//date.issue/@norm | .//pubdata/@date.publication | .//body.head/dateline/story.date/@norm",
        section=".//pubdata/@position.section | .//meta[@name='online_sections']/@content"
        " | .//meta[@name='dsk']/@content",
        tags=".//key-list/keyword/@key",
        publisher=".//pubdata/@name | .//doc.copyright/@holder",
        captions=".//media",
        body=".//body.content/block[@class='full_text'] | .//body.content",
    ),
    "newsitem": _NEWSML,
    "item": _FEED,
    "entry": _FEED,
    "doc": _Format(
        title="./headline | ./head | ./hl | ./ti | ./title",
        byline="./byline | ./by",
        dateline="./dateline",
        published="./date | ./date1 | ./@id | ./docno",
        body="./text",
    ),
    "reuters": _Format(
        title="./text/title",
        author="./text/author",
        dateline="./text/dateline",
        published="./date",
        tags="./topics/d",
        body="./text/body",
    ),
}
#: What holds one of these, if it holds no other.
_AROUND = frozenset({"newsmessage", "newsml", "rss", "rdf", "channel", "feed", "itemset"})
_HEADINGS = frozenset({"hl2", "hl3", "h2", "h3", "h4"})
_PARAGRAPHS, _PICTURE = frozenset({"p", "li", "tr", *_HEADINGS}), "media"
#: A tag, and what tells that a text in an element is HTML.
_DECLARED, _TAG = re.compile(r"\A\s*<\?xml[^>]*>"), re.compile(r"<[a-zA-Z/]")
_NAME = re.compile(r"[a-z][a-z0-9._-]*+")
#: Text that is no markup.
_CDATA = re.compile(r"(<!\[CDATA\[(?:(?!\]\]>).)*+\]\]>)", re.DOTALL)
#: References by name; "&" and "<" that are no markup; references to control characters, which XML has not.
_NAMED, _AMPERSAND = re.compile(r"&[A-Za-z][A-Za-z0-9]{1,30};"), re.compile(r"&(?!#?\w{1,31};)")
_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_CONTROL = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]|[xX](?:0?[0-8b-fB-F]|1[0-9a-fA-F]));")
#: Those that XML knows, by number: behind a fault in the document its reader leaves out those by name.
_NUMBERS = {"&amp;": "&#38;", "&lt;": "&#60;", "&gt;": "&#62;", "&quot;": "&#34;", "&apos;": "&#39;"}
#: "20240502", "20240502T103000Z", in a document's number too.
_BASIC = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)?)?")


def as_page(text: str) -> str | None:
    """The page of a news document in one of the formats; `None` where a text is in none of them."""
    if not kinds.is_news_xml(text):
        return None
    # Neither entities nor files from elsewhere are read, and what is not well-formed is taken as far as it goes.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(_referenced(text).encode("utf-8", "replace"), parser)
    # Pages may be deeper than XML is read.
    if root is None or any("depth" in error.message for error in parser.error_log):
        return None
    for element in root.iter("*"):
        # Cut out of its document, an item has prefixes that nothing declares; what is no name is none of a format's.
        name = str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
        element.tag = name if _NAME.fullmatch(name) else "x"
    found = [root] if root.tag in _FORMATS else [one for name in _FORMATS for one in root.iter(name)]
    if len(found) != 1 or (found[0] is not root and root.tag not in _AROUND):
        return None
    row = _FORMATS[found[0].tag]
    body = _first(found[0], row.body)
    return None if body is None or isinstance(body, str) else "".join(_page(found[0], row, body))


def _referenced(text: str) -> str:
    """A document without its declaration, whose references XML knows: those of HTML are characters, "&" is itself."""
    parts = _CDATA.split(_DECLARED.sub("", text).lstrip("\ufeff \t\r\n"))
    # What stands in every other part is text as it is.
    parts[::2] = map(_by_number, parts[::2])
    return "".join(parts)


def _by_number(text: str) -> str:
    named = _NAMED.sub(lambda name: _NUMBERS.get(name[0]) or unescape(name[0]), _CONTROL.sub("", text))
    return _LESS.sub("&#60;", _AMPERSAND.sub("&#38;", named))


def _page(item: _Element, row: _Format, body: _Element) -> Iterator[str]:
    title = _text(_first(item, row.title))
    yield f"<!doctype html><html><head><title>{escape(title)}</title>"
    stated = {
        "og:title": [title],
        "author": _texts(item, row.author),
        "article:published_time": [_time(_text(_first(item, row.published)))],
        "article:modified_time": [_time(_text(_first(item, row.modified)))],
        "article:section": [_text(_first(item, row.section))],
        "article:tag": _texts(item, row.tags),
        "og:site_name": [_text(_first(item, row.publisher))],
        "og:url": [_text(_first(item, row.url))],
    }
    for name, values in stated.items():
        yield from (f'<meta property="{name}" name="{name}" content="{escape(value)}">' for value in values if value)
    yield "</head><body><article>"
    yield f"<h1>{escape(title)}</h1>"
    deck, byline, dateline = (_text(_first(item, path)) for path in (row.deck, row.byline, row.dateline))
    # With an agency it opens the text, as it does on a wire; a place alone would have nothing that tells it from text.
    filed = dateline.endswith((")", *DASHES))
    for name, said in (("deck", deck), ("byline", byline), ("dateline", "" if filed else dateline)):
        yield f'<div class="{name}">{escape(said)}</div>' if said else ""
    yield from _paragraphs(body, f"{dateline.rstrip(f'{DASHES} ')} — " if filed else "")
    yield from (f"<figcaption>{escape(text)}</figcaption>" for text in _texts(item, row.captions))
    yield "</article></body></html>"


def _paragraphs(body: _Element, dateline: str) -> Iterator[str]:
    """The paragraphs of a body, below a dateline: elements, or HTML given as text, or lines of a text alone."""
    parts = list(_parts(body))
    if all(isinstance(part, str) for part in parts):
        text = "".join(map(str, body.itertext()))
        yield text if _TAG.search(text) else f"<pre>{escape(dateline)}{escape(text.lstrip())}</pre>"
        return
    for n, part in enumerate(parts):
        tag = "p" if isinstance(part, str) else part.tag
        name = "h2" if tag in _HEADINGS else "li" if tag == "li" else "p"
        yield f"<{name}>{'' if n else escape(dateline)}{escape(_text(part))}</{name}>"


def _parts(body: _Element) -> Iterator[_Element | str]:
    """The elements of paragraphs that stand in no other, and the text beside them."""
    depth, beside = 0, [body.text or ""]
    for event, element in etree.iterwalk(body, ("start", "end")):
        if element is body:
            continue
        own = element.tag in _PARAGRAPHS or element.tag == _PICTURE
        if event == "start":
            if own and not depth:
                yield from _told(beside)
                beside = []
                # Pictures come at the end.
                yield from [element] if element.tag != _PICTURE else ()
            depth += own
            beside += [] if depth else [element.text or ""]
        else:
            depth -= own
            beside += [] if depth else [element.tail or ""]
    yield from _told(beside)


def _told(texts: list[str]) -> Iterator[str]:
    """Some texts as one, if they say anything."""
    text = "".join(texts)
    if not text.isspace() and text:
        yield text


def _all(item: _Element, paths: str) -> list[Any]:
    """What the first of some paths leads to that leads anywhere: elements or values of attributes."""
    found: Iterator[Any] = (item.xpath(path) for path in paths.split(" | ") if path)
    return next(filter(None, found), [])


def _first(item: _Element, paths: str) -> Any:  # noqa: ANN401 - an element or a text
    return next(iter(_all(item, paths)), None)


def _texts(item: _Element, paths: str) -> list[str]:
    return list(filter(None, map(_text, _all(item, paths))))


def _text(found: Any) -> str:  # noqa: ANN401 - an element or a text, or none
    """What an element or an attribute says, in words parted by single spaces."""
    text = found if isinstance(found, str) or found is None else "".join(found.itertext())
    return " ".join((text or "").split())


def _time(text: str) -> str:
    """A time as pages state it too, though it is written without marks: "20240502T103000Z"."""
    basic = _BASIC.search(text)
    if not basic:
        return text
    year, month, day, hour, minute, second, zone = basic.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone or ''}" if hour else "")
