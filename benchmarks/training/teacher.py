"""Paragraphs of pages where nobody marked any, from a model that sees the HTML and what extractors take.

For each fold there is a teacher that saw no page of it, so that nothing of a tested page reaches training.
"""

from __future__ import annotations

import logging
import re
import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from benchmarks import flatten, metrics
from benchmarks.peers import PEERS
from benchmarks.training import recipe
from benchmarks.training.documents import fold_of, words
from benchmarks.training.labels import align
from newsclean.content import features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from benchmarks.pages import Page
    from benchmarks.training.documents import Golds

    F32 = NDArray[np.float32]

EXTRACTORS = ("trafilatura", "readability", "resiliparse main", "newspaper4k", "trafilatura, all")
_TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "div", "section", "blockquote", "article",
    "main", "aside", "nav", "footer", "header", "form", "figure", "ul", "ol", "table", "button", "label", "dl",
)  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio", "iframe", "br",
))  # fmt: skip
_SKIPPED = frozenset((
    "script", "style", "template", "head", "svg", "noscript", "iframe", "object", "canvas", "textarea",
))  # fmt: skip
#: What the names of classes say.
_SIGNS = [
    re.compile(sign)
    for sign in (
        r"content|body|text|story|entry|post\b|article",
        r"paragraph|\bpar\b|richtext|copy",
        r"comment|disqus|reply|kommentar",
        r"relat|teaser|recommend|more|mehr|read-?also|card|list",
        r"shar|social|follow",
        r"nav|menu|breadcrumb",
        r"foot|bottom",
        r"side|aside|rail|widget",
        r"newsletter|subscri|signup|paywall|abo|promo|donat|login",
        r"\bad\b|ads|advert|banner|sponsor|werb|anzeige",
        r"caption|credit|image|foto|photo|media|figure|gallery|slide|video",
        r"author|byline|autor|bio|profile",
        r"meta|tag|topic|date|time|info|categor",
        r"cookie|consent|gdpr|privacy|modal|popup|overlay",
        r"title|headline|heading",
        r"lead|deck|summary|intro|standfirst|perex|subtitle|teaser-text|excerpt|vorspann",
        r"box|infobox|fact|aside|pull|quote",
        r"hidden|sr-only|visually|screen-reader",
        r"articlebody",
    )
]
_DEEPEST, _LONGEST_PATH, _LONGEST_NAME = 200, 9, 120
_SPACE = re.compile(r"\s+")
_LEAST_TEXT, _LEAST_SURE = 250, 0.75
_SHORTEST_KEPT, _SHORTEST_DROPPED = 12, 4
_SETTINGS = {
    "objective": "binary", "num_leaves": 31, "learning_rate": 0.06, "min_data_in_leaf": 40, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "num_threads": 2, "seed": 1,
    "deterministic": True, "force_row_wise": True,
}  # fmt: skip
_ROUNDS = 300


@frozen
class Piece:
    """A block of a page and where it stands in its tree: tags, and names of classes, from the outside in."""

    text: str
    link: float
    path: tuple[tuple[str, str], ...]
    depth: int
    children: int


@frozen
class Blocks:
    """A page's blocks: their texts, what is known of them, and the share of each that is golden."""

    page: Page
    texts: list[str]
    table: F32
    labels: F32 | None


def golds(labelled: list[Page], unlabelled: list[Page], say: Callable[[str], None], jobs: int = 2) -> dict[str, Golds]:
    """Paragraphs of the unlabelled pages, by id; pages of which no teacher is sure are left out."""
    import lightgbm

    with get_context("spawn").Pool(jobs) as pool:
        train = [blocks for blocks in pool.imap(_blocks, labelled, chunksize=4) if blocks]
        say(f"teacher: {len(train)} pages to learn from")
        teachers = [_fit(train, out) for out in range(recipe.FOLDS + 1)]
        for line in _tested(train, teachers):
            say(line)
        del train
        found: dict[str, Golds] = {}
        for blocks in pool.imap(_blocks, unlabelled, chunksize=4):
            if blocks is None:
                continue
            by_teacher = tuple(_taught(blocks, _predict(teacher, blocks)) for teacher in teachers)
            if any(by_teacher):
                found[blocks.page.id] = by_teacher
    say(f"teacher: {len(found)} pages labelled, LightGBM {lightgbm.__version__}")
    return found


