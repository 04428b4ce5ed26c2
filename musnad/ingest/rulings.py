"""Corrections: what curators decide about links between statements. One YAML file an article."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from msgspec import Meta

from musnad.ingest.curated import document, parts
from musnad.model import Relation, Ruling, Value
from musnad.problems import Problem, Problems, nearest, problem
from musnad.records import convert

NONE = "none"  # the relation of a link that is denied

_RELATIONS: dict[str, Relation | None] = {**{name: name for name in get_args(Relation)}, NONE: None}
Said = Annotated[str, Meta(min_length=1, pattern=r"\w")]


class Corrections(Value, frozen=True):
    """The file as a whole."""

    links: tuple[dict[str, Any], ...] = ()
    marks: tuple[dict[str, Any], ...] = ()  # read by `rejections`


class Entry(Value, frozen=True):
    """A decision as it stands in a file."""

    claim: str
    other: str
    relation: str
    why: Said
    by: Said


def read_rulings(path: str, data: bytes) -> tuple[tuple[Ruling, ...], Problems]:
    """The decisions of one file of content/corrections/, in its order, and what is wrong with the others.

    `a` of each is the statement of the article whose file it is, `b` the other one.
    """
    plain, lines, wrong = document(path, data)
    if plain is None:
        return (), wrong
    corrections, found = convert(plain, lines, path, Corrections)
    problems: list[Problem] = [*wrong, *found]
    rulings: list[Ruling] = []
    beside = parts(lines, "links")
    for number, fields in enumerate(corrections.links if corrections else ()):
        here = beside[number]
        entry, found = convert(fields, here, path, Entry)
        problems += found
        if entry is None:
            continue
        if entry.relation not in _RELATIONS:
            problems.append(
                problem(
                    "unknown-relation",
                    path,
                    here["relation",],
                    relation=entry.relation,
                    nearest=nearest(entry.relation, _RELATIONS),
                    known=", ".join(_RELATIONS),
                )
            )
            continue
        rulings.append(
            Ruling(
                a=entry.claim,
                b=entry.other,
                relation=_RELATIONS[entry.relation],
                why=entry.why,
                by=entry.by,
                path=path,
                line=here[()],
            )
        )
    return tuple(rulings), tuple(problems)
