"""What things are called on HTML pages: classes and ids, meta tags, microdata, directories in addresses.

One vocabulary for all who look for a byline, a date, a caption or the topics of an article, be it in a page's tree, in
the names that a `Tag` keeps, or in the addresses of links. It is written for the names in lower case, but where a
pattern ignores case itself. The names that the content models count (`SIGNS`) are part of their weights.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: What elements are called, besides bylines and authors, that name who wrote: the part of a pattern.
_SIGNERS = "avtor|redactor|skribent|forfatter|yazar|muhabir|szerzo|penulis"
#: A directory in addresses that is called by those whose pages are in it: the part of a pattern.
AUTHORS = (
    r"(?:authors?|autor(?:en|es|i|a|as)?|auteurs?|auteur-e-s|redakteure?|journalists?|writers?|reporters?|contributors?"
    r"|avtor[yi]?|yazar(?:lar)?|skribent(?:er)?|forfatter|columnists?)/"
)
#: A directory in which sites keep a page for each topic: the part of a pattern.
TOPICS = (
    r"(?:tags?|topics?|thema|themen|sujets?|temas?|etiquetas?|argoment[io]|emner?|amnen?|aihe|etiket|konu|tegi?"
    r"|tudo-sobre|all-about|onderwerp(?:en)?|hashtags?|keywords?)/"
)
AUTHOR_PAGE = re.compile(rf"/{AUTHORS}[^/?#]", re.IGNORECASE)
TOPIC_PAGE = re.compile(rf"/{TOPICS}[^/?#]", re.IGNORECASE)

# Elements.

#: Attributes in which authors name elements.
NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
#: What authors call the elements of each sort, as the content models count it.
SIGNS = tuple(
    (name, re.compile(sign))
    for name, sign in (
        ("body", r"content|body|text|story|entry|post\b|article"),
        ("paragraph", r"paragraph|\bpar\b|richtext|copy"),
        ("comment", r"comment|disqus|reply|kommentar"),
        ("related", r"relat|teaser|recommend|more|mehr|read-?also|card|list"),
        ("share", r"shar|social|follow"),
        ("navigation", r"nav|menu|breadcrumb"),
        ("footer", r"foot|bottom"),
        ("side", r"side|aside|rail|widget"),
        ("prompt", r"newsletter|subscri|signup|paywall|abo|promo|donat|login"),
        ("advert", r"\bad\b|ads|advert|banner|sponsor|werb|anzeige"),
        ("caption", r"caption|credit|image|foto|photo|media|figure|gallery|slide|video"),
        ("author", r"author|byline|autor|bio|profile"),
        ("meta", r"meta|tag|topic|date|time|info|categor"),
        ("consent", r"cookie|consent|gdpr|privacy|modal|popup|overlay"),
        ("title", r"title|headline|heading"),
        ("deck", r"lead|deck|summary|intro|standfirst|perex|subtitle|excerpt|vorspann"),
        ("box", r"box|infobox|fact|pull|quote"),
        ("hidden", r"hidden|sr-only|visually|screen-reader"),
        ("itemprop", r"articlebody"),
    )
)
#: What bylines are called.
BYLINE = re.compile(rf"\b(?:by-?line|author|autor|auteur|writer|redakt|kirjoittaj|toimittaj|{_SIGNERS})")
#: The same as whole words, for elements that hold nothing else; and what is called so beside other things.
BYLINE_ALONE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?(?:-?names?)?|autor(?:en?|es)?(?:name)?|writers?|auteurs?"
    rf"|journalist|reporter|redactores|kirjoittajat?|toimittajat?|{_SIGNERS})(?=$|[\s_-])"
)
NO_BYLINE = re.compile(
    r"comment|bio|about|related|card|teaser|avatar|quote|box"
    r"|image|photo|foto|bild|picture|credit|figure|caption"
)
#: What decks are called.
DECK = re.compile(
    r"(?:(?<![a-z])|article|story|post|news|head(?:er)?)"
    r"(?:deck|dek|standfirst|strapline|subtitle|sub-title|subhead(?:line|ing)?|lead|lede|intro|summary|excerpt|preamble|preface"
    r"|teaser|abstract|chapo|chapeau|ingress|perex|bajada|copete|entradilla|sommario|manchet|vorspann|spot)"
    r"(?:-?text)?(?![a-z])"
)
#: What the body's first paragraph is called, which is no deck.
FIRST_PARAGRAPH = re.compile(r"(?<![a-z])lead-?(?:in(?![a-z])|para)")
#: What captions are called; not who has one: "hasCaption".
CAPTION = re.compile(
    r"(?<!has)(?<!has[-_])caption|(?<![a-z])(?:legendea?|bildunterschrift|bildtext|bild[ae]?tekst|billedtekst|kuvateksti"
    r"|bijschrift|onderschrift|cutline|didascalia|lezanta|legenda|popisek|podpis|pie-?(?:de-?)?foto|resim-?alti"
    r"|epigrafe|bildlegende|fototext|fototekst|(?:pic(?:ture)?|bild|photo|foto)-?box)(?![a-z])"
)


_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1 << 14)
def called_caption(names: str) -> bool:
    """Whether an element's names are a caption's; many of a page have the same."""
    return bool(CAPTION.search(names.lower()))


@lru_cache(maxsize=1 << 12)
def alike(names: str, others: str) -> bool:
    """Whether elements are called alike: the same, but for numbers and for what only one is called besides.

    >>> alike("story post-12", "story loaded post-13"), alike("story", "advert")
    (True, False)
    """
    own, other = (set(_NUMBER.sub("", called).split()) for called in (names, others))
    return own == other or (bool(own and other) and (own <= other or other <= own))


#: What blocks and, in a line, elements are called that name who took a picture.
CREDIT = re.compile(r"(?<![a-z])(?:credit|copyright|source|quelle|photographer|photoauthor|author)s?(?![a-z])")
INLINE_CREDIT = re.compile(
    r"(?<![a-z])(?:photo|image|picture|media|bild|foto)?[_-]{0,3}(?:credits?|kredit|cr[eé]ditos?|copyright|photographer"
    r"|fotograf[oa]?|nachweis|quelle|sources?|authors?|autor)(?:[_-]{1,3}(?:text|name|label))?(?=\s|$)"
)
#: What the times are called at which an article was published, or changed.
PUBLISHED = re.compile(r"publish|pubdate|entry-date|post-?date|posted|created|dt-published|article-?date|byline")
MODIFIED = re.compile(r"updat|modif|changed")
#: What elements are called that are the site's or another article's: no topics of this one stand in them.
OTHERS = re.compile(r"nav|menu|trend|popular|related|sidebar|side-bar|teaser|card|footer|breadcrumb", re.IGNORECASE)
#: A column beside the article, and not what only says whether there is one: the part of a pattern.
_SIDE = r"(?<!with-)(?<!without-)(?<!no-)(?<!has-)side-?bar"
#: What elements are called that hold comments, other articles or events: no byline and no date in them is this one's.
ANOTHERS = re.compile(
    r"comment(?!s?-(?:open|closed))|komm?ent|comentari|reactie|yorum|disqus"
    r"|(?<![a-z])repl(?:y|ies)(?![a-z])|respond|related|teaser|recommend"
    rf"|{_SIDE}|trend|popular|most-?read|latest|upcoming|events?(?![a-z])|calendar|up-?next"
    r"|read-?(?:more|next|also)|footer|more-?(?:news|stories|from|articles|posts)"
)
#: What schema.org calls organisations.
ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
#: What elements are called that hold something else beside or below an article: the kind, the names, and whether only
#: what begins with a heading is meant.
ASIDES = (
    (
        "comments",
        re.compile(
            r"(?<![a-z])(?:(?:reader|user|leser)s?[-_]?)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties"
            r"|kommentarer|komentarze|komentare|yorumlar|disqus)[-_]?(?:list|section|area|thread|container|wrapper|feed)"
            r"(?![a-z])"
        ),
        False,
    ),
    ("newsletter", re.compile(r"(?<![a-z])(?:news-?letters?|sign-?up)(?![a-z])"), False),
    (
        "other",
        re.compile(
            r"(?<![a-z])(?:fact|info|fakten|product|produkt|profile?|person|expandable|bio|author|company|wissens|kompakt|stat)s?"
            r"[-_]?(?:box|boxes|boks|ruta|ruutu|kasten|card|panel)(?![a-z])|steckbrief|encadre|recuadro"
            r"|(?<![a-z])(?:key|fast|quick)-?facts(?![a-z])"
            r"|(?<![a-z])(?:polls?|quiz|umfrage|sondage|encuesta|sondaggio|enquete)[-_]?(?:box|widget|container|card)?(?![a-z-])"
            r"|(?<![a-z])(?:vjs|video-?js|jw-?player|(?:video|audio|media)-?player)(?![a-z])"
        ),
        False,
    ),
    (
        "related",
        re.compile(
            r"(?<![a-z])(?:(?:next|related|recommended|similar|further|more|latest|popular|trending|recent)[-_]?"
            r"(?:articles?|story|stories|posts?|news|links?|reads?|content)|(?:read|up|see|also)[-_]?(?:next|more|also|read)"
            r"|most[-_]?(?:read|popular|viewed)|(?:story|article|news)[-_]?(?:teasers?|list|cards?)"
            r"|recommendations?|gallery|galleries|slide-?show|carousel|bildergalerie|fotostrecke|diaporama|galer[ií][ae]"
            r"|fotogaleria|(?:a-)?lire-aussi|articles?-lies|verwandte(?:-artikel)?|mehr-zum-thema|weitere-artikel|leia-mais"
            r"|veja-tambem|(?:noticias-|artigos-)?relacionad[oa]s|leggi-anche|correlat[ei]|lees-ook|les-ogsa|las-mer"
            r"|czytaj-(?:tez|takze)|souvisejici|ilgili-haberler|baca-juga)(?![a-z])"
        ),
        True,
    ),
)
#: What an element's style hides it by: from everybody, or by cutting it down to nothing for all but screen readers.
HIDING_STYLE = re.compile(
    r"(?<![\w-])(?:display\s{0,9}+:\s{0,9}+none|visibility\s{0,9}+:\s{0,9}+hidden"
    r"|clip\s{0,9}+:\s{0,9}+rect\(\s{0,9}+[01](?:px)?(?:[\s,]{1,9}+[01](?:px)?){3}"
    r"|clip-path\s{0,9}+:\s{0,9}+inset\(\s{0,9}+(?:50|100)%|(?:left|text-indent)\s{0,9}+:\s{0,9}+-\d{3,5}(?:px|em|rem))",
    re.IGNORECASE,
)
#: What those elements are called that only screen readers read out, at every width of the screen.
SCREEN_READER = re.compile(
    r"(?<![a-z])(?<!not-)(?:sr[-_]?only|(?:visually|visual|element|accessibly|a11y)[-_]?(?:hidden|invisible|hide)"
    r"|screen-?reader(?:-?(?:text|only|response))?|(?:show|visible|only)-for-sr|assistive-?text|off-?screen-?text"
    r"|(?:accessibility|accessible|a11y)-?(?:text|label|only))(?![a-z]|[-_:]*(?:mobile|tablet|desktop|xs|sm|md|lg|xl))"
)
#: What the elements of embedded posts are called.
POST = re.compile(
    r"twitter-|tweet|instagram|tiktok|bluesky|mastodon|threads-|reddit|fb-(?:post|xfbml)|telegram|social|embed"
)
#: What those elements are called that keep a part of the article for subscribers, as search engines want them named.
WITHHELD = re.compile(r"(?<![a-z])(?:paywall|premium|subscribers?-?only|gated)(?![a-z])")
#: Properties in microdata whose own properties are not the article's.
OTHERS_PROPERTIES = frozenset({"comment", "review", "image", "publisher", "associatedmedia"})

#: What elements are called that readers do not see; "hidden md:block" is seen on wide screens.
HIDDEN = re.compile(
    r"(?<!\S)(?:[\w-]*off-?screen|aural|is-hidden|u-hidden|hide|hidden(?!.*:(?:block|flex|grid|inline)))(?!\S)"
)
#: What headlines are called; what the headings of sites, sections and boxes are; and elements around such.
HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|hed"
    r"|(?:entry|article|post|story|news|page|content|main|single|node)-?(?:title|heading|headline)"
    r"|title|titre|titel|titulo|titolo|tytul|baslik)(?=$|[\s_-])"
)
NO_HEADLINE = re.compile(
    r"logo|brand|site-?(?:name|title)|masthead|section-?(?:name|title|head)|categor|menu|navigat|breadcrumb|widget"
    r"|sidebar|translat|search|comment|newsletter|cookie|modal|popup|related|archive|kicker|overline"
)
OTHER_HEADLINE = re.compile(
    rf"logo|branding|breadcrumb|menu|navigation|{_SIDE}|related|teaser|recommend|translat|comment(?!s?-(?:open|closed))"
    r"|newsletter|cookie|consent|modal|popup|trending|popular|most-?read"
)
#: What the kicker in a headline is called.
KICKER = re.compile(
    r"kicker|overline|over-?title|sur-?titre|dachzeile|spitzmarke|roofline|topline|pretitle|antetitulo|occhiello"
    r"|vignette|eyebrow|entry-section|flag(?=$|[\s_-])|label(?=$|[\s_-])"
)

# Meta tags, those that are believed first before the others. What parts their words ("publish-date", "publish_date",
# "article:publishDate") makes no difference.

#: Attributes that name a meta tag.
META_NAMING = ("property", "name", "itemprop", "http-equiv")
META_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "dc.publisher")
META_AUTHORS = (
    "author", "article:author", "article:author:name", "article:byline", "byl", "byline", "dc.creator",
    "dcterms.creator", "dc.contributor", "sailthru.author", "parsely-author", "og:author", "og:article:author",
    "citation_author", "rnews:creator", "rbauthors", "bt:author", "author_name", "authors", "creator", "prism.author",
    "twitter:data1", "twitter:misc:written by",
)  # fmt: skip
META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "publish-date", "published-date", "publication-date", "pub-date", "publish-time",
    "published-time", "publication-time", "dc.date.issued", "dc.date.published", "dc.date.publication", "dc.issued",
    "dcterms.created", "dcterms.issued", "dcterms.available", "prism.publicationdate", "prism.coverdate",
    "prism.creationdate", "rnews:datepublished", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article:published", "article:published_date", "article:publish_date", "article:publication_date",
    "article:publication_time", "article:publishtime", "article:publicationdate", "article:post_date", "article:date",
    "article:pubdate", "article_date_original", "og:article:published", "og:datepublished", "og:pubdate",
    "og:publish_date", "og:published_date", "og:regdate", "original-publish-date", "original-publication-date",
    "originally-published", "first-published", "first-publication-date", "citation_publication_date",
    "citation_online_date", "citation_date", "shareaholic:article_published_time", "vr:published_time",
    "mediator_published_time", "twt-published-at", "bt:pubdate", "rbpubdate", "dcsext.articlefirstpublished",
    "analyticsattributes.articledate", "pdate", "ptime", "iso-8601-publish-date", "content_create_date", "publish",
    "published", "published-at", "published-on", "posted-on", "post-date", "dateposted", "news-date", "story-date",
    "doc-date", "docdate", "issue-date", "issued", "release_date", "displaydate", "dc.date", "date", "dcterms.date",
    "dc.date.created", "dc.created", "datecreated", "date-created", "article:created", "article:created_time",
    "article:create_date", "created", "created-at", "creation-date", "create-date", "uploaddate",
    "video:release_date", "timestamp",
)  # fmt: skip
META_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "og:article:modified_time", "datemodified",
    "modified-time", "modified-date", "modified", "modified-at", "modification-date", "modification-time", "mod-date",
    "lastmod", "last-modified", "last-modified-date", "last-updated", "last-update", "lastmodifieddate",
    "dc.modified", "dc.date.modified", "dc.date.updated", "dcterms.modified", "prism.modificationdate",
    "rnews:datemodified", "article:modified", "article:modified_date", "article:updated", "article:updated_time",
    "article:update_time", "article:post_modified", "article_date_updated", "bt:moddate", "revised", "revision-date",
    "date-updated", "updated-time", "update-time", "updated-date", "update-date", "updated-at", "updated",
    "cxenseparse:modifiedtime",
)  # fmt: skip
META_TAGS = ("article:tag", "news_keywords", "parsely-tags")

# Pictures.

#: Where pages state the article's picture, and where one that is shown has its address; that of lazy ones stands first.
META_IMAGE = (
    "og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url",
    "sailthru.image.full", "thumbnail",
)  # fmt: skip
IMAGE_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
#: What the files are called that show no article's picture; "apple-logo.jpg" may.
NO_PICTURE = re.compile(
    r"(?:site-?|og-?)?(?:logo|favicon|placeholder|no-?image|default-?image|blank|spacer|pixel|avatar|gravatar)",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """A meta tag's name as it is compared: its letters and digits, in lower case."""
    return "".join(filter(str.isalnum, name.lower()))
