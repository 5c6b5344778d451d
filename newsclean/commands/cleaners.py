"""`newsclean cleaners`: the list of the cleaners."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from newsclean.cleaners.effects import Effect

SUMMARY = "List the cleaners in the order in which they run."
EPILOG = """\
Each is listed with what it does, what it requires of those before it, and what
it assigns: the text (source, blocks), what is known of it (language, scores) and
roles of lines, which become the Article's fields. Where what it requires is not
there, a cleaner does its part by less evidence.

A name goes with --without, and in Python: from newsclean.cleaners import titles.
Kinds of clutter, which stand below their cleaner, go with --without, too.
"""


def add_arguments(_: argparse.ArgumentParser) -> None:
    """This command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """List them; gives the exit code."""
    from newsclean.cleaners.effects import EFFECTS  # noqa: PLC0415 - brings in the cleaners, which `--help` needs not
    from newsclean.pipeline import Pipeline, kinds_of, name_of, summary_of  # noqa: PLC0415 - as above
    from newsclean.views.kinds import KINDS  # noqa: PLC0415 - as above

    pipeline = Pipeline.default()
    width = max(map(len, pipeline.names))
    for cleaner in pipeline:
        name = name_of(cleaner)
        print(f"{name:<{width}}  {summary_of(cleaner)} {_told(EFFECTS[name])}")
        for kind in kinds_of(cleaner):
            print(f"  {kind:<{width}}  {KINDS[kind].what}")
    return 0


def _told(effect: Effect) -> str:
    requires = f"Requires: {', '.join(effect.requires)}. " if effect.requires else ""
    return f"{requires}Assigns: {', '.join(effect.assigns)}."
