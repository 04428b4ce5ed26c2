"""The addresses that an archive has now and that may be cited, each as a line of the ledger would have it.

Of releases these lines know nothing yet. Lists, and further sheets of long pages, are no part of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad import address, edtf, naming
from musnad.model import Appearance, Archive, Article
from musnad.release.ledger import Place, Row
from musnad.release.texts import Texts

MADE = "n-"  # how the ids of names begin that no record has
PROPOSED = "s-"  # how those of stories begin that the machine proposes


def present(archive: Archive, texts: Texts) -> Iterator[Row]:
    """Every citable address of the archive, in no order."""
    for article in archive.articles:
        text = texts.number(article.id)
        yield Row(
            address.article(article.id),
            "article",
            0,
            None,
            Place(article.id, text),
            None,
            cited(article, archive),
        )
        if article.source:
            yield Row(address.raw(article.id, article.source.path), "raw", 0, None, Place(article.id, text))
        for claim in archive.annotations[article.id].claims:
            span = claim.content
            yield Row(
                address.claim(claim.id), "statement", 0, None, Place(article.id, text, span.start, span.end)
            )
    sources = archive.sources.keys() | _channels(archive)
    for key in (
        archive.appearances.keys() | archive.statements_by.keys() | sources
    ) & archive.entities.keys():
        yield Row(
            address.entity(key),
            "entity",
            0,
            None,
            _first(archive, texts, key),
            None,
            _line(archive.entities[key].name_ar),
        )
    for key in sources:
        yield Row(address.source(key), "source", 0, None, None, None, _line(naming.name(archive, key)))
    for day in archive.days.keys() | _said(archive):
        yield Row(address.day(day), "day", 0, None, None, None, day)
    for question in archive.questions:
        yield Row(address.question(question.id), "question", 0, None, None, None, _told(question.question))
    for story in archive.stories:
        place = None if story.fixed else Place(story.articles[0], texts.number(story.articles[0]))
        yield Row(address.story(story.id), "story", 0, None, place, None, _told(story.title))


def cited(article: Article, archive: Archive) -> str:
    """An article as a line that cites it: title, outlet, day, authors."""
    outlet = naming.name(archive, article.outlet) if article.outlet else None
    authors = "، ".join(article.authors)
    return _line(" · ".join(filter(None, (naming.title(article), outlet, article.date_published, authors))))


def _channels(archive: Archive) -> set[str]:
    voices = (voice for own in archive.annotations.values() for claim in own.claims for voice in claim.via)
    return {key for voice in voices if (key := voice.entity or voice.name)}


def _said(archive: Archive) -> set[str]:
    days = (edtf.single_day(claim.said) for own in archive.annotations.values() for claim in own.claims)
    return {day.isoformat() for day in days if day}


def _first(archive: Archive, texts: Texts, key: str) -> Place | None:
    """Where a name that no record has stands first: by it the name is found should it get another id."""
    found = archive.appearances.get(key, ())
    return at(archive, texts, found[0]) if key.startswith(MADE) and found else None


def at(archive: Archive, texts: Texts, appearance: Appearance) -> Place:
    """The place of a mention."""
    mention = archive.annotations[appearance.article].mentions[appearance.mention]
    return Place(appearance.article, texts.number(appearance.article), mention.start, mention.end)


def _told(words: dict[str, str]) -> str:
    return _line(words.get("ar") or next(iter(words.values()), ""))


def _line(words: str) -> str:
    return " ".join(words.split())
