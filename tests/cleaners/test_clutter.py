"""The cleaners that go by phrases: one kind each."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.cleaners.content import Content
from newsclean.document import Scores
from newsclean.language.reader import Reader

STORY = PROSE["en"][0]
LINES = [
    ("Share on Facebook", "share"),
    ("ShareTweetEmailPrint", "share"),
    ("Facebook | Twitter | WhatsApp", "share"),
    ("Get short URL", "share"),
    ("Subscribe now to read the full story", "paywall"),
    ("You have reached your limit of free articles", "paywall"),
    ("Already a subscriber? Log in", "paywall"),
    ("Read also: Ferry fares rise again", "related"),
    ("Related stories", "related"),
    ("Sign up for our morning newsletter", "newsletter"),
    ("Advertisement", "advert"),
    ("Article continues below advertisement", "advert"),
    ("Sponsored content", "advert"),
    ("We use cookies to personalise content. Accept all", "cookie"),
    ("Manage cookie settings", "cookie"),
    ("Please enable JavaScript", "cookie"),
    ("5 min read", "label"),
    ("{{ item.title }}", "placeholder"),
    ("undefined", "placeholder"),
    ("[Gambas:Video 20detik]", "placeholder"),
    ("[video]", "placeholder"),
    ('[gallery ids="12,13" columns=2]', "placeholder"),
    ("[embed]https://video.example/a1[/embed]", "placeholder"),
    ("[[nid:55121]]", "placeholder"),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_inside_the_body(line, kind):
    first, second, third = STORY["paragraphs"][:3]
    article = newsclean.clean("\n\n".join((STORY["title"], first, second, line, third)))
    assert [(r.text, r.kind) for r in article.removed] == [(line, kind)]
    assert [p.text for p in article.paragraphs] == [first, second, third]


@pytest.mark.parametrize(
    ("line", "kind"),
    [*LINES, ("12 comments", "comments"), ("Log in to comment", "comments"), ("All rights reserved", "legal")],
)
def test_below_the_body(line, kind):
    article = newsclean.clean("\n\n".join((STORY["title"], *STORY["paragraphs"][:3], line)))
    assert [(r.text, r.kind) for r in article.removed] == [(line, kind)]
    assert [p.text for p in article.paragraphs] == STORY["paragraphs"][:3]


@pytest.mark.parametrize(
    "line", ["[laughs]", "[The video was shown in court.]", "[Editor's note: the ferry is the Sula]"]
)
def test_what_else_stands_in_brackets_is_no_placeholder(line):
    first, second = STORY["paragraphs"][:2]
    article = newsclean.clean("\n\n".join((STORY["title"], first, line, second)))
    assert "placeholder" not in {removal.kind for removal in article.removed}


def test_a_link_that_says_read_more_is_no_paywall():
    first, second, third = STORY["paragraphs"][:3]
    line = "Read more: Ferry fares rise again in the spring"
    assert newsclean.clean("\n\n".join((STORY["title"], first, second, line, third))).paywall == "none"


def test_a_short_last_sentence_behind_a_link_is_body():
    last = "Die Nachbarn schaufeln seit dem Morgen mit geliehenen Eimern."
    article = newsclean.clean(
        "Der Fluss ist wieder in seinem Bett\n\nNach dem Hochwasser kehrte die Alber am Sonntag in ihr Bett zurück, "
        f"zwölf Häuser standen unter Wasser.\n\nLesen Sie auch: Die Brücke bleibt bis Juni gesperrt\n\n{last}\n\n"
        "Teilen Facebook WhatsApp"
    )
    assert article.paragraphs[-1].text == last


@pytest.mark.parametrize("label", ["Read more:", "Related:", "Lire aussi :"])
def test_the_headline_below_what_leads_to_it_goes_too(label):
    first, second, third = STORY["paragraphs"][:3]
    article = newsclean.clean("\n\n".join((STORY["title"], first, label, "Ferry fares rise in spring", second, third)))
    assert [(r.text, r.kind) for r in article.removed][1:] == [("Ferry fares rise in spring", "related")]
    assert [p.text for p in article.paragraphs] == [first, second, third]


def test_the_line_below_a_button_stays():
    first, second, third = STORY["paragraphs"][:3]
    article = newsclean.clean("\n\n".join((STORY["title"], first, "Read more", "A ferry in winter", second, third)))
    assert "A ferry in winter" in [p.text for p in article.paragraphs]


def test_the_title_below_a_label_stays():
    article = newsclean.clean("\n\n".join(("Read more:", STORY["title"], *STORY["paragraphs"])))
    assert article.title == STORY["title"]


def test_all_headlines_below_a_label_go():
    first, second, third = STORY["paragraphs"][:3]
    links = ("Harbour concert in the old cellar", "Fish supper on the northern quay")
    article = newsclean.clean("\n\n".join((STORY["title"], first, second, "\n".join(("Don't miss:", *links)), third)))
    assert [p.text for p in article.paragraphs] == [first, second, third]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_below_read_also_goes_where_the_rest_is_sentences(gap):
    first, *others = STORY["paragraphs"]
    link = "Mayor defends the price of a new clock"
    article = newsclean.clean(gap.join((STORY["title"], first, "Read also", link, *others)))
    assert [p.text for p in article.paragraphs] == [first, *others]


def test_a_sub_heading_below_read_also_stays_where_there_are_others():
    first, second, third, *others = STORY["paragraphs"]
    body = [first, "What the harbour master says", second, "Fish supper on the quay", third, *others]
    text = "\n\n".join((STORY["title"], *body[:3], "Read also", *body[3:]))
    assert [p.text for p in newsclean.clean(text).paragraphs] == body


def test_a_line_below_read_also_at_the_very_end_may_be_a_sub_heading():
    heading = "Mayor defends the price of a new clock"
    article = newsclean.clean("\n\n".join((STORY["title"], *STORY["paragraphs"], "Read also", heading)))
    assert article.paragraphs[-1].text == heading


def test_facts_below_a_related_label_stay():
    facts = ["ENGINE: 2.0 liter, four in line", "TORQUE: 151 at 4000", "PRICE AS TESTED: 37,510"]
    article = newsclean.clean("\n\n".join((STORY["title"], *STORY["paragraphs"], "Must read", *facts)))
    assert [p.text for p in article.paragraphs][-3:] == facts


@pytest.mark.parametrize(
    "said",
    [
        '"All rights reserved for the children," said the head of the school.',
        "“Subscribe to our newsletter”, the sign at the gate read.",
        "«Share this with your friends», he wrote.",
    ],
)
def test_what_somebody_says_is_no_prompt(said):
    first, second, *others = STORY["paragraphs"]
    article = newsclean.clean("\n\n".join((STORY["title"], first, second, said, *others)))
    assert said in [p.text for p in article.paragraphs]


def test_a_sentence_between_two_consent_prompts_is_one_of_them():
    prompts = [
        "We use cookies to run this site.",
        "With your consent we would set further cookies to see how readers use our pages.",
        "Accept all cookies",
    ]
    article = newsclean.clean("\n\n".join((*prompts, f"# {STORY['title']}", *STORY["paragraphs"])))
    assert [(r.text, r.kind) for r in article.removed] == [(prompt, "cookie") for prompt in prompts]
    assert [p.text for p in article.paragraphs] == list(STORY["paragraphs"])


@pytest.mark.parametrize(
    "call", ["Continue reading...", "Continue reading…", "Read More »", "Subscribe", "Post a comment"]
)
def test_a_call_behind_a_paragraph_goes(call):
    first, second, *others = STORY["paragraphs"]
    article = newsclean.clean("\n\n".join((STORY["title"], first, f"{second} {call}", *others)))
    assert [p.text for p in article.paragraphs] == STORY["paragraphs"]
    assert (call, "clutter") in [(r.text, r.cleaner) for r in article.removed]


@pytest.mark.parametrize("end", ["Read more.", "He asked them to share", "“Read more”", "Nobody was there to comment"])
def test_words_of_a_call_may_end_a_paragraph(end):
    first, second, *others = STORY["paragraphs"]
    article = newsclean.clean("\n\n".join((STORY["title"], first, f"{second} {end}", *others)))
    assert article.paragraphs[1].text == f"{second} {end}"


PLAYER = ["Play video", "0:00", "02:14", "Mute", "1x", "00:00 / 02:14", "Fullscreen"]


def test_what_a_player_shows_below_its_buttons_goes_with_them():
    story = PROSE["en"][0]
    first, *rest = story["paragraphs"]
    article = newsclean.clean("\n".join((story["title"], first, *PLAYER, *rest)))
    assert [paragraph.text for paragraph in article.paragraphs] == [first, *rest]


def test_times_below_the_text_stay():
    story = PROSE["en"][0]
    lines = ["The runners came in after", "02:14", "02:16", "and that was a record, the board said."]
    text = newsclean.clean("\n".join((story["title"], story["paragraphs"][0], *lines, story["paragraphs"][1]))).text
    assert all(line in text for line in lines)


ANNIVERSARIES = [
    (
        "# YEARS AGO",
        "The quay was built at last.",
        "A swan moved into the town hall.",
        "The ferry was sold for a song.",
    ),
    ("Vor # Jahren", "Der Kai wurde endlich gebaut.", "Ein Schwan zog ins Rathaus.", "Die Fähre kam unter den Hammer."),
    ("Il y a # ans", "Le quai fut enfin bâti.", "Un cygne s'installa à la mairie.", "On vendit le bac pour rien."),
    ("Hace # años", "Por fin se hizo el muelle.", "Un cisne entró en la alcaldía.", "La barca se vendió por nada."),
    ("# jaar geleden", "De kade werd gebouwd.", "Een zwaan trok in het raadhuis.", "De pont werd verkocht."),
    ("# anni fa", "Il molo fu costruito infine.", "Un cigno entrò in municipio.", "Il traghetto fu venduto."),
    ("Há # anos", "O cais foi por fim construído.", "Um cisne entrou na câmara.", "A barca foi vendida por nada."),
]


@pytest.mark.parametrize(("heading", "first", "second", "third"), ANNIVERSARIES)
def test_a_column_of_anniversaries_keeps_its_headings(heading, first, second, third):
    headings = [heading.replace("#", years) for years in ("100", "50", "10")]
    lines = [line for pair in zip(headings, (first, second, third), strict=True) for line in pair]
    article = newsclean.clean("\n\n".join(lines))
    assert [line for line in (article.title, *(p.text for p in article.paragraphs)) if line] == lines


@pytest.mark.parametrize("stamp", ["3 years ago", "10 years ago"])
def test_what_was_some_years_ago_is_a_stamp(stamp):
    lines = [STORY["title"], stamp, *STORY["paragraphs"][:3]]
    assert stamp not in newsclean.clean("\n\n".join(lines)).text


@pytest.mark.parametrize(
    "answers",
    [
        "a) 0\nb) 1\nc) 17\nd) 40",
        "A) 2\nB) 3\nC) 4",
        "(a) no geese\n(b) 3 geese\n(c) 12 geese",
        "(a) 1996\n(b) 1997\n(c) 1998",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_the_third_answer_is_no_copyright(answers, place):
    lines = [*STORY["paragraphs"][:place], "How many were there?", *answers.split("\n"), *STORY["paragraphs"][place:3]]
    text = "\n\n".join(
        (*STORY["paragraphs"][:place], f"How many were there?\n{answers}", *STORY["paragraphs"][place:3])
    )
    assert [line for line in lines if line not in newsclean.clean(text).text] == []


@pytest.mark.parametrize(
    "line", ["(c) 2024 The Wexley Post", "(c) 2024", "(C) The Wexley Post 2024. All rights reserved."]
)
def test_a_copyright_sign_in_brackets(line):
    article = newsclean.clean("\n\n".join((STORY["title"], *STORY["paragraphs"][:4], line)))
    assert [removed.text for removed in article.removed] == [line]


COUNTED = {
    "ru": (
        "Выборы мэра прошли в Ольхове",
        "В воскресенье жители Ольхова выбирали мэра. Явка составила сорок процентов, сообщила избирательная комиссия.",
        "Победителя объявят в среду, сказала председатель комиссии Анна Силва. Новый мэр вступит в должность в июне.",
    ),
    "be": (
        "Гарадскі савет адкрыў новы мост",
        "Гарадскі савет у аўторак адкрыў новы мост, які злучае дзве часткі горада. Будаўніцтва доўжылася два гады.",
        "Па словах мэра, мост пабудаваны за кошт мясцовага бюджэту, і жыхарам стане лягчэй дабірацца да цэнтра.",
    ),
    "ka": (
        "თბილისში ახალი ხიდი გაიხსნა",
        "მერიამ ხუთშაბათს ახალი ხიდი გახსნა, რომელიც ორ უბანს ერთმანეთთან აკავშირებს. მშენებლობა ორი წელი გაგრძელდა.",
        "მერის თქმით, პროექტი ადგილობრივმა ბიუჯეტმა დააფინანსა და მოსახლეობას გადაადგილებას გაუადვილებს.",
    ),
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Просмотры: 345"),
        ("ru", "Количество просмотров: 1 204"),
        ("be", "Прачытана: 345"),
        ("ka", "ნანახია: 345"),
        ("ka", "ნახვა: 1 204"),
    ],
)
def test_how_often_a_page_was_seen_stands_between_paragraphs(language, line):
    title, first, second = COUNTED[language]
    article = newsclean.clean(f"{title}\n\n{first}\n\n{line}\n\n{second}")
    assert [p.text for p in article.paragraphs] == [first, second]
    assert [(removed.kind, removed.text) for removed in article.removed] == [("share", line)]


@pytest.mark.parametrize(
    "rows", [("Голосов: 345", "Бюллетеней: 360"), ("Анна Силва: 12", "Голосов: 345"), ("Просмотры: 345.",)]
)
def test_rows_of_numbers_stay(rows):
    title, first, second = COUNTED["ru"]
    article = newsclean.clean("\n\n".join((title, first, *rows, second)))
    assert [line for line in (first, *rows, second) if line not in article.text] == []


@pytest.mark.parametrize(
    ("box", "goes"),
    [
        ("<div><p>Play video</p><p>Autoplay</p></div>", True),
        ("<div><p>Your browser does not support the video tag.</p><p>00:00 / 02:14</p><p>Autoplay</p></div>", True),
        ("<p>Play video</p><p>Autoplay</p>", False),
        ("<div><p>Autoplay</p></div>", False),
    ],
)
def test_in_a_box_without_running_text_a_players_note_goes_however_sure_a_model_is(box, goes):
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in STORY["paragraphs"])

    def judged(document):
        texts = [document.text(block) for block in document.blocks]
        return [Scores(0.9 if text == "Autoplay" or len(text) > 80 else 0.1) for text in texts]

    pipeline = newsclean.Pipeline.default().replace("content", Content(judged))
    html = f"<html lang=en><body><h1>{STORY['title']}</h1><div>{first}{box}{''.join(rest)}</div>"
    found = [paragraph.text for paragraph in newsclean.clean_html(html, pipeline=pipeline).paragraphs]
    assert ("Autoplay" not in found) == goes


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ('Sign up for our newsletter "The Quay" and get the latest news straight to your inbox each morning.', True),
        ('"Sign up for our newsletter," the board told traders, "or you will never get the latest news."', False),
        ('She asked readers to sign up for our newsletter "The Quay" on Monday, and nobody did before noon.', False),
    ],
)
def test_a_prompt_may_have_a_name_in_quotation_marks(line, goes):
    assert (Reader("en").read(line).clutter == "newsletter") == goes


@pytest.mark.parametrize("sentence", ["She comes twice a week.", "The board pays her twice a week."])
def test_a_short_sentence_needs_more_than_a_prompts_words(sentence):
    text = f"Harbour cats get a vet\n\nThe cats of the harbour have a vet of their own since Monday.\n\n{sentence}"
    assert newsclean.clean(text).text.endswith(sentence)


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Քաղաքի ավագանին երեքշաբթի որոշեց փակել նավահանգստի հին շուկան, քանի որ տանիքն այլևս անվտանգ չէ:", True),
        ("Քաղաքապետը լրագրողներին ասել է. «Շուկան կբացվի գարնանը, երբ բոլոր գերանները փոխված կլինեն նորերով»:", True),
        ("Կիսվել:", False),
        ("The council of the town at the harbour told all traders what it wants to do with the hall:", False),
    ],
)
def test_a_colon_ends_a_sentence_in_armenian(line, ends):
    assert Reader("hy").read(line).ends_sentence == ends


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Alte Fähre soll im Frühjahr verkauft werden »", False),
        ("Alte Fähre soll im Frühjahr verkauft werden →", False),
        ("Der Kapitän nannte sie »die letzte ihrer Art am Fluss«", True),
        ("Le capitaine l’appelait « la dernière du fleuve de Brill »", True),
        ("Die Fähre fährt nicht mehr. Sie soll im Frühjahr verkauft werden →", True),
    ],
)
def test_a_headline_with_an_arrow_behind_it_leads_elsewhere(line, stays):
    paragraphs = PROSE["de"][0]["paragraphs"]
    text = "\n\n".join((PROSE["de"][0]["title"], *paragraphs[:2], line, *paragraphs[2:]))
    judge = Content(lambda page: [Scores(0.7 if page.text(block) == line else 1.0) for block in page.blocks])
    article = newsclean.clean(text, pipeline=newsclean.Pipeline.default().replace("content", judge))
    assert (line.strip(" »→") in article.text) == stays


def test_the_account_and_the_day_of_a_post_are_none_of_a_flat_text():
    paragraphs, line = PROSE["de"][0]["paragraphs"], "— Fähre Brill (@faehrebrill) 3. November 2023"
    article = newsclean.clean("\n\n".join((*paragraphs[:2], line, *paragraphs[2:])))
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs
    assert article.published is None
