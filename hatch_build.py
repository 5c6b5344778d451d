"""Compiles the files of phrases whenever newsclean is built: see `newsclean/lexicon/compiled.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLexicon(BuildHookInterface):
    """Puts the compiled file into wheels, and for an editable installation beside the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the files of the wheel are gathered."""
        sys.path.insert(0, self.root)
        from newsclean import lexicon, model  # noqa: PLC0415
        from newsclean.lexicon import compiled  # noqa: PLC0415

        folder = Path("newsclean", "lexicon")
        compiled.write({**lexicon.pieces(), **model.pieces()}, Path(self.root, folder))
        # Git ignores it, and so would hatch.
        build_data["artifacts"].append(f"/{folder.as_posix()}/{compiled.NAME}")
