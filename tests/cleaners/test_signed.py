"""The steps that read who wrote and who took the pictures, each alone, without the model: by tables of texts."""

from __future__ import annotations

import pytest
from attrs import evolve
from generators import PROSE

import newsclean
from newsclean.cleaners.bylines import bylines
from newsclean.cleaners.captions import captions
from newsclean.cleaners.content import Content
from newsclean.cleaners.credits import credits as closing_credits
from newsclean.cleaners.photo_credits import photo_credits
from newsclean.cleaners.signed_lines import SignedLines
from newsclean.document import Scores
from newsclean.text import read

FIRST = (
    "The harbour master closed the north quay on Monday, and said that no ferry would leave before the storm was over."
)
SECOND = "Forty lorries waited on the road to Wexley until the evening. Most of their drivers slept in a school nearby."


def text(*lines, language="en"):
    """A text of some lines, each in a paragraph of its own, whose first is labelled as the title."""
    document = evolve(read("\n\n".join(lines)), language=language)
    return document.replace([document.blocks[0].label("title")])


def labelled(document, role):
    return [(document.text(block), block.value) for block in document.find(role)]


SIGNED = [
    ("en", "By Ana Silva", ("Ana Silva",)),
    ("en", "By Ana Silva and Joe Doe", ("Ana Silva", "Joe Doe")),
    ("en", "By ANA SILVA, Harbour Correspondent", ("ANA SILVA",)),
    ("de", "Von Ana Silva", ("Ana Silva",)),
    ("fr", "Par Ana Silva et Joe Doe", ("Ana Silva", "Joe Doe")),
    ("es", "Por Ana Silva", ("Ana Silva",)),
    ("ja", "記者 田中花子", ("田中花子",)),
    ("ko", "이도현 기자", ("이도현",)),
]
NOT_SIGNED = [
    ("en", "By the harbour wall"),
    ("en", "By Monday the north quay had been closed, and no ferry left before the storm was over at last."),
    ("en", "Ana Silva"),
    ("en", "Photo: Ana Silva"),
]


@pytest.mark.parametrize(("language", "line", "names"), SIGNED)
def test_a_line_that_signs_is_the_byline(language, line, names):
    document = bylines(text("Storm closes the quay", line, FIRST, SECOND, language=language))
    assert labelled(document, "byline") == [(line, names)]


@pytest.mark.parametrize(("language", "line"), NOT_SIGNED)
def test_a_line_that_only_looks_so_is_none(language, line):
    document = bylines(text("Storm closes the quay", line, FIRST, SECOND, language=language))
    assert labelled(document, "byline") == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Text: Ana Silva / Fotos: Joe Doe"),
        ("es", "Texto: Ana Silva. Fotos: Joe Doe"),
        ("pl", "Tekst: Ana Silva. Zdjęcia: Joe Doe"),
        ("tr", "Haber: Ana Silva / Fotoğraf: Joe Doe"),
        ("sv", "Text: Ana Silva Foto: Joe Doe"),
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_who_wrote_signs_beside_who_took_the_pictures(language, line, last):
    lines = (FIRST, SECOND, line) if last else (line, FIRST, SECOND)
    document = bylines(captions(text("Storm closes the quay", *lines, language=language)))
    assert labelled(document, "byline") == [(line, ("Ana Silva",))]


@pytest.mark.parametrize("line", ["Text: the whole agreement", "By the way: Joe Doe came, too.", "Source: Ana Silva"])
def test_a_label_at_the_end_that_nobody_signs_behind(line):
    assert labelled(bylines(text("Storm closes the quay", FIRST, SECOND, line)), "byline") == []


