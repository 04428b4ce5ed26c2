"""What OpenSearch makes of a text by an index's analyzers, as its documentation tells: the parts we use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

_RULE = re.compile(r"(.*)\s*=>\s*(.*)\s*$", re.DOTALL)


def tokens(index: Mapping[str, Any], analyzer: str, text: str) -> list[list[str]]:
    """The tokens of a text by an analyzer, position by position."""
    analysis = index["settings"]["analysis"]
    chain = analysis["analyzer"][analyzer]
    for name in chain.get("char_filter", ()):
        text = _filtered(analysis["char_filter"][name], text)
    found = [[token] for token in _cut(analysis["tokenizer"][chain["tokenizer"]], text)]
    for name in chain.get("filter", ()):
        found = [step for position in found if (step := _step(analysis["filter"][name], position))]
    return found


def _filtered(made: Mapping[str, Any], text: str) -> str:
    if made["type"] == "mapping":
        return text.translate(_mapping(tuple(made["mappings"])))
    assert made["type"] == "pattern_replace"
    return re.sub(made["pattern"], _replacement(made["replacement"]), text)


@cache
def _mapping(rules: tuple[str, ...]) -> dict[int, str]:
    """Rules of single characters; a side is trimmed before its escapes are read."""
    found = {}
    for rule in rules:
        match = _RULE.match(rule)
        assert match
        left, right = (_read(side.strip()) for side in match.groups())
        assert len(left) == 1
        assert left not in found
        found[left] = right
    return {ord(left): right for left, right in found.items()}


def _read(side: str) -> str:
    return re.sub(r"\\u([0-9A-F]{4})", lambda match: chr(int(match[1], 16)), side)


def _replacement(text: str) -> str:
    return re.sub(r"\$([0-9]+)", r"\\g<\1>", text)


def _cut(made: Mapping[str, Any], text: str) -> list[str]:
    if made["type"] == "whitespace":
        return text.split()
    assert made["type"] == "pattern"
    return [match[made["group"]] for match in re.finditer(made["pattern"], text)]


def _step(made: Mapping[str, Any], position: list[str]) -> list[str]:
    if made["type"] == "pattern_replace":
        return [re.sub(made["pattern"], _replacement(made["replacement"]), token) for token in position]
    if made["type"] == "length":
        return [token for token in position if len(token) <= made["max"]]
    assert made["type"] == "synonym"
    rules = dict(rule.split(" => ") for rule in made["synonyms"])
    return [other for token in position for other in rules.get(token, token).split(", ")]
