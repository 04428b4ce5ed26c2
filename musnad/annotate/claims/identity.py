"""The ids of claims, which are addresses: made of the article and the claim's words, nothing else found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from musnad import ids
from musnad.arabic.fold import fold
from musnad.model import Article, Claim

_LENGTH = 10  # letters of 5 bits: of a million claims hardly two have one id


def identified(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in reading order, each with its id: «c» and letters for the article's id and its folded words.

    Where the article's text has these words several times, all but the first place bear their number
    («c…-2»). It counts places in the text, not claims, so that a claim keeps its id whatever others are
    found before it. Should two claims have the very same words at one place, the later by its end, then by
    its cue, is numbered after all places.
    """
    text = fold(article.text)
    taken: set[str] = set()
    found = []
    for claim in sorted(claims, key=_order):
        words = fold(claim.content.text)
        places = _places(text, words)
        number = 1
        if len(places) > 1:
            before = len(fold(article.text[: claim.content.start]))
            number += sum(place < before for place in places)
        name = "c" + ids.of_words(article.id, words, length=_LENGTH)
        while (id_ := name if number == 1 else f"{name}-{number}") in taken:
            number = max(number, len(places)) + 1
        taken.add(id_)
        found.append(msgspec.structs.replace(claim, id=id_))
    return tuple(found)


def _order(claim: Claim) -> tuple[int, int, int]:
    return claim.content.start, claim.content.end, claim.cue.start if claim.cue else -1


def _places(text: str, words: str) -> list[int]:
    """Where these words start in a text, overlapping places too."""
    places = [text.find(words)]
    while places[-1] >= 0:
        places.append(text.find(words, places[-1] + 1))
    return places[:-1]
