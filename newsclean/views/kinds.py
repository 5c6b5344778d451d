"""What each kind of removal is, and how it is coloured; kinds that are much alike share a colour."""

from __future__ import annotations

from attrs import frozen


@frozen
class Kind:
    """How a kind of removal is shown."""

    what: str
    """What it is, for who has not met the word."""
    hue: int
    """Its colour on a page, as the angle of OKLCH."""
    code: str
    """Its colour in a terminal."""


KINDS: dict[str, Kind] = {
    "navigation": Kind("menus and links to other parts of the site", 265, "\x1b[94m"),
    "related": Kind("teasers of other articles", 235, "\x1b[34m"),
    "share": Kind("buttons for sharing, saving and printing", 330, "\x1b[35m"),
    "comments": Kind("readers’ comments and what invites them", 300, "\x1b[95m"),
    "paywall": Kind("what asks to subscribe, to sign in or to pay", 20, "\x1b[31m"),
    "newsletter": Kind("what asks to sign up for mail", 40, "\x1b[91m"),
    "advert": Kind("advertising, and what announces it", 60, "\x1b[91m"),
    "cookie": Kind("notices of cookies and consent", 50, "\x1b[91m"),
    "label": Kind("words that only say what stands beside them", 100, "\x1b[33m"),
    "icon": Kind("names and texts of icons", 110, "\x1b[33m"),
    "placeholder": Kind("what a template or a program left behind", 120, "\x1b[33m"),
    "clock": Kind("the page’s own date, time or weather", 130, "\x1b[93m"),
    "duplicate": Kind("what stands in the article already", 165, "\x1b[32m"),
    "legal": Kind("rights, imprints, terms", 205, "\x1b[90m"),
    "other": Kind("clutter of no other kind", 190, "\x1b[90m"),
}
