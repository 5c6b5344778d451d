"""What a page states of itself: titles, authors, dates and the rest, from all the places where they stand."""

from __future__ import annotations

import json

import pytest
from generators import PROSE

import newsclean
from newsclean.html import jsonld, metadata, timestamps, tree
from newsclean.html.head import Head
from newsclean.language.reader import Reader
from newsclean.language.sites import without_site
from newsclean.language.tags import parse


def head(html: str, url: str | None = "https://www.harbourpost.example/news/2024/bridge-opens") -> Head:
    root = tree.parse(html)
    assert root is not None
    return Head(root, url)


def stated(html: str, url: str | None = "https://www.harbourpost.example/news/2024/bridge-opens") -> dict:
    return metadata.read(head(html, url))[0]


def fallbacks(html: str) -> dict:
    return metadata.read(head(html))[1]


def ld(*nodes: dict) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


ARTICLE = {"@type": "NewsArticle", "headline": "Bridge opens"}
OTHER = {"@type": "NewsArticle", "headline": "Pier burns", "datePublished": "2024-04-01", "author": "Joe Doe"}


class TestJsonLd:
    @pytest.mark.parametrize(
        "script",
        [
            '{"@type": "NewsArticle", "headline": "A"}',
            '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article", "Thing"], "headline": "A"}]}',
            '[{"@type": "Person"}, {"@type": "NewsArticle", "headline": "A"}]',
            '<!--//--><![CDATA[//><!--\n{"@type": "NewsArticle", "headline": "A"}\n//--><!]]>',
            '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>',
            '{"@type": "NewsArticle", "headline": "A",}',
            '{"@type": "NewsArticle", "headline": "A", "text": "a\nbroken\tline"}',
            '{"@type": "WebSite"}\n{"@type": "NewsArticle", "headline": "A"};',
            "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A&quot;}",
            '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "A"}}',
            '// by the editors\n{"@type": "NewsArticle", /* the title */ "headline": "A"}',
            '/* <![CDATA[ */{"@type": "NewsArticle", "headline": "A", "url": "http://a.example/b"}/* ]]&gt; */',
            '// <![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n// ]]&gt;',
            '{"@type": "NewsArticle", "headline": "A", "text": "He said "no" to them"}',
            '{"@type": "NewsArticle"\n"headline": "A"}',
            '{"@type": "NewsArticle", "headline": "A", "image": undefined}',
            '{"@type": "NewsArticle", "headline": "A", "author": {"name": "Ana"',
            '{"@type": "NewsArticle", "headline": "A", "author": {"name": "Ana"}}\n }',
            '{"@type": "WebSite"}}\n{"@type": "NewsArticle", "headline": "A"}',
        ],
    )
    def test_articles_are_found_also_in_slightly_broken_json(self, script):
        assert head(f'<script type="application/ld+json">{script}</script>').stated("headline") == ["A"]

    @pytest.mark.parametrize("script", ["", "null", "nonsense", "{", "[" * 100_000, '{"@type": 5}', '{"@type": null}'])
    def test_what_cannot_be_read_is_left_out(self, script):
        root = tree.parse(f'<script type="application/ld+json">{script}</script><p>a</p>')
        assert jsonld.articles(jsonld.nodes(root)) == []

    def test_this_pages_article_goes_before_others(self):
        other = {"@type": "NewsArticle", "headline": "B", "url": "https://www.harbourpost.example/news/other-story"}
        assert head(ld(other, ARTICLE)).stated("headline") == ["Bridge opens"]

    @pytest.mark.parametrize(
        "others",
        [
            {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]},
            {"@type": "CollectionPage", "mainEntity": {"@type": "ItemList", "itemListElement": [OTHER, OTHER]}},
            {"@type": "WebPage", "mentions": [OTHER]},
            {"@type": "NewsArticle", "citation": {**OTHER, "@type": "ScholarlyArticle"}},
        ],
    )
    def test_lists_of_other_articles_are_none_of_the_page_s(self, others):
        own = {"@type": "WebPage", "mainEntity": {**ARTICLE, "datePublished": "2024-05-01"}}
        found = stated(f"{ld(others, own)}<h1>Bridge opens</h1>")
        assert (found["title"], found["published"]) == ("Bridge opens", "2024-05-01")
        assert "authors" not in found

    def test_nor_are_those_that_microdata_marks(self):
        item = "<li itemprop=itemListElement itemscope itemtype=https://schema.org/NewsArticle>"
        teaser = f"{item}<a itemprop=headline>Pier burns</a><b itemprop=author>Joe Doe</b></li>"
        own = "<h1 itemprop=headline>Bridge opens</h1><p><b itemprop=author>Ana Silva</b></p>"
        assert stated(f"<ul>{teaser}</ul><main>{own}</main>")["authors"] == ("Ana Silva",)

    @pytest.mark.parametrize(
        "author",
        [
            {"@id": "#ana"},
            [{"@id": "#ana"}],
            {"@type": "Person", "@id": "#ana"},
            "#ana",
        ],
    )
    @pytest.mark.parametrize("kind", ["Person", ["Person", "Organization"], ["Organization", "Person"]])
    def test_references_lead_to_what_they_name_also_in_another_script(self, author, kind):
        person = {"@type": kind, "@id": "#ana", "name": "Ana Silva"}
        assert stated(ld({**ARTICLE, "author": author}, person))["authors"] == ("Ana Silva",)
        graph = {"@graph": [person, {**ARTICLE, "author": author}]}
        assert stated(ld(graph))["authors"] == ("Ana Silva",)

    def test_references_in_a_circle_and_to_nothing_do_no_harm(self):
        one, other = {"@type": "Person", "@id": "#a", "name": {"@id": "#b"}}, {"@type": "Person", "@id": "#b"}
        other["name"] = {"@id": "#a"}
        assert "authors" not in stated(ld({**ARTICLE, "author": [{"@id": "#a"}, {"@id": "#none"}]}, one, other))


