"""Pages of one site, made: the furniture of a labelled page around other golden articles of its language.

Of a page, as HTML or flat, what is not its article is the site's furniture. On each page made of it another article
stands in its place, in as many elements as that has paragraphs, under its own title. Furniture varies: of the lines
that may be teasers, half have another article's title on each page, and some are missing; four in ten other lines stand
on some pages only, on a share between 5% and 80%. What the golden page has between its paragraphs stands between other
paragraphs.

Some of what repeats is the articles' own. A third of the sites have a standing heading, in a third of their articles;
and one article in five has a paragraph that the next two to five have, too, as news that go on do, but no more than a
third of the site's. Where the golden page names its authors, each page names others, and its date is of another year.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import evolve, frozen

from benchmarks import metrics
from benchmarks.flatten import FLATTENERS, tree
from benchmarks.sites.signed import signed
from newsclean.language import detect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.folds import Folds
    from benchmarks.pages import Page

#: Parts of a longer article are several stories.
_FEWEST, _MOST = 4, 14
_TITLE_WORDS = 9
#: The words from which on what stands in the golden article is a part of it.
_PART = 5
#: The share of golden words that have to be found in elements of their own.
_FOUND = 0.95
_TEASER_WORDS, _VARIED, _MISSING = 4, 0.5, 0.1
_HEADED, _CONTINUED, _SERIES = 1 / 3, 0.2, (2, 6)
#: So much of the furniture stands on some pages only, on a share of them that is between these.
_SOMETIMES, _RATES = 0.4, (0.05, 0.8)
_HEADING_WORDS = 6
_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "blockquote", "div", "td", "dd", "section", "figcaption")
_SPACE = re.compile(r"\s+")


@frozen
class Told:
    """A story to be put into a page."""

    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()


@frozen
class Made:
    """A page that was made."""

    text: str
    paragraphs: tuple[str, ...]
    title: str
    url: str | None = None
    authors: tuple[str, ...] = ()
    """Whom it names; none where that is not known."""
    published: str | None = None


def stories(pages: Sequence[Page], folds: Folds) -> dict[tuple[str, int], list[Told]]:
    """Stories by language and by the fold that their page is in."""
    found: defaultdict[tuple[str, int], list[Told]] = defaultdict(list)
    for page in pages:
        paragraphs = [" ".join(paragraph.split()) for paragraph in page.paragraphs]
        key = (detect(" ".join(paragraphs)[:2000]) or "", _fold(folds, page))
        for start in range(0, len(paragraphs), _MOST):
            part = tuple(paragraphs[start : start + _MOST])
            titled = page.title and not start
            # Teasers on all other pages would be a line of the article.
            if len(part) >= _FEWEST and (titled or len(part[0].split()) > _TITLE_WORDS):
                title = page.title if titled else " ".join(part[0].split()[:_TITLE_WORDS])
                found[key].append(Told(" ".join(title.split()), part, page.authors))
    return dict(found)


def _fold(folds: Folds, page: Page) -> int:
    """The fold that a page is in; of pages that no model left out, the same."""
    return folds.fold_of(page) if page in folds else -1


def continued(told: Sequence[Told], rng: np.random.Generator) -> list[Told]:
    """Stories of one site: some share a heading, or a paragraph with those before."""
    short = [p for one in told for p in one.paragraphs if 1 < len(p.split()) <= _HEADING_WORDS and p[-1].isalnum()]
    heading = str(rng.choice(short)) if short and rng.random() < _HEADED else ""
    made: list[Told] = []
    background, left = "", 0
    for one in told:
        paragraphs = list(one.paragraphs)
        if heading and heading not in paragraphs and rng.random() < _HEADED:
            paragraphs.insert(int(rng.integers(2, len(paragraphs))), heading)
        if left:
            paragraphs.insert(int(rng.integers(2, len(paragraphs) + 1)), background)
            left -= 1
        elif rng.random() < _CONTINUED:
            background, left = str(rng.choice(one.paragraphs)), min(int(rng.integers(*_SERIES)), len(told) // 3)
        made.append(evolve(one, paragraphs=tuple(paragraphs)))
    return made


def paged(page: Page, told: Sequence[Told], rng: np.random.Generator) -> list[Made]:
    """HTML pages with a page's furniture; none where its article cannot be found in elements of its own."""
    root = tree(page.html)
    if root is None:
        return []
    for element in list(root.iter("script", "style", "noscript", "template")):
        element.drop_tree()
    places = _places(root, page)
    if not places:
        return []
    for element in _remains(root, page, places):
        if element.getparent() is not None:
            element.drop_tree()
    for number, element in enumerate(places):
        element.set("data-place", str(number))
    teasers = [element for element in root.iter("a") if _is_teaser(element, places)]
    for element in teasers:
        element.set("data-teaser", "1")
    for element in root.iter(*_BLOCKS):
        if rng.random() < _SOMETIMES and not len(element) and not element.get("data-place"):
            element.set("data-rate", str(rng.uniform(*_RATES)))
    # By chances of its own, so that all else of the pages is as it would be without.
    chance = np.random.default_rng(len(told))
    names = sorted({name for one in told for name in one.authors})
    made = []
    for one in told:
        copied = copy.deepcopy(root)
        _vary(copied, told, rng)
        authors, published = signed(copied, page, names, chance)
        made.append(Made(_filled(copied, page, one), one.paragraphs, one.title, None, authors, published))
    return made


