"""Outlets, companies, movements and clubs, named after a class word that stays outside: «شركة تسلا»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.announcing import announcing
from musnad.annotate.names.rules.letters import branch, spelled
from musnad.annotate.names.rules.phrases import definite, nationality
from musnad.annotate.names.rules.quotes import quoted
from musnad.annotate.names.spelling import common, unusual
from musnad.annotate.names.tables import listed, table
from musnad.arabic.fold import fold

_KINDS = frozenset(("media", "company", "movement", "club"))
_NOUNS = {"movement": "movement_nouns.txt", "club": "clubs.txt"}  # definite nouns that such names may be
_AFTER_LATIN = "\u0250"
_LONGEST = 4  # words of a name


def outlets(line: Line) -> Iterator[Found]:
    """Names of outlets, companies, movements and clubs in a line."""
    for index, word in enumerate(line.words):
        first = index + 1
        if not line.goes_on(first):
            continue
        for _, _, entry in announcing(word.text):
            if entry.kind in _KINDS and (last := _name(line, first, entry.kind)) is not None:
                yield line.guess(line.words[first].start, first, last, "organization", entry.kind)
                break


def listings(line: Line) -> Iterator[Found]:
    """Names in quotation marks that و joins after a class word: «شركات "فورد" و"رينو"»."""
    for index, word in enumerate(line.words):
        kinds = (entry.type for _, _, entry in announcing(word.text) if entry.place == "outside")
        kind = next(kinds, None)
        first = index + 1
        while kind == "organization" and line.has(first) and (last := quoted(line, first)) is not None:
            yield line.guess(line.words[first].start, first, last, kind, "quoted")
            joined = last + 1 < len(line.words) and line.words[last + 1].text == "و"
            first = last + 1 + joined


def foreign(line: Line) -> Iterator[Found]:
    """Names that end in a word of foreign outlets' names: «جابان تايمز»."""
    for index, word in enumerate(line.words):
        if index and line.goes_on(index) and fold(word.text) in listed("media_words.txt"):
            first = index
            while first > index - 2 and line.goes_on(first) and _strange(line, first - 1):
                first -= 1
            if first < index:
                yield line.guess(
                    line.words[first].start, first, branch(line, index), "organization", "foreign"
                )


def _name(line: Line, first: int, kind: str) -> int | None:
    """The last word of the name that begins with `first`."""
    found = line.known.get(first)
    if found and found.type == "organization":
        return None
    if (end := spelled(line, first)) > first + 1:
        return branch(line, end - 1)
    if kind == "club" and found and fold(found_text(line, found)) in _towns():
        return found.last
    if kind == "media" and definite(line, first) and not found and not _general(line, first):
        return first
    if kind in _NOUNS and not found and fold(line.words[first].text) in listed(_NOUNS[kind]):
        return first
    if found is None and _strange(line, first) and not _other(line, first, kind):
        return _run(line, first)
    return _run(line, first) if found and kind != "club" and _strange(line, first) else None


def found_text(line: Line, found: Found) -> str:
    """The words of a name."""
    return line.text[found.start : found.end]


def _general(line: Line, first: int) -> bool:
    """Whether a definite noun is no name of an outlet: «صحيفة الحزب»."""
    return fold(line.words[first].text) in listed("outlet_stops.txt")


def _other(line: Line, first: int, kind: str) -> bool:
    """Whether a word that nothing knows is more likely a verb, a person or a common noun."""
    word = fold(line.words[first].text)
    if kind == "movement" and (word in listed("given_names.txt") or word[0] in "تي"):
        return True
    if word in listed("name_particles.txt") or (word.endswith("ه") and not word.startswith("ال")):
        return True
    return word.startswith("لت") or (word.startswith("ال") and not word.endswith("ي"))


def _strange(line: Line, at: int) -> bool:
    """Whether a word looks like one of a foreign name: nothing knows it, or it is in Latin letters."""
    word = line.words[at].text
    if _latin(word):
        return word[:1].isupper()
    folded = fold(word)
    if at in line.known:
        return line.starts(at, "place") is not None and line.goes_on(at + 1) and _ends(line, at + 1)
    plain = not folded.startswith("ال") and (folded.endswith("يه") or common(f"ال{folded}"))
    return unusual(word) and not plain


def _ends(line: Line, at: int) -> bool:
    return fold(line.words[at].text) in listed("media_words.txt")


def _goes_on(line: Line, at: int) -> bool:
    """Whether a word goes on a foreign name, written in the same script as the word before it."""
    word = line.words[at].text
    if _latin(word) or _latin(line.words[at - 1].text):
        return _latin(word) and _latin(line.words[at - 1].text) and not word.isdecimal()
    if fold(word) in listed("media_words.txt") | listed("foreign_words.txt"):
        return True
    return at not in line.known and _strange(line, at)


def _latin(word: str) -> bool:
    """Whether a word is in Latin letters: «Dépêche»."""
    return all(letter < _AFTER_LATIN for letter in word)


def _run(line: Line, first: int) -> int:
    """The last of the words of a foreign name from `first` on."""
    last = first
    while last + 1 < first + _LONGEST and line.goes_on(last + 1) and nationality(line, last + 1) is None:
        if not _goes_on(line, last + 1):
            break
        last += 1
    while last > first and fold(line.words[last].text) in listed("name_particles.txt"):
        last -= 1
    while line.goes_on(last + 1) and fold(line.words[last + 1].text) in listed("company_endings.txt"):
        last += 1
    return branch(line, last)


@cache
def _towns() -> frozenset[str]:
    return frozenset(fold(row[2]) for row in table("gazetteer_cities.tsv"))
