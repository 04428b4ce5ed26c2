"""The parts of a body's name: the nouns that end it, adjectives, what و joins, what the body is for.

Each function takes the number of a word and gives the last word of the part that begins there, or None.
"""

from __future__ import annotations

from functools import cache

from musnad.annotate.names.line import Line
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

_ARTICLE = "ال"
_NEWS = "انباء"  # before an agency's own name it is a class word


def definite(line: Line, at: int) -> bool:
    """Whether a word is a noun with the article that may make a name of the noun before it."""
    word = fold(line.words[at].text)
    return word.startswith(_ARTICLE) and len(word) > 3 and word not in listed("body_stops.txt")


def field(line: Line, at: int) -> bool:
    """Whether a word is a noun of public business: «الصحة»."""
    return fold(line.words[at].text) in listed("body_fields.txt")


def nationality(line: Line, at: int, gender: str = "") -> int | None:
    """A definite nationality, of a gender («m», «f») where one is given."""
    if not line.goes_on(at) or not line.words[at].text.startswith(_ARTICLE):
        return None
    found = line.starts(at, "group")
    if not found or (gender and gender != gender_of(line.words[at].text)):
        return None
    return found.last


def gender_of(word: str) -> str:
    """The gender an adjective or noun shows by its ending: «m» or «f»."""
    return "f" if fold(word).endswith(("ه", "ات", "ا", "راء")) else "m"


def adjective(line: Line, at: int) -> bool:
    """Whether a word is an adjective of bodies' names: «الوطني», «الدولية»."""
    return line.goes_on(at) and fold(line.words[at].text) in _adjectives("body_adjectives.txt")


@cache
def _adjectives(name: str) -> frozenset[str]:
    """The adjectives of a list, which gives the masculine, in both genders."""
    words = listed(name)
    return words | {word.removesuffix("ي") + ("يه" if word.endswith("ي") else "ه") for word in words}


def _relation(line: Line, at: int) -> bool:
    """Whether a word is an adjective of relation that goes with the noun before it: «الأسلحة الكيمياوية»."""
    if not line.goes_on(at) or at in line.known:
        return False
    word, before = fold(line.words[at].text), fold(line.words[at - 1].text)
    if len(word) < 6 or not word.startswith(_ARTICLE) or word in _adjectives("body_describing.txt"):
        return False
    return word.endswith("يه") if before.endswith(("ه", "ات")) else word.endswith(("ي", "يه"))


def chain(line: Line, at: int) -> int | None:
    """«حقوق الإنسان», «جنايات القاهرة»: nouns that lead on, and the noun or name that ends them."""
    last = at
    while line.goes_on(last) and fold(line.words[last].text) in listed("body_middles.txt"):
        last += 1
    if last == at or not line.goes_on(last):
        return None
    if found := line.starts(last, "place", "organization", "group"):
        return found.last if found.type != "organization" or fold(line.words[at].text) != _NEWS else None
    return last if definite(line, last) else None


def purpose(line: Line, at: int) -> int | None:
    """What a body is for: «لحقوق الإنسان», «للإعلام», «للصليب الأحمر», «للتربية والعلوم والثقافة»."""
    if not line.goes_on(at):
        return None
    word = fold(line.words[at].text)
    if not word.startswith("ل") or len(word) < 4:
        return None
    if word.startswith("لل"):
        if _ARTICLE + word[2:] in listed("body_closings.txt") or at in line.known:
            return None
        return rest(line, (nationality(line, at + 1) if word.endswith("ين") else None) or at)
    if word[1:] in listed("body_middles.txt"):
        after = at + 1
        last = chain(line, after) or (after if line.goes_on(after) and definite(line, after) else None)
        return rest(line, last) if last else None
    return None


def rest(line: Line, last: int, gender: str = "") -> int:
    """The last word of what goes on a noun of a body's name: adjectives, nouns that و joins."""
    while True:
        after = last + 1
        if adjective(line, after) or _relation(line, after):
            last = after
        elif gender and (people := _people(line, after, gender) or _of_noun(line, after)):
            last = people
        elif joined := _joined(line, after, gender):
            last = joined
        else:
            return last


def _people(line: Line, at: int, gender: str) -> int | None:
    """A nationality, also behind an adjective that only describes: «الرسمية السورية»."""
    describes = line.goes_on(at) and fold(line.words[at].text) in _adjectives("body_describing.txt")
    return nationality(line, at + describes, gender)


def _of_noun(line: Line, at: int) -> int | None:
    """A feminine nationality after a feminine noun: «جهاز المخابرات التركية»."""
    return nationality(line, at, "f") if gender_of(line.words[at - 1].text) == "f" else None


def _joined(line: Line, at: int, gender: str) -> int | None:
    """A noun that و joins to the one before it: «والتعليم», «وحقوق الإنسان»."""
    if not line.goes_on(at) or not line.words[at].text.startswith("و"):
        return None
    word, before = fold(line.words[at].text)[1:], _noun(line, at - 1)
    fields = listed("body_fields.txt")
    if word in listed("body_middles.txt") and before in fields:
        return chain(line, at + 1) or (at + 1 if line.goes_on(at + 1) and definite(line, at + 1) else None)
    if not word.startswith(_ARTICLE) or word in listed("body_stops.txt"):
        return None
    if word in _pairs().get(before, ()) or (word in fields and before in fields):
        return at
    return nationality(line, at + 1, gender) if gender and before in fields else None


def _noun(line: Line, at: int) -> str:
    """The noun before the adjectives that end with a word; a ل or و before it is taken off."""
    while at > 0 and fold(line.words[at].text) in _adjectives("body_adjectives.txt"):
        at -= 1
    word = fold(line.words[at].text)
    return _ARTICLE + word[2:] if word.startswith("لل") else word.removeprefix("و")


@cache
def _pairs() -> dict[str, frozenset[str]]:
    rows = table("body_joined.tsv")
    return {fold(first): frozenset(map(fold, others.split(";"))) for first, others in rows}
