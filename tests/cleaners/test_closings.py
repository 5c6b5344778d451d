"""What closes a text and is none of it, and what merely looks so."""

from __future__ import annotations

import pytest
from generators import PROSE

import newsclean
from newsclean.cleaners.content import Content
from newsclean.document import Scores

PARAGRAPHS = list(PROSE["en"][0]["paragraphs"])
TITLE = PROSE["en"][0]["title"]
HEAD = f"{TITLE}\n\nBy Petra Vandenhaag"
BIO = "Petra Vandenhaag covers the harbour for the Courier and wrote a book on its markets."
ASK = "For more information and to see the plans, visit wexley.example/market or write to market@wexley.example."
COMPANY = "Hartwell Pumps makes pumps for hospitals and schools in eleven countries and was founded in 1931."
ABOUT = ["About Hartwell Pumps", COMPANY]


def body(*texts, head=HEAD):
    return [paragraph.text for paragraph in newsclean.clean("\n\n".join((head, *texts))).paragraphs]


TIP = "Seen a mistake? To learn more, write to desk@wexley.example."
REACH = "Karel Ondrich is a reporter for the Courier. He covers the harbour. Reach him at k.ondrich@courier.example."
GIVE = "The Courier is free to read. If you value our work, please consider supporting us with a donation."
FOOT = [
    "Was this email forwarded to you? Sign up here.",
    "You are receiving this email because you opted in at our website.",
    "Our mailing address is:",
    "Wexley Courier",
    "118 Quay Street",
    "Unsubscribe | Update your preferences",
]
LABELLED = "About the author: Petra Vandenhaag covers the harbour and wrote a book on its markets."


ONE_LINE = (
    "About Hartwell Pumps: founded in 1931, it makes pumps for hospitals. For more information: www.hartwell.example"
)


@pytest.mark.parametrize(
    "closing",
    [
        [ONE_LINE], [*ABOUT, ONE_LINE], [LABELLED, ONE_LINE],
        [ASK], ABOUT, [*ABOUT, ASK], [TIP], [LABELLED], [LABELLED, TIP], ["desk@wexley.example"], [REACH],
        [REACH, GIVE], FOOT, FOOT[1:], [REACH, *FOOT],
    ],
)  # fmt: skip
def test_closing_lines_are_removed(closing):
    assert body(*PARAGRAPHS, *closing) == PARAGRAPHS