@pytest.mark.parametrize("lines", [["By", "Ana Silva"], ["Ana Silva", "Reporter"]])
def test_a_byline_on_two_lines_is_one(lines):
    document = bylines(text("Storm closes the quay", *lines, FIRST, SECOND))
    assert [name for _, names in labelled(document, "byline") for name in names] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("language", "line", "job"),
    [
        ("en", "By Ana Silva, Jr., and Joe Doe", "Staff Writers"),
        ("en", "By Ana Silva", "Sports Desk"),
        ("de", "Von Ana Silva und Bo Lund", "Redakteure"),
        ("es", "Por Ana Silva y Juan Doria", "Enviados especiales"),
        ("ru", "Автор: Анна Силина", "Корреспонденты"),
    ],
)
def test_whose_job_stands_below_their_names_is_no_name(language, line, job):
    document = bylines(text("Storm closes the quay", line, job, FIRST, SECOND, language=language))
    first, second = labelled(document, "byline")
    assert len(first[1]) == line.count(" and ") + line.count(" und ") + line.count(" y ") + 1
    assert second == (job, ())


@pytest.mark.parametrize(
    ("language", "line", "house"),
    [
        ("en", "By Ana Silva", "Kelby Arts, North Quay"),
        ("es", "Por Ana Silva", "Radio Costa, Puerto Viejo"),
        ("de", "Von Ana Silva", "Küstenradio Fünf, Wexley"),
    ],
)
def test_for_whom_and_where_an_author_reports_is_no_author(language, line, house):
    document = text("Storm closes the quay", line, house, "2 May 2024", FIRST, SECOND, language=language)
    document = bylines(document.replace([document.blocks[3].label("published", None)]))
    assert [names for _, names in labelled(document, "byline") if names] == [("Ana Silva",)]


OUTLETS = [
    (("By Ana Silva - Quayside Today", FIRST, SECOND, "© 2024 Quayside Today. All rights reserved."), ("Ana Silva",)),
    (("Penulis: Ana Silva | Gema Pesisir", FIRST, SECOND, "Hak cipta © 2024 Gema Pesisir"), ("Ana Silva",)),
    (("Von Ana Silva | Neuer Uferblick", FIRST, SECOND, "© 2024 Neuer Uferblick Verlag"), ("Ana Silva",)),
    (("Por Ana Silva - El Faro", FIRST, SECOND, "Únete al canal de WhatsApp de El Faro"), ("Ana Silva",)),
    (("Von Ana Silva | Uferblick", FIRST, "Folgen Sie Uferblick auf Facebook", SECOND), ("Ana Silva",)),
    (("By Ana Silva, Joe Doe", FIRST, SECOND, "Follow Joe Doe on Twitter"), ("Ana Silva", "Joe Doe")),
    # A blog's author signs beside a guest.
    (("By Ana Silva and Joe Doe", FIRST, SECOND, "© 2024 Joe Doe. All rights reserved."), ("Ana Silva", "Joe Doe")),
    (("By Quayside Today", FIRST, SECOND, "© 2024 Quayside Today. All rights reserved."), ("Quayside Today",)),
    (("By Ana Silva, dpa", FIRST, SECOND, "© 2024 dpa. All rights reserved."), ("Ana Silva", "dpa")),
]


@pytest.mark.parametrize(("lines", "names"), OUTLETS)
def test_the_page_s_own_outlet_is_no_author_beside_one(lines, names):
    document = bylines(evolve(text("Storm closes the quay", *lines), language=None))
    assert [value for _, value in labelled(document, "byline")] == [names]


def test_nor_is_what_stands_at_the_top_of_the_page():
    document = text("Rampe", "By Ana Silva | Gema Pesisir", FIRST, SECOND)
    top = evolve(read("Gema Pesisir\n\n" + document.source), language="en")
    top = bylines(top.replace([top.blocks[1].label("title")]))
    assert [value for _, value in labelled(top, "byline")] == [("Ana Silva",)]


@pytest.mark.parametrize("line", ["By Ana Silva", "Ana Silva, reporter", "Ana Silva | ana@courier.example"])
def test_lines_far_from_the_head_are_parsed_where_a_word_in_them_may_sign(line):
    lines = SignedLines(text("Storm closes the quay", FIRST, SECOND, line))
    assert lines.may_say_so(3)


