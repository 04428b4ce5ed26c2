"""An article as it was read: its text, its blocks, what is known of its origin."""

from __future__ import annotations

from typing import Literal

from musnad.model.value import Value

Zone = Literal[
    "headline", "subhead", "dateline", "byline", "body", "caption",
    "tweet", "quote", "credit", "residue", "appended",
]  # fmt: skip


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
    the metadata and zones are as a machine proposed them or a curator has confirmed them. `warning`: a
    curator says whether, or with which words, a page warns before showing the text.
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
    warning: str | bool | None = None