def test_below_a_companys_own_words_go_those_who_speak_for_it():
    below = [
        "Media contact:",
        "Petra Hall",
        "Head of Press, Hartwell Pumps",
        "press@hartwell.example",
        "+44 20 5550 142",
    ]
    assert body(*PARAGRAPHS, *ABOUT, "\n".join(below)) == PARAGRAPHS
    assert body(*PARAGRAPHS, *ABOUT, "The board meets in May.") == [*PARAGRAPHS, "The board meets in May."]


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("nl", "Over Kade", "Kade maakt pompen voor kanalen en heeft driehonderd mensen in dienst op twee locaties."),
        (
            "ru",
            "О компании Каде",
            "Каде выпускает насосы для каналов и даёт работу тремстам человекам на двух заводах.",
        ),
        (
            "tr",
            "Kade Hakkında",
            "Kade kanallar için pompa üretiyor ve iki tesiste üç yüz kişiye iş veriyor, hepsi kuzeyde.",
        ),
        (
            "pt",
            "Sobre a Rádio Enseada",
            "Criada em 1962, a Rádio Enseada transmite para onze municípios e pertence a uma cooperativa de ouvintes.",
        ),
        (
            "fr",
            "À propos du Phare Breton",
            "Le Phare Breton paraît six jours par semaine et emploie quarante personnes dans deux rédactions.",
        ),
        (
            "ja",
            "カデについて",
            "カデは運河用のポンプを作る会社で、二つの工場に三百人が働いている。詳細は www.kade.example まで。",
        ),
    ],
)
def test_what_companies_say_of_themselves_goes_in_other_languages(language, heading, text):
    story = PROSE[language][0]
    paragraphs = list(story["paragraphs"])
    article = newsclean.clean("\n\n".join((story["title"], *paragraphs, heading, text)))
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("language", "heading", "text", "news", "contact"),
    [
        (
            "pl",
            "O firmie Stary Młyn",
            "Założona w 1931 roku Stary Młyn miele mąkę dla piekarni i zatrudnia czterdzieści osób w dwóch zakładach.",
            "Stary Młyn zamknie w sierpniu zakład w Tarnowcu, poinformował w poniedziałek zarząd spółki.",
            "Więcej informacji: Ewa Kos, media@mlyn.example, tel. 14 555 01 02",
        ),
        (
            "cs",
            "O společnosti Starý Mlýn",
            "Společnost Starý Mlýn mele mouku pro pekárny a ve dvou závodech zaměstnává čtyřicet lidí.",
            "Starý Mlýn zavře na konci srpna závod v Tarnově, oznámilo v pondělí vedení firmy novinářům.",
            "Pro více informací kontaktujte: Eva Kosová, media@mlyn.example, tel. 222 555 010.",
        ),
        (
            "tr",
            "Eski Taş Değirmen Hakkında",
            "1931 yılında kurulan Eski Taş Değirmen, iki tesisinde kırk kişiyle bölgenin fırınlarına un üretiyor.",
            "Eski Taş Değirmen, ağustosta Orlova’daki tesisini kapatacağını pazartesi günü gazetecilere açıkladı.",
            "Ayrıntılı bilgi için: Ayşe Kurt, basin@degirmen.example, tel. 0212 555 01 42.",
        ),
        (
            "ro",
            "Despre Moara Veche",
            "Fondată în 1931, Moara Veche macină făină pentru brutării și are patruzeci de angajați în două secții.",
            "Moara Veche va închide în august secția din Gheorgheni, a anunțat luni conducerea companiei.",
            "Pentru informații suplimentare: Ana Pop, presa@moara.example, tel. 0266 555 010.",
        ),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_company_and_whom_to_ask_with_a_number(language, heading, text, news, contact, above):
    def judge(document):
        return [Scores(float(n > 0), float(n == 0)) for n, _ in enumerate(document.blocks)]

    told = [news, *(f"{news[:-1]} {n}." for n in range(3))]
    closing = (contact, heading, text) if above else (heading, text, contact)
    page = "".join(f"<p>{line}</p>" for line in (*told, *closing))
    pipeline = newsclean.Pipeline.default().replace("content", Content(judge))
    article = newsclean.clean_html(f"<html lang={language}><h1>{news[:30]}</h1>{page}", pipeline=pipeline)
    assert [paragraph.text for paragraph in article.paragraphs] == told


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "About Mira Halden", "In 2019 Mira Halden bought the mill, and she wants to bake there from May on."),
        ("en", "About Mira Halden", "The mill, says Mira Halden, will open in May, and she wants to bake there."),
        ("en", "About Mira Halden", "When nobody answered, said Mira Halden, she broke the lock with her own hammer."),
        ("nl", "Over water", "Water is er in de stad genoeg, zei de wethouder, maar het komt niet waar het nodig is."),
        (
            "ja",
            "価格について",
            "価格はまだ決まっていないが、市の担当者は来月の会議で案を示すと話し、住民の意見も聞くという。",
        ),
    ],
)
def test_the_last_part_of_an_article_may_be_headed_by_what_it_is_about(language, heading, text):
    story = PROSE[language][0]
    article = newsclean.clean("\n\n".join((story["title"], *story["paragraphs"], heading, text)))
    assert text in [paragraph.text for paragraph in article.paragraphs]


def test_what_the_model_is_sure_of_in_flat_text_stays_be_it_on_the_author():
    assert body(*PARAGRAPHS, BIO) == [*PARAGRAPHS, BIO]


