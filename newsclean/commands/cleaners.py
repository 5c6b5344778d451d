"""`newsclean cleaners`: the list of the cleaners."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from newsclean.cleaners.effects import Effect
    from newsclean.pipeline import Cleaner

SUMMARY = "List the cleaners in the order in which they run."
EPILOG = """\
Each is listed with what it goes by that earlier ones gave, and what it gives: the
text (source, blocks), what is known of it (language, scores) and roles of lines,
which become the Article's fields. Without what it goes by a cleaner does its part
by less evidence. In Python: from newsclean.cleaners import share
"""


def add_arguments(_: argparse.ArgumentParser) -> None:
    """This command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """List them; gives the exit code."""
    from newsclean.cleaners.effects import EFFECTS  # noqa: PLC0415 - brings in the cleaners, which `--help` needs not
    from newsclean.pipeline import Pipeline, name_of  # noqa: PLC0415 - as above

    pipeline = Pipeline.default()
    width = max(map(len, pipeline.names))
    for cleaner in pipeline:
        name = name_of(cleaner)
        print(f"{name:<{width}}  {_summary(cleaner)} {_told(EFFECTS[name])}")
    return 0


def _summary(cleaner: Cleaner) -> str:
    """What a cleaner says of itself, with the kind of clutter it is set to."""
    from newsclean.pipeline import summary_of  # noqa: PLC0415 - as above

    first = summary_of(cleaner)
    kind = getattr(cleaner, "kind", "")
    return f"{first} Kind: {kind}." if kind else first


def _told(effect: Effect) -> str:
    requires = f"Requires: {', '.join(effect.requires)}. " if effect.requires else ""
    return f"{requires}Assigns: {', '.join(effect.assigns)}."
