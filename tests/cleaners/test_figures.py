"""Captions of HTML pages: which texts are some, whose they are, and what credits them."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "Nowy most nad kanałem otwarto w poniedziałek"
PARAGRAPHS = (
    "Burmistrz otworzył w poniedziałek nowy most nad kanałem, na który mieszkańcy czekali prawie trzy lata.",
    "Budowa kosztowała cztery miliony złotych i trwała o rok dłużej, niż zakładała umowa z wykonawcą mostu.",
    "Kierowcy mówią, że droga do portu skróci się o dwadzieścia minut, jeśli nie będzie na niej korków.",
)
CAPTION = "Pierwsze samochody jadą przez most"


def page(*pictures, head="", below=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    inside = f"<p>{PARAGRAPHS[0]}</p>{''.join(pictures)}{body}"
    html = f"<html lang=pl><body>{head}<article><h1>{TITLE}</h1>{inside}</article>{below}</body></html>"
    return newsclean.clean_html(html)


def captions(article):
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    return [(caption.text, caption.credit) for caption in article.captions]


def figure(inside):
    return f"<figure><img src=1.jpg>{inside}</figure>"


@pytest.mark.parametrize(
    ("inside", "caption"),
    [
        ("<figcaption>Jan Nowak</figcaption>", ("Jan Nowak", None)),
        ("<figcaption><p>Most nocą.</p></figcaption>", ("Most nocą.", None)),
        (f"<div class=inner>{CAPTION} ANNA LIS/PAP</div>", (f"{CAPTION} ANNA LIS/PAP", None)),
        ("<figcaption>Fot. Anna Lis</figcaption>", ("", "Anna Lis")),
        ("<figcaption>© Anna Lis</figcaption>", ("", "Anna Lis")),
        ("<figcaption>(fot. Anna Lis/Kurier)</figcaption>", ("", "Anna Lis/Kurier")),
        ("<figcaption>Źródło: Urząd Portu</figcaption>", ("", "Urząd Portu")),
        (f"<figcaption><p>© Anna Lis</p><p>{CAPTION}</p></figcaption>", (CAPTION, "Anna Lis")),
        (f"<figcaption><p>{CAPTION}</p><p>© Anna Lis</p></figcaption>", (CAPTION, "Anna Lis")),
        (f"<div>fot. Anna Lis</div><figcaption>{CAPTION}</figcaption>", (CAPTION, "Anna Lis")),
        (
            f"<figcaption>{CAPTION},<br>który otwarto w poniedziałek. © Anna Lis",
            (f"{CAPTION}, który otwarto w poniedziałek.", "Anna Lis"),
        ),
    ],
)
def test_what_a_figure_says_of_its_picture(inside, caption):
    assert captions(page(figure(inside))) == [caption]


@pytest.mark.parametrize(
    "inside",
    [
        "<button>Powiększ zdjęcie mostu na cały ekran</button>",
        "<figcaption>Zdjęcie</figcaption>",
        "<div>1</div>",
        "<figcaption><a href=/2>Jan Nowak</a></figcaption>",
    ],
)
def test_what_a_figure_holds_besides(inside):
    assert captions(page(figure(inside))) == []


def test_what_leads_to_a_table_in_a_figure_stays():
    table = "<table><tr><th>Most</th><th>Rok</th></tr><tr><td>Stary</td><td>1911</td></tr></table>"
    article = page(f"<figure><p>Oto najważniejsze mosty w mieście:</p>{table}</figure>")
    assert (article.captions, "Oto najważniejsze mosty w mieście:" in article.text) == ((), True)


def test_a_label_alone_is_no_credit():
    assert captions(page(figure("<div class=source>Źródło zdjęcia:</div>"))) == []


def test_a_quotation_in_a_figure_is_no_caption():
    quotation = "Na ten most czekali tu wszyscy, od rybaków po uczniów."
    article = page(f"<figure><blockquote><p>{quotation}</p></blockquote></figure>")
    assert (article.captions, quotation in article.text) == ((), True)


def test_a_caption_stands_once():
    pictures = ["", f"<figcaption>{CAPTION}. Fot. Anna Lis</figcaption>", f"<figcaption>{CAPTION}.</figcaption>"]
    pictures += ["<figcaption>Fot. Anna Lis</figcaption>", f"<figcaption>{CAPTION}. Fot. Jan Nowak</figcaption>"]
    found = captions(page(*map(figure, pictures), *map(figure, pictures)))
    assert found == [(f"{CAPTION}.", "Anna Lis"), (f"{CAPTION}.", "Jan Nowak")]


def test_a_credit_does_not_go_to_the_next_picture():
    first, second = figure("<figcaption>Fot. Anna Lis</figcaption>"), figure(f"<figcaption>{CAPTION}</figcaption>")
    assert captions(page(first, second)) == [("", "Anna Lis"), (CAPTION, None)]


OTHER = figure("<figcaption>Policja szuka świadków wypadku na rynku. Fot. Jan Nowak</figcaption>")


@pytest.mark.parametrize(
    "around", ["<div class=more>{}</div>", "<a href=/2>{}</a>", "<section><h2>Inne</h2><div>{}</div></section>"]
)
def test_captions_below_the_article_are_another_s(around):
    assert captions(page(figure(f"<figcaption>{CAPTION}</figcaption>"), below=around.format(OTHER))) == [
        (CAPTION, None)
    ]


@pytest.mark.parametrize(
    "around", ["<div><button>{0}</button><button>{0}</button><button>{0}</button></div>", "<nav>{}</nav>"]
)
def test_captions_in_rows_of_buttons_and_in_menus_are_none(around):
    assert captions(page(around.format(OTHER))) == []


def test_a_picture_that_is_a_button_or_a_link_has_its_caption():
    inside = figure(f"<figcaption>{CAPTION}</figcaption>")
    assert captions(page(f"<button>{inside}</button>")) == [(CAPTION, None)]
    assert captions(page(f"<a href=1.jpg>{inside}</a>")) == [(CAPTION, None)]


@pytest.mark.parametrize("credit", ["Anna Lis", "Kurier Portowy"])
def test_a_heading_that_is_called_a_caption_is_one(credit):
    inside = (
        f"<figcaption><h2 class=figure__caption>{CAPTION}</h2><div class=figure__author>{credit}</div></figcaption>"
    )
    assert captions(page(figure(inside))) == [(CAPTION, credit)]


def test_what_is_called_a_credit_may_hold_the_caption_too():
    inside = f"<div class=photo__source>{CAPTION} nad kanałem. Fot. Anna Lis</div>"
    assert captions(page(figure(inside))) == [(f"{CAPTION} nad kanałem.", "Anna Lis")]


def test_a_page_within_a_form_has_its_captions():
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f"<form><h1>{TITLE}</h1>{figure(f'<figcaption>{CAPTION}</figcaption>')}{body}</form>"
    assert captions(newsclean.clean_html(html)) == [(CAPTION, None)]


def test_a_caption_above_the_title_stays():
    head = f"<div class=top>{figure(f'<figcaption>{CAPTION}. Fot. Anna Lis</figcaption>')}</div>"
    assert captions(page(head=head)) == [(f"{CAPTION}.", "Anna Lis")]


def test_a_menu_s_line_is_no_caption_of_the_credit_below():
    search = "<div class=top><div><form><p>Proszę wpisać szukane słowo</p></form></div></div>"
    html = f"{search}<div class=main>{figure('<figcaption>Fot. Anna Lis</figcaption>')}</div>"
    assert captions(page(head=html)) == [("", "Anna Lis")]


def test_a_name_below_a_picture_may_be_a_tag():
    tags = "<ul class=tags><li><a href=/tag/port>Port</a></li><li><a href=/tag/nowak>Jan Nowak</a></li></ul>"
    article = page(figure("<figcaption>Jan Nowak</figcaption>"), below=f"<div><h4>Tagi</h4>{tags}</div>")
    assert "Jan Nowak" in article.tags


def test_who_signs_with_a_date_stands_under_no_picture():
    html = f"<article><h1>{TITLE}</h1><div>Jan Nowak / 07.11.2023 / 09:30 / Foto: Anna Lis</div>"
    article = newsclean.clean_html(html + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
    assert (article.authors, article.published) == (("Jan Nowak",), "2023-11-07T09:30")
    assert captions(article) == [("", "Anna Lis")]


def test_a_sentence_in_an_element_that_holds_a_picture_and_a_credit_is_a_caption():
    sentence = (
        "Burmistrz Jan Nowak (w środku) i rybacy przyglądają się w poniedziałek rano pierwszym samochodom na moście."
    )
    picture = f"<div class='image wide'><div class=hyphens><p>{sentence}<br>Fot. Anna Lis</p></div></div>"
    assert captions(page(picture)) == [(sentence, "Anna Lis")]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("<div class=pic>Fot.: Urząd Portu</div>", "Urząd Portu"),
        ("<p>Fot. Kurier/Urząd Portu</p>", "Kurier/Urząd Portu"),
        ("<div class=image><div class=image__copyright>© kurier.example/anna</div></div>", "kurier.example/anna"),
    ],
)
def test_a_credit_between_title_and_text_stands_under_a_picture(line, credit):
    html = f"<article><h1>{TITLE}</h1>{line}{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article>"
    assert captions(newsclean.clean_html(f"<html lang=pl><body>{html}</body></html>")) == [("", credit)]


def test_a_short_text_in_a_figure_is_its_caption_though_the_model_holds_it_for_body():
    picture = "<figure><img src=1.jpg><div>The ferry on its last day</div><small>Photo: Bo Lund</small></figure>"
    lead = "The ferry that crossed the lake for sixty years is to become a library, the council decided."
    head = "<h1>Ferry becomes library</h1><p class=byline>By Ana Silva</p><time datetime=2024-05-03>3 May 2024</time>"
    page = f"<body><main>{head}{picture}<p>{lead}</p><p>Nobody voted against.</p></main></body>"
    article = newsclean.clean_html(page)
    (caption,) = article.captions
    assert (caption.text, caption.credit) == ("The ferry on its last day", "Bo Lund")
    assert article.deck is None
