"""Disjoint sets of claims (union-find), in which claims can be held apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class DisjointSets:
    """Sets of claims, by id; two claims that are `apart` never come into one set, through whatever third."""

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._above: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def of(self, claim: str) -> str:
        """The claim that stands for the set of this one."""
        path = []
        while claim in self._above:
            path.append(claim)
            claim = self._above[claim]
        for passed in path:
            self._above[passed] = claim
        return claim

    def join(self, one: str, other: str) -> bool:
        """Make the sets of two claims one; False where that would bring claims together that are apart."""
        kept, gone = self.of(one), self.of(other)
        if kept == gone:
            return True
        if gone in self._apart[kept]:
            return False
        if len(self._apart[kept]) < len(self._apart[gone]):
            kept, gone = gone, kept
        self._above[gone] = kept
        for enemy in self._apart.pop(gone):
            self._apart[enemy].discard(gone)
            self._apart[enemy].add(kept)
            self._apart[kept].add(enemy)
        return True
