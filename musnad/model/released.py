"""What was published: releases, addresses that have no page of their own any more, older texts."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from musnad.model.article import Article
from musnad.model.value import Value

AddressKind = Literal[
    "article", "statement", "entity", "question", "story", "source", "day", "raw", "version", "list",
]  # fmt: skip
Fate = Literal["moved", "carried", "withdrawn", "unmarked", "unnamed", "gone", "present"]


class Release(Value, frozen=True):
    """A state of the archive that was published: its number, its day (ISO), its interfaces' languages.

    The first of the languages stood at the site's root.
    """

    number: int
    date: str
    languages: tuple[str, ...]


class Former(Value, frozen=True):
    """An address that was published and has no page of its own any more, and what became of it.

    Addresses count from an interface's root, that of kind «raw» from the site's. `name` is what was there, as
    last released: of an article its citation. `first` and `last` are the releases that had it. Its fate:
    «moved», by a curator, to the address `to`; «carried» there by the program, which has marked the words
    anew; «withdrawn» by a curator on the day `on` for the reason `why`; «unmarked»: its `words`, which stand
    at `place`, are no longer marked as a statement; «unnamed»: nothing names it any longer; «gone»: `place`
    has what is nearest to it; «present»: it names today's text, which is at `to`. `article` is what an
    article, version or statement belongs to was cited as.
    """

    address: str
    kind: AddressKind
    name: str
    first: Release
    last: Release
    fate: Fate
    to: str | None = None
    on: str | None = None
    why: str = ""
    words: str = ""
    place: str | None = None
    article: str = ""


class Version(Value, frozen=True):
    """An older text of an article, as it was released, its number and the releases that had it.

    `anchors` are the ids of statements that were marked in it last, with the place of their words. `raw` is
    the address of its raw file, from the site's root, where that is another one than today's.
    """

    number: int
    article: Article
    first: Release
    last: Release
    anchors: tuple[tuple[str, int, int], ...] = ()
    raw: str | None = None


class Past(Value, frozen=True):
    """What an archive has published, as far as its pages tell of it.

    `releases` are all, in order. `versions` are by article, the oldest first. `anchors` are the ids of
    statements that an article's page once had, each with the place in its present text where the words are,
    None where they are no longer in it; `paragraphs`, by article, how many an older text had, if more.
    `texts` are, of articles with older texts, the number of today's and the release that first had it, where
    one has. `lists` are the published lists and further sheets of pages, those that still are too. `folders`
    are the published addresses by folder of a language that has no folder any more.
    """

    releases: tuple[Release, ...] = ()
    formers: tuple[Former, ...] = ()
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict)
    anchors: dict[str, tuple[tuple[str, int | None], ...]] = field(default_factory=dict)
    paragraphs: dict[str, int] = field(default_factory=dict)
    texts: dict[str, tuple[int, Release]] = field(default_factory=dict)
    lists: tuple[Former, ...] = ()
    folders: dict[str, tuple[Former, ...]] = field(default_factory=dict)

    @property
    def release(self) -> Release | None:
        """The latest release."""
        return self.releases[-1] if self.releases else None
