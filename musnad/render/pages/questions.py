"""Views of contested questions: each by itself, the list of them, and those that the machine proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from musnad import address, edtf
from musnad.config import Config
from musnad.model import Archive, Proposal, Question
from musnad.render.parts import curating
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.storied import Storied
from musnad.render.values.common import StatementRow
from musnad.render.values.page import Planned
from musnad.render.values.questions import (
    Dispute,
    Held,
    Moment,
    ProposalRow,
    QuestionRow,
    QuestionsView,
    QuestionView,
    Side,
)
from musnad.render.values.storied import StoryName

_ON_SHEET = 50  # questions in the list
_TOLD = ("contradicts", "updates")  # relations that are told between positions, in this order


class Questions:
    """Makes the views of an archive's questions, and the rows of those proposed."""

    def __init__(self, archive: Archive, rows: Rows, storied: Storied) -> None:
        self._archive = archive
        self._rows = rows
        self._stories: defaultdict[str, list[StoryName]] = defaultdict(list)
        for story in archive.stories:
            for key in storied.questions(story):
                self._stories[key].append(storied.name(story))

    def view(self, question: Question, config: Config) -> QuestionView:
        """A question's page."""
        sides = [self._by_day(position.claims) for position in question.positions]
        return QuestionView(
            site=config,
            id=question.id,
            question=question.question,
            about=question.about,
            sides=tuple(
                Side(name=position.name, held=tuple(self._held(rows)))
                for position, rows in zip(question.positions, sides, strict=True)
            ),
            moments=_moments(sides),
            disputes=self._disputes([position.claims for position in question.positions]),
            statements=sum(map(len, sides)),
            articles=len({row.article for rows in sides for row in rows}),
            stories=tuple(self._stories.get(question.id, ())),
        )

    def row(self, question: Question) -> QuestionRow:
        """A question in the list."""
        days = [row.day for p in question.positions for row in self._by_day(p.claims) if row.day]
        days.sort(key=_first_day)
        return QuestionRow(
            id=question.id,
            question=question.question,
            about=question.about,
            sides=tuple((position.name, len(position.claims)) for position in question.positions),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )

    def proposal(self, proposal: Proposal) -> ProposalRow:
        """A question that the machine sees, with the file to write for it."""
        sides = tuple(tuple(self._row(claim) for claim in side) for side in proposal.sides)
        disputes = tuple(d for d in self._disputes(proposal.sides) if d.relation == "contradicts")
        return ProposalRow(
            sides=sides,
            disputes=disputes,
            score=proposal.score,
            lines=curating.question([[(row.id, row.who.ar, row.words) for row in side] for side in sides]),
            denials=tuple(curating.denials((d.one.article, d.one.id, d.other.id) for d in disputes)),
        )

    def _row(self, claim: str) -> StatementRow:
        return self._rows.statement(self._archive.claims[claim])

    def _by_day(self, claims: Iterable[str]) -> list[StatementRow]:
        return sorted(map(self._row, claims), key=lambda row: _first_day(row.day))

    def _held(self, rows: Sequence[StatementRow]) -> Iterator[Held]:
        """Statements by day; renderings of one statement go with the first of them."""
        renderings: defaultdict[str, list[StatementRow]] = defaultdict(list)
        for row in rows:
            renderings[self._group(row.id)[0]].append(row)
        for first, *again in renderings.values():
            yield Held(first, self._asked(first.id), tuple(again), texts=len(self._group(first.id)))

    def _group(self, claim: str) -> tuple[str, ...]:
        return self._archive.renderings.get(claim, (claim,))

    def _asked(self, claim: str) -> str | None:
        """The words of the question that an answer follows in its article."""
        at = self._archive.claims[claim]
        own = self._archive.annotations[at.article].claims
        if own[at.claim].modality != "answer" or at.claim == 0 or own[at.claim - 1].modality != "ask":
            return None
        return own[at.claim - 1].content.text

    def _disputes(self, sides: Sequence[Iterable[str]]) -> tuple[Dispute, ...]:
        """What contradicts or updates what between sides, in any rendering; of several links the surest."""
        side_of = {self._group(claim)[0]: number for number, side in enumerate(sides) for claim in side}
        found: dict[tuple[object, ...], Dispute] = {}
        for eldest in side_of:
            for link in (link for key in self._group(eldest) for link in self._archive.links.get(key, ())):
                if link.relation not in _TOLD:
                    continue
                one, other = self._group(link.a)[0], self._group(link.b)[0]
                if side_of.get(one) == side_of.get(other):
                    continue
                if one not in side_of or other not in side_of:
                    continue
                a, b = link.a, link.b
                if link.relation == "contradicts" and side_of[other] < side_of[one]:
                    a, b, one, other = b, a, other, one
                numbers = side_of[one], side_of[other]
                known = found.get((link.relation, one, other))
                if known is None or known.score < link.score:
                    found[link.relation, one, other] = Dispute(
                        link.relation, self._row(a), self._row(b), numbers, link.reason, link.by, link.score
                    )
        return tuple(sorted(found.values(), key=_weight))


def plan_questions(archive: Archive, config: Config, questions: Questions) -> Iterator[Planned]:
    """A page for every contested question, and the list of them."""
    for question in archive.questions:
        yield address.question(question.id), questions.view(question, config)
    for sheet in sheets("questions/index.html", len(archive.questions), size=_ON_SHEET):
        yield (
            sheet.address,
            QuestionsView(
                site=config,
                questions=tuple(map(questions.row, cut(archive.questions, sheet, _ON_SHEET))),
                total=len(archive.questions),
                proposed=len(archive.proposals),
                sheet=sheet,
            ),
        )


def _moments(sides: Sequence[Sequence[StatementRow]]) -> tuple[Moment, ...]:
    days = sorted({row.day for rows in sides for row in rows}, key=_first_day)
    return tuple(
        Moment(day, tuple(tuple(row for row in rows if row.day == day) for rows in sides)) for day in days
    )


def _first_day(day: str) -> tuple[str, str]:
    """By the first day that an EDTF value can mean; without one last."""
    days = edtf.days(day) if day else None
    return days[0].isoformat() if days else "9999-12-31", day


def _weight(dispute: Dispute) -> tuple[int, bool, tuple[int, int], tuple[str, str], str, str]:
    """Contradictions first, of each relation the sure ones."""
    day = _first_day(max(dispute.one.day, dispute.other.day))
    return _TOLD.index(dispute.relation), dispute.unsure, dispute.sides, day, dispute.one.id, dispute.other.id
