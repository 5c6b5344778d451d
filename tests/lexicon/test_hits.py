"""Hits are made once, and of those far from a line's start only so many are kept."""

from __future__ import annotations

from newsclean import lexicon
from newsclean.lexicon import _Hits


def test_hits_are_the_same_for_all_lines():
    hits = _Hits(["share.whole", "advert.words"])
    for place in ((0, 1), (3, 5), (90, 92)):
        assert hits[place] is hits[place]
        assert [(hit.start, hit.end, hit.category, hit.kind, hit.place) for hit in hits[place]] == [
            (*place, "share.whole", "share", "whole"),
            (*place, "advert.words", "advert", "words"),
        ]


def test_only_so_many_are_kept_far_from_the_start(monkeypatch):
    monkeypatch.setattr(lexicon, "_FAR", 10)
    monkeypatch.setattr(_Hits, "_far", [])
    one, other = _Hits(["share.whole"]), _Hits(["share.signs"])
    for start in range(100):
        assert one[start, start + 1][0].start == start
        assert other[start, start + 2][0].end == start + 2
    assert len(one) + len(other) <= 2 * lexicon._OFTEN + 10
    assert {place[0] for place in one} >= set(range(lexicon._OFTEN))
