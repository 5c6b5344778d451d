"""The address of an article's lead picture."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsclean import naming
from newsclean.language.sites import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.html.head import Head

_HTTP = frozenset({"http", "https"})
_LONGEST = 2000


def lead(head: Head) -> str | None:
    """The picture that a page states as its article's, else the first one shown in it; not the site's logo."""
    logos = {address for node in head.nodes for address in _of(node.get("logo"))}
    for address in _addresses(head):
        url = _joined(head.url or "", address)
        name = parsed(url).path.rpartition("/")[2]
        known = parsed(url).scheme in _HTTP and len(url) <= _LONGEST
        if known and address not in logos and not naming.NO_PICTURE.match(name):
            return url
    return None


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def _addresses(head: Head) -> Iterator[str]:
    yield from head.meta(*naming.META_IMAGE)
    for key in ("image", "thumbnailUrl"):
        for node in head.articles:
            yield from _of(node.get(key))
    for element in head.properties("image", "thumbnailurl"):
        yield element.get("content") or element.get("href") or element.get("src") or ""
    for link in head.root.iter("link"):
        if (link.get("rel") or "").lower() == "image_src":
            yield link.get("href") or ""
    for image in _shown(head.root):
        yield next(filter(None, map(image.get, naming.IMAGE_SOURCES)), "")


def _of(value: object) -> Iterator[str]:
    """The addresses in what JSON-LD says of a picture: an address, a thing with one, several of either."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for key in ("url", "contentUrl", "@id") if isinstance(found := value.get(key), str))
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from _of(item)


def _shown(root: _Element) -> Iterator[_Element]:
    """The pictures set apart as such in the article."""
    for around in root.iter("article", "main"):
        for figure in around.iter("figure"):
            yield from figure.iter("img")
