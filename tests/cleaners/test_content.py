"""What the content model's scores decide, whatever stands around an article."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.cleaners.content import Content
from newsclean.cleaners.remainders import remainders
from newsclean.document import Scores
from newsclean.text import read as read_text

PARAGRAPHS = [paragraph for story in PROSE["en"] for paragraph in story["paragraphs"]]
LINK = "Old ferry to be sold"


def judge(score):
    """A model that gives one line a score, and holds all others for body."""
    return lambda document: [Scores(score if document.text(block) == LINK else 1.0) for block in document.blocks]


def removed(text, score):
    found = remainders(Content(judge(score))(read_text(text)))
    return [found.text(block) for block in found.find("removed")]


ARTICLE = "\n\n".join((*PARAGRAPHS[:2], LINK, *PARAGRAPHS[2:]))
FEW = "\n\n".join((*PARAGRAPHS[:2], LINK, PARAGRAPHS[2]))
PAGE = "\n".join((*(f"Item {n}" for n in range(40)), ARTICLE))


@pytest.mark.parametrize("text", [PAGE, ARTICLE, FEW])
@pytest.mark.parametrize(("score", "goes"), [(0.03, True), (0.1, False), (0.6, False)])
def test_what_a_model_classifies_as_clutter_goes_but_in_doubt_stays_where_nothing_stands_around(text, score, goes):
    assert removed(text, score) == [LINK] * goes


@pytest.mark.parametrize("text", [PAGE, ARTICLE, FEW])
@pytest.mark.parametrize(("score", "goes"), [(0.1, True), (0.3, False), (0.6, False)])
def test_less_is_doubted_where_little_stands_around(text, score, goes):
    rest = "Old mill for sale"
    judged = lambda document: [one if document.text(b) != rest else Scores(0.0) for b, one in  # noqa: E731
                               zip(document.blocks, judge(score)(document), strict=True)]  # fmt: skip
    found = remainders(Content(judged)(read_text(f"{text}\n\n{rest}")))
    assert [found.text(block) for block in found.find("removed")] == [*[LINK] * goes, rest]


@pytest.mark.parametrize(("score", "goes"), [(0.2, True), (0.35, False)])
def test_a_line_above_a_short_text_is_hardly_doubted(score, goes):
    article = "\n\n".join((LINK, "Share this article", *PARAGRAPHS[:3]))
    assert (LINK in removed(article, score)) == goes
    assert LINK in removed(article, 0.1)


@pytest.mark.parametrize(("score", "kept"), [(0.2, False), (0.35, True)])
def test_a_last_short_sentence_below_a_prompt_is_hardly_doubted(score, kept):
    last = "Nobody complained."
    text = "\n\n".join((*PARAGRAPHS[:3], "Share this article", last))

    def low(document):
        return [
            Scores(score if document.text(block) == last else float(document.text(block) in PARAGRAPHS))
            for block in document.blocks
        ]

    blocks = Content(low)(read_text(text)).blocks
    assert blocks[-1].judged_body == kept
    page = "\n".join((*(f"Item {n} of many" for n in range(40)), text))
    assert not Content(low)(read_text(page)).blocks[-1].judged_body


def test_without_a_model_nothing_goes_for_its_sake():
    document = remainders(read_text(ARTICLE))
    assert not list(document.find("removed"))


def test_what_is_surely_around_goes_at_once_with_the_kind_of_its_words():
    menu = ["Share on Facebook", "Sign up for our newsletter", "Old mill"] * 5
    between = [f"Item {n}" for n in range(12)]
    never = {**dict.fromkeys(menu, 0.001), **dict.fromkeys(between, 0.2)}
    text = "\n".join((*menu, *between, ARTICLE))

    def judged(document):
        kinds = dict(zip(menu, ("share", "newsletter", "other") * 5, strict=True))
        texts = [document.text(block) for block in document.blocks]
        return [Scores(never.get(text, 1.0), kind=kinds.get(text, "other")) for text in texts]

    document = Content(judged)(read_text(text))
    assert [block.kind for block in document.blocks[:15]] == ["share", "newsletter", "other"] * 5
    near = Content(judged)(read_text("\n".join((*menu[:6], ARTICLE))))
    assert not any(block.role for block in near.blocks)


@pytest.mark.parametrize(("heading", "kind"), [("Read also", "related"), ("Ferry times", "other")])
def test_what_stands_below_the_heading_of_a_box_is_of_its_kind(heading, kind):
    clutter = (heading, LINK)
    text = "\n\n".join((*PARAGRAPHS[:3], *clutter, *PARAGRAPHS[3:6]))
    judged = lambda document: [Scores(0.03 if document.text(b) in clutter else 1.0) for b in document.blocks]  # noqa: E731
    pipeline = newsclean.Pipeline.default().replace("content", Content(judged))
    assert [r.kind for r in newsclean.clean(text, pipeline=pipeline).removed] == [kind] * 2


def test_what_goes_is_said():
    pipeline = newsclean.Pipeline.default().replace("content", Content(judge(0.03)))
    article = newsclean.clean(ARTICLE, pipeline=pipeline)
    assert [(r.text, r.kind, r.cleaner) for r in article.removed] == [(LINK, "other", "remainders")]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("<a>Read more: Old ferry to be sold</a>", True),
        ("Read more: <a>Old ferry to be sold</a>", True),
        ("Read more: Old ferry to be sold", False),
        ("<b>Read more: <a>Who buys the old ferry of Hafnes?</a></b>", True),
        ("Read more: Who buys the old ferry of Hafnes?", False),
        ("<a>What it costs to cross the harbour</a>", True),
        ("What it costs to <a>cross the harbour</a>", False),
    ],
)
def test_what_leads_to_another_article_is_no_body_whatever_a_model_holds_it_for(line, goes):
    html = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS[:2], line, *PARAGRAPHS[2:4]))
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda page: [Scores(1.0)] * len(page.blocks)))
    article = newsclean.clean_html(f"<html lang=en><body>{html}", pipeline=pipeline)
    assert len(article.paragraphs) == 5 - goes


STEPS = ("* a bus each hour", "* a ferry at noon", "* grants for shops")


def kept_of_a_list(scores, above, *, below=1.0):
    """How many items of a list are body, on a page whose other lines are."""
    of_line = {**dict(zip(STEPS, scores, strict=True)), PARAGRAPHS[3]: below}
    text = "\n\n".join((*(f"Item {n}" for n in range(40)), *PARAGRAPHS[:2], above, *STEPS, *PARAGRAPHS[3:]))

    def judged(document):
        texts = [document.text(block) for block in document.blocks]
        return [Scores(0.2 if text.startswith("Item") else of_line.get(text, 1.0)) for text in texts]

    found = Content(judged)(read_text(text))
    return sum(block.judged_body for block in found.blocks if found.text(block) in STEPS)


@pytest.mark.parametrize(
    ("scores", "above", "below", "kept"),
    [
        ((0.4, 0.7, 0.1), "The council has promised:", 1.0, 3),
        ((0.2, 0.2, 0.1), "The council has promised:", 0.0, 3),
        ((0.01, 0.02, 0.01), "The council has promised:", 1.0, 3),
        ((0.01, 0.02, 0.01), "The council has promised:", 0.0, 0),
        ((0.4, 0.7, 0.1), "Read more:", 1.0, 1),
        ((0.8, 0.7, 0.2), "The council has promised", 1.0, 3),
        ((0.8, 0.7, 0.2), "The council has promised", 0.0, 2),
        ((0.4, 0.6, 0.1), "The council has promised", 1.0, 1),
    ],
)
def test_a_list_is_body_as_a_whole(scores, above, below, kept):
    assert kept_of_a_list(scores, above, below=below) == kept


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("<h3>What it costs to cross</h3>", True),
        ("<h3><a href=/b>What it costs to cross</a></h3>", False),
        ("<div><div><div><h3>What it costs to cross</h3></div></div></div>", False),
        ("<h3>Share on Facebook</h3>", False),
        ("<h3>🔗</h3>", False),
    ],
)
def test_a_heading_between_paragraphs_of_an_element_is_body(heading, kept):
    first, *others = PARAGRAPHS
    body = "".join(f"<p>{text}</p>" for text in others)
    document = newsclean.html.read(f"<html><body><article><p>{first}</p>{heading}{body}</article></body></html>")

    def judged(document):
        return [Scores(0.2 if len(document.text(block)) < 40 else 1.0) for block in document.blocks]

    found = Content(judged)(document)
    assert all(block.judged_body == (kept or len(found.text(block)) > 40) for block in found.blocks)


@pytest.mark.parametrize(
    ("last", "score", "kept"),
    [
        ("<p>{}</p>", 0.4, True),
        ("<p>{}</p>", 0.06, True),
        ("<p>{}</p>", 0.03, False),
        ("<p><i>{}</i></p>", 0.2, False),
        ("<p>Old ferries<p>{}</p>", 0.2, False),
        ("<p class=bio>{}</p>", 0.4, False),
        ("<div><p>{}</p></div>", 0.4, False),
    ],
)
def test_the_body_goes_on_below_links_in_its_element(last, score, kept):
    *others, text = PARAGRAPHS
    body = "".join(f"<p>{other}</p>" for other in others)
    links = "<ul class=related><li><a href=/1>Old ferry sold</a><li><a href=/2>Pier closed</a></ul>"
    document = newsclean.html.read(f"<html><body><article>{body}{links}{last.format(text)}</article></body></html>")

    def judged(document):
        texts = [document.text(block) for block in document.blocks]
        return [Scores(score if line == text else 1.0 if line in others else 0.01) for line in texts]

    assert len(others) > 2
    assert Content(judged)(document).blocks[-1].judged_body == kept


@pytest.mark.parametrize(
    ("box", "score", "kept"),
    [
        ("<aside><h4>Read also</h4><a href=/1>Old ferry sold</a></aside>", 0.35, True),
        ("<aside><h4>Read also</h4><a href=/1>Old ferry sold</a></aside>", 0.2, False),
        ("<h4>Read also</h4><p>Old ferries</p>", 0.35, False),
    ],
)
def test_a_short_last_sentence_below_a_box_in_an_element_of_few(box, score, kept):
    *others, first = PARAGRAPHS
    last = "The council meets again after two years."
    page = "".join(f"<p>{text}</p>" for text in others)
    page = f"<article><div>{page}</div><div class=rest><p>{first}</p>{box}<p>{last}</p></div></article>"
    document = newsclean.html.read(f"<html><body>{page}</body></html>")

    def judged(document):
        texts = [document.text(block) for block in document.blocks]
        return [Scores(score if line == last else 1.0 if line in PARAGRAPHS else 0.01) for line in texts]

    assert Content(judged)(document).blocks[-1].judged_body == kept


@pytest.mark.parametrize(("score", "kept"), [(0.42, True), (0.3, False)])
def test_a_last_sentence_of_links_and_more_is_hardly_doubted(score, kept):
    *others, text = PARAGRAPHS
    half = len(text) // 2
    last = f"<p><a href=/1>{text[:half]}</a>{text[half:]}</p>"
    document = newsclean.html.read(f"<html><body><article>{''.join(f'<p>{one}</p>' for one in others)}{last}")

    def judged(document):
        return [Scores(score if document.text(block) == text else 1.0) for block in document.blocks]

    assert Content(judged)(document).blocks[-1].judged_body == kept


@pytest.mark.parametrize(
    ("paragraph", "count", "last", "kept"),
    [
        ("<div class=par>{}</div>", 2, "<div class=par>{}</div>", True),
        ("<div class=par>{}</div>", 1, "<div class=par>{}</div>", True),
        ("<p class='par p{}7'>{}</p>", 2, "<p class='par p9'>{}</p>", True),
        ("<section class=s><p>{}</p></section>", 2, "<section class=s><p>{}</p></section>", True),
        ("{}<br><br>", 2, "{}", True),
        ("<div class=par>{}</div>", 2, "<div class=bio>{}</div>", False),
        ("<div class=par>{}</div>", 2, "<section class=more><div class=par>{}</div></section>", False),
    ],
)
def test_short_sentences_right_below_a_short_article_are_body(paragraph, count, last, kept):
    ends = ["The verdict stands.", "It is cold."]
    body = "".join(paragraph.replace("{}7", str(n)).format(PARAGRAPHS[n]) for n in range(count))
    body += "".join(map(last.format, ends))
    document = newsclean.html.read(f"<html><body><main><h1>Verdict</h1><div>{body}</div></main></body></html>")

    def judged(document):
        scores = {"Verdict": 0.01, **dict.fromkeys(ends, 0.2)}
        return [Scores(scores.get(document.text(block), 0.9)) for block in document.blocks]

    assert [block.judged_body for block in Content(judged)(document).blocks[-2:]] == [kept, kept]


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("“I will appeal,” she said.", True),
        ("I will appeal, she said.", True),
        ("– Odwołam się – powiedział po ogłoszeniu wyroku.", True),
        ("The verdict stands.", False),
        ("Ana Silva works in Wexley.", False),
    ],
)
def test_what_somebody_says_right_below_the_body_is_body_whatever_its_element_is_called(last, kept):
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2])
    document = newsclean.html.read(
        f"<html><body><main><div>{body}<div class=box>{last}</div></div></main></body></html>"
    )

    def judged(document):
        return [Scores(0.2 if document.text(block) == last else 0.9) for block in document.blocks]

    assert Content(judged)(document).blocks[-1].judged_body == kept


@pytest.mark.parametrize(
    ("story", "score", "kept"),
    [
        ("<div>{}<br><br>{}<br><br>It sank.</div>", 0.06, True),
        ("<div>It sank.<br><br>{}<br><br>{}</div>", 0.06, True),
        ("<div><div>{}</div><div>{}</div><div>It sank.</div></div>", 0.06, True),
        ("<div><div>It sank.</div><div>{}</div><div>{}</div></div>", 0.06, True),
        ("<article><section><p>{}<p>{}</section><section><p>It sank.</section></article>", 0.2, True),
        ("<article><section class=more><p>It sank.</section><p>{}<p>{}</article>", 0.2, False),
        ("<article><div class=live><p>{}<p>{}</div><p>It sank.</article>", 0.2, True),
        ("<article><div class=live><p>{}<p>{}</div><p>It sank.</article>", 0.06, False),
        ("<article><p>{}<div>12:04</div><p>{}<div>12:02</div><div><p>It sank.</div></article>", 0.2, True),
        ("<article><p>{}<p>{}<ul><li>It sank.</ul></article>", 0.2, True),
        ("<article><p>{}<p>{}</article><p>It sank.", 0.2, False),
        ("<article><p>{}<p>{}<p>Old ferries<p>It sank.</article>", 0.2, False),
        ("<article><p>{}<p>{}<p class=bio>It sank.</article>", 0.2, False),
        ("<article><p>{}<p>{}<div class=end>It sank.</div></article>", 0.3, True),
        ("<article><p>{}<p>{}<div class=end><p>It sank.</div></article>", 0.3, True),
        ("<article>It sank.<p>{}<p>{}</article>", 0.3, True),
        ("<article><p>{}<p>{}<div class=teaser-box>It sank.</div></article>", 0.3, False),
        ("<article><p>{}<p>{}<p><a href=/b>It sank.</a></article>", 0.2, False),
        ("<article><h2>It sank.</h2><p>{}<p>{}</article>", 0.4, False),
    ],
)
def test_short_sentences_beside_the_body_are_part_of_it(story, score, kept):
    document = newsclean.html.read(f"<html><body>{story.format(*PARAGRAPHS[:2])}<footer>Contact</footer></body></html>")

    def judged(document):
        texts = [document.text(block) for block in document.blocks]
        return [Scores(score if line == "It sank." else 1.0 if line in PARAGRAPHS else 0.01) for line in texts]

    found = Content(judged)(document)
    assert [block.judged_body for block in found.blocks if found.text(block) == "It sank."] == [kept]


def test_a_paragraph_with_a_class_of_its_own_is_like_the_others_in_its_element():
    body = "".join(f"<p class='par par-{n:x}a'>{text}</p>" for n, text in enumerate(PARAGRAPHS))
    document = newsclean.html.read(f"<html><body><article>{body}</article></body></html>")

    def judged(document):
        return [Scores(0.2 if document.text(block) == PARAGRAPHS[1] else 1.0) for block in document.blocks]

    assert all(block.judged_body for block in Content(judged)(document).blocks)


def test_a_list_below_a_colon_that_ends_the_page_is_body_where_the_model_knows_little_of_it():
    items = "".join(f"<li>{step.removeprefix('* ')}" for step in STEPS)
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    document = newsclean.html.read(
        f"<article>{body}<p>The council has promised:</p><ul>{items}</ul></article><p>Contact"
    )

    def judged(document):
        sizes = [len(document.text(block)) for block in document.blocks]
        return [Scores(1.0 if size > 40 else 0.45 if size > 20 else 0.06) for size in sizes]

    assert [block.judged_body for block in Content(judged)(document).blocks[-5:]] == [True, True, True, True, False]


@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
def test_many_paragraphs_that_are_much_alike_are_all_kept(clean):
    sentence = "In {} the council met on Monday and decided, after a long debate, to open the bridge in June."
    paragraphs = [sentence.format(1000 + n) for n in range(1000)]
    page = "".join(f"<p>{text}</p>" for text in paragraphs)
    text = (
        f"<h1>Bridge opens</h1>{page}" if clean is newsclean.clean_html else "\n\n".join(["Bridge opens", *paragraphs])
    )
    assert [paragraph.text for paragraph in clean(text).paragraphs] == paragraphs


def test_sentences_and_clutter_in_turn_keep_all_sentences():
    """In so long a text of lines that are alike, the model is certain of none."""
    sentences = [
        f"Council {n} met on Monday and decided, after a long debate, to open the bridge in June." for n in range(900)
    ]
    article = newsclean.clean("\n\nShareTweetEmail\n\nAdvertisement\n\n".join(sentences))
    kept = [paragraph.text for paragraph in article.paragraphs]
    assert len(set(sentences) - set(kept)) <= 2, len(kept)


@pytest.mark.parametrize(
    "line", ["{}. The council met and decided to open bridge {}.", "The council opens bridge {} on day {}."]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_sentences_that_are_alike_are_kept(line, between):
    sentences = [line.format(n, n) for n in range(100, 300)]
    article = newsclean.clean(between.join(sentences))
    kept = " ".join(paragraph.text for paragraph in article.paragraphs)
    assert [sentence for sentence in sentences if sentence not in kept] == []


@pytest.mark.parametrize(
    ("prefer", "score", "kept"),
    [
        ("precision", 0.99, True),
        ("precision", 0.6, False),
        (None, 0.6, True),
        (None, 0.3, False),
        ("recall", 0.3, True),
        ("recall", 0.01, False),
    ],
)
def test_a_preference_decides_where_the_model_is_in_doubt(prefer, score, kept):
    document = Content(judge(score), prefer)(read_text(PAGE))
    (block,) = [block for block in document.blocks if document.text(block) == LINK]
    assert block.judged_body is kept


def test_what_the_model_is_certain_of_stays_so():
    for prefer in ("precision", "recall"):
        document = Content(lambda document: [Scores(float(n % 2)) for n, _ in enumerate(document.blocks)], prefer)(
            read_text("\n".join(f"Item {n}" for n in range(40)))
        )
        assert {block.score for block in document.blocks} == {0.0, 1.0}


@pytest.mark.parametrize("clean", [newsclean.clean, newsclean.clean_html])
def test_a_preference_that_there_is_not_is_named(clean):
    with pytest.raises(ValueError, match="prefer: expected precision, recall or None, not 'speed'"):
        clean("<p>Ferry sold", prefer="speed")


def test_a_pipeline_without_the_model_prefers_nothing():
    with pytest.raises(
        ValueError, match=r"prefer='recall' is for pipelines with the cleaner 'content'; there are clutter"
    ):
        newsclean.clean("Ferry sold", prefer="recall", pipeline=newsclean.Pipeline.only("share"))


def test_a_title_does_not_keep_sentences_from_being_the_article_alone():
    first = "Photo of the month shows a ferry on dry land, and the islanders who saw it in the paper did not laugh."
    text = "\n\n".join(("Ferry on dry land is photo of the month", first, *PROSE["en"][0]["paragraphs"][:5]))
    assert first in newsclean.clean(text).text


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Erstellt: Donnerstag, 21. April 2022, 10:11 Uhr.", False),
        ("Die Halle schloss am Donnerstag, 21. April 2022, um 10:11 Uhr.", True),
    ],
)
def test_a_labelled_date_above_the_text_is_none_of_it_however_sure_a_model_is(line, stays):
    first, *others = PROSE["de"][0]["paragraphs"]
    html = "".join(f"<p>{text}</p>" for text in (line, first, *others))
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda page: [Scores(1.0)] * len(page.blocks)))
    article = newsclean.clean_html(f"<html lang=de><body>{html}", pipeline=pipeline)
    assert (line in article.text) == stays


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (
            "© 2024 Hafenblatt Sundholm. Der Text gehört der Zeitung, und wer ihn nachdruckt, fragt vorher bei ihr an.",
            False,
        ),
        (
            "Copyright © 2024 Hafenblatt. Wer diesen Text nachdruckt, braucht dazu die Erlaubnis der Zeitung.",
            False,
        ),
        (
            "Das © 2024 auf dem Plakat der Halle hat der Drucker am Hafen erst am Dienstag mit Farbe überklebt.",
            True,
        ),
    ],
)
def test_a_notice_of_whose_the_text_is_goes_however_sure_a_model_is(line, stays):
    html = "".join(f"<p>{text}</p>" for text in (*PROSE["de"][0]["paragraphs"], line))
    pipeline = newsclean.Pipeline.default().replace("content", Content(lambda page: [Scores(1.0)] * len(page.blocks)))
    article = newsclean.clean_html(f"<html lang=de><body>{html}", pipeline=pipeline)
    assert (line in article.text) == stays
