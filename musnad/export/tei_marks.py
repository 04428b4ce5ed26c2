"""Mentions and statements as TEI elements in a text."""

from __future__ import annotations

import re

from musnad import edtf
from musnad.address import slug
from musnad.export.spans import Mark, Piece
from musnad.export.xml import Element, add
from musnad.model import Annotations, Claim, Mention, Quantity, Voice

_TAGS = {
    "person": "persName",
    "organization": "orgName",
    "place": "placeName",
    "event": "eventName",
    "group": "rs",
    "date": "date",
    "quantity": "measure",
}
_PLAIN = re.compile(r"\d{4}(-(?:0[1-9]|1[0-2])(-\d\d)?)?")  # what ISO 8601 has too


class Marks:
    """The marks of an article; each has a key, by which its element and those that point to it know it."""

    def __init__(self, annotations: Annotations) -> None:
        self._mentions = {f"m{number}": one for number, one in enumerate(annotations.mentions, 1)}
        self._claims = {claim.id: claim for claim in annotations.claims}
        self._cues: dict[str, str] = {}
        self.marks = [Mark(one.start, one.end, key) for key, one in self._mentions.items()]
        for claim in annotations.claims:
            self.marks.append(Mark(claim.content.start, claim.content.end, claim.id))
            if claim.cue:
                self._cues[f"{claim.id}.cue"] = claim.id
                self.marks.append(Mark(claim.cue.start, claim.cue.end, f"{claim.id}.cue"))

    def element(self, parent: Element, piece: Piece) -> Element:
        """A piece of a mark as a new element at the end of `parent`."""
        if piece.key in self._cues:
            child = add(parent, "seg", type="cue", corresp=f"#{self._cues[piece.key]}")
        elif piece.key in self._claims:
            child = said(parent, self._claims[piece.key])
        else:
            child = mentioned(parent, self._mentions[piece.key])
        child.set("xml:id", _part(piece.key, piece.number))
        if piece.number > 1:
            child.set("prev", f"#{_part(piece.key, piece.number - 1)}")
        if piece.number < piece.of:
            child.set("next", f"#{_part(piece.key, piece.number + 1)}")
        return child


def said(parent: Element, claim: Claim) -> Element:
    """A statement as `said`; `ana` names its kind and modality, `cert` how sure the mark is, from 0 to 1."""
    carriers = " ".join(f"#{voiced(voice)}" for voice in claim.via)
    return add(
        parent,
        "said",
        who=f"#{voiced(claim.speaker)}",
        direct="true" if claim.kind in ("direct", "tweet") else "false",
        source=carriers or None,
        ana=f"#kind.{claim.kind} #modality.{claim.modality}",
        cert=certainty(claim.score),
        resp="#musnad",
    )


def mentioned(parent: Element, mention: Mention) -> Element:
    """A name, date or figure."""
    given: dict[str, str | None] = {"cert": certainty(mention.score), "resp": "#musnad"}
    if mention.type == "group":
        given["type"] = "group"
    if mention.entity:
        given["ref"] = f"#{entity(mention.entity)}"
    if isinstance(mention.value, Quantity):
        given |= _quantity(mention.value)
    elif mention.value:
        given |= _date(mention.value)
    return add(parent, _TAGS[mention.type], **given)


def certainty(score: float) -> str:
    """A probability as `cert` has it."""
    return f"{score:.3g}"


def entity(key: str) -> str:
    """The name that an entity has in the file."""
    return f"e.{slug(key)}"


def voiced(voice: Voice) -> str:
    """The name that a speaker or carrier has in the file."""
    if voice.entity:
        return entity(voice.entity)
    return f"v.{slug(voice.name)}" if voice.name else "v.unspecified"


def _date(value: str) -> dict[str, str | None]:
    """An EDTF value: itself where ISO 8601 has it, else the first and last day it can mean, and as it is."""
    if _PLAIN.fullmatch(value):
        return {"when-iso": value}
    first, last = edtf.days(value) or (None, None)
    bounds = {"notBefore-iso": first, "notAfter-iso": last}
    told = {name: day.isoformat() for name, day in bounds.items() if day and 1 < day.year < 9999}
    return {**told, "when-custom": value, "datingMethod": "#edtf"}


def _quantity(value: Quantity) -> dict[str, str | None]:
    number = None if value.number is None else f"{value.number:.15g}"
    bound = {">": "atLeast", ">=": "atLeast", "<": "atMost", "<=": "atMost"}.get(value.comparator, "quantity")
    return {
        bound: number,
        "unit": value.unit and "_".join(value.unit.split()),
        "commodity": value.counted,
        "type": {"~": "about", "vague": "vague"}.get(value.comparator),
    }


def _part(key: str, number: int) -> str:
    return key if number == 1 else f"{key}.{number}"
