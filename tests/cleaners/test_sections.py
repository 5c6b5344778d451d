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


WEEKS = [
    ("The week at the Harbour Hall", "Saturday", "Doors open at seven.", "Sunday", "The brass band plays all night."),
    ("Was die Woche in Altwerder bringt", "Samstag 4", "Flohmarkt am Deich.", "Sonntag 5", "Orgelkonzert, frei."),
    ("Agenda de la semana en Olmeda", "SÁBADO 6", "Concurso de tortillas.", "DOMINGO 7", "Carrera de sacos."),
    ("Kasabada hafta sonu", "Cumartesi 8", "Meydanda çay bedava.", "Pazar 9", "Bando iskelede çalacak."),
    (
        "이번 주 북포 문화 소식",
        "토요일",
        "어시장 앞에서 풍물 공연이 열린다.",
        "월요일",
        "등대 음악회는 저녁 일곱 시에 시작한다.",
    ),
]


@pytest.mark.parametrize("week", WEEKS)
def test_days_head_the_parts_of_a_programme(week):
    article = newsclean.clean("\n\n".join(week))
    assert article.title == week[0]
    assert [(p.text, p.kind) for p in article.paragraphs] == list(
        zip(week[1:], ("heading", "paragraph") * 2, strict=True)
    )


def test_a_day_among_fixtures_is_no_section_and_a_game_no_title_in_another_language():
    games = ["Velmo v Hartsea Rovers", "Bell Inn v Sorrel Park (3.15)", "Sunday", "Women: Velmo v Sorrel (noon)"]
    last = "The two clubs have shared a kit since 1931. On Monday it went in one wash."
    article = newsclean.clean("\n\n".join(("All the fixtures of the weekend", *games, last)))
    assert (article.section, article.alternate_titles) == (None, ())
    assert [p.text for p in article.paragraphs] == [*games, last]
