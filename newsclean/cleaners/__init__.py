"""The cleaners, each by its name, and the order in which they run by default."""

from newsclean.cleaners.asides import asides
from newsclean.cleaners.bylines import bylines
from newsclean.cleaners.calls import calls
from newsclean.cleaners.captions import captions
from newsclean.cleaners.clocks import clocks
from newsclean.cleaners.closings import closings
from newsclean.cleaners.content import Content
from newsclean.cleaners.credits import credits  # noqa: A004
from newsclean.cleaners.datelines import datelines
from newsclean.cleaners.dates import dates
from newsclean.cleaners.decks import decks
from newsclean.cleaners.detection import Language
from newsclean.cleaners.discussions import discussions
from newsclean.cleaners.encoding import encoding
from newsclean.cleaners.front_matter import front_matter
from newsclean.cleaners.headlines import headlines
from newsclean.cleaners.hidden import hidden
from newsclean.cleaners.leftovers import leftovers
from newsclean.cleaners.menus import menus
from newsclean.cleaners.next_articles import next_articles
from newsclean.cleaners.paragraphs import paragraphs
from newsclean.cleaners.photo_credits import photo_credits
from newsclean.cleaners.phrases import Phrases
from newsclean.cleaners.placeholders import placeholders
from newsclean.cleaners.quotes import quotes
from newsclean.cleaners.remainders import remainders
from newsclean.cleaners.repeats import repeats
from newsclean.cleaners.seams import seams
from newsclean.cleaners.sections import sections
from newsclean.cleaners.summaries import summaries
from newsclean.cleaners.tables import tables
from newsclean.cleaners.tags import tags
from newsclean.cleaners.titles import Titles
from newsclean.cleaners.written import written

# Those that have settings, as they are set by default.
language, content, titles = Language(), Content(), Titles()
icons = Phrases("icons", kind="icon")
share = Phrases("share", kind="share")
cookies = Phrases("cookies", kind="cookie")
adverts = Phrases("adverts", kind="advert")
paywalls = Phrases("paywalls", kind="paywall")
newsletters = Phrases("newsletters", kind="newsletter")
comments = Phrases("comments", kind="comments")
legal = Phrases("legal", kind="legal")
navigation = Phrases("navigation", kind="navigation")
labels = Phrases("labels", kind="label")
related = Phrases("related", kind="related")

DEFAULT = (
    encoding,
    language,
    front_matter,
    written,
    content,
    hidden,
    tables,
    quotes,
    placeholders,
    icons,
    share,
    cookies,
    adverts,
    paywalls,
    newsletters,
    comments,
    legal,
    navigation,
    labels,
    related,
    captions,
    titles,
    next_articles,
    asides,
    discussions,
    summaries,
    menus,
    clocks,
    dates,
    bylines,
    photo_credits,
    sections,
    datelines,
    repeats,
    decks,
    tags,
    credits,
    headlines,
    calls,
    closings,
    remainders,
    leftovers,
    seams,
    paragraphs,
)
