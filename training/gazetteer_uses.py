"""How names of places are used in a corpus: alone, after a word of place or a class word, as another word."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from musnad.annotate.names.spelling import common
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold

WORD = re.compile(r"[ء-غف-ي]+")
_LONGEST = 4  # words of a name
_SELDOM = 5  # uses below which the corpus tells nothing
_OFTEN = 100  # uses from which on a town would be met after a class word
_SHORT = 4  # letters

Standing = Literal["", "place", "class"]


class Use(NamedTuple):
    """How often a name is met: at all, after a class word, a word of place, a given name."""

    total: int = 0
    classed: int = 0
    placed: int = 0
    given: int = 0


def key(name: str) -> str:
    """A name as it is counted: folded words."""
    return " ".join(fold(name).replace("-", " ").split())


def uses(
    names: Collection[str], corpus: Path, classes: Collection[str], placed: Collection[str]
) -> dict[str, Use]:
    """The uses of names (as `key` gives them) in a gzip of JSON lines; the words of place are folded."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    firsts = {name.split()[0] for name in names}
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            words = [word for each in WORD.findall(json.loads(line)["text"]) if (word := fold(each))]
            for at, word in enumerate(words):
                before = words[at - 1] if at else ""
                for first, clitic in _readings(word):
                    for length in range(_LONGEST if first in firsts else 0):
                        name = " ".join([first, *words[at + 1 : at + 1 + length]])
                        if name in names:
                            count = counts[name]
                            count[0] += 1
                            count[1] += clitic in "و" and before in classes
                            count[2] += clitic == "ب" or (clitic in "و" and before in placed)
                            count[3] += not clitic and before in listed("given_names.txt")
    return {name: Use(*count) for name, count in counts.items()}


def _readings(word: str) -> Iterator[tuple[str, str]]:
    """A folded word, and what it is without a proclitic, with that proclitic."""
    yield word, ""
    if len(word) > 3 and word[0] in "وفبلك":
        yield word[1:], word[0]
        if word.startswith("لل"):
            yield "ال" + word[2:], "ل"


def standing(name: str, use: Use) -> Standing:
    """How a town's name may be met: alone («»), after a word of place, after a class word only."""
    words = name.split()
    as_place = (use.classed + use.placed) / use.total if use.total else 0.0
    if len(words) > 1:
        return "" if use.total < _SELDOM or as_place >= 0.15 else "class"
    another = any(common(form) for form in (name, name.removeprefix("ال"))) or name in listed(
        "given_names.txt"
    )
    rarely_classed = use.total >= _OFTEN and use.classed < 0.02 * use.total
    if len(name) < _SHORT or another or rarely_classed:
        return "class"
    if use.total < _SELDOM:
        return "place"
    if use.given > 0.15 * use.total:
        return "class" if as_place < 0.15 else "place"
    if as_place >= 0.2 and use.classed and len(name) > _SHORT:
        return ""
    return "place" if as_place >= 0.1 else "class"
