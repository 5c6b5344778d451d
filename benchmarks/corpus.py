"""What cleaning a corpus takes beside the cleaning itself: reading, writing, processes, memory; and kills.

    python -m benchmarks.corpus [speed] [memory] [kills] [peers] [profiles] [--records 2000]

The data are made of the articles in `seeds/`: each record is one of them with some of its paragraphs and a number of
its own, as text or in the markup of a page. Times are those of the processors, all processes together, as others may
use the machine; wall time is given beside them. `peers` needs datatrove.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import multiprocessing
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsclean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEEDS = Path(__file__).parents[1] / "seeds"
MENU = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Sport", "Culture", "Weather"))
#: Paragraphs of a short text and of a very short one, and the share of a story's paragraphs in others.
SHORT, SHORTEST, KEPT = 2, 1, 0.8
#: Empty records for one that is cleaned, where memory is measured.
MANY = 50
#: Texts that are cleaned where a profile's cost is measured.
SOME = 200
_STOP = re.compile(r"(?<=[.!?])\s+")


def stories() -> list[tuple[str, list[str]]]:
    """Titles and paragraphs of the seeds."""
    articles = [newsclean.clean(path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    return [(str(article.title), [paragraph.text for paragraph in article.paragraphs]) for article in articles]


def texts(number: int, most: int | None = None) -> Iterator[tuple[str, list[str]]]:
    """Records: a title and paragraphs, the same ones each time."""
    chance = random.Random(number)  # noqa: S311 - the same ones each time are what is wanted
    seeds = stories()
    for n in range(number):
        title, paragraphs = chance.choice(seeds)
        some = [text for text in paragraphs if chance.random() < KEPT][:most] or paragraphs[:1]
        yield f"{title}, part {n}", some


def flat(title: str, paragraphs: list[str]) -> str:
    """A record as text with some clutter."""
    return "\n\n".join(["Home", "News", title, "ShareTweetEmail", *paragraphs, "Sponsored Content", "Read more"])


def page(title: str, paragraphs: list[str]) -> str:
    """A record as a page."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    head = f"<!doctype html><html><head><title>{escape(title)} | The Post</title></head>"
    story = f"<article><h1>{escape(title)}</h1>{body}</article>"
    return f"{head}<body><nav><ul>{MENU}</ul></nav>{story}<footer>© The Post</footer>"


def write_lines(path: Path, number: int, most: int | None = None) -> None:
    """JSON Lines of texts."""
    with path.open("w", encoding="utf-8") as file:
        for n, (title, paragraphs) in enumerate(texts(number, most)):
            file.write(json.dumps({"id": n, "url": f"https://example.org/{n}", "text": flat(title, paragraphs)}) + "\n")


def write_warc(path: Path, number: int) -> None:
    """A WARC file of pages, gzipped by record."""
    with path.open("wb") as file:
        for n, (title, paragraphs) in enumerate(texts(number)):
            content = (
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(title, paragraphs).encode()
            )
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012}>\r\n"
                f"WARC-Target-URI: https://example.org/{n}\r\nWARC-Date: 2024-05-01T06:30:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + content + b"\r\n\r\n"))


def measured(work: Callable[[], object]) -> dict[str, float]:
    """Processor and wall time, and the most memory of any one process, of work done in a process of its own."""
    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, status, used = os.wait4(pid, 0)
    if status:
        msg = f"the work failed with status {status}"
        raise RuntimeError(msg)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": time.monotonic() - start, "megabytes": used.ru_maxrss / 1024}


def command(source: Path, output: Path, *options: str) -> list[str]:
    """A run as a command."""
    return [sys.executable, "-m", "newsclean", "run", str(source), "-o", str(output), "-q", *options]


def run(source: Path, output: Path, *options: str) -> None:
    """A run from its beginning."""
    shutil.rmtree(output, ignore_errors=True)
    subprocess.run(command(source, output, *options), check=True)  # noqa: S603


