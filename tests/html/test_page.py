"""From HTML to blocks: whatever the page, every text of it stands in the source, once."""

from __future__ import annotations

import gc
import weakref

import pytest

from newsclean import PageError, clean_html
from newsclean.html import blocks, overlap, tree
from newsclean.html import read as read_html


def squeezed(text):
    return " ".join(text.split())


def texts(html):
    return [piece.text for piece in blocks.pieces(tree.parse(html))]


class TestPieces:
    def test_block_elements_and_line_breaks_part_texts(self):
        html = "<div>One <b>two</b><p>three<br>four</p>five</div>"
        assert texts(html) == ["One two", "three", "four", "five"]

    def test_inline_elements_do_not(self):
        assert texts("<p>The <a href=/x>har<i>bour</i></a> town</p>") == ["The harbour town"]

    @pytest.mark.parametrize(
        ("html", "text"),
        [
            ("<a href=1>harbour</a><a href=2>fish market</a> <a href=3>storm</a>", "harbour  fish market  storm"),
            ("Etiketler: <a href=1>liman</a><a href=2>çamaşırhane</a>", "Etiketler: liman  çamaşırhane"),
            ("The hall in May.<span>Photo: Ana Silva</span>", "The hall in May. Photo: Ana Silva"),
            ("<span>The hall in May.</span>Ana Silva", "The hall in May. Ana Silva"),
            ("<span>Ana Silva</span><span>5 May</span>", "Ana Silva 5 May"),
            ("Topics<a>Harbour</a>", "Topics Harbour"),
            ("The i<a>Phone</a>, e<a>Bay</a> and Mc<a>Donald</a>", "The iPhone, eBay and McDonald"),
            ("The <a href=1>Th</a><a href=1>ames</a> rose<sup><a>1</a></sup>", "The Thames rose1"),
            (
                "The Pri<a name=x></a><a name=y></a>me Minister of <a href=1>Wex</a><a href=2>ley</a>",
                "The Prime Minister of Wexley",
            ),
            (
                "<span>Mc</span><span>Donald</span>, <b>You</b><i>Tube</i>, Booking.<b>Com</b>",
                "McDonald, YouTube, Booking.Com",
            ),
            ("www.<b>wexley</b>.example, U.<b>S</b>. law", "www.wexley.example, U.S. law"),
            ("<b>i</b>Phone, H<sub>2</sub>O, m<sup>2</sup>, <b>T</b>he", "iPhone, H2O, m2, The"),
        ],
    )
    def test_what_styles_set_apart(self, html, text):
        assert texts(f"<p>{html}</p>") == [text]

    def test_elements_named_by_the_page_are_paragraphs_where_no_text_stands_beside_them(self):
        html = "<div><x-p>The ferry is sold.</x-p><x-p>It <b>sails</b> in May.</x-p></div><p>See <x-p>it.</x-p> Now"
        assert texts(html) == ["The ferry is sold.", "It sails in May.", "See it. Now"]
        assert texts("<x-a><x-b>Wexley</x-b><x-b>Harbour</x-b></x-a>") == ["Wexley Harbour"]

    @pytest.mark.parametrize("element", ["<pre>{}</pre>", "<div style='white-space: pre-wrap'>{}</div>"])
    def test_text_is_laid_out_by_its_line_breaks_where_the_page_says_so(self, element):
        first = "The council sold its old ferry to a museum of\nships in Delft, which wants to show it from May\non."
        second = "Nobody had bid <b>more</b> before."
        rows = ["Wexley United   3   1", "Harbour Town    2   0"]
        laid = "\n\n".join((first, second, "\n".join(rows)))
        assert texts(element.format(laid)) == [squeezed(first), "Nobody had bid more before.", *map(squeezed, rows)]
        assert texts("<pre><code>one\n\ntwo</code></pre>") == ["one two"]

    def test_links_are_apart_however_the_source_is_laid_out(self):
        space = "\n" + " " * 40
        html = f"<div>{space}<a href=1>harbour</a><a href=2>ferries</a></div>"
        assert texts(html) == texts(html.replace(space, "")) == ["harbour  ferries"]

    def test_what_is_not_shown_as_text_is_left_out(self):
        html = "<head><title>No</title></head><body><script>no</script><style>no</style><svg><title>no</title></svg>yes"
        assert texts(html) == ["yes"]

    def test_a_page_that_leaves_out_where_its_head_ends_loses_nothing(self):
        assert texts("<!doctype html><title>No</title><meta charset=utf-8><main><p>One<p>Two</main>") == ["One", "Two"]

    def test_text_behind_an_early_end_of_the_page_is_read(self):
        assert texts("<html><body><p>One</p></body></html><p>Two</p></body></html>") == ["One", "Two"]

    def test_a_page_for_browsers_without_scripts_is_read_where_there_is_no_other(self):
        hidden = "<noscript><p>The page.</p></noscript>"
        assert texts(f"<body>{hidden}") == ["The page."]
        assert "The page." not in texts(f"<body><p>{'A long text. ' * 50}</p>{hidden}")

    def test_shares_of_links_and_emphasis(self):
        (piece,) = blocks.pieces(tree.parse("<p><a>four</a><b>four</b><em>four</em>four</p>"))
        assert (piece.link, piece.bold, piece.slanted) == (0.25, 0.25, 0.25)

    def test_a_name_for_a_place_in_the_text_is_no_link(self):
        html = "<p><a name=fee>Who pays?</a></p><p><a name=x id=x>Nobody.</a></p><p><a class=more name=y>Menu</a></p>"
        assert [piece.link for piece in blocks.pieces(tree.parse(html))] == [0, 0, 1]

    def test_how_a_word_is_read_is_not_read(self):
        html = "<h1>新しい<ruby>漁港<rp>（</rp><rt>ぎょこう</rt><rp>）</rp></ruby>が<ruby><rb>開<rt>ひら</ruby>く</h1>"
        assert texts(html) == ["新しい漁港が開く"]
        assert clean_html(html).title == "新しい漁港が開く"
        long = "町の人たちが新しい漁港を見に来た。" * 6
        assert texts(f"<p>朝<rt>{long}") == [f"朝{long}"]

    def test_margins(self):
        assert [piece.lines for piece in blocks.pieces(tree.parse("<div>a<div>b</div><p>c</p>d</div>"))] == [1, 1, 2, 2]

    @pytest.mark.parametrize("style", ["hidden", "style='display: none'", "style='visibility:hidden'"])
    def test_hidden_elements_are_known_as_such(self, style):
        (piece,) = blocks.pieces(tree.parse(f"<div {style}>a</div>"))
        assert "hidden" in piece.tag.names

    @pytest.mark.parametrize("levels", [150, 300, 3_000, 100_000])
    def test_deep_pages_lose_nothing(self, levels):
        html = f"<p>before</p>{'<div class=a>' * levels}deep{'</div>' * levels}<p>after</p>"
        assert texts(html) == ["before", "deep", "after"]

    def test_null_bytes_anywhere(self):
        assert texts("<\0p>o\0ne</\0p><p\0>two</p>") == ["one", "two"]