class TestTitle:
    @pytest.mark.parametrize(
        "html",
        [
            "<h1>Bridge opens</h1>",
            "<title>Bridge opens | The Harbour Post</title><meta property=og:site_name content='Harbour Post'>",
            "<title>Bridge opens - News - harbourpost.example</title><h1>Bridge opens</h1>",
            "<meta property=og:title content='Bridge opens – Harbour Post'>",
            ld(ARTICLE) + "<title>Home</title>",
            ld(ARTICLE) + "<h1>Harbour Post</h1><h1>Bridge opens</h1>",
            "<h1 class=logo>Harbour Post</h1><h1>Bridge opens</h1>",
            "<meta property=og:title content='Bridge opens'><h1>Town: Bridge opens</h1>",
            "<title>Bridge opens : Ferry Notes</title><h1><a href=/>Ferry Notes</a></h1><h2>Bridge opens</h2>",
            "<title>Ferry Notes » Old » Bridge opens</title><a href=/><h1>Ferry Notes</h1></a><h3>Bridge opens</h3>",
            "<meta property=og:title content='All about bridges'><title>All about bridges</title><h1>Bridge opens</h1>",
        ],
    )
    def test_without_the_site(self, html):
        assert stated(html)["title"] == "Bridge opens"

    def test_a_heading_is_outvoted_where_everything_else_agrees(self):
        html = ld(ARTICLE) + "<meta property=og:title content='Bridge opens'><title>Bridge opens</title><h1>Menu</h1>"
        assert stated(html)["title"] == "Bridge opens"

    def test_a_dash_in_the_title_stays(self):
        html = "<title>Nine years - and a bridge</title><h1>Nine years - and a bridge</h1>"
        assert stated(html)["title"] == "Nine years - and a bridge"

    def test_the_headings_spelling_counts(self):
        html = "<meta property=og:title content='BRIDGE OPENS'><h1>Bridge <em>opens</em></h1>"
        assert stated(html)["title"] == "Bridge opens"

    def test_a_kicker_in_the_heading_goes_where_the_page_has_the_title_without_it(self):
        html = "<h1><span>Harbour news</span> <span>Bridge opens after nine years</span></h1>"
        assert stated(ld({**ARTICLE, "headline": "Bridge opens after nine years"}) + html)["title"] == (
            "Bridge opens after nine years"
        )
        assert stated(html)["title"] == "Harbour news Bridge opens after nine years"

    def test_a_mark_for_subscribers_is_no_part_of_the_title(self):
        html = "<meta property=og:title content='(P+) Bridge opens after years'><h1>Bridge opens after years</h1>"
        assert stated(html)["title"] == "Bridge opens after years"

    def test_no_title_at_all(self):
        assert "title" not in stated("<p>a</p>", None)

    def test_site_names_with_a_word_more(self):
        assert without_site("Rain | Weather | The Daily Paper", frozenset({"dailypaper"}), set()) == "Rain | Weather"


