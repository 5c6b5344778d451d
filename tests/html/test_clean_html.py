"""From an HTML page to an Article, by way of the same pipeline."""

from __future__ import annotations

import attrs
import pytest
from generators import CLUTTER, PROSE
from hypothesis import given
from hypothesis import strategies as st
from invariants import assert_sliced, assert_without_controls

import newsclean
from newsclean import PageError
from newsclean.cleaners.content import Content
from newsclean.document import Scores

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]


def html(*body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE} | The Post</title>{head}</head><body>{''.join(body)}</body>"
    )


def paragraphs(texts=PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


MENU = (
    "<nav><ul>" + "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Home", "World", "Sport", "Money")) + "</ul></nav>"
)
FOOTER = "<footer><p>© 2024 The Post. All rights reserved.</p><ul><li><a>Privacy policy</a></li></ul></footer>"
PAGE = html(
    MENU,
    f"<article><h1>{TITLE}</h1><div class=byline>By Ana Silva</div>",
    "<ul class=share><li>Facebook</li><li>Tweet</li></ul>",
    f"<figure><img><figcaption>The harbour on Monday. Photo: Joe Doe</figcaption></figure>{paragraphs()}",
    "<div class=tags>Tags: <a>Harbour</a>, <a>Bridges</a></div></article>",
    "<aside class=related><h3>Read also</h3><ul><li><a>Council sells the old ferry to a museum</a></li></ul></aside>",
    FOOTER,
)


def check_partition(article):
    """Every character of the source is in one segment, in order."""
    at = 0
    for segment in article.segments:
        assert segment.start == at
        assert segment.end > at
        at = segment.end
    assert at == len(article.source)


def test_the_article_comes_out():
    article = newsclean.clean_html(PAGE, url="https://post.example/a")
    assert article.title == TITLE
    assert article.authors == ("Ana Silva",)
    assert article.url == "https://post.example/a"
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    check_partition(article)


def test_figure_captions_are_captions():
    plain = PAGE.replace("The harbour on Monday. Photo: Joe Doe", "The harbour in the rain on Monday")
    for page, caption in (
        (PAGE, ("The harbour on Monday.", "Joe Doe")),
        (plain, ("The harbour in the rain on Monday", None)),
    ):
        assert [(found.text, found.credit) for found in newsclean.clean_html(page).captions] == [caption]


NEXT = f"<article><h1>Museum takes the old ferry</h1>{paragraphs(PROSE['en'][1]['paragraphs'])}</article>"


@pytest.mark.parametrize("page", [PAGE.replace(FOOTER, NEXT + FOOTER), PAGE.replace("</article>", NEXT + "</article>")])
def test_the_next_article_below_is_none_of_this(page):
    article = newsclean.clean_html(page)
    assert article == attrs.evolve(
        newsclean.clean_html(PAGE), source=article.source, segments=article.segments, removed=article.removed
    )
    removed = {removal.text: removal.kind for removal in article.removed}
    assert {removed[text] for text in ("Museum takes the old ferry", *PROSE["en"][1]["paragraphs"])} == {"related"}


def test_parts_of_one_article_stay():
    parts = "".join(f"<article><h2>Part {n}</h2><p>{text}</p></article>" for n, text in enumerate(PARAGRAPHS))
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{paragraphs()}{parts}</article>"))
    assert not [segment for segment in article.segments if segment.cleaner == "asides"]


ANOTHER = "<h2 class={}>Museum takes the old ferry</h2><p class=byline>By Joe Doe</p>{}"


@pytest.mark.parametrize(
    ("wrapper", "named"),
    [
        ("div class=item{}", "post-title"),
        ("div class=detail id=news-{}", "'detail-title big'"),
        ("section class='story story-{}'", "story__headline"),
        ("article class=post data-index={}", "entry-title"),
    ],
)
def test_an_article_below_goes_by_a_heading_called_like_the_title(wrapper, named):
    own = f"<div><h1 class={named}>{TITLE}</h1></div><div class=text>{paragraphs()}</div>"
    other = ANOTHER.format(named, paragraphs(PROSE["en"][1]["paragraphs"]))
    end = f"</{wrapper.split()[0]}>"
    article = newsclean.clean_html(
        html(MENU, f"<main><{wrapper.format(0)}>{own}{end}<{wrapper.format(1)}>{other}{end}</main>")
    )
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert (article.title, article.authors) == (TITLE, ())


