"""What a rule says of two claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from musnad.crossref.links.compare import Pair
from musnad.model import Reason, Relation

CLOSE = 5  # terms that articles of one situation share, where their claims do not name it
NO_FACT = frozenset(("ask", "call", "doubt", "deny", "expect"))  # modalities that assert nothing
_SHOWN = 8  # words that a reason names at most


class Verdict(NamedTuple):
    """What a rule found; `turned` where the pair's `b` is the later account, to be the link's `a`."""

    relation: Relation
    reason: Reason
    turned: bool = False


Rule = Callable[[Pair], Verdict | None]


def words(pair: Pair) -> str:
    """The words that agree, as the earlier claim has them; of many the most telling."""
    telling = sorted(pair.shared, key=lambda term: (-pair.a.terms[term], term))[:_SHOWN]
    return " … ".join(said for term, said in pair.a.words.items() if term in telling)
