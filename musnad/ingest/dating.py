"""When an article was published, by its own words: EDTF, as sure as they are.

Measured on 29,000 dated reports of six outlets, the day a report calls «اليوم» or «أمس» is right nearly
always; a day it merely names is as often to come or long past. So only these become values, the others
are hints.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from musnad.ingest.credits import UPDATED, is_date_line
from musnad.ingest.days import Day, find, weekdays
from musnad.ingest.pieces import Piece, Pieces, context
from musnad.ingest.plain import plain
from musnad.ingest.proposal import Evidence
from musnad.ingest.words import any_of
from musnad.ingest.years import Years
from musnad.model import Entity, Post

_DAY = datetime.timedelta(days=1)
_REPORT = ("headline", "subhead", "body", "caption", "dateline")
_OPENING = 3  # pieces of the report
_TODAY = re.compile(r"(?<!\w)(?:و?(?P<today>اليوم|يومه)|(?P<yesterday>ا?مس|الامس|بالامس))[\s،,]*$")
_COMMA = re.compile(r"[،,]\s*(?:يوم\s+|مساء\s+|صباح\s+)*$")
_NOT_ITS_OWN = re.compile(
    rf"(?<!\w)(?:{any_of('to_come')}|س[يت]\w{{3,}}|{any_of('bound')}[\s،,]+(?:يوم\s+|مساء\s+|صباح\s+)?$)"
)
_TELLS = re.compile(rf"{any_of('telling')}(?:ت|وا)?(?!\w)")


class Dating(NamedTuple):
    """The dates an article gives itself, and the words for them."""

    published: str | None
    modified: str | None
    evidence: tuple[Evidence, ...]


class _Said(NamedTuple):
    """A day the report names, and where."""

    day: Day
    piece: Piece
    opens: bool

    @property
    def before(self) -> str:
        return plain(self.piece.words[max(0, self.day.start - 40) : self.day.start])

    def evidence(self, field: str, why: str) -> Evidence:
        words = context(self.piece.words, self.day.start, self.day.end)
        return Evidence(field=field, words=words, line=self.piece.line, reason=why)


def read(
    pieces: Pieces, posts: tuple[Post, ...], entities: tuple[Entity, ...], today: datetime.date
) -> Dating:
    """The dates of the article that `pieces` are; `entities` with titles and their times help with years."""
    lines = [piece for piece in pieces if piece.zone == "dateline" and is_date_line(piece.words)]
    updated = [piece for piece in lines if UPDATED.search(plain(piece.words))]
    published = _line([piece for piece in lines if piece not in updated], "date_published")
    modified = _line(updated, "date_modified")
    report = [
        piece for piece in pieces if piece.zone in _REPORT and piece.post is None and piece not in lines
    ]
    named = list(_named(report))
    posted = [datetime.date.fromisoformat(post.date) for post in posts if post.date]
    if not published:
        past = [one for one in named if not _NOT_ITS_OWN.search(one.before)]
        in_years = {one.day.year for one in named if one.day.year} | {date.year for date in posted}
        years = Years(in_years, " ".join(piece.words for piece in report), entities, today)
        published = (
            _in_dateline(named)
            or _said_today(past, years)
            or _between_commas(past)
            or _last_post(report, posted)
            or _named_most(report, past, years)
        )
    hints = () if published else tuple(_hints(named))
    found = tuple(one for one in (published, modified) if one)
    return Dating(
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        evidence=(*(evidence for _, evidence in found), *hints),
    )


def _line(lines: list[Piece], field: str) -> tuple[str, Evidence] | None:
    for piece in lines:
        for day in find(piece.words):
            if day.year and (date := day.date()):
                return date.isoformat(), Evidence(field=field, words=piece.words, line=piece.line, reason="")
    return None


def _named(report: list[Piece]) -> Iterator[_Said]:
    for number, piece in enumerate(report):
        for day in find(piece.words):
            yield _Said(day, piece, number < _OPENING)


def _in_dateline(named: list[_Said]) -> tuple[str, Evidence] | None:
    """«دمشق 12-3-2019 (سانا)»."""
    for one in named:
        date = one.day.date() if one.day.year and one.piece.zone == "dateline" else None
        if date:
            return date.isoformat(), one.evidence("date_published", "")
    return None


def _said_today(named: list[_Said], years: Years) -> tuple[str, Evidence] | None:
    """A day the report calls today's or yesterday's."""
    for one in named:
        found = _TODAY.search(one.before)
        date = years.date(one.day) if found else None
        if found and date and one.day.weekday in (None, date.weekday()):
            date += _DAY if found["yesterday"] else datetime.timedelta()
            return date.isoformat(), one.evidence("date_published", "")
    return None


def _between_commas(named: list[_Said]) -> tuple[str, Evidence] | None:
    """«تحدث …، الأربعاء، 20 آذار، 2019، عن …»: the full day of what the first sentence tells."""
    for one in named:
        date = one.day.date() if one.day.year and one.opens else None
        if not date or date.weekday() != one.day.weekday or not _COMMA.search(one.before):
            continue
        later = re.search(r"[.؟!]\s", one.piece.words[: one.day.start])
        if not later and _TELLS.match(plain(one.piece.words)):
            why = "the day of what the first sentence tells"
            return f"{date.isoformat()}~", one.evidence("date_published", why)
    return None


def _last_post(report: list[Piece], posted: list[datetime.date]) -> tuple[str, Evidence] | None:
    """«اليوم السبت», and the last pasted post is of a Saturday: it was posted the same day."""
    last = max(posted, default=None)
    for piece in report if last else ():
        for weekday, start, end in _bare(piece):
            found = _TODAY.search(plain(piece.words[max(0, start - 20) : start]))
            if last and found and found["today"] and last.weekday() == weekday:
                words = context(piece.words, start, end)
                why = f"the day of the week of the last post, {last.isoformat()}"
                return f"{last.isoformat()}~", Evidence("date_published", words, piece.line, why)
    return None


def _named_most(report: list[Piece], named: list[_Said], years: Years) -> tuple[str, Evidence] | None:
    """The weekday the report names most, more than once, where its opening names it with day and month."""
    counted = Counter(weekday for piece in report for weekday, _, _ in _bare(piece))
    most = [weekday for weekday, count in counted.most_common(1) if count > 1]
    for one in named:
        date = years.date(one.day) if one.opens and one.day.weekday in most else None
        if date:
            return f"{date.isoformat()}~", one.evidence("date_published", "the weekday named most")
    return None


def _bare(piece: Piece) -> Iterator[tuple[int, int, int]]:
    """The weekdays a piece names without a date: Monday as 0, start, end."""
    dated = {at for day in find(piece.words) for at in range(day.start, day.end)}
    for start, end, weekday in weekdays(piece.words):
        if start not in dated:
            yield weekday, start, end


def _hints(named: list[_Said]) -> Iterator[Evidence]:
    """The last full day the report names, for the curator to judge by."""
    full = [(date, -one.piece.line, one) for one in named if one.day.year and (date := one.day.date())]
    if full:
        date, _, one = max(full, key=lambda item: item[:2])
        yield one.evidence("the last day named", date.isoformat())
