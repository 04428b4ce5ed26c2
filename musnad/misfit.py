"""What is wrong with a value of the wrong kind, in the words of those who write the files."""

from __future__ import annotations

import re

_KINDS = {
    "str": "words",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list (a line with «- » for each)",
    "object": "lines of `key: value`",
    "null": "nothing",
}
_SAID = (
    (r"Expected `str` (?:of length >= 1|matching regex '\\\\w')", "empty; words are expected"),
    (r"Expected `str` matching regex .*", "not written as such a value is"),
    (r"Expected `(?:array|object)` of length >= 1", "empty; at least one is expected"),
    (r"Expected `array` of length >= (\d+)", "too short; a list of at least {0} is expected"),
    (r"Expected `(?:int|float)` <= (-?[\d.]+)", "too large; {0} at most"),
    (r"Expected `(?:int|float)` >= (-?[\d.]+)", "too small; {0} at least"),
    (r"Object missing required field `(\w+)`", "the key «{0}» is missing"),
    (r"Object contains unknown field `(\w+)`", "the key «{0}» is unknown"),
    (r"Invalid enum value '?(.*?)'?", "«{0}» is none of the words that may stand here"),
)
_EXPECTED = re.compile(r"Expected `([\w |]+)`(?:, got `([\w |]+)`)?")


def misfit(said: str) -> str:
    """The decoder's sentence about a value as one that a curator understands; another's stays as it is."""
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, said):
            return words.format(*found.groups())
    if found := _EXPECTED.fullmatch(said):
        wanted = _named(found[1])
        return f"{wanted} expected, not {_named(found[2])}" if found[2] else f"{wanted} expected"
    return said


def _named(kinds: str) -> str:
    """The kinds of value that a key may have, in words."""
    names = [_KINDS.get(kind, kind) for kind in kinds.split(" | ") if kind != "null" or kinds == "null"]
    return " or ".join(names)