def test_and_where_the_line_above_says_so():
    lines = SignedLines(text("Storm closes the quay", FIRST, SECOND, "By", "Ana Silva"))
    assert lines.may_say_so(4)
    assert not SignedLines(text("Storm closes the quay", FIRST, SECOND, "Home", "Ana Silva")).may_say_so(4)


CAPTIONED = [
    ("en", "Lorries on the road to Wexley (Photo: Ana Silva)", "Lorries on the road to Wexley", "Ana Silva"),
    (
        "en",
        "Lorries on the road to Wexley. Photo: Ana Silva/Reuters",
        "Lorries on the road to Wexley.",
        "Ana Silva/Reuters",
    ),
    ("en", "Lorries on the road to Wexley © Ana Silva", "Lorries on the road to Wexley", "Ana Silva"),
    ("de", "Lastwagen vor dem Hafen. Foto: Ana Silva/dpa", "Lastwagen vor dem Hafen.", "Ana Silva/dpa"),
    ("zh", "重新开放的鱼市（图片来源：新华社）", "重新开放的鱼市", "新华社"),
]


@pytest.mark.parametrize(("language", "line", "caption", "credit"), CAPTIONED)
def test_a_line_that_ends_in_a_credit_is_a_caption(language, line, caption, credit):
    document = captions(text("Storm closes the quay", line, FIRST, SECOND, language=language))
    assert [(value.text, value.credit) for _, value in labelled(document, "caption")] == [(caption, credit)]


@pytest.mark.parametrize(
    "line", ["© 2024 The Wexley Courier", "Nobody was hurt (there were no ferries at sea).", SECOND]
)
def test_a_line_that_ends_otherwise_is_none(line):
    assert labelled(captions(text("Storm closes the quay", FIRST, line)), "caption") == []


@pytest.mark.parametrize("credit", ["Photo: Ana Silva", "(Photo: Ana Silva)", "© Ana Silva"])
def test_a_credit_on_a_line_of_its_own_belongs_to_the_caption_above(credit):
    document = evolve(
        read(f"Storm closes the quay\n\nLorries on the road to Wexley\n{credit}\n\n{FIRST}\n\n{SECOND}"), language="en"
    )
    document = photo_credits(document.replace([document.blocks[0].label("title")]))
    assert [(value.text, value.credit) for _, value in labelled(document, "caption")] == [
        ("Lorries on the road to Wexley", "Ana Silva")
    ]
    assert [line for line, _ in labelled(document, "caption_credit")] == [credit]


@pytest.mark.parametrize("line", ["Photo gallery", "Ana Silva", "Read more about the storm"])
def test_what_names_no_photographer_is_no_credit(line):
    document = photo_credits(text("Storm closes the quay", FIRST, SECOND, line))
    assert labelled(document, "caption_credit") == []


@pytest.mark.parametrize(
    "line",
    [
        "Photo: it hangs above the counter, brown with smoke.",
        "Foto: da hängt sie noch, über dem alten ofen.",
        "Foto: wisi nad ladą, trzy łodzie i pies.",
        "Фото: его нет, лодка не стояла.",
        "Фото: висить у сільраді, чорно-біле.",
        "Φωτογραφία: μία, και είναι καμένη από το φως.",
    ],
)
def test_a_sentence_in_small_letters_behind_a_label_is_no_credit(line):
    document = photo_credits(text("Storm closes the quay", FIRST, line, SECOND))
    assert labelled(document, "caption_credit") == []


@pytest.mark.parametrize("line", ["Photo: Ana Silva.", "Photo: taken from the film"])
def test_but_what_tells_whose_it_is_stays_one(line):
    document = photo_credits(text("Storm closes the quay", FIRST, line, SECOND))
    assert [found for found, _ in labelled(document, "caption_credit")] == [line]


