"""The next ledger: what the last one had, and what is published now."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from musnad import address
from musnad.model import Archive
from musnad.model.released import Past, Release
from musnad.release.ledger import Ledger, Place, Row, Text
from musnad.release.present import at, present
from musnad.release.texts import Texts, digest

Lists = Iterable[str]  # addresses of lists and further sheets


def record(
    ledger: Ledger, release: Release, archive: Archive, texts: Texts, past: Past, lists: Lists
) -> Ledger:
    """The ledger with a release added, if it is not its last. No address is ever taken out of it."""
    again = release in ledger.releases
    rows = dict(ledger.rows)
    standing = set()
    numbered = (*_older(past), *_today(past, texts))
    for row in (*present(archive, texts), *numbered, *(Row(home, "list", 0) for home in lists)):
        if row.address in standing:
            continue
        standing.add(row.address)
        old = ledger.row(row.address) if row.address in rows else None
        made = row._replace(first=old.first if old else release.number)
        if old and old.place and row.kind == "entity" and _holds(archive, texts, old):
            made = made._replace(place=old.place)
        if row.kind == "article":
            made = made._replace(text=_text(row, old, texts, release))
        rows[row.address] = made.rest
    for home in ledger.rows.keys() - standing:
        row = ledger.row(home)
        if row.last is None and not again:
            rows[home] = row._replace(last=release.number - 1).rest
    releases = ledger.releases if again else (*ledger.releases, release)
    return structs.replace(ledger, releases=releases, rows=rows)


def _older(past: Past) -> Iterable[Row]:
    """The pages of older texts, and their raw files."""
    for article, versions in past.versions.items():
        for version in versions:
            place = Place(article, version.number)
            text = Text(version.first.number, version.last.number, digest(version.article))
            yield Row(address.version(article, version.number), "version", 0, None, place, text)
            if version.raw:
                yield Row(version.raw, "raw", 0, None, place)


def _today(past: Past, texts: Texts) -> Iterable[Row]:
    """The addresses that today's texts will keep, of articles that have had others."""
    for article, (number, first) in past.texts.items():
        if today := texts.today(article):
            text = Text(first.number, None, digest(today))
            yield Row(address.version(article, number), "version", 0, None, Place(article, number), text)


def _text(row: Row, old: Row | None, texts: Texts, release: Release) -> Text:
    """An article's text: the one it had, or a new one from this release on."""
    assert row.place is not None
    today = texts.today(row.place.article)
    assert today is not None
    if old and old.text and old.text.digest == digest(today):
        return old.text
    return Text(release.number, None, digest(today))


def _holds(archive: Archive, texts: Texts, row: Row) -> bool:
    """Whether a name still stands first where it stood: so its line changes only when it must."""
    key = row.address.removeprefix("entities/").removesuffix(".html")
    return any(at(archive, texts, found) == row.place for found in archive.appearances.get(key, ()))
