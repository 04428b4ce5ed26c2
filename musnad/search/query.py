"""The query language, as `data/query.toml` has its signs and names.

words        all must match; «a b OR c» (also | and أو) asks for a, and for b or c: OR joins neighbours only
"a phrase"   words one after another; so is what is written together (19/3/2019, user@host), but for
             the article of a name in Latin letters (al-Jazeera, Al Jazeera), which is passed over
-word        without it
begin*       any word that begins so
field:value  what has it: a name, word by word (speaker, source, entity, cue), or one of the values (modality,
             kind); a name of several words stands in quotation marks
date:2019-03..2019-04   what came out then; also one year, month or day, or open to a side

A sign without its counterpart, a name that is no field and a date that is none are words like others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from musnad.arabic.analyzer import analyze
from musnad.arabic.fold import fold
from musnad.model import Value


class Asked(NamedTuple):
    """A word of a query: its folded form, as it was typed, whether it is only the beginning of one."""

    form: str
    typed: str
    begins: bool = False


Phrase = tuple[Asked, ...]  # its words in order; a single word is a phrase of one
Clause = tuple[Phrase, ...]
Days = tuple[int, int]  # the first and the last, as `datetime.date.toordinal` counts


class Filter(NamedTuple):
    """What a result must have, or must not: in the field of this letter each of these words, or the value."""

    field: str
    words: Phrase
    excluded: bool = False


class Query(Value, frozen=True):
    """What is asked for.

    `days` are those asked for, if any are. `cut`: the query had more words than are searched for, and the
    last are left out.
    """

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    days: Days | None = None
    cut: bool = False

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not self.clauses and not self.days and all(one.excluded for one in self.filters)


class _Item(NamedTuple):
    phrase: Phrase
    excluded: bool = False
    either: bool = False  # whether it is another choice for the item before it
    field: str = ""
    days: Days | None = None


@cache
def signs() -> dict[str, Any]:
    """The table of the language's signs, `data/query.toml`."""
    return tomllib.loads(resources.files("musnad.search").joinpath("data/query.toml").read_text("utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    quotes, spaces, minus = (re.escape(signs()[name]) for name in ("quotes", "spaces", "not"))
    return re.compile(
        f"({minus}?)((?:[^{quotes}{spaces}:]+:)?)"
        f"(?:[{quotes}]([^{quotes}]*)[{quotes}]|{signs()['article']}([^{quotes}{spaces}]+))|[{quotes}{spaces}]",
        re.ASCII | re.IGNORECASE,
    )


_DAY = r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?"
_DAYS = re.compile(rf"(?:{_DAY})?(\.\.)?(?:{_DAY})?", re.ASCII)
_LATEST = 3_652_059  # 9999-12-31


def parse(text: str) -> Query:
    """A query as somebody typed it, as a tree. Never fails: what has no meaning is passed over."""
    clauses: list[Clause] = []
    excluded: list[Phrase] = []
    filters: list[Filter] = []
    days: Days | None = None
    room = int(signs()["words"])
    cut = False
    for item in _items(text):
        if len(item.phrase) > room:
            cut = True
            break
        room -= len(item.phrase)
        if item.days:
            days = (max(days[0], item.days[0]), min(days[1], item.days[1])) if days else item.days
        elif item.field:
            filters.append(Filter(item.field, item.phrase, item.excluded))
        elif item.excluded:
            excluded.append(item.phrase)
        elif item.either and clauses:
            clauses[-1] = (*clauses[-1], item.phrase)
        else:
            clauses.append((item.phrase,))
    return Query(tuple(clauses), tuple(excluded), tuple(filters), days, cut)


def _items(text: str) -> list[_Item]:
    items: list[_Item] = []
    either = False
    for found in _pattern().finditer(text):
        minus, name, quoted, _, plain = found.groups()
        if plain is not None and not minus and not name and plain in signs()["or"]:
            either = bool(items)
        elif plain is not None or quoted is not None:
            for item in _read(name or "", quoted, plain or "", bool(minus), either):
                items.append(item)
                either = False
    return items


def _read(name: str, quoted: str | None, plain: str, excluded: bool, either: bool) -> Iterator[_Item]:
    """What stands together: a field's name with «:» or nothing, then a text in quotation marks or without."""
    value = plain if quoted is None else quoted
    field = next((letter for letter, names in signs()["fields"].items() if fold(name[:-1]) in names), "")
    if field == "d" and not excluded and (days := _days(fold(value))):
        yield _Item((Asked(value, value),), days=days)
    elif field in signs()["values"]:
        spelled = signs()["values"][field].items()
        code = next((code for code, names in spelled if fold(value) in names), fold(value))
        yield _Item((Asked(code, value),), excluded, field=field)
    elif field and field != "d" and (phrase := _phrase(value)):
        yield _Item(phrase, excluded, field=field)
    else:
        for words in (name, quoted) if quoted is not None else (name + plain,):
            if phrase := _phrase(words):
                begins = quoted is None and words.endswith(signs()["begins"])
                if begins and len(phrase[-1].form) >= signs()["least"]:
                    phrase = (*phrase[:-1], phrase[-1]._replace(begins=True))
                yield _Item(phrase, excluded, either)
                either = False


def _phrase(words: str) -> Phrase:
    return tuple(Asked(form, words[start:end]) for form, start, end in analyze(words))


def _days(value: str) -> Days | None:
    """The first and last day of «2019», «2019-03..», «2019-03-01..2019-04»; None where it is no such."""
    found = _DAYS.fullmatch(value)
    if not found or not (found[1] or found[5]) or (found[5] and not found[4]):
        return None
    first = _day(*found.group(1, 2, 3)) if found[1] else 1
    ends = found.group(5, 6, 7) if found[4] else found.group(1, 2, 3)
    return first, _last(*ends) if ends[0] else _LATEST


def _day(year: str, month: str | None, day: str | None) -> int:
    return date(int(year), int(month or 1), 1).toordinal() + int(day or 1) - 1


def _last(year: str, month: str | None, day: str | None) -> int:
    if day:
        return _day(year, month, day)
    months = int(year) * 12 + (int(month) if month else 12)
    return date(months // 12, months % 12 + 1, 1).toordinal() - 1 if months < 120_000 else _LATEST