class TestRead:
    def test_blocks_stand_in_the_source_in_order(self):
        document = read_html("<h1>A title</h1><p>One.</p><ul><li>Two</li></ul>")
        assert [document.source[b.start : b.end] for b in document.blocks] == ["A title", "One.", "Two"]
        assert document.source == "A title\n\nOne.\n\nTwo"
        assert [(b.markup.heading, b.markup.item) for b in document.blocks] == [(1, False), (0, False), (0, True)]

    @pytest.mark.parametrize("html", ["", " \n\t", b"", b"\xef\xbb\xbf", "\0\0"])
    def test_nothing_is_an_error(self, html):
        with pytest.raises(PageError, match=r"nothing in it|binary"):
            read_html(html)

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
            (b"\x89PNG\r\n\x1a\n", "picture"),
            (b"PK\x03\x04", "ZIP"),
            (b"\x1f\x8b", "gzip"),
        ],
    )
    def test_other_files_are_named(self, data, kind):
        with pytest.raises(PageError, match=kind):
            read_html(data + bytes(range(256)))

    def test_binary_data_is_an_error(self):
        with pytest.raises(PageError, match="binary"):
            read_html(bytes(range(1, 32)) * 100)

    def test_plain_text_is_read_as_such(self):
        document = read_html("A title\n\nA line: 1 < 2 & 3 > 2.")
        assert [document.text(block) for block in document.blocks] == ["A title", "A line: 1 < 2 & 3 > 2."]

    def test_xml_gives_its_texts(self):
        document = read_html(
            '<?xml version="1.0" encoding="utf-8"?><rss><item><description>One</description></item></rss>'
        )
        assert "One" in document.source

    def test_a_page_without_text_is_empty(self):
        assert read_html("<html><body></body></html>").blocks == ()
        assert read_html("<!-- a comment -->").blocks == ()


