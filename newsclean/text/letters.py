"""The letters languages are written in, and what no sound text has: how to tell that a text was decoded wrongly."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import regex

from newsclean.language import detect
from newsclean.lexicon.characters import HANGUL

#: The letters beyond ASCII of each language, in small letters, as in a class of a pattern.
_ALPHABETS = {
    "af": "áéèêëíîïóôúû", "ar": "\u0610-\u06ff", "az": "çəğıöşü", "be": "а-яёіў", "bg": "а-ъьюяѝ",
    "bn": "\u0980-\u09ff", "bs": "ćčđšž", "ca": "àçèéíïòóúü", "cs": "áčďéěíňóřšťúůýž", "cy": "áâäêëéîïôöŵûŷ",
    "da": "åæøéáó", "de": "äöüßéà", "el": "ά-ώΐΰ", "en": "éèêëïöüçñáóíâôàäåø", "eo": "ĉĝĥĵŝŭ", "es": "áéíñóúü",
    "et": "äöüõšž", "eu": "çñü", "fa": "\u0610-\u06ff", "fi": "äöåšžé", "fr": "àâæçèéêëîïôœùûüÿ", "ga": "áéíóú",
    "gl": "áéíïñóúü", "he": "\u05b0-\u05ea", "hi": "\u0900-\u097f", "hr": "ćčđšž", "hu": "áéíóöőúüű", "hy": "ա-և",
    "id": "éèê", "is": "áðéíóúýþæö", "it": "àèéìíîòóùú", "ja": "\u3040-\u30ff\u4e00-\u9fff々ー\uff66-\uff9f",
    "ka": "ა-ჿ", "kk": "а-яёіғқңәөұүһ", "ko": "\uac00-\ud7a3\u4e00-\u9fff", "lb": "äéëèêöüâîôûçï", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņōŗšūž", "mk": "а-зијк-ччшѓќѕљњџѐѝ", "ml": "\u0d00-\u0d7f", "mr": "\u0900-\u097f", "ms": "éèê",
    "mt": "ċġħż", "ne": "\u0900-\u097f", "nl": "áéèêëïíóöüàç", "no": "åæøéèêóòôäö", "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõúü", "ro": "ăâîşţșț", "ru": "а-яё", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšžćđ", "sq": "çë",
    "sr": "а-ичшђјљњћџк-цžćčđš", "sv": "åäöéàü", "sw": "éâ", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f",
    "th": "\u0e00-\u0e5b", "tl": "àáâèéêìíîñòóôùúû", "tr": "çğıöşüâîû", "uk": "а-щьюяєіїґ", "ur": "\u0610-\u06ff",
    "uz": "ʻʼа-яёғқўҳ", "vi": "àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ\u0300-\u0323", "zh": "\u3400-\u9fff",
}  # fmt: skip
#: Control characters and marks of damage; words of two scripts; capitals within a word; marks within a word, and
#: those that no text is full of.
_ODD = regex.compile(
    r"[\x80-\x9f\ufffd\p{Co}\p{Cn}\u2500-\u25a0\u2320\u2321\u25ca\u05c0¤¦¬\xad¯¸¨]"
    r"|(?<=\p{Latin})[[\p{L}\p{M}]--\p{Latin}--\p{Inherited}--\p{Common}]|(?<=[[\p{L}\p{M}]--\p{Latin}--\p{Inherited}--\p{Common}])\p{Latin}"
    r"|(?<=\p{L})[\p{Sm}--[\x00-\x7f]]|[\p{Sm}--[\x00-\x7f]](?=\p{L})"
    r"|(?<=\p{Cyrillic})[\p{Greek}\p{Hebrew}\p{Arabic}\p{Thai}]|(?<=[\p{Greek}\p{Hebrew}\p{Arabic}\p{Thai}])\p{Cyrillic}"
    r"|(?<=\p{Ll})\p{Lu}|(?<=(?<!\p{L})\p{Lu})\p{Lu}(?=\p{Ll})"
    r"|(?<=\p{L})[[\p{S}\p{No}\p{P}]--[\x00-\x7f\p{Pd}’‘ʼ·״׳،。、，・：；՛՜՞՝「」『』（）《》〈〉！？…]](?=[\p{L}])"
    r"|[®¹²³±¶µ¬¼½¾ºª°](?=\p{Ll})|(?<![\p{L}\p{N}])[’\u1fbd](?=\p{Greek})"
    r"|(?<=[–—])[^\x00-\x7f](?=[–—])|(?<!\p{Hebrew})[\u05b0-\u05bd\u05bf\u05c1\u05c2]|[†‡](?=[^\x00-\x7f])"
    r"|(?<=\p{L})[\p{Sc}--[\x00-\x7f]]|[\p{Sc}--[\x00-\x7f]](?=\p{L}\p{L}\p{L})|(?<=\p{Latin})[\u064b-\u0652]"
    r"|[‘’‚”†‡‰](?=\p{Cyrillic})|(?<=\p{L})[„‚†‡‰]|(?<!\S)[„‚‘†‡](?!\S)",
    regex.V1,
)
#: What texts are made of: letters of the living scripts, digits, white space and common marks.
COMMON = re.compile(
    "[\t\n\r -~\xa0-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0259\u0300-\u0323\u0370-\u058f"
    "\u0591-\u05ff\u0606-\u06ff\u0900-\u0dff\u0e00-\u0e5b\u10a0-\u10ff\u1e9e\u1ea0-\u1ef9\u200b-\u200f\u2010-\u2027\u2030\u2032\u2033"
    "\u2039\u203a\u20a0-\u20bf\u2116\u2122\u3000-\u3011\u3014\u3015\u3040-\u30ff\uff01-\uff9f\ufeff]"
)
#: Larger alphabets are those of ideographs and syllables.
_LARGE = 300
#: Words in which small letters and capitals have changed places.
_TURNED = re.compile("[а-яё][А-ЯЁ]")
_HANGUL = re.compile(f"[{HANGUL}]")
#: A letter beyond ASCII.
LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
#: How much it counts where a letter is not one of the language's, and where one stands oddly.
_FOREIGN, _LEAST, _STRANGE = 4, 0.1, 6
#: The share that is assumed of a language whose letters are not known here.
_UNKNOWN = 0.9
#: No language has more letters with marks among its Latin ones.
_MOST_ACCENTED = 0.5
_LATIN, _ACCENTED = re.compile("[a-zA-Z\xc0-\u024f\u1e00-\u1eff]"), re.compile("[\xc0-\u024f\u1e00-\u1eff]")
#: A text with more letters of its language is sound.
_SOUND, _MOST_ODD = 0.95, 0.02


def oddities(text: str) -> int:
    """How many characters stand where no sound text has them."""
    syllables = "".join(_HANGUL.findall(text))
    return len(_ODD.findall(text)) + rare(syllables)


def rare(syllables: str) -> int:
    """How many of some Korean syllables are hardly in any word: those that the codec spells out in eight bytes."""
    return (len(syllables.encode("euc_kr")) - 2 * len(syllables)) // 6


def in_alphabet(text: str, language: str | None) -> float:
    """The share of a text's letters beyond ASCII that its language is written with; 1 where there is no such letter."""
    letters = LETTER.findall(text.lower())
    alphabet = _ALPHABETS.get(language or "")
    if not letters:
        return 1.0
    if alphabet is None:
        return _UNKNOWN
    return len(_alphabet(alphabet).findall("".join(letters))) / len(letters)