@pytest.mark.parametrize(
    ("own", "other"), [("title", "title"), ("section-title", "section-title"), ("post-title", "x")]
)
def test_sections_in_elements_called_alike_stay(own, other):
    text = PROSE["en"][1]["paragraphs"]
    parts = f"<section><h1 class={own}>{TITLE}</h1>{paragraphs()}</section><section><h2 class={other}>Part two</h2>"
    article = newsclean.clean_html(html(MENU, f"<main>{parts}{paragraphs(text)}</section></main>"))
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "paragraph"][-1] == text[-1]


@pytest.mark.parametrize(("first", "other"), [("id=post-20117", "id=post-20098"), ("", "data-url=/museum")])
def test_an_article_below_with_an_address_or_a_number_of_its_own(first, other):
    own = f"<div class=art {first}><h1 class=head>{TITLE}</h1>{paragraphs()}</div>"
    next_one = f"<div class='art more' {other}>{ANOTHER.format('head', paragraphs(PROSE['en'][1]['paragraphs']))}</div>"
    article = newsclean.clean_html(html(MENU, own + next_one))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize("other", ["id=part-2", "id=elementor-20098", ""])
def test_parts_without_stay(other):
    own = f"<div class=art id=part-1><h1 class=head>{TITLE}</h1>{paragraphs()}</div>"
    text = PROSE["en"][1]["paragraphs"]
    part = f"<div class=art {other}><h2 class=head>Part two</h2>{paragraphs(text)}</div>"
    article = newsclean.clean_html(html(MENU, own + part))
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "paragraph"][-1] == text[-1]


TEASERS = "".join(
    f"<article><h2>{title}</h2><p>{text}</p></article>"
    for title, text in (
        ("{}Tickets on sale{}", "Tickets for the autumn can be bought at the kiosk from Monday, the club said."),
        ("{}Cup won in Norton{}", "The youngest came home with a cup that is nearly as tall as their captain."),
    )
)


def test_teasers_above_the_article_are_none_of_it():
    own = f"<article><h1>{TITLE}</h1>{paragraphs()}</article>"
    article = newsclean.clean_html(
        html("<div class=strip>" + TEASERS.format(*["<a href=/n/1>", "</a>"] * 2) + "</div>", own)
    )
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert {removal.kind for removal in article.removed if removal.text.startswith("T")} == {"related"}
    # What leads nowhere may be a part of the article.
    above = newsclean.clean_html(html("<div class=strip>" + TEASERS.format(*[""] * 4) + "</div>", own))
    assert not [segment for segment in above.segments if segment.cleaner == "asides"]


BUSES = (
    "The drivers of the night buses said on Monday that from July on they will not drive after eight in the evening.",
    "The county said that it is still talking to the companies and will decide by the end of next week.",
)


@pytest.mark.parametrize(
    ("opens", "closes", "stays"),
    [
        ("<h2><a href=/b>Night buses may stop</a></h2>", "<a href=/b>Go on</a>", False),
        ("<h3><a href=/b>Night buses may stop</a></h3>", "<p><a href=/b>Darllen mwy</a></p>", False),
        # Both may open, or close, a part of the article.
        ("<h2><a href=/b>Night buses may stop</a></h2>", "", True),
        ("<h2>Night buses may stop</h2>", "<a href=/b>Darllen mwy</a>", True),
    ],
)
def test_teasers_below_the_article_that_lead_to_their_stories(opens, closes, stays):
    teaser = f"<div class=entry>{opens}<div>{paragraphs(BUSES)}</div>{closes}</div>"
    page = f"<div class=own><h1>{TITLE}</h1><div>{paragraphs()}</div></div><div class=strip>{teaser}</div>"

    def judge(document):
        return [Scores(float(document.text(block) in {*PARAGRAPHS, *BUSES})) for block in document.blocks]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean_html(html(MENU, f"<div>{page}</div>"), pipeline=pipeline)
    kept = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "paragraph"]
    assert kept == [*PARAGRAPHS, *(BUSES if stays else ())]


