"""What pages call a story that they belong to."""

from __future__ import annotations

from musnad.model import Value
from musnad.render.values.common import ArticleRow, Who


class StoryName(Value, frozen=True):
    """What a story is called: by a curator, in words by interface language, or else by its `names` and days.

    `opening` is its oldest article, whose title stands for one that no name tells from others.
    """

    id: str
    fixed: bool
    title: dict[str, str]
    names: tuple[Who, ...]
    when: str | None
    opening: ArticleRow
