"""The lexicon: what its files must hold, what it must not hit, and what a look-up costs."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from generators import LANGUAGES, PROSE, prose
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean import lexicon
from newsclean.language.line import Reading
from newsclean.lexicon import Lexicon, languages, load, phrases
from newsclean.lexicon.categories import KINDS
from newsclean.lexicon.words import spans, words

#: Lists that may hold marks, and lists in which folding would make one of two words ("ее", "её"; "thứ 2", "thứ 3";
#: "yil", "-yil").
_MARKS = {("bylines", "joiners"), ("ends", "marks")}
_AS_WRITTEN = {
    *_MARKS, ("datelines", "agencies"), ("function_words",), ("dates", "weekdays"), ("dates", "years"),
    ("bylines", "pen_names"),
}  # fmt: skip
#: Of the seeds and of issue 2.
WANTED = {"en", "es", "de", "fr", "pt", "it", "nl", "ru", "tr", "ar", "ja", "zh", "ko"}

HEADLINES = {
    "en": [
        "Police share pictures of stolen boat",
        "More people read on paper again",
        "Council to print fewer letters",
        "Save the bees, says minister",
    ],
    "de": ["Stadt teilt Wohnungen neu auf", "Mehr Kinder lesen wieder Bücher", "Drucker streiken für höheren Lohn"],
    "fr": ["Le maire partage son bureau avec l'opposition", "Lire fait vivre plus longtemps, selon une étude"],
    "es": ["El alcalde comparte despacho con la oposición", "Leer más alarga la vida, según un estudio"],
    "pt": ["Prefeito partilha gabinete com a oposição", "Ler mais prolonga a vida, diz estudo"],
    "it": ["Il sindaco condivide l'ufficio con l'opposizione", "Leggere allunga la vita, dice uno studio"],
    "nl": ["Burgemeester deelt kantoor met oppositie", "Lezen verlengt het leven, zegt onderzoek"],
    "ru": ["Мэр разделит кабинет с оппозицией", "Чтение продлевает жизнь, считают учёные"],
    "tr": ["Başkan odasını muhalefetle paylaşacak", "Okumak ömrü uzatıyor, diyor araştırma"],
    "ar": ["رئيس البلدية يتقاسم مكتبه مع المعارضة", "القراءة تطيل العمر بحسب دراسة"],
    "ja": ["市長、野党と部屋を分け合う", "本を読む人は長生きと調査"],
    "zh": ["市长与反对派共用办公室", "研究称读书使人长寿"],
    "ko": ["시장, 야당과 사무실 함께 쓴다", "책 읽는 사람이 오래 산다는 조사"],
}


def lists(data, path=()):
    for key, value in data.items():
        if isinstance(value, dict):
            yield from lists(value, (*path, key))
        elif isinstance(value, tuple):
            yield (*path, key), value


def test_the_languages():
    assert len(languages()) >= 25
    assert set(languages()) >= WANTED
    assert all(re.fullmatch("[a-z]{2}", code) for code in languages())


def test_an_unknown_language_is_named():
    with pytest.raises(ValueError, match="'xx'"):
        load("xx")


@pytest.mark.parametrize("code", languages())
def test_what_is_no_list_of_phrases(code):
    data = load(code)
    assert data["code"] == code
    assert data["name"][0].isupper()
    assert len(data["function_words"]) >= 50
    assert data["dates"]["order"] in {"dmy", "mdy", "ymd"}


@pytest.mark.parametrize("code", languages())
def test_twelve_months_each_with_a_name(code):
    months = load(code)["dates"]["months"]
    assert len(months) == 12
    forms = [form.casefold() for month in months for form in month]
    assert all(forms)
    assert all(months)
    assert len({form.casefold() for month in months for form in set(month)}) == len(
        {(n, f.casefold()) for n, m in enumerate(months) for f in m}
    )


@pytest.mark.parametrize("code", languages())
def test_entries_are_strings_with_something_in_them(code):
    for path, entries in lists(load(code)):
        if path == ("dates", "months"):
            continue
        for entry in entries:
            assert isinstance(entry, str), path
            assert entry == entry.strip() != "", path
            assert path in _MARKS or words(entry) or "#" in entry, (path, entry)


@pytest.mark.parametrize("code", languages())
def test_no_phrase_stands_twice_in_a_list(code):
    twice = []
    for path, entries in lists(load(code)):
        if path == ("dates", "months"):
            continue
        if path in _AS_WRITTEN:
            assert len(entries) == len(set(entries)), path
            continue
        seen = {}
        for entry in entries:
            # To the content model "ʼ" is a letter: it needs both "'n" and "ʼn".
            told = entry.replace("#", " 0 ").replace("*", " starstar ").replace("ʼ", " apostrophe ")
            key = " ".join(words(told))
            if key in seen:
                twice.append((".".join(path), seen[key], entry))
            seen[key] = entry
    assert not twice


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("o{}qing", ("o", "qing")),
        ("O{}zbekiston yoʻli", ("o", "zbekiston", "yo", "li")),
        ("п{}ять", ("п", "ять")),
        ("{}n man", ("n", "man")),
    ],
)
@pytest.mark.parametrize("apostrophe", "'‘’ʻʼ")
def test_apostrophes_part_words_whichever_they_are(text, told, apostrophe):
    spelt = text.format(apostrophe)
    assert words(spelt) == told
    assert tuple(spelt[start:end].lower() for start, end in spans(spelt)) == told


def test_a_letter_with_its_apostrophe_is_the_letter():
    assert words("ŉ Man") == words("'n man")
    assert len(list(spans("ŉ Man"))) == len(words("ŉ Man"))


@pytest.mark.parametrize("apostrophe", "'‘’ʻʼ")
def test_a_prompt_is_known_with_any_apostrophe(apostrophe):
    assert Reading(f"Ko{apostrophe}proq o{apostrophe}qing", Lexicon.of("uz")).clutter == "related"


@pytest.mark.parametrize("code", languages())
def test_wildcards_stand_beside_words(code):
    for category, phrase in phrases(load(code)):
        if category != "ends.marks":
            assert "**" not in phrase, (category, phrase)
            assert phrase.replace("*", "").strip(), (category, phrase)


def clutter_hits(code, text):
    """Openings and signs of clutter that stand in a text."""
    found = Lexicon.of(code).find(words(text))
    tokens = words(text)
    return [
        (hit.category, " ".join(tokens[hit.start : hit.end]))
        for hit in found
        if hit.category.partition(".")[0] in KINDS
        and (hit.category.endswith((".signs", ".truncated")) or (hit.start == 0 and hit.category.endswith(".openings")))
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_openings_and_signs_do_not_hit_prose(code):
    hits = []
    for paragraph in prose(code):
        for sentence in re.split(r"(?<=[.!?。！？])\s*", paragraph):
            hits += [(hit, sentence) for hit in clutter_hits(code, sentence)]
    assert not hits


@pytest.mark.parametrize("code", LANGUAGES)
def test_openings_and_signs_do_not_hit_headlines(code):
    titles = [text for story in PROSE[code] for text in (story["title"], story["deck"])]
    assert not [(hit, text) for text in (*titles, *HEADLINES[code]) for hit in clutter_hits(code, text)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_headlines_and_prose_are_no_clutter(code):
    titles = [story["title"] for story in PROSE[code]]
    for text in (*titles, *HEADLINES[code], *prose(code)):
        assert Reading(text, Lexicon.of(code)).clutter == "", text


class CountingTable(dict):
    """A table of phrases that counts how often it is looked into."""

    steps = 0

    def get(self, key, default=None):
        CountingTable.steps += 1
        return super().get(key, default)

    def __contains__(self, key):
        CountingTable.steps += 1
        return super().__contains__(key)


def lexicon_of(entries):
    known, gapped, endings = lexicon.gathered(("share.whole", entry, "en") for entry in entries)
    own = Lexicon(frozenset({"en"}))
    own._known, own._gapped, own._endings = CountingTable(known), gapped, endings
    return own


def steps(own, text):
    CountingTable.steps = 0
    own.find(words(text))
    return CountingTable.steps


def test_looking_up_costs_no_more_as_the_lists_grow():
    few = ["share this article", "print", "copy the link", "more from *"]
    letters = "abcdefghijklmnopqrst"
    many = few + [f"{a}{b}{c} {c}{a} {b}{d}" for a in letters for b in letters for c in letters for d in "xyz"]
    text = "Share this article, print it, or copy the link: more from the bridge. abc ca bx " * 20
    assert steps(lexicon_of(few), text) > 0
    assert steps(lexicon_of(many), text) <= 2 * steps(lexicon_of(few), text)


def test_looking_up_is_linear_in_the_line():
    own = lexicon_of(["more from *", "* of the *", "a * b * c", "share", "# comments"])
    line = "more from a b of the c a x b y c 12 comments share "
    once = steps(own, line * 20)
    assert once > 0
    assert steps(own, line * 80) <= 4.2 * once


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ShareTweetEmail", "share.whole"),
        ("PARTAGER", "share.whole"),
        ("Teilen", "share.whole"),
        ("Ｓｈａｒｅ", "share.whole"),
        ("広告", "advert.whole"),
        ("관련기사", "related.whole"),
        ("Реклама", "advert.whole"),
        ("12 comments", "comments.whole"),
    ],
)
def test_spelling_does_not_matter(text, category):
    assert category in {hit.category for hit in Lexicon.of(None).find(words(text))}


@pytest.mark.parametrize("text", ["Share \u0640 on Facebook", "\u0640", "Read \u0640\u064b also"])
def test_a_letter_that_folds_to_nothing_does_no_harm(text):
    assert "" in words(text)
    assert all(hit.end <= len(words(text)) for hit in Lexicon.of(None).find(words(text)))
    assert newsclean.clean(text).source == text


def test_a_hit_says_where_it_stands():
    hits = Lexicon.of("en").find(words("Please share this article"))
    assert (1, 4, "share.whole") in {(hit.start, hit.end, hit.category) for hit in hits}


def test_only_the_documents_language_and_english_hold():
    assert not [
        h for h in Lexicon.of("es").find(words("Lesen Sie auch: Der Markt")) if h.category == "related.openings"
    ]
    assert [h for h in Lexicon.of("de").find(words("Lesen Sie auch: Der Markt")) if h.category == "related.openings"]


def test_an_unknown_language_means_all_of_them():
    assert list(islice(Lexicon.of("xx").tables(), 100)) == [load(code) for code in languages()]


@given(st.text(st.sampled_from("abAB01.,:{}_' "), max_size=30))
def test_the_words_of_ascii_text_are_those_it_has_among_others(text):
    assert words(text) == words(f"{text} é")[:-1]


@pytest.mark.parametrize("first", ["hits", "opening"])
@pytest.mark.parametrize("code", ["en", "ja", "de"])
@pytest.mark.parametrize("times", [1, 3])
def test_the_opening_is_all_that_is_found_at_the_start(code, first, times):
    lexicon = Lexicon.of(code)
    known = [
        phrase.replace("*", "Ana Silva").replace("#", "12") for _, phrase in islice(phrases(load(code)), 0, None, 9)
    ]
    found = 0
    for phrase in known:
        reading = Reading(f"{phrase} {'. '.join(HEADLINES[code])} {phrase} " * times, lexicon)
        getattr(reading, first)
        assert reading.opening == tuple(hit for hit in reading.hits if hit.start == 0)
        found += len(reading.opening)
    assert found > len(known) / 2
