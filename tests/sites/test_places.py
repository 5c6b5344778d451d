"""Author and date of a page that does not tell them alone, found where the site's other pages have them."""

import courier
import pytest

from newsclean import SiteProfile, clean, clean_html
from newsclean.sites.placed import Placed

_PERSONS = ("Ana Silva", "Tom Reed", "Ida Lund", "Ben Okri", "Eva Marsh", "Joe Doe")


def text(number, *lines):
    """A text with some lines between its title and its body."""
    title, paragraphs = courier.article(number)
    return "\n\n".join([title, *lines, *paragraphs])


def page(number, head):
    """A page with some markup between its title and its body."""
    title, paragraphs = courier.article(number)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><body><article><h1>{title}</h1>{head}{body}</article></body></html>"


@pytest.fixture(scope="module")
def signed():
    """A profile of texts of which each has its author, who is told alone, and its date below the title."""
    return SiteProfile.learn(text(n, name, f"{n + 3} May 2024") for n, name in enumerate(_PERSONS))


def test_a_name_that_a_page_alone_does_not_tell(signed):
    unknown = text(30, "weatherwoman")
    assert clean(unknown).authors == ()
    article = clean(unknown, site=signed)
    assert article.authors == ("weatherwoman",)
    assert article.text == "\n\n".join(courier.article(30)[1])
    assert [segment.cleaner for segment in article.segments if segment.role == "byline"] == ["site_places"]


def test_a_page_that_tells_them_itself_stays(signed):
    for own in (text(31, "By Kim Lee", "5 June 2024"), text(32, "Kim Lee", "By Tom Reed", "5 June 2024")):
        assert clean(own, site=signed) == clean(own)


def test_what_stands_elsewhere_or_is_made_otherwise_is_no_byline(signed):
    for line in ("The weather in May", "Sport", "weatherwoman / 17 hearts", "The council met, and sold the ferry."):
        assert clean(text(33, line), site=signed).authors == ()
    title, (first, *rest) = courier.article(34)
    assert clean("\n\n".join([title, first, "weatherwoman", *rest]), site=signed).authors == ()


def test_few_stories_tell_no_place():
    two = SiteProfile.learn(text(n, name, f"{n + 3} May 2024") for n, name in enumerate(_PERSONS[:2]))
    assert not Placed(two.stories).known
    assert clean(text(35, "weatherwoman"), site=two).authors == ()


def test_where_not_nearly_all_have_it_only_a_persons_name_is_one():
    heads = [(name,) for name in _PERSONS[:4]] + [("Yesterday at noon", name) for name in _PERSONS[4:]]
    mixed = SiteProfile.learn(text(n, *head, f"{n + 3} May 2024") for n, head in enumerate(heads))
    (share,) = (share for place, share in Placed(mixed.stories).known.items() if place[:2] == ("byline", "title+1"))
    assert 0.5 < share < 0.8
    assert clean(text(36, "weatherwoman"), site=mixed).authors == ()


def _headed(name, day):
    return f'<div class="meta"><span class="who">{name}</span></div><div class="when">{day}</div>'


def test_pages_have_them_in_the_same_elements():
    heads = [_headed(name, f"{n + 3}/{n + 13}/2024") for n, name in enumerate(_PERSONS)]
    asides = [f"<aside>{'<p>Listen to this</p>' * n}</aside>" for n in range(3)]
    learned = SiteProfile.learn((page(n, asides[n % 3] + head) for n, head in enumerate(heads)), html=True)
    own = page(30, asides[1] + _headed("weatherwoman", "3/4/2024"))
    assert (clean_html(own).authors, clean_html(own).published) == ((), None)
    article = clean_html(own, site=learned)
    assert (article.authors, article.published) == (("weatherwoman",), "2024-03-04")
    twice = own.replace("<aside>", _headed("stormgirl", "Sport") + "<aside>")
    assert clean_html(twice, site=learned).authors == ()


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        (["14/3/2024", "25/3/2024", "3/16/2024", "30/3/2024", "17/4/2024", "29/4/2024"], "2024-04-03"),
        (["3/14/2024", "3/25/2024", "3/30/2024", "4/17/2024", "4/29/2024"], "2024-03-04"),
        (["3/14/2024", "25/3/2024", "3/30/2024", "17/4/2024", "4/29/2024"], None),
        (["14 March 2024", "25 March 2024", "30 March 2024"], None),
    ],
)
def test_other_dates_of_the_site_tell_which_is_the_day(dates, day):
    learned = SiteProfile.learn(text(n, f"By {_PERSONS[n]}", date) for n, date in enumerate(dates))
    unclear = text(30, "By Kim Lee", "3/4/2024")
    assert clean(unclear).published is None
    assert clean(unclear, site=learned).published == day


@pytest.mark.parametrize("html", [False, True])
def test_shards_know_the_places_too(html):
    make = (lambda n, name: page(n, _headed(name, "3 May 2024"))) if html else text
    shards = [
        SiteProfile.learn((make(n, f"By {_PERSONS[n]}") for n in numbers), html=html)
        for numbers in (range(3), range(3, 6))
    ]
    assert Placed(shards[0].merge(shards[1]).stories).known == Placed(shards[1].merge(shards[0]).stories).known
