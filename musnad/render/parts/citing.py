"""What of the planned pages is cited, and how templates write it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import structs

from musnad.arabic.script import is_arabic
from musnad.cite import brief, files, meta, plain, signposts
from musnad.cite.item import Item
from musnad.cite.items import Items
from musnad.config import Config
from musnad.model import Archive
from musnad.model.released import Past
from musnad.render.text.fragments import fragment
from musnad.render.text.tongues import runs
from musnad.render.values.page import View
from musnad.render.values.past import VersionView
from musnad.render.values.questions import QuestionView
from musnad.render.values.statements import ClaimView
from musnad.render.values.stories import StoryView
from musnad.render.values.views import ArticleView, EntityView


class Citing:
    """Gives each view the item that its page is."""

    def __init__(self, archive: Archive, config: Config, past: Past) -> None:
        self._items = Items(archive, config, past)
        self._claims = archive.claims
        self._questions = {question.id: question for question in archive.questions}
        self._stories = {story.id: story for story in archive.stories}

    def cited(self, view: View) -> View:
        """The view with its item, if it is one of a page that is cited."""
        item = self._item(view)
        return structs.replace(view, cite=item) if item else view

    def _item(self, view: View) -> Item | None:
        match view:
            case ArticleView():
                return self._items.article(view.article.id)
            case VersionView():
                return self._items.version(view.version)
            case ClaimView():
                return self._items.statement(self._claims[view.row.id])
            case EntityView():
                return self._items.entity(view.entity.id)
            case QuestionView():
                return self._items.question(self._questions[view.id])
            case StoryView():
                return self._items.story(self._stories[view.name.id])
        return None


def _citation(context: Context, item: Item, style: plain.Style, form: str) -> Markup:
    """An item in a style and a form, as HTML: each name and title, and the address, is set apart as a
    whole.
    """
    line = plain.cited(item, style, form, context["words"][form])
    apart = sorted((value for value in _values(item, form) if value and value in line), key=len, reverse=True)
    pieces: list[str | Markup] = [line]
    for value in apart:
        pieces = [each for piece in pieces for each in _cut(piece, value, form)]
    return Markup("").join(pieces)


def _cut(piece: str | Markup, value: str, form: str) -> Iterator[str | Markup]:
    """A piece of a line as it is where it is set apart already, else with a value set apart wherever it has
    it.
    """
    if isinstance(piece, Markup):
        yield piece
        return
    first, *others = piece.split(value)
    yield first
    for other in others:
        yield _apart(value, form)
        yield other


def _values(item: Item, form: str) -> set[str]:
    """What an item fills in."""
    names = (item.title, item.archive, *item.authors, *item.agencies, *([item.outlet] if item.outlet else []))
    return {item.address, item.within or "", *(name.called(form) for name in names)}


def _apart(value: str, form: str) -> Markup:
    arabic = is_arabic(value)
    start = "<bdi>" if arabic == (form == "ar") else '<bdi lang="ar">' if arabic else '<bdi lang="en">'
    return Markup(start) + value + Markup("</bdi>")


def _records(context: Context, item: Item) -> list[files.Record]:
    return files.records(item, context["base"], filed=not isinstance(context["view"], VersionView))


def _data(item: Item) -> Markup:
    """An item as JSON-LD inside a script: no «<» is left that could end it."""
    text = json.dumps(brief.brief(item), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "fragment": fragment,
    "citation": pass_context(_citation),
    "records": pass_context(_records),
    "meta_tags": meta.tags,
    "context_object": meta.context,
    "linked_data": _data,
    "media_of": signposts.media_of,
    "runs_in": runs,
}
