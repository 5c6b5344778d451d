"""What elements of an HTML page say of what is in them: further stories, comments, boxes, captions, single links."""

from __future__ import annotations

import pytest
from generators import PROSE
from invariants import assert_sound

import newsclean
from newsclean.cleaners.content import Content
from newsclean.document import Scores

PARAGRAPHS = PROSE["en"][0]["paragraphs"]
TITLE = PROSE["en"][0]["title"]
OTHER = PROSE["en"][1]["paragraphs"]
OTHER_TITLE = PROSE["en"][1]["title"]
HEAD = f"<h1>{TITLE}</h1>"


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def body(page):
    article = newsclean.clean_html(f"<html lang=en><body>{page}</body></html>")
    assert_sound(article)
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "page",
    [
        "<div class=post>{own}</div><div class=post><h2><a href=/2>{title}</a></h2>{other}</div>",
        "<div class=article>{own}</div><div class=article><h1>{title}</h1>{other}</div>",
        "<article>{own}</article><article><h2><a href=/2>{title}</a></h2>{other}</article>",
        "<div class='story' id=story-1>{own}</div><div class='story loaded' id=story-2><h1>{title}</h1>{other}</div>",
        "<article>{own}</article><article class=x3><a href=/2><h3>{title}</h3></a>{other}</article>",
        "<article>{own}</article><section><h2>More stories</h2><h3><a href=/2>{title}</a></h3>{other}{link}</section>",
        "<div class=story>{own}</div><section class=nx><h1>{title}</h1><ul><li>Vera Zimina<li>x</ul>{other}</section>",
        "<main>{own}</main><div id=n><b>Read on</b><h1>{title}</h1><time>5 May 2024</time>{other}</div>",
        "<div id=x><div>{own}</div></div><div id=y><div><h1>{title}</h1><p>Von Vera Zimina</p>{other}</div></div>",
        "<article>{own}</article><div class=next-article><h2>{title}</h2>{other}</div>",
        "<article>{own}<section class='more-stories'><h3>{title}</h3>{other}</section></article>",
        "<article>{own}</article><div class=photo-gallery><h2>{title}</h2>{other}</div>",
        "<article>{own}</article><div class=comment-list>{other}</div>",
        "<article>{own}<div class=factbox><h3>{title}</h3>{other}</div></article>",
        "<article>{own}<div class=infobox><h4>{title}</h4>{table}</div></article>",
        "<article>{own}<div class='m-faktaboks'>{table}</div>{link}</article>",
        "<article>{own}<div class=recuadro><h4>{title}</h4>{other}{table}</div></article>",
        "<article>{own}<div class=faktaruta><h4>{title}</h4>{other}</div></article>",
        "<article>{own}<div class='c-fakta__box tietolaatikko'><h4>{title}</h4>{other}</div></article>",
        "<article>{own}<div class=kadertekst><h4>{title}</h4>{other}</div></article>",
        "<article>{own}<div class='Bio_bio__4'>{other}</div></article>",
        "<article>{own}<div class=about-the-author>{other}</div></article>",
        "<article>{own}<div class=autor_bio>{other}</div></article>",
        "<article>{own}<p class=syndication-note>You may publish this text again, free of charge.</p></article>",
        "<article>{own}<div class=meer-nieuws><h2>{title}</h2>{other}</div></article>",
        "<article>{own}<div class=ilgili-haberler><h2>{title}</h2>{other}</div></article>",
        "<article>{own}<div class=reacties>{other}</div></article>",
        "<article>{own}<div class=expandable-box><h3>{title}</h3>{other}</div></article>",
        "<article>{own}<aside class=x1><h3>{title}</h3>{other}</aside></article>",
        "<div id=a>{own}</div><div id=b class=about-us><h2>Who we are</h2>{other}</div>",
        "<div id=a>{own}</div><div class='box ueber-uns'>{other}</div>",
        "<article>{own}<div class=video-player><h2>{title}</h2></div></article>",
        "<article>{own}<div class='c-newsletter'><p>The town in your inbox, each morning</p></div></article>",
        "<article>{own}<section id=signup><h3>{title}</h3><p>One mail a week, written by us</p></section></article>",
    ],
)
def test_what_is_below_the_article_is_none_of_it(page):
    own, other = HEAD + paragraphs(PARAGRAPHS), paragraphs(OTHER[:2])
    link = "<b><a href=/3>Rain delays the harbour race</a></b>"
    table = "<table><caption>Prices<tr><td>Herring<td>£4.10<tr><td>Cod<td>£9.50<tr><td>Ice<td>30p</table>"
    assert body(page.format(own=own, title=OTHER_TITLE, other=other, link=link, table=table)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "page",
    [
        "<div class=gallery>{head}{all}</div>",
        "<div class=newsletter>{head}{all}</div>",
        "<div class=bio>{head}{all}</div>",
        "<div class=about-us>{head}{all}</div>",
        "<div>{head}</div><div class=about-us>{all}</div>",
        "<article>{head}<div class=story-list>{all}</div></article>",
        "<section class=part>{head}{first}</section><section class=part><h2>What comes next</h2>{rest}</section>",
        "<article>{head}{first}<div class=read-more>{rest}</div></article>",
        "<section class=top>{head}{first}</section><section class=more><h1>What comes next</h1>{rest}</section>",
        "<article>{head}{first}<section><h2>Read more</h2>{rest}</section></article>",
        "<article>{head}{first}<div><h2>Read more</h2><a href=/2>A</a> <p><a href=/3>B</a></p></div>{rest}</article>",
        "<article>{head}{first}<article class=post><h3><a href=/1#b>What comes next</a></h3>{rest}</article></article>",
    ],
)
def test_parts_of_the_article_stay_whatever_they_are_called(page):
    first, rest = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    found = body(page.format(head=HEAD, first=first, rest=rest, all=first + rest))
    assert [text for text in found if text != "What comes next"] == list(PARAGRAPHS)


