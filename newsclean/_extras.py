"""Packages that only some need, and what to say where one is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def needed(module: str, extra: str, purpose: str) -> Any:  # noqa: ANN401 - a module
    """A module of an optional dependency.

    Args:
        module: its name.
        extra: the extra of newsclean that installs it.
        purpose: what needs it.

    Raises:
        ImportError: it is not installed; the message says what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise
        msg = f"{purpose} needs {module}: pip install 'newsclean[{extra}]'"
        raise ImportError(msg, name=error.name) from error
