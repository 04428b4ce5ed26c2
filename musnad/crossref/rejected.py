"""Marks that curators say are not so are taken away before anything is made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from musnad.model import Annotations, Article, Claim, Mention, Rejection
from musnad.problems import Problem, Problems, nearest, problem


def rejected(
    articles: Sequence[Article], annotations: Sequence[Annotations], rejections: Iterable[Rejection]
) -> tuple[list[Annotations], Problems]:
    """The articles' annotations, in their order, without rejected ones; what rejects nothing is told."""
    by_article: dict[str, list[Rejection]] = defaultdict(list)
    for rejection in rejections:
        by_article[rejection.article].append(rejection)
    if not by_article:
        return list(annotations), ()
    known = {article.id for article in articles}
    problems: list[Problem] = [
        problem("unknown-article", own[0].path, id=id_, nearest=nearest(id_, sorted(known)))
        for id_, own in by_article.items()
        if id_ not in known
    ]
    left = []
    for article, found in zip(articles, annotations, strict=True):
        gone: set[Mention | Claim] = set()
        for rejection in by_article.get(article.id, ()):
            meant = set(_meant(rejection, article, found))
            gone |= meant
            if not meant:
                problems.append(_idle(rejection, found))
        mentions = tuple(mention for mention in found.mentions if mention not in gone)
        claims = tuple(claim for claim in found.claims if claim not in gone)
        left.append(replace(found, mentions=mentions, claims=claims) if gone else found)
    return left, tuple(problems)


def _meant(rejection: Rejection, article: Article, found: Annotations) -> Iterable[Mention | Claim]:
    """The marks that a rejection takes away."""
    if rejection.claim is not None:
        return [claim for claim in found.claims if claim.id == rejection.claim]
    marked = [m for m in found.mentions if (m.text, m.type) == (rejection.words, rejection.type)]
    if rejection.occurrence is None or rejection.words is None:
        return marked
    at = -1
    for _ in range(min(rejection.occurrence, len(article.text))):
        at = article.text.find(rejection.words, at + 1)
        if at < 0:
            return []
    return [mention for mention in marked if mention.start == at]


def _idle(rejection: Rejection, found: Annotations) -> Problem:
    if rejection.claim is not None:
        mark, known = rejection.claim, [claim.id for claim in found.claims]
    else:
        mark, known = str(rejection.words), [m.text for m in found.mentions if m.type == rejection.type]
        known = [] if mark in known else known
    return problem(
        "no-such-mark",
        rejection.path,
        rejection.line,
        mark=mark,
        type=f" as {rejection.type}" if rejection.type else "",
        where=f" where they stand for the {_ordinal(rejection.occurrence)} time"
        if rejection.occurrence
        else "",
        nearest=nearest(mark, known),
    )


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
