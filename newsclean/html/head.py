"""What a page says of itself outside its text: meta tags, JSON-LD, microdata, links."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from newsclean import naming
from newsclean._lazy import lazy
from newsclean.html import headlines, jsonld
from newsclean.html.elements import is_hidden, names_of, text_of
from newsclean.language.reader import Reader
from newsclean.language.sites import PARTS, names_site, parsed, plain, site_names, without_site
from newsclean.markup import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: Characters below the headline where what is about the article stands.
_BELOW = 1200
#: So many authors are a list of them, and a headline has so many words; more links than these are a menu's.
_SEVERAL, _FEWEST_WORDS, _MOST_LINKS = 2, 2, 200
#: What stands above another article's headline says in so many characters that it is one.
_LABEL = 120
#: The elements that may be a line, and with it a title.
_LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "td", "font", "b", "strong", "span", "big", "center")
#: The elements that are properties in microdata. From their attributes, which are few, they are found at once.
_MARKED = XPath("//@itemprop/..")


_OF_SITES = naming.ORGANISATIONS | {"WebSite"}


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
                for key in {naming.bare(meta.get(name) or "") for name in naming.META_NAMING} - {""}:
                    found.setdefault(key, []).append(value)
        return found

    def meta(self, *names: str) -> list[str]:
        """The contents of the meta tags of these names, those of the first name first; signs in names do not count."""
        return [value for name in dict.fromkeys(map(naming.bare, names)) for value in self._meta.get(name, ())]

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
        signing = {id(author) for node in self.articles for author in jsonld.listed(node.get("author"))}
        for node in self.nodes:
            names += jsonld.strings(node.get("publisher"))
            kinds = jsonld.strings(node.get("@type"))
            # An agency that signs is an organisation, too.
            if id(node) not in signing and "Person" not in kinds and not _OF_SITES.isdisjoint(kinds):
                names += jsonld.strings(node.get("name"))
        return site_names(names, self.url)

    @lazy
    def front(self) -> frozenset[str]:
        """What links to the front page are called, as `plain` gives it."""
        return frozenset(map(plain, headlines.home_names(self.root))) - {""}

    @lazy
    def linked(self) -> frozenset[str]:
        """What all links of the page are called, as `plain` gives it."""
        return frozenset(plain(text_of(link)) for link in self.root.iter("a"))

    @lazy
    def language(self) -> str | None:
        """The language that the page says it is in, in ISO 639-1."""
        code = (self.root.get("lang") or "").split("-")[0].strip().lower()
        return code if len(code) == len("en") else None

    @lazy
    def called(self) -> list[str]:
        """What the page is called where its window's title, or that of links to it, is given."""
        titles = (text_of(element) for element in islice(self.root.iter("title"), 1))
        return list(filter(None, (*titles, *self.meta("og:title")[:1])))

    @lazy
    def outlets(self) -> frozenset[str]:
        """What the page calls its outlet, also at the end of its title, as `plain` gives it."""
        ends = {part for text in self.called if (part := PARTS.split(text)[-1]) != text}
        return self.sites | {plain(end) for end in ends if not self._reader.read(end).names_section}

    @lazy
    def _reader(self) -> Reader:
        return Reader(self.language)

    @lazy
    def home(self) -> frozenset[str]:
        """What the page calls itself that is no title of an article, but the name of its site, and of a section."""
        return frozenset(key for text in self.called if (key := plain(text)) and self._names_site(text, self.front))

    def _names_site(self, text: str, names: frozenset[str]) -> bool:
        """Whether all parts of a title name site and section, as links to the front page bear the site's name.

        A part may have a few letters more where readers see it nowhere: "News site Coast" of "Coast".
        """
        parts = [part for part in PARTS.split(text) if plain(part)]
        site = [part for part in parts if plain(part) in names]
        if not site:
            site = [part for part in parts if names_site(part, names) and not self._shows(plain(part))]
        return bool(site) and all(part in site or self._reader.read(part).names_section for part in parts)

    def _shows(self, key: str) -> bool:
        """Whether readers see a line somewhere; given as `plain` does."""
        lines = (element for element in self.root.iter(*_LINES) if plain(text_of(element)) == key)
        return any(not any(map(is_hidden, (line, *line.iterancestors()))) for line in lines)

    @lazy
    def headline(self) -> headlines.Headline | None:
        """The headline that readers see above the article."""
        names = [*self.stated("headline"), *self.meta("og:title", "twitter:title")]
        names += [text for element in islice(self.root.iter("title"), 1) if (text := text_of(element))]
        told = {plain(name) for name in (*names, *(without_site(name, self.sites, set()) for name in names))}
        sections = map(plain, (*self.stated("articleSection"), *self.meta("article:section")))
        sites = self.sites | self.home
        return headlines.find(self.root, told - sites - {""}, sites.union(sections), self._reader)

    def signs(self, element: _Element) -> bool:
        """Whether a byline or a date stands right below an element."""
        return headlines.signed_below(element, self._reader)

    @lazy
    def below_headline(self) -> list[_Element]:
        """The elements that begin right below the headline: its byline and date, and perhaps the first paragraphs."""
        found = self.headline
        near = headlines.below(found.element) if found else ()
        return [element for element, _ in takewhile(lambda entry: entry[1] <= _BELOW, near)]

    @lazy
    def _around_headline(self) -> frozenset[_Element]:
        return frozenset(self.headline.element.iterancestors()) if self.headline else frozenset()

    @lazy
    def _beside_headline(self) -> list[_Element]:
        """The headline and the elements around it that have others beside them."""
        around = [self.headline.element, *self._around_headline] if self.headline else []
        return [element for element in around if element.tag not in PAGE]

    @lazy
    def _next_articles(self) -> frozenset[_Element]:
        """The elements beside the headline's that are called alike and have a headline of their own.

        Below them are those of any name, below a first-level headline that is signed or dated.
        """
        alike = (
            beside
            for around in self._around_headline
            if around.get("class") or around.tag == "article"
            for beside in around.itersiblings(around.tag)
            if naming.alike(names_of(around), names_of(beside)) and self._titles_another(beside)
        )
        below = (beside for around in self._beside_headline[1:] for beside in around.itersiblings())
        return frozenset((*alike, *filter(self._signs_another, below)))

    def _signs_another(self, element: _Element) -> bool:
        """Whether an element begins with another article's first-level headline, and a byline or a date below that."""
        own = self.headline.element if self.headline else None
        another = element.find(".//h1") if own is not None and own.tag == "h1" else None
        if own is None or another is None or plain(text_of(another)) == plain(text_of(own)):
            return False
        above = takewhile(lambda node: node is not another, element.iter())
        label = sum(len((node.text or "").strip()) for node in above)
        return label <= _LABEL and self.signs(another)

    def _titles_another(self, element: _Element) -> bool:
        """Whether an element has a first-level heading, or one called an article's title as the page's own is."""
        own = names_of(self.headline.element) if self.headline else ""
        titled = naming.ARTICLE_TITLE.search(own) and any(
            naming.alike(own, names_of(heading)) for heading in element.iter("h2", "h3")
        )
        return bool(titled) or element.find(".//h1") is not None

    @lazy
    def _columnists(self) -> frozenset[_Element]:
        """The elements above the headline that list several authors and what each wrote."""
        above = (beside for around in self._beside_headline for beside in around.itersiblings(preceding=True))
        return frozenset(filter(_lists_authors, above))

    def is_of_another(self, element: _Element) -> bool:
        """Whether an element stands in what is not this article's: a comment, a teaser, a list of events."""
        within = any(around.tag == "article" for around in self._around_headline)
        # Below the headline such a link may hold the author's card.
        if _teases(element) and element not in self.below_headline:
            return True
        for around in (element, *element.iterancestors()):
            if around in self._around_headline or around.tag in {"main", "body"}:
                return False
            if around.tag in {"nav", "footer"} or (within and around.tag == "article"):
                return True
            if around in self._next_articles or around in self._columnists or naming.ANOTHERS.search(names_of(around)):
                return True
        return False

    @lazy
    def _marked(self) -> list[_Element]:
        found: Any = _MARKED(self.root)
        return list(found)

    def properties(self, *names: str) -> Iterator[_Element]:
        """The elements that microdata marks as properties of the article."""
        for element in self._marked:
            if set((element.get("itemprop") or "").lower().split()) & set(names) and not _of_another(element):
                yield element


def _leads_to_author(link: _Element) -> bool:
    return link.get("rel") == "author" or bool(naming.AUTHOR_PAGE.search(link.get("href") or ""))


def _teases(element: _Element) -> bool:
    """Whether an element stands in a link that says more than it does: another article's headline, and who wrote it."""
    link = next(element.iterancestors("a"), None)
    more = len(text_of(link).split()) - len(text_of(element).split()) if link is not None else 0
    return link is not None and more >= _FEWEST_WORDS and not _leads_to_author(link)


def _lists_authors(element: _Element) -> bool:
    """Whether an element links to the pages of several authors, and as many headlines."""
    links = list(islice(element.iter("a"), _MOST_LINKS))
    authors = set(filter(_leads_to_author, links))
    headlines = [link for link in links if link not in authors and len(text_of(link).split()) >= _FEWEST_WORDS]
    return len(headlines) >= len(authors) >= _SEVERAL


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
