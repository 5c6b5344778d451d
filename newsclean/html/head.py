"""What a page says of itself outside its text: meta tags, JSON-LD, microdata, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml.etree import XPath, iterwalk

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.html import jsonld
from newsclean.language.sites import parsed, plain, site_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Characters below the headline where what is about the article stands, and elements that are about other things.
_BELOW = 1200
_ASIDE = frozenset({"nav", "aside", "footer", "script", "style", "noscript", "template", "svg"})
#: The elements that are properties in microdata. From their attributes, which are few, they are found at once.
_MARKED = XPath("//@itemprop/..")


def text_of(element: _Element) -> str:
    """All text in an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


class Head:
    """A page's statements about itself, read when asked for.

    Args:
        root: the page's tree.
        url: its address, where known.
    """

    def __init__(self, root: _Element, url: str | None = None) -> None:
        self.root = root
        self._url = url

    @lazy
    def _meta(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for meta in self.root.iter("meta"):
            value = " ".join((meta.get("content") or "").split())
            if value:
                for key in {(meta.get(name) or "").strip().lower() for name in naming.META_NAMING} - {""}:
                    found.setdefault(key, []).append(value)
        return found

    def meta(self, *names: str) -> list[str]:
        """The contents of the meta tags of these names, those of the first name first."""
        return [value for name in names for value in self._meta.get(name, ())]

    @lazy
    def nodes(self) -> list[jsonld.Node]:
        """All things the JSON-LD describes."""
        return jsonld.nodes(self.root)

    @lazy
    def articles(self) -> list[jsonld.Node]:
        """Those that are articles, the likeliest to be this page's first."""
        found = jsonld.articles(self.nodes)
        here = plain(self.url or "")
        # Other articles are listed on many pages, and each has an address of its own.
        return sorted(found, key=lambda node: bool(here) and _elsewhere(node, here))

    def stated(self, *keys: str) -> list[str]:
        """What the JSON-LD of the first article that has any of these keys says under it."""
        for key in keys:
            for node in self.articles:
                values = jsonld.strings(node.get(key))
                if values:
                    return values
        return []

    @lazy
    def url(self) -> str | None:
        """The page's address: as given, else as it states it."""
        if self._url:
            return self._url
        links = [link.get("href") for link in self.root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
        return next((url for url in [*links, *self.meta("og:url")] if url and parsed(url).netloc), None)

    @lazy
    def sites(self) -> frozenset[str]:
        """What the site and its publisher are called, as `plain` gives it."""
        names = [*self.meta(*naming.META_SITE)]
        for node in self.nodes:
            names += jsonld.strings(node.get("publisher"))
            if any(
                kind in {"Organization", "NewsMediaOrganization", "WebSite"}
                for kind in jsonld.strings(node.get("@type"))
            ):
                names += jsonld.strings(node.get("name"))
        return site_names(names, self.url)

    @lazy
    def below_headline(self) -> list[_Element]:
        """The elements that begin right below the headline: its byline and date, and perhaps the first paragraphs."""
        headline = self.root.find(".//h1")
        if headline is None:
            return []
        asides = [around for around in headline.iterancestors() if around.tag in _ASIDE]
        above = asides[-1] if asides else headline
        found: list[_Element] = []
        seen = -1
        walk = iterwalk(self.root, events=("start", "end"))
        for event, node in walk:
            if event == "end" and node is above:
                seen = 0
            if seen < 0:
                continue
            if event == "end":
                seen += len((node.tail or "").strip())
            elif node.tag in _ASIDE:
                walk.skip_subtree()
            else:
                found.append(node)
                seen += len((node.text or "").strip())
            if seen > _BELOW:
                break
        return found

    @lazy
    def _marked(self) -> list[_Element]:
        found: Any = _MARKED(self.root)
        return list(found)

    def properties(self, *names: str) -> Iterator[_Element]:
        """The elements that microdata marks as properties of the article."""
        for element in self._marked:
            if set((element.get("itemprop") or "").lower().split()) & set(names) and not _of_another(element):
                yield element


def _of_another(element: _Element) -> bool:
    for around in element.iterancestors():
        if around.tag in {"figure", "aside", "nav", "footer"}:
            return True
        if set((around.get("itemprop") or "").lower().split()) & naming.OTHERS_PROPERTIES:
            return True
    return False


def _elsewhere(node: jsonld.Node, here: str) -> bool:
    """Whether a described thing gives another address than this page's."""
    page = node.get("mainEntityOfPage")
    addresses = [node.get("url"), page.get("@id") if isinstance(page, dict) else page]
    stated = [plain(parsed(address).path) for address in addresses if isinstance(address, str)]
    return any(stated) and not any(path in here for path in stated if path)
