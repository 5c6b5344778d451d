"""Datelines; most forms are among the cases."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean

STORY = PROSE["en"][0]
FIRST, SECOND = STORY["paragraphs"][:2]


def cleaned(dateline, first=FIRST):
    return newsclean.clean(f"{STORY['title']}\n\n{dateline}{first}\n\n{SECOND}")


@pytest.mark.parametrize("dash", ["--", "—", "–", "-"])
@pytest.mark.parametrize("agency", ["AP", "AFP", "Reuters"])
def test_any_dash(dash, agency):
    article = cleaned(f"LISBON ({agency}) {dash} ")
    assert (article.dateline.place, article.dateline.agency, article.dateline.date) == ("LISBON", agency, None)
    assert [p.text for p in article.paragraphs] == [FIRST, SECOND]


@pytest.mark.parametrize(("place", "agency"), [("WEXLEY, Ohio", "CW"), ("WEXLEY", "CW"), ("Wexley", "CWA")])
def test_an_agency_nobody_has_listed(place, agency):
    article = cleaned(f"{place} ({agency}) — ")
    assert (article.dateline.place, article.dateline.agency) == (place, agency)


def test_who_was_sent_there_stands_for_the_agency():
    story = PROSE["es"][0]
    first, *others = story["paragraphs"]
    article = newsclean.clean("\n\n".join((story["title"], f"Wexley (enviada especial).– {first}", *others)))
    assert (article.dateline.place, article.dateline.agency) == ("Wexley", None)
    assert article.paragraphs[0].text == first


def test_it_is_a_segment_of_the_source():
    article = cleaned("TOKYO -- ")
    segment = next(s for s in article.segments if s.role == "dateline")
    assert article.source[segment.start : segment.end].startswith("TOKYO")


def test_only_the_opening_of_the_body_has_one():
    article = newsclean.clean(f"{STORY['title']}\n\n{FIRST}\n\n{SECOND}\n\nLISBON (AP) — {STORY['paragraphs'][2]}")
    assert article.dateline is None
    assert article.paragraphs[-1].text.startswith("LISBON (AP) — ")


@pytest.mark.parametrize(
    "opening",
    [
        "NASA — ",
        "Lisbon — ",
        "The NATO — ",
        "(AP) ",
        "Mayor (right) - ",
        "LISBON (second from left) - ",
        "WEXLEY: ",
        "A - ",
        "“LISBON” — ",
    ],
)
def test_a_sentence_that_merely_looks_like_one(opening):
    rest = "the board said, as it had said many times before, that the market hall would open in June of this year."
    article = cleaned(opening, rest)
    assert article.dateline is None
    assert article.paragraphs[0].text == opening + rest


@pytest.mark.parametrize("mark", ["/", "/ ", "//"])
def test_a_mark_in_front_is_no_place(mark):
    text = f"{mark}Wexley - The old fish market in the harbour will open again in June, the board decided on Tuesday."
    article = newsclean.clean(f"Harbour town rebuilds its fish market\n\n{text}\n\n{text[10:]}")
    assert article.dateline is None
    assert article.paragraphs[0].text == text


@pytest.mark.parametrize(
    ("language", "line", "place", "authors"),
    [
        ("en", "WEXLEY (AP) —", "WEXLEY", ("AP",)),
        ("en", "WEXLEY, Ohio, March 9 -", "WEXLEY, Ohio", ()),
        ("tr", "Ayşe YILMAZ/WEXLEY, (DHA)-", "WEXLEY", ("Ayşe YILMAZ",)),
        ("zh", "記者林小明／臺北報導", "臺北", ("林小明",)),
        ("en", "Ana Silva – The Wexley Post – Norton:", "Norton", ("Ana Silva",)),
        ("ar", "ليان المرزوقي – صوت النورس – طنجة:", "طنجة", ("ليان المرزوقي",)),
        ("ar", "ليان المرزوقي / صوت النورس / طنجة:", "طنجة", ("ليان المرزوقي",)),
        ("fr", "Ana Silva - Le Courrier du Val - Norton :", "Norton", ("Ana Silva",)),
        ("pt", "Ana Silva – Jornal do Vale – Porto:", "Porto", ("Ana Silva",)),
    ],
)
def test_a_line_of_its_own_above_the_lead(language, line, place, authors):
    story = PROSE[language][0]
    article = newsclean.clean("\n".join((story["title"], line, *story["paragraphs"])))
    assert article.dateline.place == place
    assert article.authors == authors
    assert [p.text for p in article.paragraphs] == story["paragraphs"]


@pytest.mark.parametrize("line", ["Monday – Harbour Hall – Norton:", "Ana Silva – The Wexley Post – Norton: The ferry"])
def test_three_names_that_are_no_dateline(line):
    story = PROSE["en"][0]
    assert newsclean.clean("\n".join((story["title"], line, *story["paragraphs"]))).dateline is None


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("LAS PALMAS DE GRAN CANARIA, 21 feb (EFE).-", "LAS PALMAS DE GRAN CANARIA", "EFE"),
        ("WEXLEY, Ohio (AP) —", "WEXLEY, Ohio", "AP"),
        ("Lisbon (Reuters)", "Lisbon", "Reuters"),
    ],
)
def test_a_line_of_its_own_with_an_agency_is_no_caption(line, place, agency):
    article = newsclean.clean(f"Lisbon has a new bridge\n\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert (article.dateline.place, article.dateline.agency, article.captions) == (place, agency, ())
    assert [p.text for p in article.paragraphs] == [FIRST, SECOND]


@pytest.mark.parametrize("line", ["Angela Silva (AP)", "The new bridge of Lisbon in May (AP)"])
def test_a_caption_with_an_agency_is_no_dateline(line):
    article = newsclean.clean(f"Angela Silva opens bridge\n\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert (article.dateline, [c.credit for c in article.captions]) == (None, ["AP"])


def test_a_line_of_its_own_above_figures():
    rows = ["Qtly div 12 cts vs 12 cts prior", "Pay May 15", "Record April 30"]
    text = "\n".join(
        ["MALLORY TRUST SETS QUARTERLY DIVIDEND", "", "    ST. PAUL, Minn., April 1 -", *("    " + row for row in rows)]
    )
    article = newsclean.clean(text)
    assert (article.dateline.place, article.dateline.date) == ("ST. PAUL, Minn.", "April 1")
    assert [paragraph.text for paragraph in article.paragraphs] == rows


@pytest.mark.parametrize(
    "opening", ["Ana Silva (editor): ", "Mary Jones (staff writer): ", "Joe Doe (correspondent) — "]
)
def test_who_answers_questions_is_no_place(opening):
    article = newsclean.clean(f"{STORY['title']}\n\n{opening}We were told nothing of it, and neither was the harbour.")
    assert article.dateline is None


def test_a_report_by_telephone_is_no_dateline_cut_short():
    story = PROSE["zh"][0]
    article = newsclean.clean("\n\n".join((story["title"], "記者林小明／臺北電話採訪報導", *story["paragraphs"])))
    assert [p.text for p in article.paragraphs] == story["paragraphs"]


def test_a_place_alone_above_the_lead_may_be_a_heading():
    article = newsclean.clean("\n\n".join((STORY["title"], "WEXLEY —", FIRST, SECOND)))
    assert article.dateline is None


def test_a_caption_may_stand_between_the_line_above_and_the_dateline():
    first, second, *rest = PROSE["en"][0]["paragraphs"]
    caption = "The harbour at noon (Photo: Ana Silva/Press Agency)"
    article = newsclean.clean("\n\n".join((first, caption, f"LONDON (AP) — {second}", *rest)))
    assert article.dateline is not None
    assert article.dateline.place == "LONDON"


def test_who_speaks_in_a_transcript_is_no_place():
    lines = ["HOST: Good morning.", "GUEST: Good morning.", "HOST: Do the ferries run?", "GUEST: Those with crews do."]
    article = newsclean.clean("\n\n".join(["What was said of the ferries", *lines]))
    assert article.dateline is None
    assert [paragraph.text for paragraph in article.paragraphs] == lines


@pytest.mark.parametrize("place", ["LA PAZ", "RIO DE JANEIRO", "FT. WAYNE, Ind."])
def test_a_dateline_in_words_of_another_language_is_no_title(place):
    rows = ["Amount 75 mln dlrs", "Coupon 7-1/4 pct", "Maturity 1992"]
    article = newsclean.clean("\n    ".join(["TESSEL CORP TO SELL UNIT\n", f"{place}, March 25 -", *rows]))
    assert (article.title, article.alternate_titles) == ("TESSEL CORP TO SELL UNIT", ())
    assert (article.dateline.place, article.dateline.date) == (place, "March 25")


def test_a_dateline_of_a_place_that_menus_name_stands_above_the_lead():
    prose = [
        "El Gobierno ha aprobado este jueves una ayuda de 12 millones de euros para los puertos afectados.",
        'La portavoz, Ana Ríos, ha explicado que el dinero llegará "antes del verano".',
    ]
    article = newsclean.clean("\n\n".join(["MADRID, 14 (EUROPA PRESS)", *prose]))
    assert (article.dateline.place, article.dateline.agency) == ("MADRID", "EUROPA PRESS")
    assert [paragraph.text for paragraph in article.paragraphs] == prose


def test_the_sentence_behind_a_dateline_and_a_reporter_opens_the_body():
    prose = [
        "북항이 14일 사흘 만에 다시 문을 열었다.",
        "항만공사는 어선 41척이 15일 출항한다고 밝혔다.",
        "한 선장은 사흘을 잃었다고 말했다.",
    ]
    article = newsclean.clean(
        "\n".join(["(북항=연합뉴스) 김민수 기자 = " + prose[0], *prose[1:], "minsu@news.example"])
    )
    assert article.dateline.place == "북항"
    assert [paragraph.text for paragraph in article.paragraphs] == prose


def test_the_name_of_a_wire_behind_its_last_sentence_makes_no_caption_of_it():
    prose = [
        "Valdehierro (España), 14 may (EFE).- El puerto de Valdehierro reabrió este jueves tras tres días cerrado.",
        '"Hemos perdido tres días de capturas", dijo a EFE el patrón mayor, Luis Olmedo.',
        "La flota, de 41 barcos, saldrá mañana. EFE",
    ]
    article = newsclean.clean("\n\n".join(["El puerto reabre tras tres días", *prose]))
    assert article.captions == ()
    assert article.paragraphs[-1].text.startswith("La flota, de 41 barcos, saldrá mañana.")


def test_who_played_is_no_place():
    lines = ["Football: Wexley beat Norton in the rain", "Wexley: Moen; Berg, Lind (Silva 70), Hall; Dunn, Farr."]
    lines += [
        "Norton: Poe; Reed, Cole, Hunt; Beck, Wood (Ash 80).",
        "Wexley won their first game of the year on Saturday.",
    ]
    assert newsclean.clean("\n\n".join(lines)).dateline is None


@pytest.mark.parametrize(
    ("code", "title", "line"),
    [
        ("en", "Verdict in the case of the ferry", "Verdict: Guilty."),
        ("en", "Recipe of the week", "PREPARATION: 30 minutes."),
        ("en", "Question time at the harbour", "Question: What happens to the ferry when nobody is left to sail it?"),
        ("en", "Ana Silva on the harbour", "Ana Silva: The harbour was never as quiet as in this long year."),
        ("de", "Fähre: Das Urteil", "Urteil: Der Kapitän muss das Boot bis zum Ende des Monats wieder hergeben."),
        ("fr", "La recette du port", "Préparation : 30 minutes."),
        ("de", "", "Anna Traut: Zwölf. Eine der Brücken zählt nicht, denn sie steht schon lange nicht mehr."),
        ("ru", "", "Голы: Пыхтов, 5 (1:0). Сютов, 17 (1:1). Сютов, 40 — с пенальти (1:2)."),
        ("es", "Olmeda, Ingredientes", "Ingredientes: 400 g de harina."),
        ("tr", "Limanın tarifi", "Malzemeler: 400 gram un, iki yumurta."),
        ("en", "From the minutes", "THE CHAIR (Ana Silva): The council is in session."),
        ("de", "Aus dem Rat", "Anna Traut (FBP): Die Sitzung ist eröffnet."),
        ("fr", "Le conseil", "LE MAIRE (Bruno Vidal) : La séance est ouverte."),
        ("ru", "Опрос", "Нина Громова, 77: Мост не трогать."),
        ("es", "Lo que dicen", "Marta Ruiz, 31: No me gusta el puente."),
        (
            "en",
            "",
            "ANA SILVA, 29: The ferry never waits for anybody, and so it has been as long as I have been here.",
        ),
    ],
)
def test_a_label_or_who_speaks_is_no_place(code, title, line):
    story = PROSE[code][0]["paragraphs"][1:4]
    article = newsclean.clean("\n\n".join(filter(None, (title, line, *story))))
    assert article.dateline is None
    assert article.paragraphs[0].text == line


def test_a_place_before_an_agency_nobody_has_listed_and_a_colon_needs_the_text_to_bear_it_out():
    told = f"{FIRST} Nobody in Wexley had seen it come."
    article = cleaned("Wexley (CWA): ", told)
    assert (article.dateline.place, article.dateline.agency) == ("Wexley", "CWA")


def test_who_speaks_in_initials_is_no_place():
    lines = [
        "ANA SILVA: The harbour was never as quiet as it has been in all of this long year.",
        "B.L.: And why is that?",
        "A.S.: Because the ferry was sold.",
    ]
    article = newsclean.clean("\n\n".join(["A talk about the harbour", *lines]))
    assert article.dateline is None
    assert [paragraph.text for paragraph in article.paragraphs] == lines


@pytest.mark.parametrize(
    ("code", "title", "place"),
    [
        ("en", "A new bridge opens in Wexley", "Wexley"),
        ("en", "A new bridge opens", "NEW WEXLEY"),
        ("de", "Neue Brücke in Wexlau", "Wexlau"),
        ("es", "Un puente nuevo para Olmeda", "Olmeda"),
    ],
)
def test_a_place_before_a_colon_that_the_text_bears_out(code, title, place):
    first, *others = PROSE[code][0]["paragraphs"][:4]
    article = newsclean.clean("\n\n".join((title, f"{place}: {first}", *others)))
    assert article.dateline.place == place
    assert [paragraph.text for paragraph in article.paragraphs] == [first, *others]


def paged(body, site="Kronfelder Bote", title="Rat beschließt den Bau der Brücke"):
    """A page of an outlet, with a menu that has towns in capitals."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("KRONFELD", "NORDAU", "Sport"))
    return newsclean.clean_html(
        f"<html lang=de><head><title>{title} | {site}</title><meta property='og:site_name' content='{site}'></head>"
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )


