"""The grammar of dates: patterns over lexemes, `<sense>` standing for any lexeme that has that sense.

`POINTS` find points of time, `JOINS` what these mean together and with the words before them, once more for
joins of joins. White space in a pattern is for the eye only.
"""

from __future__ import annotations

import re
from functools import cache

from musnad.annotate.dates.lexicon import symbols

# Pieces. Groups: d day, m month (m2, m3 its second name), y year, w weekday, o offset from today, u unit,
# n how many, e a day of a month told relatively; a and b the points of a join.
_SIDE = "<last>|<next>|<last_but_one>|<next_but_one>"
_RELATIVE = f"{_SIDE}|<this>|<same>"
_NUMBER = "<al>?<number><th>?"
_DAY = f"(?P<d>{_NUMBER}|<ordinal>)"

_ANY_MONTH = "(?:<month>|<maybe_month>)"
_MONTH = f"""
    (?P<named><monthword>)? (?P<m>{_ANY_MONTH})
    (?: (?:<slash>|<dash>)? (?P<m2>{_ANY_MONTH}) | <open> (?P<m3>{_ANY_MONTH}) <close> )?
"""
_YEAR = f"""(?:
    (?P<mrel> <last>|<next>|<this> )
    | (?:<comma>|<of>|<preposition>|<slash>|<dash>)? <yearword>? (?P<y><year>) <era>?
    | (?P<of_year><of>)? (?: <unit> (?P<yrel>{_RELATIVE}) | <demo> (?P<ydemo><yearword>) )
)"""
_YEAR_AHEAD = f"""(?=
    <and> (?:{_NUMBER}|<ordinal>)? <of>? {_ANY_MONTH} (?:<slash>?{_ANY_MONTH})?
    <of>? <yearword>? (?P<ahead><year>)
)"""
_ANY_YEAR = f"(?: {_YEAR} | {_YEAR_AHEAD} | (?P<every> (?=<of><every>) ) )?"

_WRITTEN = f"""(?:
    {_DAY} (?:<of>|<slash>|<dash>)? (?P<bracket><open>)? {_MONTH} (?(bracket)<close>) {_ANY_YEAR}
    | (?P<em>{_ANY_MONTH}) (?P<d2><number>) <th>? <comma>? (?P<y2><year>)
)"""
_FIGURES = """(?:
    (?!<year>) (?P<f1><number>) (?P<sep><slash>|<dash>) (?P<f2><number>) (?P=sep)
        (?P<f3> <year>|<pair_of_figures> )
    | (?P<g1><year>) (?P<gsep><slash>|<dash>) (?P<g2><number>) (?P=gsep) (?P<g3><number>)
    | (?P<dotted><dotted>)
) (?P<era><era>)?"""
_OF_MONTH = f"""
    (?P<e>{_NUMBER}|<ordinal>)
    (?: (?P<erel><this>) | (?P<ofit><ofit>)
        | <of> (?P<eu><unit>) (?P<eurel>{_RELATIVE}) | <of> <demo> (?P<eudemo><unit>) )
"""
_CALENDAR = f"""(?:
    (?: <comma> | <dash> | (?P<opened><open>) )? <corresponding>? <preposition>?
    (?: {_WRITTEN} | {_FIGURES} | {_OF_MONTH} ) (?(opened)<close>)
)?"""
_TIME = "(?: <comma>? <in>? <hours> (?P<hour><number>) <colon> (?P<minute><number>) (?P<half><part>)? )?"

_PART = """(?:
    (?: <hours> (?: (?:<late>|<ordinal>) <of>? )? )? (?P<part><part>) (?:<late>|<ordinal>)? <of>? <comma>?
    | <vague_hour> <of>? <comma>? (?: <part> <of>? )?
)?"""
_LEAD = f"(?P<lead> {_PART} <day>? )"
_WEEKDAY = "(?P<w><weekday>) (?!<of><every>)"
_FIGURES_WITHOUT_YEAR = "(?P<h1><number>) <slash> (?P<h2><number>) (?!<slash>)"

