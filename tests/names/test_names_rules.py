"""What the rules find by the words around a name, case by case, with the lists of known names beside them."""

from functools import cache
from pathlib import Path

import pytest

from musnad.annotate.names.gazetteer import gazetteer
from musnad.annotate.names.lexicon import NO_NAME, Trie, lexicon
from musnad.annotate.names.line import line
from musnad.annotate.names.match import choose, match, words
from musnad.annotate.names.rules import guesses
from musnad.annotate.names.rules.local import local
from musnad.model import Article, Block

HERE = Path(__file__).parent
FILES = "rules_bodies.txt", "rules_outlets.txt", "rules_places.txt", "rules_events.txt", "rules_people.txt"


@cache
def known() -> Trie:
    """The names that come with the program."""
    return lexicon((), gazetteer())


def found(written: str) -> list[str]:
    """The type and words of the names in an article of paragraphs that ¶ parts."""
    blocks, start = [], 0
    for paragraph in (part.strip() for part in written.split("¶")):
        blocks.append(Block(start, start + len(paragraph), "body"))
        start += len(paragraph) + 1
    text = "\n".join(part.strip() for part in written.split("¶"))
    rows = [words(text, block.start, block.end) for block in blocks]
    names = [list(match(row, known(), text)) for row in rows]
    for row, some in zip(rows, names, strict=True):
        some += list(guesses(line(row, some, text)))
    chosen = [choose(some) for some in names]
    own = local(Article("a0000000", "", text, tuple(blocks)), rows, chosen)
    for row, some in zip(rows, names, strict=True):
        some += match(row, own, text)
    chosen = [choose(some) for some in names]
    told = (name for some in chosen for name in some if name.rule != NO_NAME)
    return [f"{name.type} {text[name.start : name.end]}" for name in told]


def cases() -> list[tuple[str, list[str]]]:
    """The articles of the files beside this one, each with its names."""
    read: list[tuple[str, list[str]]] = []
    for file in FILES:
        for row in HERE.joinpath(file).read_text("utf-8").splitlines():
            if row.startswith("\t"):
                read[-1][1].append(row.strip())
            elif row.strip() and not row.startswith("# "):
                read.append((row, []))
    return read


@pytest.mark.parametrize(("written", "expected"), cases())
def test_names_by_rules(written: str, expected: list[str]) -> None:
    assert found(written) == expected
