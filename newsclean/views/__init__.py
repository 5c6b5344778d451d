"""An article to be looked at: as a page, and in a terminal (`newsclean.views.terminal`)."""

from newsclean.views.pages import frame, page

__all__ = ["frame", "page"]
