"""Links between positions as they are read: those of one statement together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from musnad.render.values.questions import Dispute, End, Facing


def facing(disputes: Sequence[Dispute]) -> list[Facing]:
    """Links of one relation in their order, each among those of whichever of its two statements has more."""
    ones = Counter(each.one.id for each in disputes)
    others = Counter(each.other.id for each in disputes)
    shared: defaultdict[tuple[bool, str], list[Dispute]] = defaultdict(list)
    for each in disputes:
        first = ones[each.one.id] >= others[each.other.id]
        shared[first, each.one.id if first else each.other.id].append(each)
    return [_faced(links, first) for (first, _), links in shared.items()]


def _faced(links: Sequence[Dispute], first: bool) -> Facing:
    """Links that share their first statement, or their other."""
    link = links[0] if len(links) == 1 else None
    one, other = (
        tuple(
            End((each.one, each.other)[at], each.sides[at], None if alone else each)
            for each in (links[:1] if alone else links)
        )
        for at, alone in ((0, first or link is not None), (1, not first or link is not None))
    )
    return Facing(links[0].relation, one, other, link)