_NO_DATE = "(?! <weekday>|<offset>|<ordinal>|<year>|<month>|<maybe_month>|<part> )"
_MEASURE = f"""
    (?: (?P<n><number>) (?P<u><counted>) | (?P<two><two>)
        | (?P<one><one>) (?: (?P<n1><number>) | (?!<number>) ) {_NO_DATE} )
    (?P<and_half> <and> <half_word> (?:<yearword>|<unit>|<one>)? )?
"""
_OF_EVENT = "<only>? (?:<of>|<over>)"  # «قبل يومين من الانتخابات» is no date
_BARE = f"(?! {_RELATIVE} | <recent>|<beside>|<year>|<definite>|<number>|<ordinal>|<al> )"
_ENTIRE = "(?P<rel> <last>|<recent>|<next> )"

# Expressions of one point or stretch of time, by the name of their reader in `readers.POINTS`.
POINTS = {
    "offset": (
        f"""{_LEAD} (?P<o><offset>) (?!<beside>) (?: <comma>? <part> )?
            (?: (?: <comma> | (?P<aside><open>) )? <day>? {_WEEKDAY} (?!<dash>?<weekday>) (?(aside)<close>) )?
            {_CALENDAR} {_TIME}""",
        f"{_LEAD} {_WEEKDAY} <open> (?P<o><offset>) <close>",
    ),
    "weekday": (
        f"<demo> {_WEEKDAY}",
        f"{_LEAD} {_WEEKDAY} (?= <and> <weekday> (?P<wrel>{_SIDE}) )",
        f"{_LEAD} {_WEEKDAY} (?P<wrel> {_SIDE}|<this> )? (?: <comma>? <part> )? {_CALENDAR} {_TIME}",
        f"{_LEAD} {_WEEKDAY} <of>? (?P<wu><week>) (?P<wurel> {_SIDE}|<this> )",
        f"{_LEAD} {_WEEKDAY} (?P<wn><number>) (?=<and>)",
        f"{_LEAD} {_WEEKDAY} <comma>? {_FIGURES_WITHOUT_YEAR}",
    ),
    "night": (
        f"{_LEAD} {_WEEKDAY} (?:<dash>|<slash>)? (?P<w2><weekday>)",
        f"<part> {_WEEKDAY} (?:<over>|<until>) (?P<w2><weekday>)",
    ),
    "tonight": ("<tonight> (?!<definite>|<number>)",),
    "day": (
        f"{_LEAD} {_WRITTEN} {_TIME}",
        f"{_LEAD} {_FIGURES} {_TIME}",
        f"<day> {_FIGURES_WITHOUT_YEAR}",
    ),
    "day_of_month": (f"{_LEAD} {_OF_MONTH}",),
    "nth_day": (f"(?P<nth><nth_day>) <of>? {_MONTH} {_ANY_YEAR}",),
    "feast": (f"(?P<lead> (?P<nth><nth_day>) | {_PART} <day>? ) (?P<feast><feast>) {_YEAR}?",),
    "month": (f"{_MONTH} {_ANY_YEAR}",),
    "year": (
        "(?: <yearword> | (?:<pair>|<seasonword>) (?=<year>) ) (?P<y> <year>|<number> ) (?P<era><era>)?",
    ),
    "bare_year": ("(?P<y><year>) (?P<era><era>)?",),
    "years": (
        "(?:<yearword>|<pair>|<seasonword>)? (?P<y><year>) (?:<slash>|<dash>) (?P<y2><year>|<number>)",
        "<pair> (?P<y><year>) (?P<joined><and>) (?P<y2><year>) <era>? (?!<and><year>)",
    ),
    "list_of_years": (
        "(?P<k><several>|<counted>) (?P<list> <year> (?: (?: <comma>? <and>|<comma>|<dash> ) <year> )+ )",
    ),
    "unit": (
        f"(?P<u><unit>) (?P<rel> {_RELATIVE}|<recent> )",
        "(?: <demo> | (?P<again><again>) ) (?P<u><unit>)",
    ),
    "bare_unit": (f"(?P<u><unit>) {_BARE}",),
    "on_this_day": ("(?: (?P<again><again>) (?P<u><unit>) | <this_day> ) <of>? <yearword>? (?P<y><year>)",),
    "stretch": (
        f"(?P<u><several>) (?P<n> <al>? <number> ) {_ENTIRE}",
        f"<al>? (?P<n><number>) (?P<u><counted>) {_ENTIRE}",
        f"(?P<both><both>) {_ENTIRE}",
    ),
    "ago": (f"<ago> {_MEASURE} (?: <of> <now> | (?!{_OF_EVENT}) )",),
    "from_now": (f"<after> {_MEASURE} <of> <now>",),
    "since": (f"<since> {_MEASURE}",),
    "season": (
        f"""(?P<s><season>) (?:
            (?P<mrel> <last>|<next>|<this> )
            | <of>? <yearword>? (?P<y><year>) (?: (?:<dash>|<slash>) <year> )?
            | <of>? <unit> (?P<yrel>{_RELATIVE}) | <of>? <demo> (?P<ydemo><yearword>)
        )""",
        "<demo> (?P<s><season>)",
    ),
    "decade": (
        f"""<decadeword>? (?P<ten><decade>) (?: <and> (?P<ten2><decade>) )? (?!<of><age>)
            (?: <of>? (?P<u><unit>) (?P<rel> {_RELATIVE}|<ordinal> ) )?""",
    ),
    "century": (
        f"""(?P<u><unit>|<both>) (?P<c> <ordinal>|{_NUMBER} ) (?: <and> (?P<c2> <ordinal>|{_NUMBER} ) )?
            (?P<era><era>)?""",
    ),
}

