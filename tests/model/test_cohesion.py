"""Whether the lines around say what a line says."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.model import cohesion, features

NO_WORDS = features.Lexicon([{"code": "en"}])
FIRST = "The council opened the bridge over the harbour on Monday, and the first lorries went over it in the rain."
SECOND = "Cyclists and people on foot cross it for nothing. Lorries pay to the town, by weight and costs by the hour."
THIRD = "The ferry had carried people for sixty years, and its captain does not know what will become of him now."


def echo(*lines):
    words, table = features.compute(lines, NO_WORDS)
    found = cohesion.columns(words, table)
    return {name: found[:, n].tolist() for n, name in enumerate(cohesion.NAMES)}


def test_a_sub_heading_is_echoed_below_and_a_teaser_is_not():
    found = echo(FIRST, "What lorries cost in town", SECOND, "Museum opens its doors", THIRD)
    assert found["echo_below"][1] > 0.5
    assert found["echo_below"][3] == found["echo_right_below"][3] == 0


def test_a_word_counts_the_more_the_fewer_long_lines_have_it():
    nearby, far = f"{FIRST} The ferry, too.", f"{SECOND} The captain, too."
    # Of "captain" and "ferry", the line below has only the one that three lines have, or only the other.
    common = echo("Captain and ferry", nearby, far, f"{SECOND} A ferry.", f"{SECOND} No ferry.")
    rare = echo("Captain and ferry", nearby, far, f"{SECOND} A captain.", f"{SECOND} No captain.")
    assert rare["echo_right_below"][0] > 0
    assert rare["echo_below"][0] > common["echo_below"][0]


def test_what_stands_above_counts_apart():
    found = echo(FIRST, "Lorries on the bridge", THIRD)
    assert (found["echo_right_above"][1], found["echo_right_below"][1]) == (1, 0)


def test_a_line_is_no_echo_of_itself():
    assert not any(map(any, echo(FIRST, THIRD).values()))


def test_echoes_fade():
    near = echo("The captain of the ferry", THIRD)["echo_below"][0]
    far = echo("The captain of the ferry", *["Home"] * 7, THIRD)
    assert near > far["echo_below"][0] > 0
    assert far["echo_right_below"][0] == 0


def test_words_of_an_inflected_language_and_ideographs():
    assert echo("Zimní sezona lanovky", f"{SECOND} Lanovku zavřeli.")["echo_below"][0] > 0
    assert echo("橋の料金", f"{SECOND} 橋を渡る。")["echo_below"][0] > 0


@pytest.mark.parametrize("lines", [[""], ["", ""], ["1 2 3"], ["a"], [FIRST]])
def test_nothing_to_echo(lines):
    assert not np.any(list(echo(*lines).values()))