class TestAuthors:
    @pytest.mark.parametrize(
        ("author", "names"),
        [
            ({"@type": "Person", "name": "Ana Silva"}, ("Ana Silva",)),
            ("Ana Silva", ("Ana Silva",)),
            ([{"name": "Ana Silva"}, {"name": "Joe Doe"}], ("Ana Silva", "Joe Doe")),
            ({"name": ["Ana Silva", "Joe Doe"]}, ("Ana Silva", "Joe Doe")),
            ("Ana Silva and Joe Doe", ("Ana Silva", "Joe Doe")),
            ("Ana Silva, Joe Doe & Li Na", ("Ana Silva", "Joe Doe", "Li Na")),
            ("By Ana Silva", ("Ana Silva",)),
            ("Ana Silva (asi)", ("Ana Silva",)),
            ([{"name": "Ana Silva"}, {"name": "Ana Silva"}], ("Ana Silva",)),
        ],
    )
    def test_names_are_split(self, author, names):
        assert stated(f"<html lang=en>{ld({**ARTICLE, 'author': author})}")["authors"] == names

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("de", "Ana Silva und Joe Doe"),
            ("fr", "Ana Silva et Joe Doe"),
            ("es", "Ana Silva y Joe Doe"),
            ("da", "Ana Silva og Joe Doe"),
        ],
    )
    def test_in_each_language(self, language, text):
        html = f"<html lang={language}><meta name=author content='{text}'>"
        assert stated(html)["authors"] == ("Ana Silva", "Joe Doe")

    @pytest.mark.parametrize(
        "name", ["@harbourpost", "https://facebook.com/harbour", "desk@harbour.example", "Harbour Post"]
    )
    def test_accounts_addresses_and_the_paper_are_no_authors(self, name):
        assert "authors" not in stated(f"<meta name=author content='{name}'>")

    def test_an_organisation_counts_where_nobody_signs(self):
        html = ld({**ARTICLE, "author": {"@type": "Organization", "name": "Coast Agency"}})
        assert "authors" not in stated(html)
        assert fallbacks(html)["authors"] == ("Coast Agency",)

    @pytest.mark.parametrize(
        ("byline", "names"),
        [
            ("<p class=byline>Source: Reuters</p>", ("Coast Paper",)),
            ("<p class=byline>By Ana Silva</p>", ("Ana Silva",)),
            ("<meta name=author content=Reuters>", ("Reuters",)),
        ],
    )
    def test_a_source_that_is_shown_does_not_sign_for_the_organisation_that_does(self, byline, names):
        html = ld({**ARTICLE, "author": {"@type": "Organization", "name": "Coast Paper"}})
        assert stated(f"<html lang=en>{html}{byline}")["authors"] == names

    @pytest.mark.parametrize("name", ["admin", "No Author", "Unknown", "harbourpost.com, Town, Country"])
    def test_nobodys_names(self, name):
        html = f"<html lang=en><meta name=author content='{name}'>"
        assert "authors" not in stated(html)
        assert "authors" not in fallbacks(html)

    @pytest.mark.parametrize(
        ("name", "accounts"), [("asi", ("asi",)), ("asi; jd", ("asi", "jd")), ("ferryman", ("ferryman",))]
    )
    def test_initials_and_accounts_count_where_nobody_signs(self, name, accounts):
        html = f"<meta name=author content='{name}'>"
        assert "authors" not in stated(html)
        assert fallbacks(html)["authors"] == accounts

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("en", "Ana Silva Transport Correspondent"),
            ("de", "Ana Silva Redakteurin"),
            ("en", "Interview: Ana Silva"),
        ],
    )
    def test_jobs_and_labels_are_no_names(self, language, text):
        assert stated(f"<html lang={language}><meta name=author content='{text}'>")["authors"] == ("Ana Silva",)

    def test_a_later_place_may_know_more(self):
        html = ld({**ARTICLE, "author": "Joe Doe"}) + "<meta name=author content='Ana Silva, Joe Doe'>"
        assert stated(f"<html lang=en>{html}")["authors"] == ("Ana Silva", "Joe Doe")

    def test_authors_of_other_articles_are_not_this_ones(self):
        html = (
            "<article><div><a rel=author>Ana Silva</a></div></article>"
            "<aside><ul><li><div><span><a rel=author>Joe Doe</a></span></div></li></ul></aside>"
        )
        assert stated(f"<html lang=en>{html}")["authors"] == ("Ana Silva",)

    def test_a_photographer_is_no_author(self):
        html = "<figure><span itemprop=author>Joe Doe</span></figure><span itemprop=author>Ana Silva</span>"
        assert stated(f"<html lang=en>{html}")["authors"] == ("Ana Silva",)


class TestDates:
    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("2024-05-01", "2024-05-01"),
            ("2024-05-01T06:30:00+02:00", "2024-05-01T06:30:00+02:00"),
            ("2024-05-01T06:30:00.000Z", "2024-05-01T06:30:00+00:00"),
            ("2024-05-01 06:30:00 +0200", "2024-05-01T06:30:00+02:00"),
            ("2024-05-01T06:30", "2024-05-01T06:30"),
            ("20240501", "2024-05-01"),
            ("20240501T063000", "2024-05-01T06:30"),
            ("1714545000", "2024-05-01T06:30:00+00:00"),
            ("Wed, 01 May 2024 06:30:00 GMT", "2024-05-01T06:30:00+00:00"),
            ("1 May 2024", "2024-05-01"),
            ("2024-13-45", None),
            ("0001-01-01T00:00:00Z", None),
            ("soon", None),
            ("", None),
        ],
    )
    def test_reads(self, text, iso):
        assert timestamps.read(text, "en") == iso

    @pytest.mark.parametrize(
        "html",
        [
            ld({**ARTICLE, "datePublished": "2024-05-01", "dateModified": "2024-05-03"}),
            "<meta name=article:published_time content=2024-05-01><meta name=article:modified_time content=2024-05-03>",
            "<time itemprop=datePublished datetime=2024-05-01></time><time itemprop=dateModified datetime=2024-05-03>",
            "<time class=published datetime=2024-05-01>1/5</time><time class=updated datetime=2024-05-03>3/5</time>",
        ],
    )
    def test_first_publication_and_last_change(self, html):
        found = stated(html)
        assert (found["published"], found["modified"]) == ("2024-05-01", "2024-05-03")

    def test_a_label_right_before_a_time_says_what_it_is(self):
        line = (
            "<p>Published: <time datetime='2024-05-01T08:00Z'>1 May</time> Updated: <time datetime='2024-05-02T09:00Z'>"
        )
        found = stated(f"<html lang=en><h1>Bridge opens</h1>{line}1 h ago</time></p>")
        assert (found["published"], found["modified"]) == ("2024-05-01T08:00+00:00", "2024-05-02T09:00+00:00")

    def test_the_address_is_the_last_resort(self):
        assert fallbacks("<p>a</p>") == {}
        assert metadata.read(head("<p>a</p>", "https://a.example/2024/05/01/bridge"))[1]["published"] == "2024-05-01"