_A = "(?: <early>+ <of>? )? (?P<a><point>)"
_B = "(?: <early>+ <of>? )? (?P<b><point>)"

# Points joined into stretches, or with the words before them, by the name of their reader in `readers.JOINS`.
JOINS = {
    "since_until": f"<since> {_A} <and>? <until> {_B}",
    "from_until": f"<of> {_A} <comma>? <and>? <until> {_B}",
    "from_until_now": f"<of> {_A} <comma>? <and>? <until> <now>",
    "number_until": f"(?:<of>|<between>|<part>)? {_DAY} (?: <comma>? <and>? <until>|<dash>|<or> ) {_B}",
    "number_between": f"(?:<between>|<days>) {_DAY} <and> {_B}",
    "list_of_days": f"""(?P<days><days>)?
        (?P<list> (?: <number> (?: <comma>? <and>|<comma>|<slash> ) )+ ) {_B}""",
    "number_and": f"{_DAY} <and> {_B}",
    "between": f"<between> <pair>? {_A} (?: <and>|<and>? <until> ) {_B}",
    "to": f"{_A} <dash> {_B}",
    "two_months": f"<pair> {_A} <and> {_B}",
    "days_in_a_row": "<days> (?P<list> <point> (?: (?: <comma>? <and>|<comma> ) <point> )+ )",
    "same_day": f"""{_A} (?: <comma>|<dash>|<slash>|(?P<opened><open>) )? (?P<corresponding><corresponding>)?
        <preposition>? {_B} (?(opened)<close>)""",
    "part_of": "(?: (?P<q><quarter>) | (?P<h><half>) ) <of>? (?P<a><point>)",
    "beside": f"{_PART} (?P<u><unit>) (?P<beside><beside>)",
    "lone_part": "(?: (?P<q><quarter>) | (?P<h><half>) )",
    "first_of": """(?: (?P<k><several>) (?P<n> <al>? <number> ) | <al>? (?P<n1><number>) (?P<k1><counted>) )
        <first> <of> (?P<a><point>)""",
    "since": f"<since> <slash>? {_A}",
    "as_of": f"<asof> {_A}",
    "early": "<early>+ <of>? (?P<a><point>)",
}

# The senses of the lexemes that points and joins may begin with.
POINT_STARTS = (
    *("offset", "weekday", "part", "hours", "vague_hour", "day", "tonight", "nth_day", "feast", "dotted"),
    *(
        "number",
        "al",
        "ordinal",
        "month",
        "maybe_month",
        "monthword",
        "year",
        "yearword",
        "seasonword",
        "pair",
    ),
    *("several", "counted", "unit", "both", "demo", "again", "this_day", "ago", "after", "since"),
    *("season", "decade", "decadeword"),
)
JOIN_STARTS = (
    *("point", "since", "of", "between", "days", "asof", "early", "quarter", "half", "several"),
    *("number", "al", "ordinal", "part", "hours", "vague_hour", "unit", "pair"),
)

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
    pattern = re.sub(r"\s+", "", pattern)
    return re.compile(re.sub(r"(?<!\(\?P)<(\w+)>", lambda sense: f"[{symbols(sense[1])}]", pattern))
