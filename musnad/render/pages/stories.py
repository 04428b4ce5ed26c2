"""Views of stories: each with what its texts say beside each other, and the list of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from musnad.config import Config
from musnad.model import UNSURE, Archive, Count, Link, Measure, Position, Question, Story
from musnad.render import address
from musnad.render.pages.lone import PEOPLE
from musnad.render.pages.questions import Questions
from musnad.render.parts import curating
from musnad.render.parts.given import given
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.parts.storied import Storied
from musnad.render.values.common import Planned, RecordLines
from musnad.render.values.questions import Dispute
from musnad.render.values.stories import (
    Answer,
    Answers,
    AskedRow,
    CountedRow,
    Figures,
    Part,
    Rival,
    StoriesView,
    StoryView,
)

_FIRST = "stories/index.html"
_ON_SHEET = 50  # stories in the list
_BESIDE = 6  # texts beside each other, at most
_PARTS = 4  # times that many on a sheet
_UNHELD = 60  # contradictions on a sheet
_SHOWN = 4  # answers of a text that a cell shows unfolded


class Stories:
    """Makes the views of an archive's stories."""

    def __init__(
        self, archive: Archive, names: Names, rows: Rows, questions: Questions, storied: Storied
    ) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._questions = questions
        self._storied = storied
        self._asked = {question.id: question for question in archive.questions}
        self._measures: defaultdict[str, list[Measure]] = defaultdict(list)
        for measure in (*archive.measures, *archive.lone):
            for key in dict.fromkeys(count.article for count in measure.counts):
                self._measures[key].append(measure)

    def views(self, story: Story, config: Config) -> Iterator[Planned]:
        """A story's page; in sheets where it has more texts or contradictions than a page can hold."""
        mine = self._claims_of(story.articles)
        asked = [_only(self._asked[key], mine) for key in self._storied.questions(story)]
        counted = list(self._counted(story))
        disputes = self._storied.disputes(story)
        rivals = self._rivals(disputes)
        unheld = sorted(self._unheld(disputes, asked), key=lambda link: (-link.score, link.a, link.b))
        groups = list(_beside(story.articles))
        views = tuple(self._questions.view(question, config) for question in asked)
        name = self._storied.name(story)
        lengths = -(-len(groups) // _PARTS), -(-len(unheld) // _UNHELD)
        for sheet in sheets(address.story(story.id), *lengths, size=1):
            here = cut(groups, sheet, _PARTS)
            texts = [key for group in here for key in group]
            yield (
                sheet.address,
                StoryView(
                    site=config,
                    name=name,
                    about=story.about,
                    parts=tuple(self._part(group, asked, counted, rivals) for group in here),
                    questions=views if sheet.number == 1 else (),
                    unheld=tuple(map(self._dispute, cut(unheld, sheet, _UNHELD))),
                    unheld_total=len(unheld),
                    texts=tuple(map(self._rows.article, texts)),
                    texts_total=len(story.articles),
                    statements=sum(len(self._archive.annotations[key].claims) for key in story.articles),
                    asked_total=len(asked),
                    counted_total=len(counted),
                    disputes=len(disputes),
                    lines=None if story.fixed else self._lines(story),
                    sheet=sheet,
                ),
            )

    def _claims_of(self, articles: Iterable[str]) -> set[str]:
        return {claim.id for key in articles for claim in self._archive.annotations[key].claims}

    def _counted(self, story: Story) -> Iterator[Measure]:
        """What two of its texts or more count: one thing first, what they disagree on ahead; then by class.

        A class of what is counted has no place and time: its figures may be of unlike things.
        """
        texts = set(story.articles)
        measures = {measure.id: measure for key in story.articles for measure in self._measures.get(key, ())}
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
            told = sorted(
                classes[kind], key=lambda count: (story.articles.index(count.article), count.mention)
            )
            if len({count.article for count in told}) > 1:
                yield Measure(id="", counted=kind, noun="", place=None, time=None, counts=tuple(told))

    def _part(
        self,
        texts: Sequence[str],
        asked: Iterable[Question],
        counted: Iterable[Measure],
        rivals: dict[str, list[tuple[str, bool]]],
    ) -> Part:
        """Texts beside each other, with the rows in which they have something."""
        rows = (self._row(question, texts, rivals) for question in asked)
        figures = (self._figures(measure, texts) for measure in counted)
        return Part(
            texts=tuple(map(self._rows.article, texts)),
            asked=tuple(row for row in rows if row.taken),
            counted=tuple(row for row in figures if any(cell.first for cell in row.cells)),
        )

    def _row(
        self, question: Question, texts: Sequence[str], rivals: dict[str, list[tuple[str, bool]]]
    ) -> AskedRow:
        cells = [self._cell(question, key, rivals) for key in texts]
        return AskedRow(
            id=question.id,
            question=question.question,
            sides=tuple(position.name for position in question.positions),
            taken=tuple(sorted({each.side for cell in cells for each in cell})),
            cells=tuple(_told(cell) for cell in cells),
        )

    def _cell(self, question: Question, text: str, rivals: dict[str, list[tuple[str, bool]]]) -> list[Answer]:
        """What a text answers, in its own order; of renderings of one statement the first."""
        side_of = {claim: n for n, position in enumerate(question.positions) for claim in position.claims}
        found: dict[str, Answer] = {}
        for claim in self._archive.annotations[text].claims:
            if claim.id in side_of:
                against = rivals.get(claim.id, [])
                answer = Answer(
                    side=side_of[claim.id],
                    row=self._rows.statement(self._archive.claims[claim.id]),
                    rival=Rival(self._rows.statement(self._archive.claims[against[0][0]]), against[0][1])
                    if against
                    else None,
                    rivals=len(against),
                )
                found.setdefault(self._storied.eldest(claim.id), answer)
        return list(found.values())

    def _figures(self, measure: Measure, texts: Sequence[str]) -> CountedRow:
        cells = []
        for key in texts:
            counts = (count for count in measure.counts if count.article == key)
            told = tuple(given(counts, self._archive, self._rows))
            cells.append(Figures(told[:_SHOWN], told[_SHOWN:]))
        return CountedRow(
            counted=measure.counted,
            cells=tuple(cells),
            one_thing=bool(measure.id),
            id=measure.id,
            noun=measure.noun,
            place=self._names.entity(measure.place) if measure.place else None,
            time=measure.time,
            disagree=measure.disagree,
        )

    def _rivals(self, disputes: Iterable[Link]) -> dict[str, list[tuple[str, bool]]]:
        """What contradicts each statement, the sure ones first."""
        found: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
        for link in sorted(disputes, key=lambda link: (-link.score, link.a, link.b)):
            found[link.a].append((link.b, link.score < UNSURE))
            found[link.b].append((link.a, link.score < UNSURE))
        return found

    def _unheld(self, disputes: Iterable[Link], asked: Iterable[Question]) -> Iterator[Link]:
        """The contradictions of which no question holds both statements."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for question in asked:
            for position in self._asked[question.id].positions:
                for claim in position.claims:
                    held[self._storied.eldest(claim)].add(question.id)
        for link in disputes:
            if not held[self._storied.eldest(link.a)] & held[self._storied.eldest(link.b)]:
                yield link

    def _dispute(self, link: Link) -> Dispute:
        one, other = (self._rows.statement(self._archive.claims[key]) for key in (link.a, link.b))
        return Dispute(link.relation, one, other, (0, 1), link.reason, link.by, link.score)

    def _lines(self, story: Story) -> RecordLines:
        rows = (self._rows.article(key) for key in story.articles)
        return curating.story(story.id, [(row.id, row.title) for row in rows])


def plan_stories(archive: Archive, config: Config, stories: Stories, storied: Storied) -> Iterator[Planned]:
    """A page for every story, and the list of them."""
    for story in archive.stories:
        yield from stories.views(story, config)
    ordered = newest(archive)
    for sheet in sheets(_FIRST, len(ordered), size=_ON_SHEET):
        yield (
            sheet.address,
            StoriesView(
                site=config,
                stories=tuple(map(storied.row, cut(ordered, sheet, _ON_SHEET))),
                fixed=sum(story.fixed for story in ordered),
                proposed=sum(not story.fixed for story in ordered),
                sheet=sheet,
            ),
        )


def newest(archive: Archive) -> list[Story]:
    """The stories as they are listed: those fixed, then those proposed, of each the newest first."""
    backwards = archive.stories[::-1]
    return [story for story in backwards if story.fixed] + [story for story in backwards if not story.fixed]


def _only(question: Question, claims: set[str]) -> Question:
    """A question with only these statements; all its positions stay, so that each keeps its shape."""
    positions = (
        Position(position.name, tuple(claim for claim in position.claims if claim in claims))
        for position in question.positions
    )
    return structs.replace(question, positions=tuple(positions))


def _beside(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Texts in groups that can stand beside each other, all about as large."""
    number = -(-len(texts) // _BESIDE)
    for part in range(number):
        yield texts[part * len(texts) // number : (part + 1) * len(texts) // number]


def _told(cell: Sequence[Answer]) -> Answers:
    """The answers of a text, by side: first those of each side and speaker that are contradicted, and short.

    Of each side one is shown before a second of any, and of each speaker likewise.
    """
    times: defaultdict[object, int] = defaultdict(int)
    ranked = []
    for answer in sorted(cell, key=lambda each: (each.rival is None, len(each.row.words))):
        keys = answer.side, (answer.side, answer.row.who)
        ranked.append((tuple(times[key] for key in reversed(keys)), answer))
        for key in keys:
            times[key] += 1
    ranked.sort(key=lambda pair: pair[0])
    shown = {answer.row.id for _, answer in ranked[:_SHOWN]}
    ordered = sorted(cell, key=lambda each: each.side)
    return Answers(
        first=tuple(each for each in ordered if each.row.id in shown),
        others=tuple(each for each in ordered if each.row.id not in shown),
    )
