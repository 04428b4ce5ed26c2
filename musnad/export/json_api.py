"""The archive as a static JSON API: what a program would ask a server for, as files.

`api/index.json` tells which lists there are. A list's parts are `api/<list>/list.<n>.json`; an article with
all that stands in it is `api/articles/<id>.json`. `api/openapi.json` describes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import asdict

from musnad import address, model
from musnad.config import Config
from musnad.export import api_values as values
from musnad.export.openapi import description
from musnad.export.table_rows import met
from musnad.model import Archive, Claim, Output, Value
from musnad.model.released import Past

_PART = 250  # of a list in a file


def api(archive: Archive, config: Config, past: Past) -> Iterator[Output]:
    """The files of the API, articles first."""
    made = _Api(archive, config)
    for one in archive.articles:
        yield _file(address.data(one.id), made.article(one))
    told: dict[str, values.List] = {}
    for name, keys, value, part in (
        ("articles", [one.id for one in archive.articles], made.row, values.Articles),
        ("statements", sorted(archive.claims), made.statement, values.Statements),
        ("entities", met(archive), made.entity, values.Entities),
        ("stories", [one.id for one in archive.stories], made.story, values.Stories),
        ("questions", [one.id for one in archive.questions], made.question, values.Questions),
    ):
        told[name] = _told(name, keys)
        yield from _list(name, keys, value, part)
    yield _file(
        "api/index.json",
        values.Index(
            version="1",
            title=_words(config.title),
            about=_words(config.about),
            url=config.url,
            license=config.license,
            release=past.release,
            page=made.page("index.html", 1),
            description="openapi.json",
            **told,
        ),
    )
    yield Output("api/openapi.json", description(config))


def _told(name: str, keys: Sequence[str]) -> values.List:
    """What the index says of a list."""
    cut = [keys[start : start + _PART] for start in range(0, len(keys), _PART)]
    files = (f"{name}/list.{number}.json" for number in range(1, len(cut) + 1))
    parts = (values.Part(file, len(some), some[0], some[-1]) for file, some in zip(files, cut, strict=True))
    return values.List(len(keys), tuple(parts))


def _list(
    name: str, keys: Sequence[str], value: Callable[[str], Any], part: Callable[..., Value]
) -> Iterator[Output]:
    """A list's parts."""
    for number, start in enumerate(range(0, len(keys), _PART), 1):
        after = f"list.{number + 1}.json" if start + _PART < len(keys) else None
        items = tuple(map(value, keys[start : start + _PART]))
        yield _file(f"api/{name}/list.{number}.json", part(items, after))


def _file(path: str, value: Value) -> Output:
    return Output(path, msgspec.json.encode(value) + b"\n")


def _words(words: Any) -> dict[str, str]:
    """Words by language."""
    return {str(language): text for language, text in words.items()}


class _Api:
    """Makes the values of an archive; addresses of pages count from `root` where the archive has none."""

    def __init__(self, archive: Archive, config: Config) -> None:
        self._archive = archive
        self._url = config.url.rstrip("/") + "/" if config.url else None
        self._articles = {one.id: one for one in archive.articles}
        self._stories = {one.id: one for one in archive.stories}
        self._questions = {one.id: one for one in archive.questions}
        self._met = frozenset(met(archive))

    def page(self, path: str, depth: int = 2) -> str:
        """The address of a page, for a file so many folders deep."""
        return (self._url or "../" * depth) + path

    def article(self, one: model.Article) -> values.Article:
        """An article with all that stands in it."""
        own = self._archive.annotations[one.id]
        return values.Article(
            **asdict(one),
            page=self.page(address.article(one.id)),
            raw=self.page(address.raw(one.id, one.source.path)) if one.source else None,
            mentions=own.mentions,
            statements=tuple(self._statement(one, claim) for claim in own.claims),
            names=dict(self._names(one, own)),
        )

    def row(self, key: str) -> values.ArticleRow:
        """An article in the list."""
        one, own = self._articles[key], self._archive.annotations[key]
        return values.ArticleRow(
            id=key,
            title=one.title,
            date_published=one.date_published,
            language=one.language,
            outlet=one.outlet,
            agencies=one.agencies,
            url=one.url,
            mentions=len(own.mentions),
            statements=len(own.claims),
            file=address.data(key).removeprefix("api/articles/"),
            page=self.page(address.article(key)),
        )

    def statement(self, key: str) -> values.Statement:
        """A statement."""
        at = self._archive.claims[key]
        return self._statement(
            self._articles[at.article], self._archive.annotations[at.article].claims[at.claim]
        )

    def entity(self, key: str) -> values.Entity:
        """An entity, with where the archive has it."""
        seen = self._archive.appearances.get(key, ())
        said = self._archive.statements_by.get(key, ())
        return values.Entity(
            **asdict(self._archive.entities[key]),
            page=self.page(address.entity(key)),
            mentions=len(seen),
            articles=tuple(dict.fromkeys(at.article for at in seen)),
            statements=tuple(self._archive.annotations[at.article].claims[at.claim].id for at in said),
            carried=self._archive.sources.get(key, ()),
        )

    def story(self, key: str) -> values.Story:
        """A story."""
        one = self._stories[key]
        return values.Story(
            id=key,
            page=self.page(address.story(key)),
            fixed=one.fixed,
            title=one.title,
            about=one.about,
            when=one.when,
            articles=one.articles,
            entities=one.entities,
            questions=one.questions,
        )

    def question(self, key: str) -> values.Question:
        """A contested question."""
        one = self._questions[key]
        page = self.page(address.question(key))
        return values.Question(key, page, one.question, one.about, one.positions)

    def _statement(self, article: model.Article, claim: Claim) -> values.Statement:
        return values.Statement(
            **asdict(claim),
            article=article.id,
            date=article.date_published,
            page=self.page(address.claim(claim.id)),
            one=self._archive.renderings.get(claim.id, (claim.id,))[0],
            links=tuple(self._link(claim.id, link) for link in self._archive.links.get(claim.id, ())),
        )

    def _link(self, key: str, link: model.Link) -> values.Link:
        other = link.b if link.a == key else link.a
        return values.Link(**asdict(link), other=other, article=self._archive.claims[other].article)

    def _names(self, one: model.Article, own: model.Annotations) -> Iterator[tuple[str, values.Named]]:
        """The entities of an article, by id."""
        voices = [voice.entity for claim in own.claims for voice in (claim.speaker, *claim.via)]
        meant = [key for mark in own.mentions for key in (mark.entity, *mark.candidates)]
        carriers = (*one.agencies, one.outlet, one.credit)
        known = self._archive.entities
        for key in sorted({key for key in (*voices, *meant, *carriers) if key in known}):
            named = known[key]
            page = self.page(address.entity(key)) if key in self._met else None
            yield key, values.Named(named.type, named.name_ar, named.name_en, page)
