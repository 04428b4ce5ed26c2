"""Ids: opaque, short, the same wherever they are made. Letters of D. Crockford's base 32, lower case."""

from __future__ import annotations

import hashlib

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 7  # of 5 bits each


def letters(digest: bytes, skip: int = 0, length: int = _LENGTH) -> str:
    """Letters of a digest of 32 bytes, after its first `skip` letters; at most 51 in all."""
    bits = int.from_bytes(digest, "big") >> (len(digest) * 8 - 5 * (skip + length))
    return "".join(_LETTERS[bits >> 5 * place & 31] for place in reversed(range(length)))


def of_words(*words: str, length: int = _LENGTH) -> str:
    """Letters that stand for some words, in their order."""
    return letters(hashlib.sha256("\n".join(words).encode()).digest(), length=length)


def of_article(sha256: str, skip: int = 0) -> str:
    """The id of the article made from a raw file: «a» and letters of the file's SHA-256 (hexadecimal).

    `skip` passes over that many letters, where the id without is another article's.
    """
    return "a" + letters(bytes.fromhex(sha256), skip)
