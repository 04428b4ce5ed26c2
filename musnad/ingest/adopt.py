"""A raw file that is Markdown already: its markup is kept, its front matter taken over."""

from __future__ import annotations

import datetime

import msgspec
from msgspec.structs import replace

from musnad.ingest.body import read_body
from musnad.ingest.compose import compose
from musnad.ingest.dialect import BANNED, parse
from musnad.ingest.front_matter import FrontMatter, sound, split
from musnad.ingest.pieces import Draft, Piece
from musnad.ingest.proposal import Evidence, Proposal
from musnad.model import Entity, Source
from musnad.problems import Problems, errors, problem
from musnad.records import parse_yaml

# What other systems call our keys.
_ALSO = {
    "author": "authors",
    "byline": "authors",
    "creator": "authors",
    "agency": "agencies",
    "publisher": "outlet",
    "date": "date_published",
    "published": "date_published",
    "modified": "date_modified",
    "lastmod": "date_modified",
    "updated": "date_modified",
    "lang": "language",
    "source_url": "url",
    "link": "url",
}
_LISTS = ("authors", "agencies")


def adopt(
    text: str, source: Source, entities: tuple[Entity, ...], today: datetime.date
) -> tuple[Proposal | None, Problems]:
    """A Markdown text as a proposed article, or None with what is wrong in it."""
    front, body, first_line = split(text)
    given, notes, problems = _given(front or "", source.path)
    tree, found = read_body(parse(BANNED.sub("", body), first_line), source.path)
    problems = (*problems, *found)
    if errors(problems):
        return None, problems
    if not tree.text:
        return None, (*problems, problem("empty-text", source.path, first_line))
    pieces = tuple(
        Piece(
            start=block.start,
            end=block.end,
            line=block.line,
            words=tree.text[block.start : block.end],
            zone=block.zone,
            post=block.post,
            glued=block.continues,
        )
        for block in tree.blocks
    )
    draft = Draft(pieces=pieces, formats=tree.formats, posts=tree.posts)
    proposal = compose(draft, source, entities, today)
    evidence = [one for one in proposal.evidence if one.field not in given]
    evidence += [Evidence(field=key, words="", line=1, reason="the raw file's front matter") for key in given]
    return Proposal(article=replace(proposal.article, **given), evidence=(*evidence, *notes)), problems


def _given(front: str, path: str) -> tuple[dict[str, object], list[Evidence], Problems]:
    """What the front matter says that an article file can say, notes on what it cannot, and what is wrong."""
    data, lines, problems = parse_yaml(front, path, first_line=2)
    if problems or not isinstance(data, dict):
        return {}, [], problems
    known = {field.encode_name for field in msgspec.structs.fields(FrontMatter)} - {"id", "raw", "status"}
    given: dict[str, object] = {}
    notes = []
    for key, value in data.items():
        name = key if key in known else _ALSO.get(key.lower())
        if name and isinstance(value, str) and name in _LISTS:
            value = [value]
        if name and value and sound({name: value}):
            given.setdefault(name, tuple(value) if isinstance(value, list) else value)
        else:
            line = lines.get((key,), 0)
            notes.append(Evidence(field=f"not taken over, «{key}»", words=str(value), line=line, reason=""))
    return given, notes, ()
