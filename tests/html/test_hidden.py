"""What a page holds and does not show is none of the article, and parts nothing."""

from __future__ import annotations

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.html import blocks, hidden, tree

FIRST, *REST = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]
NOTE = "Members may read the whole archive of the harbour since 1936 and vote for the picture of the year."


def cleaned(*between):
    rest = "".join(f"<p>{text}</p>" for text in REST)
    return newsclean.clean_html(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{''.join(between)}{rest}</article>")


def shown(html):
    return [piece.shown for piece in blocks.pieces(tree.parse(html)) if not piece.hidden]


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden>{}</p>",
        "<amp-lightbox layout=nodisplay><div>{}</div></amp-lightbox>",
        "<p style='display: none'>{}</p>",
        "<div style='color:red;visibility:hidden'><p>{}</p></div>",
        "<p aria-hidden=true>{}</p>",
        "<div class='note sr-only'>{}</div>",
        "<p class=visuallyHidden>{}</p>",
        "<p class=blind>{}</p>",
        "<p class='note vhide'>{}</p>",
        "<dialog><p>{}</p></dialog>",
        "<div><span class='screen-reader-text'>{}</span></div>",
    ],
)
def test_hidden_elements_are_removed(element):
    article = cleaned(element.format(NOTE))
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, *REST]
    assert [(removal.text, removal.kind, removal.cleaner) for removal in article.removed] == [(NOTE, "other", "hidden")]
    assert_sound(article)


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden=until-found>{}</p>",
        "<p class=not-sr-only>{}</p>",
        "<p class=visually-hidden-mobile>{}</p>",
        "<p style='display:block'>{}</p>",
        "<dialog open><p>{}</p></dialog>",
    ],
)
def test_what_is_shown_after_all_is_not_hidden(element):
    assert shown(element.format(NOTE)) == [NOTE]


def test_an_article_that_a_script_shows_stays():
    body = "".join(f"<p>{text}</p>" for text in (FIRST, *REST))
    for whole in (f"<div style='display:none'>{body}</div>", f"<p>{FIRST}</p><div hidden>{body}</div>"):
        article = newsclean.clean_html(f"<article><h1>{TITLE}</h1>{whole}</article>")
        assert REST[-1] in article.text


OTHERS = PROSE["en"][1]["paragraphs"]
HIDING = ("<p style='display:none'>{}</p>", "<p class=sr-only>{}</p>", "<div hidden><p>{}</p></div>")


def test_paragraphs_that_are_hidden_one_by_one_among_others_go():
    unseen = [element.format(text) for element, text in zip(HIDING, OTHERS, strict=False)]
    seen = [f"<p>{text}</p>" for text in (FIRST, *REST)]
    page = "".join(shown + between for shown, between in zip(seen, [*unseen, *seen[3:]], strict=False))
    text = newsclean.clean_html(f"<article><h1>{TITLE}</h1><div>{page}</div></article>").text
    assert not any(told in text for told in OTHERS)
    assert all(told in text for told in (FIRST, *REST[:2]))


def test_paragraphs_that_are_kept_for_subscribers_stay():
    rest = "".join(f"<p class=paywall aria-hidden=true>{text}</p>" for text in REST[:2])
    assert REST[1] in newsclean.clean_html(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{rest}</article>").text


def test_what_the_page_states_to_be_the_article_stays():
    stated = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "%s"}</script>'
    article = newsclean.clean_html(
        stated % " ".join((FIRST, NOTE, *REST)).replace('"', "'")
        + f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p hidden>{NOTE}</p>{''.join(f'<p>{text}</p>' for text in REST)}"
    )
    assert NOTE in article.text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("The <a>mayor<span class=sr-only>, opens in a new tab</span></a> said", "The mayor said"),
        ("a megalitre<span style='display:none'> (a million litres)</span>, or less", "a megalitre, or less"),
        ("a megalitre <span hidden>a million litres </span>, or less", "a megalitre, or less"),
        ("5 May<span class=sr-only> at </span>10:30", "5 May 10:30"),
        ("Harbour<span hidden>and</span>Bridges", "Harbour Bridges"),
        ("東京<span class=sr-only>新しいタブ</span>は", "東京は"),
        ("<span class=sr-only>The</span><span aria-hidden=true><b>T</b>he</span> mayor", "The mayor"),
        ("one <span aria-hidden=true>»</span> two", "one » two"),
        ("one <span aria-hidden=true>copied words</span> two", "one two"),
        ("<span hidden>one <i>two</i> three</span> four", "four"),
    ],
)
def test_hidden_words_in_a_line(html, text):
    assert shown(f"<p>{html}</p>") == [text]


def test_hidden_words_in_a_line_are_accounted_for():
    article = cleaned(f"<p>{NOTE[:-1]}<span class=sr-only>, opens in a new tab</span>.</p>")
    assert article.paragraphs[1].text == NOTE
    assert ", opens in a new tab" in {article.source[s.start : s.end] for s in article.segments if s.role == "removed"}
    assert_sound(article)


def test_elements_within_a_hidden_one_in_a_line_are_hidden():
    assert shown("<div>one<span hidden>two<div>three</div>four</span>five</div>") == ["one", "five"]


def test_unbalanced_marks_lose_nothing():
    assert hidden.stretches(f"one{hidden.SHOW} two {hidden.HIDE}three") == ("one two three", ((8, 13),))


ANSWERS = ("You do, through the county rate.", "Every second Sunday in winter.")


def accordion(shut, *, around="div", opens="<h3><button aria-expanded=false>{}</button></h3>", apart=False):
    asked = (opens.format("Who pays?"), opens.format("When is it shut?"))
    pairs = [f"{question}<div {shut}><p>{told}</p></div>" for question, told in zip(asked, ANSWERS, strict=True)]
    return f"<{around}>{''.join(f'<div>{pair}</div>' if apart else pair for pair in pairs)}</{around}>"


@pytest.mark.parametrize("shut", ["hidden", "style='display: none'", "class=panel hidden=''"])
@pytest.mark.parametrize(
    "opens", ["<h3><button aria-expanded=false>{}</button></h3>", "<h4>{}</h4>", "<h2><a>{}</a></h2>"]
)
@pytest.mark.parametrize("apart", [False, True])
def test_answers_behind_their_questions_are_the_article_s(shut, opens, apart):
    told = accordion(shut, opens=opens, apart=apart)
    text = cleaned(told).text
    assert all(line in text for line in (*ANSWERS, "Who pays?", "When is it shut?"))


@pytest.mark.parametrize("around", ["nav", "aside", "footer", "form"])
def test_what_opens_in_a_menu_or_a_footer_is_not(around):
    told = accordion("hidden", around=around)
    text = cleaned(told).text
    assert not any(line in text for line in ANSWERS)
