"""No pattern of the package takes more than linear time, whatever it is matched against.

Each repeat of each pattern is pumped: a text that leads up to it, then what it repeats, many times over, then an end at
which it fails. All patterns count, also those made while cleaning.
"""

import json
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from re import _constants as op
from re import _parser

import pytest

# Run in a process of its own, where nothing is compiled yet.
COLLECT = """
import importlib, json, pkgutil, re, sys

found, compiled = {}, re._compile

def spy(pattern, flags):
    result = compiled(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__") in ("re", "functools"):
        frame = frame.f_back
    if frame and frame.f_globals.get("__name__", "").startswith("newsclean"):
        raw = isinstance(result.pattern, bytes)
        text = result.pattern.decode("latin-1") if raw else result.pattern
        found[text, result.flags, raw] = frame.f_globals["__name__"]
    return result

re._compile = spy
import newsclean
from newsclean import lexicon
from newsclean.language import dates
for module in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            # What needs an extra that is not there is tested where it is.
            if "pip install 'newsclean[" not in str(error):
                raise
for code in lexicon.languages():
    dates.find("5 May 2024", lexicon.Lexicon.of(code))
text = "Ferry sold\\n\\nBy Ana Silva\\n\\n5 May 2024 10:30\\n\\nPARIS (AP) -- The council met.\\n\\n(Photo: Bo Lund)"
newsclean.clean(text)
newsclean.clean("# " + text)
newsclean.clean_html("<title>Ferry sold</title><h1>Ferry sold</h1><p>By Ana Silva<p>The council met.")
print(json.dumps([(*key, where) for key, where in found.items()]))
"""
#: A quick look at many texts, and a long one at those over which a pattern took its time. What is quadratic takes
#: seconds for the long one, what is linear some milliseconds: noise makes no difference.
SHORT, SUSPICIOUS = 3_000, 0.001
LONG, SECONDS = 100_000, 1
REPEATS_FROM = 200
CLASSES = {
    op.CATEGORY_SPACE: " \n",
    op.CATEGORY_DIGIT: "1",
    op.CATEGORY_WORD: "aA1",
    op.CATEGORY_NOT_SPACE: "a-",
    op.CATEGORY_NOT_DIGIT: "a ",
    op.CATEGORY_NOT_WORD: "- ",
}
PLAIN = "a1 -\n.,<x\"'A(\u4e00"


class TooLong(Exception):  # noqa: N818 - a signal, no error
    """Raised in the middle of a match."""


@contextmanager
def limit(seconds):
    """Raise `TooLong` after so much of the process's own time."""

    def ring(*_):
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def characters(items):
    """Some characters of a set."""
    if items[0][0] is op.NEGATE:
        inside = re.compile(f"[{re.escape(''.join(characters(items[1:])) or chr(0))}]") if items[1:] else None
        return [c for c in PLAIN if not (inside and inside.match(c))] or ["\u4e00"]
    found = []
    for kind, value in items:
        if kind is op.LITERAL:
            found.append(chr(value))
        elif kind is op.RANGE:
            found += map(chr, value)
        elif kind is op.CATEGORY:
            found += CLASSES[value]
    return found


def sample(nodes, choice):
    """A text that some nodes of a parsed pattern match; `choice` picks among the many."""
    text = ""
    for kind, value in nodes:
        if kind is op.LITERAL:
            text += chr(value)
        elif kind is op.NOT_LITERAL:
            text += "b" if value == ord("a") else "a"
        elif kind is op.ANY:
            text += "a"
        elif kind is op.IN:
            some = characters(value)
            text += some[choice % len(some)]
        elif kind is op.BRANCH:
            text += sample(value[1][choice % len(value[1])], choice)
        elif kind is op.SUBPATTERN:
            text += sample(value[3], choice)
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            text += sample(value[2], choice) * max(value[0], min(1, int(value[1])))
        elif kind is op.ATOMIC_GROUP:
            text += sample(value, choice)
    return text


def repeats(nodes, before=(), after=()):
    """What stands before each long repeat of a pattern, and what it repeats, alone and with what follows it."""
    nodes = list(nodes)
    for n, (kind, value) in enumerate(nodes):
        left, right = [*before, *nodes[:n]], [*nodes[n + 1 :], *after]
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            body = list(value[2])
            if value[1] >= REPEATS_FROM:
                yield left, body
                yield left, [*body, *right]
            yield from repeats(body, left, right)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from repeats(branch, left, right)
        elif kind is op.SUBPATTERN:
            yield from repeats(value[3], left, right)
        elif kind in {op.ASSERT, op.ASSERT_NOT}:
            yield from repeats(value[1], left, right)
        elif kind is op.ATOMIC_GROUP:
            yield from repeats(value, left, right)


def pumped(pattern):
    """Functions from a length to a text that may hurt a pattern."""
    seen = set()
    for left, body in repeats(_parser.parse(pattern.pattern, pattern.flags)):
        for choice in range(2):
            one, two = sample(body, choice), sample(body, choice) + sample(body, choice + 1)
            for start in ("", sample(left, choice)):
                for pump in (one, two):
                    for end in ("\0", ",\n!x<>"):
                        if pump and (start, pump, end) not in seen:
                            seen.add((start, pump, end))
                            yield lambda size, s=start, p=pump, e=end: s + p * (size // len(p)) + e


def hurts(pattern):
    """A text, short enough to be shown, over which a pattern takes more than linear time."""
    given = (lambda text: text.encode("latin-1", "replace")) if isinstance(pattern.pattern, bytes) else str
    # What is shorter than all that a pattern matches is not looked at.
    short = SHORT + _parser.parse(pattern.pattern, pattern.flags).getwidth()[0]
    for text in pumped(pattern):
        start = time.process_time()
        try:
            with limit(SECONDS):
                all(pattern.finditer(given(text(short))))
                if time.process_time() - start > SUSPICIOUS:
                    all(pattern.finditer(given(text(LONG))))
        except TooLong:
            return text(40)
    return None


@pytest.fixture(scope="module")
def patterns():
    """All patterns of the package, with the module that compiles each."""
    ran = subprocess.run([sys.executable, "-c", COLLECT], check=True, capture_output=True, text=True)
    return [
        (re.compile(pattern.encode("latin-1") if raw else pattern, flags), where)
        for pattern, flags, raw, where in json.loads(ran.stdout)
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:-{1,3})+x",
        r"\s+$",
        r"^[^,]+(?:\sand\s)[^,]+$",
        r"\S+@",
        r"(a|a)*b",
        r"x*y*x*z",
        r"<(?:='[^']*'|[^<>]){4000}",
    ],
)
def test_what_is_not_linear_is_found(pattern):
    assert hurts(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?<!-)-++x", r"(?<!\s)\s++$", r"\s,\s?", r"a.{0,99}b"])
def test_what_is_linear_is_not(pattern):
    assert hurts(re.compile(pattern)) is None


def test_all_patterns_are_linear(patterns):
    # As many as there are: a pattern that is not found is not tested.
    assert len(patterns) > 250
    slow = [(where, pattern.pattern, text) for pattern, where in patterns if (text := hurts(pattern))]
    assert not slow
