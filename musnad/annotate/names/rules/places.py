"""Places that no record knows: an unknown word after «بلدة», «قرية», «مخيم»; sites; regions of continents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from musnad.annotate.names.classes import ClassWord
from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.announcing import announcing
from musnad.annotate.names.rules.people import named_after
from musnad.annotate.names.spelling import common, readings, unusual
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

RULE = "town"
_ARTICLE = "ال"
_CAPITAL = "العاصمة"
_OWN = ("ها", "هم")
_SITES = frozenset(("site", "spot"))
# Endings of class words, folded, that announce several names.
_SEVERAL = ("تي", "ات", "ري")


def places(line: Line) -> Iterator[Found]:
    """Names of places in a line."""
    for index, word in enumerate(line.words):
        first = index + 1
        if first in line.known or not line.has(first):
            continue
        for skip, key, entry in announcing(word.text):
            last = _name(line, first, entry.kind)
            if last is None:
                continue
            if entry.place == "outside":
                yield line.guess(line.words[first].start, first, last, entry.type, RULE)
                yield from _others(line, last + 1, entry, key)
            else:
                rule = "site" if entry.kind in _SITES else RULE
                yield line.guess(word.start + skip, index, last, entry.type, rule)


def sites(line: Line) -> Iterator[Found]:
    """Sites that bear the name of a known place and end in an adjective: «مطار القاهرة الدولي»."""
    for index, word in enumerate(line.words[:-1]):
        for skip, _, entry in announcing(word.text):
            if entry.kind not in _SITES or fold(line.words[index + 1].text) in _general():
                continue
            if found := line.starts(index + 1, "place"):
                last = _ended(line, _second(line, found.last))
                yield line.guess(word.start + skip, index, last, "place", "site")


def regions(line: Line) -> Iterator[Found]:
    """«جنوب شرق آسيا», «الساحل الغربي»."""
    for index, word in enumerate(line.words[:-1]):
        for reading in readings(word.text):
            last = None
            if reading.parts[0] in listed("directions.txt"):
                last = _continent(line, index + 1)
            elif words := _pairs().get(reading.parts[0]):
                named = line.goes_on(index + 1) and fold(line.words[index + 1].text) in words
                last = index + 1 if named else None
            elif reading.parts[0] in listed("namesake_capitals.txt") and line.goes_on(index + 1):
                last = index + 1 if line.words[index + 1].text == _CAPITAL else None
            if last is not None:
                first, start = _front(line, index) or (index, word.start + reading.skip)
                yield line.guess(start, first, last, "place", "region")


def _front(line: Line, index: int) -> tuple[int, int] | None:
    """The class word before a region that belongs to its name, and where it begins: «جبهة الساحل الغربي»."""
    if not line.goes_on(index):
        return None
    before = line.words[index - 1]
    regions = (skip for skip, _, entry in announcing(before.text) if entry.kind == "region")
    skip = next(regions, None)
    return None if skip is None else (index - 1, before.start + skip)


def _continent(line: Line, at: int) -> int | None:
    """The word that is a continent's name, after another direction or none."""
    while line.goes_on(at) and fold(line.words[at].text) in listed("directions.txt"):
        at += 1
    return at if line.goes_on(at) and fold(line.words[at].text) in listed("continents.txt") else None


@cache
def _pairs() -> dict[str, frozenset[str]]:
    return {fold(noun): frozenset(map(fold, words.split(";"))) for noun, words in table("place_pairs.tsv")}


@cache
def _general() -> frozenset[str]:
    """Nouns that are no name of the site before them."""
    return listed("place_stops.txt") | listed("body_stops.txt")


def _name(line: Line, first: int, kind: str) -> int | None:
    """The last word of an unknown place's name that begins with `first`, after a class word of this kind."""
    word = line.words[first].text
    folded = fold(word)
    if kind in _SITES:
        return _site(line, first, kind)
    if kind not in ("town", "region", "event"):
        return None
    if (tagged := _tagged(line, first)) > first:
        return tagged
    if folded in listed("place_heads.txt"):
        after = first + 1
        return after if line.goes_on(after) and not line.words[after].text.startswith("و") else None
    bare = folded.removeprefix(_ARTICLE)
    if bare in listed("titles.txt") or folded in listed("given_names.txt"):
        return None  # «مدينة الملك …»
    if bare == folded and folded.endswith("ه"):
        adjective = common(folded[:-1]) or common(f"{_ARTICLE}{folded}")
        if adjective or folded.startswith("م"):  # «مدينة مجاورة», «بلدة مأهولة»
            return None
    if not (kind == "town" or bare != folded) or not unusual(word):
        return None
    if word.startswith("لل") or folded.endswith(_OWN):
        return None  # «مدينة أجدادهم»
    last = _second(line, first) if kind == "town" and bare == folded else first
    return _ended(line, last, "town_endings.txt")


def _tagged(line: Line, first: int) -> int:
    """The last word of a hashtag that begins with a word: «#بني_مطر»."""
    last = first
    if line.text[line.words[first].start - 1 : line.words[first].start] == "#":
        while line.goes_on(last + 1) and line.text[line.words[last].end] == "_":
            last += 1
    return last


def _second(line: Line, first: int, article: str = "") -> int:
    """The last word of an unknown name of two words: «كوي سنجق»; the second may have the `article`."""
    after = first + 1
    if not line.goes_on(after):
        return first
    if after in line.known:
        return after if article and line.starts(after, "person") else first
    word = fold(line.words[after].text)
    if word.startswith(_ARTICLE):
        return after if article and unusual(line.words[after].text) and not word.endswith("يه") else first
    ends = ("ها", "هم", "ا") if article else ("ها", "هم", "ه", "ا")
    plain = word[0] in ("وفتي" if article else "وفبلكتي") or word.endswith(ends)
    return first if plain or not unusual(line.words[after].text) else after


def _others(line: Line, at: int, entry: ClassWord, key: str) -> Iterator[Found]:
    """The places that و joins to the first after a dual or plural: «بلدتي السوسة والشعفة»."""
    if not key.endswith(_SEVERAL):
        return
    while line.goes_on(at) and line.words[at].text.startswith("و") and at not in line.known:
        name = line.words[at].text[1:]
        if len(name) < 3 or not unusual(name):
            return
        yield line.guess(line.words[at].start + 1, at, at, entry.type, RULE)
        at += 1


def _site(line: Line, first: int, kind: str) -> int | None:
    """The last word of what a site is called: «ميدان التحرير», «شارع الحبيب بورقيبة», «مطار هيثرو»."""
    if not line.goes_on(first):
        return None
    if (last := named_after(line, first)) is not None:
        return _ended(line, last)
    word = fold(line.words[first].text)
    noun = kind == "site" and word.startswith(_ARTICLE) and len(word) > 4
    if noun and word not in _general():
        return _ended(line, _second(line, first, _ARTICLE))
    plain = word.endswith(("ه", "ها")) or word.startswith("لل")
    if not unusual(line.words[first].text) or plain or any(map(common, (_ARTICLE + word, word + "ه"))):
        return None
    return _ended(line, _second(line, first, _ARTICLE))


def _ended(line: Line, last: int, endings: str = "site_endings.txt") -> int:
    """The last word of a place's name with the adjective that ends it."""
    while line.goes_on(last + 1) and fold(line.words[last + 1].text) in listed(endings):
        last += 1
    return last