CREDITED = [
    ("(Reporting by Ana Silva; editing by Joe Doe)", "Reporting by Ana Silva; editing by Joe Doe"),
    ("Source: Harbour Office", "Source: Harbour Office"),
    ("(Reuters)", "Reuters"),
    ("dpa/foe", "dpa/foe"),
    ("(foe)", "foe"),
    ("(foe/gil)", "foe/gil"),
    ("(Nikkei)", "Nikkei"),
    ("(By Ana Silva)", "By Ana Silva"),
    ("(Ana Silva, editor)", "Ana Silva, editor"),
    ("(佐藤花子 編集：田中次郎)", "佐藤花子 編集：田中次郎"),
    ("（北浜町・無職・八十一歳）", "北浜町・無職・八十一歳"),
]


@pytest.mark.parametrize(("line", "credit"), CREDITED)
def test_who_else_worked_on_an_article_stands_below_it(line, credit):
    assert labelled(closing_credits(text("Storm closes the quay", FIRST, SECOND, line)), "credit") == [(line, credit)]


@pytest.mark.parametrize(
    "line",
    ["Source: behind the church, cold and clear.", "Kilde: havnens hund, som gjør når noen kommer. Den heter Bamse."],
)
def test_a_sentence_in_small_letters_behind_its_label_is_none(line):
    assert labelled(closing_credits(text("Storm closes the quay", FIRST, SECOND, line)), "credit") == []


def test_or_at_the_end_of_its_last_paragraph():
    document = closing_credits(text("Storm closes the quay", FIRST, f"{SECOND} (Reuters)"))
    assert labelled(document, "credit") == [("(Reuters)", "Reuters")]


@pytest.mark.parametrize(
    "line",
    [
        "(It was the first storm of the year in Wexley, and nobody had seen it come so early.)",
        "The ferries (all three of them)",
    ],
)
def test_brackets_of_a_sentence_are_none(line):
    assert labelled(closing_credits(text("Storm closes the quay", FIRST, SECOND, line)), "credit") == []


@pytest.mark.parametrize(
    "line",
    [
        "(Applause)",
        "(The sitting closed at 5.10pm)",
        "(Names have been changed.)",
        "[A door slams.]",
        "(Er lacht.)",
        "（雨还在下。）",
        "（拍手）",
        "(Лодки ещё стоят.)",
        "(وما زال المطر.)",
    ],
)
def test_nor_is_what_an_article_ends_in_brackets(line):
    article = newsclean.clean(f"Storm closes the quay\n\n{FIRST}\n\n{SECOND}\n\n{line}")
    assert (article.paragraphs[-1].text, article.credit) == (line, None)


VIETNAMESE = (
    "Ngôi chợ bên sông mở cửa trở lại vào sáng thứ hai sau bảy năm vắng khách, theo chính quyền huyện.",
    "Hơn sáu mươi chiếc ghe đã về bến từ sáng sớm, và hàng trăm người dân đứng chờ trên bờ để mua trái cây.",
    "Bà Lê Thị Út nói bà đã giữ chiếc ghe của cha mình suốt bảy năm chỉ để chờ đến ngày hôm nay.",
    "Chợ họp từ bốn giờ sáng.",
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hoàng Thư", ("Hoàng Thư",)),
        ("Minh Khuê", ("Minh Khuê",)),
        ("Quỳnh", ("Quỳnh",)),
        ("Phan Anh Tuấn", ("Phan Anh Tuấn",)),
        ("Ánh Ngọc – Hải Yến", ("Ánh Ngọc", "Hải Yến")),
        ("Minh Khuê (Theo Reuters)", ("Minh Khuê",)),
        ("Theo Reuters", ()),
        ("Hà Nội", ()),
        ("Thanh Hóa", ()),
        ("Lê Thị Út", ()),
    ],
)
def test_a_vietnamese_name_alone_signs_below_the_text(line, names):
    article = newsclean.clean("\n\n".join(("Chợ nổi mở lại sau bảy năm", *VIETNAMESE, line)))
    html = "".join(f"<p>{paragraph}</p>" for paragraph in (*VIETNAMESE, f"<b>{line}</b>"))
    page = newsclean.clean_html(f"<article><h1>Chợ nổi mở lại sau bảy năm</h1><div>{html}</div></article>")
    for found in (article, page):
        assert found.authors == names
        assert [p.text for p in found.paragraphs][:4] == list(VIETNAMESE)
        assert not names or len(found.paragraphs) == len(VIETNAMESE)


