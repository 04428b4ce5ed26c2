"""The values that flow through the pipeline: frozen, without behaviour beyond their own meaning.

Offsets are Unicode code points. In a `Block`, `Format`, `Span`, `Mention` or `Claim` they count into
`Article.text`; only `ingest.align` turns them into offsets of a raw file.
"""

from musnad.model.annotations import (
    UNSURE,
    Annotations,
    Claim,
    ClaimKind,
    Comparator,
    Mention,
    MentionType,
    Modality,
    NameType,
    Quantity,
    Span,
    Voice,
)
from musnad.model.archive import Appearance, Archive, Doubt, Statement, Story
from musnad.model.article import Article, Block, Format, Post, Source, Zone
from musnad.model.entity import Entity, Title
from musnad.model.links import (
    Copied,
    Count,
    Link,
    Measure,
    Position,
    Proposal,
    Question,
    Reason,
    Rejection,
    Relation,
    Ruling,
)
from musnad.model.value import Output, Value

__all__ = [
    "UNSURE",
    "Annotations",
    "Appearance",
    "Archive",
    "Article",
    "Block",
    "Claim",
    "ClaimKind",
    "Comparator",
    "Copied",
    "Count",
    "Doubt",
    "Entity",
    "Format",
    "Link",
    "Measure",
    "Mention",
    "MentionType",
    "Modality",
    "NameType",
    "Output",
    "Position",
    "Post",
    "Proposal",
    "Quantity",
    "Question",
    "Reason",
    "Rejection",
    "Relation",
    "Ruling",
    "Source",
    "Span",
    "Statement",
    "Story",
    "Title",
    "Value",
    "Voice",
    "Zone",
]