class TestTheRest:
    def test_section_tags_and_address(self):
        html = (
            "<link rel=canonical href=https://a.example/b><meta property=article:section content=Town>"
            "<meta property=article:tag content=Bridges><meta property=article:tag content=Harbour>"
        )
        found, otherwise = metadata.read(head(html, None))
        assert (found["url"], found["section"], otherwise["tags"]) == (
            "https://a.example/b",
            "Town",
            ("Bridges", "Harbour"),
        )

    @pytest.mark.parametrize(
        ("told", "section"),
        [
            ("Málaga,Deportes", "Málaga"),
            ("Deportes, Málaga, Vela,", "Deportes"),
            ("Portada, Sucesos", "Sucesos"),
            ("Norte > Puertos", "Norte"),
            ("#Puertos", "Puertos"),
            ("Vida, Vino y Viajes", "Vida, Vino y Viajes"),
            ("Mar, Costa", "Mar, Costa"),
            ("mar-costa", "Mar, Costa"),
            ("sucesos", "Sucesos de hoy"),
            ("vela", "vela"),
            ("17", None),
            ("Abre el puente", None),
            ("Ana Silva", None),
        ],
    )
    def test_the_section_is_one_name_as_readers_know_it(self, told, section):
        menu = "<nav><a href=/mar-costa>Mar, Costa</a><a href=/sucesos/>Sucesos de hoy</a><a href=/vela>Todo</a></nav>"
        meta = "<html lang=es><title>Abre el puente</title><meta name=author content='Ana Silva'>"
        meta += f"<meta name=section content='{told}'>"
        assert stated(f"{meta}{menu}<h1>Abre el puente</h1><p>a</p>").get("section") == section

    def test_who_signs_is_no_section(self):
        trail = "<nav class=breadcrumb><a href=/>Home</a> › <a href=/columna>Ana Silva</a></nav>"
        article = newsclean.clean_html(f"<meta name=author content='Ana Silva'>{trail}<h1>Abre el puente</h1><p>a</p>")
        assert (article.authors, article.section) == (("Ana Silva",), None)

    def test_several_in_one_are_told_apart_by_the_address(self):
        html = "<meta property=article:section content='Bridges,News,Town'><h1>Bridge opens</h1>"
        assert stated(html)["section"] == "News"

    @pytest.mark.parametrize(
        "trail",
        [
            "<nav class=breadcrumb><ol><li><a href=/>Home</a><li><a href=/town>Town</a><li>Bridge opens</ol></nav>",
            "<nav aria-label=Breadcrumb><a href=/home>Home</a> › <a href=/town>Town</a></nav>",
            "<ul><li class=breadcrumbItem><a href=/>Start</a><li class=breadcrumbItem><a href=/town>Town</a></ul>",
            "<meta name=application-name content='HP - Post'><p id=crumbs><a href=/hp>HP</a><a href=/town>Town ></a>",
            "<p id=crumbs><a href=/p>Harbour Post</a> / <a href=/town>Town</a> / <a href=/b>Bridge opens</a></p>",
            ld(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://harbourpost.example"},
                        {"@type": "ListItem", "position": 2, "item": {"@id": "https://a.example/town", "name": "Town"}},
                        {"@type": "ListItem", "position": 3, "name": "Bridge opens"},
                    ],
                }
            ),
        ],
    )
    def test_the_section_is_the_first_step_of_the_breadcrumb(self, trail):
        assert fallbacks(f"<h2>Other</h2>{trail}<h1>Bridge opens</h1><p>a</p>")["section"] == "Town"
        assert "section" not in fallbacks(f"<meta property=article:section content=Coast>{trail}<h1>Bridge opens</h1>")

    @pytest.mark.parametrize(
        "trail",
        [
            "<nav class=breadcrumb><a href=/>Start</a> › Bridge opens</nav>",
            "<nav class=breadcrumb><a href=/b>Bridge opens</a></nav>",
            "<nav class=breadcrumb><a href=/a>All bridges that opened in the north</a></nav>",
            "<nav class=menu><a href=/town>Town</a></nav>",
            ld({"@type": "BreadcrumbList", "itemListElement": "Town"}),
        ],
    )
    def test_a_breadcrumb_without_a_section(self, trail):
        assert "section" not in fallbacks(f"{trail}<h1>Bridge opens</h1><p>a</p>")

    def test_keywords_in_one_string(self):
        assert fallbacks(ld({**ARTICLE, "keywords": "Bridges, Harbour , bridges"}))["tags"] == ("bridges", "Harbour")

    @pytest.mark.parametrize(
        ("keywords", "tags"),
        [
            ("#Most, Przystań (12), Rejsy (1.204 wpisów)", ("Most", "Przystań", "Rejsy")),
            ("Wypadki (na lądzie, na morzu, w porcie i w domu), Most", ("Wypadki", "Most")),
            ("Regaty (2024), Most", ("Regaty (2024)", "Most")),
            ("Wypadki (na lądzie, na morzu), Most ,", ("Wypadki (na lądzie, na morzu)", "Most")),
        ],
    )
    def test_tags_without_signs_and_numbers_of_stories(self, keywords, tags):
        assert fallbacks(f"<meta name=news_keywords content='{keywords}'>")["tags"] == tags
        assert parse(f"Tags: {keywords}, Łodzie", Reader("en")).tags == (*tags, "Łodzie")

    @pytest.mark.parametrize(
        ("free", "paywall"), [(False, "prompt"), ("False", "prompt"), (True, "none"), ("true", "none"), ([], None)]
    )
    def test_paywall(self, free, paywall):
        assert fallbacks(ld({**ARTICLE, "isAccessibleForFree": free})).get("paywall") == paywall

    @pytest.mark.parametrize(
        ("tier", "paywall"), [("free", "none"), ("metered", "prompt"), ("locked", "prompt"), ("", None)]
    )
    def test_the_tier_of_the_content(self, tier, paywall):
        assert fallbacks(f"<meta property=article:content_tier content='{tier}'>").get("paywall") == paywall

    @pytest.mark.parametrize(
        ("line", "paywall"),
        [
            ("<p>Bitte melden Sie sich an, um weiterzulesen</p>", "truncated"),
            ("<aside>Sie sind bereits Abonnent? Hier anmelden</aside>", "prompt"),
            ("<nav>Sie sind bereits Abonnent? Hier anmelden</nav>", "none"),
            ("<footer>Sie sind bereits Abonnent? Hier anmelden</footer>", "none"),
            ("<p>Melden Sie sich an, um diesen Artikel zu kommentieren</p>", "none"),
            ("<meta name=content_tier content=free><p>Sie sind bereits Abonnent? Hier anmelden</p>", "none"),
            ("<meta name=content_tier content=free><p>Bitte melden Sie sich an, um weiterzulesen</p>", "truncated"),
        ],
    )
    def test_only_a_prompt_that_asks_to_pay_for_the_article_is_a_paywall(self, line, paywall):
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE["de"][0]["paragraphs"])
        html = f"<html lang=de><body><article><h1>Brücke offen</h1>{text}</article>{line}</body></html>"
        assert newsclean.clean_html(html).paywall == paywall

    @pytest.mark.parametrize("url", ["https://[broken", "not an address", "https://exa mple/ä"])
    def test_strange_addresses_do_not_matter(self, url):
        assert (
            stated(ld({**ARTICLE, "url": url}) + f"<link rel=canonical href='{url}'>", None)["title"] == "Bridge opens"
        )


