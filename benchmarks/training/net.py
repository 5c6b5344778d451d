"""The net of `newsclean.model.net` as PyTorch trains it.

The shipped model evaluates one page with NumPy; here many pages are joined, with padding between them. `export` writes
what `ContentModel` reads, and training compares the two.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from attrs import frozen
from torch import nn

from benchmarks.training import recipe
from benchmarks.training.recipe import HYPER
from benchmarks.training.roles import LEARNED
from newsclean.model import net as shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from benchmarks.training.documents import Sample
    from benchmarks.training.linear import Linear

_loss = nn.functional.binary_cross_entropy_with_logits
#: The most words of a line that count.
_MOST_WORDS = 80


class Block(nn.Module):
    """Looks at each line and one neighbour on either side, at a distance."""

    def __init__(self, size: int, distance: int) -> None:
        super().__init__()
        self.l, self.distance, self.drop = nn.Linear(3 * size, size), distance, nn.Dropout(HYPER.dropout)

    def forward(self, h: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """One step; padding stays zero."""
        gap = torch.zeros_like(h[: self.distance])
        x = torch.cat([torch.cat([gap, h[: -self.distance]]), h, torch.cat([h[self.distance :], gap])], 1)
        return (h + torch.relu(self.l(self.drop(x)))) * mask


@frozen
class Batch:
    """Pages joined with padding: of each line inputs, label, weight, its page and where that begins and ends."""

    pages: int
    x: torch.Tensor
    mask: torch.Tensor
    y: torch.Tensor
    weight: torch.Tensor
    roles: torch.Tensor
    role_weight: torch.Tensor
    page: torch.Tensor
    sketch: torch.Tensor
    count: torch.Tensor
    low: torch.Tensor
    high: torch.Tensor
    groups: list[torch.Tensor]


class Net(nn.Module):
    """A first guess from the line and its neighbours, and a second that knows what the first says of the page."""

    def __init__(self, inputs: int, groups: int, outputs: int) -> None:
        super().__init__()
        h, h2, narrow = HYPER.hidden, HYPER.hidden2, HYPER.narrow
        seen = 5 + 2 * len(shipped.WINDOWS) + 3 * groups
        self.inp, self.o1, self.g = nn.Linear(inputs, h), nn.Linear(h, 1), nn.Linear(h, narrow)
        self.b1 = nn.ModuleList([Block(h, d) for d in HYPER.dilations])
        self.mid = nn.Linear(h + seen + narrow, h2)
        self.b2 = nn.ModuleList([Block(h2, d) for d in HYPER.dilations2])
        self.o2, self.o3 = nn.Linear(h2, narrow), nn.Linear(narrow, outputs)
        self.drop = nn.Dropout(HYPER.dropout)

    def forward(self, b: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """The first guess at the body, and the second at all roles, before the sigmoid."""
        mask = b.mask[:, None]
        h = torch.relu(self.inp(b.x)) * mask
        for block in self.b1:
            h = block(h, mask)
        guess = self.o1(h)[:, 0]
        p = torch.sigmoid(guess) * b.mask
        share = p * torch.log1p(b.count)
        about = torch.zeros(b.pages, b.sketch.shape[1]).index_add(0, b.page, b.sketch * share[:, None])
        own = share * (b.sketch * b.sketch).sum(1)
        topic = ((b.sketch * about[b.page]).sum(1) - own) / (about.norm(dim=1) + 1e-3)[b.page]
        total = torch.zeros(b.pages).index_add(0, b.page, share) + 1e-3
        page = torch.zeros(b.pages, h.shape[1]).index_add(0, b.page, h * share[:, None]) / total[:, None]
        alike = [row for group in b.groups for row in _alike(group, p * b.count, b.count * b.mask)]
        seen = torch.stack([guess.clamp(-8, 8) / 4, p, topic, *_masses(p * b.count, b), *alike], 1)
        z = torch.cat([h, seen, torch.relu(self.g(page))[b.page]], 1)
        z = torch.relu(self.mid(self.drop(z))) * mask
        for block in self.b2:
            z = block(z, mask)
        return guess, self.o3(torch.relu(self.o2(z)))


def _masses(mass: torch.Tensor, b: Batch) -> list[torch.Tensor]:
    """How many words of article lie before and after each line: on the page, and in windows."""
    total = torch.cat([torch.zeros(1, dtype=torch.float64), torch.cumsum(mass.double(), 0)])
    i = torch.arange(len(mass))

    def log(x: torch.Tensor, scale: float) -> torch.Tensor:
        return torch.log1p(x.clamp(min=0)).float() / scale

    found = [log(total[i] - total[b.low], 5), log(total[b.high] - total[i + 1], 5)]
    for size in shipped.WINDOWS:
        found.append(log(total[i] - total[torch.maximum(i - size, b.low)], 4))
        found.append(log(total[torch.minimum(i + 1 + size, b.high)] - total[i + 1], 4))
    return found


def _alike(group: torch.Tensor, mass: torch.Tensor, count: torch.Tensor) -> list[torch.Tensor]:
    """Of the other lines in each line's group the share that is article, and how much of them is and is not."""
    number = int(group.max()) + 1
    others = torch.zeros(number).index_add(0, group, mass)[group] - mass
    size = torch.zeros(number).index_add(0, group, count)[group] - count
    share = torch.where(size > 0, others / (size + 1e-3), torch.full_like(size, shipped.ALONE))
    return [share, torch.log1p(others.clamp(min=0)) / 5, torch.log1p((size - others).clamp(min=0)) / 5]


