"""Rows of tables in plain text: quarterly results, prices, standings."""

from __future__ import annotations

import re

#: No row is without a figure or what sets columns apart.
_DIGITS = re.compile(r"\d+")
#: Columns are set apart by three spaces or a tab, by dots, or by two spaces beside a figure. Typists set two spaces
#: behind a full stop, and programs anywhere to fill a line.
_GAP = re.compile(r"\S(?: {3,}+|(?= *\t)[^\S\n]++)\S|\.{4}|[^.!?:;\"”' ] {2,}+(?=[-+($£€.]?\d)|\d[%)]? {2,}+(?=[^\W_])")
#: A figure for this year "vs" that for the last, behind a label.
_COMPARED = re.compile(r"[A-Z]\S*(?: [^\s\d.]+){0,3} [$(]?\d\S*(?: [^\s\d.]+){0,2} (?:vs|against|gegen|contra)\b")
#: A match: Wexley 3, Norton 1
_MATCH = re.compile(r"\A[^\W\d][^\d,]{1,40} \d{1,3}, [^\W\d][^\d,]{1,40} \d{1,3}\Z")
#: A label with figures behind it.
_LABELLED = re.compile(r"\A\S.{0,40}?(?:\s++[-+$£€]?\d[\d.,/%]*+){2,}+\Z")
_FIGURE = re.compile(r"[-+$£€(]{0,2}\d[\d.,:/%+)-]{0,20}[a-z]?\Z")
_FEWEST, _SHARE = 3, 0.5


def is_row(line: str) -> bool:
    """Whether a line, its white space as it stands, is a row of a table.

    >>> is_row("Net 1,234,000 vs 1,100,000"), is_row("Wexley       12   7   3")
    (True, True)
    >>> is_row("The company said it earned 12 mln dlrs.  It had lost 3 mln in 1986.")
    False
    """
    apart = "  " in line or "\t" in line or "...." in line
    digits = _DIGITS.findall(line)
    if not (apart or digits):
        return False
    if (apart and _GAP.search(line)) or _COMPARED.match(line) or _MATCH.match(line) or _LABELLED.match(line):
        return True
    words = line.split()
    least = _SHARE * len(words)
    return len(words) >= _FEWEST and len(digits) > least and sum(map(bool, map(_FIGURE.match, words))) > least
