"""Records as files of the site, beside the pages that they are of; of other pages as links that hold them
whole.

Articles, questions and stories have files, so that machines find them by their address. Statements and names
are many times as many: their records are in their pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from musnad.cite import bibtex, csl, ris
from musnad.cite.item import Item
from musnad.cite.items import Items
from musnad.config import Config
from musnad.model import Archive, Output
from musnad.model.released import Past


class Format(NamedTuple):
    """A format of records: what it is called, how its files end, its media type, what writes it."""

    name: str
    suffix: str
    media: str
    write: Callable[[Item], str]


FORMATS = (
    Format("BibTeX", ".bib", "application/x-bibtex", bibtex.written),
    Format("RIS", ".ris", "application/x-research-info-systems", ris.written),
    Format("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", csl.written),
)


_ESCAPED = "".join(map(chr, range(33))) + '%#"<>{}[]|\\^`'
_IN_LINKS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in _ESCAPED})  # what a URL escapes


class Record(NamedTuple):
    """A record to take away: its format's name, where it is (from the page's folder), its file's name."""

    name: str
    href: str
    file: str
    media: str


def records(item: Item, base: str, filed: bool = True) -> list[Record]:
    """The records of an item for its page, from which `base` leads to the site's root.

    Without `filed` they are in the page: there are none beside it.
    """
    stem = item.home.removesuffix(".html")
    name = item.path.removesuffix(".html").rsplit("/", 1)[-1]
    found = []
    for form in FORMATS:
        if filed and _filed(item):
            href = f"{base}{stem}{form.suffix}"
        else:
            href = f"data:{form.media};charset=utf-8,{form.write(item).translate(_IN_LINKS)}"
        found.append(Record(form.name, href, name + form.suffix, form.media))
    return found


def _filed(item: Item) -> bool:
    return item.path.startswith(("articles/", "questions/", "stories/"))


def files(archive: Archive, config: Config, past: Past) -> Iterator[Output]:
    """The records that are files."""
    items = Items(archive, config, past)
    for article in archive.articles:
        yield from _written(items.article(article.id))
    for question in archive.questions:
        yield from _written(items.question(question))
    for story in archive.stories:
        yield from _written(items.story(story))


def _written(item: Item) -> Iterator[Output]:
    stem = item.home.removesuffix(".html")
    for form in FORMATS:
        yield Output(stem + form.suffix, form.write(item).encode())
