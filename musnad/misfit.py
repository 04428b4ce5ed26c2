"""What is wrong with a value of the wrong kind, in the words of those who write the files."""

from __future__ import annotations

import re
from typing import Any

import msgspec

_KINDS = {
    "str": "words",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list (`[…, …]`, or a line with «- » for each)",
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
    (r"Invalid enum value '?(.*?)'?", "«{0}» is none of the words that may stand here{form}"),
)
_EXPECTED = re.compile(r"Expected `([\w |]+)`(?:, got `([\w |]+)`)?")


def misfit(said: str, form: str = "") -> str:
    """The decoder's sentence about a value as one that a curator understands; another's stays as it is.

    `form`: how the value is written, where `written` knows it.
    """
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, said):
            return words.format(*found.groups(), form=f": {form}" if form else "")
    if found := _EXPECTED.fullmatch(said):
        wanted = form or _named(found[1])
        return f"{wanted} expected, not {_named(found[2])}" if found[2] else f"{wanted} expected"
    return said


def written(kind: type[msgspec.Struct], at: tuple[str | int, ...]) -> str:
    """How a value at a place within a `kind` is written: a mapping whose keys are known, one of few words."""
    type_: Any = _inner(msgspec.inspect.type_info(kind))
    for step in at:
        if isinstance(type_, msgspec.inspect.StructType):
            type_ = next((field.type for field in type_.fields if field.encode_name == step), None)
        elif isinstance(type_, msgspec.inspect.DictType):
            type_ = type_.value_type
        else:
            type_ = getattr(type_, "item_type", None)
        type_ = _inner(type_)
    if isinstance(type_, msgspec.inspect.DictType):
        keys = _inner(type_.key_type)
        if isinstance(keys, msgspec.inspect.LiteralType):
            return "lines of " + " or ".join(f"`{key}: …`" for key in keys.values)
    if isinstance(type_, msgspec.inspect.LiteralType):
        return " or ".join(f"«{word}»" for word in type_.values)
    return ""


def shape(value: object) -> str:
    """What a plain value is, in words."""
    kinds = {list: "array", dict: "object", type(None): "null"}
    return _KINDS[kinds.get(type(value), "str")]


def _inner(type_: Any) -> Any:
    """A type without its bounds, and without the nothing that may stand in its place."""
    while isinstance(type_, msgspec.inspect.Metadata | msgspec.inspect.UnionType):
        if isinstance(type_, msgspec.inspect.Metadata):
            type_ = type_.type
        else:
            type_ = next(one for one in type_.types if not isinstance(one, msgspec.inspect.NoneType))
    return type_


def _named(kinds: str) -> str:
    """The kinds of value that a key may have, in words."""
    names = [_KINDS.get(kind, kind) for kind in kinds.split(" | ") if kind != "null" or kinds == "null"]
    return " or ".join(names)