class TestTopics:
    LIST = '<ul><li><a href="/topic/ferry">Ferry</a></li><li><a href="/topic/pier">#Pier</a></li></ul>'

    @pytest.mark.parametrize(
        "links",
        [
            LIST,
            '<p>Topics: <a href="/a" rel="tag">Ferry</a>, <a href="/b" rel="tag">Pier</a></p>',
            '<div><span><a href="/thema/1">Ferry</a></span><span><a href="/thema/2">Pier</a></span></div>',
        ],
    )
    def test_links_to_topics_below_the_headline_are_tags(self, links):
        page = (
            f"<body><nav>{self.LIST.replace('Ferry', 'Home')}</nav><h1>Bridge opens</h1><p>It opens.</p>{links}</body>"
        )
        assert fallbacks(page)["tags"] == ("Ferry", "Pier")

    @pytest.mark.parametrize(
        "links",
        [
            f'<div class="trending">{LIST}</div>',
            '<p>The <a href="/topic/ferry">ferry</a> runs to the <a href="/topic/pier">pier</a>, as they told us.</p>',
            '<a href="/topic/ferry">Ferry</a>',
        ],
    )
    def test_other_links_are_not(self, links):
        assert "tags" not in fallbacks(f"<body><h1>Bridge opens</h1><div><div><div>{links}</div></div></div></body>")


def test_a_credit_that_an_element_is_called_ends_its_caption():
    html = (
        "<body><h1>Bridge opens</h1><figure><img><figcaption><span>Cars cross the new bridge on Monday.</span>"
        '<span class="media__credit">Ana Silva/The Harbour Post</span></figcaption></figure>'
        + "<p>The bridge opened on Monday after years of work, as the council said.</p>"
        * 4
    )
    (caption,) = newsclean.clean_html(html).captions
    assert (caption.text, caption.credit) == ("Cars cross the new bridge on Monday.", "Ana Silva/The Harbour Post")


def test_names_of_elements_in_a_byline_stay_apart():
    line = '<div class="author-line"><i>By</i><a>Ana Silva</a><span>and</span><a>Joe Doe</a></div>'
    assert stated(f"<body><h1>Bridge opens</h1>{line}</body>")["authors"] == ("Ana Silva", "Joe Doe")


@pytest.mark.parametrize(
    "line",
    [
        "<div class=info>Von <span class=autor>Ana Silva</span> und <span class=autor>Joe Doe</span>, Kronfeld</div>",
        "<p>By <b class=author>Ana Silva</b>, <b class=author>Joe Doe</b> in Crown Field</p>",
        "<div class=x1><div class=by>Ana Silva</div><div class=by>Joe Doe</div></div>",
        "<ul><li class=muhabir>Ana Silva</li><li class=muhabir>Joe Doe</li></ul>",
    ],
)
def test_names_that_are_elements_side_by_side_sign_together(line):
    card = "<div><a class=author-name href=/a>Max Moe</a></div>"
    html = f"<html lang=en><h1>Bridge opens</h1>{line}<p>It opened on Monday.</p>{card}"
    assert stated(html)["authors"] == ("Ana Silva", "Joe Doe")


@pytest.mark.parametrize(
    ("language", "stated_as", "line", "names"),
    [
        ("ko", "한결신문 | 뉴스포털", "김하늘 기자", ("김하늘",)),
        ("en", "Harbour Herald", "By Ana Silva", ("Ana Silva",)),
        ("de", "Max Netzmeister", "Von Ana Silva und Joe Doe", ("Ana Silva", "Joe Doe")),
        ("pt", "Jornal Vale", "Por Ana Silva", ("Ana Silva",)),
        # Nothing says that this one signs, or it is an agency, or both are shown.
        ("en", "Max Moe", "Ana Silva", ("Max Moe",)),
        ("en", "Max Moe", "By AP", ("Max Moe",)),
        ("en", "Max Moe", "By Ana Silva</p><p>Max Moe", ("Max Moe",)),
    ],
)
def test_who_is_said_to_sign_goes_before_who_is_stated_and_shown_nowhere(language, stated_as, line, names):
    meta = f"<meta property=og:article:author content='{stated_as}'>"
    html = f"<html lang={language}>{meta}<h1>Bridge opens</h1><p class=byline>{line}</p><p>It opened on Monday.</p>"
    assert stated(f"{html}<p>Copyright ⓒ 한결신문</p>")["authors"] == names


