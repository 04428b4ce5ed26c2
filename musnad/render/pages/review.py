"""Views of the review list: the marks a person should look at, the questions that the machine sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from musnad.config import Config
from musnad.model import Archive
from musnad.render.pages.questions import Questions
from musnad.render.parts.rows import Rows, cut, sheets
from musnad.render.values.page import Planned
from musnad.render.values.views import ReviewView

_LISTED = 1000  # marks; the terminal's list has them all
_ON_SHEET = 100
_PROPOSED = 50  # questions, on the first sheet; the terminal's list has them all


def plan_review(archive: Archive, config: Config, rows: Rows, questions: Questions) -> Iterator[Planned]:
    """The list of what to look at: proposed questions, then marks, the least sure first."""
    listed = archive.review[:_LISTED]
    reasons = tuple(sorted(Counter(doubt.reason for doubt in archive.review).items()))
    proposed = tuple(questions.proposal(proposal) for proposal in archive.proposals[:_PROPOSED])
    for sheet in sheets("review.html", len(listed), size=_ON_SHEET):
        yield (
            sheet.address,
            ReviewView(
                site=config,
                doubts=tuple(rows.doubt(doubt) for doubt in cut(listed, sheet, _ON_SHEET)),
                total=len(archive.review),
                listed=len(listed),
                reasons=reasons,
                proposed=proposed if sheet.number == 1 else (),
                proposed_total=len(archive.proposals),
                sheet=sheet,
            ),
        )
