"""The page of an article, as a browser shows it."""

from __future__ import annotations

import pytest
from browser import barriers, heard

import newsclean
from newsclean import Article, Caption, Paragraph, Removal, Segment

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

TEXT = """\
Home | Sport | Weather

Bridge reopens after two years

By Ana Silva

ShareTweetEmail

The bridge over the river reopened on Monday after two years of repairs, the city's council said.

Drivers had taken the long way round through the valley since the flood, which carried off a pillar.

Subscribe to continue reading this story.
"""
#: What would tell of itself if it were run, or get out of the element or the attribute that it is put into.
HOSTILE = (
    "<script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned = 1">',
    "'><svg onload='window.owned = 1'>",
    "</style></script></title></textarea><script>window.owned = 1</script>",
    "<!-- --!> <iframe srcdoc='<script>parent.owned = 1</script>'></iframe>",
    "<style>* { display: none }</style>",
    "&lt;script&gt;window.owned = 1&lt;/script&gt; ${owned} $title {{owned}}",
    "<base href='https://owned.example/'><meta http-equiv=refresh content='0;url=https://owned.example/'>",
)
#: Elements that reach beyond the window.
TOO_WIDE = """
    const width = document.documentElement.clientWidth;
    return [document.documentElement, ...document.querySelectorAll("body *:not(.unseen)")].filter(
        (node) => node.getBoundingClientRect().right > width + 0.5 || node.scrollWidth > width
    ).map((node) => node.outerHTML.slice(0, 200));
"""


@pytest.fixture(scope="module")
def html():
    return newsclean.clean(TEXT).to_html()


def lit(browser, side):
    return [node.text for node in browser.find_elements("css selector", f"#{side} .lit")]


