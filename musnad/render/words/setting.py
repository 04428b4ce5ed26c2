"""What rendering in one interface language from one page knows: its words, and the way to other pages."""

from __future__ import annotations

from typing import NamedTuple

from jinja2.runtime import Context

from musnad.render.values.common import Who
from musnad.render.words.language import Words, in_words


class Setting(NamedTuple):
    """An interface language, its words, and the way from the page to its interface's root."""

    language: str
    words: Words
    root: str

    def name(self, who: Who) -> str:
        """What the interface calls somebody; the Arabic name where it has no other."""
        return who.called(self.language) or str(self.words["nobody"])

    def date(self, value: str, near: str | None = None) -> str:
        """An EDTF value in words, a single day without the year if it is `near`'s."""
        return in_words(value, self.words["date"], near)


def here(context: Context) -> Setting:
    """The setting of the page that a template is rendered for."""
    return Setting(language=context["language"], words=context["w"], root=context["root"])