@frozen
class Trained:
    """A net, and how its inputs are scaled."""

    net: Net
    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]


def _cropped(labels: NDArray[np.float32], rng: np.random.Generator) -> tuple[int, int]:
    """A stretch of a page that lacks some of its head or tail: texts come cut in many ways."""
    start, end = 0, len(labels)
    core = np.flatnonzero(labels >= 0.5)
    if end > 40 and len(core) and rng.random() < HYPER.cropped:
        if rng.random() < 0.6:
            start = int(rng.integers(0, core[0] + 1))
        if rng.random() < 0.6:
            end = int(rng.integers(core[-1], end)) + 1
    return start, end


def _role_weight(roles: NDArray[np.int8]) -> NDArray[np.float32]:
    """Of a few lines that are a title and hundreds that are none, neither is to drown the other."""
    are, are_not = (roles == 1).sum(1, keepdims=True), (roles == 0).sum(1, keepdims=True)
    each = np.where(roles == 1, 1 / np.maximum(are, 1), HYPER.others / np.maximum(are_not, 1))
    return np.where(roles >= 0, each, 0).astype(np.float32)


def _batch(samples: list[Sample], fold: int, scale: Trained, rng: np.random.Generator | None = None) -> Batch:
    names = ("x", "mask", "y", "weight", "roles", "role_weight", "page", "sketch", "count", "low", "high")
    columns: dict[str, list[NDArray[Any]]] = {name: [] for name in names}
    groups: list[list[NDArray[np.int64]]] = [[] for _ in samples[0].groups]
    at = 0
    for number, sample in enumerate(samples):
        unlaid = rng is not None and not sample.paged and rng.random() < HYPER.unlaid
        inputs = sample.inputs(fold, unlaid=unlaid)
        x = np.clip((inputs - scale.mean) / scale.deviation, -shipped.CLIP, shipped.CLIP)
        labels = sample.labels[fold]
        start, end = _cropped(labels, rng) if rng is not None and not sample.paged else (0, len(x))
        lines = {
            "x": x[start:end],
            "mask": np.ones(end - start),
            "y": labels[start:end] >= 0.5,
            "weight": sample.weights(fold, slice(start, end)),
            "roles": sample.roles[:, start:end].T == 1,
            "role_weight": _role_weight(sample.roles[:, start:end]).T,
            "sketch": sample.sketch[start:end],
            "count": np.minimum(sample.counts[start:end], _MOST_WORDS),
        }
        for name, values in lines.items():
            value = np.asarray(values, np.float32)
            columns[name] += [value, np.zeros((HYPER.padding, *value.shape[1:]), np.float32)]
        length = end - start + HYPER.padding
        for name, place in (("page", number), ("low", at), ("high", at + length)):
            columns[name].append(np.full(length, place))
        for found, group in zip(groups, sample.groups, strict=True):
            # No page has as many elements as all lines there are room for, so pages' numbers stay apart.
            alone = recipe.MOST_ELEMENTS - 1
            padded = np.append(group[start:end], np.full(HYPER.padding, alone))
            found.append(padded.astype(np.int64) + number * recipe.MOST_ELEMENTS)
        at += length
    return Batch(
        len(samples),
        **{name: torch.from_numpy(np.concatenate(v)) for name, v in columns.items()},
        groups=[torch.from_numpy(np.unique(np.concatenate(found), return_inverse=True)[1]) for found in groups],
    )


