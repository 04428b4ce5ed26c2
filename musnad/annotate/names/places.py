"""Places that no record knows: an unknown word after «بلدة», «قرية», «مخيم»."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.annotate.names.classes import class_words
from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.spelling import common, readings, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold

RULE = "town"


def places(line: Line) -> Iterator[Found]:
    """Names of places in a line."""
    for index, word in enumerate(line.words):
        first = index + 1
        if first in line.known or not line.has(first):
            continue
        for reading in readings(word.text):
            entry = class_words().get(reading.parts[0])
            last = _name(line, first, entry.kind) if entry else None
            if entry is None or last is None:
                continue
            if entry.place == "outside":
                yield line.guess(line.words[first].start, first, last, entry.type, RULE)
            else:
                yield line.guess(word.start + reading.skip, index, last, entry.type, RULE)


def _name(line: Line, first: int, kind: str) -> int | None:
    """The last word of an unknown place's name that begins with `first`, after a class word of this kind."""
    word = line.words[first].text
    folded = fold(word)
    if kind not in ("town", "region", "event"):
        return None
    if folded in listed("place_heads.txt"):
        after = first + 1
        return after if line.goes_on(after) and not line.words[after].text.startswith("و") else None
    bare = folded.removeprefix("ال")
    if bare in listed("titles.txt") or folded in listed("given_names.txt"):
        return None  # «مدينة الملك …»
    if bare == folded and folded.endswith("ه"):
        adjective = common(folded[:-1]) or common(f"ال{folded}")
        if adjective or folded.startswith("م"):  # «مدينة مجاورة», «بلدة مأهولة»
            return None
    return first if (kind == "town" or bare != folded) and unusual(word) else None
