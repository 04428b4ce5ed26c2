"""The cue lexicon and the word lists of the claim annotator, read from `data/` and inflected.

All keys are folded (`musnad.arabic.fold`), so vowel signs, hamza seats and final ى make no difference.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from musnad.arabic.fold import fold
from musnad.model import Modality

# Frames whose content is a noun without a preposition, and those whose content has two parts.
BARE = frozenset({"object", "count", "report"})
PAIRS = frozenset({"label", "responsibility", "cause", "measure"})

Tense = Literal["past", "present", "participle", "noun"]
_MODALITIES: dict[str, Modality] = {
    "assert": "assert", "deny": "deny", "expect": "expect", "doubt": "doubt",
    "accuse": "accuse", "call": "call", "ask": "ask", "answer": "answer",
}  # fmt: skip


class Form(NamedTuple):
    """One inflected form of a cue: what it commits to, what it takes, how it is inflected."""

    lemma: str
    modality: Modality
    frames: frozenset[str]
    tense: Tense
    feminine: bool
    pronoun: bool  # its object is a pronoun written on it
    plural: bool  # of a verb: its subject is in it, or before it, never after


def read(name: str) -> str:
    return resources.files("musnad.annotate.claims").joinpath("data", name).read_text("utf-8")


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a list, one a line; lines that begin with # are comments."""
    lines = read(name + ".txt").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


@cache
def _phrases() -> dict[str, list[str] | dict[str, str]]:
    return tomllib.loads(read("phrases.toml"))


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """A table of `data/phrases.toml` as folded words, the longest phrase first."""
    found = {tuple(fold(phrase).split()) for phrase in _phrases()[name]}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def listed(name: str) -> frozenset[str]:
    """The one-word phrases of a table of `data/phrases.toml`, folded."""
    return frozenset(phrase[0] for phrase in phrases(name) if len(phrase) == 1)


@cache
def written(name: str) -> frozenset[str]:
    """A table of `data/phrases.toml` as it is written, where folding would hide a difference."""
    return frozenset(_phrases()[name])


@cache
def opening(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a table by their first word."""
    first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(name):
        first.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(found) for word, found in first.items()}


@cache
def platforms() -> dict[str, str]:
    """Folded words that stand for a platform («تغريدة»), with the platform's name."""
    table = _phrases()["platforms"]
    return {fold(word): table[word] for word in table} if isinstance(table, dict) else {}


@cache
def roles() -> dict[str, str]:
    """Head nouns of speakers, folded, with and without article: person, people or body."""
    found: dict[str, str] = {}
    for line in read("roles.tsv").splitlines():
        if line.startswith("#") or line.startswith("kind\t"):
            continue
        kind, head = line.split("\t")
        found[fold(head)] = found["ال" + fold(head)] = kind
    return found


def coined(word: str) -> bool:
    """Whether a folded word shows the reporter's distance from a name: «ما يسمى», «من أسمتهم»."""
    return word.startswith(tuple(listed("coined")))


@cache
def that() -> frozenset[str]:
    """The particle before a clause of content, with the pronouns that may be written on it."""
    pronouns = ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ي", "ك", "كم")
    return frozenset(word + pronoun for word in listed("that") for pronoun in pronouns) - {"انا"}


def _past(masculine: str) -> tuple[list[str], list[str]]:
    stem, last = masculine[:-1], masculine[-1]
    if last == "ى":
        return [masculine, stem + "وا", stem + "يا"], [stem + "ت", stem + "تا"]
    if last == "ا":
        return [masculine, stem + "وا"], [stem + "ت", stem + "تا"]
    if last == "ي":
        return [masculine, stem + "وا", masculine + "ا"], [masculine + "ت"]
    if masculine[1:2] == "ا" and len(masculine) == 3:  # hollow: قال، قلن
        return [masculine, masculine + "وا", masculine + "ا"], [masculine + "ت", masculine + "تا"]
    return [masculine, masculine + "وا", masculine + "ا"], [
        masculine + "ت",
        masculine + "تا",
        masculine + "ن",
    ]


def _present(masculine: str) -> tuple[list[str], list[str]]:
    stem = masculine[:-1] if masculine[-1] in "ىيو" else masculine
    return [masculine, stem + "ون", stem + "ان"], ["ت" + masculine[1:]]


def _participle(accusative: str) -> tuple[list[str], list[str]]:
    base = accusative[:-1]
    stem = base[:-1] if base.endswith("ي") else base
    return [accusative, stem + "ين"], [base + "ة", base + "ات"]


@cache
def forms() -> dict[str, Form]:
    """Every inflected form of every cue, folded, with and without و or ف before it."""
    found: dict[str, Form] = {}
    for line in read("cues.tsv").splitlines():
        if line.startswith("#") or line.startswith("past\t"):
            continue
        past, present, participle, modality, frames = line.split("\t")
        takes = frozenset(fold(frame) if frame.isalpha() else frame for frame in frames.split())
        inflected: list[tuple[Tense, tuple[list[str], list[str]]]] = []
        if past != "-":
            inflected.append(("past", _past(past)))
        if present != "-":
            inflected.append(("present", _present(present)))
        if participle != "-":
            inflected.append(("participle", _participle(participle)))
        for tense, genders in inflected:
            for feminine, surfaces in zip((False, True), genders, strict=True):
                for surface in surfaces:
                    plural = tense != "participle" and surface.endswith(("وا", "ون"))
                    form = Form(fold(past), _MODALITIES[modality], takes, tense, feminine, False, plural)
                    _put(found, surface, form)
                if takes & {"label", "target", "responsibility"} and tense != "participle":
                    for suffix in ("ه", "ها", "هم", "هما"):
                        _put(found, surfaces[0] + suffix, form._replace(pronoun=True))
    return found


@cache
def nouns() -> dict[str, Form]:
    """Nouns of saying that take a nominal content, folded, with article, conjunction or preposition."""
    found: dict[str, Form] = {}
    for line in read("nouns.tsv").splitlines():
        if line.startswith("#") or line.startswith("noun\t"):
            continue
        noun, modality, frames = line.split("\t")
        takes = frozenset(fold(frame) if len(frame) > 1 else frame for frame in frames.split())
        form = Form(fold(noun), _MODALITIES[modality], takes, "noun", False, False, False)
        for before in ("", "ال", "لل", "ل", "ب", "بال", "و", "وال"):
            found[before + fold(noun)] = form
    return found


def _put(found: dict[str, Form], surface: str, form: Form) -> None:
    before = {"past": ("", "و", "ف"), "present": ("", "و", "ل")}  # «عاد ليعلن الوزير أن»
    for conjunction in before.get(form.tense, ("", "و")):
        key = conjunction + fold(surface)
        if key in listed("not_cues"):
            continue
        other = found.get(key)
        merged = form if other is None else other._replace(frames=other.frames | form.frames)
        found[key] = merged
