"""The folder that a run writes to: parts that are whole or not there, and what they were made with."""

from __future__ import annotations

import json
import multiprocessing
import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsclean.corpus.report import Counts
from newsclean.corpus.writers import WRITERS, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: What belongs to the run and is no data; programs that read folders pass it over.
_STATE = ".newsclean"
_PLAN, _LOCK, _TEMPORARY = "plan.json", "lock", "tmp-"
REPORT = "run.json"


class OutputError(ValueError):
    """The folder cannot be written to, or holds what must not be mixed with this run's; the message says what to do."""


@frozen
class Folder:
    """Where a run's parts go."""

    path: Path
    """The folder."""
    form: str
    """One of `WRITERS`."""

    def part(self, number: int) -> Path:
        """The file of a part."""
        return self.path / f"part-{number:06}.{self.form}"

    def _state(self, number: int) -> Path:
        return self.path / _STATE / f"part-{number:06}.json"

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the folder for oneself. Raises `OutputError`, `OSError`."""
        state = self.path / _STATE
        state.mkdir(parents=True, exist_ok=True)
        with (state / _LOCK).open("ab") as lock:
            _take(lock.fileno(), self.path)
            yield

    def prepare(self, plan: Mapping[str, Any], *, overwrite: bool) -> None:
        """Make sure that whatever is in the folder was made as this run would make it.

        Args:
            plan: what a run's output depends on, beside its input.
            overwrite: remove what is there.

        Raises:
            OutputError: it was made otherwise.
            OSError: the folder cannot be written to.
        """
        state = self.path / _STATE
        for file in state.glob(f"{_TEMPORARY}*"):
            file.unlink()
        there = _read(state / _PLAN)
        if overwrite:
            self._clear()
        elif there is None and (self._parts() or (self.path / REPORT).exists()):
            msg = f"{self.path} holds parts of which nothing says how they were made; --overwrite removes them"
            raise OutputError(msg)
        elif there is not None and there != plan:
            different = [name for name in {**there, **plan} if there.get(name) != plan.get(name)]
            told = "; ".join(
                f"{name} was {_short(there.get(name))}, now {_short(plan.get(name))}" for name in different
            )
            msg = f"{self.path} holds the output of a run that was different: {told}. --overwrite removes it"
            raise OutputError(msg)
        if there != plan or overwrite:
            _replace(state / _PLAN, json.dumps(plan, indent=1).encode())

    def _parts(self) -> list[Path]:
        return [file for form in WRITERS for file in self.path.glob(f"part-[0-9]*.{form}")]

    def _clear(self) -> None:
        for file in (
            self.path / _STATE / _PLAN,
            *self._parts(),
            *(self.path / _STATE).glob("part-*"),
            self.profiles,
            self.path / REPORT,
        ):
            file.unlink(missing_ok=True)

    def known(self, number: int) -> tuple[str, Counts] | None:
        """The digest of a part and what is counted in it, if it is there."""
        state = _read(self._state(number)) if self.part(number).exists() else None
        return None if state is None else (state["digest"], Counts.from_dict(state["counts"]))

    def write(self, number: int, digest: str, batch: Any, counts: Counts) -> None:  # noqa: ANN401 - a batch of Arrow
        """Write a part: beside its place, and to it when all is written.

        Raises:
            OSError: it cannot be written; nothing of it is left.
        """
        beside = self.path / _STATE / f"{_TEMPORARY}{secrets.token_hex(8)}"
        try:
            write(batch, beside, self.form)
            parent = multiprocessing.parent_process()
            if parent is not None and not parent.is_alive():
                # A run that was started again may be of another kind.
                os._exit(1)
            self.part(number).unlink(missing_ok=True)
            # First: where there is a part, it is known what is in it.
            _replace(self._state(number), json.dumps({"digest": digest, "counts": counts.to_dict()}).encode())
            beside.replace(self.part(number))
        finally:
            beside.unlink(missing_ok=True)

    @property
    def profiles(self) -> Path:
        """Where a run keeps what it learns of sites."""
        return self.path / _STATE / "profiles.parquet"

    def finish(self, parts: int, report: Mapping[str, Any]) -> None:
        """Remove what is left of an earlier run over more, and write the report. Raises `OSError`."""
        expected = {self.part(number) for number in range(parts)}
        for file in self._parts():
            if file not in expected:
                file.unlink()
        _replace(
            self.path / REPORT, json.dumps(report, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
        )


def _take(lock: int, path: Path) -> None:
    """Lock a file as long as this process lives. Raises `OutputError`."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        msg = f"another run is writing to {path}"
        raise OutputError(msg) from error


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def _replace(path: Path, data: bytes) -> None:
    beside = (
        path.parent / f".{path.name}-{secrets.token_hex(4)}"
        if path.name == REPORT
        else path.with_name(f"{_TEMPORARY}{secrets.token_hex(8)}")
    )
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:80]}…"  # noqa: PLR2004 - a line
