"""`newsclean schema`: what an article looks like as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

SUMMARY = "Print a JSON Schema of the articles."
EPILOG = """\
It describes a line of `newsclean clean`, and what `Article.to_dict` gives, for
programs that check or generate code: newsclean schema > article.schema.json
"""


def add_arguments(_: argparse.ArgumentParser) -> None:
    """This command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Print it; gives the exit code."""
    from newsclean.json_schema import article_schema  # noqa: PLC0415 - brings in attrs, which `--help` needs not

    print(json.dumps(article_schema(), indent=2))
    return 0
