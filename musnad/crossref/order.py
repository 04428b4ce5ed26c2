"""The order of names in an Arabic list: by letter, without the article, seats of hamza and vowel signs."""

from __future__ import annotations

from functools import lru_cache

from musnad.arabic.fold import fold

# Letters of Persian, Kurdish and Urdu that stand in Arabic names, by the letter they are filed under.
_FILED_UNDER = str.maketrans("پچژگڤڨڭ", "بجزكفقك")

Key = tuple[int, str, str]


@lru_cache(maxsize=65536)
def sort_key(name: str) -> Key:
    """The place of a name in an A-Z list: Arabic first, then other scripts, then what begins with a digit.

    Marks, the article ال at the beginning and the seats of hamza do not count; equal names then keep the
    order of their code points.
    """
    plain = "".join(c if c.isalnum() else " " for c in fold(name))
    words = " ".join(plain.translate(_FILED_UNDER).replace("ء", "").replace("ئ", "ي").split())
    if words.startswith("ال") and len(words.split()[0]) > 3:
        words = words[2:]
    first = words[:1]
    script = 0 if "\u0621" <= first <= "\u06ff" and first.isalpha() else 1 if first.isalpha() else 2
    return script, words, name


def initial(name: str) -> str:
    """The letter an A-Z list files a name under; capital for Latin, «#» for what begins with no letter."""
    script, words, _ = sort_key(name)
    return words[0].upper() if script < 2 else "#"
