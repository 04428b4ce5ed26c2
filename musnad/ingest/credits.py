"""Lines that say where a report comes from: sources, signatures, bylines, date lines, captions."""

from __future__ import annotations

import re

from musnad.ingest.days import WEEKDAYS, find
from musnad.ingest.pieces import Piece, Pieces, cut, stops, told
from musnad.ingest.plain import plain
from musnad.ingest.sources import Sources
from musnad.ingest.words import any_of
from musnad.model import Zone

_START = r"^[*•\-–—\s]*"
_SIGN = r"\s*[:：/\-–]\s*"
SOURCE = re.compile(rf"{_START}{any_of('source')}{_SIGN}(?P<name>\S.{{0,80}})$")
TAKEN = re.compile(
    rf"{_START}(?:(?P<from>{any_of('taken')})|عن)\s*[:：]?\s+[\"«“(]?(?P<name>\S.{{0,50}}?)[\"»”)]?$"
)
BYLINE = re.compile(
    rf"{_START}(?:{any_of('byline')}(?:\s+\w+)?{_SIGN}|{any_of('pen')}\s+)(?P<name>[^\W\d_][\w\s.،,/\-–]{{3,60}})$"
)
UPDATED = re.compile(rf"(?<!\w){any_of('updated')}(?!\w)")
_DATE_WORDS = re.compile(rf"(?<!\w)(?:{any_of('date_line')}|{'|'.join(WEEKDAYS)})(?!\w)")
_PHOTO = re.compile(rf"(?<!\w){any_of('photo')}(?!\w)")
_CAPTION = re.compile(rf"{_START}{any_of('caption')}\s*[:：،,]")
IN_BRACKETS = re.compile(r"[(\[]\s*(?P<in>[^()\[\]]{1,60}?)\s*[)\]]\s*\.?$")
_NAMING = re.compile(rf"(?<!\w){any_of('bodies')}(?:\s+\S+){{0,4}}$")  # brackets then abbreviate its name
NAMES = re.compile(r"\s*[،,/]\s*|\s+و(?=\w)|\s+[-–—]\s+")
_NAME, _TAKEN = 5, 8  # words that a name, «نقلا عن …» has at most
_PARTS = re.compile(r"[/|:()\[\]–—-]|[،,]\s")
_PART, _PARTS_MOST = 3, 4  # words of a part; parts of a dateline on a line of its own
_LONGEST_CAPTION = 300


def mark(pieces: Pieces, sources: Sources) -> Pieces:
    """The pieces with credits, bylines, date lines and captions told apart."""
    marked: list[Piece] = []
    body = [number for number, piece in enumerate(pieces) if piece.zone == "body"]
    for number, piece in enumerate(pieces):
        if piece.zone != "body":
            marked.append(piece)
            continue
        found = _line(piece.words, sources, number == body[0], number == body[-1])
        if found:
            marked.append(told(piece, *found))
        else:
            marked += _cut_signature(piece, sources)
    return tuple(marked)


def is_date_line(words: str) -> bool:
    """Whether a line says a day and, apart from when and that it was published, nothing else."""
    if len(words) > 120:
        return False
    days = find(words)
    left = plain(words)
    for day in reversed(days):
        left = f"{left[: day.start]} {left[day.end :]}"
    return bool(days) and not re.search(r"[^\W\d_]", _DATE_WORDS.sub(" ", left))


def _line(words: str, sources: Sources, first: bool, last: bool) -> tuple[Zone, str] | None:
    """The zone of a whole line and why, or None for a line of the report, be it its `first` or `last`."""
    folded = plain(words)
    if SOURCE.match(folded):
        return "credit", "a source line"
    named = sources.only(words)
    if named is not None and (not first or any(one.sure for one in named)):
        return "credit", "a line of nothing but sources"
    if not first and _is_taken(words, sources):
        return "credit", "a line that says whom it was taken from"
    if not first and _is_dateline(words, sources):
        return "dateline", "a place and an agency on a line of their own"
    found = BYLINE.match(folded)
    if found and not first and all(len(name.split()) <= _NAME for name in NAMES.split(found["name"])):
        return "byline", "a byline"
    if is_date_line(words):
        return "dateline", "a date line"
    if _is_caption(words, sources, not first and not last):
        return "caption", "a picture's caption with its credit"
    return None


def _is_taken(words: str, sources: Sources) -> bool:
    found = TAKEN.match(plain(words))
    if not found or stops(words) or len(words.split()) > _TAKEN:
        return False
    return bool(found["from"] or sources.find(words[found.start("name") :], credit=True))


def _is_dateline(words: str, sources: Sources) -> bool:
    """«دمشق – سانا», «أنقرة/ محمد كيليتش/ الأناضول», «لندن: «الشرق الأوسط»»: short parts, one a source."""
    parts = [part for part in _PARTS.split(words) if part.strip()]
    named = sources.signed(words) if 1 < len(parts) <= _PARTS_MOST else []
    if not named or any(len(part.split()) > _PART for part in parts):
        return False
    return sources.only(parts[-1]) is not None or (sources.only(parts[0]) is not None and ":" not in words)


def _is_caption(words: str, sources: Sources, inside: bool) -> bool:
    if len(words) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(plain(words)):
        return True
    found = IN_BRACKETS.search(words)
    if not found or not inside or words.endswith("."):
        return False
    before = words[: found.start()].rstrip()
    if not before or stops(before) or _NAMING.search(plain(before)):
        return False
    return bool(sources.signed(found["in"]) or _PHOTO.search(plain(found["in"])))


def _cut_signature(piece: Piece, sources: Sources) -> list[Piece]:
    """A paragraph whose last brackets, after its stop, hold nothing but sources: they are a credit."""
    found = IN_BRACKETS.search(piece.words)
    if not found or not stops(piece.words[: found.start()].rstrip()) or not sources.only(found["in"]):
        return [piece]
    first, second = cut(piece, piece.start + found.start())
    return [first, told(second, "credit", "sources in brackets after the last stop")]
