"""An older text of an article beside today's: which paragraphs, and in them which words, are others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from musnad.render.text.weave import Mark, weave
from musnad.render.values.past import VersionView

_WORD = re.compile(r"\S+")
_ANCHOR, _ONLY = 0, 1  # layers, from outside inwards

Line = tuple[str, str]  # a paragraph's anchor and words


class Change(NamedTuple):
    """Paragraphs of the older text, and those of today's in their place: each its anchor and HTML.

    Where they do not differ, `new` is empty. Words that only one of the texts has are marked.
    """

    old: list[tuple[str, Markup]]
    new: list[tuple[str, Markup]]
    differs: bool


def changes(view: VersionView) -> Iterator[Change]:
    """The older text of a view, whole, in the order of its paragraphs."""
    article = view.version.article
    old = [(f"p{at}", article.text[b.start : b.end]) for at, b in enumerate(article.blocks, 1)]
    starts = {f"p{at}": block.start for at, block in enumerate(article.blocks, 1)}
    ids = [Mark(a, b, _ANCHOR, "span", (), (("id", key),)) for key, a, b in view.version.anchors]
    new = list(view.now)
    for differs, one, other in _runs([words for _, words in old], [words for _, words in new]):
        here, there = old[slice(*one)], new[slice(*other)]
        mine, theirs = _apart(here, there) if differs else ([], [])
        made = []
        for number, (anchor, words) in enumerate(here):
            start = starts[anchor]
            only = _marks(mine[number] if differs else [], start)
            made.append((anchor, weave(article.text, start, start + len(words), [*ids, *only])))
        shown = [
            (anchor, weave(words, 0, len(words), _marks(theirs[number], 0)))
            for number, (anchor, words) in enumerate(there if differs else [])
        ]
        yield Change(made, shown, differs)


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Runs of paragraphs: whether they differ, and from where to where they go in either text."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag != "equal", (a, b), (c, d)


_Spans = list[tuple[int, int]]


def _apart(old: Sequence[Line], new: Sequence[Line]) -> tuple[list[_Spans], list[_Spans]]:
    """The words of each paragraph that the other side has not, in order; words beside each other as one."""
    mine, theirs = _words(old), _words(new)
    matcher = SequenceMatcher(None, [w[2] for w in mine], [w[2] for w in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    here = {a + at for a, _, size in blocks for at in range(size)}
    there = {b + at for _, b, size in blocks for at in range(size)}
    return _alone(mine, here, len(old)), _alone(theirs, there, len(new))


_Word = tuple[int, tuple[int, int], str]  # its paragraph, its span there, itself


def _words(lines: Sequence[Line]) -> list[_Word]:
    return [
        (at, word.span(), word[0]) for at, (_, words) in enumerate(lines) for word in _WORD.finditer(words)
    ]


def _alone(words: Sequence[_Word], shared: set[int], paragraphs: int) -> list[_Spans]:
    found: list[_Spans] = [[] for _ in range(paragraphs)]
    for (alone, paragraph), run in groupby(range(len(words)), lambda at: (at not in shared, words[at][0])):
        if alone:
            places = list(run)
            found[paragraph].append((words[places[0]][1][0], words[places[-1]][1][1]))
    return found


def _marks(spans: _Spans, start: int) -> list[Mark]:
    return [Mark(start + a, start + b, _ONLY, "mark", (("class", "only"),)) for a, b in spans]
