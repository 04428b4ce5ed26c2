"""Names known by a word before them: inside a place's name, before a name in quotation marks, wars."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.line import Line
from musnad.annotate.names.match import Found
from musnad.annotate.names.rules.announcing import announcing
from musnad.annotate.names.rules.quotes import quoted
from musnad.annotate.names.spelling import readings
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold

_WAR, _ON = "الحرب", "على"


def frames(line: Line) -> Iterator[Found]:
    """«محافظة دير الزور», a class word that belongs to a known name; «وكالة «هاوار»», a name in quotes."""
    for index, word in enumerate(line.words):
        after = index + 1
        if not line.has(after):
            continue
        for skip, _, entry in announcing(word.text):
            if entry.place != "outside":
                if (found := line.starts(after, "place")) and not _common(line, after, found):
                    entity = found.entity if entry.place == "same" else None
                    yield line.guess(word.start + skip, index, found.last, entry.type, "class-word", entity)
            elif entry.kind == "town" and (last := quoted(line, after)):
                yield line.guess(line.words[after].start, after, last, entry.type, "quoted")


def wars(line: Line) -> Iterator[Found]:
    """«الحرب على داعش», whatever name the other side goes by."""
    for index, word in enumerate(line.words):
        if word.text != _ON or not index or not line.goes_on(index + 1):
            continue
        if found := line.starts(index + 1, "organization", "place"):
            war = line.words[index - 1]
            skip = next((r.skip for r in readings(war.text) if r.parts == (_WAR,)), None)
            if skip is not None and line.goes_on(index):
                entity = made_id(f"{_WAR} {found.entity}", "event")
                yield line.guess(war.start + skip, index - 1, found.last, "event", "class-word", entity)


def _common(line: Line, at: int, found: Found) -> bool:
    """Whether a name is more likely the common noun it also is: «ميناء المدينة»."""
    return found.last == at and fold(line.words[at].text) in listed("body_stops.txt")
