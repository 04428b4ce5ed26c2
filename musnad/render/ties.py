"""What ties a statement to others, as its page, its note and its speaker's list show it."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.model import Archive, Claim, Link, Statement
from musnad.render.names import Names
from musnad.render.rows import Rows
from musnad.render.statement_values import LinkRow, NoteLink, SaidRow
from musnad.render.values import Who

LISTED = 24  # renderings that a page goes through; that of the first of all lists every one

_TURNS = 2  # shown of each statement in its speaker's list
_ORDER = ("contradicts", "updates", "corroborates", "same_statement")


class Ties:
    """The links of an archive's statements, each seen from either side."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows

    def group(self, key: str) -> tuple[str, ...]:
        """The ids of the claims that are one statement with this one, itself included, the earliest first."""
        return self._archive.renderings.get(key, (key,))

    def at(self, key: str) -> Statement:
        """Where a claim is."""
        return self._archive.claims[key]

    def renders(self, key: str) -> dict[str, LinkRow]:
        """The links to other renderings of the same statement, by their ids."""
        group = self.group(key)
        links = (link for link in self._links(key) if link.relation == "same_statement")
        return {other: self._row(link, key) for link in links if (other := _other(link, key)) in group}

    def rows(self, key: str) -> tuple[LinkRow, ...]:
        """What is linked to a statement in any rendering: contradictions first, of each the sure ones.

        Of several renderings of another statement the one that is surest linked stands for all.
        """
        group = self.group(key)
        found: dict[tuple[str, bool, str], LinkRow] = {}
        for own in (key, *(other for other in group[:LISTED] if other != key)):
            for link in self._links(own):
                other = _other(link, own)
                if other in group:
                    continue
                row = self._row(link, own, through=own if own != key else None)
                known = found.setdefault((row.relation, row.later, self.group(other)[0]), row)
                if known.unsure and not row.unsure:
                    found[row.relation, row.later, self.group(other)[0]] = row
        return tuple(sorted(found.values(), key=_weight))

    def note(self, key: str) -> NoteLink | None:
        """The link that matters most: of the sure ones, or else of the others, a contradiction first.

        Of several that contradict or update, one by the same speaker first; of those that corroborate, last.
        """
        links = [*self.rows(key), *self.renders(key).values()]
        if not links:
            return None
        mine = self._rows.statement(self.at(key)).who

        def rank(row: LinkRow) -> tuple[bool, bool, int, bool, float]:
            behind = (row.row.who == mine) == (row.relation == "corroborates")
            return row.unsure, row.through is not None, _ORDER.index(row.relation), behind, -row.score

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
            others=len(links) - 1,
        )

    def said(self, here: Statement) -> SaidRow:
        """A statement in its speaker's list, with the speaker's own earlier ones that it turns against."""
        claim = self._claim(here)
        key, speaker = claim.id, claim.speaker.entity
        turns = sorted(
            (
                self._row(link, key)
                for link in self._links(key)
                if (link.relation == "contradicts" or (link.relation == "updates" and link.a == key))
                and (there := self.at(_other(link, key)))
                and self._claim(there).speaker.entity == speaker
                and self._rows.day(there) <= self._rows.day(here)
            ),
            key=_weight,
        )
        return SaidRow(self._rows.statement(here), tuple(turns[:_TURNS]), len(turns[_TURNS:]))

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
            later=link.relation == "updates" and link.b == key,
            alike=len(self.group(other)),
            origin=self._names.carrier(link.origin) if link.origin else None,
            through=through,
        )


def _other(link: Link, key: str) -> str:
    return link.b if link.a == key else link.a


def _weight(row: LinkRow) -> tuple[int, bool, bool, str, str]:
    return _ORDER.index(row.relation), row.unsure, row.later, row.row.day, row.row.id
