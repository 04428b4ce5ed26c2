"""An item as a line of a bibliography, in three styles, in Arabic and in Latin letters.

The styles are those of the Chicago Manual (18th edition, notes and bibliography), of the MLA (9th) and of the
APA (7th), as far as news needs them. Two things are decided for Arabic: names stand in their natural order,
since nobody can tell by rule where a family's name begins, and a title stays in its own letters, since
spelling it in Latin ones would ask for vowels that it does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, get_args

from musnad.cite.dates import Dated, Point, dated
from musnad.cite.item import Item, Name

Style = Literal["chicago", "mla", "apa"]
STYLES: tuple[Style, ...] = get_args(Style)
Words = Mapping[str, Any]  # of an interface language: its tables [cite], [date] and [version]
_Order = Callable[[Dated, Words], str]
_Writer = Callable[[Point, str], str]  # a point with its day, or days, in words

_FULL = ".!?؟"  # signs after which no full stop is set


def cited(item: Item, style: Style, form: str, words: Words) -> str:
    """The item in a style, in a form («ar» or «en») whose words these are."""
    return _WRITERS[style](item, form, words)


def _chicago(item: Item, form: str, words: Words) -> str:
    says = words["cite"]
    outlet = item.outlet.called(form) if item.outlet else ""
    names = _names(item.authors, form, says["and"])
    when = _when(item, _day_last if form == "ar" else _month_first, words, says["doubtful"])
    if item.kind == "page":
        names, outlet = item.archive.called(form), ""
    elif not names:
        names, outlet = outlet, ""
    return _joined(
        _stopped(names),
        _titled(item, form, says),
        says["within"].format(title=_quoted(item.within, says)) if item.within else "",
        _stopped(says["comma"].join(part for part in (outlet, when or _undated(item, says)) if part)),
        _stopped(_capital(_via(item, form, says))),
        _stopped(_edition(item, _day_last if form == "ar" else _month_first, words)),
        _stopped(item.archive.called(form)) if item.kind != "page" else "",
        item.address + ".",
    )


def _mla(item: Item, form: str, words: Words) -> str:
    says = words["cite"]
    few = item.authors if len(item.authors) < 3 else item.authors[:1]
    names = _names(few, form, says["and"])
    if len(few) < len(item.authors):
        names += says["others"]
    parts = (
        says["quote"] + item.within + says["unquote"] if item.within else "",
        item.outlet.called(form) if item.outlet else "",
        _when(item, _day_first, words, says["circa"]),
        _via(item, form, says),
        _edition(item, _day_first, words),
        item.archive.called(form),
        item.address,
    )
    return _joined(
        _stopped(names), _titled(item, form, says), says["comma"].join(p for p in parts if p) + "."
    )


def _apa(item: Item, form: str, words: Words) -> str:
    says = words["cite"]
    names = _names(item.authors, form, says["ampersand"])
    when = _when(item, _year_first, words, says["ca"]) or says["undated"]
    title = _stopped(item.title.called(form))
    return _joined(
        _stopped(names) if names else title,
        f"({when}).",
        title if names else "",
        says["within"].format(title=_quoted(item.within, says)) if item.within else "",
        _stopped(item.outlet.called(form)) if item.outlet else "",
        _stopped(_capital(_via(item, form, says))),
        _stopped(_edition(item, _day_last if form == "ar" else _month_first, words)),
        _stopped(item.archive.called(form)),
        item.address,
    )


_WRITERS = {"chicago": _chicago, "mla": _mla, "apa": _apa}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _stopped(words: str) -> str:
    """Words with a full stop, where they do not end with a sign that stands for one."""
    return words if not words or words[-1] in _FULL else f"{words}."


def _titled(item: Item, form: str, says: Words) -> str:
    """The title in quotation marks, with its full stop where the language sets it."""
    return _quoted(item.title.called(form), says)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _quoted(title: str, says: Words) -> str:
    stop = "" if title[-1:] in _FULL else "."
    inside, outside = (stop, "") if says["stop_inside"] else ("", stop)
    return str(says["quote"] + title + inside + says["unquote"] + outside)


def _names(names: Sequence[Name], form: str, last: str) -> str:
    called = [name.called(form) for name in names]
    if len(called) < 2:
        return "".join(called)
    comma = "، " if form == "ar" else ", "
    return comma.join(called[:-1]) + last.format(name=called[-1])


def _via(item: Item, form: str, says: Words) -> str:
    """Through which agencies it came, where these are not its authors themselves."""
    names = says["comma"].join(name.called(form) for name in item.contributors)
    return str(says["via"]).format(names=names) if item.contributors else ""


def _edition(item: Item, order: _Order, words: Words) -> str:
    """Which text of an article it is, where there are several, and since which day."""
    if item.edition is None:
        return ""
    day = dated(item.edition.date)
    parts = (words["version"]["one"].format(n=item.edition.number), order(day, words) if day else "")
    return str(words["cite"]["comma"].join(filter(None, parts)))


def _undated(item: Item, says: Words) -> str:
    """A page of the archive has no date of its own; a text whose date nobody knows is said to have none."""
    return "" if item.kind == "page" else str(says["undated"])


def _when(item: Item, order: _Order, words: Words, doubtful: str) -> str:
    found = dated(item.date)
    if found is None:
        return ""
    said = order(found, words)
    return doubtful.format(date=said) if found.about else said


def _month(point: Point, words: Words, short: bool = False) -> str:
    if point.season:
        return str(words["date"]["seasons"][str(point.month)])
    return str(
        words["cite"]["months"][point.month - 1] if short else words["date"]["months"][point.month - 1]
    )


def _spread(found: Dated, one: _Writer) -> str:
    """A point, or two with a dash; days of one month share what they can."""
    first, last = found.first, found.last
    if first and last and first.day and last.day and first[:2] == last[:2]:
        return one(first, f"{first.day}–{last.day}" if first.day != last.day else str(first.day))
    if first and first == last:
        last = None
    ends = [one(point, str(point.day)) if point else "" for point in (first, last)]
    return f"{ends[0]}–{ends[1]}" if last or not first else ends[0]


def _month_first(found: Dated, words: Words) -> str:
    """March 11–17, 2019."""

    def one(point: Point, day: str) -> str:
        if not point.month:
            return str(point.year)
        month = _month(point, words)
        return f"{month} {day}, {point.year}" if point.day else f"{month} {point.year}"

    return _spread(found, one)


def _day_first(found: Dated, words: Words, short: bool = True) -> str:
    """11–17 Mar. 2019."""

    def one(point: Point, day: str) -> str:
        if not point.month:
            return str(point.year)
        return " ".join([*([day] if point.day else []), _month(point, words, short), str(point.year)])

    return _spread(found, one)


def _day_last(found: Dated, words: Words) -> str:
    """11–17 آذار 2019: as `_day_first`, months in full."""
    return _day_first(found, words, short=False)


def _year_first(found: Dated, words: Words) -> str:
    """2019, March 11–17."""
    comma = words["cite"]["comma"]
    arabic = words["direction"] == "rtl"

    def one(point: Point, day: str) -> str:
        if not point.month:
            return str(point.year)
        month = _month(point, words)
        inner = f"{day} {month}" if arabic else f"{month} {day}"
        return f"{point.year}{comma}{inner if point.day else month}"

    return _spread(found, one)
