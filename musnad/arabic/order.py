"""The order of names in an A-Z: the article and the seats of hamza do not count, vowel signs neither."""

from __future__ import annotations

import re
from functools import lru_cache

from musnad.arabic.fold import fold, table

# The article; ألمانيا and إلياس begin with letters of their own, so it is looked for before folding.
_ARTICLE = re.compile(r"\A(?:ال(?=\w{2})|(?:al|ad|an|ar|as|at|az)-|the )", re.IGNORECASE)
# Letters of Persian and Kurdish that stand in Arabic names, by the letter they follow in the alphabet.
_AFTER = {"پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڨ": "ف", "گ": "ك", "ڭ": "ك"}

Key = tuple[int, str, str]


@lru_cache(maxsize=65536)
def key(name: str, language: str = "ar") -> Key:
    """The place of a name in an A-Z: the language's own script first, then others, then digits and signs."""
    bare = _bare(name)
    spread = "".join(f"{_AFTER[letter]}\uffff" if letter in _AFTER else letter for letter in bare)
    return _script(bare, language), spread, name


def initial(name: str, language: str = "ar") -> str:
    """The letter a name is filed under; «#» for one that begins with no letter."""
    bare = _bare(name)
    return bare[0].upper() if _script(bare, language) < 2 else "#"


def _bare(name: str) -> str:
    letters = "".join(letter for letter in name if table().get(ord(letter)) != "")
    start = next((at for at, letter in enumerate(letters) if letter.isalnum()), 0)
    words = "".join(c if c.isalnum() else " " for c in fold(_ARTICLE.sub("", letters[start:])))
    return " ".join(words.replace("ء", "").split())


def _script(bare: str, language: str) -> int:
    if not bare[:1].isalpha():
        return 2
    return int(("\u0600" <= bare[0] <= "\u06ff") != (language == "ar"))
