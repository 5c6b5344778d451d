"""Hits are made once, and of those far from a line's start only so many are kept."""

from __future__ import annotations

from newsclean.lexicon import hits
from newsclean.lexicon.hits import Hits


def test_hits_are_the_same_for_all_lines():
    found = Hits(["share.whole", "advert.words"], open_ended=False)
    for place in ((0, 1), (3, 5), (90, 92)):
        assert found[place] is found[place]
        assert [(hit.start, hit.end, hit.category, hit.kind, hit.place) for hit in found[place]] == [
            (*place, "share.whole", "share", "whole"),
            (*place, "advert.words", "advert", "words"),
        ]


def test_only_so_many_are_kept_far_from_the_start(monkeypatch):
    monkeypatch.setattr(hits, "_FAR", 10)
    monkeypatch.setattr(Hits, "_far", [])
    one, other = Hits(["share.whole"], open_ended=False), Hits(["share.signs"], open_ended=False)
    for start in range(100):
        assert one[start, start + 1][0].start == start
        assert other[start, start + 2][0].end == start + 2
    assert len(one) + len(other) <= 2 * hits._OFTEN + 10
    assert {place[0] for place in one} >= set(range(hits._OFTEN))
