"""Look for inputs that break what newsclean promises: `python tests/fuzz/fuzz.py text|bytes|html`.

Coverage of newsclean's code guides the search (Atheris, `pip install -e '.[dev,fuzz]'`). It goes on behind a finding:
of each kind the first is told at once, and the shortest of all, made shorter, at the end or at Ctrl-C, as a literal for
a test. The status is 1 where there are findings. An input that takes five minutes by the clock ends the run, and is
left beside the corpus; what takes seconds of CPU is a finding like others.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
import traceback
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

if TYPE_CHECKING:
    from collections.abc import Callable

#: By the clock, which on a busy machine says little.
_HANGS = 300
#: Tries and CPU seconds to shorten one finding.
_TRIES, _PATIENCE = 400, 30
#: What cleans nothing, and may need packages that are not there.
_NOT_CLEANING = tuple(
    f"newsclean.{name}"
    for name in (
        *("__main__", "arrow", "cli", "commands", "corpus", "integrations", "json_schema"),
        *("report", "serve", "sites", "views"),
    )
)
#: Whose lines tell findings apart.
_OURS = ("/newsclean/", "/invariants.py", "/targets.py")


def main() -> None:
    """Fuzz one target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=("text", "bytes", "html"))
    parser.add_argument("--minutes", type=float, default=10, help="of CPU time (default: 10)")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps the corpus from run to run")
    options = parser.parse_args()
    corpus = options.corpus or Path(tempfile.mkdtemp(prefix="newsclean-fuzz-"))

    import atheris

    # The model is numbers, and most of the time: what it does with its input is not worth watching.
    with atheris.instrument_imports(include=["newsclean"], exclude=_model()):
        import newsclean

        for module in walk_packages(newsclean.__path__, "newsclean.", onerror=lambda _: None):
            if not module.name.startswith(_NOT_CLEANING):
                import_module(module.name)
    import inputs
    from targets import LONGEST, TARGETS, timed

    def check(data: bytes) -> None:
        timed(TARGETS[options.target], data)

    # The models load on first use.
    failure(TARGETS[options.target], b"<p>The council met on Monday.")
    run = _Run(check, options.minutes * 60)
    signal.signal(signal.SIGINT, run.stop)
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(inputs.seeds(options.target)):
        (corpus / f"seed-{number}").write_bytes(seed[:LONGEST])
    flags = [f"-max_len={LONGEST}", f"-timeout={_HANGS}", f"-artifact_prefix={corpus}-", "-verbosity=0"]
    mutator = partial(inputs.mutated, options.target)
    atheris.Setup([sys.argv[0], *flags, str(corpus)], run, custom_mutator=mutator)
    atheris.Fuzz()


def _model() -> list[str]:
    files = (Path(__file__).parents[2] / "newsclean" / "model").glob("*.py")
    return ["newsclean.model", *(f"newsclean.model.{file.stem}" for file in files)]


class _Run:
    """One input after the other, until the time is over."""

    def __init__(self, check: Callable[[bytes], None], seconds: float) -> None:
        self._check = check
        self._seconds = seconds
        self._began = time.process_time()
        self._inputs = 0
        self._found: dict[str, tuple[int, bytes]] = {}

    def __call__(self, data: bytes) -> None:
        self._inputs += 1
        kind = failure(self._check, data)
        if kind is not None:
            count, shortest = self._found.get(kind, (0, data))
            self._found[kind] = (count + 1, min(shortest, data, key=len))
            if not count:
                _say(f"found after {self._inputs} inputs: {kind}\n{data!r}")
        if time.process_time() - self._began > self._seconds:
            self._end()

    def stop(self, *_: object) -> None:
        """End before the next input, with the report."""
        self._seconds = 0

    def _end(self) -> None:
        # libFuzzer would take the shortening for an input that hangs.
        signal.setitimer(signal.ITIMER_REAL, 0)
        took = time.process_time() - self._began
        _say(f"{self._inputs} inputs in {took:.0f} s of CPU, {self._inputs / took:.1f} a second")
        for kind, (count, data) in sorted(self._found.items(), key=lambda item: -item[1][0]):
            _say(f"\n{count} times: {kind}\n{shortened(self._check, data, kind)!r}")
        # libFuzzer knows no other end.
        os._exit(1 if self._found else 0)


def failure(check: Callable[[bytes], None], data: bytes) -> str | None:
    """What goes wrong on an input: the error and where it comes from, the same for all of one kind."""
    try:
        check(data)
    except Exception as error:  # noqa: BLE001 - whatever comes out is a finding
        cause = error.__cause__ or error
        places = [f for f in traceback.extract_tb(cause.__traceback__) if any(part in f.filename for part in _OURS)]
        where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "elsewhere"
        said = f" ({cause})" if isinstance(cause, AssertionError) else ""
        return f"{type(cause).__name__} in {where}{said}"
    return None


def shortened(check: Callable[[bytes], None], data: bytes, kind: str) -> bytes:
    """A shorter input that goes wrong in the same way, as far as little time finds one."""
    until = time.process_time() + _PATIENCE
    tries = 0
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            tries += 1
            if tries > _TRIES or time.process_time() > until:
                return data
            less = data[:at] + data[at + size :]
            if failure(check, less) == kind:
                data = less
            else:
                at += size
        size //= 2
    return data


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