@pytest.mark.parametrize("called", ["about-us", "box-about_the_paper", "qui-sommes-nous", "over-ons", "om-oss"])
def test_an_outlet_may_say_more_of_itself_than_the_article_has(called):
    own, other = PARAGRAPHS[:2], [*OTHER, *PARAGRAPHS[2:]]
    page = f"<div id=a>{HEAD}{paragraphs(own)}</div><div class='{called}'><h2>Who we are</h2>{paragraphs(other)}</div>"
    assert body(page) == list(own)


def test_a_paragraph_with_a_box_of_stories_in_it_stays():
    *others, last = PROSE["de"][0]["paragraphs"]
    box = (
        "<aside class='related left'><h2>Mehr zum Thema</h2><ul><li><a href=/1>Alte Fähre ist verkauft</a>"
        "<li><a href=/2>Neuer Kapitän für die Fähre</a></ul></aside>"
    )
    page = f"<html lang=de><body><article>{paragraphs(others)}<p>{box}{last}</p></article>"
    article = newsclean.clean_html(page)
    assert [paragraph.text for paragraph in article.paragraphs] == [*others, last]


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href=/2><strong>MAYOR DEFENDS THE PRICE OF A NEW CLOCK</strong></a></p>",
        "<p><a href=/2>The mayor told readers why the clock has to be replaced this year.</a></p>",
        "<p><a href=/2>Why does the town need a new clock?</a></p><p><a href=/3>Two garages and one bidder</a></p>",
    ],
)
def test_paragraphs_that_are_one_link_lead_elsewhere(link):
    page = HEAD + paragraphs(PARAGRAPHS[:2]) + link + paragraphs(PARAGRAPHS[2:])
    assert body(f"<article>{page}</article>") == list(PARAGRAPHS)


