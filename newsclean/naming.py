"""What things are called on HTML pages: classes and ids, meta tags, microdata, directories in addresses.

One vocabulary for all who look for a byline, a date, a caption or the topics of an article, be it in a page's tree, in
the names that a `Tag` keeps, or in the addresses of links. It is written for the names in lower case, but where a
pattern ignores case itself. The names that the content models count (`SIGNS`) are part of their weights.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: What elements are called, besides bylines and authors, that name who wrote: the part of a pattern.
_SIGNERS = (
    "avtor|redactor|skribent|forfatter|yazar|muhabir|szerzo|ujsagiro|penulis|jurnalis|wartawan|periodista|giornalista|jornalista"
    "|dziennikarz|novinar|tac-?gia"
)
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
BYLINE = re.compile(
    rf"\b(?:by-?line|author|autor|auteur|writer|redakt|kirjoittaj|toimittaj|{_SIGNERS})|(?<!\S)by(?!\S)"
)
#: The same as whole words, for elements that hold nothing else; and what is called so beside other things.
BYLINE_ALONE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?(?:-?names?)?|autor(?:en?|es)?(?:name)?|writers?|auteurs?"
    rf"|journalist|reporter|redactores|kirjoittajat?|toimittajat?|{_SIGNERS}|signature|assinatura|autorenzeile)(?=$|[\s_-])"
    r"|(?:^|\s)(?:(?:posted|written|reported)[_-])?by(?=$|\s)"
)
NO_BYLINE = re.compile(
    r"comment|bio|about|related|card|teaser|avatar|quote|box"
    r"|image|photo|foto|bild|picture|credit|figure|caption"
)
#: What decks are called.
DECK = re.compile(
    r"(?:(?<![a-z])|article|story|post|news|head(?:er)?)"
    r"(?:deck|dek|standfirst|strapline|subtitle|sub-title|subhead(?:line|ing)?|lead|lede|intro|summary|excerpt|preamble|preface"
    r"|teaser|abstract|chapo|chapeau|ingress|perex|bajada|copete|entradilla|sommario|manchet|vorspann|spot"
    r"|inledning|indledning|ingressi|podnaslov|podtitul|podtytul|zajawka|anonce|anons|lid|sapo|ozet|bevezeto"
    r"|linha-?fina|subtitulo|sottotitolo|sous-?titre|untertitel|ondertitel)"
    r"(?:-?text)?(?![a-z])"
)
#: What the elements are called that hold the points which sum an article up.
POINTS = re.compile(
    r"(?<![a-z])(?:(?:key|story|summary|main|quick|article|bullet|highlight)?[_-]?(?:points|bullets|highlights|take-?aways)"
    r"|at-a-glance|stichpunkte|kernpunkte|auf-einen-blick|(?:hoofd|kern)punten|points-(?:cles|forts)|puntos-clave|pontos-chave"
    r"|punti-chiave|punkt(?:lista|liste)|poentit|w-skrocie|najwazniejsze-punkty|kljucne-tocke|poin-(?:penting|utama))(?![a-z])"
)
#: What the body's first paragraph is called, which is no deck.
FIRST_PARAGRAPH = re.compile(r"(?<![a-z])lead[_-]?(?:in(?![a-z])|par(?:a|agraph|agraf)?(?![a-z]))")
#: The first of elements that are alike, and an initial that is set large.
FIRST_OF_ALL = re.compile(
    r"(?<![a-z])(?:first|initial|opening|drop[_-]?cap|erster|premier|primer|primo|primeiro|primul|eerste|prvni|prv[aiy]|pierwszy"
    r"|perv[iy]j?|parvi|purvi|ilk|birinci|elso|forste|forsta|ensimmainen|esimene|pirm(?:as|ais|a)|pertama|dau-?tien|avvalin)"
    r"[_-]{0,2}(?:p|par|para|paragraph|line|letter|absatz|alinea|paragraphe|parrafo|paragrafo?|odstavec|odsek|odstavek|odlomak"
    r"|pasus|akapit|abzac|abzats|bekezdes|stycke|avsnitt|afsnit|kappale|loik|rindkopa|pastraipa|doan)?(?![a-z])"
)
#: What an initial is called that is set large, as that of a text is and none of a deck.
DROP_CAP = re.compile(
    r"(?<![a-z])(?:drop[_-]?(?:cap|letter)s?|(?:initial|first|big)[_-]?(?:cap|letter)s?|lettrine|capolettera|letra-?capitular"
    r"|capitular|initiale?|inicial[aek]?|bukvica)(?![a-z])"
)
#: What sets a text apart in its letters, by their names in style sheets.
LETTERS = re.compile(
    r"(?<![a-z])(?:(?:semi|demi|extra)-?)?(?:bold|medium|strong|large|larger|big|bigger|italic|xl|lg|font|fs|fw|size|serif"
    r"|fett|halvfet|negrita|gras|grassetto)(?![a-z])|\d"
)
#: What counts elements that are alike: "p-1", "p-2".
NUMBERS = re.compile(r"\d+")
#: A picture, and what is said of one, in what captions are called: the parts of a pattern.
_PICTURE = "photo|picture|pic|image|img|foto(?:grafi[ae])?|bild|slik[ae]|kuva|imagen|imagem|immagine|zdjeci[ae]|gambar"
_DESCRIBED = (
    "desc(?:r|ription)?|beschreibung|beskrivning|beskrivelse|descripcion|descricao|descrizione|descriere|omschrijving|kuvaus"
    "|leiras|aciklama(?:si)?|opis|popis"
)
#: What captions are called; not who has one: "hasCaption".
CAPTION = re.compile(
    r"(?<!has)(?<!has[-_])caption|(?<![a-z])(?:legendea?|bildunterschrift|bildtext|bild[ae]?tekst|billedtekst|kuvateksti"
    r"|(?:(?:af)?beeld(?:ing)?s?-?|foto-?)?(?:bijschrift|onderschrift)|cutline|didascalia|lezanta|legenda|popisek|podpis"
    r"|pie-?(?:de-?)?(?:foto|imagen)|peu-?(?:de-?)?(?:foto|imatge)|(?:resim|foto(?:graf)?)-?alti|epigrafe|bildlegende"
    r"|(?:foto|photo|bild|image)-?(?:text|tekst|legend[ae]?|unterschrift)|legende-?(?:photo|image)|leyenda|myndatexti"
    r"|kepalairas|pildiallkiri|fotoparaksts|(?:opis|podpis|potpis)-?(?:zdjecia|fotografii|slike|fotografije|foto|obrazku)"
    r"|popis-?(?:obrazku|fotky|foto)|keterangan-?(?:foto|gambar)|chu-?thich-?(?:anh|hinh)"
    rf"|(?:pic(?:ture)?|bild|photo|foto)-?box|(?:{_PICTURE})[_-]{{0,2}}(?:{_DESCRIBED})"
    rf"|(?:{_DESCRIBED})[_-]{{0,2}}(?:de[_-]?(?:la[_-]?)?)?(?:{_PICTURE}))(?![a-z])"
)
#: What elements are called that hold a picture; not who has one: "hasImage".
PICTURE = re.compile(rf"(?<!has)(?<!has[-_])(?<!with[-_])(?<!no[-_])(?<![a-z])(?:{_PICTURE})(?![a-z])")
#: What adverts are called, and their labels.
ADVERT = re.compile(
    r"(?<![a-z])(?:ads?|advert\w*|anzeigen?|werbung|annon[cs]\w{0,4}|reklam\w{0,5}|mainos|publicidad|publicite|publicidade"
    r"|publicitate|pubblicita|advertentie|inzer(?:ce|cia|at)|hirdetes|oglas|iklan|sponsored)(?![a-z])"
)


_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1 << 14)
def called_caption(names: str) -> bool:
    """Whether an element's names are a caption's; many of a page have the same."""
    return bool(CAPTION.search(names.lower()))


@lru_cache(maxsize=1 << 12)
def called_initial(names: str) -> bool:
    """Whether an element is called a large initial, or is said to begin with one."""
    return bool(DROP_CAP.search(names))


@lru_cache(maxsize=1 << 12)
def called_advert(names: str) -> bool:
    """Whether an element is called an advert, or what one is labelled with."""
    return bool(ADVERT.search(names))


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
#: What schema.org calls the dates of what an article tells of, in lower case, and the things that have such.
EVENT_DATES = frozenset(
    "startdate enddate previousstartdate doortime validfrom validthrough availabilitystarts availabilityends "  # noqa: SIM905
    "birthdate deathdate foundingdate dissolutiondate".split()
)
EVENT = re.compile(r"schema\.org/(?:[A-Za-z]*Event|EventSeries|Festival|Course(?:Instance)?|Hackathon|Schedule)\b")
#: What is added to the names of an element that describes one, and of one that says where it is a page of its own.
IS_EVENT, HAS_ADDRESS = "schema-event", "data-url"
#: The attributes in which elements say so.
ADDRESSES = frozenset({"data-url", "data-permalink", "data-article-url", "data-post-url", "data-story-url"})
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
    rf"|{_SIDE}|trend|popular|most-?read|latest|upcoming|events?(?![a-z])|calendar|up-?next|prev(?:ious)?[-_]?(?:and[-_]?)?next"
    r"|read-?(?:more|next|also)|footer|(?<![a-z])promos?(?![a-z])|more-?(?:news|stories|from|articles|posts)"
    r"|(?<![a-z])(?:columnists|columnistas|colunistas|editorialist[ie]|kolumnisten|kolumnister|(?:kose-?)?yazarlari?)(?![a-z])"
    r"|(?<![a-z])(?:authors|writers)-(?:strip|list|slider|carousel|grid|widget)(?![a-z])"
)
#: What schema.org calls organisations.
ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
#: What elements are called that hold something else beside or below an article, in Europe's and Asia's languages: the
#: parts of patterns. Boxes of facts; words on who wrote it, and on the outlet; readers' comments; further stories.
_BOXES = (
    r"(?:fact|fakt[ae]?|fakten|feiten|info|wissens|kompakt|stat|service|zahlen|tieto|bilgi|product|produkt|profile?|person"
    r"|expandable|bio|author|autor(?:en)?|auteurs?|company|firmen|unternehmens)s?"
    r"[-_]?(?:box|boxes|boks|ruta|rute|ruutu|laatikko|kasten|kast|kader|kutusu|blok|blokk|card|panel)"
    r"|(?:key|fast|quick)-?facts|steckbrief|encadres?|recuadros?|despieces?|riquadro|kadertekst|tekstkader|ramka|ramecek"
    r"|keretes|caseta|spravka|vrezka|box-?(?:info|facts?|dados|datos)"
)
_ABOUT = (
    r"bio(?:graphy|grafia|grafie|graphie)?|(?:about|meet)-?(?:the-?)?(?:authors?|writers?|contributors?|company)"
    r"|(?:authors?|writer|contributor|columnist|staff|autor|auteur)[-_]{0,2}(?:bio(?:graphy)?|about|description|blurb)"
    r"|sobre-(?:el-|la-|o-|a-)?autora?|(?:ueber|uber)-(?:den-|die-)?autor(?:in|en)?|a-propos-de-l-?auteur|boilerplate"
    r"|syndication|republish(?:ing)?"
)
_COMMENTS = (
    r"kommentare|commentaires|comentarios|commenti|reacties|kommentarer|kommentit|komentarze|komentare|yorumlar"
    r"|hozzaszolasok|comentarii|binh-luan"
)
_STORIES = (
    # English
    r"(?:next|related|recommended|similar|further|more|latest|popular|trending|recent)[-_]?"
    r"(?:articles?|story|stories|posts?|news|links?|reads?|content)|(?:read|up|see|also)[-_]?(?:next|more|also|read)"
    r"|most[-_]?(?:read|popular|viewed)|(?:story|article|news)[-_]?(?:teasers?|list|cards?)|recommendations?|gallery|galleries"
    r"|slide-?show|carousel"
    # German, Dutch
    r"|bildergalerie|fotostrecke|verwandte(?:-artikel)?|mehr-(?:zum-thema|aus|von|news|artikel)|lesen-sie-auch"
    r"|weitere-(?:artikel|themen|meldungen|nachrichten)|auch-interessant|lees-(?:ook|meer|verder)|andere-artikelen"
    r"|meer-(?:nieuws|uit|over|van|lezen)"
    # French, Spanish, Portuguese, Italian, Romanian
    r"|diaporama|(?:a-)?(?:lire|voir)-aussi|articles-(?:lies|similaires|associes)|autres-articles|sur-le-meme-(?:sujet|theme)"
    r"|galer[ií][ae]|fotogaleria|(?:noticias-|artigos-)?relacionad[oa]s|(?:mas|otras|ultimas|mais)-noticias|mas-(?:leidas|vistas)"
    r"|te-puede-interesar|(?:lee|ver|leia|veja)-tambien|(?:leia|veja)-(?:mais|tambem)|saiba-mais|mais-(?:lidas|vistas)"
    r"|leggi-anche|(?:articoli-)?correlat[ei]|altre-notizie|potrebbe(?:ro)?-interessart[ei]"
    r"|citeste-(?:si|mai)|(?:articole|stiri)-(?:similare|recomandate|asemanatoare)"
    # Swedish, Norwegian, Danish, Finnish
    r"|las-(?:mer|ocksa)|fler-nyheter|mest-last|relaterat|les-(?:mer|ogsa)|flere-(?:nyheter|nyheder|saker)|laes-(?:ogsaa?|mere)"
    r"|lue-(?:myos|lisaa)|luetuimmat"
    # Polish, Czech, Hungarian, Turkish, Greek, Russian
    r"|czytaj-(?:tez|takze|rowniez|wiecej)|zobacz-(?:takze|tez|rowniez)|powiazane|polecane|souvisejici|ctete-take"
    r"|dalsi-(?:clanky|zpravy)|kapcsolodo|ajanlo|(?:ilgili|diger|benzer)-?haberler|sxetika|diavaste"
    r"|(?:chitayte|smotrite)-takzhe|po-teme"
    # Indonesian, Vietnamese
    r"|baca-juga|(?:berita|artikel)-(?:terkait|lainnya)|terkait|terpopuler|tin-(?:lien-quan|khac|cung-chuyen-muc)"
)
#: What the elements are called that say what the outlet is. No article of it is called so.
OUTLET = re.compile(
    r"(?<![a-z])(?:about[-_]?(?:us|(?:the[-_])?(?:site|paper|newspaper|magazine|publisher|station))|ue?ber[-_]uns"
    r"|over[-_]ons|om[-_]oss?|qui[-_]sommes[-_]nous|a[-_]propos[-_]de[-_]nous|quienes[-_]somos|sobre[-_]nosotros|quem[-_]somos"
    r"|sobre[-_]nos|chi[-_]siamo|despre[-_]noi|o[-_]nas|o[-_]nama|tietoa[-_]meista|rolunk|hakkimizda|apie[-_]mus|par[-_]mums"
    r"|tentang[-_]kami|gioi[-_]thieu)(?![a-z])"
)
#: The kind, the names, and whether only what begins with a heading is meant.
ASIDES = (
    ("other", OUTLET, False),
    (
        "comments",
        re.compile(
            rf"(?<![a-z])(?:(?:reader|user|leser)s?[-_]?)?(?:(?:comments?|kommentare?|disqus|{_COMMENTS})"
            rf"[-_]?(?:list|section|area|thread|container|wrapper|feed)|{_COMMENTS})(?![a-z])"
        ),
        False,
    ),
    ("newsletter", re.compile(r"(?<![a-z])(?:news-?letters?|sign-?up)(?![a-z])"), False),
    (
        "other",
        re.compile(
            rf"(?<![a-z])(?:{_BOXES}|{_ABOUT}|vjs|video-?js|jw-?player|(?:video|audio|media)-?player)(?![a-z])"
            r"|(?<![a-z])(?:polls?|quiz|umfrage|sondage|encuesta|sondaggio|enquete)[-_]?(?:box|widget|container|card)?(?![a-z-])"
        ),
        False,
    ),
    ("related", re.compile(rf"(?<![a-z])(?:{_STORIES})(?![a-z])"), True),
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
    r"|(?:accessibility|accessible|a11y)-?(?:text|label|only)|(?<![\w-])(?:blind(?:[-_]?(?:txt|text))?|screen[-_]out"
    r"|sound[-_]only|vhide|off-?screen))"
    r"(?![a-z]|[-_:]*(?:mobile|tablet|desktop|xs|sm|md|lg|xl))"
)
#: What the elements of embedded posts are called.
POST = re.compile(
    r"twitter-|tweet|instagram|tiktok|bluesky|mastodon|threads-|reddit|fb-(?:post|xfbml)|telegram|social|embed"
)
#: What those elements are called that keep a part of the article for subscribers, as search engines want them named.
WITHHELD = re.compile(r"(?<![a-z])(?:paywall|premium|subscribers?-?only|gated)(?![a-z])")
#: Properties in microdata whose own properties are not the article's.
OTHERS_PROPERTIES = frozenset(
    {"comment", "review", "image", "publisher", "associatedmedia", "itemlistelement", "citation", "mentions"}
)

#: What elements are called that readers do not see; "hidden md:block" is seen on wide screens.
HIDDEN = re.compile(
    r"(?<!\S)(?:[\w-]*off-?screen|aural|is-hidden|u-hidden|hide|hidden(?!.*:(?:block|flex|grid|inline))"
    # Pictures that stand in for texts; words for "hidden" in Korea and Europe.
    r"|(?:[a-z]+[-_])?(?:ir|te?xt[-_]?hid(?:e|den)|hid(?:e|den)[-_]?te?xt|image[-_]replace(?:ment|d)?)|ir[-_](?:te?xt|pm|wa|su)"
    r"|(?:acc|wa|tit|title|heading)[-_]?(?:hide|hidden)|hidden[-_](?:tit|title|heading)|skip[-_]?(?:te?xt|title)"
    r"|invisible|unsichtbar|versteckt|oculto|nascosto|escondido|verborgen|skjult|dold|piilotettu|skryty?|ukryty?|rejtett|gizli"
    r")(?!\S)"
)
#: What the way to a page is called that it shows.
CRUMBS = re.compile(r"crumb|brotkrumen|kruemel|kruimel|fil-?d?-?ariane|rootline|briciole|okruszki", re.IGNORECASE)
#: What headlines are called; what the headings of sites, sections and boxes are; and elements around such.
HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|hed"
    r"|(?:entry|article|post|story|news|page|content|main|single|node)-?(?:title|heading|headline)"
    r"|title|titre|titel|titulo|titular|titolo|tytul|nadpis|naslov|titlu|otsikko|overskrift|zagolovok|baslik|judul|tieu-?de)"
    r"(?=$|[\s_-])"
)
#: What the title of a whole article is called, and no heading in one.
ARTICLE_TITLE = re.compile(
    r"(?<![a-z])(?:entry|article|articulo|artikel|post|story|news|detail|single|node)[_-]*"
    r"(?:title|headline|titel|titulo)(?![a-z])"
)
#: The number that a site gives each story, in more digits than parts of one are counted in.
STORY_NUMBER = re.compile(
    r"(?<![a-z])(?:post|article|articulo|artigo|articolo|artikel|artikull?|artykul|clanek|clanok|cikk|haber|story|node|nid"
    r"|news|noticia|notizia|entry)[_-]?(?:id[_-]?)?(\d{3,})(?!\d)"
)
NO_HEADLINE = re.compile(
    r"logo|brand|site-?(?:name|title)|masthead|section-?(?:name|title|head)|categor|menu|navigat|breadcrumb|widget"
    r"|sidebar|translat|search|comment|newsletter|cookie|modal|popup|related|archive|kicker|overline"
)
OTHER_HEADLINE = re.compile(
    rf"logo|branding|breadcrumb|menu|navigation|{_SIDE}|related|teaser|recommend|translat|comment(?!s?-(?:open|closed))"
    r"|newsletter|cookie|consent|modal|popup|trending|popular|most-?read"
)
#: What the picture with the site's name is called, or its file.
MASTHEAD = re.compile(r"(?<![a-z])(?:logo|mast-?head|brand(?:ing)?|name-?plate|site-?(?:name|title|header))(?![a-z])")
#: What the kicker in a headline is called.
KICKER = re.compile(
    r"kicker|overline|over-?title|sur-?titre|dachzeile|spitzmarke|roofline|topline|pretitle|antetitulo|occhiello"
    r"|vignette|eyebrow|entry-section|flag(?=$|[\s_-])|label(?=$|[\s_-])"
)

#: What the names of sections above headlines are called, and what is called so that holds other links, or no section.
SECTION = re.compile(
    rf"{KICKER.pattern}|crumb|(?<![a-z])(?:rubri[ckq]|ressort|sections?-?(?:name|title|label|link|tag)|cats?(?![a-z])|categor"
    r"|topics?|supra-?t|cintillo|volanta|chapeu|retranca|cartola|labels?)"
)
MENU = re.compile(
    r"(?<![a-z])(?:sub-?|main-?|top-?|site-?)?nav(?:i|bar|link|item|list|button|panel)?(?![a-z])|navigation|menu|logo"
    r"|brand(?:ing)?(?![a-z])|mast-?head|site-?(?:name|title|description|head)|tag-?line|drop-?down|trend|ribbon|sponsor"
    r"|caption|pop-?(?:up|over)"
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
META_SECTION = ("article:section", "og:article:section", "og:section", "section", "parsely-section", "prism.section")
META_TIER = ("article:content_tier", "og:article:content_tier", "content_tier")
META_TAGS = ("article:tag", "news_keywords", "parsely-tags")

# The data that a page's scripts make it of, in small letters.

#: Keys of what an object is called, of its address, and of when it was published; what objects are called that are
#: articles.
DATA_TITLE = re.compile(r"title|headline|^(?:name|seo|meta(?:data)?)$")
DATA_ADDRESS = re.compile(r"slug|url|uri|path|permalink|link|href")
DATA_DATE = re.compile(r"publish|(?:display|create|release)_?date|created_?at|pub_?date")
DATA_ARTICLE = re.compile(r"article|story|news|post(?![a-z])")

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