@pytest.mark.parametrize("house", [" - coastPaper", " | The Coast", " / Coast", ", Kronfeld", " (CoastPaper)"])
def test_for_whom_somebody_writes_stands_behind_the_name(house):
    html = f"<html lang=en><h1>Bridge opens</h1><div class=detail__author>Ana Silva{house}</div><p>It opened.</p>"
    assert stated(html)["authors"] == ("Ana Silva",)


@pytest.mark.parametrize(
    "strip",
    [
        "<div class=yazarlar>{cards}</div>",
        "<section class='authors-strip'>{cards}</section>",
        "<div class=x9>{cards}</div>",
    ],
)
@pytest.mark.parametrize(
    "name", ["<a rel=author href=/y/{n}>{name}</a>", "<b class=author-name><a href=/author/{n}>{name}</a></b>"]
)
def test_columnists_above_the_article_do_not_sign_it(strip, name):
    people = ("Max Moe", "Eva Roe", "Jan Poe")
    cards = "".join(
        f"<div>{name.format(n=n, name=person)} <a href=/y/{n}/1>Before the spring</a></div>"
        for n, person in enumerate(people)
    )
    article = "<article><h1>Bridge opens</h1><p class=by>Ana Silva</p><p>It opened on Monday.</p></article>"
    assert stated(f"<html lang=en><main>{strip.format(cards=cards)}{article}</main>")["authors"] == ("Ana Silva",)


@pytest.mark.parametrize("byline", ["", "<p>By Ana Silva</p>"])
@pytest.mark.parametrize(
    ("place", "named"),
    [("div", ""), ("section", "id=nx"), ("div", "class='story more'")],
)
def test_who_signs_another_article_below_in_an_element_of_its_own_does_not_sign_this(place, named, byline):
    other = "<b>Read on</b><h1>Pier burns</h1><p class=author>Max Moe</p><time>1 April 2020</time><p>It did.</p>"
    html = f"<div class=art><h1>Bridge opens</h1>{byline}<p>It opened on Monday.</p></div><{place} {named}>{other}"
    found = stated(f"<html lang=en>{html}</{place}>")
    assert ("authors" in found, "published" in found) == (False, False)


@pytest.mark.parametrize(
    "teaser",
    [
        "<div class=promo><a href=/7><b>Why I gave up sheep</b><b class=author>{}</b></a></div>",
        "<div class=promo-box><a href=/7>Why I gave up sheep</a><b class=byline>{}</b></div>",
        "<div class=x9><a href=/7><b>Why I gave up sheep</b><b class=author>{}</b></a></div>",
        "<div class=x9><a href=/7>Why I gave up sheep</a><b class=byline>{}</b></div>",
    ],
)
def test_who_signs_a_teaser_above_the_article_goes_behind_who_signs_below_the_headline(teaser):
    html = "<article><h1>Bridge opens</h1><p class=byline>By Ana Silva and Joe Doe</p><p>It opened.</p></article>"
    assert stated(f"<html lang=en>{teaser.format('By Max Moe')}{html}")["authors"] == ("Ana Silva", "Joe Doe")
    if "promo" in teaser or "byline" not in teaser:
        bare = html.replace("class=byline", "class=x")
        assert "authors" not in stated(f"<html lang=en>{teaser.format('By Max Moe')}{bare}")


def test_a_byline_above_the_headline_signs_where_none_stands_below():
    html = "<article><p class=byline>By Ana Silva</p><h1>Bridge opens</h1><p>It opened.</p></article>"
    assert stated(f"<html lang=en>{html}")["authors"] == ("Ana Silva",)
    linked = html.replace("By Ana Silva", "By <a href=/staff/ana>Ana Silva, The Harbour Post</a>")
    assert stated(f"<html lang=en>{linked}")["authors"] == ("Ana Silva",)


@pytest.mark.parametrize(
    "line", ["Ana Silva<br>Joe Doe", "By Ana Silva<br/>and Joe Doe", "<b>Ana Silva</b><br><b>Joe Doe</b>"]
)
def test_lines_of_a_byline_hold_a_name_each(line):
    assert stated(f"<html lang=en><h1>Bridge opens</h1><p class=byline>{line}</p>")["authors"] == (
        "Ana Silva",
        "Joe Doe",
    )


def test_who_signs_together_stands_whole_in_an_element_of_the_byline():
    names = "<span class=byline__names>By <a href=/author/a>Ana Silva</a> and <b>Joe Doe</b></span>"
    line = f"<div class=byline>{names} <span class=byline__date>2 May 2024, 9:12</span></div>"
    assert stated(f"<html lang=en><h1>Bridge opens</h1>{line}")["authors"] == ("Ana Silva", "Joe Doe")


def test_a_date_behind_the_last_name_is_no_part_of_it():
    line = "<p class=byline-block>By <a href=/by/ana>Ana Silva</a> and Joe Doe <time>2 May 2024, 9:12</time></p>"
    assert stated(f"<html lang=en><h1>Bridge opens</h1>{line}")["authors"] == ("Ana Silva", "Joe Doe")