def _fit(train: list[Blocks], out: int) -> Any:  # noqa: ANN401
    import lightgbm

    some = [blocks for blocks in train if fold_of(blocks.page) != out]
    labels = np.concatenate([blocks.labels for blocks in some if blocks.labels is not None])
    weight = np.concatenate(
        [np.sqrt(np.expm1(blocks.table[:, 1]) + 1) * recipe.LINE_WEIGHT.get(blocks.page.folder, 1.0) for blocks in some]
    )
    table = np.concatenate([blocks.table for blocks in some])
    return lightgbm.train(_SETTINGS, lightgbm.Dataset(table, (labels >= 0.5).astype(int), weight=weight), _ROUNDS)


def _predict(teacher: Any, blocks: Blocks) -> F32:  # noqa: ANN401
    return np.asarray(teacher.predict(blocks.table), np.float32)


def _tested(train: list[Blocks], teachers: list[Any]) -> Iterator[str]:
    """How well the teachers do on the folds they did not see."""
    rows: dict[str, list[metrics.Counts]] = {}
    for blocks in train:
        sure = _predict(teachers[fold_of(blocks.page)], blocks) >= 0.5
        body = "\n".join(text for text, keep in zip(blocks.texts, sure, strict=True) if keep)
        rows.setdefault(blocks.page.folder, []).append(metrics.compare(body, blocks.page.body))
    for folder, counts in sorted(rows.items()):
        score = metrics.summarise(counts)
        yield f"teacher on {folder}: F1 {score.f1:.3f}, exact {score.exact:.3f}, {score.pages} pages"


def _taught(blocks: Blocks, sure: F32) -> tuple[str, ...] | None:
    """The paragraphs that a teacher finds, mended by the phrases that are known to belong, or not to."""
    keep = sure >= 0.5
    plain = [" ".join(metrics.tokens(text)) for text in blocks.texts]
    for phrase in _phrases(blocks.page.kept, _SHORTEST_KEPT):
        at = [n for n, text in enumerate(plain) if phrase in text]
        if at and not keep[at].any():
            keep[max(at, key=lambda n: sure[n])] = True
    for phrase in _phrases(blocks.page.dropped, _SHORTEST_DROPPED):
        for n, text in enumerate(plain):
            if phrase in text and len(phrase) > 0.5 * len(text):
                keep[n] = False
    found = tuple(text for text, kept in zip(blocks.texts, keep, strict=True) if kept)
    weight = np.sqrt(np.expm1(blocks.table[:, 1]))
    certain = float((np.abs(sure - 0.5) * 2 * weight).sum() / max(1e-6, weight.sum()))
    return found if sum(map(len, found)) >= _LEAST_TEXT and certain > _LEAST_SURE else None


def _phrases(phrases: tuple[str, ...], shortest: int) -> Iterator[str]:
    for phrase in phrases:
        plain = " ".join(metrics.tokens(phrase))
        if len(plain) >= shortest:
            yield plain


def _blocks(page: Page) -> Blocks | None:
    logging.disable(logging.CRITICAL)
    html = page.html
    pieces = [piece for piece in _pieces(html) if piece.text][: recipe.MOST_LINES]
    if len(pieces) < recipe.FEWEST_LINES:
        return None
    texts = [piece.text for piece in pieces]
    extracts = [_extract(name, html) for name in EXTRACTORS]
    labels = align(texts, page.paragraphs) if page.paragraphs else None
    return Blocks(page, texts, _table(pieces, texts, extracts), labels)


def _extract(name: str, html: str) -> str:
    try:
        if name == "trafilatura, all":
            from trafilatura import extract

            return extract(html, favor_recall=True, include_comments=True) or ""
        return PEERS[name][0](html).text
    except Exception:  # noqa: BLE001
        # A page that one of the extractors cannot read: it took nothing.
        return ""


def _pieces(html: str) -> list[Piece]:
    root = flatten.tree(html)
    if root is None:
        return []
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, 20 * _DEEPEST))
    try:
        walk = _Walk()
        walk.element(root, in_link=False, depth=0)
        walk.flush()
    finally:
        sys.setrecursionlimit(limit)
    return walk.pieces


