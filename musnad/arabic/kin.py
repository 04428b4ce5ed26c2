"""Words that searches find by one another: verbs and their nouns, foreign names in several spellings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from musnad.arabic.fold import fold
from musnad.arabic.lexicon import rows


@cache
def kin() -> Mapping[str, tuple[str, ...]]:
    """Folded lemma -> the folded lemmas that it is also found by, sorted.

    They are those of `data/kin.tsv` and `data/spellings.tsv`.
    """
    found: dict[str, set[str]] = {}
    for word, others in chain(rows("kin.tsv"), rows("spellings.tsv")):
        some = {fold(one) for one in (word, *others.split())}
        for one in some:
            found.setdefault(one, set()).update(some - {one})
    return {word: tuple(sorted(others)) for word, others in found.items()}
