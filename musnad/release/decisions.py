"""What curators say has become of addresses that were published: content/moved.yaml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Annotated

from msgspec import Meta

from musnad import edtf
from musnad.address import claim
from musnad.misfit import shape
from musnad.model import Value
from musnad.problems import Problem, Problems, nearest, problem
from musnad.records import Lines, convert, parse_yaml

PATH = "content/moved.yaml"
_STATEMENT = re.compile(r"articles/[^/#]+#(c[0-9a-z]{10}(?:-\d+)?)")  # at its place in an article
_STATEMENT_PAGE = re.compile(r"claims/([^/#]+)\.html")
_Words = Annotated[str, Meta(min_length=1, pattern=r"\w")]


class Decision(Value, frozen=True):
    """What has become of an address: a page that has taken its place, or that it was withdrawn, on which day.

    `to` may have an anchor. A withdrawal has a reason.
    """

    to: str | None = None
    withdrawn: str | None = None
    why: _Words | None = None


Decisions = dict[str, tuple[Decision, int]]  # by address, each with its line


def read(data: bytes) -> tuple[Decisions, Problems]:
    """The decisions of the file that can be read, and what is wrong with the others."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return {}, (problem("not-utf8", PATH, data.count(b"\n", 0, error.start) + 1, offset=error.start),)
    plain, lines, wrong = parse_yaml(text, PATH)
    if plain is not None and not isinstance(plain, dict):
        expected = "addresses, each with what has become of it,"
        return {}, (*wrong, problem("bad-shape", PATH, lines[()], expected=expected, got=shape(plain)))
    below: defaultdict[str | int, Lines] = defaultdict(dict)
    for at, line in lines.items():
        if at:
            below[at[0]][at[1:]] = line
    found: Decisions = {}
    problems = list(wrong)
    for address, said in (plain or {}).items():
        decision, told = convert(said if said is not None else {}, below[address], PATH, Decision)
        line = below[address][()]
        if decision and not told:
            told = _unfit(decision, line)
        if decision and not told:
            found[address] = decision, line
        problems += told
    return found, tuple(problems)


def _unfit(decision: Decision, line: int) -> Problems:
    if (decision.to is None) == (decision.withdrawn is None):
        reason = "either «to» or «withdrawn» says what has become of an address"
        return (problem("bad-value", PATH, line, key="to", reason=reason),)
    if decision.withdrawn is not None and edtf.single_day(decision.withdrawn) is None:
        reason = f"«{decision.withdrawn}» is no day, such as 2026-11-22"
        return (problem("bad-value", PATH, line, key="withdrawn", reason=reason),)
    if decision.withdrawn is not None and decision.why is None:
        return (problem("missing-key", PATH, line, key="why"),)
    return ()


def followed(decisions: Mapping[str, tuple[Decision, int]], address: str) -> str | None:
    """Where an address has moved to in the end, whatever has become of that; None where ways go round."""
    seen = set()
    while (decision := decisions.get(address.partition("#")[0])) and decision[0].to is not None:
        if address in seen:
            return None
        seen.add(address)
        address = decision[0].to
    return address


def check(decisions: Decisions, published: Collection[str], present: Collection[str]) -> Problems:
    """What only all addresses together show: decisions about what was never published or is still there,
    successors that are no pages, ways that go round."""
    problems: list[Problem] = []
    for address, (decision, line) in decisions.items():
        if address not in published:
            near = nearest(address, published) if len(published) < _FEW else ""
            problems.append(problem("never-published", PATH, line, address=address, nearest=near))
        elif address in present:
            problems.append(problem("still-there", PATH, line, address=address))
        if decision.to is None:
            continue
        if followed(decisions, address) is None:
            problems.append(problem("circular-move", PATH, line, address=address, to=decision.to))
        else:
            problems += _nowhere(decision.to, line, present, published)
    return tuple(problems)


def _nowhere(to: str, line: int, present: Collection[str], published: Collection[str]) -> Problems:
    """What is wrong with a successor that is not there: a page, or a statement in an article's page."""
    home = to.partition("#")[0]
    if (home in present or home in published) and (placed := _STATEMENT.fullmatch(to)):
        home = claim(placed[1])
    if home in present or home in published:
        return ()
    few = present if len(present) < _FEW else ()
    if statement := _STATEMENT_PAGE.fullmatch(home):
        claims = (known[1] for one in few if (known := _STATEMENT_PAGE.fullmatch(one)))
        return (problem("unknown-claim", PATH, line, id=statement[1], nearest=nearest(statement[1], claims)),)
    return (problem("unknown-successor", PATH, line, to=to, nearest=nearest(home, few)),)


_FEW = 20_000  # addresses among which the nearest is looked for
