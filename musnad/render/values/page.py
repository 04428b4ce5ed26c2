"""A page: its address, its interface language, and the view that it shows."""

from __future__ import annotations

from typing import ClassVar

from musnad import address
from musnad.cite.item import Item
from musnad.config import Config
from musnad.model import Value


class View(Value, frozen=True, kw_only=True):
    """Base of every view: the archive's settings, and the template that shows it; what its page is to
    cite; whether its page's address is one to keep, in the ledger and the sitemap.
    """

    template: ClassVar[str]
    kept: ClassVar[bool] = True

    site: Config
    cite: Item | None = None

    @property
    def base(self) -> str:
        """Where the site's root is, seen from any address; empty where a page's own address tells."""
        return ""

    def title(self, language: str) -> str:
        """The archive's title in an interface language, else in the first it has one in."""
        titles = {str(code): title for code, title in self.site.title.items()}
        return titles.get(language) or next(iter(titles.values()), "")


Planned = tuple[str, View]  # a page's address from its interface's root, and its view


class Page(Value, frozen=True):
    """A page to render: its address from its interface's root, its interface language, what it shows."""

    address: str
    language: str
    view: View

    @property
    def path(self) -> str:
        """The page's address from the site's root: the archive's first language stands there."""
        first = self.view.site.languages[0]
        return self.address if self.language == first else f"{self.language}/{self.address}"

    @property
    def base(self) -> str:
        """The way from it to the site's root: "" or "../", or from any address."""
        return self.view.base or address.way_up(self.path)

    @property
    def root(self) -> str:
        """The same to its interface's root."""
        if self.view.base:
            return self.view.base + self.path.removesuffix(self.address)
        return address.way_up(self.address)

    @property
    def template(self) -> str:
        """The name of the template that shows it."""
        return self.view.template

    @property
    def strict(self) -> bool:
        """Whether it is well-formed as XML, and stays so."""
        return False

    def in_language(self, language: str) -> Page:
        """The same page in another interface language."""
        return Page(self.address, language, self.view)