def test_those_of_a_page_whose_head_names_the_author():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Petra Vandenhaag"}}</script>'
    )
    text = "".join(f"<p>{line}</p>" for line in (*PARAGRAPHS, BIO, ASK))
    article = newsclean.clean_html(f"<head>{head}</head><body><article><h1>{TITLE}</h1>{text}</article>")
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize(
    "closing",
    [
        "Karel Ondrich covers the harbour for the Courier and wrote a book on its markets.",
        "You are receiving this email because your account was closed, the traders read on Monday morning.",
        "If you value our work, please consider supporting us, the traders had written on a board at the gate.",
        '"The market is yours. If you value our work, please consider supporting us," the traders told visitors.',
        "Karel Ondrich leads the traders. He has sold fish since 1990. Reach him nobody could on Monday.",
        "For more information the traders will have to wait until the board has met again in May.",
        "The board has met. For more information the traders wrote to market@wexley.example on Monday.",
        "About Hartwell Pumps: nobody at the board would say on Monday what its pumps have cost so far.",
        "About Hartwell Pumps: ask the board. The traders, who wrote to press@hartwell.example, heard nothing.",
        "About the price: nobody at the board would say on Monday what the market hall has cost so far.",
        "Petra Vandenhaagen, who leads the traders, said that they would be back in June at the latest.",
    ],
)
def test_other_last_paragraphs_stay(closing):
    assert body(*PARAGRAPHS, closing) == [*PARAGRAPHS, closing]


def test_an_author_of_whom_the_article_speaks_stays():
    spoken = f"“We waited too long,” Vandenhaag said. {PARAGRAPHS[-1]}"
    assert body(*PARAGRAPHS[:-1], spoken, BIO)[-1] == BIO


def test_in_the_midst_of_an_article_they_stay():
    assert body(*PARAGRAPHS[:2], BIO, *PARAGRAPHS[2:]) == [*PARAGRAPHS[:2], BIO, *PARAGRAPHS[2:]]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva covers ports for the Wexley Post. Reach her at ana@wexleypost.example.",
        "Ana Silva is a reporter in Wexley. Follow her on X: @anasilva",
        "Ana Silva writes about the sea. She can be reached at ana@wexleypost.example.",
    ],
)
def test_a_line_on_who_wrote_that_says_how_to_reach_them_goes_also_where_nobody_signs(text):
    paragraphs = PROSE["en"][0]["paragraphs"][:4]
    article = newsclean.clean("\n\n".join((PROSE["en"][0]["title"], *paragraphs, text)))
    assert [p.text for p in article.paragraphs] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva runs the harbour's ferry. She can be reached only by boat.",
        "The harbour opens in May. The office said so on Monday. Reach her at ana@wexleypost.example.",
        "Ana Silva, who runs the ferry, was pleased. The page of the ferry is ferry.example.",
    ],
)
def test_a_last_paragraph_that_says_how_to_reach_nobody_new_stays(text):
    paragraphs = PROSE["en"][0]["paragraphs"][:4]
    article = newsclean.clean("\n\n".join((PROSE["en"][0]["title"], *paragraphs, text)))
    assert [p.text for p in article.paragraphs] == [*paragraphs, text]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("en", "Related topics"),
        ("de", "Schlagwörter"),
        ("ja", "関連タグ"),
        ("ru", "Теги"),
        ("es", "Temas relacionados"),
    ],
)
@pytest.mark.parametrize("below", [(), ("© 2024 Post",)])
def test_a_label_of_tags_below_which_none_stand_goes(code, label, below):
    text = PROSE[code][0]
    article = newsclean.clean("\n\n".join((text["title"], *text["paragraphs"], label, *below)))
    assert [paragraph.text for paragraph in article.paragraphs] == text["paragraphs"]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        (
            "de",
            (
                "Sie erhalten diesen Newsletter auf Wunsch.",
                "Kronfelder Bote, Am Markt 3",
                "Abmelden",
            ),
        ),
        ("fr", ("Vous recevez cet e-mail car vous êtes inscrit.", "Le Courrier, 3 rue du Port", "Se désabonner")),
        ("es", ("Recibes este correo porque te suscribiste.", "La Voz, calle Mayor 3", "Darse de baja")),
        ("ru", ("Вы получили это письмо, потому что подписаны.", "Ольховка, Речная улица, 3", "Отписаться")),
    ],
)
def test_the_foot_of_a_newsletter_goes(code, lines):
    text = PROSE[code][0]
    assert body(*text["paragraphs"], *lines, head=text["title"]) == text["paragraphs"]