def point_at(browser, node):
    actions = webdriver.ActionChains(browser)
    actions.move_to_element(node).move_by_offset(2, 0).perform()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_window(opened, html, width, scheme):
    browser = opened(html, width=width, scheme=scheme)
    for side in ("article", "source"):
        browser.execute_script(f"document.querySelector('#side-{side}').click()")
        assert browser.execute_script(TOO_WIDE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_there_are_no_barriers(opened, html, width, scheme):
    browser = opened(html, width=width, scheme=scheme)
    for side in ("article", "source"):
        browser.execute_script(f"document.querySelector('#side-{side}').click()")
        assert barriers(browser) == []


def test_a_screen_reader_hears_what_the_parts_are(opened, html):
    texts = heard(opened(html))
    for name, text in (("title: ", "Bridge reopens after two years"), ("removed, share: ", "ShareTweetEmail")):
        assert texts[texts.index(name) + 1] == text


def test_a_screen_reader_knows_the_language_of_the_text_and_of_the_page_around_it(opened, html):
    browser = opened(html)
    told = browser.execute_script("return [...document.querySelectorAll('[lang]')].map((node) => node.lang)")
    assert set(told) == {"en"}
    browser = opened(Article(title="Brücke", authors=["Ana"], published="2024-03-12", language="de").to_html())
    languages = """
        return [".title dd", ".authors dd", ".published dd", "dt", ".body", "#source", "h2"].map(
            (name) => document.querySelector(name).closest("[lang]").lang);
    """
    assert browser.execute_script(languages) == ["de", "de", "en", "en", "de", "de", "de"]


def test_a_switch_hides_a_kind_and_shows_it_again(opened, html):
    browser = opened(html)
    removed = browser.find_element("css selector", "#source del.k-share")
    body = browser.find_element("css selector", "#source span")
    for visible in (False, True):
        browser.find_element("id", "show-share").click()
        assert (removed.is_displayed(), body.is_displayed()) == (visible, True)


def test_pointing_at_the_source_shows_the_article_and_why(opened, html):
    browser = opened(html)
    point_at(browser, browser.find_element("css selector", "#source mark[data-k=title]"))
    assert lit(browser, "article") == ["Bridge reopens after two years"]
    assert "title" in browser.find_element("css selector", "[role=status]").text
    point_at(browser, browser.find_element("css selector", "#source del.k-share"))
    told = browser.find_element("css selector", "[role=status]").text
    assert "Removed as share" in told
    assert "by the cleaner clutter" in told
    # The list of removals is closed: its heading stands for what is in it.
    assert [text.split()[0] for text in lit(browser, "article")] == ["share"]


def test_pointing_at_the_article_shows_the_source(opened, html):
    browser = opened(html)
    point_at(browser, browser.find_element("css selector", "#article .authors dd"))
    assert [text.split("\n")[-1] for text in lit(browser, "source")] == ["By Ana Silva"]
    point_at(browser, browser.find_element("css selector", "#article .body p"))
    (kept,) = lit(browser, "source")
    assert kept.startswith("The bridge over the river")


def test_the_keyboard_walks_through_the_parts_and_across(opened, html):
    browser = opened(html)
    browser.find_element("id", "source").click()
    keys = webdriver.Keys
    browser.execute_script("document.querySelector('#source').focus()")
    browser.switch_to.active_element.send_keys(keys.ARROW_DOWN)
    first = browser.switch_to.active_element
    assert first.get_attribute("data-n") == "0"
    for _ in range(20):
        if browser.switch_to.active_element.get_attribute("data-k") == "title":
            break
        browser.switch_to.active_element.send_keys(keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys(keys.ENTER)
    assert browser.switch_to.active_element.text == "Bridge reopens after two years"
    assert browser.execute_script("return document.activeElement.closest('.pane').id") == "article"


def test_the_tab_key_goes_through_switches_sides_and_lists_and_across(opened, html):
    browser = opened(html)
    keys, stops = webdriver.Keys, []
    while "button" not in stops and len(stops) < 20:
        webdriver.ActionChains(browser).send_keys(keys.TAB).perform()
        stop = browser.switch_to.active_element
        stops.append(stop.get_attribute("id") or stop.tag_name)
        if stops[-1] == "source":
            stop.send_keys(keys.ARROW_DOWN)
    lists = ["summary"] * len(browser.find_elements("css selector", "summary"))
    switches = [f"show-{kind}" for kind in ("navigation", "share", "paywall")]
    assert stops == [*switches, "source", "article", *lists, "button"]
    assert browser.switch_to.active_element.is_displayed()
    browser.switch_to.active_element.send_keys(keys.ENTER)
    assert browser.execute_script("return document.activeElement.closest('.pane').id") == "article"


def test_a_small_window_shows_one_side_and_leads_to_the_other(opened, html):
    browser = opened(html, width=360, height=740)
    source, article = (browser.find_element("id", side) for side in ("source", "article"))
    assert (source.is_displayed(), article.is_displayed()) == (False, True)
    browser.find_element("css selector", "#article .title dd").click()
    browser.find_element("css selector", "footer button").click()
    assert (source.is_displayed(), article.is_displayed()) == (True, False)
    assert browser.switch_to.active_element.get_attribute("data-k") == "title"


def test_in_the_dark_it_is_dark_and_can_be_read(opened, html):
    def lightness(browser):
        script = """
            const seen = (value) => { const c = document.createElement('canvas').getContext('2d'); c.fillStyle = value;
                c.fillRect(0, 0, 1, 1); const [r, g, b] = c.getImageData(0, 0, 1, 1).data; return (r + g + b) / 765; };
            const style = (node) => getComputedStyle(document.querySelector(node));
            return [seen(style('#article').backgroundColor), seen(style('#article').color),
                seen(style('#source del').backgroundColor), seen(style('#source del').color)];
        """
        return browser.execute_script(script)

    paper, ink, tint, word = lightness(opened(html))
    assert paper > 0.9
    assert ink < 0.4
    assert tint - word > 0.4
    paper, ink, tint, word = lightness(opened(html, scheme="dark"))
    assert paper < 0.2
    assert ink > 0.8
    assert word - tint > 0.35


def test_on_paper_both_sides_stand_one_after_the_other(opened, html):
    browser = opened(html, width=800, media="print")
    boxes = [browser.find_element("id", side).rect for side in ("article", "source")]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1
    assert not browser.find_element("css selector", "footer").is_displayed()
    assert browser.execute_script("return getComputedStyle(document.querySelector('#source')).overflowY") == "visible"


def test_text_from_right_to_left_runs_so(opened):
    body = "أعيد فتح الجسر فوق النهر يوم الاثنين بعد عامين من الإصلاحات، كما قال مجلس المدينة."
    article = Article(
        title="إعادة فتح الجسر",
        paragraphs=[Paragraph(body, "paragraph", 0, len(body))],
        source=body,
        segments=[Segment(0, len(body), "paragraph", "paragraph", "paragraphs")],
    )
    browser = opened(article.to_html())
    for selector in ("#source p", "#article .title dd", "#article .body p"):
        node = browser.find_element("css selector", selector)
        assert node.value_of_css_property("direction") == "rtl", selector


def hostile_article():
    source = "\n".join(HOSTILE)
    offsets = [(source.index(text), source.index(text) + len(text)) for text in HOSTILE]
    segments = []
    for number, (start, end) in enumerate(offsets):
        segments += [Segment(start - 1, start, "space")] if number else []
        role = ("removed", "paragraph", "title")[number % 3]
        segments.append(Segment(start, end, role, {"removed": "share"}.get(role, ""), HOSTILE[1]))
    evil = HOSTILE[1]
    return Article(
        title=HOSTILE[3], deck=evil, authors=HOSTILE, section=evil, credit=evil,
        language='en" onload="window.owned = 1', url="javascript:window.owned = 1", publisher=evil, tags=HOSTILE,
        image="javascript:window.owned = 1", captions=[Caption(evil, evil)], source=source, segments=segments,
        paragraphs=[Paragraph(text, "paragraph", *at) for text, at in zip(HOSTILE, offsets, strict=True)],
        removed=[Removal(text, "share", evil, *at) for text, at in zip(HOSTILE, offsets, strict=True)],
    )  # fmt: skip


def test_nothing_of_a_hostile_text_is_run(opened):
    browser = opened(hostile_article().to_html())
    assert browser.execute_script("return window.owned ?? null") is None
    assert browser.execute_script("return location.protocol") == "file:"
    strange = (
        "script, style, iframe, img, base, object, embed, link, form, svg [onload], [onerror], a[href^=javascript]"
    )
    found = [node.tag_name for node in browser.find_elements("css selector", strange)]
    assert sorted(found) == ["script", "style"]
    shown = browser.execute_script("return [...document.querySelectorAll('#source [data-n]')].map(n => n.textContent)")
    assert shown == list(HOSTILE)
    assert browser.find_element("css selector", "#article .title dd").text == HOSTILE[3]


def test_a_script_that_got_in_all_the_same_would_not_run(opened, html):
    more = html.replace("</body>", "<script>window.owned = 1</script><img src=x onerror='window.owned = 1'></body>")
    browser = opened(more, complaints="security")
    assert browser.execute_script("return window.owned ?? null") is None


def test_a_frame_in_a_notebook_keeps_to_itself(opened):
    frame = newsclean.clean(TEXT)._repr_html_()
    browser = opened(f"<!doctype html><meta charset=utf-8><title>notebook</title><p>cell</p>{frame}")
    before = browser.find_element("css selector", "p").value_of_css_property("font-family")
    browser.switch_to.frame(0)
    assert browser.find_element("css selector", "#article .title dd").text == "Bridge reopens after two years"
    assert browser.find_element("css selector", "body").value_of_css_property("font-family") != before
    browser.switch_to.default_content()
