"""Marked corpora: IOB2 files, a held-back tenth of one, and the articles marked by hand, as rows with labels.

An IOB2 file has a token and its label a line, a blank line after each sentence, and no marks of articles. Two
neighbouring sentences belong to different articles where no rare word stands both among the last sentences
and among the next. Articles that share a sentence (some are in the file twice) stay together.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from musnad.annotate.names.line import line
from musnad.annotate.names.match import Found, Word, match, words
from musnad.annotate.names.resolve.index import index
from musnad.annotate.names.rules import guesses
from musnad.annotate.names.tagger.crf import TYPES
from musnad.annotate.names.tagger.features import Attributes, attributes, marks, sentences
from musnad.arabic.fold import fold

RARE = 25  # sentences a rare word may be in
NEAR = 8  # sentences on each side that are compared


LABELS = {type_: label for label, type_ in TYPES.items()}


class Row(NamedTuple):
    """A stretch of text as the tagger sees it: its words, and the names lists and rules see in it."""

    text: str
    words: list[Word]
    names: list[Found]

    def examples(self, labels: Sequence[str], manner: str) -> Iterator[tuple[list[Attributes], list[str]]]:
        """The attributes and labels of each sentence, to learn from."""
        seen = marks(self.words, self.names)
        for first, last in sentences(self.words, self.text):
            found = attributes(self.words, self.text, seen, (first, last), manner)
            yield found, list(labels[first:last])


def row(text: str, start: int, end: int) -> Row:
    """A stretch of a text, without authority records."""
    found = words(text, start, end)
    names = list(match(found, index(()).trie, text))
    return Row(text, found, [*names, *guesses(line(found, names, text))])


class Sentence(NamedTuple):
    """Tokens and the label of each: «O», «B-PER», «I-PER», …"""

    tokens: tuple[str, ...]
    labels: tuple[str, ...]

    def row(self) -> Row:
        """The sentence as text, a space between tokens."""
        text = " ".join(self.tokens)
        return row(text, 0, len(text))

    def places(self, found: Sequence[Word]) -> list[int]:
        """The token that each word of its row stands in."""
        starts = list(accumulate((len(token) + 1 for token in self.tokens), initial=0))
        at, places = 0, []
        for word in found:
            while starts[at + 1] <= word.start:
                at += 1
            places.append(at)
        return places

    def word_labels(self, found: Sequence[Word]) -> list[str]:
        """The label of each word of its row; others than persons, places and bodies are «O»."""
        labels: list[str] = []
        for place, before in zip(places := self.places(found), [-1, *places], strict=False):
            label = self.labels[place]
            kind = label[2:]
            goes_on = labels and labels[-1][2:] == kind and (label[0] == "I" or place == before)
            labels.append("O" if kind not in TYPES else f"{'I' if goes_on else 'B'}-{kind}")
        return labels


def read(path: Path) -> list[Sentence]:
    """The sentences of an IOB2 file, tokens and labels parted by white space."""
    found = []
    for block in path.read_text("utf-8").split("\n\n"):
        if rows := [line.split() for line in block.splitlines() if line.strip()]:
            found.append(Sentence(tuple(row[0] for row in rows), tuple(row[-1] for row in rows)))
    return found


def articles(marked: list[Sentence]) -> list[list[Sentence]]:
    """The sentences parted into articles; those that share a sentence are one."""
    words = [{fold(token) for token in sentence.tokens if len(token) > 3} for sentence in marked]
    counts = Counter(word for here in words for word in here)
    rare = [{word for word in here if 1 < counts[word] <= RARE} for here in words]
    runs: list[list[Sentence]] = []
    for at, sentence in enumerate(marked):
        before = set().union(*rare[max(0, at - NEAR) : at])
        after = set().union(*rare[at : at + NEAR])
        if not before & after or not runs:
            runs.append([])
        runs[-1].append(sentence)
    return _joined(runs)


def _joined(runs: list[list[Sentence]]) -> list[list[Sentence]]:
    """The runs, those that share a sentence made one."""
    leader = list(range(len(runs)))

    def lead(run: int) -> int:
        while leader[run] != run:
            run = leader[run]
        return run

    met: dict[Sentence, int] = {}
    for run, members in enumerate(runs):
        for sentence in members:
            if len(sentence.tokens) > 3:
                other, this = sorted((lead(met.setdefault(sentence, run)), lead(run)))
                leader[this] = other
    groups: defaultdict[int, list[Sentence]] = defaultdict(list)
    for run, members in enumerate(runs):
        groups[lead(run)] += members
    return list(groups.values())


def hold_back(marked: list[Sentence], seed: int) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """Articles to train on, and articles drawn at random that have a tenth of the tokens."""
    found = articles(marked)
    order = random.Random(seed).sample(range(len(found)), len(found))
    least = sum(len(sentence.tokens) for sentence in marked) / 10
    held: set[int] = set()
    size = 0
    for at in order:
        if size >= least:
            break
        held.add(at)
        size += sum(len(sentence.tokens) for sentence in found[at])
    return [a for n, a in enumerate(found) if n not in held], [found[n] for n in sorted(held)]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each line of a text starts and ends."""
    ends = list(accumulate(len(part) + 1 for part in text.split("\n")))
    return [(start, end - 1) for start, end in zip([0, *ends], ends, strict=False)]


def by_hand(folder: Path) -> list[list[tuple[Row, list[str]]]]:
    """The articles of a folder that `marks.py` wrote: the rows of each with their labels."""
    names: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in json.loads((folder / "gold" / "mentions.json").read_text("utf-8"))["mentions"]:
        if mention["type"] in LABELS:
            names[mention["file"]].append((mention["start"], mention["end"], LABELS[mention["type"]]))
    found = []
    for path in sorted((folder / "texts").iterdir()):
        text = path.read_bytes().decode("utf-8")
        rows = [row(text, start, end) for start, end in paragraphs(text)]
        found.append([(one, _labelled(one.words, names[path.name])) for one in rows if one.words])
    return found


def _labelled(found: Sequence[Word], names: Sequence[tuple[int, int, str]]) -> list[str]:
    """The label of each word, of names by their code points."""
    labels = ["O"] * len(found)
    for start, end, label in names:
        inside = [at for at, word in enumerate(found) if word.start < end and start < word.end]
        for at in inside:
            labels[at] = f"{'B' if at == inside[0] else 'I'}-{label}"
    return labels
