"""`newsclean cleaners`: the list of the cleaners."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from newsclean.pipeline import Cleaner

SUMMARY = "List the cleaners in the order in which they run."
EPILOG = ""


def add_arguments(_: argparse.ArgumentParser) -> None:
    """This command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """List them; gives the exit code."""
    from newsclean.pipeline import Pipeline, name_of  # noqa: PLC0415 - brings in the cleaners, which `--help` needs not

    pipeline = Pipeline.default()
    width = max(map(len, pipeline.names))
    for cleaner in pipeline:
        print(f"{name_of(cleaner):<{width}}  {_summary(cleaner)}")
    return 0


def _summary(cleaner: Cleaner) -> str:
    """The first line of a cleaner's docstring, with the kind of clutter it is set to."""
    first = (cleaner.__doc__ or "").strip().partition("\n")[0]
    kind = getattr(cleaner, "kind", "")
    return f"{first} Kind: {kind}." if kind else first
