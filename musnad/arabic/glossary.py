"""The words that names of bodies and peoples, and roles, are made of, in English: `data/glosses.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from musnad.arabic.fold import fold

DESCRIBES = ("adjective", "people")  # the kinds of words that stand beside a noun
FEMININE = "ة"
_THINGS = ("noun", "body")
# Endings of the plural and dual of persons, and of which words else; the last two before a noun: «ممثلو حزب».
_PLURAL_ENDS = {
    "تان": _THINGS,
    "تين": _THINGS,
    "ان": (*DESCRIBES, *_THINGS),
    "ون": DESCRIBES,
    "ين": (*DESCRIBES, *_THINGS),
    "ات": _THINGS,
    "و": (),
    "ي": (),
}
_OF_FEMININE = ("ات", "تان", "تين")
_POSSESSORS = ("ها", "هم", "نا", "ه")  # «سفيرها»: whose is left out


class Gloss(NamedTuple):
    """A word of the table, its kind there, and whether it stands in the plural."""

    kind: str
    english: str
    plural: bool = False


@cache
def table() -> dict[str, tuple[Gloss, ...]]:
    """Folded words -> what they may mean; phrases without articles, single words as they stand."""
    found: dict[str, tuple[Gloss, ...]] = {}
    for kind, text, _, singular, *plural in _rows():
        forms = [(phrase, Gloss(kind, text)) for phrase in singular.split(";") if phrase]
        some = (phrase for row in plural for phrase in row.split(";") if phrase)
        forms += [(phrase, Gloss(kind, _plurals()[kind, text], plural=True)) for phrase in some]
        for phrase, gloss in forms:
            words = phrase.split()
            key = " ".join(fold(bare(word)) for word in words) if len(words) > 1 else fold(phrase)
            found[key] = (*found.get(key, ()), gloss)
    return found


def inflected(word: str) -> tuple[Gloss, ...]:
    """What a word means that the table has, or has in the masculine or singular."""
    form = fold(word)
    if glosses := table().get(form):
        return glosses
    if word.endswith(FEMININE):
        return tuple(gloss for gloss in table().get(form[:-1], ()) if gloss.kind not in ("noun", "body"))
    if form.endswith("ا") and (counted := table().get(form[:-1])):  # «20 مقاتلا»
        return counted
    for end, also in _PLURAL_ENDS.items():
        if form.endswith(end):
            stem = form.removesuffix(end)
            both = table().get(f"{stem}ه", ()) if end in _OF_FEMININE else ()
            glosses = both or table().get(stem, ())
            if len(stem) > 2 and any(kind in ("human", *also) for kind, _, _ in glosses):
                return tuple(
                    Gloss(kind, _plurals().get((kind, text), text), True) for kind, text, _ in glosses
                )
    owned = next((form.removesuffix(end) for end in _POSSESSORS if form.endswith(end)), "")
    found = table().get(owned, ()) or (table().get(f"{owned[:-1]}ه", ()) if owned.endswith("ت") else ())
    return tuple(gloss for gloss in found if gloss.kind in ("human", *_THINGS))


def several(gloss: Gloss) -> Gloss:
    """The plural of a meaning."""
    kind, english, plural = gloss
    if kind == "people" and english.endswith(("i", "an")):
        return Gloss(kind, f"{english}s", True)
    return gloss if plural else Gloss(kind, _plurals().get((kind, english), english), True)


def bare(word: str) -> str:
    """A word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def _rows() -> list[list[str]]:
    text = (files("musnad.arabic") / "data/glosses.tsv").read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if not row.startswith("#")]


@cache
def _plurals() -> dict[tuple[str, str], str]:
    """English words, after their kinds -> their plurals; what has none is itself."""
    return {
        (kind, text): text if plural == "-" or kind in DESCRIBES else plural or f"{text}s"
        for kind, text, plural, *_ in _rows()
    }
