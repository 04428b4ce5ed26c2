"""The values that flow through the pipeline: frozen, without behaviour beyond their own meaning.

Offsets are Unicode code points. In a `Block`, `Format`, `Span`, `Mention` or `Claim` they count into
`Article.text`; only `ingest.align` turns them into offsets of a raw file.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Zone = Literal[
    "headline", "subhead", "dateline", "byline", "body", "caption",
    "tweet", "quote", "credit", "residue", "appended",
]  # fmt: skip
NameType = Literal["person", "organization", "place", "group", "event"]
MentionType = Literal["person", "organization", "place", "group", "event", "date", "quantity"]
UNSURE = 0.7  # of marks scored lower three in ten or more are wrong: pages say so, the review list has them
Comparator = Literal["=", ">", ">=", "<", "<=", "~", "vague"]
ClaimKind = Literal["direct", "indirect", "mixed", "according_to", "tweet"]
Modality = Literal["assert", "deny", "expect", "doubt", "accuse", "call", "ask", "answer"]


class Value(Struct, frozen=True):
    """Base of every value: immutable, hashable, encodable as JSON."""


class Source(Value, frozen=True):
    """A raw file as it came. `path` is relative to the archive's root, `sha256` in hexadecimal."""

    path: str
    sha256: str
    size: int  # bytes


class Block(Value, frozen=True):
    """A paragraph, heading or line of an article: one zone, one stretch of the text.

    `post` is the index in `Article.posts` of the pasted post (tweet) it belongs to; `continues` says that
    in the source no line break stood between the block before and this one. `line` is the line of the
    article's Markdown file on which it begins.
    """

    start: int
    end: int
    zone: Zone
    post: int | None = None
    continues: bool = False
    line: int = 0


class Format(Value, frozen=True):
    """Inline markup of an article somebody wrote in Markdown: emphasis, strong, code, link (`href`)."""

    start: int
    end: int
    tag: Literal["em", "strong", "code", "a"]
    href: str | None = None


class Post(Value, frozen=True):
    """A post of a platform pasted into an article, as its own author line names it. `date` is EDTF."""

    author: str
    handle: str | None = None
    date: str | None = None
    platform: str = "twitter"


class Article(Value, frozen=True):
    """One article of the archive.

    `text` is the blocks' words joined by a line feed each; no letter of it differs from the source.
    `outlet`, `agencies` and `credit` are ids of authority records where one is known, else names.
    `credit` is the publisher an article says it took its text from («المصدر: القدس العربي»).
    Dates are EDTF strings. `path` is the Markdown file's, `source` the raw file's. `status` says whether
    the metadata and zones are as a machine proposed them or a curator has confirmed them.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    path: str = ""
    source: Source | None = None
    formats: tuple[Format, ...] = ()
    posts: tuple[Post, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    credit: str | None = None
    url: str | None = None
    archive_url: str | None = None
    date_published: str | None = None
    date_downloaded: str | None = None
    date_modified: str | None = None
    language: str = "ar"
    status: Literal["proposed", "confirmed"] = "proposed"


class Span(Value, frozen=True):
    """A stretch of an article's text and its exact words: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


class Quantity(Value, frozen=True):
    """What a figure says. `number` is None for «العشرات»; unit «%» for percent; fractions are decimals.

    `counted` is the class of what is counted («killed», «money»), of those in the list of counted nouns;
    None where the text does not tell.
    """

    number: float | None
    comparator: Comparator
    unit: str | None
    counted: str | None = None


class Mention(Value, frozen=True):
    """A name, date or figure in the text. `by` names the annotator and rule that made it, and their version.

    `value` is an EDTF string for a date (None where its anchor is unknown), a `Quantity` for a quantity,
    None for a name; `anchor` is the EDTF date a relative date was resolved against. `entity` is the id of a
    name's entity, `candidates` are the ids of all it may be, where more than one fits. `score` is the
    probability that the mark is right, as measured on marked articles; 1 for what a person decided.
    """

    start: int
    end: int
    text: str
    type: MentionType
    by: str
    entity: str | None = None
    value: str | Quantity | None = None
    anchor: str | None = None
    candidates: tuple[str, ...] = ()
    score: float = 1.0