def speed(folder: Path, number: int) -> dict[str, Any]:
    """Bare cleaning, and runs with one and two processes, less what a run over one record takes."""
    source, one = folder / "a.jsonl", folder / "one.jsonl"
    write_lines(source, number)
    write_lines(one, 1)
    records = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    rows = {
        "bare, one text": measured(lambda: newsclean.clean(records[0])),
        "bare": measured(lambda: [newsclean.clean(text) for text in records]),
    }
    for workers in ("1", "2"):
        rows[f"{workers} processes, one text"] = measured(partial(run, one, folder / "out", "--workers", workers))
        rows[f"{workers} processes"] = measured(partial(run, source, folder / "out", "--workers", workers))
    each = {
        name: rows[name]["cpu"] - rows[f"{name}, one text"]["cpu"] for name in ("bare", "1 processes", "2 processes")
    }
    rows["overhead"] = {name: value / each["bare"] - 1 for name, value in each.items() if name != "bare"}
    rows["rate"] = {name: number / (rows[name]["wall"] - rows[f"{name}, one text"]["wall"]) for name in each}
    return rows


def memory(folder: Path, number: int) -> dict[str, Any]:
    """The largest process of runs over so many records, and ten times as many; the texts are short."""
    rows = {}
    for records in (number, 10 * number):
        write_lines(folder / "a.jsonl", records, SHORT)
        rows[f"{records} records"] = measured(partial(run, folder / "a.jsonl", folder / "out", "--workers", "1"))
        # Nothing to be cleaned, so that many can be had: what is left is reading, moving, writing.
        _write_empty(folder / "b.jsonl", MANY * records)
        options = ("--text", "text", "--workers", "1")
        rows[f"{MANY * records} empty records"] = measured(partial(run, folder / "b.jsonl", folder / "out", *options))
    return rows