NOTES = "The harbour was built in 1931 and is run by a trust of nine towns, which meets in the first week of May."
RELEASES = [
    ("en", ["ENDS", "Notes to editors", NOTES, "Interviews: Ana Silva, 01632 960 114"]),
    ("en", ["-ENDS-", "For further information please contact Ana Silva on 01632 960 114.", *ABOUT, NOTES]),
    ("en", ["# # #", "Media Contact:\nAna Silva\nHead of Press"]),
    ("en", ["-30-", *ABOUT]),
    ("de", ["– Ende –", "Pressekontakt:\nAna Silva\nTelefon 0351 55 01 14", "Der Hafen gehört seit 1931 neun Orten."]),
    ("fr", ["FIN", "Note aux rédactions", "Le port, construit en 1931, appartient à neuf communes de la côte."]),
    ("es", ["###", "Notas para editores:", "El puerto, de 1931, pertenece a nueve municipios de la costa."]),
    ("ru", ["КОНЕЦ", "Контакты для СМИ", "Анна Сильва, тел. 495 555 01 14"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines"), RELEASES)
def test_what_a_press_release_tells_editors_below_its_end_goes(language, lines):
    story = PROSE[language][0]
    article = newsclean.clean("\n\n".join((story["title"], *story["paragraphs"], *lines)))
    assert [paragraph.text for paragraph in article.paragraphs] == story["paragraphs"]


@pytest.mark.parametrize(
    "lines",
    [
        ["ENDS", NOTES],
        ["ENDS", "About forty people came to see the plans, and most of them were against the new bridge."],
        ["***", "Contact with the island was lost at nine in the evening, when the storm had reached the harbour."],
        ["It never ends.", "Contact with the island was lost at nine in the evening, when the storm had reached it."],
    ],
)
def test_an_article_goes_on_below_what_only_may_be_its_end(lines):
    last = "Nobody was hurt, the board said on Friday, and the ferry will sail again in the first week of May."
    assert body(*PARAGRAPHS, *lines, last)[-2:] == [lines[-1], last]


POLICIES = [
    ("it", "Come lavora il Corriere: quello che scriviamo deve essere vero e utile. Leggi di più."),
    ("de", "So arbeitet die Redaktion: Was wir schreiben, muss stimmen und wichtig sein. Mehr dazu hier."),
    ("en", "How we work: what the Courier prints has to be true, and to matter to its town. Read more here."),
    ("fr", "Comment nous travaillons : ce que nous écrivons doit être vrai et utile. En savoir plus."),
    ("nl", "Zo werkt onze redactie: wat wij schrijven moet kloppen en ertoe doen. Lees hier meer."),
]


@pytest.mark.parametrize(("language", "policy"), POLICIES)
def test_how_the_paper_works_is_none_of_the_article(language, policy):
    story = PROSE[language][0]
    article = newsclean.clean("\n\n".join((story["title"], *story["paragraphs"], policy)))
    assert [paragraph.text for paragraph in article.paragraphs] == story["paragraphs"]


@pytest.mark.parametrize(
    "last",
    [
        "How the harbour works is the subject of a book that the board will publish at the end of the year.",
        "“How we work is our own affair. Read more books,” said the harbour master when the board had left the room.",
    ],
)
def test_how_somebody_else_works_is_a_part_of_it(last):
    assert body(*PARAGRAPHS, last) == [*PARAGRAPHS, last]
