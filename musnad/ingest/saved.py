"""A raw file that is a saved page: which of its words are the report, and what the page says of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from musnad.arabic.fold import fold
from musnad.ingest.compose import compose
from musnad.ingest.front_matter import sound
from musnad.ingest.html import Page
from musnad.ingest.page_data import Said, said
from musnad.ingest.pieces import Draft, Piece, Pieces, lines, told
from musnad.ingest.proposal import Evidence, Proposal
from musnad.model import Entity, Source, Zone

_ZONES: dict[str, Zone] = {
    "h1": "subhead", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
    "figcaption": "caption",
}  # fmt: skip
_BELOW = 0.8  # of the report's letters stand at or below its headline; what else was found is a menu
_SURE = 25  # letters of a line that nobody writes twice by chance


def propose_page(
    raw: str, page: Page, source: Source, entities: tuple[Entity, ...], today: datetime.date
) -> Proposal:
    """The report of a page as a proposed article. `page` must show a letter.

    The words between the report's first and last line that are none of it are its residue; what the page has
    before and after stays in the raw file alone.
    """
    found = said(page)
    pieces = _report(_pieces(raw, page), _extracted(raw), found.get("title"))
    proposal = compose(Draft(pieces=tuple(pieces)), source, entities, today)
    article = proposal.article
    given: dict[str, Any] = {}
    evidence: list[Evidence] = []
    headline = any(piece.zone == "headline" for piece in pieces)
    for key, one in found.items():
        if (key == "title" and headline) or not sound({key: [one.value] if key == "authors" else one.value}):
            continue
        given[key] = (one.value,) if key == "authors" else one.value
        evidence.append(Evidence(field=key, words=one.words, line=_line(raw, one.at), reason=one.reason))
    if given.get("authors") == (given.get("outlet"),):
        del given["authors"]
    evidence = [one for one in evidence if one.field in given]
    evidence += (one for one in proposal.evidence if one.field not in given)
    return Proposal(article=replace(article, **given), evidence=tuple(evidence))


def _line(raw: str, at: int) -> int:
    return raw.count("\n", 0, at) + 1


def _pieces(raw: str, page: Page) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """The page's lines, each with its line in the file and the elements it stands in."""
    at, line = 0, 1
    for piece in lines(page.text):
        start = page.starts[piece.start]
        line += raw.count("\n", at, start)
        at = start
        yield replace(piece, line=line), page.within.get(piece.start, ())


def _extracted(raw: str) -> list[str]:
    """The report's lines as the library that tells them finds them; their letters may differ."""
    import trafilatura  # a quarter of a second, which only those wait for who bring a page in

    text = trafilatura.extract(raw, include_comments=False, include_tables=True, deduplicate=False)
    return (text or "").splitlines()


def _report(
    pieces: Iterator[tuple[Piece, tuple[str, ...]]], extracted: list[str], title: Said | None
) -> Pieces:
    """The pieces from the headline or the report's first line to its last; what is no report is residue."""
    every = list(pieces)
    whole = Counter(_letters(line) for line in extracted)
    joined = "".join(_letters(line) for line in extracted)
    named = _letters(title.value) if title else ""
    chosen = []
    at = 0
    for number, (piece, _) in enumerate(every):
        words = _letters(piece.words)
        follows = bool(words) and joined.startswith(words, at)
        if whole[words] or follows or (len(words) >= _SURE and words in joined):
            chosen.append(number)
            whole[words] -= 1
            at = joined.find(words, at if follows else 0) + len(words)
    chosen = chosen or list(range(len(every)))
    headline = _headline(every, chosen, named)
    if headline is not None:
        chosen = sorted({headline, *(number for number in chosen if number > headline)})
    kept = set(chosen)
    return tuple(
        _placed(piece, within, number == headline, number in kept)
        for number, (piece, within) in enumerate(every)
        if chosen[0] <= number <= chosen[-1]
    )


def _headline(every: list[tuple[Piece, tuple[str, ...]]], chosen: list[int], named: str) -> int | None:
    """The last line that is a headline and has nearly all of the report below it."""
    lengths = {number: len(every[number][0].words) for number in chosen}
    rest = sum(lengths.values())
    enough = _BELOW * rest
    found = None
    for number, (piece, within) in enumerate(every):
        if rest < enough:
            break
        if _is_headline(piece, within, named):
            found = number
        rest -= lengths.get(number, 0)
    return found


def _is_headline(piece: Piece, within: tuple[str, ...], named: str) -> bool:
    """Whether a line is the page's title: a heading of the first order, or what the page calls itself."""
    words = _letters(piece.words)
    if not words:
        return False
    return (within[-1:] == ("h1",) and (not named or words in named or named in words)) or words == named


def _placed(piece: Piece, within: tuple[str, ...], headline: bool, chosen: bool) -> Piece:
    if headline:
        return told(piece, "headline", "")
    if not chosen and "figcaption" not in within:
        return told(piece, "residue", "not of the page's report")
    zone: Zone = next((_ZONES[name] for name in reversed(within) if name in _ZONES), "body")
    return told(piece, zone, "")


def _letters(words: str) -> str:
    """Words without spaces and marks, for comparing."""
    return "".join(sign for sign in fold(words) if sign.isalnum())
