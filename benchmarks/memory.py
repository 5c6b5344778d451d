"""How much memory cleaning takes for each megabyte of a text or page.

    python -m benchmarks.memory [--megabytes N]

Each shape is cleaned in a process of its own; what counts is the peak above that of a small text.
"""

from __future__ import annotations

import argparse
import resource
from concurrent.futures import ProcessPoolExecutor

import newsclean
from benchmarks.hostile import HTML_SHAPES, SHAPES

TEXTS = ("paragraphs", "headlines")
PAGES = ("HTML paragraphs", "HTML links")
_SMALL = "Bridge opens in June\n\nThe council met on Monday and decided to open the bridge in June."


def taken(shape: str, megabytes: float) -> float:
    """The megabytes of memory for each megabyte of a shape; to be called in a fresh process."""
    clean = newsclean.clean_html if shape in HTML_SHAPES else newsclean.clean
    text = (SHAPES | HTML_SHAPES)[shape](int(megabytes * 1e6))
    newsclean.clean(_SMALL)
    newsclean.clean_html(f"<p>{_SMALL}")
    before = _peak()
    clean(text)
    return (_peak() - before) / megabytes


def _peak() -> float:
    # In kilobytes, but on a Mac.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Print a table, a row a shape."""
    parser = argparse.ArgumentParser(description="How much memory cleaning takes.")
    parser.add_argument("--megabytes", type=float, default=1, metavar="N", help="size of each text (default: 1)")
    megabytes = parser.parse_args().megabytes
    print(f"{'shape':20}{'MB for each MB':>16}")
    for shape in TEXTS + PAGES:
        with ProcessPoolExecutor(1) as alone:
            print(f"{shape:20}{alone.submit(taken, shape, megabytes).result():>16.0f}", flush=True)


if __name__ == "__main__":
    main()
