"""Places that no record knows: an unknown word after «بلدة», «قرية», «مخيم»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from musnad.annotate.knowledge import made_id
from musnad.annotate.names_classes import class_words
from musnad.annotate.names_match import Found, Word, closed
from musnad.annotate.names_spelling import common, readings, unusual
from musnad.annotate.names_tables import listed

RULE = "town"


def places(row: Sequence[Word], known: Iterable[Found], text: str) -> Iterator[Found]:
    """Names of places in a row of words; `known` are the names already found in it."""
    taken = {found.first for found in known}
    for index, word in enumerate(row[:-1]):
        first = index + 1
        if first in taken or not row[first].joined:
            continue
        for reading in readings(word.text):
            entry = class_words().get(reading.parts[0])
            last = _name(row, first, entry.kind, text) if entry else None
            if entry is None or last is None:
                continue
            inside = entry.place != "outside"
            start = word.start + reading.skip if inside else row[first].start
            end = closed(text, start, row[last].end)
            entity = made_id(text[start:end], entry.type)
            order = (True, 5, False, entity)
            yield Found(start, end, index if inside else first, last, entry.type, entity, RULE, order)


def _name(row: Sequence[Word], first: int, kind: str, text: str) -> int | None:
    """The last word of an unknown place's name that begins with `first`, after a class word of this kind."""
    folded = readings(row[first].text)[0].parts[0]
    if kind not in ("town", "region", "event"):
        return None
    if folded in listed("place_heads.txt"):
        after = first + 1
        spaced = after < len(row) and text[row[first].end : row[after].start] == " "
        return after if spaced and not row[after].text.startswith("و") else None
    bare = folded.removeprefix("ال")
    if bare in listed("titles.txt"):
        return None  # «مدينة الملك …»
    if bare == folded and folded.endswith("ه"):
        adjective = common(folded[:-1]) or common(f"ال{folded}")
        if adjective or folded.startswith("م"):  # «مدينة مجاورة», «بلدة مأهولة»
            return None
    return first if (kind == "town" or bare != folded) and unusual(row[first].text) else None
