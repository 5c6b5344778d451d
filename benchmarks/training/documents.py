"""Pages in all their forms, with features and labels."""

from __future__ import annotations

import gzip
import json
import logging
import re
import zlib
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from attrs import define, field

from benchmarks import metrics, pages
from benchmarks.flatten import FLATTENERS
from benchmarks.peers import PEERS
from benchmarks.training import laid, recipe
from benchmarks.training.labels import align
from benchmarks.training.roles import LEARNED, find, told
from benchmarks.training.rough import ROUGH, strewn, thinned
from benchmarks.training.varied import make
from newsclean.html import read as read_page
from newsclean.model import cohesion, elements, features, spacing, words
from newsclean.model.net import HASHED
from newsclean.text import read as read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import scipy.sparse as sp
    from numpy.typing import NDArray
    from tldextract import TLDExtract

    from benchmarks.pages import Page
    from benchmarks.training.roles import Told
    from newsclean import Document
    from newsclean.markup import Markup

#: For each fold left out, and last for none, the paragraphs of a page; None where they are not known well enough.
Golds = tuple[tuple[str, ...] | None, ...]

#: By form, which of a page's lines it has, in what order.
_REARRANGED: Mapping[str, Callable[[Sequence[str], Sequence[bool]], Iterable[int]]] = {
    recipe.THINNED: thinned, recipe.STREWN: strewn,
}  # fmt: skip
#: The forms that pages are rearranged in, each for as many of them.
_LAID_OUT = ("inscriptis", "resiliparse")
#: The row of the roles that is the deck's.
_DECK = LEARNED.index("deck")
#: The columns of the spacing, which follow the features'.
_LAID = slice(len(features.NAMES), len(features.NAMES) + len(spacing.NAMES))
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")
_SAVED = re.compile(r"^hard::([^-/]+)")


@define
class Sample:
    """A page in one form. Rows of `labels` are for the folds left out, the last for none; -1 counts neither way."""

    folder: str
    id: str
    form: str
    fold: int
    #: Whether a person marked the paragraphs.
    marked: bool
    lines: list[str]
    labels: NDArray[np.float32]
    table: NDArray[np.float16]
    #: What is hashed, by line; empty once it is scored.
    hashed: dict[str, sp.csr_matrix]
    counts: NDArray[np.int32]
    sizes: NDArray[np.int32]
    sketch: NDArray[np.float16]
    #: Of a flat page for each role but the body: which lines it is, 1 or 0; -1 throughout where nothing is known.
    roles: NDArray[np.int8]
    #: How the lines are laid out, as `spacing.facts` tells it.
    laid: NDArray[np.int8]
    #: On an HTML page, numbers of the elements that each line stands in.
    groups: tuple[NDArray[np.int32], ...] = ()
    #: The scores of what is hashed, by fold left out; filled in by `linear`.
    linear: dict[str, NDArray[np.float32]] = field(factory=dict)

    @property
    def paged(self) -> bool:
        """Whether it is an HTML page."""
        return self.form in recipe.WEB_FORMS

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells this sample from others."""
        return self.folder, self.id, self.form

    def inputs(self, fold: int, *, unlaid: bool = False) -> NDArray[np.float32]:
        """What nets and trees are told of each line, with the scores of a model that left a fold out.

        `unlaid`: as if nothing were known of the layout.
        """
        scores = [rows[fold][:, None] for rows in self.linear.values()]
        found = np.concatenate([self.table.astype(np.float32), *scores], 1)
        if unlaid:
            found[:, _LAID] = 0
        return found

    def weights(self, fold: int, lines: slice = slice(None)) -> NDArray[np.float32]:
        """How much each line, or each of a stretch of them, counts in the loss: pages alike, none without a label."""
        size, y = self.sizes[lines].astype(np.float32), self.labels[fold][lines]
        weight = np.power(size, recipe.HYPER.power)
        weight = weight / max(1.0, float(weight[y >= 0.5].sum()), 0.3 * float(weight.sum()))
        weight = weight * recipe.WEIGHT.get(self.folder, recipe.OTHER_WEIGHT)
        if self.form in recipe.DEAR:
            weight = np.where(y >= 0.5, recipe.DEAR_WEIGHT, 1) * weight
        return weight * recipe.FORM_WEIGHT.get(self.form, 1.0) * (y >= 0) * (size > 0)

    def usable(self, fold: int) -> bool:
        """Whether there are labels that do not come from the fold."""
        return bool((self.labels[fold] >= 0).any())


def fold_of(page: Page) -> int:
    """The fold of a page's publisher: by registered domain, so that a publisher's editions stay together."""
    return zlib.crc32(("f7" + publisher(page)).encode()) % recipe.FOLDS


def publisher(page: Page) -> str:
    """The registered domain's name, without its suffix."""
    address = page.url or page.id
    saved = _SAVED.match(address)
    if saved:
        host = saved[1]
    else:
        address = _ARCHIVED.sub("", address)
        host = (urlsplit(address if "://" in address else f"http://{address}").hostname or page.id).lower()
    return _suffixes()(host).domain or host


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract

    # The list that comes with the package: the same on every machine, and no network.
    return TLDExtract(suffix_list_urls=())


