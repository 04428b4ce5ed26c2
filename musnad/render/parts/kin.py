"""What ties names to each other: a country's peoples, a whole's parts, whom else a mention may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from musnad.arabic import order
from musnad.model import Archive
from musnad.render.parts.names import Names
from musnad.render.values.common import Who


class Kin:
    """The ties of an archive's names, as records and texts have them."""

    def __init__(self, archive: Archive, names: Names) -> None:
        self._names = names
        self._peoples: defaultdict[str, list[str]] = defaultdict(list)
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        self._others: defaultdict[str, set[str]] = defaultdict(set)
        for key in names.seen & archive.entities.keys():
            entity = archive.entities[key]
            if entity.country:
                self._peoples[entity.country].append(key)
            if entity.part_of:
                self._parts[entity.part_of].append(key)
        for own in archive.annotations.values():
            for mention in own.mentions:
                if mention.candidates:
                    alike = {*mention.candidates, *filter(None, [mention.entity])}
                    for key in alike:
                        self._others[key] |= alike - {key}

    def peoples(self, key: str) -> tuple[Who, ...]:
        """The nationalities of a country."""
        return self._ordered(self._peoples.get(key, ()))

    def parts(self, key: str) -> tuple[Who, ...]:
        """The names that are part of this one."""
        return self._ordered(self._parts.get(key, ()))

    def others(self, key: str) -> tuple[Who, ...]:
        """Whom else the mentions that may mean this name may mean."""
        found = (self._names.apart(other) for other in sorted(self._others.get(key, ())))
        return tuple(sorted(found, key=lambda who: order.key(who.ar)))

    def _ordered(self, keys: Iterable[str]) -> tuple[Who, ...]:
        found = (self._names.entity(key) for key in sorted(keys))
        return tuple(sorted(found, key=lambda who: order.key(who.ar)))