def plausible(text: str) -> float:
    """How well a text reads that may have been decoded wrongly, 0 to 1."""
    beyond = sum(c > "\x7f" for c in text)
    if not beyond:
        return 1.0
    if len(_ACCENTED.findall(text)) > _MOST_ACCENTED * len(_LATIN.findall(text)) + 1:
        return 0.0
    fits = max(_LEAST, 1 - _FOREIGN * (1 - in_alphabet(text, detect(text))))
    return fits * max(0.0, 1 - _STRANGE * oddities(text) / beyond)


def sound(text: str) -> bool:
    """Whether a text's letters are those of its language, with capitals where they belong."""
    found = LETTER.findall(text)
    return len(_TURNED.findall(text)) <= _MOST_ODD * len(found) and in_alphabet(text, detect(text)) >= _SOUND


def written_in_one(characters: set[str]) -> bool:
    """Whether there is a language that has all letters among some characters."""
    letters = "".join(filter(str.isalpha, characters)).lower()
    return any(alphabet.fullmatch(letters) for alphabet in _alphabets())


def foreign(text: str) -> int:
    """How many letters beyond ASCII are not in the one alphabet that has most of them."""
    letters = Counter(LETTER.findall(text.lower()))
    each = "".join(letters)
    return letters.total() - max(sum(letters[c] for c in "".join(a.findall(each))) for a in _alphabets())


def letters() -> frozenset[str]:
    """The letters beyond ASCII of all languages that are no ideographs or syllables."""
    every = "".join(map(chr, range(0xA0, 0xD800)))
    found = ("".join(alphabet.findall(every)) for alphabet in _alphabets())
    return frozenset("".join(alphabet for alphabet in found if len(alphabet) < _LARGE))


@cache
def _alphabets() -> tuple[re.Pattern[str], ...]:
    """What matches letters of one language, for each language: those of a wrongly decoded text hardly are of one."""
    # No sets: the garbage collector would look at each of a hundred thousand ideographs and syllables.
    return tuple(re.compile(f"[{letters}]*+") for letters in _ALPHABETS.values())


@cache
def _alphabet(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")
