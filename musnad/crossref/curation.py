"""What curators decide: links drawn, denied and retyped; the claims that their files name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from musnad.crossref.disjoint import DisjointSets
from musnad.model import Link, Question, Reason, Ruling, Statement
from musnad.model.released import Former
from musnad.problems import Problem, Problems, nearest, problem

BY = "curator"
_Pair = frozenset[str]
Released = Callable[[str], Former | None]  # what has become of a statement that a release had, by its id


def ruled(
    links: Iterable[Link],
    rulings: Iterable[Ruling],
    claims: Mapping[str, Statement],
    released: Released = lambda _: None,
) -> tuple[tuple[Link, ...], Problems]:
    """The machine's links as curators' decisions leave them, with those they drew, sorted by their claims.

    `claims` are all claims of the archive by id, in reading order. Of a pair that a curator decided about
    only the decision remains. Two claims that it says are not one statement do not become one through
    others: of the machine's links that would make them so, the least sure give way. A ruling that cannot
    hold is told; `released` tells of a claim that is no more.
    """
    place = {id_: number for number, id_ in enumerate(claims)}
    decisions, problems = _decisions(rulings, claims, released)
    drawn = [_drawn(ruling, place) for ruling in decisions.values() if ruling.relation is not None]
    apart = {pair: ruling for pair, ruling in decisions.items() if ruling.relation != "same_statement"}
    # Of two articles with one id only one is kept, with its claims.
    known = (link for link in links if link.a in place and link.b in place)
    left = [link for link in known if frozenset((link.a, link.b)) not in decisions]
    if apart:
        left, odd = _kept_apart(left, drawn, apart, decisions)
        problems += odd
    ordered = sorted([*left, *drawn], key=lambda link: (place[link.a], place[link.b], link.relation))
    return tuple(ordered), problems


def check_questions(
    questions: Iterable[Question], claims: Collection[str], released: Released = lambda _: None
) -> Problems:
    """The claims of questions that no article has; `released` tells of one that is no more."""
    return tuple(
        _unknown(id_, question.path, line, claims, released)
        for question in questions
        for id_, line in question.lines.items()
        if id_ not in claims
    )


def _decisions(
    rulings: Iterable[Ruling], claims: Mapping[str, Statement], released: Released
) -> tuple[dict[_Pair, Ruling], Problems]:
    """The decision on each pair, the first by file and line, and what is wrong with others."""
    kept: dict[_Pair, Ruling] = {}
    problems: list[Problem] = []
    for ruling in sorted(rulings, key=lambda ruling: (ruling.path, ruling.line)):
        wrong = tuple(_wrong(ruling, claims, released))
        problems += wrong
        if wrong:
            continue
        first = kept.setdefault(frozenset((ruling.a, ruling.b)), ruling)
        if first.relation != ruling.relation or (ruling.relation == "updates" and first.a != ruling.a):
            problems.append(_odd(ruling, first))
    return kept, tuple(problems)


def _wrong(ruling: Ruling, claims: Mapping[str, Statement], released: Released) -> Iterator[Problem]:
    """What is wrong with a decision by itself."""
    path, line = ruling.path, ruling.line
    unknown = [id_ for id_ in (ruling.a, ruling.b) if id_ not in claims]
    yield from (_unknown(id_, path, line, claims, released) for id_ in unknown)
    if ruling.a in claims and claims[ruling.a].article != PurePosixPath(path).stem:
        yield problem("foreign-claim", path, line, id=ruling.a, article=claims[ruling.a].article)
    if not unknown and claims[ruling.a].article == claims[ruling.b].article:
        yield problem("same-article", path, line, id=ruling.a, other=ruling.b)


def _unknown(id_: str, path: str, line: int, claims: Collection[str], released: Released) -> Problem:
    if was := released(id_):
        told = {"id": id_, "release": was.last.number, "date": was.last.date}
        now = PurePosixPath((was.to or "").partition("#")[0]).stem
        if now in claims:
            return problem("renamed-claim", path, line, to=now, **told)
        return problem("former-claim", path, line, article=was.article, **told)
    near = (known for known in claims if known[:4] == id_[:4] or known[-4:] == id_[-4:])
    return problem("unknown-claim", path, line, id=id_, nearest=nearest(id_, near))


def _odd(ruling: Ruling, first: Ruling) -> Problem:
    there = f"{first.path}:{first.line}"
    return problem("rulings-at-odds", ruling.path, ruling.line, id=ruling.a, other=ruling.b, first=there)


def _drawn(ruling: Ruling, place: Mapping[str, int]) -> Link:
    """The link that a decision draws."""
    assert ruling.relation is not None
    one, other = ruling.a, ruling.b
    if ruling.relation != "updates" and place[other] < place[one]:
        one, other = other, one
    return Link(
        a=one, b=other, relation=ruling.relation, by=BY, reason=Reason("ruled", (ruling.why, ruling.by))
    )


def _kept_apart(
    links: list[Link], drawn: list[Link], apart: Mapping[_Pair, Ruling], decisions: Mapping[_Pair, Ruling]
) -> tuple[list[Link], Problems]:
    """The machine's links without those that make one statement of claims which a curator keeps apart."""
    sets = DisjointSets((min(pair), max(pair)) for pair in apart)
    problems = []
    for link in drawn:
        if link.relation == "same_statement" and not sets.join(link.a, link.b):
            ruling = decisions[frozenset((link.a, link.b))]
            problems.append(_odd(ruling, _between(link, apart, sets)))
    same = [link for link in links if link.relation == "same_statement"]
    same.sort(key=lambda link: (-link.score, link.a, link.b))
    dropped = {link for link in same if not sets.join(link.a, link.b)}
    return [link for link in links if link not in dropped], tuple(problems)


def _between(link: Link, apart: Mapping[_Pair, Ruling], sets: DisjointSets) -> Ruling:
    """The decision that keeps the two statements of a link apart."""
    ends = {sets.of(link.a), sets.of(link.b)}
    found = (ruling for pair, ruling in apart.items() if {sets.of(id_) for id_ in pair} == ends)
    return min(found, key=lambda ruling: (ruling.path, ruling.line))
