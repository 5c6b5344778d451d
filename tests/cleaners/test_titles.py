"""The title, and the same title in other languages."""

from __future__ import annotations

import attrs
import pytest
from generators import LANGUAGES, PROSE

import newsclean
from newsclean.cleaners.content import Content
from newsclean.document import Scores

ENGLISH = PROSE["en"][0]
BODY = "\n\n".join(ENGLISH["paragraphs"][:3])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_body_s_language_decides(code):
    other = PROSE["de" if code == "en" else "en"][0]["title"]
    story = PROSE[code][0]
    body = "\n\n".join(story["paragraphs"][:3])
    for first, second in ((story["title"], other), (other, story["title"])):
        article = newsclean.clean(f"{first}\n\n{second}\n\n{body}")
        assert article.title == story["title"]
        assert [(a.text, a.language) for a in article.alternate_titles] == [(other, "de" if code == "en" else "en")]


def test_a_date_between_two_headlines_does_not_part_them():
    other = PROSE["de"][0]
    body = "\n\n".join(other["paragraphs"])
    article = newsclean.clean(f"{ENGLISH['title']}\n\n3. Mai 2024\n\n{other['title']}\n\n{body}")
    assert (article.title, article.published) == (other["title"], "2024-05-03")
    assert [other.text for other in article.alternate_titles] == [ENGLISH["title"]]


def test_a_section_s_name_is_no_title():
    assert newsclean.clean(f"Business\n\n{ENGLISH['title']}\n\n{BODY}").title == ENGLISH["title"]


def test_a_menu_is_no_title():
    article = newsclean.clean(f"Home  World  Politics  Business  Sport\n\n{ENGLISH['title']}\n\n{BODY}")
    assert article.title == ENGLISH["title"]


def test_prose_alone_has_no_title():
    assert newsclean.clean(BODY).title is None


def test_a_title_in_capitals():
    title = ENGLISH["title"].upper()
    assert newsclean.clean(f"{title}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "title",
    [
        "From Harbour to Hill: The Long Way of the Post",
        "“We wanted to stay. They would not let us.”",
        "„Wir wollten bleiben. Man ließ uns nicht.“",
    ],
)
def test_titles_that_open_like_bylines_or_are_quotations(title):
    article = newsclean.clean(f"{title}\n\n{BODY}")
    assert (article.title, article.authors) == (title, ())


@pytest.mark.parametrize("line", ["By Ana Silva and Joe Doe", "By Staff Reporter", "By admin"])
def test_a_byline_is_no_title(line):
    assert newsclean.clean(f"{line}\n\n{BODY}").title is None


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("{} | Harbour Post", "| Harbour Post"),
        ("Around the town {}", "Around the town"),
    ],
)
def test_what_a_page_also_gives_without_kicker_or_site(line, kicker):
    title = ENGLISH["title"]
    article = newsclean.clean(
        f"{line.format(title)}\n\n{BODY}\n\nRead also\n\n* {title}\n* A bridge for the north bank"
    )
    assert article.title == title
    assert (kicker, "label", "titles") in [(r.text, r.kind, r.cleaner) for r in article.removed]


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("How the Harbour Got Its Bridge", "How the harbour got its bridge"),
        ("Who Pays for the Bridge?", "WHO PAYS FOR THE BRIDGE?"),
        ("All Bridges of the River Ilmen", "All bridges of the river Ilmen"),
    ],
)
def test_a_pages_name_ends_in_the_sites_however_the_heading_is_written(title, again):
    article = newsclean.clean(f"{title} | Harbour Post\n\nMenu\n\n{again}\n\n{BODY}")
    assert article.title in {title, again}
    assert "Harbour Post" not in article.text


def test_a_pages_name_ends_in_the_sites_where_the_heading_has_its_kicker():
    title = "How the Harbour Got Its Bridge"
    article = newsclean.clean(f"{title} - Harbour - Harbour Post\nMenu\nBridges\n:\n{title}\n\n{BODY}")
    assert article.title in {title, f"Bridges: {title}"}


