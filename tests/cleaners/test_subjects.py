"""Articles about newsletters, subscriptions and cookies, whose sentences read like prompts."""

from __future__ import annotations

import pytest

import newsclean

ARTICLES = [
    """Publisher drops paywall after twelve years
The Northern Ledger will take down its paywall in January, its publisher said on Monday.
Readers will no longer need to log in or create an account.
Only nine thousand people had a digital subscription, far fewer than the paper had hoped.
Subscribers will get their money back for the months they have paid in advance.
Those who register for free can save articles and leave comments.
“It was the wrong idea at the wrong time,” said the editor, Ruth Amory.""",
    """Watchdog fines retailer over cookie banners
The data protection authority fined the retailer Marlow & Finch 2.4 million euros on Wednesday.
Its website offered a button to accept all cookies, but none to reject them.
Users had to open the settings and switch off forty-one partners one by one.
The company must change its privacy policy within three months.""",
    """Krant De Vuurtoren stopt met betaalmuur
De regionale krant De Vuurtoren haalt in januari haar betaalmuur weg, maakte de uitgever maandag bekend.
Lezers hoeven dan niet meer in te loggen.
Een abonnement kostte acht euro per maand en was maandelijks opzegbaar.
De nieuwsbrief blijft gratis.
De krant hoopt op meer advertenties.""",
    """Lokalna gazeta stawia na newsletter
Gazeta „Latarnia” przestanie ukazywać się w druku w październiku, poinformował we wtorek wydawca.
Newsletter czyta co rano jedenaście tysięcy osób.
Czytelnicy mogą zapisać się bezpłatnie.
Z subskrypcji można zrezygnować w każdej chwili.""",
    """صحيفة المنارة تلغي الاشتراك المدفوع
أعلنت صحيفة المنارة يوم الثلاثاء أنها ستفتح جميع موادها للقراء مجاناً ابتداء من يناير.
وكان الاشتراك يكلف أربعين درهماً في الشهر.
وسيستعيد المشتركون ما دفعوه مقدماً.
وتبقى النشرة البريدية مجانية.
وقالت رئيسة التحرير هدى السالم إن الصحيفة ستعيش من الإعلانات.""",
]


@pytest.mark.parametrize("text", ARTICLES)
def test_prose_about_what_prompts_speak_of_stays(text):
    title, *paragraphs = text.split("\n")
    article = newsclean.clean("\n\n".join((title, *paragraphs)))
    assert (article.title, [paragraph.text for paragraph in article.paragraphs]) == (title, paragraphs)


@pytest.mark.parametrize(
    "prompt", ["Sign up for our newsletter.", "Subscribe now to read on.", "You can cancel anytime."]
)
def test_prompts_in_other_articles_go(prompt):
    paragraphs = [
        "The ferry to the islands will run all winter, the council decided on Monday after a long debate.",
        "It had stopped each November since the storm of 2011, which broke the pier and sank two of the boats.",
        prompt,
        "The mayor said that the money would come from the harbour fees, which rose by a tenth last year.",
    ]
    article = newsclean.clean("\n\n".join(("Ferry to run all winter", *paragraphs)))
    assert prompt not in article.text
    assert len(article.paragraphs) == len(paragraphs) - 1


def test_a_prompt_that_is_no_sentence_goes_from_any_article():
    title, *paragraphs = ARTICLES[0].split("\n")
    text = "\n\n".join((title, *paragraphs[:3], "Sign up for our newsletter", *paragraphs[3:]))
    assert "Sign up for our newsletter" not in newsclean.clean(text).text


def test_a_last_sentence_in_a_prompt_s_words_stays_in_an_article_about_them():
    paragraphs = [
        "The council of Marlow may no longer ask visitors of its pages to accept cookies, it decided on Monday.",
        "A survey had found that readers clicked the banner away forty times a week.",
        "Advertisers said the rule would cost them six million pounds.",
        "By continuing to browse, you agree to nothing at all, the new page of the council says.",
    ]
    article = newsclean.clean("\n\n".join(("Council bans cookie banners", *paragraphs)))
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs


def test_a_title_in_a_prompt_s_words_stays_also_where_the_model_holds_it_for_body():
    lines = [
        "Village paper ends its newsletter",
        "The Marlow Herald will stop sending its newsletter in May, its editor said on Tuesday.",
        "Some 900 people had subscribed to it, and fewer than 80 opened it.",
        "Sign up for our newsletter, the last issue said, and then unsubscribe.",
    ]
    assert newsclean.clean("\n\n".join(lines)).title == lines[0]


OWN = [
    (
        """Fotografin gewinnt gegen Verlag
Das Gericht in Wexhafen gab am Montag einer Fotografin recht, deren Bilder ein Verlag ohne Erlaubnis gedruckt hatte.
Alle Rechte vorbehalten, so stand es auf der Rückseite jedes Abzugs.
Die Urheberrechte lägen bei ihr, urteilten die Richter, und nicht beim Verlag.
Der Verlag muss 4200 Euro zahlen und das Urteil drucken.""",
        "© 2024 Wexhafener Bote. Alle Rechte vorbehalten.",
    ),
    (
        """Photographer wins against publisher
A court in Marlow ruled on Monday for a photographer whose pictures a publisher had printed without asking her.
All rights reserved, it said on the back of each print.
Copyright lies with her, the judges said, and not with the publisher of the magazine.
The publisher must pay 4,200 pounds and print the ruling.""",
        "Copyright 2024 The Marlow Herald. All rights reserved.",
    ),
]


@pytest.mark.parametrize(("text", "line"), OWN)
def test_a_page_s_own_last_line_goes_also_from_an_article_on_what_it_says(text, line):
    title, *paragraphs = text.split("\n")
    article = newsclean.clean("\n\n".join((title, *paragraphs, line)))
    assert (article.title, [paragraph.text for paragraph in article.paragraphs]) == (title, paragraphs)


CITED = [
    """What the harbour gym does not say aloud
Cancel your subscription anytime, says the poster above the rowing machines.
Ten members told us that it took them two letters and a visit at the counter to be let go.
Longest: 51 days
Shortest: 9 days
The gym in Wexley has promised a button on its page by April, and the council wants to see it work.""",
    """Zwei Knöpfe und ein Gericht
Wir verwenden Cookies, verspricht der meistgelesene Satz des Landes.
Das Gericht in Wexhafen verurteilte am Montag einen Schuhladen, weil auf seiner Seite der zweite Knopf fehlte.
Strafe: 4200 Euro
Der Laden will den Knopf bis zum Sommer nachrüsten, sagte seine Anwältin nach der Verhandlung.""",
    """Le bouton que personne ne voulait
Abonnez-vous à notre newsletter, supplie la page du musée depuis dix ans.
Onze personnes l'ont fait, a reconnu lundi la directrice devant le conseil municipal de Vexel.
Coût: 900 euros
La page sera refaite avant l'été, et le bouton n'y sera plus, a promis la directrice.""",
    """Ett öppet kommentarsfält
"Var först med att kommentera."
Så står det sedan elva år under en film om en get på ett tak, och ingen har ännu skrivit ett ord där.
Filmen lades ut av kommunen i Vexby i maj 2013, och den har setts av fyra personer sedan dess.""",
]


@pytest.mark.parametrize("text", CITED)
def test_a_prompt_that_somebody_cites_is_no_prompt(text):
    title, *paragraphs = text.split("\n")
    article = newsclean.clean("\n\n".join((title, *paragraphs)))
    assert (article.title, [paragraph.text for paragraph in article.paragraphs]) == (title, paragraphs)


def test_an_item_of_an_agenda_leads_to_no_article():
    lines = ["TOP 1: Begrüßung", "TOP 2: Parkbank am Weiher. Vertagt.", "TOP 3: Sonstiges. Keine Wortmeldungen"]
    around = "Der Schriftführer hat das Protokoll vom Montag in Oberwexen ungekürzt veröffentlicht, wie jedes Mal."
    last = "So kurz war seit dem Winter 1953 keine Sitzung des Gemeinderats mehr, sagte der Bürgermeister."
    text = newsclean.clean("\n\n".join(("Protokoll einer kurzen Sitzung", around, *lines, last))).text
    assert all(line in text for line in lines)