@pytest.mark.parametrize(("listed", "stays"), [("Mill sold at last to a baker", False), ("Mill burns", True)])
def test_a_label_in_any_language_before_a_link_that_stands_in_a_list_of_stories(listed, stays):
    line = "<p><b>Darllenwch hefyd: <a href=/1>Mill sold at last to a baker</a></b></p>"
    below = f"<ul class=x><li><a href=/1>{listed}</a></li><li><a href=/2>Ferry stays</a></li></ul>"
    first, *rest = PARAGRAPHS
    article = newsclean.clean_html(html(f"<h1>{TITLE}</h1><p>{first}</p>{line}{paragraphs(rest)}{below}", ""))
    assert ("hefyd" in article.text) == stays
    assert [text for text in PARAGRAPHS if text not in article.text] == []


def test_removals_say_what_they_were():
    article = newsclean.clean_html(PAGE)
    kinds = {removal.text: removal.kind for removal in article.removed}
    assert kinds["Home"] == "navigation"
    assert kinds["Tweet"] == "share"
    assert kinds["Read also"] == "related"
    assert all(article.source[r.start : r.end] == r.text for r in article.removed)


def test_bytes_and_text_give_the_same():
    assert newsclean.clean_html(PAGE.encode()) == newsclean.clean_html(PAGE)
    assert newsclean.clean_html(bytearray(PAGE.encode())) == newsclean.clean_html(PAGE)


def test_the_same_page_gives_the_same_article():
    assert newsclean.clean_html(PAGE) == newsclean.clean_html(PAGE)


def test_what_the_page_states_goes_before_what_it_shows():
    node = '{"@type": "NewsArticle", "author": "Li Na", "dateModified": "2024-05-02"}'
    stated = f"<script type=application/ld+json>{node}</script>"
    article = newsclean.clean_html(PAGE.replace("</head>", f"{stated}</head>"))
    assert article.authors == ("Li Na",)
    assert article.modified == "2024-05-02"


def test_a_day_in_the_text_gets_the_time_that_the_page_has_for_it():
    shown = "<time datetime=2024-05-01T06:30:00+02:00>1 May 2024</time>"
    for page in (PAGE.replace("<figure>", f"{shown}<figure>"), PAGE.replace("<figure>", f"<div>{shown}</div><figure>")):
        assert newsclean.clean_html(page).published == "2024-05-01T06:30:00+02:00"


def test_an_article_from_html_is_written_and_read_like_any_other():
    article = newsclean.clean_html(PAGE)
    assert newsclean.Article.from_dict(article.to_dict()) == article
    assert article.to_schema_org()["headline"] == TITLE


def test_a_pipeline_of_ones_own():
    article = newsclean.clean_html(PAGE, pipeline=newsclean.Pipeline.default().without("tags"))
    assert article.tags == ()


@pytest.mark.parametrize("value", [None, 5, ["<p>"]])
def test_neither_text_nor_bytes(value):
    with pytest.raises(TypeError, match="expected str or bytes, not"):
        newsclean.clean_html(value)


def test_plain_text_is_cleaned_as_text():
    text = f"{TITLE}\n\n" + "\n\n".join(PARAGRAPHS)
    assert newsclean.clean_html(text) == newsclean.clean(text)


@pytest.mark.parametrize(
    "page",
    [
        "<h1>A title</h1><p>Politics</p><p>Compartir</p><p>Sport</p>",
        "<html></html>", "<p>", "<", "<<<>>>", "<!doctype html>", "<p>a", "</p></div>", "<table><tr><td>a", "<a><a><a>",
        "<p>" * 5_000, "<b>" * 5_000 + "a", "<ul><li>" * 3_000, "<![CDATA[a]]>", "<?php echo 1 ?>",
        "<p>&#xD800;&#0;&bogus;", "<svg><p>a</p></svg>",
        "<frameset><frame>", "<title>only", "<html lang=''><p lang=xx>a", "<p>\ud800</p>",
    ],
)  # fmt: skip
def test_strange_pages(page):
    check_partition(newsclean.clean_html(page))


_TAGS = (
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "a",
    "b",
    "figure",
    "figcaption",
    "article",
    "nav",
    "footer",
    "table",
    "td",
    "br",
)


@st.composite
def soups(draw):
    """Tags in any order, with texts of all sorts between them."""
    texts = st.one_of(
        st.sampled_from([*PARAGRAPHS, *(text for place in CLUTTER["en"].values() for text in place)]),
        st.text(max_size=30),
    )
    tags = st.sampled_from([*(f"<{tag}>" for tag in _TAGS), *(f"</{tag}>" for tag in _TAGS), "<div class='related'>"])
    return "<html>" + "".join(draw(st.lists(st.one_of(texts, tags), max_size=60)))


