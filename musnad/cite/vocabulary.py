"""Our own terms of linked data (`data/vocabulary.toml`), and the same as Turtle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import toml

from musnad.config import Config
from musnad.model import Output, Value

PATH = "vocabulary.ttl"
_SCHEMA = "https://schema.org/"
_STRINGS = "http://www.w3.org/2001/XMLSchema#string"


def namespace(config: Config) -> str:
    """What the terms' addresses begin with; names without a place where the archive has no address, since a
    relative one would mean something else in each file.
    """
    return f"{config.url.rstrip('/')}/vocabulary.html#" if config.url else "urn:musnad:"


class Term(Value, frozen=True):
    """A term: the classes it joins, by their names in schema.org; what it means, by interface language."""

    name: str
    kind: Literal["property"]
    domain: str
    range: str
    label: dict[str, str]
    about: dict[str, str]
    symmetric: bool = False


class _File(Value, frozen=True):
    term: tuple[Term, ...]


@cache
def terms() -> tuple[Term, ...]:
    """The terms, in the order that they are told in."""
    text = (files("musnad.cite") / "data/vocabulary.toml").read_text("utf-8")
    return toml.decode(text, type=_File).term


def turtle(config: Config) -> Iterator[Output]:
    """The vocabulary for machines, beside its page."""
    root = config.url.rstrip("/") + "/" if config.url else ""
    page = f"{root}vocabulary.html"
    rows = [
        f"@prefix : <{namespace(config)}> .",
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .",
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "",
        f'<{page}> a owl:Ontology ;\n    rdfs:label "musnad"@en , "مُسند"@ar .',
    ]
    yield Output(PATH, ("\n".join([*rows, *map(_turtle, terms())]) + "\n").encode())


def _turtle(term: Term) -> str:
    kinds = "rdf:Property" + (" , owl:SymmetricProperty" if term.symmetric else "")
    reach = _STRINGS if term.range == "string" else _SCHEMA + term.range
    told = [
        f"\n:{term.name} a {kinds}",
        *(f"rdfs:label {_words(term.label[language], language)}" for language in sorted(term.label)),
        *(f"rdfs:comment {_words(term.about[language], language)}" for language in sorted(term.about)),
        f"rdfs:domain <{_SCHEMA}{term.domain}>",
        f"rdfs:range <{reach}>",
    ]
    return " ;\n    ".join(told) + " ."


def _words(words: str, language: str) -> str:
    plain = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"@{language}'