class Voice(Value, frozen=True):
    """Who speaks or relays: a known entity, or a role or name in words («مسؤول إعلامي»).

    `name` is None together with `entity` where the text names nobody: an unspecified speaker.
    """

    entity: str | None = None
    name: str | None = None


class Claim(Value, frozen=True):
    """Content that the text attributes to somebody; fields as in the annotation guidelines.

    `id` comes from the article's id and the content's folded words. `via` runs from the speaker towards
    the article, without its publisher. `said` is the date the text gives for the saying (EDTF); `by` and
    `score` as in a mention.
    """

    id: str
    content: Span
    kind: ClaimKind
    modality: Modality
    by: str
    source: Span | None = None
    cue: Span | None = None
    speaker: Voice = Voice()
    via: tuple[Voice, ...] = ()
    said: str | None = None
    score: float = 1.0


class Annotations(Value, frozen=True):
    """What the annotators found in one article, sorted by start and then longest first."""

    article: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


class Title(Value, frozen=True):
    """A title somebody holds: «الرئيس الأميركي», during an EDTF interval or for an unknown time."""

    name: str
    during: str | None = None


class Entity(Value, frozen=True):
    """An authority record: who or what a name refers to. The id of one made from a name begins with «n-».

    `role` says what the entity is to a report, where it is a source of reports: agency, outlet, platform.
    `country` is the place a nationality (type group) belongs to. `inflect` lets an adjective be met in
    every gender, number and case («سوري» as «السورية», «سوريين»). `ambiguous` are those of its names that
    are common words too («الدولة»), taken only after a class word («منطقة») or one of the words `context`.
    """

    id: str
    type: NameType
    name_ar: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    role: Literal["agency", "outlet", "platform"] | None = None
    country: str | None = None
    part_of: str | None = None
    inflect: bool = False
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    note: str | None = None


class Appearance(Value, frozen=True):
    """A mention seen from the archive: the article's id, and the mention's index in its annotations."""

    article: str
    mention: int


class Statement(Value, frozen=True):
    """A claim seen from the archive: the article's id, and the claim's index in its annotations."""

    article: str
    claim: int


class Doubt(Value, frozen=True):
    """A mention that a person should look at, and why.

    «several»: more than one entity fits (the mention's `candidates`); «unknown»: no record knows the name;
    «unsure»: the mark's score is low. `mention` is its index in the annotations of the article, `score` how
    sure it is: the mark's own score, shared among its candidates where there are several.
    """

    article: str
    mention: int
    reason: Literal["several", "unknown", "unsure"]
    score: float = 1.0


class Archive(Value, frozen=True):
    """Everything the pages, the search and the exports are made of; read-only.

    `articles` are in reading order (date, then id). Index keys: `appearances` and `statements_by` by
    entity id; `unnamed` by the words of a speaker no record knows («» for an unspecified one); `days` by
    ISO day; `sources` by authority id or name, each with the ids of the articles it carried.
    `review` lists what to look at, the least sure first.
    """

    articles: tuple[Article, ...]
    annotations: dict[str, Annotations]
    entities: dict[str, Entity]
    appearances: dict[str, tuple[Appearance, ...]]
    statements_by: dict[str, tuple[Statement, ...]]
    unnamed: dict[str, tuple[Statement, ...]]
    days: dict[str, tuple[Appearance, ...]]
    sources: dict[str, tuple[str, ...]]
    review: tuple[Doubt, ...] = ()


class Output(Value, frozen=True):
    """A file of the site: its address relative to the site's root, with «/», and its bytes."""

    path: str
    data: bytes
