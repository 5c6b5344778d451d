"""The fuzzer's targets hold on a few inputs, and its parts work; Atheris is not needed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import fuzz
import inputs
import targets

import newsclean.assemble

SENTENCE = b"The council met on Monday and sold the ferry to its crew."


@pytest.mark.parametrize("name", targets.TARGETS)
def test_a_target_holds_on_seeds_and_what_is_made_of_them(name):
    for number, seed in enumerate(itertools.islice(inputs.seeds(name), 5, 200, 40)):
        assert fuzz.failure(targets.TARGETS[name], seed) is None
        changed = inputs.mutated(name, seed, targets.LONGEST, number)
        assert changed != seed
        assert fuzz.failure(targets.TARGETS["html"], changed) is None


@pytest.mark.parametrize("name", targets.TARGETS)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", SENTENCE, b"<p>" + SENTENCE, b"%PDF-1.4"])
def test_a_target_takes_any_bytes(name, data):
    targets.timed(targets.TARGETS[name], data)


def test_a_cleaner_that_fails_is_a_finding(monkeypatch):
    def fail(_):
        raise KeyError

    monkeypatch.setattr(newsclean.assemble, "assemble", fail)
    for target in targets.TARGETS.values():
        assert fuzz.failure(target, SENTENCE).startswith("KeyError")


def test_what_takes_long_is_a_finding(monkeypatch):
    monkeypatch.setattr(targets, "SLOW", 0)
    with pytest.raises(AssertionError, match="slow"):
        targets.timed(targets.text, SENTENCE)


def test_a_finding_is_shortened():
    def check(data):
        if b"ferry" in data:
            raise ValueError

    kind = fuzz.failure(check, SENTENCE)
    assert kind
    assert fuzz.shortened(check, SENTENCE, kind) == b"ferry"
