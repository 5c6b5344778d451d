"""Which language a text is in, behind one small protocol."""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Detector(Protocol):
    """Anything hashable that names a text's language."""

    def __hash__(self) -> int:
        """Detectors are told apart in a cache."""

    def __call__(self, text: str) -> str | None:
        """Return the ISO 639-1 code of the text's language, or `None`."""


#: Scripts that only one language of the lexicon is written in, most telling first, and the share of a text's letters
#: that tells: kana among ideographs make a text Japanese long before they are the majority.
_SCRIPTS = (
    ("ja", r"[\p{Hiragana}\p{Katakana}ー]", 0.12),
    ("ko", r"\p{Hangul}", 0.3),
    ("zh", r"\p{Han}", 0.3),
    ("el", r"\p{Greek}", 0.5),
    ("he", r"\p{Hebrew}", 0.5),
    ("th", r"\p{Thai}", 0.5),
)
_LETTER = re.compile(r"[^\W\d_]")
#: A text without any is in none of those scripts; all but Latin letters, signs, and punctuation.
_OTHER_SCRIPT = re.compile(r"[^\x00-\u036f\u2000-\u2125\u2127-\u2e7f]")
#: Codes that say the same as another of ISO 639-1, retired ones, and languages that one of ISO 639-1 includes.
_ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jw": "jv",
    "mo": "ro",
    "fil": "tl",
    "cmn": "zh",
    "yue": "zh",
    "gsw": "de",
}
#: Two letters that are no language of ISO 639-1 (any more), but that detectors give.
_NONE = frozenset({"bh", "sh", "un", "xx", "zz"})
#: Scores of ELD (0 to 1) that lie so near tell two languages hardly apart.
_CLOSE = 0.1
_SAMPLE = 1200


@cache
def _scripts() -> tuple[tuple[str, Callable[[str], list[str]], float], ...]:
    # `re` knows no scripts. Only text that is not ASCII needs them: `import newsclean` does not wait for it.
    import regex  # noqa: PLC0415

    return tuple((language, regex.compile(pattern).findall, share) for language, pattern, share in _SCRIPTS)


@cache
def _odd() -> Callable[[str, str], str]:
    import regex  # noqa: PLC0415

    # What encoders and C strings stumble over: controls, lone surrogates, what Unicode has not assigned.
    sub: Callable[[str, str], str] = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\p{Cn}]+").sub
    return sub


def _plain(text: str) -> str:
    return text if text.isprintable() else _odd()(" ", text)


def by_script(text: str) -> str | None:
    """The language, where the script alone tells it."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return None
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    for language, found, share in _scripts():
        if len(found(text)) >= share * letters:
            return language
    return None


def eld_cld2(text: str) -> str | None:
    """Detect with ELD, and with CLD2 for languages that ELD does not know or hardly tells apart: the default.

    Together they are right more often than langdetect, and several hundred times as fast (figures:
    `docs/measured.md`). Where one of them cannot be loaded, a warning says so once, and langdetect answers.
    """
    loaded = _eld_cld2()
    if loaded is None:
        return langdetect(text)
    eld, known, cld2 = loaded
    text = _plain(text)
    sure, found = cld2(text), eld(text)
    if sure and (sure not in known or found.scores.get(sure, 0) >= max(found.scores.values(), default=0) - _CLOSE):
        return sure
    return _code(found.language)


@cache
def _eld_cld2() -> tuple[Callable[[str], Any], frozenset[str], Callable[[str], str | None]] | None:
    try:
        import eldc  # noqa: PLC0415
        import pycld2  # noqa: PLC0415

        eldc.init()
        # One of our own: what others set for all of eldc does not count here.
        eld = eldc.instance()
        eld.set_languages([])
        eld.set_scheme("iso639-1")
        known = frozenset(eldc.LANGUAGES)
    except Exception as error:  # noqa: BLE001 - whatever keeps them from loading, another detector answers
        warnings.warn(
            f"newsclean detects languages with langdetect, slower and less surely, as ELD and CLD2 cannot be loaded "
            f"({error}); to have them: pip install eldc pycld2 (where there is no wheel, with a C++ compiler)",
            RuntimeWarning,
            stacklevel=3,
        )
        return None

    def cld2(text: str) -> str | None:
        try:
            sure, _, found = pycld2.detect(text)
        except pycld2.error:
            return None
        return _code(found[0][1]) if sure else None

    return eld.detect_details, known, cld2


def langdetect(text: str) -> str | None:
    """Detect with langdetect, seeded: the same text always gives the same answer."""
    factory, error = _langdetect()
    detector = factory.create()
    detector.seed = 0
    detector.append(_plain(text))
    try:
        return _code(detector.detect())
    except error:
        return None


@cache
def _langdetect() -> tuple[Any, type[Exception]]:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    # One of our own: the one that langdetect's functions share stays as it is.
    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory, LangDetectException


def _code(found: str | None) -> str | None:
    """What a detector found, as a code of ISO 639-1; `None` where there is none."""
    code = re.split(r"[-_]", (found or "").strip().lower(), maxsplit=1)[0]
    code = _ALIASES.get(code, code)
    return code if len(code) == 2 and code.isascii() and code.isalpha() and code not in _NONE else None  # noqa: PLR2004


@lru_cache(maxsize=1 << 10)
def detect(text: str, detector: Detector = eld_cld2) -> str | None:
    """The ISO 639-1 code of a text's language, or `None` where it has no words.

    Script decides where it can; the detector does the rest. Norwegian is `no` in both its forms; a region or script
    behind a code does not count (`zh-TW` is `zh`), and a language without a code of two letters is `None`.
    """
    sample = " ".join(text[:_SAMPLE].split())
    if not _LETTER.search(sample):
        return None
    return by_script(sample) or _code(detector(sample))
