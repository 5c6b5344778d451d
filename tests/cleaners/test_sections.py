"""The section beside the title: what names none."""

from __future__ import annotations

import pytest

import newsclean


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("FOR IMMEDIATE RELEASE\n\nContact: ana@wexley.example\n\n", "Ferry to run all winter"),
        ("COMMUNIQUÉ DE PRESSE\n\nParis, le 2 mai 2024\n\n", "Le bac circulera tout l'hiver à Vexlay"),
    ],
)
def test_what_stands_above_a_release_is_no_section_and_no_title(above, title):
    told = {"F": "The islands will have a ferry all winter, the council of Wexley decided on Monday.",
            "L": "Les îles auront un bac tout l'hiver, a décidé lundi le conseil municipal de Vexlay."}  # fmt: skip
    article = newsclean.clean(f"{above}{title}\n\n{told[title[0]]}")
    assert (article.title, article.section) == (title, None)