def test_a_link_in_a_paragraph_stays():
    first, *rest = PARAGRAPHS
    linked = f"{first[:-30]}<a href=/2>{first[-30:]}</a>"
    assert body(f"<article>{HEAD}{paragraphs([linked, *rest])}</article>") == list(PARAGRAPHS)


CAPTION = "The fish market was built when the town had half as many people as it has today"


@pytest.mark.parametrize(
    "picture",
    [
        "<div class=pic><img src=1.jpg><p class=photoCaption>{}</p></div>",
        "<p><img src=1.jpg><span class=caption>{}</span></p>",
        "<div class='picbox full'><img src=1.jpg><p>{}</p></div>",
        "<table><tr><td><img src=1.jpg><tr><td class=caption>{}</table>",
        "<table><tr><td><img src=1.jpg><tr><td class=fotobijschrift>{}</table>",
        "<div class=foto><img src=1.jpg><p class=opis-zdjecia>{}</p></div>",
        "<div class=foto><img src=1.jpg><p class=keterangan-foto>{}</p></div>",
        "<div class=foto><img src=1.jpg><p class=peu-de-foto>{}</p></div>",
        "<div class=foto><img src=1.jpg><div class=photo-description><p>{}.</p></div></div>",
        "<div class=foto><img src=1.jpg><p class=image_desc>{}.</p></div>",
        "<div class=foto><img src=1.jpg><div class=bildbeschreibung><p>{}.</p></div></div>",
        "<div class=foto><img src=1.jpg><div class=descripcion-imagen><div>{}.</div></div></div>",
        "<video src=1.mp4>Your browser plays no films.<figcaption>{}</figcaption></video>",
        "<object data=1.swf>Please get the player.<p class=caption>{}</p></object>",
        "<figure><img src=1.jpg><figcaption>{}",
        "<figcaption><p>{}</p>",
    ],
)
def test_captions_that_say_so(picture):
    page = HEAD + paragraphs(PARAGRAPHS[:1]) + picture.format(CAPTION) + paragraphs(PARAGRAPHS[1:])
    article = newsclean.clean_html(f"<article>{page}</article>")
    assert [caption.text.rstrip(".") for caption in article.captions] == [CAPTION]
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("picture", "is_caption"),
    [
        ("<div class='image left'><img src=a.jpg><div><p>{}<br>Foto: Ana Silva</p></div></div>", True),
        ("<div id=bild-2><div>{}</div><div>Foto: Ana Silva</div></div>", True),
        ("<div class=entry><p>{}<br>Foto: Ana Silva</p></div>", False),
        ("<div class=image><p>{}</p></div>", False),
    ],
)
def test_all_that_stands_with_a_credit_in_a_picture_is_its_caption(picture, is_caption):
    line = "Während der Bürgermeister die Halle am Dienstag noch einmal zeigt, räumen die Händler ihre Stände aus."
    first, *others = PROSE["de"][0]["paragraphs"]
    page = f"<html lang=de><body><main><h1>{PROSE['de'][0]['title']}</h1><p>{first}{picture.format(line)}"
    article = newsclean.clean_html(page + paragraphs(others))
    assert ((line, "Ana Silva") in [(one.text, one.credit) for one in article.captions]) == is_caption
    assert (line in article.text) != is_caption


def test_running_text_in_an_element_that_is_called_a_caption_with_all_the_article_stays():
    page = f"<article><div class=photo-description>{HEAD}{paragraphs(PARAGRAPHS)}</div></article>"
    assert body(page) == list(PARAGRAPHS)


def test_a_caption_of_two_paragraphs_is_one_that_was_closed():
    picture = f"<figure><figcaption><p>{CAPTION}</p><p>Photo: Ana Silva</p></figcaption></figure>"
    article = newsclean.clean_html(f"<article>{HEAD}{picture}{paragraphs(PARAGRAPHS)}</article>")
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


