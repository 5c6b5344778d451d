"""The cleaners, each by its name, and the order in which they run by default."""

from newsclean.cleaners.asides import asides
from newsclean.cleaners.bylines import bylines
from newsclean.cleaners.captions import captions
from newsclean.cleaners.closings import closings
from newsclean.cleaners.clutter import Clutter
from newsclean.cleaners.content import Content
from newsclean.cleaners.credits import credits  # noqa: A004
from newsclean.cleaners.datelines import datelines
from newsclean.cleaners.dates import dates
from newsclean.cleaners.decks import decks
from newsclean.cleaners.detection import Language
from newsclean.cleaners.encoding import encoding
from newsclean.cleaners.front_matter import front_matter
from newsclean.cleaners.hidden import hidden
from newsclean.cleaners.paragraphs import paragraphs
from newsclean.cleaners.quotes import quotes
from newsclean.cleaners.remainders import remainders
from newsclean.cleaners.repeats import repeats
from newsclean.cleaners.sections import sections
from newsclean.cleaners.tables import tables
from newsclean.cleaners.tags import tags
from newsclean.cleaners.titles import Titles
from newsclean.cleaners.written import written

# Those that have settings, as they are set by default.
language, content, clutter, titles = Language(), Content(), Clutter(), Titles()

DEFAULT = (
    encoding,
    language,
    front_matter,
    written,
    content,
    hidden,
    tables,
    quotes,
    clutter,
    captions,
    titles,
    asides,
    dates,
    bylines,
    credits,
    sections,
    datelines,
    repeats,
    decks,
    tags,
    closings,
    remainders,
    paragraphs,
)
