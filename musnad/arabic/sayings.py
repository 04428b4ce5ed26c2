"""Words that bring in somebody's words, in English: «وأعلنت» is announced; `data/sayings.tsv`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from musnad.arabic.gloss import role
from musnad.arabic.lemmas import lemma


@lru_cache(maxsize=1 << 12)
def saying(cue: str) -> str | None:
    """A cue in English: its first word that the table has in any form, else as roles are («بيان صحفي»)."""
    found = (_table().get(lemma(word)) for word in cue.split())
    told = role(cue) or ""
    return next(filter(None, found), None) or told[:1].lower() + told[1:] or None


@cache
def _table() -> dict[str, str]:
    """Lemmas -> English."""
    text = (files("musnad.arabic") / "data/sayings.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in text.splitlines() if not row.startswith("#"))
    return {lemma(form): english for english, forms in reversed(list(rows)) for form in forms.split()}