@given(soups())
def test_nothing_is_lost_of_any_page(page):
    try:
        article = newsclean.clean_html(page)
    except PageError:
        return
    check_partition(article)
    assert_sliced(article)


DECK = "Eighteen months after the storm the hall has a roof again, and the traders have their say"


@pytest.mark.parametrize(
    ("deck", "head"),
    [
        (f"<p class='article-standfirst'>{DECK}.</p>", ""),
        (f"<div class=ArticleHead_lead__z>{DECK}</div>", ""),
        (f"<h2>{DECK}</h2>", f'<meta name=description content="{DECK}">'),
        (f"<p><strong>{DECK}.</strong></p>", f'<meta property="og:description" content="{DECK}.">'),
        (f"<header><p>{DECK}.</p></header>", f'<meta property="og:description" content="{DECK}.">'),
    ],
)
def test_the_deck_is_what_the_page_calls_so_or_tells_of_itself(deck, head):
    article = newsclean.clean_html(
        html(MENU, f"<article><h1>{TITLE}</h1>{deck}{paragraphs()}</article>", FOOTER, head=head)
    )
    assert (article.deck or "").rstrip(".") == DECK
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", ["lead", "article-intro"])
def test_an_article_in_an_element_called_a_lead_has_no_deck_for_that(name):
    for body in (f"<div class={name}>{paragraphs()}</div>", paragraphs().replace("<p>", f"<p class={name}>")):
        article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{body}</article>", FOOTER))
        assert article.deck is None
        assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", ["lead-in", "lead-paragraph", "leadpara", "lead-par", "lead_paragraf"])
def test_what_is_called_the_first_paragraph_is_no_deck(name):
    told = f'<meta name=description content="{PARAGRAPHS[0]}">'
    body = paragraphs().replace("<p>", f"<p class={name}>", 1)
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{body}</article>", FOOTER, head=told))
    assert article.deck is None
    assert article.paragraphs[0].text == PARAGRAPHS[0]


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        *(("lead dropcap", "{}"), ("intro has-drop-cap", "{}"), ("ingress first", "{}")),
        *(("chapo", "<span class=lettrine>{}</span>"), ("entradilla", "<b class=drop-cap>{}</b>")),
    ],
)
def test_what_begins_with_a_large_initial_or_is_called_the_first_in_the_text_is_no_deck(name, initial):
    first = PARAGRAPHS[0]
    told = f'<meta name=description content="{first}">'
    body = paragraphs().replace(f"<p>{first[0]}", f"<p class='{name}'>{initial.format(first[0])}", 1)
    page = f"<article><h1>{TITLE}</h1><div class=byline>By Ana Silva</div><div class=text>{body}</div></article>"
    article = newsclean.clean_html(html(MENU, page, FOOTER, head=told))
    assert article.deck is None
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize("label", ["Advertisement – story continues below", "Story continues below"])
def test_a_label_in_an_element_called_an_advert_goes_however_it_reads(label):
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    for element in (f"<p class=ad-label>{label}</p>", f"<div class='advert-notice'>{label}</div>"):
        body = f"{first}{element}<div class=ad></div>{''.join(others)}"
        article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{body}</article>", FOOTER))
        assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    said = f"<p class=ad-label>{DECK}.</p>"
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{first}{said}{''.join(others)}</article>"))
    assert f"{DECK}." in [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "name",
    [
        *("class=first", "class='p firstParagraph'", "class=dropcap", "class=primer-parrafo", "id=par-0"),
        *("class=prvi-odlomak", "class=ilk-paragraf", "class=pervyj-abzac", "class=elso_bekezdes"),
    ],
)
def test_the_first_of_paragraphs_that_are_named_alike_is_no_deck(name):
    told = f'<meta name=description content="{PARAGRAPHS[0]}">'
    counted = name.startswith("id=")
    first, *others = PARAGRAPHS
    body = f"<p {name}>{first}</p>" + "".join(
        f"<p {name.replace('0', str(n)) if counted else ''}>{text}</p>" for n, text in enumerate(others, 1)
    )
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{body}</article>", FOOTER, head=told))
    assert article.deck is None
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    deck = f"<p class='summary first'>{DECK}.</p>"
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{deck}{body}</article>", FOOTER))
    assert article.deck == f"{DECK}."