@pytest.mark.parametrize(("behind", "found"), [("\n", False), ("\n\n", True)])
def test_a_credit_in_the_midst_of_lines_takes_no_sentence_above_it(behind, found):
    first, second = "The organ of the harbour church was sold on Saturday.", "It weighs 420 kilos."
    lines = f"{first}\nPhoto: Ana Silva{behind}{second}\nSix neighbours carried it."
    document = evolve(read(f"Organ sold for a crown\n\n{lines}"), language="en")
    title, *rest = document.blocks
    document = document.replace([title.label("title"), *(block.scored(Scores(0.9)) for block in rest)])
    assert [line for line, _ in labelled(photo_credits(document), "caption")] == [first] * found


def test_a_name_on_the_line_of_the_date_is_no_word_of_the_text():
    document = text("Council drops plan", "14 March 2019 | Ana Silva | The Wexley Gazette", FIRST, SECOND)
    title, line, *rest = (block.scored(Scores(0.9)) for block in document.blocks)
    scored = document.replace([title, line, *rest])
    parted = scored.replace([scored.part(line, 0, len("14 March 2019")).label("published")])
    assert "Ana Silva" not in SignedLines(parted).body_text
    assert FIRST in SignedLines(parted).body_text


@pytest.mark.parametrize(("language", "label"), [("en", "Video"), ("ro", "Video"), ("bg", "Видео")])
def test_who_made_a_film_is_named_where_a_photographer_is(language, label):
    credit = f"{label}: Ana Silva"
    for photo, found in (("© Joe Doe/AP", ["© Joe Doe/AP", credit]), ("Nobody was hurt.", [])):
        document = text("Storm closes the quay", FIRST, photo, SECOND, credit, SECOND, language=language)
        title, *rest = document.blocks
        scored = document.replace([title, *(block.scored(Scores(0.6)) for block in rest)])
        assert [line for line, _ in labelled(photo_credits(scored), "caption_credit")] == found


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p align=right><b><i>Ines Moreau</i></b></p>", ("Ines Moreau",)),
        ("<div><em>Ines Moreau</em></div>", ("Ines Moreau",)),
        ("<p>Ines Moreau</p>", ()),
        ("<p><b>Ines Moreau</b></p>", ()),
        ("<p><em>Le Phare</em></p><p><em>Ines Moreau</em></p>", ()),
        ("<p>« La mer monte. »</p><p><em>Ines Moreau</em></p>", ()),
        ("<p>Le maire est Luc Ferrand, 48 ans.</p><p><em>Luc Ferrand</em></p>", ()),
    ],
)
def test_a_name_in_italics_below_the_text_of_a_page_signs_it(line, authors):
    story = PROSE["fr"][0]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story["paragraphs"])
    judge = Content(lambda page: [Scores(0.9)] * len(page.blocks))
    pipeline = newsclean.Pipeline.default().replace("content", judge)
    html = f"<html lang=fr><body><h1>{story['title']}</h1>{text}{line}"
    assert newsclean.clean_html(html, pipeline=pipeline).authors == authors


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<img src=k.jpg><font size=1>Фото: Ирина Левич</font>", False),
        ("<p>Фотограф: Petra Holm</p>", False),
        ("<h3>Фото: Ирина Левич</h3>", True),
    ],
)
def test_a_paragraph_of_a_page_may_only_say_who_took_a_picture(line, stays):
    story = PROSE["ru"][0]
    first, *text = [f"<p>{paragraph}</p>" for paragraph in story["paragraphs"]]
    judge = Content(lambda page: [Scores(0.9)] * len(page.blocks))
    pipeline = newsclean.Pipeline.default().replace("content", judge)
    html = f"<html lang=ru><body><h1>{story['title']}</h1>{first}<div>{line}</div>{''.join(text)}"
    assert (len(newsclean.clean_html(html, pipeline=pipeline).paragraphs) > len(story["paragraphs"])) == stays
