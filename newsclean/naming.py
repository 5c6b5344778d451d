"""What things are called on HTML pages: classes and ids, meta tags, microdata, directories in addresses.

One vocabulary for all who look for a byline, a date, a caption or the topics of an article, be it in a page's tree, in
the names that a `Tag` keeps, or in the addresses of links. It is written for the names in lower case, but where a
pattern ignores case itself. The names that the content models count (`SIGNS`) are part of their weights.
"""

from __future__ import annotations

import re

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
#: What captions are called; not who has one: "hasCaption".
CAPTION = re.compile(
    r"(?<!has)(?<!has[-_])caption|(?<![a-z])(?:legendea?|bildunterschrift|bildtext|bild[ae]?tekst|billedtekst|kuvateksti"
    r"|bijschrift|onderschrift|cutline|didascalia|lezanta|legenda|popisek|podpis|pie-?(?:de-?)?foto|resim-?alti"
    r"|epigrafe|bildlegende|fototext|fototekst)(?![a-z])"
)
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
    (
        "other",
        re.compile(
            r"(?<![a-z])(?:fact|info|fakten|product|produkt|profile?|bio|author|company|wissens|kompakt|stat)s?"
            r"[-_]?(?:box|boxes|boks|ruta|ruutu|kasten|card|panel)(?![a-z])|steckbrief|encadre|recuadro"
            r"|(?<![a-z])(?:key|fast|quick)-?facts(?![a-z])"
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

# Meta tags, those that are believed first before the others.

#: Attributes that name a meta tag.
META_NAMING = ("property", "name", "itemprop", "http-equiv")
META_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "dc.publisher")
META_AUTHORS = (
    "author", "article:author", "article:byline", "articleauthor", "byl", "byline", "dc.creator", "dcterms.creator",
    "dc.contributor", "sailthru.author", "parsely-author", "og:author", "og:article:author", "article.author",
    "twitter:data1", "twitter:misc:written by",
)  # fmt: skip
META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "publish-date", "publish_date", "published_date", "publication_date", "pubdate",
    "dc.date.issued", "dcterms.created", "dcterms.issued", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date", "date", "article.published", "article:published", "original-publish-date", "publisheddate",
    "og:pubdate", "dcterms.date", "dc.date.created", "datecreated", "article_date_original", "release_date",
    "displaydate", "content_create_date", "iso-8601-publish-date",
)  # fmt: skip
META_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "dc.date.modified", "article:modified", "revised", "updated_time", "modificationdate",
)  # fmt: skip
META_TAGS = ("article:tag", "news_keywords", "parsely-tags")
