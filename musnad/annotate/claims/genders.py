"""Whether who speaks is a man or a woman, so that «قالت» is never given to him nor «قال» to her."""

from __future__ import annotations

from functools import cache

from musnad.annotate.claims import cues, persons
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.sources import Range


def feminine(p: Passage, source: Range) -> bool | None:
    """Whether a source is a woman, by the given name or her office («المتحدثة»); None where neither shows it.

    An office in the masculine shows nothing: it is said of women too («وزير الخارجية هيلاري كلينتون»).
    """
    name = persons.named(p, source)
    if name is not None and p.keys[name[0]] in _given():
        return _given()[p.keys[name[0]]]
    head = p.keys[source[0]]
    return True if cues.roles().get(head) == "person" and head.endswith("ه") else None


def agree(cue: bool | None, speaker: bool | None) -> bool:
    """Whether a verb may be of a speaker: neither gender is known, or they are the same."""
    return cue is None or speaker is None or cue == speaker


@cache
def _given() -> dict[str, bool]:
    """Whether the bearers of a given name, folded, are women."""
    rows = (line.split("\t") for line in cues.read("genders.tsv").splitlines() if not line.startswith("#"))
    return {name: gender == "f" for name, gender in rows}
