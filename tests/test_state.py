"""A library leaves the process as it found it, in threads too, and threads get what one thread gets."""

from __future__ import annotations

import locale
import logging
import os
import random
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from generators import CLUTTER, LANGUAGES, PROSE

import newsclean


def page(code):
    story = PROSE[code][0]
    lines = [line for lines in CLUTTER.get(code, {}).values() for line in lines]
    body = "".join(f"<p>{line}</p>" for line in (*lines, *story["paragraphs"], *lines))
    return f"<html><body><h1>{story['title']}</h1>{body}</body></html>"


PAGES = [*(page(code) for code in LANGUAGES), "<p>a</p>", "<html></html>", "<body>" + "<a href='/'>Home</a>" * 40]


def read(html):
    return newsclean.clean_html(html), newsclean.clean(html)


def state():
    loggers = [logging.getLogger(name) for name in ("", "newsclean", "ftfy", "langdetect")]
    return {
        "logging": [(logger.level, logger.disabled, logger.propagate, list(logger.handlers)) for logger in loggers],
        "logging at all": logging.root.manager.disable,
        "warnings": list(warnings.filters),
        "random": random.getstate(),
        "numpy": (np.geterr(), repr(np.random.get_state())),  # noqa: NPY002 - the shared one is what is looked at
        "locale": locale.setlocale(locale.LC_ALL),
        "recursion": sys.getrecursionlimit(),
        "environment": dict(os.environ),
        "threads": threading.active_count(),
    }


@pytest.fixture(scope="module")
def alone():
    return [read(html) for html in PAGES]


def test_nothing_is_left_changed(alone):
    before = state()
    assert [read(html) for html in PAGES] == alone
    assert state() == before


def test_threads_get_what_one_thread_gets_and_leave_nothing_changed(alone):
    before = state()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(read, PAGES * 3))
    assert found == alone * 3
    assert state() == before
