"""Arabic names in Latin letters, for readers who know no Arabic: readable, not exact.

Words of names have the form that they are known by (`data/latin_names.tsv`, and what gazetteers and
counts tell in `data/latin_learned.tsv`). Of others, consonants and long vowels are as written
(`data/latin.tsv`); short vowels, which Arabic leaves out, are supplied as «a» where consonants would
meet that no syllable has together.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from musnad.arabic.fold import fold

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_WORD = re.compile("[\u0620-\u06ff]+")
_SEATS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ی": "ي"})
_VOWELS = {"ا": "a", "و": "u", "ي": "i", "ى": "a"}
_SHORT = "aiu"
_GLIDES = {"و": "w", "ي": "y"}
_AS_ONE = {"تش": "چ", "نغ": "ڭ"}  # sounds of foreign names that take two letters
_FOREIGN = re.compile("تش|نغ$")
_HAMZA = {"ئ": "'i", "ؤ": "u'"}  # the seat tells the vowel beside it
_AL = re.compile(r"(?P<and>و?)ال(?=\w{2})")


@lru_cache(maxsize=65536)
def latin(name: str) -> str:
    """A name in Latin letters, its words with a capital, the article as «al-»; other scripts as they are."""
    return _WORD.sub(lambda found: _word(_MARKS.sub("", found[0])), name)


def known(word: str) -> bool:
    """Whether a word has a usual form."""
    return _usual(word) is not None


def _usual(word: str) -> str | None:
    return _table("latin_names").get(word) or _table("latin_learned").get(fold(word))


def _word(word: str) -> str:
    if usual := _usual(word):
        return usual
    found = _AL.match(word)
    head, bare = ("", word) if not found else (("wa-" if found["and"] else "") + "al-", word[found.end() :])
    if bare.startswith("عبدال") and len(bare) > 7:
        return f"{head}Abd {_word(bare[3:])}"
    return head + (_usual(bare) or _spelled(bare).capitalize())


def _spelled(word: str) -> str:
    """The word's sounds: a vowel where a letter can be one, short «a» between others, «i» in «كامل»."""
    opening = "i" if word.startswith("إ") else "a"
    letters = _FOREIGN.sub(lambda found: _AS_ONE[found[0]], word.translate(_SEATS))
    sounds: list[str] = []
    for at, letter in enumerate(letters):
        last = at == len(letters) - 1
        before_vowel = not last and letters[at + 1] in _VOWELS
        after_vowel = bool(sounds) and _open(sounds[-1])
        if at == 0 and letter == "ا":
            sounds.extend(() if before_vowel else (opening,))
        elif letter == "ة":
            sounds.extend(() if after_vowel else ("a",))
        elif letter in _HAMZA:
            sounds.append("'" if before_vowel else _HAMZA[letter])
        elif letter == "ي" and at and not after_vowel and letters[at + 1 : at + 2] in ("ا", "ة", "ى"):
            sounds.append("iy")
        elif letter in _GLIDES and (at == 0 or after_vowel or letters[at + 1 : at + 2] in ("ا", "ة", "ى")):
            sounds.append(_GLIDES[letter])
        elif letter in _VOWELS:
            sounds.append(_VOWELS[letter])
        elif letter == "ء":
            continue
        else:
            sounds.append(_table("latin").get(letter, letter))
    doer = len(letters) == len(sounds) == 4 and letters[1] == "ا"
    return _voweled(sounds, "i" if doer else "a")


def _voweled(sounds: list[str], vowel: str) -> str:
    """Consonants kept apart by a vowel: two at a beginning, three anywhere, two before an end."""
    made: list[str] = []
    for at, sound in enumerate(sounds):
        closed = bool(made) and not _open(made[-1])
        cluster = closed and (len(made) == 1 or not _open(made[-2]))
        if closed and sound[0] not in _SHORT and (cluster or (at == len(sounds) - 1 and len(sounds) > 3)):
            made.append(vowel)
        made.append(sound)
    return "".join(made).strip("'")


def _open(sound: str) -> bool:
    return sound[-1] in _SHORT


@cache
def _table(name: str) -> dict[str, str]:
    text = (files("musnad.arabic") / f"data/{name}.tsv").read_text("utf-8")
    return dict(row.split("\t") for row in text.splitlines() if row and not row.startswith("# "))
