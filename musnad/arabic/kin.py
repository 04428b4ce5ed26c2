"""Words that searches find by one another: verbs and their verbal nouns, months in several names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from musnad.arabic.fold import fold
from musnad.arabic.lexicon import rows


@cache
def kin() -> Mapping[str, tuple[str, ...]]:
    """Folded lemma -> the folded lemmas that it is also found by, sorted; of `data/kin.tsv`."""
    found: dict[str, set[str]] = {}
    for word, others in rows("kin.tsv"):
        some = {fold(one) for one in (word, *others.split())}
        for one in some:
            found.setdefault(one, set()).update(some - {one})
    return {word: tuple(sorted(others)) for word, others in found.items()}