POST = "We are thinking today of the traders and of everybody who waited on the pier that night."
TWEET = '<blockquote class=twitter-tweet><p>{}</p>&mdash; Harbour (@harbour) <a href="/1">May 5, 2024</a></blockquote>'


@pytest.mark.parametrize(
    "quote",
    [TWEET.format(POST), f"<blockquote><p>{POST}</p></blockquote>", f"<div><blockquote>{POST}</blockquote></div>"],
)
def test_quotations_among_the_paragraphs_are_body(quote):
    page = HEAD + paragraphs(PARAGRAPHS[:2]) + quote + paragraphs(PARAGRAPHS[2:])
    article = newsclean.clean_html(f"<article>{page}</article>")
    assert [p.text for p in article.paragraphs] == [*PARAGRAPHS[:2], POST, *PARAGRAPHS[2:]]
    assert [p.kind for p in article.paragraphs if p.text == POST] == ["quote"]
    assert_sound(article)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        (f"{POST} <a href=/1>pic.twitter.com/Ab1</a>", POST),
        (f"{POST} <a href=/1>https://t.co/Ab1</a> <a href=/1>pic.x.com/Ab1</a>", POST),
        ("That roof cost us a year <a href=/1>pic.twitter.com/Ab1</a>", "That roof cost us a year"),
        (
            "<a href=/1>@council</a> Who paid for all of it, and who will? 🦆 <a href=/1>#Wexley</a>",
            "@council Who paid for all of it, and who will? 🦆 #Wexley",
        ),
        (
            "市場の屋根が直った。みんなで待っていた。<a href=/1>pic.twitter.com/Ab1</a>",
            "市場の屋根が直った。みんなで待っていた。",
        ),
    ],
)
def test_posts_lose_the_addresses_behind_them(post, text):
    quote = f"<figure class=wp-block-embed><div>{TWEET.format(post)}</div></figure>"
    page = HEAD + paragraphs(PARAGRAPHS[:2]) + quote + paragraphs(PARAGRAPHS[2:])
    article = newsclean.clean_html(f"<article><div>{page}</div></article>")
    assert [p.text for p in article.paragraphs if p.kind == "quote"] == [text]
    assert_sound(article)


@pytest.mark.parametrize(
    "quote",
    [
        TWEET.format("A post shared by Mia Hall (@miahall)"),
        TWEET.format("<a href=/1>https://t.co/Ab1</a> <a href=/1>pic.twitter.com/Ab1</a>"),
        TWEET.format("<a href=/1>#harbour</a> <a href=/2>pic.example/1</a> the market today."),
        f"<blockquote class=pullquote>{PARAGRAPHS[2][:60]}</blockquote>",
    ],
)
def test_posts_of_links_and_pull_quotes_are_none(quote):
    page = HEAD + paragraphs(PARAGRAPHS[:2]) + quote + paragraphs(PARAGRAPHS[2:])
    assert "quote" not in [p.kind for p in newsclean.clean_html(f"<article>{page}</article>").paragraphs]


def test_a_page_that_sets_all_of_its_text_as_a_quotation():
    article = newsclean.clean_html(f"<div>{HEAD}<blockquote>{paragraphs(PARAGRAPHS)}</blockquote></div>")
    assert [(p.text, p.kind) for p in article.paragraphs] == [(text, "paragraph") for text in PARAGRAPHS]


POINTS = ("Traders come back to the hall in June", "The roof was rebuilt after the storm", "Rents stay as they were")


def points(*texts):
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"


def test_points_above_the_text_are_body():
    page = f"<article>{HEAD}<div>{points(*POINTS)}</div><p>By Ana Silva</p>{paragraphs(PARAGRAPHS)}</article>"
    article = newsclean.clean_html(page)
    assert [(p.text, p.kind) for p in article.paragraphs][:3] == [(text, "list_item") for text in POINTS]
    assert [p.text for p in article.paragraphs][3:] == list(PARAGRAPHS)