@pytest.mark.parametrize(
    ("name", "is_deck"),
    [
        *(("avaus", False), ("nyitany u-story", False), ("text-bold", True), ("font-sans font-medium", True)),
        *(("lid", True), ("news-sapo", True), ("podnaslov", True)),
    ],
)
def test_among_the_paragraphs_of_a_body_a_name_and_a_description_make_no_deck(name, is_deck):
    told = f'<meta name=description content="{PARAGRAPHS[0]}">'
    body = paragraphs().replace("<p>", f"<p class='{name}'>", 1)
    page = f"<article><h1>{TITLE}</h1><div class=byline>By Ana Silva</div><div class=text>{body}</div></article>"
    article = newsclean.clean_html(html(MENU, page, FOOTER, head=told))
    assert article.deck == (PARAGRAPHS[0] if is_deck else None)
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS[is_deck:])


def test_a_figure_called_a_resource_holds_captions_and_no_credits():
    figure = "<figure class='media resource'><figcaption>The harbour front on Monday</figcaption></figure>"
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{figure}{paragraphs()}</article>", FOOTER))
    assert [(c.text, c.credit) for c in article.captions] == [("The harbour front on Monday", None)]


def test_a_first_paragraph_set_as_the_others_is_no_deck():
    told = f'<meta name=description content="{PARAGRAPHS[0]}">'
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{paragraphs()}</article>", FOOTER, head=told))
    assert article.deck is None
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    ["Topics<a href=1>Harbour</a><a href=2>Fish market</a>", "Tags: <a href=1>Harbour</a> <a href=2>Fish market</a>"],
)
def test_each_link_is_a_tag(line):
    article = newsclean.clean_html(
        html(MENU, f"<article><h1>{TITLE}</h1>{paragraphs()}<p>{line}</p></article>", FOOTER)
    )
    assert article.tags == ("Harbour", "Fish market")


def test_the_title_of_an_old_page_stands_in_large_letters():
    old = f"<html><head><title>{TITLE} | Local | Wexley Web</title></head><body>{MENU}<p>{NOTICE}</p><b>{TITLE}</b>"
    article = newsclean.clean_html(f"{old}<br>2 May 2024 10:30<br>{paragraphs()}{FOOTER}</body></html>")
    assert (article.title, article.published) == (TITLE, "2024-05-02T10:30")


NOTICE = "There will be no paper on the holidays, and letters will wait. Please call your newsagent for what you need."


def test_an_account_signs_beside_a_date_where_the_page_states_nobody():
    head = f"<h1>{TITLE}</h1><div>Posted on 2 May 2024 by wexfan</div>"
    article = newsclean.clean_html(html(MENU, f"<article>{head}{paragraphs()}</article>", FOOTER))
    assert (article.authors, article.published) == (("wexfan",), "2024-05-02")


def test_who_signs_together_where_the_head_names_only_the_first():
    head = '<meta name=author content="Ana Silva">'
    byline = "<div class=byline><a href=/a>Ana Silva</a>, <a href=/j>Joe Doe</a></div>"
    article = newsclean.clean_html(
        html(MENU, f"<article><h1>{TITLE}</h1>{byline}{paragraphs()}</article>", FOOTER, head=head)
    )
    assert article.authors == ("Ana Silva", "Joe Doe")


def test_a_label_below_the_article_says_who_wrote_it():
    below = "<div><h3>Written by</h3><div>Ana Silva</div></div>"
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{paragraphs()}</article>", below, FOOTER))
    assert article.authors == ("Ana Silva",)


@pytest.mark.parametrize("box", ["<dl><dt>Author</dt><dd>Jane Austen</dd></dl>", "<p>Written by</p><p>Jane Austen</p>"])
def test_a_label_in_the_midst_of_the_article_names_another_s(box):
    body = f"{paragraphs(PARAGRAPHS[:2])}{box}{paragraphs(PARAGRAPHS[2:])}"
    article = newsclean.clean_html(html(MENU, f"<article><h1>{TITLE}</h1>{body}</article>", FOOTER))
    assert article.authors == ()


def test_a_byline_with_a_date_above_the_heading():
    head = f"<div>By Ana Silva</div><div>2 May 2024</div><div>5 min read</div><h1>{TITLE}</h1>"
    article = newsclean.clean_html(html(MENU, f"<article>{head}{paragraphs()}</article>", FOOTER))
    assert article.authors == ("Ana Silva",)


