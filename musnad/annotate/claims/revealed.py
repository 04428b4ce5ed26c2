"""Speakers without a name whom the article names later."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.speakers import Memory, Said
from musnad.model import Voice


def revealed(memory: Memory) -> dict[Voice, Voice]:
    """Nameless speakers whom the article names later: «متحدث باسم قسد», then «فلان، المتحدث باسم هذه القوات».

    They share role and body, or the body alone where the name follows at once and the role was no more
    than «مسؤول»; a role that fits two persons stays nameless.
    """
    found: dict[Voice, Voice] = {}
    for k, said in enumerate(memory.said):
        if said.person or said.voice.entity is not None:
            continue
        bearers = {one.voice for one in memory.titled if len(said.words) > 1 and said.words == one.words}
        if len(bearers) == 1:  # «الرئيس الشيشاني»: named with this title elsewhere
            found.setdefault(said.voice, bearers.pop())
            continue
        if said.words[0] not in cues.listed("nameless"):
            continue
        later = [s for s in memory.said[k + 1 :] if s.person]
        same = {s.voice for s in later if _same_role(said, s)}
        after = memory.said[k + 1] if k + 1 < len(memory.said) else None
        if len(same) == 1:
            found.setdefault(said.voice, same.pop())
        elif said.words[0] in cues.listed("vague") and after is not None and _same_body(said, after):
            found.setdefault(said.voice, after.voice)
    return found


def _same_body(said: Said, other: Said) -> bool:
    return other.person and said.body is not None and other.body == said.body


def _same_role(said: Said, other: Said) -> bool:
    bodies = None in (said.body, other.body) or said.body == other.body
    return bodies and "ال" + said.words[0] in other.words