TOLD = (
    (
        "hi",
        ("नदी का घाट चालीस साल बाद फिर खुला", "सीढ़ियों की मरम्मत पर 12 लाख रुपये लगे"),
        "बेलवाड़ी के लोगों ने नदी किनारे का पुराना घाट फिर से खोल दिया है, जो चालीस साल पहले बाढ़ में मिट्टी से भर गया था।",
    ),
    (
        "el",
        ("Το γεφύρι έμεινε κλειστό για δύο χρόνια", "Τα έργα κόστισαν 400.000 ευρώ"),
        "Το πέτρινο γεφύρι της Ράχης ανοίγει ξανά το Σάββατο, δύο χρόνια μετά την πλημμύρα που το παρέσυρε.",
    ),
    (
        "es",
        ("La rueda se paró en el año 1987", "El trigo lo ponen los vecinos del pueblo"),
        "El molino de Valdearcos volvió a moler el domingo, casi cuarenta años después de la riada.",
    ),
)


@pytest.mark.parametrize(("language", "told", "text"), TOLD)
@pytest.mark.parametrize(
    "form", ["<ul><li><p>{}</p></li><li><p>{}</p></li></ul>", "<div class=points><p>{}<p>{}</div>"]
)
def test_points_that_are_partly_body_to_the_model_stay_together(language, told, text, form):
    menu = "<div class=nav><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a></div>"
    page = f"<div class=main><h1>{text[:30]}</h1>{form.format(*told)}<div class=by>8.2.2024</div><p>{text}</p></div>"
    article = newsclean.clean_html(f"<html lang={language}>{menu}{page}")
    assert (article.deck, [p.text for p in article.paragraphs]) == (None, [*told, text])
    assert [p.kind for p in article.paragraphs][:2] == ["list_item"] * 2


@pytest.mark.parametrize(
    "other",
    [
        points(*(f"<a href=/1>{text}</a>" for text in POINTS)),
        points("Share", "Print", "Save"),
        points("Published on 5 May 2024 at 10:30", "Last updated on 6 May 2024 at 11:00"),
    ],
)
def test_other_lists_above_the_text_are_none(other):
    assert body(f"<article>{HEAD}{other}{paragraphs(PARAGRAPHS)}</article>") == list(PARAGRAPHS)


def test_elements_tell_headings_and_items_of_lists():
    page = HEAD + paragraphs(PARAGRAPHS[:2]) + "<h3>Is it over?</h3>" + paragraphs(PARAGRAPHS[2:])
    article = newsclean.clean_html(f"<article>{page}<p>They sell:</p>{points(*POINTS)}<p>{OTHER[0]}</p></article>")
    kinds = {p.text: p.kind for p in article.paragraphs}
    assert kinds["Is it over?"] == "heading"
    assert [kinds[text] for text in POINTS] == ["list_item"] * 3


@pytest.mark.parametrize("element", ["<div class=by>Olive Tranter</div>", "<p class=posted-by>Olive Tranter</p>"])
def test_a_name_that_is_called_a_byline_is_no_paragraph(element):
    page = f"<article>{HEAD}{element}<div class=body>{paragraphs(PARAGRAPHS)}</div></article>"
    assert body(page) == list(PARAGRAPHS)


def section(page, called="", language="en", head=""):
    html = f"<html lang={language}><head><title>{TITLE}{called}</title>{head}</head><body>{page}</body></html>"
    article = newsclean.clean_html(html)
    assert_sound(article)
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS
    return article.section


OWN = f"{HEAD}{paragraphs(PARAGRAPHS)}"
SPORT = "<a href=/sport>Sport</a>"


