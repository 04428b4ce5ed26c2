"""What agrees because it came from one hand: two texts of one agency are one origin, not two sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from musnad.model import Annotations, Claim, Copied, Entity, Link, Statement

_AGREE = ("same_statement", "corroborates")
Copies = Mapping[str, tuple[Copied, ...]]


def traced(
    links: Iterable[Link],
    found: Mapping[str, Annotations],
    claims: Mapping[str, Statement],
    copies: Copies,
    entities: Mapping[str, Entity],
) -> Iterator[Link]:
    """The links, each that agrees with its origin where one agency stands behind both its statements.

    That is an agency that both came through; where the words of both stand in one copied passage (`copies`,
    by article), an agency that either came through is enough.
    """
    for link in links:
        origin = None
        if link.relation in _AGREE:
            one, other = claims[link.a], claims[link.b]
            a, b = (found[at.article].claims[at.claim] for at in (one, other))
            through, too = _agencies(a, entities), _agencies(b, entities)
            both = [agency for agency in through if agency in too]
            if not both and (through or too) and _copied(one.article, a, other.article, b, copies):
                both = through or too
            origin = both[0] if both else None
        yield msgspec.structs.replace(link, origin=origin) if origin else link


def _agencies(claim: Claim, entities: Mapping[str, Entity]) -> list[str]:
    """The agencies a claim came through, the one nearest to the mouth first."""
    known = (entities.get(voice.entity or "") for voice in claim.via)
    return [entity.id for entity in known if entity and entity.role == "agency"]


def _copied(one: str, a: Claim, other: str, b: Claim, copies: Copies) -> bool:
    """Whether the words of two claims stand in one passage that their articles share."""
    for copy in copies.get(one, ()):
        places = {
            copy.article: (copy.start, copy.end),
            copy.other: (copy.other_start, copy.other_end),
        }
        if other in places and _overlap(a, places[one]) and _overlap(b, places[other]):
            return True
    return False


def _overlap(claim: Claim, place: tuple[int, int]) -> bool:
    return claim.content.start < place[1] and place[0] < claim.content.end