LEADS = [
    "Der Rat hat am Dienstag nach langer Debatte beschlossen, dass die neue Brücke über den Fluss gebaut wird.",
    "Bürgermeisterin Anna Traut sagte, in Nordau werde seit zehn Jahren darauf gewartet, dass etwas geschieht.",
    "Die Bauarbeiten sollen im Frühjahr beginnen und werden nach Auskunft der Stadt etwa zwei Jahre lang dauern.",
]


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("(Kronfelder Bote) - ", None, "Kronfelder Bote"),
        ("Kronfelder Bote – ", None, "Kronfelder Bote"),
        ("Kronfelder Bote :- ", None, "Kronfelder Bote"),
        ("Nordau (Kronfelder Bote/at) ", "Nordau", "Kronfelder Bote/at"),
        ("NORDAU.- ", "NORDAU", None),
        ("NORDAU: ", "NORDAU", None),
        ("Nordau · ", "Nordau", None),
    ],
)
def test_an_outlet_of_its_own_and_a_place_that_menus_have(opening, place, agency):
    article = paged(paragraphs(opening + LEADS[0], *LEADS[1:]))
    assert (article.dateline.place, article.dateline.agency) == (place, agency)
    assert [paragraph.text for paragraph in article.paragraphs] == LEADS


@pytest.mark.parametrize("opening", ["“Kronfelder Bote – das Blatt” hat gewonnen. ", "Nordauer Zeitung – "])
def test_a_name_before_a_dash_that_is_not_the_outlets_own(opening):
    article = paged(paragraphs(opening + LEADS[0], *LEADS[1:]))
    assert article.dateline is None
    assert article.paragraphs[0].text == opening + LEADS[0]


