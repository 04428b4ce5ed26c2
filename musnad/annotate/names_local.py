"""Names that hold for one article only: aliases it gives in brackets, and a person's name cut short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from musnad.annotate.names_lexicon import Entry, Trie, add
from musnad.annotate.names_match import Found, Word
from musnad.annotate.names_tables import table
from musnad.arabic.fold import fold

# «(قسد)», «("قسد")», «"قسد"» right after a name
_INNER = r"""[^()"«»“”،,:؛.\d]+?"""
_ALIAS = re.compile(
    rf"""[ \u00a0]?(?:\([ "«“]*(?P<round>{_INNER})[ "»”]*\)|["«“](?P<quoted>{_INNER})["»”])"""
)


def local(text: str, rows: Sequence[Sequence[Word]], chosen: Sequence[Sequence[Found]]) -> Trie:
    """The trie of names that the article itself gives to what was found in it."""
    trie: Trie = {}
    for row, names in zip(rows, chosen, strict=True):
        taken = {found.start for found in names}
        for found in names:
            if found.type == "person":
                if short := short_form([word.text for word in row[found.first : found.last + 1]]):
                    add(trie, Entry(2, True, found.entity, "person", short, rule="short-form"))
            elif found.type == "organization" and (alias := _ALIAS.match(text, found.end)):
                group = "round" if alias["round"] else "quoted"
                name = alias[group].strip()
                if alias.start(group) not in taken and is_alias(name):
                    since = alias.start(group)
                    add(trie, Entry(2, True, found.entity, found.type, name, since=since, rule="alias"))
    return trie


@cache
def particles() -> frozenset[str]:
    """Words that belong to the name after them: «بن سلمان», «أبو الغيط»."""
    return frozenset(fold(row[0]) for row in table("name_particles.tsv"))


@cache
def notes() -> frozenset[str]:
    """Words that stand in brackets after a name and are no alias of it: «(أرشيف)», «(يسار)»."""
    return frozenset(fold(row[0]) for row in table("bracket_notes.tsv"))


def short_form(full: Sequence[str]) -> str | None:
    """The family name of a full name, with the particle that belongs to it; None where there is none."""
    cut = len(full) - 1
    while cut > 0 and fold(full[cut - 1]) in particles():
        cut -= 1
    return " ".join(full[cut:]) if cut > 0 else None


def is_alias(name: str) -> bool:
    """Whether words in brackets after a body's name are another name of it: one word, no note."""
    return len(name.split()) == 1 and len(name) > 1 and fold(name) not in notes()
