"""HTML files that stand alone: nothing is fetched, and only their own script and style count."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from string import Template

from attrs import frozen

from newsclean.views.kinds import KINDS
from newsclean.views.plain import shown


@frozen
class Look:
    """The style and the script of a page."""

    style: str
    script: str = ""


def document(title: str, body: str, look: Look, framed: Look | None = None) -> str:
    """A whole HTML file, with a Content-Security-Policy that lets its own script and style through and nothing else.

    Args:
        title: its title; text.
        body: what is in it; HTML.
        look: its style and script.
        framed: the style and script of the pages that it has in frames, which are bound by its policy, too.
    """
    return template("newsclean.views", "document.html").substitute(
        policy=policy_of(look, *([framed] if framed else [])),
        title=shown(title),
        style=look.style,
        body=body,
        script=f"<script>{look.script}</script>" if look.script else "",
    )


def policy_of(*looks: Look) -> str:
    """A Content-Security-Policy that lets some styles and scripts through, and nothing else."""
    script = " ".join(_digest(look.script) for look in looks if look.script) or "'none'"
    style = " ".join(_digest(look.style) for look in looks)
    return f"default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def styled(css: str) -> str:
    """A style with what all pages share: the colours of light and dark, and those of the kinds."""
    kinds = "\n".join(f".k-{name} {{ --h: {kind.hue}; }}" for name, kind in KINDS.items())
    return f"{data('newsclean.views', 'common.css')}{kinds}\n{css}"


@cache
def data(package: str, name: str) -> str:
    """A file that lies in a package."""
    return (files(package) / name).read_text("utf-8")


@cache
def template(package: str, name: str) -> Template:
    """The same, with names to be filled in."""
    return Template(data(package, name))
