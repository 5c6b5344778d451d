"""What the tests of a corpus share: texts, and ways to read and run without processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from generators import PROSE

STORY = PROSE["en"][0]
TEXT = "\n\n".join([STORY["title"], "ShareTweetEmail", *STORY["paragraphs"]])
PAGE = f"<html><head><title>{STORY['title']}</title></head><body><h1>{STORY['title']}</h1>" + "".join(
    f"<p>{paragraph}</p>" for paragraph in STORY["paragraphs"]
)


@pytest.fixture
def text():
    return TEXT


@pytest.fixture
def page():
    return PAGE


@pytest.fixture
def read():
    """All rows of some files, and the columns kept of them."""
    from newsclean.arrow import ARTICLE
    from newsclean.corpus.inputs import sources
    from newsclean.corpus.parts import parts
    from newsclean.corpus.survey import surveyed

    def rows(*paths, form=None, keep=None, fields=ARTICLE.names, limit=1_000_000, most=1000, **named):
        files = list(sources([str(path) for path in paths], form, Path("nowhere")))
        survey = surveyed(files, named, keep, fields, limit)
        made = list(parts(files, survey, most))
        return [row for part in made for row in part.rows], [row for part in made for row in part.kept.to_pylist()]

    return rows


@pytest.fixture
def cleaned(tmp_path):
    """The rows that a run writes, made in this process."""
    import newsclean

    def run(paths, output=tmp_path / "clean", **options):
        newsclean.run(paths, output, workers=0, **options)
        return table(output)

    return run


def table(folder):
    import pyarrow.parquet as pq

    return [row for path in sorted(Path(folder).glob("part-*.parquet")) for row in pq.read_table(path).to_pylist()]