def _write_empty(path: Path, number: int) -> None:
    """JSON Lines without a text, but with another column as large as one."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": n, "text": None, "notes": f"{n} " * 500}) + "\n" for n in range(number))


def kills(folder: Path, number: int) -> dict[str, Any]:
    """Whether a run that is killed ten times gives the table of one that is not."""
    source = folder / "a.jsonl"
    write_lines(source, number, SHORTEST)
    # Smaller parts than usual where there are few records, so that there are enough to be killed in between.
    # A time limit counts by the clock, and others may use the machine.
    options = ("--workers", "2", "--timeout", "0", "--part-rows", str(min(500, max(1, number // 40))))
    run(source, folder / "whole", *options)
    chance = random.Random(0)  # noqa: S311 - any moment will do
    done = []
    for _ in range(10):
        process = subprocess.Popen(command(source, folder / "killed", *options))  # noqa: S603
        before = len(list((folder / "killed").glob("part-*")))
        while process.poll() is None and len(list((folder / "killed").glob("part-*"))) == before:
            time.sleep(0.05)
        time.sleep(chance.uniform(0, 3))
        process.kill()
        process.wait()
        done.append(len(list((folder / "killed").glob("part-*"))))
    subprocess.run(command(source, folder / "killed", *options), check=True)  # noqa: S603
    whole, killed = table(folder / "whole"), table(folder / "killed")
    different = [pair for pair in zip(whole, killed, strict=False) if pair[0] != pair[1]]
    return {
        "parts after each kill": done,
        "same table": whole == killed,
        "rows": [len(whole), len(killed)],
        "different": [
            {"id": a["id"], **{name: [str(a[name]), str(b[name])] for name in a if a[name] != b[name]}}
            for a, b in different[:5]
        ],
    }


def table(folder: Path) -> list[dict[str, Any]]:
    """All rows that a run wrote."""
    import pyarrow.parquet as pq

    return [row for path in sorted(folder.glob("part-*")) for row in pq.read_table(path).to_pylist()]


def peers(folder: Path, number: int) -> dict[str, Any]:
    """The same WARC files by newsclean, and by trafilatura in datatrove and over a pool; two processes each.

    datatrove has one, as nobody is told what its other processes take.
    """
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.extractors import Trafilatura
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter
    from loguru import logger

    from newsclean.integrations.datatrove import NewscleanBlock

    logger.remove()
    (folder / "warc").mkdir()
    for half in (0, 1):
        write_warc(folder / "warc" / f"{half}.warc.gz", number // 2)

    def datatrove(block: Callable[[], Any], output: str) -> Callable[[], object]:
        steps = [WarcReader(str(folder / "warc")), block(), JsonlWriter(str(folder / output))]
        return LocalPipelineExecutor(steps, tasks=1, workers=1, logging_dir=str(folder / f"{output}-log")).run

    def pool() -> None:
        with multiprocessing.get_context("fork").Pool(2) as processes:
            list(processes.imap(_extracted, _pages(folder / "warc"), chunksize=16))

    return {
        "newsclean run": measured(lambda: run(folder / "warc", folder / "out", "--workers", "2")),
        "newsclean in datatrove": measured(datatrove(NewscleanBlock, "a")),
        "trafilatura in datatrove": measured(datatrove(Trafilatura, "b")),
        "trafilatura over a pool": measured(pool),
    }


def profiles(folder: Path, number: int) -> dict[str, Any]:
    """What a site's profile takes: learning it from so many texts, cleaning by it, and its file.

    The paragraphs are of sentences of all seeds, in any order, so that each text is a story of its own.
    """
    from newsclean.sites import table

    chance = random.Random(number)  # noqa: S311 - the same ones each time are what is wanted
    sentences = [text for _, paragraphs in stories() for one in paragraphs for text in _STOP.split(one)]
    made = [
        flat(f"{title}, part {n}", [" ".join(chance.sample(sentences, 3)) for _ in paragraphs])
        for n, (title, paragraphs) in enumerate(texts(number))
    ]
    learned = newsclean.SiteProfile.learn(made)
    table.write(folder / "p.parquet", {"example.org": learned})
    some = made[:SOME]

    def cleaned(texts: list[str], site: newsclean.SiteProfile | None = None) -> Callable[[], object]:
        return lambda: [newsclean.clean(text, site=site) for text in texts]

    rows = {
        "bare": measured(cleaned(some)),
        "learn": measured(lambda: newsclean.SiteProfile.learn(some)),
        "by a profile, one text": measured(cleaned(some[:1], learned)),
        "by a profile": measured(cleaned(some, learned)),
    }
    first = rows["by a profile, one text"]["cpu"]
    return {
        **rows,
        "stories": len(learned.stories),
        "bytes": (folder / "p.parquet").stat().st_size,
        "learning": rows["learn"]["cpu"] / rows["bare"]["cpu"],
        "cleaning by it, less the first": (rows["by a profile"]["cpu"] - first) / rows["bare"]["cpu"],
    }


def _pages(folder: Path) -> Iterator[bytes]:
    from newsclean._columns import Columns
    from newsclean.corpus.inputs import sources
    from newsclean.corpus.readers import reader
    from newsclean.corpus.task import Task

    task = Task(Columns(), (), 20_000_000, text_is_told=False)
    for source in sources([str(folder)], None, folder / "out"):
        yield from (row.html for row in reader("warc").rows(source, task))


def _extracted(html: str) -> str | None:
    import trafilatura

    return trafilatura.extract(html)


SECTIONS = {one.__name__: one for one in (speed, memory, kills, peers, profiles)}


def main(arguments: list[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="What a corpus takes.")
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all if none is given"
    )
    parser.add_argument("--records", type=int, default=2000, metavar="N")
    options = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    failed = False
    for section in options.sections or SECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            figures = SECTIONS[section](Path(folder), options.records)
        print(json.dumps({section: figures}, indent=1))
        failed = failed or figures.get("same table") is False
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