def fit(samples: list[Sample], fold: int, cycles: Sequence[float], seed: int, say: Callable[[str], None]) -> Trained:
    """Train on samples, all of them from other folds than the one left out. Deterministic.

    `cycles`: over how many epochs the learning rate rises and falls, one cycle after the other (Loshchilov and Hutter:
    SGDR, 2017).
    """
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    some = rng.choice(len(samples), min(1200, len(samples)), replace=False)
    seen = np.concatenate([samples[i].inputs(fold) for i in some])
    trained = Trained(
        Net(seen.shape[1], len(samples[0].groups), 1 + len(samples[0].roles)),
        seen.mean(0),
        np.maximum(seen.std(0), 0.05),
    )
    forms: dict[tuple[str, str], list[Sample]] = {}
    for sample in samples:
        forms.setdefault((sample.folder, sample.id), []).append(sample)
    for number, epochs in enumerate(cycles):
        _run(trained, forms, fold, (epochs, HYPER.again if number else HYPER.rate), rng, say)
    return trained


def _run(
    trained: Trained,
    forms: Mapping[tuple[str, str], list[Sample]],
    fold: int,
    cycle: tuple[float, float],
    rng: np.random.Generator,
    say: Callable[[str], None],
) -> None:
    """One cycle of training, of so many epochs up to a learning rate; what is kept is a running mean of the weights."""
    net, (epochs, rate) = trained.net, cycle
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=HYPER.decay)
    steps = int(epochs * sum(recipe.REPEAT.get(folder, 1) for folder, _ in forms) / HYPER.batch) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.15)
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    step = 0
    while step < steps:
        losses = []
        drawn = _epoch(forms, rng)
        for first in range(0, len(drawn), HYPER.batch):
            if step >= steps:
                break
            b = _batch(drawn[first : first + HYPER.batch], fold, trained, rng)
            net.train()
            guess, out = net(b)
            body, roles = out[:, 0], out[:, 1:]
            loss = _loss(body, b.y, reduction="none") + HYPER.first_guess * _loss(guess, b.y, reduction="none")
            others = _loss(roles, b.roles, reduction="none") * b.role_weight
            loss = ((loss * b.weight).sum() + HYPER.roles * others.sum()) / b.pages
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            losses.append(float(loss.detach()))
            keep = min(0.995, (step + 1) / (step + 11)) if step else 0.0
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    mean[name].mul_(keep).add_(value, alpha=1 - keep)
            step += 1
        say(f"fold {fold}: step {step} of {steps}, loss {np.mean(losses):.4f}")
    net.load_state_dict(mean)
    net.eval()


def _epoch(forms: dict[tuple[str, str], list[Sample]], rng: np.random.Generator) -> list[Sample]:
    drawn = []
    for (folder, _), some in sorted(forms.items(), key=lambda item: item[0]):
        rate = np.array([recipe.FORM_RATE.get(sample.form, 1.0) for sample in some])
        times = recipe.REPEAT.get(folder, 1)
        drawn += [some[n] for n in rng.choice(len(some), times, p=rate / rate.sum())]
    order = rng.permutation(len(drawn))
    return [drawn[n] for n in order]


def predict(trained: Trained, samples: list[Sample], fold: int) -> list[NDArray[np.float32]]:
    """The score of each line of samples."""
    with torch.no_grad():
        outs = (trained.net(_batch([sample], fold, trained))[1] for sample in samples)
        return [torch.sigmoid(out)[: len(s.lines)].numpy() for out, s in zip(outs, samples, strict=True)]


def export(
    path: Path,
    trained: list[Trained],
    grown: Mapping[str, NDArray[Any]] | None,
    linear: dict[str, Linear],
    lexicon_id: str,
) -> None:
    """Write weights as `ContentModel` reads them."""
    out: dict[str, NDArray[Any]] = {f"trees.{name}": array for name, array in (grown or {}).items()}
    for number, one in enumerate(trained):
        out[f"{number}.mean"] = one.mean.astype(np.float32)
        out[f"{number}.std"] = one.deviation.astype(np.float32)
        for name, value in one.net.state_dict().items():
            short = name.replace(".l.", ".").replace(".weight", ".w").replace(".bias", ".b")
            array = value.numpy()
            if short.startswith("o3."):
                # The other roles only help to learn these.
                array = array[[0, *(1 + LEARNED.index(role) for role in shipped.ROLES[1:])][: len(array)]]
            out[f"{number}.{short}"] = array.T.astype(np.float16) if array.ndim > 1 else array.astype(np.float32)
    for name, (weights, _) in linear.items():
        scale = np.float32(np.quantile(np.abs(weights), 0.9995) / 127)
        out[name] = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
        out[f"{name}_scale"] = np.asarray(scale)
    paged = "names" in linear
    meta = {
        "signature": shipped.signature(paged=paged),
        "paged": paged,
        "nets": len(trained),
        "dilations": HYPER.dilations,
        "dilations2": HYPER.dilations2,
        **{f"{name}_bias": bias for name, (_, bias) in linear.items()},
        "lexicon": lexicon_id,
    }
    out["meta"] = np.frombuffer(json.dumps(meta).encode(), np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **out)
