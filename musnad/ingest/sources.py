"""Agencies and outlets in a text: those of `data/sources.toml` and of the archive's authority records."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from musnad.ingest.plain import plain
from musnad.model import Entity

Role = Literal["agency", "outlet"]
_OPEN = "[\"'«“‘(]*"
_CLASS = (
    r"(?:[وف]?[بكل]?|[وف]?لل?)(?:ال)?(?:وكاله|قناه|صحيفه|جريده|مجله|موقع|شبكه|اذاعه|تلفزيون|بوابه|راديو)"
    rf"(?:\s+(?:ال)?(?:انباء|اخبار))?\s+{_OPEN}"
)
_QUOTED_AGENCY = re.compile(r"وكاله\s+(?:ال)?انباء\s+[\"«“(](?P<name>[^\"»”)\n]{2,40})[\"»”)]")

_LONGEST = 80  # signs of a signature
_PART = re.compile(r"[^()\[\]/|،,:;+–—―\-]+")
_FILLERS = re.compile(
    r"(?<!\w)(?:ال)?وكال(?:ات|ه)(?:\s+(?:ال)?انباء)?(?!\w)|(?<!\w)(?:و|مع|عن|قناه|صحيفه)(?!\w)"
)


class Named(NamedTuple):
    """An agency or outlet where a text names it: `source` is its authority record's id, or else its name.

    `sure` is False for a name that is another word too.
    """

    start: int
    end: int
    source: str
    role: Role
    sure: bool = True


class Sources:
    """The agencies and outlets that can be recognised, by every name they go by."""

    def __init__(self, entities: tuple[Entity, ...] = ()) -> None:
        """`entities` are the archive's records; those with a role of agency or outlet count."""
        self._roles: dict[str, tuple[str, Role]] = {}
        self._ambiguous: set[str] = set()
        self._hosts: dict[str, str] = {}
        ids = {
            plain(name): (entity.id, entity.role)
            for entity in entities
            if entity.role in ("agency", "outlet")
            for name in (entity.name_ar, *entity.aliases, *entity.ambiguous)
        }
        for role, rows in _data().items():
            for row in rows:
                names = [
                    plain(name) for name in (row["name"], *row.get("aliases", ()), *row.get("ambiguous", ()))
                ]
                source, kind = next((ids[name] for name in names if name in ids), (row["name"], role))
                doubtful = {plain(name) for name in row.get("ambiguous", ())}
                self._ambiguous |= doubtful
                self._roles |= dict.fromkeys(names, (source, "agency" if kind == "agency" else "outlet"))
                self._hosts |= dict.fromkeys(row.get("hosts", ()), source)
        for name, (source, kind) in ids.items():
            self._roles[name] = (source, "agency" if kind == "agency" else "outlet")
        self._ambiguous |= {plain(name) for entity in entities if entity.role for name in entity.ambiguous}
        self._any = _pattern(list(self._roles))

    def find(self, text: str, credit: bool = False) -> list[Named]:
        """Those the text names, in order; in a `credit` (dateline, source line) doubtful names count too."""
        folded = plain(text)
        found = []
        for match in self._any.finditer(folded):
            if credit or match["name"] not in self._ambiguous or match["class"]:
                source, role = self._roles[match["name"]]
                sure = match["name"] not in self._ambiguous
                found.append(Named(match.start("name"), match.end("name"), source, role, sure))
        for match in _QUOTED_AGENCY.finditer(folded):
            if not any(one.start < match.end("name") and match.start("name") < one.end for one in found):
                name = text[match.start("name") : match.end("name")]
                found.append(Named(match.start("name"), match.end("name"), name, "agency"))
        return sorted(found)

    def only(self, text: str) -> list[Named] | None:
        """Those that a text consists of, marks and «وكالات» aside; None where it says anything else."""
        if len(text) > _LONGEST:
            return None
        found = self.find(text, credit=True)
        left = plain(text)
        for one in reversed(found):
            left = f"{left[: one.start]} {left[one.end :]}"
        rest, agencies = _FILLERS.subn("", left)
        return found if (found or agencies) and not re.search(r"[^\W_]", rest) else None

    def signed(self, text: str) -> list[Named]:
        """Those that are all there is between two marks of a dateline, signature or caption."""
        parts = ((match.start(), self.only(match[0])) for match in _PART.finditer(text))
        return [
            one._replace(start=at + one.start, end=at + one.end) for at, named in parts for one in named or ()
        ]

    def host(self, address: str) -> str | None:
        """The outlet whose page an address is."""
        host = re.sub(r"^https?://", "", address).partition("/")[0].lower()
        return next(
            (s for known, s in self._hosts.items() if host == known or host.endswith(f".{known}")), None
        )


@lru_cache(maxsize=4)
def known_sources(entities: tuple[Entity, ...]) -> Sources:
    """The built-in sources and those of the records, made once for the same records."""
    return Sources(entities)


def _pattern(names: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?P<class>{_CLASS})?(?:[وف]?[بكل]?)(?P<name>{words})(?![\w])")


@cache
def _data() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(resources.files("musnad.ingest").joinpath("data/sources.toml").read_text("utf-8"))