def flat_texts(folder: Path, cache_file: Path, limit: int | None = None, jobs: int = 2) -> dict[str, dict[str, str]]:
    """Each page in every form, by id; kept in a file, as extractors take long."""
    if cache_file.exists():
        stored: dict[str, dict[str, str]] = json.loads(gzip.decompress(cache_file.read_bytes()))
        return stored
    with get_context("spawn").Pool(jobs) as pool:
        texts = dict(pool.imap(_flat, pages.read(folder, limit), chunksize=4))
    if limit is None:
        cache_file.parent.mkdir(parents=True, exist_ok=True)
        cache_file.write_bytes(gzip.compress(json.dumps(texts).encode(), 4))
    return texts


def _flat(page: Page) -> tuple[str, dict[str, str]]:
    logging.disable(logging.CRITICAL)
    html = page.html
    texts = {}
    for form in recipe.FORMS_OF.get(page.folder, recipe.FEW_FORMS):
        if form not in FLATTENERS and form not in PEERS:
            # It is made from others.
            continue
        try:
            texts[form] = FLATTENERS[form](html) if form in FLATTENERS else PEERS[form][0](html).text
        except Exception:  # noqa: BLE001
            # A page that one of the tools cannot read is missing in that form only.
            texts[form] = ""
    return page.id, texts


def samples(
    found: list[Page], texts: Mapping[str, Mapping[str, str]], golds: Mapping[str, Golds], jobs: int = 2
) -> Iterator[Sample]:
    """All samples of a folder's pages whose paragraphs are known."""
    work = [
        (page, texts[page.id], golds[page.id])
        for page in found
        if page.id in golds and len({gold for gold in golds[page.id] if gold}) <= recipe.MOST_GOLDS
    ]
    with get_context("spawn").Pool(jobs) as pool:
        for some in pool.imap(_samples, work, chunksize=4):
            yield from some


def web_samples(found: list[Page], jobs: int = 2) -> Iterator[Sample]:
    """Samples of each page's HTML; one without labels where nobody marked the paragraphs."""
    with get_context("spawn").Pool(jobs) as pool:
        for some in pool.imap(_web_samples, found, chunksize=4):
            yield from some


def _web_samples(page: Page) -> list[Sample]:
    logging.disable(logging.CRITICAL)
    golds: Golds = (page.paragraphs or None,) * (recipe.FOLDS + 1)
    own = _sample(page, recipe.HTML, read_page(page.html, page.url or None), golds)
    if own is None or not page.paragraphs:
        return [own] if own else []
    around = [line for line, label in zip(own.lines, own.labels[recipe.FOLDS], strict=True) if not label]
    made = ((form, laid.make(page, around, number)) for number, form in enumerate(recipe.LAID))
    others = (_sample(page, form, read_page(html), golds) for form, html in made)
    return [own, *filter(None, others)]


def _samples(job: tuple[Page, Mapping[str, str], Golds]) -> list[Sample]:
    page, texts, golds = job
    said = told(page.html, page.url or None)
    found = (
        _sample(page, form, read_text(_in_form(texts, form)), golds, said)
        for form in recipe.FORMS_OF.get(page.folder, recipe.FEW_FORMS)
        if form not in recipe.CLEAN_FORMS and form not in recipe.VARIED
    )
    flat = [sample for sample in found if sample]
    around = [
        line
        for sample in flat
        if sample.form == "inscriptis"
        for line, labels in zip(sample.lines, sample.labels.T, strict=True)
        if labels.max() == 0
    ]
    return [*flat, *_clean_samples(page, golds, said), *_varied_samples(page, golds, around, said)]


def _in_form(texts: Mapping[str, str], form: str) -> str:
    if form in ROUGH:
        return ROUGH[form](texts.get("inscriptis", ""))
    if form in _REARRANGED:
        return texts.get(_LAID_OUT[len(texts.get("inscriptis", "")) % len(_LAID_OUT)], "")
    return texts.get(form, "")


def _sample(page: Page, form: str, document: Document, golds: Golds, said: Told | None = None) -> Sample | None:
    blocks = document.blocks[: recipe.MOST_LINES]
    if len(blocks) < recipe.FEWEST_LINES:
        return None
    lines = [document.text(block) for block in blocks]
    by_gold = {gold: align(lines, gold) if gold else np.full(len(lines), -1, np.float32) for gold in set(golds)}
    labels = np.stack([by_gold[gold] for gold in golds])
    laid = spacing.facts(document.source, document.spans)[: len(blocks)]
    markup = [block.markup for block in blocks]
    if form in _REARRANGED:
        # What any of the teachers takes for article stays, or its opinion would show in what does not.
        told = labels[(labels >= 0).any(1)]
        kept = list(_REARRANGED[form](lines, (told != 0).any(0).tolist()))
        if len(kept) < recipe.FEWEST_LINES:
            return None
        lines, markup = [lines[n] for n in kept], [markup[n] for n in kept]
        labels, laid = labels[:, kept], laid[kept]
    sample = _filled(page, form, lines, labels, markup, laid)
    if said is not None:
        sample.roles = find(page, lines, labels, said)
    return sample