def test_what_menus_sort_by_is_no_author():
    menu = "<nav><ul><li>By Industry<ul><li>Finance</li></ul></li><li>By Role<ul><li>Teachers</li></ul></li></ul></nav>"
    article = newsclean.clean_html(html(menu, MENU, f"<article><h1>{TITLE}</h1>{paragraphs()}</article>", FOOTER))
    assert article.authors == ()


def test_a_heading_beside_a_captioned_picture_is_no_caption():
    head = f"<div class='articleHeader hasCaption'><h1>{TITLE}</h1><h2 class=subheading>{DECK}</h2></div>"
    article = newsclean.clean_html(html(MENU, f"<article>{head}{paragraphs()}</article>", FOOTER))
    assert (article.title, article.deck, article.captions) == (TITLE, DECK, ())


def test_a_heading_in_the_titles_element_is_the_deck():
    deck = "Traders fear for their customers, and the harbour town waits for its market hall and its roof"
    head = f"<header><h1>{TITLE}</h1><h2 class='x1'>{deck}.</h2></header>"
    assert newsclean.clean_html(html(MENU, f"<main>{head}<div>{paragraphs()}</div></main>")).deck == f"{deck}."
    beside = f"<main><h1>{TITLE}</h1><h2 class='x1'>{deck}.</h2>{paragraphs()}</main>"
    assert newsclean.clean_html(html(MENU, beside)).deck is None


def test_a_thousand_paragraphs_that_are_nearly_the_same_are_all_kept():
    said = [
        f"Resident {n} of the town told the council that the ferry should stay in the harbour." for n in range(1000)
    ]
    article = newsclean.clean_html(f"<h1>Ferry sold</h1>{paragraphs(said)}")
    assert [paragraph.text for paragraph in article.paragraphs] == said
    assert [p.text for p in newsclean.clean("\n\n".join(("Ferry sold", *said))).paragraphs] == said


@pytest.mark.parametrize("mark", ["\x1b[", "\x9b", "\x9d", "\x7f", "\x01", "&#27;", "&#157;", " \x14 ", "\\u001b"])
def test_no_field_has_control_characters(mark):
    stated = f'{{"@type": "NewsArticle", "headline": "Ferry{mark} sold", "author": {{"name": "Ana{mark} Silva"}}}}'
    article = newsclean.clean_html(
        f'<script type="application/ld+json">{stated}</script><meta property=article:section content="Town{mark}">'
        f"<h1>Ferry sold</h1><p>The council{mark} met on Monday and sold the ferry to its crew for a pound.</p>"
    )
    assert article.title
    assert_without_controls(article)
    assert "  " not in f"{article.title}{article.authors}"


@pytest.mark.parametrize("mark", ["&#8206;", "\x01", "\u200b", " &#27; "])
def test_what_nobody_sees_is_no_field(mark):
    head = "".join(
        f"<meta name={name} content='{mark}'>" for name in ("og:title", "author", "article:section", "keywords")
    )
    article = newsclean.clean_html(f"{head}<title>{mark}</title>{paragraphs()}")
    assert (article.title, article.authors, article.section, article.tags) == (None, (), None, ())


def test_a_page_above_the_limit_is_refused_and_the_limit_can_be_raised():
    page = f"<h1>Ferry sold</h1>{'<br>' * 1000}"
    with pytest.raises(newsclean.PageError, match=r"it has 0\.0 MB, and the limit is 0\.0 MB"):
        newsclean.clean_html(page, limit=len(page) - 1)
    for limit in (len(page), None):
        assert newsclean.clean_html(page, limit=limit).title == "Ferry sold"


def test_control_characters_in_the_lines_of_a_headline_break_nothing():
    article = newsclean.clean_html("<html><h1><div>Ferry\x08</div>\x1fsold</h1><p>The council met.</p>")
    assert article.title == "Ferry sold"


def test_a_short_last_sentence_in_an_element_like_those_above_stays():
    told = ["The council agreed on Tuesday to build a second bridge over the river, at a cost of nine million pounds."]
    told += ["Work is to begin in spring and will take two years, the mayor told reporters after the long meeting."]
    told += ["Residents had asked for a tunnel, but engineers said that the ground was too soft for one there."]
    told += ["Nobody voted against it."]
    page = "".join(f"<div>{text}</div>" for text in told)
    article = newsclean.clean_html(f"<body><article><h1>Marlow to get second bridge</h1>{page}</article></body>")
    assert [p.text for p in article.paragraphs] == told
