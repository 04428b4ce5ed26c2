"""Authority files: who is who, as curators keep it. One YAML file a type, a mapping of ids to records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from musnad import edtf
from musnad.ingest.authority_links import odd_links
from musnad.misfit import shape
from musnad.model import Entity, NameType, Title, Value
from musnad.problems import Problem, Problems, nearest, problem
from musnad.records import Lines, convert, parse_yaml

TYPES: dict[str, NameType] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "groups": "group",
    "events": "event",
}

Name = Annotated[str, Meta(min_length=1)]
_ID = re.compile(r"[a-z][a-z0-9_]*")
_MADE = re.compile(r"n-[0-9a-z]{12}")  # the id of an entity made from a name, as its page's address has it


class Record(Value, frozen=True):
    """One record as it stands in a file; the file's name gives its type, its key gives its id."""

    name_ar: Name
    name_en: Name | None = None
    aliases: tuple[Name, ...] = ()
    handles: tuple[Name, ...] = ()
    titles: tuple[Title, ...] = ()
    role: Literal["agency", "outlet", "platform"] | None = None
    country: str | None = None
    part_of: str | None = None
    inflect: bool = False
    ambiguous: tuple[Name, ...] = ()
    context: tuple[Name, ...] = ()
    wikidata: Annotated[str, Meta(pattern=r"^Q[1-9]\d*$")] | None = None
    geonames: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    note: str | None = None


def read_authority(path: str, data: bytes) -> tuple[tuple[Entity, ...], Problems]:
    """The records of one file of content/authority/, in the file's order, and what is wrong with the others.

    `path` is the file's address in the archive; its name without the suffix must be one of `TYPES`.
    """
    records, problems = _records(path, data)
    return tuple(entity for entity, _ in records), problems


def check_authority(entities: Iterable[Entity], files: Iterable[tuple[str, bytes]]) -> Problems:
    """What only all records together show: ids that stand twice, links to nothing, links at odds with others.

    `entities` are the records of all files; `files`, the files' paths and bytes, are read again only for the
    lines of what is wrong.
    """
    entities = tuple(entities)
    known = {entity.id for entity in entities}
    odd = odd_links(entities)
    if not odd and len(known) == len(entities) and not any(_unknown(entity, known) for entity in entities):
        return ()
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for path, data in sorted(files):
        for entity, lines in _records(path, data)[0]:
            line = lines[()]
            if entity.id in first:
                problems.append(problem("duplicate-id", path, line, id=entity.id, first=first[entity.id]))
            first.setdefault(entity.id, f"{path}:{line}")
            problems += (
                problem(
                    "unknown-entity",
                    path,
                    lines.get((key,), line),
                    key=key,
                    id=to,
                    nearest=nearest(to, known),
                )
                for key, to in _unknown(entity, known)
            )
            problems += (
                problem(link.code, path, lines.get((link.key,), line), id=link.id, to=link.to, key=link.key)
                for link in odd
                if link.id == entity.id
            )
    return tuple(problems)


def _unknown(entity: Entity, known: Collection[str]) -> list[tuple[str, str]]:
    """The links of a record to no record; `same_as` and `not_same_as` may name ids made from names too."""
    named = ("same_as", "not_same_as")
    links = (link for link in _links(entity) if link[1] not in known)
    return [(key, to) for key, to in links if not (key in named and _MADE.fullmatch(to))]


def _records(path: str, data: bytes) -> tuple[list[tuple[Entity, Lines]], Problems]:
    stem = PurePosixPath(path).stem
    if stem not in TYPES:
        known = ", ".join(TYPES)
        return [], (problem("unknown-authority-file", path, nearest=nearest(stem, TYPES), known=known),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], (problem("not-utf8", path, offset=error.start),)
    plain, lines, wrong = parse_yaml(text, path)
    problems = list(wrong)
    if plain is not None and not isinstance(plain, dict):
        expected = "records, each below a line with its id (`salma_hajj:`),"
        problems.append(problem("bad-shape", path, lines[()], expected=expected, got=shape(plain)))
        plain = None
    below: dict[str | int, Lines] = {}
    for at, line in lines.items():
        if at:
            below.setdefault(at[0], {})[at[1:]] = line
    records = []
    for id_, fields in (plain or {}).items():
        entity, found = _entity(id_, TYPES[stem], fields, below[id_], path)
        problems += found
        if entity:
            records.append((entity, below[id_]))
    return records, tuple(problems)


def _entity(
    id_: str, kind: NameType, fields: object, lines: Lines, path: str
) -> tuple[Entity | None, Problems]:
    record, problems = convert(fields, lines, path, Record)
    if not _ID.fullmatch(id_):
        reason = f"«{id_}» is no id: small Latin letters, digits and _ are"
        problems = (problem("bad-value", path, lines[()], key=id_, reason=reason), *problems)
    if record is None or problems:
        return None, problems
    for at, name in _names(record):
        if not any(letter.isalnum() for letter in name):
            reason = f"«{name}» is no name: it has neither letters nor figures"
            line = lines.get(at, lines.get(at[:1], lines[()]))
            return None, (problem("bad-value", path, line, key=str(at[0]), reason=reason),)
    for index, title in enumerate(record.titles):
        if title.during is not None and edtf.days(title.during) is None:
            line = lines.get(("titles", index, "during"), lines[()])
            reason = f"«{title.during}» is no date or interval in EDTF"
            return None, (problem("bad-value", path, line, key="during", reason=reason),)
    if (record.latitude is None) != (record.longitude is None):
        key, other = ("latitude", "longitude") if record.longitude is None else ("longitude", "latitude")
        reason = f"«{key}» stands without «{other}»"
        return None, (problem("bad-value", path, lines[(key,)], key=other, reason=reason),)
    return Entity(id=id_, type=kind, **msgspec.structs.asdict(record)), ()


def _names(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The names of a record and of its titles, each with its place in the record."""
    yield ("name_ar",), record.name_ar
    yield from ((("aliases", at), name) for at, name in enumerate(record.aliases))
    yield from ((("titles", at, "name"), title.name) for at, title in enumerate(record.titles))


def _links(entity: Entity) -> list[tuple[str, str]]:
    single = [("country", entity.country), ("part_of", entity.part_of)]
    several = [("same_as", entity.same_as), ("not_same_as", entity.not_same_as)]
    return [(key, to) for key, to in single if to] + [(key, to) for key, ids in several for to in ids]