def test_a_name_alone_beside_the_date_signs():
    html = (
        "<body><h1>Bridge opens</h1><div>Ana Silva</div><div>2 May 2024</div>"
        + "<p>The bridge opened on Monday after years of work, as the council said.</p>" * 4
    )
    assert newsclean.clean_html(html).authors == ("Ana Silva",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Silva | 2 May 2024, 07:15", ("Ana Silva",)),
        ("2 May 2024 – Ana Silva", ("Ana Silva",)),
        ("Ana Silva · <time>2 May 2024</time>", ("Ana Silva",)),
        ("Ana Silva and Joe Doe | 2 May 2024", ("Ana Silva", "Joe Doe")),
        ("Harbour Post | 2 May 2024", ()),
        ("Bridge Works | 2 May 2024", ()),
    ],
)
def test_a_mark_between_name_and_date_is_no_part_of_either(line, names):
    text = "<p>The bridge opened on Monday after years of works, as the council said.</p>" * 4
    html = f"<title>Bridge opens | Harbour Post</title><b>Harbour Post</b><h1>Bridge opens</h1><div>{line}</div>{text}"
    assert newsclean.clean_html(html).authors == names


def test_a_link_to_an_author_s_page_right_below_the_headline_signs():
    link = '<span class="signature-box"><a href="/autori/ana-silva">Ana Silva</a> View all posts</span>'
    page = f"<h1>Bridge opens</h1><p>{{}}</p>{link}<p>The bridge opened on Monday.</p>"
    assert stated(page.format("In the rain.")).get("authors") == ("Ana Silva",)
    assert stated(page.format("Rain fell. " * 200)).get("authors") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class=byline>By <b><a href=/author/a>Ana Silva</a></b>, <b><a href=/author/b>Joe Doe</a></b></p>", 2),
        ("<p class=byline>By Ana Silva and <a href=/author/b>Joe Doe</a></p>", 2),
        ("<p class=byline>By Ana Silva</p><p>" + "In the novel <a href=/authors/m>Max Moe</a> tells of it. " * 9, 1),
        ("<nav><a href=/columnists/m>Max Moe</a></nav><p class=byline>By Ana Silva</p>", 1),
    ],
)
def test_a_byline_goes_before_links_to_authors(line, names):
    page = f"<html lang=en><h1>Bridge opens</h1>{line}<p>The bridge opened on Monday.</p>"
    assert stated(page)["authors"] == ("Ana Silva", "Joe Doe")[:names]


def test_times_in_comments_and_cards_say_nothing_of_the_article():
    page = "<h1>Bridge opens</h1><time datetime=2024-05-01>1 May</time>" + "<p>The bridge opened on Monday.</p>" * 60
    comment = "<section id=comments><p>Posted <time datetime=2024-06-02>2 June</time></p></section>"
    card = "<aside>Updated <time datetime=2024-06-02>2 June</time></aside>"
    found = stated(f"<html lang=en>{page}{comment}{card}")
    assert not {"published", "modified"} & found.keys()


@pytest.mark.parametrize("told", ["?!", "Brexit", "Bridge opens"])
def test_a_heading_is_no_small_part_of_itself(told):
    heading = "<h1><b>Bridge opens</b>: council <br>to decide on old harbour</h1>"
    page = f"<meta property=twitter:title content='{told}'>{heading}"
    assert stated(f"<title>Bridge opens: council to decide on old harbour</title>{page}")["title"] == (
        "Bridge opens: council to decide on old harbour"
    )


def test_who_took_a_picture_is_no_author_in_any_language():
    page = '<h1>Bridge opens</h1><p>The bridge.</p><span class="autore-foto">Joe Doe</span>'
    assert stated(page).get("authors") is None


def test_a_name_above_its_job_signs():
    head = """<h1>Bridge opens</h1><ul><li><p class="x1">Ana Silva</p><p class="x2">reporter</p></li></ul>"""
    lines = "<p>The harbour town opened bridge number {} on Monday. Nobody had expected so many people to see it.</p>"
    page = f"<html lang=en><body>{head}" + "".join(lines.format(n) for n in range(9))
    assert newsclean.clean_html(page).authors == ("Ana Silva",)


def test_people_who_sign_go_before_a_desk_that_is_stated():
    head = '<meta name="author" content="News Desk">'
    byline = '<p>By <a itemprop="author" href="/p/a">Ana Silva</a> and <a itemprop="author" href="/p/j">Joe Doe</a></p>'
    page = (
        f"<html lang=en><head>{head}</head><body><h1>Bridge opens</h1>{byline}<p>It opened on Monday.</p></body></html>"
    )
    assert newsclean.clean_html(page).authors == ("Ana Silva", "Joe Doe")
    assert newsclean.clean_html(page.replace(byline, "")).authors == ("News Desk",)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"givenName": "Ana", "familyName": "Silva"}, ("Ana Silva",)),
        ({"name": "", "givenName": "Ana", "additionalName": "M.", "familyName": "Silva"}, ("Ana M. Silva",)),
        ({"givenName": "伟", "familyName": "王"}, ("王伟",)),
        ({"name": "<a href='/ana'>Ana Silva</a>"}, ("Ana Silva",)),
        ({"name": "Ana Silva<br/>Joe Doe"}, ("Ana Silva", "Joe Doe")),
        ("<p>Ana Silva</p><p>Joe Doe</p>", ("Ana Silva", "Joe Doe")),
    ],
)
def test_names_in_parts_and_in_html(author, names):
    assert stated(ld({**ARTICLE, "author": author}))["authors"] == names


