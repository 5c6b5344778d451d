"""The commands, one a module.

Each has SUMMARY, EPILOG, `add_arguments(parser)` and `run(options)`, which gives the exit code. They import at once
only what `newsclean --help` needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from newsclean.commands import clean, cleaners, explain, learn, report, run, schema, serve

if TYPE_CHECKING:
    import argparse


class Command(Protocol):
    """What the module of a command has."""

    SUMMARY: str
    EPILOG: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None:
        """Give a parser the command's arguments."""

    def run(self, options: argparse.Namespace, /) -> int:
        """Do what the options say; gives the exit code."""


COMMANDS: dict[str, Command] = {
    "clean": clean,
    "explain": explain,
    "run": run,
    "learn": learn,
    "report": report,
    "serve": serve,
    "cleaners": cleaners,
    "schema": schema,
}
