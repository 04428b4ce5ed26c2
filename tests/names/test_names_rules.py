"""What the rules find by the words around a name, case by case, with the lists of known names beside them."""

from functools import cache

import pytest

from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.lexicon import NO_NAME, Trie, lexicon
from musnad.annotate.names.line import line
from musnad.annotate.names.match import choose, match, words
from musnad.annotate.names.rules import guesses
from musnad.annotate.names.rules.local import local
from tests.names.written import article, cases

FILES = "rules_bodies.txt", "rules_outlets.txt", "rules_places.txt", "rules_events.txt", "rules_people.txt"


@cache
def known() -> Trie:
    """The names that come with the program."""
    return lexicon((), gazetteer())


def found(written: str) -> list[str]:
    """The type and words of the names in an article of paragraphs that ¶ parts."""
    one = article(written)
    text = one.text
    rows = [words(text, block.start, block.end) for block in one.blocks]
    names = [list(match(row, known(), text)) for row in rows]
    for row, some in zip(rows, names, strict=True):
        some += list(guesses(line(row, some, text)))
    chosen = [choose(some) for some in names]
    own = local(one, rows, chosen)
    for row, some in zip(rows, names, strict=True):
        some += match(row, own, text)
    chosen = [choose(some) for some in names]
    told = (name for some in chosen for name in some if name.rule != NO_NAME)
    return [f"{name.type} {text[name.start : name.end]}" for name in told]


@pytest.mark.parametrize(("written", "expected"), cases(*FILES))
def test_names_by_rules(written: str, expected: list[str]) -> None:
    assert found(written) == expected