def flat(page: Page, told: Sequence[Told], rng: np.random.Generator, form: str) -> list[Made]:
    """The same as flat text."""
    return [evolve(made, text=FLATTENERS[form](made.text)) for made in paged(page, told, rng)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(metrics.tokens(text))


def _places(root: Any, page: Page) -> list[Any]:  # noqa: ANN401
    """The innermost elements that are the golden paragraphs, in order."""
    wanted: Mapping[tuple[str, ...], int] = {_words(paragraph): len(_words(paragraph)) for paragraph in page.paragraphs}
    found: dict[tuple[str, ...], Any] = {}
    for element in root.iter(*_BLOCKS):
        words = _words(element.text_content())
        if words and words in wanted:
            # The innermost comes last.
            found[words] = element
    if sum(wanted[words] for words in found) < _FOUND * sum(wanted.values()):
        return []
    order = {element: number for number, element in enumerate(root.iter())}
    return sorted(found.values(), key=order.__getitem__)


def _remains(root: Any, page: Page, places: Sequence[Any]) -> list[Any]:  # noqa: ANN401
    """What else is of the article that goes: its deck, and what stands twice on the page, or in parts."""
    kept = {around for place in places for around in (place, *place.iterancestors())}
    whole = {_words(text) for text in (*page.paragraphs, page.deck) if text}
    told = f" {' '.join(metrics.tokens(' '.join(page.paragraphs)))} "
    found = []
    for element in root.iter(*_BLOCKS):
        words = () if element in kept else _words(element.text_content())
        if words in whole or (len(words) >= _PART and f" {' '.join(words)} " in told):
            found.append(element)
    return found


def _is_teaser(element: Any, places: Sequence[Any]) -> bool:  # noqa: ANN401
    if len(element.text_content().split()) < _TEASER_WORDS or len(list(element.iterdescendants())) > 2:  # noqa: PLR2004
        return False
    within = {element, *element.iterancestors()}
    return not any(place in within for place in places)


def _vary(made: Any, told: Sequence[Told], rng: np.random.Generator) -> None:  # noqa: ANN401
    """Have teasers lead to some other stories, and leave out what stands on some pages only."""
    for element in list(made.iter("a")):
        if element.attrib.pop("data-teaser", None):
            chance = rng.random()
            if chance < _VARIED:
                _say(element, told[int(rng.integers(len(told)))].title)
            elif chance < _VARIED + _MISSING:
                element.drop_tree()
    for element in made.xpath("//*[@data-rate]"):
        if rng.random() > float(element.attrib.pop("data-rate")):
            element.drop_tree()


def _filled(made: Any, page: Page, one: Told) -> str:  # noqa: ANN401
    """A page with a story in place of its own, put into a copy of it."""
    places = sorted(made.xpath("//*[@data-place]"), key=lambda element: int(element.get("data-place")))
    for element in places:
        del element.attrib["data-place"]
    texts = list(one.paragraphs)
    share = len(texts) / len(places)
    longest = max(places, key=lambda element: len(element.text_content()))
    for number, element in enumerate(places):
        own = texts[round(number * share) : round((number + 1) * share)]
        if not own:
            element.drop_tree()
            continue
        _say(element, own[0])
        for text in reversed(own[1:]):
            more = copy.deepcopy(longest)
            more.tail = None
            _say(more, text)
            element.addnext(more)
    return _retitled(made, page, one)


def _say(element: Any, text: str) -> None:  # noqa: ANN401
    """Give an element a text in place of what is in it."""
    for child in list(element):
        element.remove(child)
    element.text = text


def _retitled(made: Any, page: Page, one: Told) -> str:  # noqa: ANN401
    """The page as HTML, with the story's title wherever it had its own, and its first words as its description."""
    from lxml import html

    title = _SPACE.sub(" ", page.title or "").strip()
    for element in made.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "meta" and "escription" in (element.get("name") or element.get("property") or ""):
            element.set("content", one.paragraphs[0])
        if not title:
            continue
        for name, value in element.items():
            if title in value:
                element.set(name, value.replace(title, one.title))
        if (
            element.tag in {"h1", "h2", "title", "span", "a", "li", "p", "div"}
            and element.text_content().strip() == title
        ):
            _say(element, one.title)
        for kind in ("text", "tail"):
            value = _SPACE.sub(" ", getattr(element, kind) or "")
            if title in value:
                setattr(element, kind, value.replace(title, one.title))
    return str(html.tostring(made, encoding="unicode"))


def sites(
    pages: Sequence[Page], folds: Folds, number: int, *, html: bool, seed: int = 0, most: int = 1000
) -> Iterator[tuple[Page, list[Made]]]:
    """Sites of so many pages, and the page that each has its furniture from, where there are stories of its language.

    The stories of a site are from the fold that its furniture is from, so that a model that saw neither can judge it.
    """
    by_key = stories(pages, folds)
    forms = ("inscriptis", "resiliparse", "get_text")
    order = np.random.default_rng(seed).permutation(len(pages))
    left = most
    for page in (pages[n] for n in order):
        if not left:
            return
        rng = np.random.default_rng([seed, *map(ord, page.id[-12:])])
        key = (detect(" ".join(page.paragraphs)[:2000]) or "", _fold(folds, page))
        pool = [one for one in by_key.get(key, ()) if not set(one.paragraphs) & set(page.paragraphs)]
        if len(pool) < number:
            continue
        chosen = [pool[n] for n in rng.choice(len(pool), number, replace=False)]
        told = continued(chosen, rng)
        form = forms[int(rng.integers(len(forms)))]
        made = paged(page, told, rng) if html else flat(page, told, rng, form)
        if made:
            left -= 1
            yield page, made