class _Walk:
    """Gathers the blocks of a tree."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._linked = 0
        self._path: list[Any] = []

    def element(self, node: Any, *, in_link: bool, depth: int) -> None:  # noqa: ANN401
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _SKIPPED or depth > _DEEPEST:
            return
        block = tag in _BLOCKS
        if block:
            self.flush()
            if tag != "br":
                self._path.append(node)
        in_link = in_link or tag == "a"
        self._add(node.text, in_link=in_link)
        for child in node:
            self.element(child, in_link=in_link, depth=depth + 1)
            self._add(child.tail, in_link=in_link)
        if block:
            self.flush()
            if tag != "br":
                self._path.pop()

    def _add(self, text: str | None, *, in_link: bool) -> None:
        if text:
            self._text.append(text)
            self._linked += len(text.strip()) if in_link else 0

    def flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        if text:
            path = tuple((node.tag, _names(node)) for node in self._path[-_LONGEST_PATH:])
            children = len(self._path[-1]) if self._path else 0
            link = min(1.0, self._linked / len(text))
            self.pieces.append(Piece(text, link, path, len(self._path), children))
        self._text.clear()
        self._linked = 0


def _names(node: Any) -> str:  # noqa: ANN401
    names = " ".join(node.get(name) or "" for name in ("class", "id", "itemprop", "data-testid"))
    return names[:_LONGEST_NAME].lower()


def _table(pieces: list[Piece], texts: list[str], extracts: list[str]) -> F32:
    """What is known of each block and, of some of it, what is known of its neighbours."""
    _, lines = features.compute(texts, words())
    spots = np.stack([_spot(piece) for piece in pieces])
    taken = np.stack([_taken(texts, text) for text in extracts], 1)
    weight = np.expm1(lines[:, 1])
    numbers: dict[Any, int] = {}
    place = np.array([numbers.setdefault(piece.path, len(numbers)) for piece in pieces])
    parent = np.array([numbers.setdefault(("", piece.path[:-1]), len(numbers)) for piece in pieces])

    def shared(group: NDArray[Any], values: NDArray[Any]) -> NDArray[Any]:
        """The mean over the blocks that stand in the same place, by their words."""
        whole = np.bincount(group, weight)
        return np.asarray((np.bincount(group, values * weight) / np.maximum(whole, 1))[group])

    sums = [
        *(shared(group, values) for values in (taken[:, 0], taken.mean(1), spots[:, 0]) for group in (place, parent)),
        *(np.log1p(np.bincount(group, weight)[group]) for group in (place, parent)),
        taken.mean(1),
    ]
    names = ("words", "stops", "ends_stop", "frequent")
    core = np.concatenate(
        [taken, np.stack(sums, 1), spots[:, :1], lines[:, [features.NAMES.index(name) for name in names]]], 1
    )
    near = []
    for step in (-3, -2, -1, 1, 2, 3):
        moved = np.zeros_like(core)
        if step < 0:
            moved[-step:] = core[:step]
        else:
            moved[:-step] = core[step:]
        near.append(moved)
    return np.concatenate([lines, spots, taken, np.stack(sums, 1), *near], 1).astype(np.float32)


def _spot(piece: Piece) -> F32:
    spot = np.zeros(3 + 2 * len(_TAGS) + 3 * len(_SIGNS), np.float32)
    spot[:3] = piece.link, piece.depth, piece.children
    for up, (tag, names) in enumerate(reversed(piece.path)):
        if tag in _TAGS:
            at = 3 + _TAGS.index(tag)
            spot[at] += up == 0
            spot[at + len(_TAGS)] += 1
        if names.strip():
            for number, sign in enumerate(_SIGNS):
                if sign.search(names):
                    spot[3 + 2 * len(_TAGS) + 3 * number + min((up + 1) // 2, 2)] = 1
    return spot


def _taken(texts: list[str], extract: str) -> F32:
    """The share of each block's words that an extractor took; short blocks only as a whole line."""
    lines = [line for line in (" ".join(raw.split()) for raw in extract.split("\n")) if line]
    if not lines:
        return np.full(len(texts), -0.2, np.float32)
    ours, theirs = features.words(texts), features.words([" ".join(lines), *lines])
    first, runs = features.grams(ours, 3)
    line = ours.line[first]
    hit = np.bincount(line, np.isin(runs, features.grams(theirs, 3)[1]), minlength=len(texts))
    share = (hit / np.maximum(np.bincount(line, minlength=len(texts)), 1)).astype(np.float32)
    whole = {text.lower().strip(" •-*") for text in lines}
    for n in np.flatnonzero(ours.sizes < 3):
        share[n] = texts[n].lower() in whole
    return share