def test_a_place_that_sections_are_called_after_opens_a_report():
    texts = [f"Berlin – {LEADS[0]}", LEADS[1].replace("Nordau", "Berlin"), LEADS[2]]
    assert paged(paragraphs(*texts)).dateline.place == "Berlin"


@pytest.mark.parametrize("line", ["<p class=place>Nordau</p>", "<p><strong>Nordau -</strong></p>", "<p>Nordau.-</p>"])
def test_a_place_on_a_line_of_its_own(line):
    article = paged(line + paragraphs(*LEADS))
    assert article.dateline.place == "Nordau"
    assert [paragraph.text for paragraph in article.paragraphs] == LEADS


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<h2>Nordau</h2>", ""),
        ("<p>Nordau</p>", "<p>Kronfeld</p>"),
        ("<p>Neubau</p>", ""),
        ("<p><a href='/nordau'>Nordau</a></p>", ""),
    ],
)
def test_a_heading_or_a_topic_above_the_lead_is_no_place(above, below):
    assert paged(above + paragraphs(LEADS[0]) + below + paragraphs(*LEADS[1:])).dateline is None


def test_a_deck_keeps_its_place_behind_a_dateline():
    deck = "Nach zehn Jahren Streit wird nun doch gebaut, und die Pendler freuen sich."
    article = paged(f"<p class=deck>Nordau · {deck}</p><p class=byline>Von Anna Traut</p>" + paragraphs(*LEADS))
    assert (article.dateline.place, article.deck) == ("Nordau", deck)


def test_the_lead_of_an_agency_s_report_is_no_deck():
    article = paged(
        f"<p class=lead>NORDAU (dpa) - {LEADS[0]}</p><p class=byline>Von Anna Traut</p>" + paragraphs(*LEADS[1:])
    )
    assert (article.dateline.place, article.deck) == ("NORDAU", None)
