"""Records of press archives, and heads of mails: fields by name or code around a text."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.text import records

TITLE = "Ferry to run all winter"
LEDE = "The islands will have a ferry all winter, the council of Wexley decided on Monday."
REST = "It had stopped each November since the storm of 2011, which broke the pier."
NAMED = f"""3 of 41 DOCUMENTS

Copyright 2024 The Wexley Paper
All Rights Reserved

The Wexley Paper

May 2, 2024 Thursday
Late Edition

SECTION: ISLANDS; Pg. 7

LENGTH: 204 words

HEADLINE: {TITLE}

BYLINE: Ana Silva and Joe Doe

DATELINE: WEXLEY

BODY:

{LEDE}

{REST}

LOAD-DATE: May 3, 2024

LANGUAGE: ENGLISH

Copyright 2024 The Wexley Paper
"""
PLAIN = f"""{TITLE}

The Wexley Paper

May 2, 2024 Thursday

Copyright 2024 Wexley Print Works All Rights Reserved

Section: Islands

Length: 204 words

Byline: Ana Silva, Joe Doe

Highlight: Islanders had asked for years

Body

{LEDE}

{REST}

Load-Date: May 3, 2024

End of Document
"""
BELOW = f"""{TITLE}
Silva, Ana; Doe, Joe. The Wexley Paper; Wexley [Wexley]02 May 2024: A7.

FULL TEXT

{LEDE}

{REST}

DETAILS

Subject: Ferries; Winter;
Islands
Location: Wexley
Author: Silva, Ana; Doe, Joe
Publication title: The Wexley Paper; Wexley
Publication date: May 2, 2024
Section: Islands
Document URL: https://archive.example/doc/1
Database: News of the Isles
"""
CODED = f"""HD
{TITLE}

BY By Ana Silva and Joe Doe
WC 204 words
PD 2 May 2024
SN The Wexley Paper
LA English

LP
{LEDE}

TD {REST}

CO wexley : Wexley Ferries

RE isles : Islands

AN Document WEXLEY0020240503
"""
SHOWN = f"""{TITLE}

By Ana Silva and Joe Doe
204 words
2 May 2024
The Wexley Paper
WEXPAP
7
English
(c) 2024 The Wexley Paper. All rights reserved

{LEDE}

{REST}

Document WEXPAP0020240503ej3e0000x
"""
GERMAN_TITLE, GERMAN_LEDE = (
    "Fähre fährt den ganzen Winter",
    "Die Inseln haben den Winter über eine Fähre, beschloss der Rat.",
)
#: It does not say where the text begins.
GERMAN = f"""Dokument 3 von 41

Wexlauer Bote

2. Mai 2024 Donnerstag
Späte Ausgabe

{GERMAN_TITLE}

AUTOR: Ana Silva

RUBRIK: INSELN; S. 7

LÄNGE: 204 Wörter

{GERMAN_LEDE}

Seit dem Sturm von 2011 fuhr sie im Winter nicht mehr.

UPDATE: 3. Mai 2024

SPRACHE: GERMAN; DEUTSCH

Copyright 2024 Wexlauer Druck
Alle Rechte Vorbehalten
"""
RECORDS = {"capitals": NAMED, "plain": PLAIN, "below": BELOW, "codes": CODED, "shown": SHOWN}
AUTHORS = ("Ana Silva", "Joe Doe")


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_a_record_fills_the_fields(record, breaks):
    article = newsclean.clean(record.replace("\n", breaks))
    assert (article.title, article.text) == (TITLE, f"{LEDE}\n\n{REST}")
    assert (article.authors, article.published, article.publisher) == (AUTHORS, "2024-05-02", "The Wexley Paper")


def test_a_record_that_does_not_say_where_its_text_begins():
    article = newsclean.clean(GERMAN)
    assert (article.title, article.authors, article.published) == (GERMAN_TITLE, ("Ana Silva",), "2024-05-02")
    assert (article.publisher, article.section) == ("Wexlauer Bote", "INSELN")
    assert article.text == f"{GERMAN_LEDE}\n\nSeit dem Sturm von 2011 fuhr sie im Winter nicht mehr."


def test_what_only_some_records_tell():
    named, plain, below = map(newsclean.clean, (NAMED, PLAIN, BELOW))
    assert named.dateline is not None
    assert (named.dateline.place, named.section) == ("WEXLEY", "ISLANDS")
    assert (plain.deck, plain.section) == ("Islanders had asked for years", "Islands")
    assert (below.section, below.url) == ("Islands", "https://archive.example/doc/1")


def test_a_sentence_that_opens_as_a_code_does_stays():
    said = "IN the evening the skipper said that nobody on the islands had slept for joy."
    article = newsclean.clean(CODED.replace("\n\nCO ", f"\n\n{said}\n\nCO "))
    assert article.text == f"{LEDE}\n\n{REST}\n\n{said}"


@pytest.mark.parametrize("mark", ["\u202e", "\u2028", "\ufeff\u2028"])
def test_marks_that_nobody_sees_are_no_part_of_a_value(mark):
    article = newsclean.clean(NAMED.replace(TITLE, f"{TITLE}\n{mark}"))
    assert (article.title, article.text) == (TITLE, f"{LEDE}\n\n{REST}")


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{LEDE}\n\nBody\n\n{REST}",
        f"Section: Islands\n\n{LEDE}\n\nBODY:\n\n{REST}",
        f"{LEDE}\n\nHD 4\nAN 12\nCO 3\nIN 8\nRE 2\nLP 1\n\n{REST}",
        f"{TITLE}\n\n{LEDE}\n\nLength: 12 miles\nCity: Wexley\n\n{REST}\n\nSource: The Wexley Paper",
        f"{TITLE}\n\nCity: Wexley\nLength: 12\n\n{REST}\n\nSource: The Wexley Paper",
        f"Length: 40 words\n\nByline: Ana Silva\n\n{LEDE}\n\n{REST}",
        "",
    ],
)
def test_other_texts_are_no_records(text):
    assert records.find(text) == []


def test_a_second_record_is_not_taken_for_the_end_of_the_first():
    article = newsclean.clean(f"{NAMED}\n\n{NAMED.replace(LEDE, 'The pier of Wexley is sold, it was told on Friday.')}")
    assert LEDE in article.text
    assert REST in article.text


@pytest.mark.parametrize(
    ("head", "lede"),
    [
        (
            (
                "From: The Wexley Paper <news@paper.example>\nTo: readers@paper.example\nSubject: {}\n"
                "Date: Thu, 02 May 2024 08:12:00 +0100"
            ),
            LEDE,
        ),
        (
            (
                "Von: Wexlauer Bote <post@bote.example>\nAn: leser@bote.example\nBetreff: {}\n"
                "Gesendet: Donnerstag, 2. Mai 2024 08:12"
            ),
            "Die Inseln haben den ganzen Winter über eine Fähre, beschloss der Rat von Wexlau am Montag.",
        ),
        (
            (
                "De : Le Courrier <lettre@courrier.example>\nÀ : lecteurs@courrier.example\nObjet : {}\n"
                "Envoyé : jeudi 2 mai 2024 08:12"
            ),
            "Les îles auront un bac tout l'hiver, a décidé lundi le conseil municipal de Vexlay-sur-Mer.",
        ),
    ],
)
def test_the_head_of_a_mail(head, lede):
    article = newsclean.clean(f"{head.format(TITLE)}\n\n{lede}")
    assert (article.title, article.text) == (TITLE, lede)
    assert article.published[:10] == "2024-05-02"
