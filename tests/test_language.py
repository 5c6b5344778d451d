"""Language detection, on titles of eight words and on bodies."""

from __future__ import annotations

import pytest
from generators import LANGUAGES, PROSE, prose

import newsclean
from newsclean import Pipeline, language
from newsclean.cleaners.detection import Language
from newsclean.language import by_script, detect, langdetect

TITLES = [
    ("en", "Mayor promises new bridge before the next election"),
    ("en", "Why so many farmers are selling their cattle"),
    ("de", "Bürgermeister verspricht neue Brücke noch vor der Wahl"),
    ("de", "Warum immer mehr Bauern ihre Kühe verkaufen müssen"),
    ("fr", "Le maire promet un nouveau pont avant l'élection"),
    ("fr", "Pourquoi tant d'éleveurs vendent leurs vaches cette année"),
    ("es", "El alcalde promete un nuevo puente para mayo"),
    ("es", "Por qué tantos ganaderos venden ya sus vacas"),
    ("pt", "Prefeito promete uma nova ponte antes da eleição"),
    ("pt", "Por que tantos criadores estão vendendo as vacas"),
    ("it", "Il sindaco promette un nuovo ponte per maggio"),
    ("it", "Perché così tanti allevatori vendono le loro mucche"),
    ("nl", "Burgemeester belooft nieuwe brug nog voor de verkiezingen"),
    ("nl", "Waarom steeds meer boeren hun koeien willen verkopen"),
    ("ru", "Мэр обещает построить новый мост ещё до выборов"),
    ("tr", "Belediye başkanı seçimden önce yeni bir köprü istiyor"),
    ("ar", "رئيس البلدية يعد ببناء جسر جديد قبل الانتخابات"),
    ("ja", "市長、選挙の前に新しい橋を架けると約束"),
    ("zh", "市长承诺在选举之前建成一座新的大桥"),
    ("ko", "시장, 선거 전에 새 다리를 놓겠다고 약속"),
    ("pl", "Burmistrz obiecuje nowy most jeszcze przed tymi wyborami"),
    ("uk", "Мер обіцяє збудувати новий міст ще до виборів"),
    ("el", "Ο δήμαρχος υπόσχεται νέα γέφυρα πριν τις εκλογές"),
    ("he", "ראש העיר מבטיח גשר חדש עוד לפני הבחירות"),
]


@pytest.mark.parametrize(("code", "title"), TITLES, ids=[f"{code}-{n}" for n, (code, _) in enumerate(TITLES)])
def test_a_title_of_eight_words(code, title):
    assert detect(title) == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_paragraph(code):
    assert {text: detect(text) for text in prose(code)} == dict.fromkeys(prose(code), code)


@pytest.mark.parametrize("text", ["", " ", "123", "--- !!!", "\x00", "10:30"])
def test_text_without_words_has_no_language(text):
    assert detect(text) is None


def test_script_decides_where_it_can():
    assert [by_script(text) for text in ("市長の約束", "시장", "大桥", "γέφυρα", "Bridge", "мост")] == [
        "ja",
        "ko",
        "zh",
        "el",
        None,
        None,
    ]


def test_langdetect_always_says_the_same():
    answers = {langdetect(title) for _, title in TITLES[2:3] for _ in range(12)}
    assert answers == {"de"}
    assert langdetect("123") is None


def test_another_detector_can_be_put_in():
    pipeline = Pipeline.default().replace("language", Language(detector=lambda _: "nl"))
    assert newsclean.clean(PROSE["de"][0]["paragraphs"][0], pipeline=pipeline).language == "nl"


def test_menus_in_another_language_do_not_count():
    story = PROSE["de"][0]
    menu = "Home\nWorld\nPolitics\nBusiness\nSport\nLog in\nSubscribe\n"
    assert (
        newsclean.clean(f"{menu}\n{story['title']}\n\n{story['paragraphs'][0]}\n\n{story['paragraphs'][1]}").language
        == "de"
    )


def test_langdetect_answers_where_fasttext_is_missing(monkeypatch):
    monkeypatch.setattr(language, "_fasttext", lambda: None)
    assert language.fasttext("Der Rat hat gestern Abend mit großer Mehrheit für die neue Brücke gestimmt.") == "de"
