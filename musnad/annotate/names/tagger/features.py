"""What the tagger looks at in a word: its letters, what lists and the corpus say about it, its neighbours.

Attributes are short strings, the same in training and in use. Those of a word by itself are made once for
each word and place («own», one before, one after, …), so that tagging only joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from sys import intern

from musnad.annotate.names.classes import class_words
from musnad.annotate.names.match import Found, Word
from musnad.annotate.names.spelling import common
from musnad.annotate.names.tables import listed
from musnad.annotate.names.tagger.vocabulary import shape, vocabulary

Attributes = list[str]
GUIDELINES, PRESS = "guidelines", "press"  # whose rules a corpus is marked by: the archive's, ANERcorp's
_LISTS = {
    "given": "given_names.txt",
    "part": "name_particles.txt",
    "title": "titles.txt",
    "fill": "title_fillers.txt",
    "head": "place_heads.txt",
    "office": "office_adjectives.txt",
}
_ENDS = ".!?؟\n"


@lru_cache(maxsize=60_000)
def traits(word: str) -> tuple[str, ...]:
    """What is looked at in a word wherever it stands near another: words, clusters, lists."""
    known = vocabulary()
    whole = shape(word)
    skip = known.skip(whole)
    stem = whole[skip:]
    found = [f"s={stem}"]
    if skip:
        found.append(f"x={whole[:skip]}")
    found += known.clusters(stem)
    found += lists(whole, stem)
    return tuple(found)


def lists(whole: str, stem: str) -> list[str]:
    """The lists a word is in."""
    bare = stem.removeprefix("ال")
    found = []
    for name, file in _LISTS.items():
        words = listed(file)
        if stem in words or (name == "title" and bare in words):
            found.append(name)
    if entry := class_words().get(stem):
        found.append(f"class-{entry.type}-{entry.place}")
    verbs = listed("speech_verbs.txt")
    if stem in verbs or stem.removesuffix("ت") in verbs:
        found.append("verb")
    if not (common(whole) or common(stem)):
        found.append("rare")
    return found


@lru_cache(maxsize=60_000)
def own(word: str) -> tuple[str, ...]:
    """What is looked at in a word for its own label."""
    whole = shape(word)
    stem = whole[vocabulary().skip(whole) :]
    found = [f"0{trait}" for trait in traits(word)]
    found += [f"w={whole}", f"n{min(len(stem), 8)}"]
    found += [f"p{stem[:n]}" for n in (1, 2, 3, 4) if len(stem) > n]
    found += [f"e{stem[-n:]}" for n in (1, 2, 3, 4) if len(stem) > n]
    if word.isascii():
        found.append("latin" if word[:1].isupper() else "ascii")
    return tuple(found)


@lru_cache(maxsize=60_000)
def near(word: str, place: str) -> tuple[str, ...]:
    """What is looked at in a word for the label of its neighbour."""
    found = [f"{place}{trait}" for trait in traits(word)]
    if place in "-+":
        stem = shape(word)
        found += [f"{place}e{stem[-n:]}" for n in (1, 2, 3) if len(stem) > n]
    else:
        found = [f for f in found if f[1] not in "bc"]
    return tuple(map(intern, found))  # clusters and lists are of many words: kept once


@lru_cache(maxsize=4096)
def gap(signs: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is looked at in the signs between two words, for the word before and the word after."""
    kept = "".join(signs.split())[:2]
    return (f">{kept}",), (f"<{kept}",)


def sentences(row: Sequence[Word], text: str) -> list[tuple[int, int]]:
    """First and one after the last word of each sentence of a row."""
    cuts = [0]
    for at in range(1, len(row)):
        if not row[at].joined:
            between = text[row[at - 1].end : row[at].start]
            if any(sign in between for sign in _ENDS) and (between[-1:].isspace() or len(between) > 2):
                cuts.append(at)
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(row)], strict=True) if a < b]


def marks(row: Sequence[Word], names: Sequence[Found]) -> list[list[str]]:
    """What names that lists and rules see here say about each word: for each rule, the longest."""
    found: list[list[str]] = [[] for _ in row]
    for name in names:
        rule = "gazetteer" if name.rule == "authority" else name.rule
        for at in range(name.first, name.last + 1):
            step = "B" if at == name.first else "I"
            end = "e" if at == name.last else ""
            found[at].append(f"{rule}{name.type}{step}{end}")
    return found


def attributes(
    row: Sequence[Word], text: str, seen: Sequence[Sequence[str]], span: tuple[int, int], manner: str
) -> list[Attributes]:
    """The attributes of each word of a sentence, the words from one place of a row up to another.

    `seen` are the marks of the row's words. `manner` says by whose rules names are marked.
    """
    first, last = span
    found = []
    for at in range(first, last):
        here = [manner, *own(row[at].text), *seen[at]]
        if at > first:
            here += near(row[at - 1].text, "-")
            here += gap(text[row[at - 1].end : row[at].start])[1]
            here += [f"-{mark}" for mark in seen[at - 1]]
            if at > first + 1:
                here += near(row[at - 2].text, "=")
        else:
            here.append("first")
            here += gap(text[max(0, row[at].start - 2) : row[at].start])[1]
        if at + 1 < last:
            here += near(row[at + 1].text, "+")
            here += gap(text[row[at].end : row[at + 1].start])[0]
            here += [f"+{mark}" for mark in seen[at + 1]]
            if at + 2 < last:
                here += near(row[at + 2].text, "*")
        else:
            here.append("last")
            here += gap(text[row[at].end : row[at].end + 2])[0]
        found.append(here)
    return found