def test_a_sites_name_is_no_title_where_it_stands_alone_as_well():
    title = "Long Crossing Ends for the Ferry | Harbour Post of Ilmen"
    article = newsclean.clean(f"{title}\n\n{BODY}\n\nShare\n\nHarbour Post of Ilmen")
    assert article.title == title


@pytest.mark.parametrize("behind", [" divides the harbour town", " – trouble in Wexley"])
def test_a_title_goes_on_behind_a_quotation(behind):
    title = f"«The Old Ferryman Goes»{behind}"
    article = newsclean.clean(f"{title}\n\n{BODY}\n\nTags\n\nThe Old Ferryman Goes")
    assert article.title == title


def test_a_kicker_before_a_colon_stays():
    title = f"Harbour: {ENGLISH['title']}"
    below = f"Read also\n\n* {ENGLISH['title']}\n* A bridge for the north bank"
    article = newsclean.clean(f"{title}\n\n{BODY}\n\n{below}")
    assert article.title == title


def test_a_long_headline_with_an_exclamation_in_it():
    title = "港の橋がついに開通！六十年の渡し船は最後の航海へ、町の人びと二百人が見送る"
    body = "\n\n".join(PROSE["ja"][0]["paragraphs"][:3])
    assert newsclean.clean(f"{title}\n\n{body}").title == title


@pytest.mark.parametrize("trail", ["Evening Post › Culture › Markets", "Evening Post / Money & Life / Markets"])
def test_a_breadcrumb_is_no_title(trail):
    assert newsclean.clean(f"{trail}\n\n{ENGLISH['title']}\n\n{BODY}").title == ENGLISH["title"]


