"""The interface's words: counts with their plural, EDTF dates read out."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

Words = dict[str, Any]

_ZONE = r"Z|[+-]\d{2}:\d{2}"
_DATE = re.compile(
    rf"(\d{{4}}|\d{{3}}X|\d{{2}}XX)(?:-(\d{{2}})(?:-(\d{{2}})(?:T(\d{{2}}:\d{{2}})(?::\d{{2}})?({_ZONE})?)?)?)?([~?%]?)"
)
_TIME_ELEMENT = re.compile(rf"\d{{4}}(-(0[1-9]|1[0-2])(-\d{{2}}(T\d{{2}}:\d{{2}}(:\d{{2}})?({_ZONE})?)?)?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[~?%]?")


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def direction(language: str) -> str:
    """The direction a language's text runs in: «rtl», «ltr», or «auto» for a language nobody knows."""
    try:
        return _locale(language.replace("-", "_")).text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def count(number: int, forms: dict[str, str], language: str) -> str:
    """A number with what it counts: the plural form that the language asks for (CLDR), `{n}` filled in;
    for none the form of zero where there is one."""
    form = _locale(language).plural_form(number) if number or "zero" not in forms else "zero"
    return forms.get(form, forms["other"]).format(n=f"{number:,}")


def in_words(value: str, words: Words, near: str | None = None) -> str:
    """An EDTF value as a reader says it, one of no known shape as it is. `words` is the table [date].

    A day of the same year as `near`, another EDTF value, is said without its year.
    """
    one_of = value.startswith("[") and value.endswith("]")
    start, mark, end = value.strip("[]").partition(".." if one_of else "/")
    if not mark:
        shared = "year" if near and _DAY.fullmatch(value) and near[:4] == value[:4] else ""
        return _one(value, words, shared)
    if start in ("", ".."):
        return str(words["until"]).format(end=_one(end, words))
    if end in ("", ".."):
        return str(words["since"]).format(start=_one(start, words))
    shape = str(words["between" if one_of else "from_to"])
    return shape.format(start=_one(start, words, _shared(start, end)), end=_one(end, words))


def _shared(start: str, end: str) -> str:
    """What a range's first day need not say because its last day says it."""
    if not (_DAY.fullmatch(start) and _DAY.fullmatch(end)) or start[:4] != end[:4]:
        return ""
    return "month" if start[:7] == end[:7] else "year"


def _one(value: str, words: Words, shared: str = "") -> str:
    found = _DATE.fullmatch(value)
    if not found:
        return value
    year, month, day, clock, zone, doubt = found.groups()
    if "X" in year:
        text = str(words["between"]).format(start=year.replace("X", "0"), end=year.replace("X", "9"))
    elif month in words["seasons"]:
        text = f"{words['seasons'][month]} {year}"
    elif month and not 1 <= int(month) <= 12:
        return value
    else:
        name = words["months"][int(month) - 1] if month else ""
        parts = [str(int(day)) if day else "", name, year]
        text = " ".join(part for part in parts[: {"year": 2, "month": 1}.get(shared, 3)] if part)
    if clock:
        text = str(words["at"]).format(date=text, time=clock + (zone or "").replace("Z", " UTC"))
    return str(words["qualified"][doubt]).format(date=text) if doubt else text


def machine_readable(value: str) -> str | None:
    """The value of a `<time datetime>` for an EDTF date, or None where HTML has none."""
    bare = value.rstrip("~?%")
    return bare if _TIME_ELEMENT.fullmatch(bare) else None
