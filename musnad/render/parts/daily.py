"""What is said on which day: an archive's statements by the day they are listed under, source by source."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, get_args

from musnad import address, edtf
from musnad.model import Archive, Article, Modality, Statement
from musnad.render.parts.rows import SHEET


class Said(NamedTuple):
    """A statement of a day: who published its text («» where nobody is named), its kind, its place."""

    source: str
    modality: Modality
    id: str
    at: Statement


def source_of(article: Article) -> str:
    """Who published an article as far as it is told, else the agency it is from; «» where nobody is named."""
    return article.outlet or article.credit or next(iter(article.agencies), "")


def daily(archive: Archive) -> dict[str, tuple[Said, ...]]:
    """The statements of every day (ISO): said on it, or in its texts without a day of their own.

    One source's stand together, of these one kind's, of these one text's.
    """
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for article in archive.articles:
        published, source = edtf.single_day(article.date_published), source_of(article)
        for index, claim in enumerate(archive.annotations[article.id].claims):
            if day := edtf.single_day(claim.said) or published:
                said = Said(source, claim.modality, claim.id, Statement(article.id, index))
                found[day.isoformat()].append(said)
    kinds = get_args(Modality)
    return {
        day: tuple(sorted(said, key=lambda each: (each.source, kinds.index(each.modality))))
        for day, said in sorted(found.items())
    }


def listed(day: str, said: tuple[Said, ...], source: str, modality: Modality) -> str:
    """Where a day's list has its statements of a source and modality: the address and anchor of the first."""
    kind = source, modality
    number, first = next((n, each) for n, each in enumerate(said) if (each.source, each.modality) == kind)
    return f"{address.sheet(address.day(day), number // SHEET + 1)}#{first.id}"