def test_what_a_model_surely_holds_for_the_title_stands_below_prompts():
    prompt = "We and our partners would like to remember you. You may say yes or no to that at any time you like."
    title = "Harbour town rebuilds its old fish market. Traders fear for their customers"
    lines = [*(f"Item {n}" for n in range(40)), prompt, title, *BODY.split("\n\n")]

    def judge(document):
        texts = list(map(document.text, document.blocks))
        return [Scores(0.6 if t == prompt else float(t in BODY), 0.95 * (t == title)) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    assert newsclean.clean("\n".join(lines), pipeline=pipeline).title == title


def test_a_first_level_heading_in_markdown_is_the_title():
    menu = "\n\n".join(f"[Item {n}](/{n})" for n in range(4))
    head = f"Fish market vote in June\n\n# {ENGLISH['title']}\n\n{ENGLISH['deck']}."
    article = newsclean.clean(f"{menu}\n\n{head}\n\n{BODY}")
    assert article.title == ENGLISH["title"]


@pytest.mark.parametrize("title", ["Share on Facebook: how towns lost their markets", "Fish market privacy policy"])
def test_what_a_model_surely_holds_for_the_title_is_one_whatever_its_words(title):
    tagline = "The paper of the harbour towns"
    lines = [*(f"Item {n}" for n in range(40)), tagline, title, *BODY.split("\n\n")]

    def judge(document):
        texts = list(map(document.text, document.blocks))
        return [Scores(float(t in BODY), {title: 0.97, tagline: 0.6}.get(t, 0.0)) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    assert newsclean.clean("\n".join(lines), pipeline=pipeline).title == title


def judged_title(scores):
    """The title of a page on which a model holds some lines for titles."""
    lines = [*(f"Item {n}" for n in range(38)), "Hills and Valleys", "Sport", *scores, *BODY.split("\n\n")]

    def judge(document):
        texts = list(map(document.text, document.blocks))
        return [Scores(float(t in BODY), scores.get(t, 0.0)) for t in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    return newsclean.clean("\n".join(lines), pipeline=pipeline).title


def test_a_section_of_the_menu_above_the_title_is_none():
    assert judged_title({"Hills and Valleys": 0.98, ENGLISH["title"]: 0.8}) == ENGLISH["title"]
    assert judged_title({"Wexley will wait": 0.98, ENGLISH["title"]: 0.8}) == "Wexley will wait"


def test_a_long_line_below_what_may_be_the_title_is_its_deck():
    deck = "Eighteen months of scaffolding and three winters of patience come to an end in a harbour that had given up"
    assert judged_title({ENGLISH["title"]: 0.5, deck: 0.99}) == ENGLISH["title"]
    assert judged_title({ENGLISH["title"]: 0.3, deck: 0.99}) == deck


def test_a_sign_tells_of_no_language():
    from newsclean.cleaners.other_languages import OtherLanguages
    from newsclean.text import read as read_text

    document = attrs.evolve(read_text("© Foto: Ana Silva"), language="en")
    assert OtherLanguages(document, lambda _: "pt").language_of("© Foto: Ana Silva") == "en"


@pytest.mark.parametrize(
    "line", ["https://p.example.com/p/4SUrv", "© Mikko Lund / stock.example.com", "HouseService.com"]
)
def test_an_address_is_no_title_in_another_language(line):
    body = "\n\n".join(PROSE["de"][0]["paragraphs"])
    article = newsclean.clean(f"Die Fähre ist an ihre Mannschaft verkauft worden\n\n{line}\n\n{body}")
    assert not article.alternate_titles


def test_a_line_without_a_word_of_grammar_is_no_title_in_another_language():
    body = (
        "Umkhandlu wedolobha uhlangane ngoMsombuluko ukuze uxoxe ngebhuloho elisha elizokwakhiwa emfuleni.\n\n"
        "Abantu abaningi bathe bayajabula ngoba manje bazokwazi ukuwela umfula ngaphandle kokukhokhela isikebhe."
    )
    article = newsclean.clean(f"Umkhandlu uvume ukwakhiwa kwebhuloho elisha\n\nNtombi Ngcobo 2 minutes read\n\n{body}")
    assert article.language == "zu"
    assert not article.alternate_titles


THAI = [
    "เทศบาลเมืองบ้านท่าเรือตัดสินใจเมื่อวันอังคารว่าจะซ่อมสะพานไม้เก่าที่ข้ามแม่น้ำให้เสร็จก่อนฤดูฝนปีหน้า และจะปิดการจราจรสองเดือน",
    "ชาวบ้านกว่าสามร้อยคนลงชื่อขอให้เปิดทางเดินเท้าไว้ เพราะเด็กนักเรียนต้องใช้สะพานนี้ทุกวัน",
    "นายสมชาย ทองดี ช่างไม้วัยหกสิบปี บอกว่าไม้ส่วนใหญ่ยังแข็งแรง แต่ต้องเปลี่ยนเสาทั้งหมดสิบสองต้น",
    "ค่าซ่อมทั้งหมดราวสี่ล้านบาท ครึ่งหนึ่งมาจากจังหวัด ที่เหลือชาวบ้านช่วยกันบริจาค",
]
THAI_TITLE = "บ้านท่าเรือจะซ่อมสะพานไม้เก่า"


@pytest.mark.parametrize("prompt", ["ข่าวที่เกี่ยวข้อง", "โฆษณา", "อ่านเพิ่มเติม: สะพานใหม่จะเปิดปีหน้า"])
@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_where_no_stops_part_sentences_a_prompt_makes_no_paragraph_the_title(prompt, place):
    lines = [THAI_TITLE, *THAI]
    article = newsclean.clean("\n\n".join((*lines[:place], prompt, *lines[place:])))
    assert (article.title, article.deck) == (THAI_TITLE, None)
    assert [p.text for p in article.paragraphs] == THAI
    assert [r.text for r in article.removed] == [prompt]


def test_where_no_stops_part_sentences_a_paragraph_is_no_title():
    article = newsclean.clean("\n\n".join(THAI))
    assert (article.title, article.deck) == (None, None)
    assert [p.text for p in article.paragraphs] == THAI


@pytest.mark.parametrize(
    ("line", "title", "found"),
    [
        ("Sign up for the choir, harbour master tells crews", 0.7, True),
        # The body speaks of a market.
        ("Sign up for the market, harbour master tells crews", 0.2, True),
        ("Sign up for the choir, it takes but a minute", 0.2, False),
    ],
)
def test_a_headline_may_open_as_a_prompt_does(line, title, found):

    def judge(document):
        scores = {line: Scores(0.3, title), "Share on Facebook": Scores(0.02)}
        return [scores.get(document.text(b), Scores(1.0)) for b in document.blocks]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    text = f"Share on Facebook\n\n{line}\n\n{BODY}"
    assert newsclean.clean(text, pipeline=pipeline).title == (line if found else None)


def test_of_title_and_caption_that_are_as_likely_the_first_is_the_title():
    caption = "The old fish market in Wexley on the morning after the storm"
    assert judged_title({ENGLISH["title"]: 0.95, caption: 0.97}) == ENGLISH["title"]


@pytest.mark.parametrize(("title", "body", "found"), [(0.6, 0.9, False), (0.9, 0.6, True)])
def test_a_line_longer_than_titles_are_must_be_rather_a_title_than_body(title, body, found):
    line = ENGLISH["paragraphs"][0].rstrip(".")
    paragraphs = [f"{first} {second}" for first, second in zip(ENGLISH["paragraphs"], BODY.split("\n\n"), strict=False)]

    def judge(document):
        return [Scores(body, title) if document.text(b) == line else Scores(1.0) for b in document.blocks]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean("\n\n".join((line, *paragraphs)), pipeline=pipeline)
    assert article.title == (line if found else None)


def test_without_a_model_the_title_shares_words_with_the_body_and_stands_near_it():
    pipeline = newsclean.Pipeline.default().without("content")
    text = f"Harbour Post\n\nOld mill for sale at the river\n\n{ENGLISH['title']}\n\n{BODY}"
    assert newsclean.clean(text, pipeline=pipeline).title == ENGLISH["title"]
    assert newsclean.clean(BODY, pipeline=pipeline).title is None


def test_a_title_may_be_longer_than_the_items_of_the_list_below_it():
    items = ["The train leaves earlier.", "Much earlier.", "Dogs may come.", "The app does not work yet."]
    title = "Four things that one should know about the new timetable"
    text = "\n".join([title, "", *(f"{n}. {item}" for n, item in enumerate(items, 1))])
    article = newsclean.clean(text)
    assert article.title == title
    assert [paragraph.text for paragraph in article.paragraphs] == text.split("\n")[2:]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Photo of missing ferry found in harbour office"),
        ("en", "Courtesy call on the harbour board ends in a brawl"),
        ("de", "Foto von Wolf am Hafen sorgt für Streit"),
        ("fr", "Photo volée : le port porte plainte"),
        ("es", "Foto de familia en el puerto, sin el alcalde"),
        ("nl", "Beeld van vissersvrouw gestolen uit de haven"),
    ],
)
def test_a_headline_may_open_with_a_picture_s_word(code, title):
    paragraphs = PROSE[code][0]["paragraphs"][:4]
    article = newsclean.clean("\n\n".join((title, *paragraphs)))
    assert (article.title, [p.text for p in article.paragraphs]) == (title, paragraphs)


@pytest.mark.parametrize("credit", ["Photo: Ana Silva", "Photo by Ana Silva", "Photo"])
def test_a_picture_s_credit_above_a_text_is_no_title(credit):
    paragraphs = PROSE["en"][0]["paragraphs"][:4]
    article = newsclean.clean("\n\n".join((credit, *paragraphs)))
    assert article.title is None


def test_the_title_may_stand_below_a_correction():
    correction = "CORRECTION: An earlier version of this article said that the roof cost two million. It cost three."
    lines = [correction, ENGLISH["title"], "By Bo Lind", "March 12, 2024", *ENGLISH["paragraphs"]]
    assert newsclean.clean("\n\n".join(lines)).title == ENGLISH["title"]


def test_a_row_of_a_table_is_no_title_in_another_language():
    rows = ("Bell Inn 14 9 3 2 38 17 30", "Sorrel Athletic 14 9 3 2 31 15 30", "Post Office 13 7 2 4 29 22 23")
    lead = "Bell Inn went top on goal difference after a scrappy win."
    text = "\n\n".join(("Sunday League: Division Two", lead, "P W D L F A Pts", *rows, "Share this article", "Again."))
    article = newsclean.clean(text)
    assert not article.alternate_titles
    assert rows[0] in article.text


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ru", "«Заречье» — «Клюково» — 3:3 (1:2)"),
        ("ru", "FC Wexlau – «Клюково» 1:1"),
        ("fr", "Saint-Aubin — FC Zürlau — 1:1 (0:1)"),
        ("nl", "Rälsby IF – Öxby BK 3–1"),
        ("de", "Zürlau – Łódka – Mündorf 2:1"),
        ("es", "Ana Olmeda – Jürgen Groß – la final de ajedrez"),
        ("it", "Ugo Fossi – Szilárd Őze – la finale di scacchi"),
        ("ja", "Real Olmeda - 霧町ユナイテッド 1-2"),
    ],
)
def test_names_in_a_title_are_no_title_in_another_language(code, title):
    article = newsclean.clean("\n\n".join((title, *PROSE[code][0]["paragraphs"])))
    assert (article.title, article.alternate_titles) == (title, ())


