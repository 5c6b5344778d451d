"""Profiles as a sample that can be merged: in any order, of any shards, within bounds."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import SiteProfile
from newsclean.sites import profile as module
from newsclean.sites.places import Place
from newsclean.sites.profile import ALL, MOST_LINES, PER_STORY
from newsclean.sites.story import LINES, Story


@st.composite
def stories(draw):
    """Records of pages; some with the same hash, as of one story crawled twice with other furniture."""
    small = st.integers(0, 9)
    row = st.tuples(st.integers(1, 9), small, small, st.integers(-99, 99), st.booleans(), small)
    lines = np.array(draw(st.lists(row, max_size=6)), LINES)
    return Story(draw(st.integers(0, 12)), draw(st.sampled_from(["", "Ferry sold", "FERRY SOLD"])), lines)


some = st.lists(stories(), max_size=14)


@pytest.fixture(autouse=True, scope="module")
def _small():
    """Have profiles be full soon."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_LINES", 10)
        patch.setattr(module, "PER_STORY", 0)
        yield


@given(some, some)
def test_the_order_of_two_does_not_matter(one, other):
    assert SiteProfile.of(one).merge(SiteProfile.of(other)) == SiteProfile.of(other).merge(SiteProfile.of(one))


@given(some, some, some)
def test_how_shards_are_put_together_does_not_matter(first, second, third):
    first, second, third = map(SiteProfile.of, (first, second, third))
    assert first.merge(second).merge(third) == first.merge(second.merge(third))


@given(some, st.integers(0, 14))
def test_shards_tell_what_all_pages_at_once_tell(pages, at):
    assert SiteProfile.of(pages[:at]).merge(SiteProfile.of(pages[at:])) == SiteProfile.of(pages)


@given(some, st.lists(st.integers(0, 14), max_size=3), st.randoms())
def test_shards_in_any_order_tell_the_same_of_each_page(pages, cuts, chance):
    mixed = chance.sample(pages, len(pages))
    bounds = [0, *sorted(cuts), len(mixed)]
    merged = SiteProfile()
    for start, end in pairwise(bounds):
        merged = merged.merge(SiteProfile.of(mixed[start:end]))
    profile = SiteProfile.of(pages)
    assert merged == profile
    assert merged.name == profile.name
    for page in pages:
        (number, told), (other, same) = (one.evidence.counts.told(page.lines) for one in (merged, profile))
        assert number == other
        assert all(np.array_equal(a, b) for kind in told for a, b in zip(told[kind], same[kind], strict=True))


@given(some)
def test_what_is_merged_twice_counts_once(pages):
    profile = SiteProfile.of(pages)
    assert profile.merge(profile) == profile
    assert profile.merge(SiteProfile()) == profile


@given(some)
def test_a_profile_has_no_more_lines_than_it_may(pages):
    profile = SiteProfile.of(pages)
    assert sum(len(story.lines) for story in profile.stories) <= 10
    assert all(story.id < profile.bound for story in profile.stories)


@pytest.mark.parametrize("length", [1, 20, 400])
def test_a_full_profile_takes_less_than_a_megabyte(tmp_path, length):
    table = pytest.importorskip("newsclean.sites.table", reason="needs newsclean[corpus]", exc_type=ImportError)
    chance = np.random.default_rng(1)
    found = []
    for _ in range(MOST_LINES // (length + PER_STORY) + 1):
        # Nothing repeats, so that nothing can be packed.
        lines = np.frombuffer(chance.bytes(length * LINES.itemsize), LINES).copy()
        lines["body"] = chance.random(length) < 0.5
        title = " ".join(chance.bytes(4).hex() for _ in range(8))
        places = tuple(Place(field, chance.bytes(4).hex(), "B:aD") for field in ("byline", "published"))
        found.append(Story(int.from_bytes(chance.bytes(7), "big"), title, lines, places))
    profile = SiteProfile.of(found)
    assert profile.bound < ALL
    table.write(tmp_path / "p.parquet", {"": profile})
    assert (tmp_path / "p.parquet").stat().st_size < 1_000_000
