"""What ties a statement to others, as its page, its note and its speaker's list show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.model import UNSURE, Archive, Claim, Link, Relation, Statement
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.values.common import Who
from musnad.render.values.statements import LinkRow, NoteLink, SaidRow

_Place = tuple[Relation, bool, str]  # a relation, whether the other is the later account, the other's eldest

LISTED = 24  # renderings that a page goes through; that of the first of all lists every one

_TURNS = 2  # shown of each statement in its speaker's list
_ORDER = ("contradicts", "updates", "corroborates", "same_statement")


class Ties:
    """The links of an archive's statements, each seen from either side."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._of_groups: dict[str, dict[_Place, LinkRow]] = {}

    def group(self, key: str) -> tuple[str, ...]:
        """The ids of the claims that are one statement with this one, itself included, the earliest first."""
        return self._archive.renderings.get(key, (key,))

    def at(self, key: str) -> Statement:
        """Where a claim is."""
        return self._archive.claims[key]

    def renders(self, key: str, others: Iterable[str]) -> dict[str, LinkRow]:
        """The links to these of the other renderings of the same statement, by their ids."""
        joined = self._joined(key)
        return {other: self._row(joined[other], key) for other in others if other in joined}

    def rows(self, key: str) -> tuple[LinkRow, ...]:
        """What is linked to a statement in any rendering: contradictions first, of each the sure ones.

        Of several renderings of another statement the one that is surest linked stands for all.
        """
        found = {place: self._row(link, key) for place, link in self._surest(key).items()}
        for place, row in self._shared(key).items():
            known = found.setdefault(place, row)
            if known.unsure and not row.unsure:
                found[place] = row
        return tuple(sorted(found.values(), key=_weight))

    def note(self, key: str) -> NoteLink | None:
        """The link that matters most: of the sure ones, or else of the others, a contradiction first.

        Of several that contradict or update, one by the same speaker first; of those that corroborate, last.
        """
        links, joined = list(self.rows(key)), self._joined(key)
        others = len(links) + len(joined) - 1
        mine = self._who(key)

        def ahead(link: Link) -> tuple[bool, bool, float]:
            return link.score < UNSURE, self._who(_other(link, key)) != mine, -link.score

        def rank(row: LinkRow) -> tuple[bool, bool, int, bool, float]:
            behind = (row.row.who == mine) == (row.relation == "corroborates")
            return row.unsure, row.through is not None, _ORDER.index(row.relation), behind, -row.score

        if joined:
            links.append(self._row(min(joined.values(), key=ahead), key))
        if not links:
            return None
        first = min(links, key=rank)
        return NoteLink(
            kind=first.kind,
            relation=first.relation,
            id=first.row.id,
            words=first.row.words,
            modality=first.row.modality,
            who=self._carrier(first) if first.relation == "same_statement" else first.row.who,
            said=first.row.said,
            date=first.row.date,
            unsure=first.unsure,
            one_origin=first.origin is not None,
            others=others,
        )

    def said(self, here: Statement) -> SaidRow:
        """A statement in its speaker's list, with the speaker's own earlier ones that it turns against."""
        claim = self._claim(here)
        key, speaker = claim.id, claim.speaker.entity
        turns = sorted(
            (
                link
                for link in self._links(key)
                if (link.relation == "contradicts" or (link.relation == "updates" and link.a == key))
                and (there := self.at(_other(link, key)))
                and self._claim(there).speaker.entity == speaker
                and self._rows.day(there) <= self._rows.day(here)
            ),
            key=lambda link: self._weight(link, key),
        )
        shown = tuple(self._row(link, key) for link in turns[:_TURNS])
        return SaidRow(self._rows.statement(here), shown, len(turns[_TURNS:]))

    def _joined(self, key: str) -> dict[str, Link]:
        """The links to other renderings of the same statement, by their ids."""
        eldest = self.group(key)[0]
        links = ((_other(link, key), link) for link in self._links(key) if link.relation == "same_statement")
        return {other: link for other, link in links if self.group(other)[0] == eldest}

    def _surest(self, key: str) -> dict[_Place, Link]:
        """What ties this very rendering to other statements: to each the first sure link, else the first."""
        eldest = self.group(key)[0]
        found: dict[_Place, Link] = {}
        for link in self._links(key):
            other = self.group(_other(link, key))[0]
            if other == eldest:
                continue
            place = link.relation, _later(link, key), other
            known = found.setdefault(place, link)
            if known.score < UNSURE <= link.score:
                found[place] = link
        return found

    def _shared(self, key: str) -> dict[_Place, LinkRow]:
        """What is linked to the first renderings of a statement, made once for all of them."""
        group = self.group(key)
        if len(group) == 1:
            return {}
        found = self._of_groups.get(group[0])
        if found is None:
            found = self._of_groups[group[0]] = {}
            for own in group[:LISTED]:
                for place, link in self._surest(own).items():
                    known = found.get(place)
                    if known is None or (known.unsure and link.score >= UNSURE):
                        found[place] = self._row(link, own, through=own)
        return found

    def _who(self, key: str) -> Who:
        return self._names.voice(self._claim(self.at(key)).speaker)

    def _carrier(self, row: LinkRow) -> Who:
        return row.row.way[-1] if row.row.way else row.row.who

    def _claim(self, at: Statement) -> Claim:
        return self._archive.annotations[at.article].claims[at.claim]

    def _links(self, key: str) -> Iterator[Link]:
        yield from self._archive.links.get(key, ())

    def _row(self, link: Link, key: str, through: str | None = None) -> LinkRow:
        other = _other(link, key)
        return LinkRow(
            relation=link.relation,
            row=self._rows.statement(self.at(other)),
            reason=link.reason,
            by=link.by,
            score=link.score,
            later=_later(link, key),
            alike=len(self.group(other)),
            origin=self._names.carrier(link.origin) if link.origin else None,
            through=through,
        )

    def _weight(self, link: Link, key: str) -> tuple[int, bool, bool, str, str]:
        other = _other(link, key)
        day = self._rows.day(self.at(other))
        return _ORDER.index(link.relation), link.score < UNSURE, _later(link, key), day, other


def _other(link: Link, key: str) -> str:
    return link.b if link.a == key else link.a


def _later(link: Link, key: str) -> bool:
    return link.relation == "updates" and link.b == key


def _weight(row: LinkRow) -> tuple[int, bool, bool, str, str]:
    return _ORDER.index(row.relation), row.unsure, row.later, row.row.day, row.row.id
