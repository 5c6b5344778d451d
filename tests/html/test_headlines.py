"""Which heading is the article's: the visible one goes before what is stated, those of menus and sites never do."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.html import metadata, tree
from newsclean.html.head import Head

TITLE = "Ferry to the islands sails again"
PARAGRAPH = "<p>The ferry to the islands sailed again on Monday morning after a winter in the dry dock of Hafnes.</p>"


def title(html: str) -> str | None:
    root = tree.parse(html)
    assert root is not None
    return metadata.read(Head(root, "https://www.islandnews.example/a"))[0].get("title")


@pytest.mark.parametrize(
    "heading",
    [
        "<h1 class=sr-only>Search form</h1>",
        "<h1 style='display:none'>Islands and ferries online</h1>",
        "<div aria-hidden=true><h1>Ferry overlay</h1></div>",
        "<h1 hidden>Island edition</h1>",
        "<h1 class=site-title>Notes from the north</h1>",
        "<h1 class=section-name>Local news</h1>",
        "<nav><h1>Main menu</h1></nav>",
        "<div class=gtranslate><h1>Select your language</h1></div>",
        "<div class='google-translate'><h1>Translate this page</h1></div>",
        "<ol class=breadcrumb><li><h1>Ferry to islands: boat sails</h1></li></ol>",
    ],
)
@pytest.mark.parametrize("stated", [TITLE, "Island News"])
def test_headings_of_menus_sites_and_sections_are_no_titles(heading, stated):
    html = f"<title>{stated}</title>{heading}<article><h2 class=entry-title>{TITLE}</h2>{PARAGRAPH}</article>"
    assert title(html) == TITLE


@pytest.mark.parametrize("home", ["<a href=/>Islands Gazette</a>", "<a href=/><img alt='Islands Gazette'></a>", ""])
@pytest.mark.parametrize(
    ("language", "signature"),
    [
        ("de", "<div class=x1>Von <a href=/p/7>Vera Zimina</a></div>"),
        ("fr", "<div class=x1>Par Vera Zimina</div>"),
        ("es", "<div class=x1>27 de septiembre de 2023</div>"),
        ("pl", "<div class=autor>Vera Zimina</div>"),
    ],
)
def test_what_the_site_is_called_is_no_title_where_a_lower_heading_is_signed(home, language, signature):
    html = (
        f"<html lang={language}><title>Islands Gazette</title><h1 class=visually-hidden>Search</h1>{home}"
        f"<div class=x0><h2 class=x2>{TITLE}</h2>{signature}{PARAGRAPH * 3}</div><h3>Most read</h3>"
    )
    assert title(html) == TITLE


@pytest.mark.parametrize(
    "name", ["blind", "screen_out", "vhide", "hide-text", "tit_ir", "sound_only", "wa-hidden", "oculto"]
)
def test_a_heading_in_what_style_sheets_hide_is_no_title(name):
    page = f"<div id=a><h2 class=x2>{TITLE}</h2><p class=x3>5 May 2024</p><div>{PARAGRAPH * 3}</div></div>"
    assert title(f"<title>Islands Gazette</title><h1 class={name}>All our services</h1>{page}") == TITLE


def test_what_the_site_is_called_is_no_title_where_a_link_home_says_so():
    html = f"<title>Islands Gazette</title><a href=/>Islands Gazette</a><h2 class=x2>{TITLE}</h2>{PARAGRAPH * 3}"
    assert title(html) == TITLE
    assert title(html.replace("href=/", "href=/ferry")) == "Islands Gazette"


@pytest.mark.parametrize(
    ("called", "site"),
    [
        ("Nachrichten Möwe", "<h1 class=sr-only>Nachrichten Möwe: Neues</h1><a href=/><img alt=Möwe></a>"),
        ("Le Phare - Sport", "<a href=/>Le Phare</a>"),
        ("Sport | Latarnia Morska", "<img src=/img/masthead.gif alt='Latarnia Morska'>"),
        ("A Gaivota: Esportes", "<img class=logo src=a.png alt='A Gaivota'>"),
    ],
)
@pytest.mark.parametrize(
    "heading", [f"<h2 class=news-title>{TITLE}</h2>", f"<font size=6>{TITLE}</font><p>By Ana Silva"]
)
def test_names_of_site_and_section_alone_are_no_title(called, site, heading):
    html = f"<title>{called}</title>{site}<div>{heading}{PARAGRAPH * 3}</div>"
    assert title(html) == TITLE


def test_what_is_shown_above_the_article_is_its_title_though_the_site_is_called_alike():
    html = f"<title>Beach Ferry</title><a href=/>Ferry</a><div><b>Beach Ferry</b></div>{PARAGRAPH * 3}"
    assert title(html) == "Beach Ferry"


@pytest.mark.parametrize("line", ["<font size=2>{}</font>", "<font size=6><a href=/b>{}</a></font>"])
def test_small_letters_and_links_are_no_headline(line):
    html = f"<title>Le Phare</title><a href=/>Le Phare</a><div>{line.format(TITLE)}<p>By Ana Silva</p>{PARAGRAPH}</div>"
    assert title(html) is None


def test_the_visible_headline_goes_before_what_all_others_state():
    told = "Dry dock closes as ferry repairs end"
    html = (
        f"<title>{told}</title><meta property=og:title content='{told}'>"
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": told})}</script>'
        f"<article><h1>{TITLE}</h1><p class=byline>By Ana Silva</p>{PARAGRAPH}</article>"
    )
    assert title(html) == TITLE


@pytest.mark.parametrize(
    "heading",
    [
        "Ferry to the<br>islands sails<br/>again",
        "<div>Ferry to the</div><div>islands sails again</div>",
        "<a href=/f>Ferry to the<br> islands</a> sails again",
        "<span class=line>Ferry to the</span><span class=line>islands sails again</span>",
        "<span class=first>F</span>erry to the <b>isl</b>ands sails again",
    ],
)
def test_the_lines_of_a_headline_are_parted_and_its_words_are_not(heading):
    assert title(f"<title>Island News</title><article><h1>{heading}</h1>{PARAGRAPH}</article>") == TITLE


def test_a_word_above_the_article_does_not():
    html = f"<title>{TITLE}</title><meta property=og:title content='{TITLE}'><main><h1>Opinion</h1>{PARAGRAPH}</main>"
    assert title(html) == TITLE


def test_a_heading_in_a_breadcrumb_does_not_count_with_the_stated_titles():
    short = "Ferry: boat sails again"
    html = (
        f"<title>{short}</title><meta property=og:title content='{short}'>"
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": TITLE})}</script>'
        f"<nav><ol><li><h1>{short}</h1></li></ol></nav><article><h2>{TITLE}</h2>{PARAGRAPH}</article>"
    )
    assert title(html) == TITLE


def test_a_headline_below_a_breadcrumb_goes_before_all_others_where_the_page_states_it_once():
    short = "Ferry: boat sails again"
    html = (
        f"<title>{short}</title><meta property=og:title content='{TITLE}'>"
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": short})}</script>'
        f"<nav><h1>{short}</h1></nav><div class=without-sidebar><h2 class=entry-title>{TITLE}</h2>{PARAGRAPH}</div>"
    )
    assert title(html) == TITLE


def test_a_kicker_that_an_element_is_called_is_no_part_of_the_headline():
    heading = f"<h1><span class=overline>Traffic</span> <span>{TITLE}</span></h1>"
    assert title(f"<title>Boats | Island News</title><article>{heading}</article>") == TITLE
    assert title(f"<meta property=og:title content='Boats: {TITLE}'><article>{heading}</article>") == TITLE


def test_a_kicker_is_there_as_open_graph_has_it():
    with_kicker = f"<meta property=og:title content='Traffic: {TITLE}'>"
    assert title(f"{with_kicker}<h1>{TITLE}</h1>") == f"Traffic: {TITLE}"
    assert title(f"{with_kicker}<h1>Traffic: {TITLE}</h1>") == f"Traffic: {TITLE}"
    assert title(f"<meta property=og:title content='{TITLE}'><h1>Traffic: {TITLE}</h1>") == TITLE
    assert title(f"<h1>Traffic: {TITLE}</h1>") == f"Traffic: {TITLE}"


def test_a_heading_in_parts_is_spelt_as_stated():
    html = f"<meta property=og:title content='Traffic: {TITLE}'><h1><span>Traffic</span><span>{TITLE}</span></h1>"
    assert title(html) == f"Traffic: {TITLE}"


@pytest.mark.parametrize("graph", ["", "<meta property=og:title content='Island notes'>"])
@pytest.mark.parametrize("level", ["h1", "h2"])
@pytest.mark.parametrize("rest", [": the ferry sails again", " – the week on Hafnes", " of this spring"])
def test_a_headline_that_goes_on_behind_the_stated_title_is_the_title(graph, level, rest):
    heading = f"<{level}>Island notes{rest}</{level}>"
    html = f"<html><head><title>Island notes</title>{graph}</head><body><p><a href=/>Home</a></p>{heading}{PARAGRAPH}"
    assert title(html) == newsclean.clean_html(html).title == f"Island notes{rest}"


def test_or_not_where_the_site_s_name_is_behind_it():
    head = f"<title>{TITLE}</title><meta property=og:site_name content='Island News'>"
    assert title(f"{head}<h2>{TITLE} | Island News</h2>{PARAGRAPH}") == TITLE


def test_a_hidden_colon_parts_kicker_and_headline():
    heading = f"<h1><span>Traffic<span class=visually-hidden>: </span></span><span> {TITLE}</span></h1>"
    assert title(f"<title>Boats sail again | Island News</title><article>{heading}</article>") == f"Traffic: {TITLE}"


def test_a_page_without_headings_still_has_its_title():
    assert title(f"<title>{TITLE} | Island News</title><meta property=og:site_name content='Island News'>") == TITLE


def test_the_headline_is_the_title_of_the_article():
    html = f"<h1 class=visuallyhidden>Navigation</h1><article><h2 class=headline>{TITLE}</h2>{PARAGRAPH * 3}</article>"
    article = newsclean.clean_html(html)
    assert article.title == TITLE
    assert "Navigation" not in article.text


DASHED = "Ferry sails again – but ring the bell"


@pytest.mark.parametrize(
    "called",
    [
        f"Quay Post – Local – {DASHED}", f"Quay Post | Local | {DASHED}", f"{DASHED} – Local – Quay Post",
        f"Quay Post – {DASHED} – Local",
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["<div class=x1>{}</div>", "<p style='font-size:28px'>{}</p>", "<strong>{}</strong>"])
def test_a_line_of_a_page_without_headings_tells_which_part_of_its_name_is_the_title(line, called):
    html = f"<title>{called}</title><div><a href=/>Quay Post</a></div><div>{line.format(DASHED)}{PARAGRAPH}</div>"
    assert title(html) == DASHED


@pytest.mark.parametrize(
    "line",
    [
        "<div>Ferry sails again</div>",
        "<div>Local</div>",
        "<div><a href=/2>The Voice of the Quays, the Harbour and the Town</a></div>",
    ],
)
def test_other_lines_do_not(line):
    called = f"{DASHED} | The Voice of the Quays, the Harbour and the Town"
    assert title(f"<title>{called}</title><div>{line}{PARAGRAPH}</div>") == called
