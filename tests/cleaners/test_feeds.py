"""What programs that make feeds put below an article, and where they broke one off."""

from __future__ import annotations

import pytest

import newsclean

ENGLISH = (
    "The islands will have a ferry all winter, the council of Wexley decided on Monday.\n\n"
    "It had stopped each November since the storm of 2011, which broke the pier."
)
GERMAN = (
    "Die Inseln haben den ganzen Winter über eine Fähre, beschloss der Rat von Wexlau am Montag.\n\n"
    "Seit dem Sturm von 2011, der den Steg zerbrach, fuhr sie im Winter nicht mehr."
)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (ENGLISH, "\n\nThe post Ferry to run all winter appeared first on The Wexley Paper."),
        (ENGLISH, " The post Ferry to run: who pays? appeared first on The Wexley Paper."),
        (ENGLISH, "\n\nThe post “Nobody pays” first appeared on The Wexley Paper"),
        (ENGLISH, " [+1834 chars]"),
        (GERMAN, "\n\nDer Beitrag Fähre fährt den ganzen Winter erschien zuerst auf Wexlauer Bote."),
    ],
)
def test_what_a_feed_says_of_itself_goes(text, note):
    article = newsclean.clean(text + note)
    assert article.text == text
    assert note.strip() in [removal.text for removal in article.removed]


@pytest.mark.parametrize(
    "sentence",
    [
        "The post by the skipper appeared first on Monday.",
        "The post office of Wexley, long shut, reopened first on the quay.",
        "She read it in the Post, where it had first appeared on page nine.",
    ],
)
def test_sentences_stay(sentence):
    text = f"{ENGLISH}\n\n{sentence}"
    assert newsclean.clean(text).text == text