@pytest.mark.parametrize(
    ("page", "called"),
    [
        ("<header><a href=/>Harbour Herald</a></header><article>{own}</article>", ""),
        ("<div id=page><div class=top><a href=/>Harbour Herald</a></div>{own}</div>", " - Harbour Herald"),
        ("<div id=page><div class=top><a href=/>The Harbour Herald</a></div>{own}</div>", " | Harbour Herald"),
        ("<div class=head><a href=/>Herald</a> {sport}</div><div class=story>{own}</div>", ""),
        ("<div class=head><a href=/>Herald</a><ul><li>{sport}</ul></div><div class=story>{own}</div>", ""),
        ("<div class=head><ul><li>{sport}<li><a href=/sea>Sea and sail</a></ul></div><div>{own}</div>", ""),
        ("<header><a href=/>Herald</a>{sport}</header><main><article>{own}</article></main>", ""),
        ("<div class=nav-panel><button>Weather</button></div><div>{own}</div>", ""),
        ("<div class=site-branding><p>Tides and tales</p></div><div>{own}</div>", ""),
        ("<div id=page><p>Coastal Times</p>{own}</div>", ""),
        ("<header><nav>{sport}</nav>{own}</header>", ""),
    ],
)
def test_a_masthead_or_a_menu_s_link_is_no_section(page, called):
    assert section(page.format(own=OWN, sport=SPORT), called) is None


@pytest.mark.parametrize(
    "kicker",
    [
        "<article><header><p>Sea and sail</p></header>{own}</article>",
        "<div class=hero><div class=kicker><a href=/sea>Sea and sail</a></div></div><div>{own}</div>",
        "<ul class=post-categories><li><a href=/sea>Sea and sail</a></ul><div>{own}</div>",
        "<div><h4>Sea and sail</h4><div>{own}</div></div>",
        "<div class=rubrik>Sea and sail</div><div class=story>{own}</div>",
        "<link rel=canonical href=https://www.highseaandsail.example/a><div><p>Sea and sail</p>{own}</div>",
    ],
)
def test_a_kicker_is_called_one_or_stands_in_the_title_s_element(kicker):
    assert section(kicker.format(own=OWN), " - Harbour Herald") == "Sea and sail"


def test_a_list_of_links_in_the_title_s_own_head_names_its_section():
    page = f"<article><header><ul class=nav><li><a href=/sport>Sport</a></ul>{HEAD}</header>{paragraphs(PARAGRAPHS)}"
    assert section(page) == "Sport"


@pytest.mark.parametrize(
    ("called", "page"),
    [
        (" | Sport | Harbour Herald", ""),
        (" - Sea and sail - Harbour Herald", "<div class=menu><a href=/sea>Sea and sail</a></div>"),
        (" - Rowing - Sport - Harbour Herald", ""),
        (" | Sport", ""),
    ],
)
def test_the_section_behind_the_title(called, page):
    assert section(f"{page}<div>{OWN}</div>", called) == ("Sea and sail" if page else "Sport")


@pytest.mark.parametrize("called", [" | Harbour Herald", " - The boats - Harbour Herald", " | Home | Harbour Herald"])
def test_no_section_behind_the_title(called):
    assert section(f"<div>{OWN}</div>", called) is None


@pytest.mark.parametrize("name", ["section", "og:section", "parsely-section", "article:section"])
def test_a_section_in_a_meta_tag(name):
    own = "<meta property=og:site_name content='Harbour Herald'>"
    told = f"<meta name={name} content='Sea and sail{'' if 'article' in name else ', Boats'}'>"
    assert section(f"<div>{OWN}</div>", head=told) == "Sea and sail"
    assert section(f"<div>{OWN}</div>", head=f"{own}<meta name={name} content='Harbour Herald'>") is None


@pytest.mark.parametrize(("language", "label"), [("ru", "Фото"), ("en", "Photo"), ("de", "Bild")])
def test_a_headline_below_the_last_of_a_menu_is_no_caption(language, label):
    page = f"<ul><li><a href=/news>News</a><li><a href=/p>{label}</a></ul><div>{OWN}</div>"
    article = newsclean.clean_html(f"<html lang={language}><body>{page}</body></html>")
    assert (article.title, article.captions) == (TITLE, ())


