"""What is cited, as a value."""

from __future__ import annotations

from typing import Literal

from musnad.model import Value


class Name(Value, frozen=True):
    """Somebody as a citation names them: as the Arabic has it, and in Latin letters where that is known.

    `kind` is the type of the name's record, `page` the address of its page from an interface's root; both are
    «» where there is none.
    """

    ar: str
    en: str | None = None
    kind: str = ""
    page: str = ""

    def called(self, form: str) -> str:
        """The name in a form, «ar» or «en»; the Arabic one where there is no other."""
        return self.en if form == "en" and self.en else self.ar


class Edition(Value, frozen=True):
    """Which of an article's texts is cited: its number, and the day of the release that first had it (ISO).

    `of` is the article's own address, where today's text is.
    """

    number: int
    date: str
    of: str


class Item(Value, frozen=True):
    """A page to a bibliography.

    `kind`: an article of the press, a statement in one, or a page of the archive's own making. `path` is its
    address from the site's root, `url` the absolute one where the archive has said where it will be hosted.
    `authors` wrote or said it, `agencies` brought it to `outlet`, which published it on `date` (EDTF).
    `archive` is what holds it. A statement stands `within` an article called so and may be `said` on a day
    (EDTF). `original` is where the text was published; `abstract` and `keywords` tell what it is about.
    `tongue` is the text's language. `edition` tells which text of an article it is, where there are several:
    then `path` and `url` are those of that text, which hold when today's is another.
    """

    kind: Literal["article", "statement", "page"]
    id: str
    title: Name
    archive: Name
    path: str
    url: str | None = None
    authors: tuple[Name, ...] = ()
    agencies: tuple[Name, ...] = ()
    outlet: Name | None = None
    date: str | None = None
    within: str | None = None
    said: str | None = None
    original: str | None = None
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    tongue: str = "ar"
    edition: Edition | None = None

    @property
    def contributors(self) -> tuple[Name, ...]:
        """The agencies that are not its authors themselves."""
        signed = {name.ar for name in self.authors}
        return tuple(name for name in self.agencies if name.ar not in signed)

    @property
    def address(self) -> str:
        """Its address: absolute where that is known, else from the site's root."""
        return self.url or self.path

    @property
    def latest(self) -> str:
        """As `address`, of what tells of it now."""
        return (self.url.removesuffix(self.path) if self.url else "") + self.home

    @property
    def home(self) -> str:
        """The address, from the site's root, of the page that tells of it now: of a text, its article's."""
        return self.edition.of if self.edition else self.path
