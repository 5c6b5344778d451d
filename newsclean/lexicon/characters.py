"""Characters by what they do in a text, whatever the script: each set once.

They are strings, so that they stand in a pattern's brackets (`[{SPACED_STOPS}]`), are stripped, or made a set of. A
hyphen is always the last of its set; in a pattern it has to be the last of all. What a module has for itself is built
from these where it is used, which shows what differs. The content models have sets of their own, in
`newsclean/model/characters.py`: they are a part of the weights.
"""

from __future__ import annotations

# Stops.

#: Armenian's mark behind a label also sets off words in a sentence.
COLONS = ":：՝"
WIDE_COMMAS = "，、"
COMMAS = f",،{WIDE_COMMAS}"
#: What stands between the steps of the way to a page.
STEPS = ">›»→"
FULL_STOPS = ".。।۔։"
QUESTION_MARKS = "?？؟"
#: A headline may end in them.
CRIES = f"{QUESTION_MARKS}!！"
#: What sentences end in where a space stands behind, and in scripts that set none.
SPACED_STOPS = ".!?…؟।։"
UNSPACED_STOPS = "。！？"
SENTENCE_STOPS = f"{SPACED_STOPS}{UNSPACED_STOPS}॥۔።‥｡"

# Quotation marks.

DOUBLE_QUOTES = '"“”„«»'
OPENING_QUOTES = "\"“„«'‘"
CLOSING_QUOTES = "\"'”’»"
#: What may stand behind a sentence's stop: quotation marks, brackets, emphasis in Markdown.
CLOSERS = f"{CLOSING_QUOTES}›“„)]}}」』】）〉》＂ *_"

# Marks of lists.

#: Dashes, and the hyphen that stands for one.
DASHES = "–—-"
#: Bullets that need no space behind to be one.
BULLETS = "•‣◦▪●○·"
#: Those that need one.
SPACED_BULLETS = f"*+{DASHES}"

#: Control characters but those that are white space, and halves of surrogate pairs, as ranges.
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"

# Scripts, as ranges.

HAN = "\u4e00-\u9fff"
#: With the mark that repeats one: 佐々木.
HAN_NAMES = f"{HAN}\u3005"
KANA = "\u3040-\u30ff"
#: With the rarer ideographs between them.
KANA_AND_HAN = "\u3040-\u9fff"
HANGUL = "\uac00-\ud7a3"
#: The letters of Hangul that syllables come apart into where a text is decomposed (NFD).
JAMO = "\u1100-\u11ff"
#: The first character of East Asia's scripts, which stand behind all others with spaces between words.
FIRST_WIDE = "\u2e80"
#: Ideographs, kana, and the marks between them.
WIDE = f"{FIRST_WIDE}-\u9fff"
#: Ideographs, kana and Hangul syllables, of which each counts as a word.
SYLLABLES = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30fa\u30fc-\u9fff\uac00-\ud7af\uf900-\ufaff"
#: Marks that belong to the letter before them.
COMBINING = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0b82\u0bbe-\u0bcd\u0bd7"
    "\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62\u0c63\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0e31\u0e34-\u0e4e"
)
#: Marks that set in which direction a text runs.
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
#: Soft hyphens and marks of direction show nothing.
UNSEEN = f"\u00ad{DIRECTIONS}"
