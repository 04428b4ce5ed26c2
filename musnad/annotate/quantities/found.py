"""What the reader of quantities finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from musnad.model import Quantity


class Found(NamedTuple):
    """A quantity: code points `start` to `end` of the text, its value, and the rule that found it.

    The rules are: `digits`, `words`, `mixed` («60 ألفا»), `fraction`, `percent`, `money`, `vague` («المئات»),
    `dual` («يومين»), `unit` («نحو شهر»), `one` («حليف واحد»), `range` («بين 20 و25») and `bare` (no noun).
    """

    start: int
    end: int
    quantity: Quantity
    rule: str


def apart(found: Iterable[Found]) -> list[Found]:
    """In order of the text, without those that overlap one before."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
