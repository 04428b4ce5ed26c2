"""How the words of a name may be spelled and joined in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from musnad.annotate.names.classes import class_words
from musnad.annotate.names.tables import listed
from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold

_ALEFS = "أإآٱا"
_KUNYA = ("ابو", "ابي", "ابا")


class Reading(NamedTuple):
    """One way to read a word: `skip` code points of proclitics, then the folded parts of a name."""

    skip: int
    parts: tuple[str, ...]
    plain: str  # the word as it is compared with a name's spelling: no proclitic, the article restored


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way a word of a text may begin a name, the fewest proclitics first.

    Where ل swallowed the article («للباغوز») the proclitic belongs to the reading, and so to the span.
    """
    found = []
    skips = [skip for skip in proclitics(word) if "س" not in word[:skip]]
    for skip in skips:
        rest = word[skip:]
        found.append(Reading(skip, parts(rest), rest))
        bare = fold(rest)
        if bare.startswith("لل") and len(bare) > 4:
            for article in ("ال", "الل"):  # «للجنة» is «الجنة» or «اللجنة»
                plain = article + rest[_length(rest, 2) :]
                found.append(Reading(skip, parts(plain), plain))
    return tuple(dict.fromkeys(found))


def _length(word: str, letters: int) -> int:
    """How many code points of a word make its first folded letters."""
    return next((n for n in range(1, len(word)) if len(fold(word[:n])) >= letters), len(word))


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """A word folded; «عبدالله» as «عبد الله», «أبوالغيط» as «أبو الغيط», which are written both ways."""
    folded = fold(word)
    if folded.startswith(("عبدال", "ابوال", "ابيال", "اباال")) and len(folded) > 6:
        return folded[:3], folded[3:]
    return (folded,)


@lru_cache(maxsize=100_000)
def unusual(word: str) -> bool:
    """Whether no list of common words has a word: it may be a part of a name."""
    first, *others = readings(word)
    folded = first.parts[0]
    if len(folded) < 3 or not folded.isalpha() or folded.isascii() or folded.endswith(("تين", "تان")):
        return False
    if len(folded) == 3 and word.endswith("ى"):
        return False
    if folded not in listed("given_names.txt"):
        if folded[0] == "و" and folded not in listed("own_waw.txt"):
            return False
        if folded[0] == "ي" and folded[1] not in "اوي":
            return False  # most likely a verb
        if folded[-1] == "ا" and deed(folded[:-1]):
            return False  # «عباس تعقيبا على …»
    if folded[:2] in ("سي", "ست", "سن") and common(folded[1:]):
        return False  # a verb in the future
    return not common(folded) and not any(common(r.parts[0]) for r in others if len(r.parts[0]) > 3)


def common(folded: str) -> bool:
    """Whether a folded word is in a list of common words."""
    return folded in listed("common_words.txt") or folded in class_words()


def deed(folded: str) -> bool:
    """Whether a folded word that is no given name has the shape of a noun of doing (تفعيل): «تنكيس»."""
    shaped = len(folded) == 5 and folded[0] == "ت" and folded[1] != "ي" and folded[3] == "ي"
    return shaped and folded.isalpha() and folded not in listed("given_names.txt")


def variants(word: str, plural: bool) -> tuple[tuple[str, ...], ...]:
    """The folded parts of a name's word in the cases it is met in: «أبو» as «أبي», «أبا».

    With `plural`, a sound plural («المسلمون») is met in its other case too.
    """
    own = parts(word)
    if own[0] in _KUNYA:
        return tuple((form, *own[1:]) for form in _KUNYA)
    if plural and len(own[0]) > 5 and own[0].endswith("ون"):
        return own, (own[0][:-2] + "ين",)
    return (own,)


def agrees(plain: str, name: str, dotless: bool) -> bool:
    """Whether a text's word is a spelling of a name of one word; both fold to the same letters.

    A writer may leave hamza out, but «إلى» is no «الي». Where a text is `dotless`, writing «فى» for «في», its
    ى may stand for ي, but not in three letters: «على» is no «علي». Latin letters keep their case.
    """
    if name.isascii():
        return plain == name
    here, there = _letters(plain), _letters(name)
    short = len(there) <= 3
    for written, meant in zip(here, there, strict=False):
        if written != meant:
            if meant == "ا" and written in _ALEFS:
                return False
            if written == "ى" and (short or not dotless):
                return False
            if short and (written == "ي" or written in _ALEFS[:-1]):
                return False
    return True


@lru_cache(maxsize=100_000)
def _letters(word: str) -> str:
    return "".join(letter for letter in word if fold(letter))
