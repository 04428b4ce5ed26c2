"""Names that hold for one article only: aliases in brackets, short forms, places a class word named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.classes import class_words
from musnad.annotate.names.lexicon import Entry, Trie, add
from musnad.annotate.names.match import Found, Word
from musnad.annotate.names.rules.places import RULE as TOWN
from musnad.annotate.names.spelling import readings, unusual
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold
from musnad.model import Article

_OWN = 2  # the rank of an article's own names
# Rules whose names stand after a class word once, and then alone.
_NAMED = frozenset(("quoted", "media", "company", "movement", "club", "letters"))
_BRACKETS = re.compile(r"""["»”]?\s?\(\s*["«“]?"""), re.compile(r"""["»”]?\s*\)""")  # «(قسد)», «("قسد")»
_QUOTES = re.compile(r"""\s["«“]"""), re.compile(r"""["»”]""")  # «"قسد"»


def local(article: Article, rows: Sequence[Sequence[Word]], chosen: Sequence[Sequence[Found]]) -> Trie:
    """The trie of names that the article itself gives: to what was found in it, and to whom it came from."""
    trie: Trie = {}
    text = article.text
    for source in (article.outlet, *article.agencies, article.credit):
        if source and not source.isascii():  # an id is ASCII: its record gives its names
            entity = made_id(source, "organization")
            add(trie, Entry(_OWN, False, entity, "organization", source, rule="source"))
    for row, names in zip(rows, chosen, strict=True):
        taken = {found.first for found in names if found.rule != "tagger"}
        for found in names:
            for entry in _entries(text, row, found, found.last + 1 in taken):
                add(trie, entry)
    return trie


def _entries(text: str, row: Sequence[Word], found: Found, followed: bool) -> Iterator[Entry]:
    words = [text[found.start : row[found.first].end]]
    words += [word.text for word in row[found.first + 1 : found.last + 1]]
    if found.type == "person":
        for short in short_forms(words):
            yield Entry(_OWN, True, found.entity, "person", short, rule="short-form")
    elif found.rule == TOWN:
        bare = " ".join(words[any(r.parts[0] in class_words() for r in readings(words[0])) :])
        yield Entry(_OWN, True, made_id(bare, "place"), "place", bare, rule=TOWN)
    elif found.type == "place" and len(words) == 1 and not found.order[0] and unusual(words[0]):
        # a class word told that the word is a name here
        yield Entry(_OWN, True, found.entity, "place", words[0], rule="repeated")
    elif found.rule in _NAMED and (len(words) > 1 or unusual(words[0]) or found.rule == "club"):
        name = " ".join(words)
        yield Entry(_OWN, True, found.entity, "organization", name, rule="repeated")
    if found.type == "organization" and not followed and found.last + 1 < len(row):
        after = row[found.last + 1]
        if is_alias(text, found, after):
            yield Entry(_OWN, True, found.entity, found.type, after.text, since=after.start, rule="alias")


def short_forms(full: Sequence[str]) -> Iterator[str]:
    """A full name's family name and patronymic, each with its particle: «بن سلمان», «آل سعود»."""
    particles = [fold(word) in listed("name_particles.txt") for word in full]
    cut = len(full) - 1
    if cut > 0 and " ".join(map(fold, full[-2:])) in listed("name_compounds.txt"):
        cut -= 1
    while cut > 0 and particles[cut - 1]:
        cut -= 1
    if cut > 0:
        yield " ".join(full[cut:])
    if len(full) > 3 and particles[1] and not particles[2]:
        yield " ".join(full[1:3])


def is_alias(text: str, found: Found, word: Word) -> bool:
    """Whether a word right after a body's name, in brackets or quotes of its own, is another name of it."""
    if fold(word.text) in listed("bracket_notes.txt"):
        return False
    for opening, closing in (_BRACKETS, _QUOTES):
        if opening.fullmatch(text, found.end, word.start) and closing.match(text, word.end):
            short = abbreviates(word.text, text[found.start : found.end])
            return short or (opening is _BRACKETS[0] and (word.text.isupper() or unusual(word.text)))
    return False


def abbreviates(short: str, name: str) -> bool:
    """Whether a word's letters stand in this order in a name, beginning with its first: «قسد», «حماس»."""
    words = [word.removeprefix("ال") for word in fold(name).split()]
    letters = iter("".join(words))
    return fold(short)[:1] == words[0][:1] and all(letter in letters for letter in fold(short))