SIGNED = "<p>Von Petra Holm, 3. 5. 2017</p>", "<p>Von Jan Vogt, 28. 4. 2017</p>"


@pytest.mark.parametrize(
    ("first", "heading", "second", "stays"),
    [
        (SIGNED[0], "<h2>Deich wird höher</h2>", SIGNED[1], False),
        (SIGNED[0], "<h2>Deich wird höher</h2>", "<p>28. 4. 2017</p><p>Von Jan Vogt</p>", False),
        (SIGNED[0], "<h3>Deich wird höher</h3>", SIGNED[1], True),
        (SIGNED[0], "<h2>Deich wird höher</h2>", "<p>Von Jan Vogt</p>", True),
        (SIGNED[0], "<h2>Deich wird höher</h2>", "", True),
        ("", "<h2>Deich wird höher</h2>", SIGNED[1], True),
    ],
)
def test_an_article_below_in_the_same_element_has_a_headline_of_its_level_and_is_signed_and_dated(
    first, heading, second, stays
):
    story, other = (
        PROSE["de"][0],
        "Der Deich vor Hafnes wird bis zum Herbst um einen Meter höher, wie der Bürgermeister sagte.",
    )
    own, below = (
        paragraphs(story["paragraphs"]),
        paragraphs([other, "Dafür braucht es tausend Fuhren Klei aus dem Polder."]),
    )
    html = (
        f"<td><h2>{story['title']}</h2>{first}{own}<hr>{heading}{second}{below}<p><small>Gestaltung: Kiosk</small></td>"
    )
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda page: [Scores(0.9)] * len(page.blocks)))
    found = newsclean.clean_html(f"<html lang=de><table><tr>{html}</table>", pipeline=pipeline)
    assert ([p.text for p in found.paragraphs] == story["paragraphs"]) != stays
    assert ("Jan Vogt" in found.authors) <= stays


ITEMS = ["18.05.2017 um 19:30 - Chorprobe im Speicher", "19.05.2017 um 11:00 - Fischmarkt an der alten Mole"]


@pytest.mark.parametrize(
    ("page", "items", "stays"),
    [
        ("<div>{own}</div><div><h3>Demnächst</h3><ul>{items}</ul></div>", ITEMS, False),
        ("<div>{own}</div><div><h3>Demnächst</h3>{items}</div>", ITEMS, False),
        ("<div>{own}<h3>Programm</h3><ul>{items}</ul></div>", ITEMS, True),
        ("{own}<div><h3>Programm</h3><ul>{items}</ul></div>", ITEMS, True),
        (
            "<div>{own}</div><div><h3>Chronik</h3>{items}</div>",
            ["18.05.2017 - Der Damm bricht", "19.05.2017 - Die Wiese steht unter Wasser"],
            True,
        ),
        ("<div>{own}</div><div><h3>Demnächst</h3>{items}</div>", [*ITEMS, "Der Eintritt ist frei."], True),
        (
            "<div>{own}</div><div><h3>Ablauf</h3>{items}</div>",
            ["1.05.2017 um 9:30 - Der Damm bricht", "1.05.2017 um 10:15 - Alarm"],
            True,
        ),
    ],
)
def test_what_is_on_is_no_article(page, items, stays):
    own = f"<h1>Fischhalle öffnet wieder</h1>{paragraphs(PROSE['de'][0]['paragraphs'])}"
    listed = "".join(f"<li>{item}</li>" for item in items)
    day = "<meta property=article:published_time content=2017-05-02>"
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda page: [Scores(0.9)] * len(page.blocks)))
    html = f"<html lang=de><head>{day}</head><body>{page.format(own=own, items=listed)}</body></html>"
    found = [paragraph.text for paragraph in newsclean.clean_html(html, pipeline=pipeline).paragraphs]
    assert (items[0] in found) == stays
    assert found[: len(PROSE["de"][0]["paragraphs"])] == PROSE["de"][0]["paragraphs"]