def test_an_entry_of_a_dictionary_is_no_title_in_another_language():
    entries = ("å tusla, v. Gå utan mål", "å mulla, v. Snakka lågt")
    text = "\n\n".join(
        ("Ord frå bygda", *entries, "Slik snakka bestemor.", "Eg skreiv ned alt då eg var ti år gammal.")
    )
    article = newsclean.clean(text)
    assert not article.alternate_titles
    assert [entry for entry in entries if entry not in article.text] == []


LIKE_LABELS = [
    (
        "Read also the small print, watchdog tells renters",
        "By Ana Silva",
        "3 May 2024",
        "The housing watchdog of Wexley told renters on Monday that half of all contracts hide a fee in small print.",
        "Its lawyers had read four hundred contracts, and found clauses in them that no court would let stand.",
    ),
    (
        "Lees ook de kleine lettertjes, zegt toezichthouder tegen huurders",
        "Door Ana Silva",
        "3 mei 2024",
        "De toezichthouder van Kade waarschuwde huurders maandag voor kosten die in kleine lettertjes verstopt staan.",
        "Zijn juristen lazen vierhonderd contracten en vonden er bepalingen in die geen rechter zou laten staan.",
    ),
    (
        "Lihat juga tangan petani, pinta pelukis kepada murid",
        "Oleh Ana Silva",
        "3 Mei 2024",
        "Pelukis Rosmah Idris meminta murid melukis petani di sawah, bukan hanya gunung dan matahari terbit.",
        "Murid dari tujuh sekolah datang ke sawah pada hari Senin dan menggambar sampai hujan turun.",
    ),
]


@pytest.mark.parametrize("story", LIKE_LABELS)
def test_a_headline_that_opens_as_a_label_does_stands_above_who_wrote_and_when(story):
    menu = "Home\nWorld\nSport"
    article = newsclean.clean("\n\n".join((menu, *story)))
    assert (article.title, article.authors, article.published) == (story[0], ("Ana Silva",), "2024-05-03")


def test_but_what_a_label_with_a_colon_leads_to_is_none():
    title, *lines = LIKE_LABELS[0]
    article = newsclean.clean("\n\n".join(("Renters are warned", f"Read also: {title[10:]}", *lines)))
    assert article.title == "Renters are warned"
