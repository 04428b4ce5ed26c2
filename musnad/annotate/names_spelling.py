"""How the words of a name may be spelled and joined in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

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
    """A word folded; «عبدالله» as «عبد الله», which are written both ways."""
    folded = fold(word)
    if folded.startswith("عبدال") and len(folded) > 6:
        return folded[:3], folded[3:]
    return (folded,)


def variants(word: str, plural: bool) -> tuple[tuple[str, ...], ...]:
    """The folded parts of a name's word in the cases it is met in: «أبو» as «أبي», «أبا».

    With `plural`, a sound plural («المسلمون») is met in its other case too.
    """
    own = parts(word)
    if own[0] in _KUNYA:
        return tuple((form,) for form in _KUNYA)
    if plural and len(own[0]) > 5 and own[0].endswith("ون"):
        return own, (own[0][:-2] + "ين",)
    return (own,)


def agrees(plain: str, name: str) -> bool:
    """Whether a text's word is a spelling of a name of one word; both fold to the same letters.

    A writer may leave hamza out, but «إلى» is no «الي»; and ى may stand for ي, but not in three letters:
    «على» is no «علي». Latin letters keep their case: «AP» is no «ap».
    """
    if name.isascii():
        return plain == name
    here, there = _letters(plain), _letters(name)
    for written, meant in zip(here, there, strict=False):
        if written != meant:
            if meant == "ا" and written in _ALEFS:
                return False
            if len(there) <= 3 and (written in "ىي" or written in _ALEFS[:-1]):
                return False
    return True


@lru_cache(maxsize=100_000)
def _letters(word: str) -> str:
    return "".join(letter for letter in word if fold(letter))
