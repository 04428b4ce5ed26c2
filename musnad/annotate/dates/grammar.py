"""The grammar of dates: patterns over lexemes, `<sense>` standing for any lexeme that has that sense."""

from __future__ import annotations

import re
from functools import cache

from musnad.annotate.dates.lexicon import symbols

# Pieces. Groups: d day, m month (m2, m3 its second name), y year, w weekday, o offset from today, u unit,
# n how many; a and b the points of a join.
_DAY = "(?P<d><al>?<number>|<ordinal>)"
_ANY_MONTH = "(?:<month>|<maybe_month>)"
_MONTH = (
    f"(?P<named><monthword>)?(?P<m>{_ANY_MONTH})"
    f"(?:(?:<slash>|<dash>)?(?P<m2>{_ANY_MONTH})|<open>(?P<m3>{_ANY_MONTH})<close>)?"
)
_SIDE = "<last>|<next>|<last_but_one>|<next_but_one>"
_RELATIVE = f"{_SIDE}|<this>|<same>"
_YEAR = (
    "(?:(?P<mrel><last>|<next>|<this>)|(?:<comma>|<of>|<preposition>)?<yearword>?(?P<y><year>)<era>?"
    f"|<of>?<unit>(?P<yrel>{_RELATIVE})|<of>?<demo>(?P<ydemo><yearword>))"
)
_WRITTEN = f"(?:{_DAY}<of>?{_MONTH}{_YEAR}?|(?P<em>{_ANY_MONTH})(?P<d2><number>)<comma>(?P<y2><year>))"
_FIGURES = (
    "(?:(?P<f1><number>)(?P<sep><slash>|<dash>)(?P<f2><number>)(?P=sep)(?P<f3><year>)"
    "|(?P<g1><year>)(?P<gsep><slash>|<dash>)(?P<g2><number>)(?P=gsep)(?P<g3><number>)|(?P<dotted><dotted>))(?P<era><era>)?"
)
_TIME = "(?:<comma>?<in>?<hours>(?P<hour><number>)<colon>(?P<minute><number>)(?P<half><part>)?)?"
_PART = "(?:(?:<hours>(?:(?:<late>|<ordinal>)<of>?)?)?<part>(?:<late>|<ordinal>)?<of>?<comma>?)?"
_LEAD = f"{_PART}<day>?"
_CALENDAR = f"(?:(?:<comma>|<open>)?<corresponding>?<preposition>?(?:{_WRITTEN}|{_FIGURES})<close>?)"
_NO_DATE = "(?!<weekday>|<offset>|<ordinal>|<year>|<month>|<maybe_month>|<part>)"
_MEASURE = f"(?:(?P<n><number>)(?P<u><counted>)|(?P<two><two>)|(?P<one><one>)(?P<n1><number>)?{_NO_DATE})"

_BARE = f"(?!{_RELATIVE}|<recent>|<year>|<definite>|<number>|<ordinal>|<al>)"
_EDGE = f"(?:<early>|(?P<q><quarter>)<of>)(?P<u><unit>){_BARE}"

# Expressions of one point or stretch of time, by the name of what reads them in dates_readers.
POINTS = {
    "day": (
        f"{_LEAD}(?P<o><offset>)(?:<comma>?<part>)?(?:<comma>?<day>?(?P<w><weekday>)(?!<dash>?<weekday>))?{_CALENDAR}?{_TIME}",
        f"{_LEAD}(?P<w><weekday>)(?=<and><weekday>(?P<wrel>{_SIDE}))",
        f"{_LEAD}(?P<w><weekday>)(?P<wrel>{_SIDE}|<this>)?(?:<comma>?<part>)?{_CALENDAR}?{_TIME}",
        f"{_LEAD}{_WRITTEN}{_TIME}",
        f"{_LEAD}{_FIGURES}{_TIME}",
    ),
    "tonight": ("<tonight>(?!<definite>|<number>)",),
    "night": (f"{_LEAD}(?P<w><weekday>)<dash>?(?P<w2><weekday>)",),
    "day_of_month": (
        f"<day>?{_DAY}(?:(?P<mrel><this>)|<of>(?P<u><unit>)(?P<urel>{_RELATIVE})|<of><demo>(?P<udemo><unit>)|(?P<ofit><ofit>))",
    ),
    "month": (f"{_MONTH}{_YEAR}?",),
    "year": ("(?:<yearword>|<pair>)(?P<y><year>|<number>)(?P<era><era>)?",),
    "bare_year": ("(?P<y><year>)(?P<era><era>)?",),
    "years": ("<yearword>?(?P<y><year>)(?:<slash>|<dash>)(?P<y2><year>|<number>)",),
    "unit": (
        f"(?P<u><unit>)(?P<rel>{_RELATIVE}|<recent>)",
        "(?:<demo>|(?P<again><again>))(?P<u><unit>)",
        _EDGE,
    ),
    "stretch": (
        "(?P<u><several>)(?P<n><al>?<number>)(?P<rel><last>|<recent>|<next>)",
        "<al>?(?P<n><number>)(?P<u><counted>)(?P<rel><last>|<recent>|<next>)",
        "(?P<both><both>)(?P<rel><last>|<recent>|<next>)",
    ),
    "ago": (f"<ago>{_MEASURE}(?!<of>(?!<now>))",),
    "since": (f"<since>{_MEASURE}",),
    "season": (
        "(?P<s><season>)(?:(?P<mrel><last>|<next>|<this>)|<of>?<yearword>?(?P<y><year>)(?:(?:<dash>|<slash>)<year>)?"
        f"|<of>?<unit>(?P<yrel>{_RELATIVE})|<of>?<demo>(?P<ydemo><yearword>))",
    ),
    "decade": (f"(?P<ten><decade>)(?!<of><age>)(?:<of>?(?P<u><unit>)(?P<rel>{_RELATIVE}|<ordinal>))?",),
    "century": ("(?P<u><unit>)(?P<c><ordinal>|<al>?<number>)",),
}  # fmt: skip

_A = "(?:<early>+<of>?)?(?P<a><point>)"
_B = "(?:<early>+<of>?)?(?P<b><point>)"

# Points joined into stretches, or with the words before them; read by dates_joins when points are lexemes.
JOINS = {
    "since_until": f"<since>{_A}<and>?<until>{_B}",
    "from_until": f"<of>{_A}<comma>?<and>?<until>{_B}",
    "number_until": f"(?:<of>|<between>|<part>)?{_DAY}(?:<and>?<until>|<dash>){_B}",
    "number_between": f"(?:<between>|<days>){_DAY}<and>{_B}",
    "list": f"<days>?(?P<list>(?:<number>(?:<comma>?<and>|<comma>|<slash>))+){_B}",
    "number_and": f"{_DAY}<and>{_B}",
    "between": f"<between><pair>?{_A}<and>{_B}",
    "to": f"{_A}<dash>{_B}",
    "pair": f"<days>{_A}<and>{_B}",
    "quarter": "(?P<q><quarter>)<of>?(?P<a><point>)",
    "since": f"<since>{_A}",
    "as_of": f"<asof>{_A}",
    "early": "<early>+<of>?(?P<a><point>)",
}  # fmt: skip


Patterns = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def points() -> Patterns:
    """The patterns of points with the names of their readers."""
    return tuple((name, _compile(pattern)) for name, patterns in POINTS.items() for pattern in patterns)


@cache
def joins() -> Patterns:
    """The patterns of joined points with the names of their readers."""
    return tuple((name, _compile(pattern)) for name, pattern in JOINS.items())


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(?<!\(\?P)<(\w+)>", lambda sense: f"[{symbols(sense[1])}]", pattern))