def _clean_samples(page: Page, golds: Golds, said: Told) -> Iterator[Sample]:
    """Title and paragraphs, from which nothing is to be removed; samples for each different set of paragraphs."""
    for gold in sorted({gold for gold in golds if gold}):
        title = " ".join((page.title or "").split())
        paragraphs = [line for part in (title, *gold) if (line := " ".join(part.split()))]
        # A blank line between them, as most tools print paragraphs.
        for form, space in zip(recipe.CLEAN_FORMS, ("\n\n", " "), strict=True):
            document = read_text(space.join(paragraphs))
            lines = [document.text(block) for block in document.blocks]
            labels = np.ones((len(golds), len(lines)), np.float32)
            labels[[other != gold for other in golds]] = -1
            if title and form == recipe.CLEAN:
                # The title is no body, and it is no matter here.
                labels[:, 0] = -1
            if lines:
                laid = spacing.facts(document.source, document.spans)
                sample = _filled(page, form, lines, labels, [None] * len(lines), laid)
                sample.roles = find(page, lines, labels, said)
                sample.roles[_DECK] = 0
                yield sample


def _varied_samples(page: Page, golds: Golds, around: list[str], said: Told) -> Iterator[Sample]:
    """The article in some of the shapes that people hand on; samples for each different set of paragraphs."""
    for gold in sorted({gold for gold in golds if gold}):
        for number, form in enumerate(recipe.VARIED if page.paragraphs else recipe.VARIED[: recipe.TAUGHT]):
            made = make(page, gold, around, said.lines, number)
            document = read_text(made.text)
            blocks = document.blocks[: recipe.MOST_LINES]
            if not blocks:
                continue
            lines = [document.text(block) for block in blocks]
            own = [_label(made.labels[block.start : block.end]) for block in blocks]
            labels = np.tile(np.array(own, np.float32), (len(golds), 1))
            labels[[other != gold for other in golds]] = -1
            laid = spacing.facts(document.source, document.spans)[: len(blocks)]
            sample = _filled(page, form, lines, labels, [block.markup for block in blocks], laid)
            sample.roles = find(page, lines, labels, said)
            if not made.titled:
                # No line is a title, a byline or the article's date.
                sample.roles[:_DECK] = 0
            if not made.decked:
                # Where nothing tells, the first paragraph is body.
                sample.roles[_DECK] = 0
            sample.roles[_DECK + 1 :][sample.roles[_DECK + 1 :] < 0] = 0
            yield sample


def _label(labels: NDArray[np.int8]) -> int:
    """What most of a line is."""
    counts = np.bincount(labels + 1, minlength=3)
    return int(counts.argmax()) - 1


def _filled(
    page: Page,
    form: str,
    lines: list[str],
    labels: NDArray[np.float32],
    markup: list[Markup | None],
    laid: NDArray[np.int64],
) -> Sample:
    paged = form in recipe.WEB_FORMS
    w, table = features.compute(lines, words(), None if paged else markup)
    columns = [table, spacing.columns(laid, w, table), cohesion.columns(w, table)]
    groups: tuple[NDArray[np.int64], ...] = ()
    if paged:
        standing, groups = elements.compute(markup, w, table)
        columns.append(standing)
    table = np.concatenate(columns, 1)
    return Sample(
        page.folder,
        page.id,
        form,
        fold_of(page),
        bool(page.paragraphs),
        lines,
        labels,
        table.astype(np.float16),
        {
            name: _counted(*HASHED[name](w, markup, bits), len(lines), bits)
            for name, bits in recipe.BITS.items()
            if paged or name == "grams"
        },
        w.sizes.astype(np.int32),
        np.array([len(metrics.tokens(text)) for text in lines], np.int32),
        features.sketch(w).astype(np.float16),
        np.zeros((0, len(lines)), np.int8),
        laid.astype(np.int8),
        tuple(group.astype(np.int32) for group in groups),
    )


def _counted(line: NDArray[np.int64], bucket: NDArray[np.int64], size: int, bits: int) -> sp.csr_matrix:
    import scipy.sparse as sp

    counted = sp.coo_matrix((np.ones(len(line), np.float32), (line, bucket)), shape=(size, 1 << bits))
    scale = 1 / np.sqrt(np.maximum(np.bincount(line, minlength=size), 1))
    return (sp.diags(scale.astype(np.float32)) @ counted.tocsr()).tocsr()
