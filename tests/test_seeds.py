"""The five seeds: what is expected of each stands beside it, and agrees with the golden files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean
from newsclean import Article

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SHARED = ROOT.parent / "shared"


def expected(seed):
    return json.loads(seed.with_suffix(".expected.json").read_text("utf-8"))


def squeezed(value):
    """A value with white space collapsed, as the golden files are compared."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [squeezed(item) for item in value]
    if isinstance(value, dict):
        return {key: squeezed(item) for key, item in value.items()}
    return value


def disagreements(data, golden):
    """What an article, as `to_dict()` gives it, has otherwise than a golden file."""
    data, golden = squeezed(data), squeezed(golden)
    paragraphs = [p["text"] for p in data["paragraphs"]]
    headings = [p["text"] for p in data["paragraphs"] if p["kind"] == "heading"]
    places = {*paragraphs, data["deck"], *(caption["text"] for caption in data["captions"])}
    loose = set(golden["either"])
    found = [
        (key, data[key], golden[key])
        for key in golden.keys() - {"either", "paragraphs", "headings", "removed", "deck", "captions"}
        if data[key] != golden[key]
    ]
    found += [("either", text, None) for text in loose - places]
    found += [("removed", r, None) for r in golden["removed"] if not _lies_in(r, data["removed"])]
    body = [text for text in paragraphs if text not in loose]
    if body != golden["paragraphs"]:
        found.append(("paragraphs", body, golden["paragraphs"]))
    if [text for text in headings if text not in loose] != golden["headings"]:
        found.append(("headings", headings, golden["headings"]))
    if data["deck"] != golden["deck"] and data["deck"] not in loose:
        found.append(("deck", data["deck"], golden["deck"]))
    captions = [caption for caption in data["captions"] if caption["text"] not in loose]
    if captions != golden["captions"]:
        found.append(("captions", captions, golden["captions"]))
    return found


def _lies_in(removal, removed):
    return any(removal["text"] in r["text"] and removal["kind"] == r["kind"] for r in removed)


def test_there_are_five():
    assert len(SEEDS) == 5


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_each_seed_gives_what_is_expected(seed):
    article = newsclean.clean(seed.read_bytes())
    data = article.to_dict()
    # It changes with the models, and is measured in the benchmarks.
    assert 0 < data.pop("confidence") <= 1
    assert data == expected(seed)
    assert Article.from_dict(expected(seed)) == article


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared, which is no part of the repository")
def test_what_is_expected_agrees_with_the_golden_files(seed):
    golden = json.loads((SHARED / "golden" / f"{seed.stem}.json").read_text("utf-8"))
    assert disagreements(expected(seed), golden) == []
    assert disagreements(newsclean.clean(seed.read_bytes()).to_dict(), golden) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared, which is no part of the repository")
def test_the_seeds_are_byte_for_byte(seed):
    assert seed.read_bytes() == (SHARED / "seeds" / seed.name).read_bytes()


def test_a_disagreement_is_seen():
    seed = expected(SEEDS[0])
    golden = {**{key: seed[key] for key in ("title", "deck", "captions")}, "either": [], "headings": [], "removed": []}
    golden["paragraphs"] = [p["text"] for p in seed["paragraphs"]]
    assert disagreements(seed, golden) == []
    assert disagreements({**seed, "title": "Another"}, golden) == [("title", "Another", seed["title"])]
    assert disagreements({**seed, "paragraphs": seed["paragraphs"][1:]}, golden)
    assert disagreements(seed, {**golden, "removed": [{"text": "no such text", "kind": "share"}]})
