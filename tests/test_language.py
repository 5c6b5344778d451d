"""Language detection, on titles of eight words and on bodies."""

from __future__ import annotations

import re
import sys
import warnings
from functools import cache

import pytest
from generators import LANGUAGES, PROSE, prose

import newsclean
from newsclean import Pipeline
from newsclean.cleaners.detection import Language
from newsclean.language import by_script, detect, detector, eld_cld2, langdetect

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
    ("sk", "Starosta sľubuje nový most ešte pred voľbami"),
    ("sk", "Prečo čoraz viac farmárov predáva svoje kravy"),
    ("sr", "Градоначелник обећава нови мост пре избора"),
    ("sr", "Зашто све више фармера продаје краве"),
    ("sl", "Župan obljublja nov most še pred volitvami"),
    ("sl", "Zakaj vse več kmetov prodaja krave"),
    ("mk", "Градоначалникот ветува нов мост пред изборите"),
    ("mk", "Зошто сè повеќе фармери ги продаваат кравите"),
    ("sq", "Kryetari i bashkisë premton urë të re para zgjedhjeve"),
    ("sq", "Pse gjithnjë e më shumë fermerë po i shesin lopët"),
    ("az", "Mer seçkilərdən əvvəl yeni körpü vəd edir"),
    ("az", "Niyə bu qədər fermer inəklərini satır"),
    ("ca", "L'alcalde promet un nou pont abans de les eleccions"),
    ("ca", "Per què tants ramaders venen les vaques enguany"),
    ("et", "Linnapea lubab enne valimisi uut silda"),
    ("et", "Miks nii paljud põllumehed lehmi müüvad"),
    ("lv", "Mērs sola jaunu tiltu vēl pirms vēlēšanām"),
    ("lv", "Kāpēc tik daudz zemnieku pārdod savas govis"),
    ("lt", "Meras žada naują tiltą dar iki rinkimų"),
    ("lt", "Kodėl tiek daug ūkininkų parduoda savo karves"),
    ("bn", "ভোটের আগে নতুন সেতুর প্রতিশ্রুতি দিলেন মেয়র"),
    ("bn", "কেন এত কৃষক এ বছর গরু বিক্রি করছেন"),
    ("ur", "میئر نے انتخابات سے پہلے نئے پل کا وعدہ کر لیا"),
    ("ur", "اتنے زیادہ کسان اپنی گائیں کیوں بیچ رہے ہیں"),
    ("ms", "Datuk Bandar janji jambatan baharu sebelum pilihan raya"),
    ("ms", "Mengapa begitu ramai penternak menjual lembu mereka"),
    ("tl", "Alkalde, nangako ng bagong tulay bago ang halalan"),
    ("tl", "Bakit napakaraming magsasaka ang nagbebenta ng kanilang baka"),
    ("ta", "தேர்தலுக்கு முன் புதிய பாலம் கட்டப்படும் என மேயர் உறுதி"),
    ("ta", "ஏன் இவ்வளவு விவசாயிகள் மாடுகளை விற்கிறார்கள்"),
    ("af", "Burgemeester belowe nuwe brug nog voor die verkiesing"),
    ("af", "Hoekom soveel boere vanjaar hulle beeste verkoop"),
    ("gl", "O alcalde promete unha nova ponte antes das eleccións"),
    ("gl", "Por que tantos gandeiros venden este ano as súas vacas"),
    ("eu", "Alkateak zubi berria agindu du hauteskundeak baino lehen"),
    ("eu", "Zergatik saltzen dituzte hainbeste abeltzainek behiak"),
    ("hy", "Քաղաքապետը նոր կամուրջ է խոստանում ընտրություններից առաջ"),
    ("hy", "Ինչու են այսքան ֆերմերներ վաճառում իրենց կովերը"),
    ("be", "Мэр абяцае пабудаваць новы мост яшчэ да выбараў"),
    ("be", "Чаму так шмат фермераў прадаюць сваіх кароў"),
    ("ka", "მერი არჩევნებამდე ახალ ხიდს გვპირდება"),
    ("ka", "რატომ ყიდის ამდენი ფერმერი ძროხებს"),
    ("kk", "Мэр сайлауға дейін жаңа көпір салуға уәде берді"),
    ("kk", "Неге көптеген фермерлер сиырларын сатып жатыр"),
    ("uz", "Shahar hokimi saylovgacha yangi ko‘prik qurishga va’da berdi"),
    ("uz", "Nega shuncha ko‘p fermer sigirlarini sotmoqda"),
    ("uz", "Шаҳар ҳокими сайловгача янги кўприк қуришга ваъда берди"),
    ("mr", "निवडणुकीपूर्वी नवा पूल बांधण्याचे महापौरांचे आश्वासन"),
    ("mr", "इतके शेतकरी आपली गुरे का विकत आहेत"),
    ("ne", "चुनावअघि नयाँ पुल बनाउने मेयरको प्रतिबद्धता"),
    ("ne", "किन यति धेरै किसानले गाईवस्तु बेचिरहेका छन्"),
    ("te", "ఎన్నికలకు ముందే కొత్త వంతెన నిర్మిస్తామని మేయర్ హామీ"),
    ("te", "ఇంతమంది రైతులు పశువులను ఎందుకు అమ్ముకుంటున్నారు"),
    ("ml", "തിരഞ്ഞെടുപ്പിന് മുമ്പ് പുതിയ പാലം നിർമിക്കുമെന്ന് മേയർ"),
    ("ml", "എന്തുകൊണ്ടാണ് ഇത്രയധികം കർഷകർ പശുക്കളെ വിൽക്കുന്നത്"),
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
    assert [
        by_script(text) for text in ("市長の約束", "시장", "大桥", "γέφυρα", "ἀρχῇ ἦν ὁ λόγος", "Bridge", "мост")
    ] == [
        "ja",
        "ko",
        "zh",
        "el",
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


ODD = [
    "",
    "\x00",
    "123",
    "\ud800",
    "\ud800 x",
    "a\x00b",
    "\uffff\ufdd0 abc",
    "\u0378",
    "\x7f\x80 le pont",
    "ʼʼʼʼ",
    "a" * 9999,
    "aeTweeEmai",
]


@pytest.mark.parametrize("detector", [eld_cld2, langdetect])
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_no_text_is_too_odd(detector, text):
    for found in (detector(text), detect(text, detector)):
        assert found is None or re.fullmatch("[a-z]{2}", found)


def test_what_a_control_stands_before_counts():
    assert eld_cld2("x\x00 Der Rat hat gestern für die Brücke gestimmt.") == "de"


@pytest.mark.parametrize(
    ("found", "code"),
    [
        *[("zh-cn", "zh"), ("zh_Hant", "zh"), ("NB", "no"), ("nn", "no"), ("iw", "he"), ("gsw", "de"), ("pt-BR", "pt")],
        *[("ceb", None), ("als", None), ("un", None), ("", None), (None, None), ("deutsch", None), ("sh", None)],
    ],
)
def test_a_language_is_a_code_of_iso_639_1(found, code):
    assert detect(f"Some words that nobody looks at, {found}", lambda _: found) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "Pemerintah naikkan gaji guru mulai Januari"),
        ("lb", "D'Regierung hëlt d'Paie vun den Enseignanten erop"),
        ("sw", "Serikali kuongeza mishahara ya walimu kuanzia Januari"),
        ("no", "Regjeringa aukar lønene til lærarane frå nyttår"),
    ],
)
def test_languages_that_eld_does_not_know(code, text):
    pytest.importorskip("eldc")
    pytest.importorskip("pycld2")
    assert eld_cld2(text) == code


