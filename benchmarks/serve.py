"""What the server takes: documents a second, waiting, memory, and what one hostile client costs the others.

    python -m benchmarks.serve [load] [memory] [hostile] [--requests 400] [--workers 2] [--minutes 10]

Starts a server on this machine's loopback and ends it. The documents are those of `benchmarks/corpus.py`, each with
lines of its own, so that what the server remembers of lines grows as far as it can. Each section is bounded by its
number of requests and by minutes. Processor time is that of the server, all processes together, as others may use the
machine; waiting is by the clock on the wall.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.corpus import SHORTEST, flat, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = ("load", "memory", "hostile")
CLIENTS = (1, 8, 64)
#: Memory is read when so much of the documents is sent.
SHARES = (0.02, 0.1, 0.25, 0.5, 0.75, 1)
#: Documents that are sent, one after the other, each time with another number in their lines.
DIFFERENT = 100
BRACKETS = b"[" * 2_000_000


@contextmanager
def server(workers: int, *options: str) -> Iterator[tuple[str, int]]:
    """A server's address and process id; its log goes nowhere."""
    command = [sys.executable, "-m", "newsclean", "serve", "--port", "0", "--workers", str(workers), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - this program
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        address = json.loads(process.stderr.readline())["address"]
        for line in process.stderr:
            if json.loads(line)["event"] == "ready":
                break
        # Nobody reads the rest; a full pipe would stop the server.
        drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)  # noqa: S607
        try:
            yield address, process.pid
        finally:
            process.terminate()
            process.wait()
            drain.wait()


def family(pid: int) -> list[int]:
    """A process and its children, whichever of its threads started them."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [pid, *(int(child) for path in tasks for child in path.read_text("ascii").split())]


def used(pid: int) -> dict[str, float]:
    """Processor seconds of a server's processes, those that ended among them; its own megabytes, and those of all."""
    seconds, megabytes = 0.0, []
    for one in family(pid):
        stat = Path(f"/proc/{one}/stat").read_text("ascii").rpartition(")")[2].split()
        seconds += sum(map(int, stat[11:15])) / 100
        status = Path(f"/proc/{one}/status").read_text("ascii")
        megabytes.append(int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024)  # type: ignore[index]
    return {"cpu": seconds, "server MB": round(megabytes[0]), "all MB": round(sum(megabytes))}


async def ask(host: str, port: int, documents: Iterator[bytes], seen: list[tuple[int, float]], until: float) -> None:
    """One client: a request after the other over one connection."""
    reader, writer = await asyncio.open_connection(host, port)
    for document in documents:
        if time.monotonic() > until:
            break
        start = time.monotonic()
        head = f"POST /clean HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\n"
        writer.write(f"{head}Content-Length: {len(document)}\r\n\r\n".encode() + document)
        answer = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", answer)[1]))  # type: ignore[index]
        seen.append((int(answer.split(b" ", 2)[1]), time.monotonic() - start))
    writer.close()


def documents() -> Iterator[bytes]:
    """Documents without an end, no two the same."""
    for number, (title, paragraphs) in enumerate(itertools.cycle(list(texts(DIFFERENT, SHORTEST)))):
        yield flat(f"{title} of {number}", [f"{text} It was {number}." for text in paragraphs]).encode()


def asked(
    address: str, series: Iterator[bytes], clients: int, until: float, also: bytes | None = None
) -> dict[str, Any]:
    """What clients saw that together sent some documents; `also` is one that another client sends all the time."""
    host, port = re.search(r"//([^:]+):(\d+)", address).groups()  # type: ignore[union-attr]
    seen: list[tuple[int, float]] = []
    bad: list[tuple[int, float]] = []

    async def all_of_them() -> None:
        hostile = also and asyncio.create_task(ask(host, int(port), itertools.repeat(also), bad, until))
        await asyncio.gather(*(ask(host, int(port), series, seen, until) for _ in range(clients)))
        if hostile:
            hostile.cancel()

    start = time.monotonic()
    asyncio.run(all_of_them())
    seconds = time.monotonic() - start
    waits = sorted(wait for _, wait in seen)
    return {
        "answers": {status: sum(one == status for one, _ in seen) for status in {one for one, _ in seen}},
        "a second": round(len(seen) / seconds, 1),
        "p50 ms": round(1000 * waits[len(waits) // 2]),
        "p99 ms": round(1000 * waits[min(len(waits) - 1, len(waits) * 99 // 100)]),
        **({"hostile answers": [(status, round(wait, 1)) for status, wait in bad][:20]} if also else {}),
    }


def load(number: int, workers: int, longest: float) -> dict[str, Any]:
    """Documents a second and waiting for few and many clients."""
    with server(workers, "--in-flight", "64") as (address, pid):
        rows, series, until = {}, documents(), time.monotonic() + longest
        for clients in CLIENTS:
            before = used(pid)["cpu"]
            rows[f"{clients} clients"] = row = asked(address, itertools.islice(series, number), clients, until)
            row["cpu ms"] = round(1000 * (used(pid)["cpu"] - before) / sum(row["answers"].values()), 1)
        return rows


def memory(number: int, workers: int, longest: float) -> dict[str, Any]:
    """Megabytes of the server, and of all its processes, while documents are sent."""
    with server(workers) as (address, pid):
        rows, sent, series, until = {}, 0, documents(), time.monotonic() + longest
        for share in SHARES:
            seen = asked(address, itertools.islice(series, round(number * share) - sent), 8, until)
            sent += sum(seen["answers"].values())
            rows[f"after {sent}"] = {**used(pid), "answers": seen["answers"]}
            if time.monotonic() > until:
                break
        return rows


def hostile(number: int, workers: int, longest: float) -> dict[str, Any]:
    """What four clients see while nobody, or one more client, sends two megabytes of brackets again and again."""
    with server(workers) as (address, _):
        series, until = documents(), time.monotonic() + longest
        return {
            name: asked(address, itertools.islice(series, number), 4, until, also)
            for name, also in (("alone", None), ("beside brackets", BRACKETS))
        }


def main(arguments: list[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description="What the server takes.")
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all if none is given"
    )
    parser.add_argument("--requests", type=int, default=400, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--minutes", type=float, default=10, metavar="N", help="the most for a section")
    options = parser.parse_args(arguments)
    for section in options.sections or SECTIONS:
        measure = {"load": load, "memory": memory, "hostile": hostile}[section]
        figures = measure(options.requests, options.workers, 60 * options.minutes)
        print(json.dumps({section: figures}, indent=1), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
