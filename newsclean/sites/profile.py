"""What was learned of a site: a sample of its stories that can be merged."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from newsclean._lazy import lazy
from newsclean.sites.edges import Edges
from newsclean.sites.evidence import Evidence
from newsclean.sites.learning import CONTENT, judging, story_of
from newsclean.sites.placed import Placed
from newsclean.sites.titles import Affixes, ShownTitle, StatedTitle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsclean.document import Document
    from newsclean.pipeline import Pipeline
    from newsclean.sites.story import Story

#: The most lines of a profile, each of some twenty bytes; and as how many a story's title and places count.
MOST_LINES, PER_STORY = 40_000, 5
#: Above all hashes.
ALL = 1 << 63
#: Pages that are learned from before the sample is made smaller again.
_AT_ONCE = 256


def _sorted(stories: Iterable[Story]) -> tuple[Story, ...]:
    return tuple(sorted(stories, key=lambda story: story.id))


@frozen(slots=False)
class SiteProfile:
    """What pages of one site have in common. Immutable; learned from pages, merged, and given to `newsclean.clean`.

    It is a sample of the site's stories, with what their lines were taken for: those whose hashes are the lowest, as
    many as have 40,000 lines together, their titles counted as five. Counts over it are counts of distinct stories, and
    it is the same in whichever order pages are learned from and profiles merged, and however often (a bottom-k sketch:
    Beyer, Haas, Reinwald, Sismanis and Gemulla, On Synopses for Distinct-Value Estimation Under Multiset Operations,
    2007; Cohen and Kaplan, Summarizing Data Using Bottom-k Sketches, 2007).

    >>> SiteProfile().merge(SiteProfile()) == SiteProfile()
    True
    """

    stories: tuple[Story, ...] = field(default=(), converter=_sorted)
    """The sample."""
    bound: int = ALL
    """The site's stories with lower hashes are all in the sample."""

    @classmethod
    def learn(
        cls,
        items: Iterable[str | bytes],
        *,
        html: bool = False,
        pipeline: Callable[[Document], Document] | None = None,
    ) -> SiteProfile:
        """Learn a profile from pages of one site. They are cleaned for that, each alone.

        Args:
            items: texts, each what `clean` takes, or pages, each what `clean_html` takes.
            html: whether they are pages.
            pipeline: what cleans them, `Pipeline.default()` if not given.

        Raises:
            TypeError: `items` is a single text, or one of them is no text.
            ValueError: the pipeline has no cleaner `content`.
            PageError, CleaningError: as `clean` and `clean_html` raise them.
        """
        if isinstance(items, str | bytes | bytearray | memoryview):
            msg = f"expected a list of texts, not a {type(items).__name__}; a single page tells nothing of its site"
            raise TypeError(msg)
        found, profile = (story_of(item, html=html, pipeline=pipeline) for item in items), cls()
        while some := list(islice(found, _AT_ONCE)):
            profile = profile.merge(cls.of(some))
        return profile

    @classmethod
    def of(cls, stories: Iterable[Story]) -> SiteProfile:
        """A profile of stories."""
        return _bounded(stories, ALL)

    def merge(self, other: SiteProfile) -> SiteProfile:
        """The profile that was learned from the pages of both."""
        return _bounded((*self.stories, *other.stories), min(self.bound, other.bound))

    @property
    def name(self) -> str | None:
        """What the site calls itself at the ends of its titles, where it does."""
        return self._affixes.name

    def informing(self, pipeline: Callable[[Document], Document]) -> Pipeline:
        """A pipeline that weighs what is known of the site.

        Raises:
            ValueError: it has no cleaner `content`, whose scores that is evidence for.
        """
        informed = judging(pipeline).insert_after(CONTENT, StatedTitle(self._affixes))
        informed = informed.append(Placed(self.stories), self.evidence, Edges(self.evidence.counts))
        return informed.insert_after("titles", ShownTitle(self._affixes)) if "titles" in informed.names else informed

    @lazy
    def evidence(self) -> Evidence:
        """The cleaner that weighs it."""
        return Evidence(self.stories)

    @lazy
    def _affixes(self) -> Affixes:
        return Affixes.of(story.title for story in self.stories)


def _bounded(stories: Iterable[Story], bound: int) -> SiteProfile:
    """As many of the stories with the lowest hashes as a profile may hold.

    A story that is one too many lowers the bound for good: what another profile has beyond it would be no sample.
    """
    heaviest: dict[int, Story] = {}
    for story in stories:
        known = heaviest.get(story.id)
        if story.id < bound and (known is None or known.weight < story.weight):
            heaviest[story.id] = story
    kept: list[Story] = []
    size = 0
    for story in _sorted(heaviest.values()):
        size += len(story.lines) + PER_STORY
        if size > MOST_LINES:
            return SiteProfile(kept, story.id)
        kept.append(story)
    return SiteProfile(kept, bound)


def profiles_of(told: Iterable[tuple[str, Story]]) -> dict[str, SiteProfile]:
    """The profiles of outlets, from what is kept of their pages."""
    stories: dict[str, list[Story]] = {}
    for outlet, story in told:
        stories.setdefault(outlet, []).append(story)
    return {outlet: SiteProfile.of(found) for outlet, found in stories.items()}