def test_names_in_a_headline_of_which_eld_is_not_sure():
    pytest.importorskip("eldc")
    pytest.importorskip("pycld2")
    assert eld_cld2("Kim Jong-un-Putin rapprochement worries Japan") == "en"


@pytest.mark.parametrize("missing", ["eldc", "pycld2"])
def test_langdetect_answers_where_a_detector_cannot_be_loaded(missing, monkeypatch):
    pytest.importorskip("eldc")
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(detector, "_eld_cld2", cache(detector._eld_cld2.__wrapped__))
    text = "Der Rat hat gestern Abend mit großer Mehrheit für die neue Brücke gestimmt."
    with pytest.warns(RuntimeWarning, match=f"{missing}.*pip install"):
        assert eld_cld2(text) == "de"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert eld_cld2(text) == "de"


def test_what_others_set_for_langdetect_and_eld_stays_and_does_not_count(monkeypatch):
    eldc = pytest.importorskip("eldc")
    from langdetect import DetectorFactory

    monkeypatch.setattr(DetectorFactory, "seed", 7)
    monkeypatch.setattr(detector, "_eld_cld2", cache(detector._eld_cld2.__wrapped__))
    monkeypatch.setattr(detector, "_langdetect", cache(detector._langdetect.__wrapped__))
    text = "Der Rat hat gestern Abend mit großer Mehrheit für die neue Brücke gestimmt."
    eldc.init()
    eldc.set_languages(["en", "fr"])
    try:
        assert (eld_cld2(text), langdetect(text), eldc.detect(text) in {"en", "fr", "und"}) == ("de", "de", True)
    finally:
        eldc.set_languages([])
    assert DetectorFactory.seed == 7
