"""Stories as lists, articles and their own pages name them, and which articles belong to which."""

from __future__ import annotations

from collections import defaultdict

from musnad import naming
from musnad.model import Archive, Link, Story
from musnad.render.parts.names import Names
from musnad.render.parts.rows import Rows
from musnad.render.values.storied import StoryName
from musnad.render.values.stories import StoryRow


class Storied:
    """The stories of an archive, each named once."""

    def __init__(self, archive: Archive, names: Names, rows: Rows) -> None:
        self._archive = archive
        self._names = names
        self._rows = rows
        self._of: defaultdict[str, list[StoryName]] = defaultdict(list)
        self._called = {story.id: self._name(story) for story in archive.stories}
        self._questions: defaultdict[str, set[str]] = defaultdict(set)
        for question in archive.questions:
            for position in question.positions:
                for claim in position.claims:
                    self._questions[archive.claims[claim].article].add(question.id)
        for story in archive.stories:
            for key in story.articles:
                self._of[key].append(self._called[story.id])

    def name(self, story: Story) -> StoryName:
        """What a story is called."""
        return self._called[story.id]

    def of(self, article: str) -> tuple[StoryName, ...]:
        """The stories that an article belongs to."""
        return tuple(self._of.get(article, ()))

    def questions(self, story: Story) -> tuple[str, ...]:
        """The ids of the questions that its statements answer: a curator's choice first, in its order."""
        answered = {key for article in story.articles for key in self._questions.get(article, ())}
        rest = [question.id for question in self._archive.questions if question.id in answered]
        return tuple(dict.fromkeys([*(key for key in story.questions if key in answered), *rest]))

    def disputes(self, story: Story) -> list[Link]:
        """The contradictions between its texts, of two statements in any rendering the surest."""
        texts = set(story.articles)
        found: dict[tuple[str, str], Link] = {}
        for key in story.articles:
            for claim in self._archive.annotations[key].claims:
                for link in self._archive.links.get(claim.id, ()):
                    if link.relation != "contradicts" or link.a != claim.id:
                        continue
                    if self._archive.claims[link.b].article not in texts:
                        continue
                    one, other = sorted((self.eldest(link.a), self.eldest(link.b)))
                    known = found.get((one, other))
                    if known is None or known.score < link.score:
                        found[one, other] = link
        return list(found.values())

    def eldest(self, claim: str) -> str:
        """The first rendering of a statement in the archive."""
        return self._archive.renderings.get(claim, (claim,))[0]

    def row(self, story: Story) -> StoryRow:
        """A story in a list."""
        chains = [self._rows.article(key).chain for key in story.articles]
        return StoryRow(
            name=self.name(story),
            about=story.about,
            sources=tuple(dict.fromkeys(chain[-1] for chain in chains if chain)),
            articles=len(story.articles),
            statements=sum(len(self._archive.annotations[key].claims) for key in story.articles),
            questions=len(self.questions(story)),
            disputes=len(self.disputes(story)),
        )

    def _name(self, story: Story) -> StoryName:
        return StoryName(
            id=story.id,
            fixed=story.fixed,
            title=story.title,
            names=tuple(map(self._names.entity, naming.telling(story, self._archive.entities))),
            when=story.when,
            opening=self._rows.article(story.articles[0]),
        )
