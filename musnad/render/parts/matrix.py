"""What the texts of a story say beside each other: answers, what several say, what they count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from musnad.model import UNSURE, Archive, Count, Link, Measure, Question, Statement, Story
from musnad.render.parts.given import PEOPLE, given
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.parts.storied import Storied
from musnad.render.values.stories import (
    AgreedRow,
    Answer,
    Answers,
    AskedRow,
    CountedRow,
    Figures,
    Rival,
)

_SHOWN = 3  # answers, or figures, of a text that a cell shows unfolded
_AGREE = ("same_statement", "corroborates")


class Shared(NamedTuple):
    """What several texts of a story say: the claims, in reading order, and the links that join them."""

    claims: tuple[str, ...]
    links: tuple[Link, ...]


class Held(NamedTuple):
    """What a story's matrix is made of: questions with its own claims only, what several of its texts say.

    `counted` are measures with its own figures only; `rivals`, by claim, contradict it, the sure ones first.
    """

    asked: tuple[Question, ...]
    agreed: tuple[Shared, ...]
    counted: tuple[Measure, ...]
    rivals: Mapping[str, Sequence[Link]]


class Matrix:
    """Makes the rows of an archive's stories. `places` are the addresses of measures, by id."""

    def __init__(
        self, archive: Archive, names: Names, rows: Rows, storied: Storied, places: Mapping[str, str]
    ) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._storied = storied
        self._places = places
        self._measures: defaultdict[str, list[Measure]] = defaultdict(list)
        for measure in (*archive.measures, *archive.lone):
            for key in dict.fromkeys(count.article for count in measure.counts):
                self._measures[key].append(measure)

    def held(self, story: Story, asked: Iterable[Question], disputes: Iterable[Link]) -> Held:
        """What a story's matrix is made of."""
        rivals: defaultdict[str, list[Link]] = defaultdict(list)
        for link in sorted(disputes, key=lambda link: (-link.score, link.a, link.b)):
            rivals[link.a].append(link)
            rivals[link.b].append(link)
        questions = tuple(asked)
        answers = {claim for question in questions for side in question.positions for claim in side.claims}
        agreed = sorted(self._agreed(story, answers), key=lambda shared: -self._texts(shared))
        return Held(questions, tuple(agreed), tuple(self._counted(story)), rivals)

    def asked(self, texts: Sequence[str], held: Held) -> tuple[AskedRow, ...]:
        """The questions that texts answer, across them."""
        rows = (self._asked_row(question, texts, held.rivals) for question in held.asked)
        return tuple(row for row in rows if row.taken)

    def counted(self, texts: Sequence[str], held: Held) -> tuple[CountedRow, ...]:
        """What texts count, across them."""
        rows = (self._counted_row(measure, texts) for measure in held.counted)
        return tuple(row for row in rows if any(cell.first for cell in row.cells))

    def agreed(self, shared: Shared) -> AgreedRow:
        """What several texts say: each one's first words for it."""
        first = {self._archive.claims[claim].article: claim for claim in reversed(shared.claims)}
        origins = {link.origin for link in shared.links}
        origin = origins.pop() if len(origins) == 1 else None
        rows = [self._rows.statement(self._archive.claims[claim]) for claim in shared.claims]
        return AgreedRow(
            same=all(link.relation == "same_statement" for link in shared.links),
            origin=self._names.carrier(origin) if origin else None,
            told=tuple(
                (self._rows.article(row.article), row) for row in rows if first[row.article] == row.id
            ),
        )

    def _agreed(self, story: Story, answers: Collection[str]) -> Iterator[Shared]:
        """What its statements say in two texts or more, the most telling first, but for answers to questions.

        It is what sure links join to the renderings of one statement; not what agrees only with that again.
        """
        claims = [c.id for key in story.articles for c in self._archive.annotations[key].claims]
        left = {claim: place for place, claim in enumerate(claims) if claim not in answers}
        waiting = [
            (-self._texts(shared), left[claim], claim)
            for claim in left
            if (shared := self._around(claim, left))
        ]
        for _, _, claim in sorted(waiting):
            shared = self._around(claim, left) if claim in left else None
            if shared and self._texts(shared) > 1:
                for each in shared.claims:
                    del left[each]
                yield shared

    def _around(self, claim: str, left: Mapping[str, int]) -> Shared | None:
        """A statement's renderings and what agrees with them, of those left; None if that is in one text."""
        same = [each for each in self._archive.renderings.get(claim, (claim,)) if each in left]
        found = dict.fromkeys(same)
        links = []
        for each in same:
            for link in self._archive.links.get(each, ()):
                other = link.b if link.a == each else link.a
                if link.relation in _AGREE and link.score >= UNSURE and other in left:
                    found[other] = None
                    links.append(link)
        shared = Shared(tuple(sorted(found, key=left.__getitem__)), tuple(links))
        return shared if self._texts(shared) > 1 else None

    def _texts(self, shared: Shared) -> int:
        return len({self._archive.claims[claim].article for claim in shared.claims})

    def _counted(self, story: Story) -> Iterator[Measure]:
        """What two of its texts or more count: one thing first, what they disagree on ahead; then by class.

        A class of what is counted has no place and time: its figures may be of unlike things.
        """
        texts = {key: place for place, key in enumerate(story.articles)}
        measures = {measure.id: measure for key in texts for measure in self._measures.get(key, ())}
        classes: defaultdict[str, list[Count]] = defaultdict(list)
        for measure in sorted(
            measures.values(), key=lambda each: (not each.disagree, each.time or "", each.id)
        ):
            counts = tuple(count for count in measure.counts if count.article in texts)
            if len({count.article for count in counts}) > 1:
                yield structs.replace(measure, counts=counts)
            elif measure.counted in PEOPLE:
                classes[measure.counted] += counts
        for kind in PEOPLE:
            told = sorted(classes[kind], key=lambda count: (texts[count.article], count.mention))
            if len({count.article for count in told}) > 1:
                yield Measure(id="", counted=kind, noun="", place=None, time=None, counts=tuple(told))

    def _asked_row(
        self, question: Question, texts: Sequence[str], rivals: Mapping[str, Sequence[Link]]
    ) -> AskedRow:
        cells = [list(self._answers(question, key, rivals)) for key in texts]
        return AskedRow(
            id=question.id,
            question=question.question,
            sides=tuple(position.name for position in question.positions),
            taken=tuple(sorted({each.side for cell in cells for each in cell})),
            cells=tuple(map(_most_telling, cells)),
        )

    def _answers(
        self, question: Question, text: str, rivals: Mapping[str, Sequence[Link]]
    ) -> Iterator[Answer]:
        """What a text answers, in its own order; of renderings of one statement the first."""
        side_of = {claim: n for n, position in enumerate(question.positions) for claim in position.claims}
        seen = set()
        for index, claim in enumerate(self._archive.annotations[text].claims):
            eldest = self._storied.eldest(claim.id)
            if claim.id in side_of and eldest not in seen:
                seen.add(eldest)
                against = rivals.get(claim.id, ())
                yield Answer(
                    side=side_of[claim.id],
                    row=self._rows.statement(Statement(text, index)),
                    rival=self._rival(claim.id, against[0]) if against else None,
                    rivals=len(against),
                )

    def _rival(self, claim: str, link: Link) -> Rival:
        other = link.b if link.a == claim else link.a
        return Rival(self._rows.statement(self._archive.claims[other]), link.score < UNSURE)

    def _counted_row(self, measure: Measure, texts: Sequence[str]) -> CountedRow:
        cells = []
        for key in texts:
            counts = (count for count in measure.counts if count.article == key)
            told = tuple(given(counts, self._archive, self._rows))
            cells.append(Figures(told[:_SHOWN], told[_SHOWN:]))
        return CountedRow(
            counted=measure.counted,
            cells=tuple(cells),
            href=self._places.get(measure.id),
            noun=measure.noun,
            place=self._names.entity(measure.place) if measure.place else None,
            time=measure.time,
            disagree=measure.disagree,
        )


def _most_telling(cell: Sequence[Answer]) -> Answers:
    """The answers of a text by side: first, of each side and speaker, those that are contradicted, and short.

    A second one of a side comes after the first of every other, and a speaker's likewise.
    """
    times: defaultdict[object, int] = defaultdict(int)
    ranked = []
    for answer in sorted(cell, key=lambda each: (each.rival is None, len(each.row.words))):
        keys = (answer.side, answer.row.who), answer.side
        ranked.append(([times[key] for key in keys], answer.row.id))
        for key in keys:
            times[key] += 1
    shown = {id_ for _, id_ in sorted(ranked, key=lambda pair: pair[0])[:_SHOWN]}
    ordered = sorted(cell, key=lambda each: each.side)
    return Answers(
        first=tuple(each for each in ordered if each.row.id in shown),
        others=tuple(each for each in ordered if each.row.id not in shown),
    )
