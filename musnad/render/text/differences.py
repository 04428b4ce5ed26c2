"""Which words of a statement only one of its renderings has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from musnad.arabic.fold import fold
from musnad.render.text.weave import Mark, weave

_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")  # a word without the signs that touch it


def marked(wordings: Sequence[str]) -> list[Markup]:
    """Each wording as HTML, letter for letter, with whole words marked.

    In the first one those that no other has in that order, in each other one those that the first has not.
    """
    words = [list(_WORD.finditer(wording)) for wording in wordings]
    keys = [[fold(word.group()) for word in own] for own in words]
    mine: set[int] = set()
    found = [Markup()]
    for wording, own, key in zip(wordings[1:], words[1:], keys[1:], strict=True):
        shared = _shared(keys[0], key)
        mine |= {one for one, _ in shared}
        found.append(_woven(wording, own, {other for _, other in shared}))
    if len(wordings) == 1:
        mine = set(range(len(keys[0])))
    found[0] = _woven(wordings[0], words[0], mine)
    return found


def _shared(one: Sequence[str], other: Sequence[str]) -> set[tuple[int, int]]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {(a + at, b + at) for a, b, size in blocks for at in range(size)}


def _woven(wording: str, words: Sequence[re.Match[str]], shared: set[int]) -> Markup:
    runs = (list(run) for alone, run in groupby(range(len(words)), lambda at: at not in shared) if alone)
    marks = [Mark(words[r[0]].start(), words[r[-1]].end(), 0, "mark", (("class", "only"),)) for r in runs]
    return weave(wording, 0, len(wording), marks)
