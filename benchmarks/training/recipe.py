"""What training is done with: forms, weights and the sizes of the net."""

from __future__ import annotations

from attrs import frozen

FOLDS = 5
#: A page as it is, and the article of a labelled one in other layouts of HTML: the model for HTML learns from these.
#: All other forms are flat.
HTML, *LAID = WEB_FORMS = ("html", "laid out 1", "laid out 2")
#: A page without most of its clutter, and one with clutter in the midst of its article.
THINNED, STREWN = "thinned", "strewn"
#: Title and golden paragraphs alone, from which nothing may be removed; and the same in one line.
CLEAN_FORMS = CLEAN, CLEAN_LINE = "clean", "clean, one line"
#: The article as people hand it on, in so many shapes of a page.
VARIED = tuple(f"varied {number}" for number in range(1, 7))
#: As many of them for a page that teachers label: each of them has its own.
TAUGHT = 3
#: "joined" to `STREWN` are made in `rough`, `VARIED` in `varied`.
FORMS = (
    "inscriptis", "resiliparse", "html2text", "get_text", "text_content", "one line", "trafilatura",
    "resiliparse main", "readability", "newspaper4k", "joined", "broken", THINNED, STREWN, CLEAN, CLEAN_LINE, *VARIED,
)  # fmt: skip
#: For folders with many pages, or whose pages teachers labelled, fewer of them.
FEW_FORMS = (
    "inscriptis", "resiliparse", "html2text", "get_text", "one line", "trafilatura", "joined", "broken", THINNED,
    STREWN, CLEAN, CLEAN_LINE, *VARIED,
)  # fmt: skip
FORMS_OF = {"news-dev": FORMS, "np4k-dev": FORMS}
#: Where teachers of different folds differ more on a page, it teaches nothing.
MOST_GOLDS = 2
#: How often a form of a page is drawn, and its weight in the loss; 1 for the others.
FORM_RATE = {
    HTML: 4.0, **dict.fromkeys(LAID, 0.5),
    "inscriptis": 2.0, "resiliparse": 1.5, "html2text": 2.0, "trafilatura": 1.5, STREWN: 1.5, CLEAN: 1.0,
    "readability": 0.5, "newspaper4k": 0.7, "joined": 0.5, "broken": 0.5, CLEAN_LINE: 0.5,
}  # fmt: skip
FORM_WEIGHT = {"one line": 0.5, CLEAN: 2.0, CLEAN_LINE: 2.0, **dict.fromkeys(VARIED, 1.5), **dict.fromkeys(LAID, 0.5)}
#: In texts that are article nearly throughout, lines of it weigh so many times what others do: to lose one is worse
#: than to keep a line of clutter.
DEAR, DEAR_WEIGHT = frozenset({*CLEAN_FORMS, *VARIED, *LAID}), 3.0
#: How often an epoch draws a page of a folder (else once), and its weight in the loss.
REPEAT = {"news-dev": 5, "np4k-dev": 3}
WEIGHT = {"news-dev": 1.0, "np4k-dev": 0.8, "wcxb-dev": 0.6}
OTHER_WEIGHT = 0.8
#: The weight of a folder's pages for the hashed words; 1 for the others.
LINE_WEIGHT = {"news-dev": 4.0}

#: How often training goes over all pages in each cycle, by model: flat pages are drawn in another form each time.
EPOCHS = {"page": (16.0,), "flat": (20.0, 20.0)}
#: Nets whose mean is shipped, by model, and those of each fold whose mean is tested, and teaches: the score of a single
#: one depends on chance.
NETS = {"page": 3, "flat": 3}
TESTED = 1
#: The models that trees take part in, and how CatBoost grows them. From flat text they are worse than nets by .01 and
#: more, and of no use beside them.
GROWN = frozenset({"page"})
TREES = {
    "iterations": 600, "depth": 6, "learning_rate": 0.1, "l2_leaf_reg": 5, "rsm": 0.2, "subsample": 0.7,
    "border_count": 64, "bootstrap_type": "Bernoulli", "boosting_type": "Plain", "leaf_estimation_iterations": 1,
    "thread_count": 2,
}  # fmt: skip
#: The share of the lines that trees grow on: of all of them they take twice as long.
GROWN_ON = 0.5
FEWEST_LINES, MOST_LINES = 1, 2500
#: More elements than any page has that is trained on.
MOST_ELEMENTS = 1 << 20
#: What is hashed falls into 2 to the power of so many buckets.
BITS = {"grams": 16, "names": 14}
#: The forms that the scores of what is hashed are learned from.
LINEAR_FORMS = frozenset({HTML, "inscriptis"})


@frozen
class Hyper:
    """Sizes of the net and of its training."""

    hidden: int = 64
    hidden2: int = 48
    dilations: tuple[int, ...] = (1, 2, 4, 8)
    dilations2: tuple[int, ...] = (1, 2, 4)
    narrow: int = 24
    dropout: float = 0.15
    decay: float = 0.01
    first_guess: float = 0.3
    #: The weight of title, byline and date in the loss, and of all lines that are none against those that are one.
    roles: float = 0.1
    others: float = 4.0
    #: The highest learning rate, and that of cycles after the first.
    rate: float = 4e-3
    again: float = 3e-3
    power: float = 0.55
    batch: int = 16
    longest: int = 1500
    padding: int = 16
    cropped: float = 0.2
    #: How often a flat page is taken as if nothing were known of blank lines and indents: people lose them.
    unlaid: float = 0.15


HYPER = Hyper()
