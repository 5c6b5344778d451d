"""What is seen of a run while it goes on."""

import io
from collections import Counter

import pytest

from newsclean.corpus import progress
from newsclean.corpus.progress import Progress
from newsclean.corpus.report import Counts


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_bar_in_a_terminal(clock):
    stream = Terminal()
    seen = Progress(stream, 1000)
    clock[0] += 10
    seen.tell(Counts(rows=2000, outcomes=Counter({"cleaned": 1990, "no paragraph": 5})), 250, fresh=1000)
    clock[0] += 0.1
    seen.tell(Counts(rows=2500), 300, fresh=500)
    seen.end("done")
    assert stream.getvalue() == (
        "\r[######..................]  25%  2,000 documents, 100 a second, 5 errors, 0:30 left\x1b[K\r\x1b[Kdone\n"
    )


def test_plain_lines_elsewhere(clock):
    stream = io.StringIO()
    seen = Progress(stream, None)
    for _ in range(4):
        clock[0] += 6
        seen.tell(Counts(rows=3, outcomes=Counter(cleaned=3)), 10, fresh=3)
    seen.end("done")
    assert stream.getvalue() == "3 documents, 0 a second, 0 errors\n" * 2 + "done\n"


def test_nothing_where_nobody_listens(clock):
    seen = Progress(None, 10)
    clock[0] += 100
    seen.tell(Counts(), 5, fresh=1)
    seen.end("done")