def test_html_in_a_meta_tag():
    html = "<meta name=author content='&lt;a href=\"/ana\"&gt;Ana Silva&lt;/a&gt; and &lt;b&gt;Joe Doe&lt;/b&gt;'>"
    assert stated(html)["authors"] == ("Ana Silva", "Joe Doe")


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Silva <a href=/live>WATCH LIVE</a>",
        "By Ana Silva <span>LIVE NOW</span>",
        "By Ana Silva | ana@harbourpost.example | The Northern Harbour Post",
        "By Ana Silva, Institute of Ferries and Infectious Diseases",
    ],
)
def test_buttons_and_houses_do_not_join_those_who_sign(line):
    html = ld({**ARTICLE, "author": "Ana Silva"}) + f"<h1>Bridge opens</h1><p class=byline>{line}</p>"
    assert stated(html)["authors"] == ("Ana Silva",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Edited by Joe Doe", ("Ana Silva",)),
        ("Photographs by <span>Joe Doe</span>", ("Ana Silva",)),
        ("Medically reviewed by Joe Doe", ("Ana Silva",)),
        ("Fact check: Joe Doe", ("Ana Silva",)),
        ("By Joe Doe", ("Ana Silva", "Joe Doe")),
        ("and Joe Doe", ("Ana Silva", "Joe Doe")),
        ("Reporter Joe Doe", ("Ana Silva", "Joe Doe")),
        ("Joe Doe is a reporter in Hafnes", ("Ana Silva", "Joe Doe")),
    ],
)
def test_those_who_had_another_part_in_it_are_no_authors_where_the_author_is_shown(line, names):
    told = ld({**ARTICLE, "author": [{"name": "Ana Silva"}, {"name": "Joe Doe"}]})
    assert stated(f"{told}<h1>Bridge opens</h1><p class=byline>By Ana Silva</p><p>{line}</p>")["authors"] == names


def test_those_who_work_at_the_site_are_an_organisation_and_no_card_signs_for_them():
    told = ld({**ARTICLE, "author": {"@type": "Person", "name": "Harbourpost.example Staff"}})
    card = "<div class=related-posts><p class=author-name>Joe Doe</p></div>"
    html = f"{told}<article><h1>Bridge opens</h1><p>It opened.</p></article>{card}"
    assert "authors" not in stated(html)
    assert fallbacks(html)["authors"] == ("Harbourpost.example Staff",)


@pytest.mark.parametrize("name", ["<b>Ana d&#8217;Silva</b>", "Ana d&rsquo;Silva"])
def test_references_in_a_meta_tag_are_written_out(name):
    content = name.replace("&", "&amp;").replace("<", "&lt;")
    assert stated(f'<meta name=author content="{content}">')["authors"] == ("Ana d’Silva",)


@pytest.mark.parametrize(
    "event",
    [
        "<div itemtype=https://schema.org/MusicEvent>When: <time datetime=2024-06-02>2 June 2024</time></div>",
        "<p><time itemprop=startDate datetime=2024-06-02>2 June 2024</time></p>",
        "<h3>Coming up</h3><ul><li><time datetime=2024-06-02>2 June 2024</time> <a href=/fair>Fair</a></ul>",
    ],
)
def test_when_an_event_begins_is_not_when_the_article_was_published(event):
    text = "<p>The bridge over the harbour will be opened by the mayor, who invites the whole town to it.</p>" * 2
    html = f"<html lang=en><main><h1>Bridge opens</h1>{event}{text}</main>"
    assert fallbacks(html) == {}
    if "itemtype" in event:
        assert newsclean.clean_html(html).published is None


@pytest.mark.parametrize(
    "stated_as",
    ["Küstenmedien GmbH", "Küstenmedien GmbH & Co. KG", "Küstenmedien AG, Kronfeld, Germany", "Developed by Bo Lund"],
)
def test_companies_and_who_made_the_site_do_not_sign(stated_as):
    meta = f"<meta name=author content='{stated_as}'>"
    html = "<h1>Brücke offen</h1><div class=author>Ana Silva</div><p>a</p>"
    assert stated(meta + html)["authors"] == ("Ana Silva",)
    found, otherwise = metadata.read(head(f"{meta}<h1>Brücke offen</h1>"))
    assert "authors" not in {**found, **otherwise}
    assert stated("<meta name=author content='Ana Silva | Küstenmedien AG'>")["authors"] == ("Ana Silva",)


@pytest.mark.parametrize(
    ("language", "stated_as", "name"),
    [
        ("es", "Ana Silva | El Sol de Valdeza", "Ana Silva"),
        ("fr", "Ana Silva - Les Rives du Sud", "Ana Silva"),
        ("fa", "مریم احمدی - شیراز", "مریم احمدی"),
    ],
)
def test_papers_and_places_behind_a_bar_do_not_sign(language, stated_as, name):
    html = f"<html lang={language}><meta name=author content='{stated_as}'><h1>Puente</h1>"
    assert stated(html)["authors"] == (name,)


@pytest.mark.parametrize("name", ["previous-next-byline", "prev_next", "prevNext"])
def test_who_signs_the_next_story_does_not_sign_this(name):
    html = f"<h1>Brug open</h1><p>{'De brug is weer open. ' * 9}</p><span id={name} class=author>Bo Lund</span>"
    assert "authors" not in stated(html)
