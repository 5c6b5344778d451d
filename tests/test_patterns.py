"""No pattern of the package takes more than linear time, whatever it is matched against.

Each repeat of each pattern is pumped: a text that leads up to it, then what it repeats, many times over, then an end at
which it fails. All patterns count, also those made while cleaning.
"""

import ast
import json
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from re import _constants as op
from re import _parser

import pytest

import newsclean

# Run in a process of its own, where nothing is compiled yet.
COLLECT = """
import importlib, io, json, pkgutil, re, regex, sys

found, scripts, places, compiled, unicode = {}, {}, set(), re._compile, regex.compile

def caller():
    frame = sys._getframe(2)
    while frame and frame.f_globals.get("__name__") in ("re", "functools"):
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame else ""
    if name.startswith("newsclean"):
        places.add((frame.f_code.co_filename, frame.f_lineno))
        return name

def spy(pattern, flags):
    result, where = compiled(pattern, flags), caller()
    if where:
        raw = isinstance(result.pattern, bytes)
        text = result.pattern.decode("latin-1") if raw else result.pattern
        found[text, result.flags, raw] = where
    return result

def spy_unicode(pattern, flags=0, **more):
    scripts[pattern] = caller()
    return unicode(pattern, flags, **more)

re._compile, regex.compile = spy, spy_unicode
import newsclean
from newsclean import lexicon
from newsclean.corpus import packing
from newsclean.corpus.readers import separated
from newsclean.language import dates
for module in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            # What needs an extra that is not there is tested where it is.
            if (error.name or "").startswith("newsclean"):
                raise
for code in lexicon.languages():
    dates.find("5 May 2024", lexicon.Lexicon.of(code))
line = "The council of Wexley met in Nagpur on Monday and sold the ferry to its crew for a pound, after a long debate."
text = "Ferry sold\\n\\nBy Ana Silva\\n\\n5 May 2024 10:30 GMT+3\\n\\nPARIS (AP) -- The council met.\\n\\n(Photo: Bo)"
newsclean.clean(text)
newsclean.clean("# " + text)
for place in ("WEXLEY --", "Nagpur -", "Nagpur:"):
    newsclean.clean(f"Ferry sold in June\\n\\n{place} {line}\\n\\n{line} WEXLEY is a town.")
newsclean.clean("(서울=연합뉴스) 김하나 기자 = 시의회는 월요일 낡은 여객선을 선원들에게 팔기로 결정했다고 밝혔다.")
newsclean.clean("Die alte Fähre \\x02 ist verkauft: für einen Euro, sagt der Rat.".encode().decode("latin-1"))
newsclean.clean_html("<meta charset=windows-1250><p>Die Fähre ist für einen Euro verkauft.".encode("cp1250"))
figure = f"<figure><img src=a.jpg><figcaption>{line} <span class=credit>Bo Lund</span></figcaption></figure>"
newsclean.clean_html(f"<title>Ferry sold</title><h1>Ferry sold</h1><p>By Ana Silva<p>{line}{figure}")
stream = packing.Stream(io.BytesIO(b"text,url\\nA ferry,b\\n"), None)
list(separated._records(stream, ",", 100))
print(json.dumps([[(*key, where) for key, where in found.items()], list(scripts.items()), sorted(places)]))
"""
#: A quick look at many texts, and a long one at those over which a pattern took its time. What is quadratic takes
#: seconds for the long one, sixteen times as long as for a quarter of it; what is linear four times, however busy the
#: machine is.
SHORT, SUSPICIOUS = 3_000, 0.001
LONG, SECONDS, TOO_MANY, MOST = 100_000, 1, 8, 4
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


def spent(pattern, text):
    """The seconds that a pattern takes for a text, of which no more than `MOST` are waited for."""
    start = time.process_time()
    try:
        with limit(MOST):
            all(pattern.finditer(text))
    except TooLong:
        return float("inf")
    return time.process_time() - start


def hurts(pattern):
    """A text, short enough to be shown, over which a pattern takes more than linear time."""
    given = (lambda text: text.encode("latin-1", "replace")) if isinstance(pattern.pattern, bytes) else str
    # What is shorter than all that a pattern matches is not looked at.
    short = SHORT + _parser.parse(pattern.pattern, pattern.flags).getwidth()[0]
    for text in pumped(pattern):
        first = spent(pattern, given(text(short)))
        took = spent(pattern, given(text(LONG))) if SUSPICIOUS < first < MOST else first
        if took > MOST or (took > SECONDS and took > TOO_MANY * spent(pattern, given(text(LONG // 4)))):
            return text(40)
    return None


@pytest.fixture(scope="module")
def collected():
    """All patterns of `re`, and of `regex`, each with the module that compiles it; and all lines that compile one."""
    ran = subprocess.run([sys.executable, "-c", COLLECT], check=True, capture_output=True, text=True)
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def patterns(collected):
    """All patterns of the package that `re` compiles, with the module that compiles each."""
    return [
        (re.compile(pattern.encode("latin-1") if raw else pattern, flags), where)
        for pattern, flags, raw, where in collected[0]
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


def calls(path):
    """The lines on which a module calls for a pattern."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        owner = called.value if isinstance(called, ast.Attribute) and called.attr != "escape" else None
        if isinstance(owner, ast.Name) and owner.id in {"re", "regex"}:
            yield range(node.lineno, node.end_lineno + 1)


def test_every_pattern_is_collected(collected):
    # A pattern that nothing compiles while collecting would not be tested.
    seen = {(Path(file), line) for file, line in collected[2]}
    missed = [
        f"{path}:{lines.start}"
        for path in sorted(Path(newsclean.__file__).parent.rglob("*.py"))
        for lines in calls(path)
        if not any((path, line) in seen for line in lines)
    ]
    assert not missed, "texts in COLLECT have to reach these"


def test_patterns_for_scripts_repeat_nothing(collected):
    # They are in a language that `re` cannot parse, so they have to be plain.
    assert collected[1]
    for pattern, where in collected[1]:
        bare = re.sub(r"\\p\{\w+\}|\\.", "x", pattern)
        while (less := re.sub(r"\[[^\[\]]*\]", "x", bare)) != bare:
            bare = less
        assert bare == "x+" or not re.search(r"[*+{]", bare), where


def test_all_patterns_are_linear(patterns):
    slow = [(where, pattern.pattern, text) for pattern, where in patterns if (text := hurts(pattern))]
    assert not slow