STORY = "Der Bürgermeister öffnete am Montag die Brücke über den Fluß, die größte weit und breit."
CYRILLIC = "Мэр города открыл в понедельник новый мост через реку, и первые машины поехали по нему под дождём."


class TestEncoding:
    @pytest.mark.parametrize(
        ("declared", "encoding"),
        [
            ("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "cp1252"),
            ("iso-8859-1", "utf-8"), ("no-such-thing", "utf-8"), ("utf-16", "utf-8"),
        ],
    )  # fmt: skip
    def test_a_page_that_lies_comes_out_right(self, declared, encoding):
        html = f"<html><head><meta charset='{declared}'></head><body>{f'<p>{STORY}</p>' * 8}</body></html>"
        document = read_html(html.encode(encoding))
        assert document.text(document.blocks[0]) == STORY

    @pytest.mark.parametrize("declared", ["windows-1251", "iso-8859-1", "utf-8", "koi8-r"])
    def test_cyrillic(self, declared):
        encoding = "koi8-r" if declared == "koi8-r" else "cp1251"
        html = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>{f'<p>{CYRILLIC}</p>' * 8}"
        document = read_html(html.encode(encoding))
        assert document.text(document.blocks[0]) == CYRILLIC

    def test_one_broken_byte_does_not_change_the_rest(self):
        data = f"<p>{STORY}</p>".encode() * 20 + b"<p>\xff</p>"
        assert read_html(data).source.count(STORY) == 20


class TestOverlap:
    def test_shares_of_words_taken(self):
        from newsclean.model import features

        lines = ["the council of the town", "the council sold a ferry", "Home", "home"]
        texts = ["The council of the town met.", "Home"], ["A ferry, the council", "sold."]
        shares = overlap.shares(lines, features.words(lines), *texts)
        assert shares.tolist() == [[1, 0, 1, 1], pytest.approx([0, 1 / 3, 0, 0])]

    def test_nothing_taken_is_not_known(self):
        from newsclean.model import features

        assert overlap.shares(["a"], features.words(["a"]), []).tolist() == [[-1]]


def test_attributes_beyond_the_first_hundreds_are_left_out():
    many = " ".join(f"a{n}='> <b>'" for n in range(5000))
    root = tree.parse(f"<p class=lead {many} id=late>Ferry sold</p>")
    paragraph = root.find(".//p")
    assert (paragraph.text, paragraph.get("class"), paragraph.get("id")) == ("Ferry sold", "lead", None)


def test_below_the_deepest_level_elements_part_texts_only():
    deep = "<div>" * 3000 + "One<p>Two</p><!-- <p>None</p> --><script>'<p>None</p>'</script>" + "</div>" * 3000
    root = tree.parse(f"<h1>Ferry sold</h1>{deep}<p>Three</p>")
    assert [piece.text for piece in blocks.pieces(root)] == ["Ferry sold", "One", "Two", "Three"]


def test_what_looks_like_a_tag_in_a_script_stays():
    script = "if (a<b && c " + "x='1' " * 5000 + ") { s = '</div>' }"
    root = tree.parse(f"<script>{script}</script><p>Ferry sold</p>")
    assert root.findtext(".//script") == script


def test_a_stray_quotation_mark_in_a_tag_opens_no_value():
    texts = [f"Line {n} of the page" for n in range(400)]
    lines = '</p><p id="a">'.join(texts)
    html = f'<p class="lead"" title="it">{lines}</p><p class="tail">End</p>'
    assert [piece.text for piece in blocks.pieces(tree.parse(html))] == [*texts, "End"]


def test_no_element_waits_for_the_garbage_collector():
    document = read_html("<main><div><p>The harbour opens in May.</p></div></main>")
    gc.disable()
    try:
        elements = [weakref.ref(tag) for tag in document.blocks[0].tags]
        del document
        assert [element() for element in elements] == [None] * 5
    finally:
        gc.enable()
