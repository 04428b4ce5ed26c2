"""Contents that are nouns after a preposition: «تحدث عن انسحاب», «طالب بالحوار»."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, verb, verbal_noun
from musnad.annotate.claims.passage import Passage


def after_preposition(p: Passage, i: int, at: int, form: Form) -> int:
    """Where a nominal content starts whose preposition, one the cue takes, is at a token; 0 for none."""
    key = p.keys[at]
    if key in form.frames and key in cues.listed("prepositions"):
        after = p.keys[at + 1] if at + 1 < p.last[i] else ""
        joined = after in cues.listed("joined")  # «خلص إلى القول "…"»
        if not after or joined or after in cues.that() or p.dates[at + 1] is not None:
            return 0
        away = form.modality != "call" and key != "الي"
        elsewhere = cues.listed("channel") | cues.listed("sites") if away else frozenset()
        if after in elsewhere or p.keys[at - 1] in cues.listed("of_what") or _of_another(p, i, at):
            return 0
        return past_coined(p, at + 1)
    if "ل" in form.frames and key[0] == "ل" and at > i + 1 and p.names[at] is None:
        bare = "ال" + key[2:] if key.startswith("لل") else key[1:]
        return at if key not in cues.words("initials") and verbal_noun(bare) else 0
    if p.keys[at - 1] in cues.listed("to_whom"):  # «غير مصرح له بالحديث»
        return 0
    if "ب" not in form.frames or key[0] != "ب" or p.names[at] is not None or cues.coined(p.keys[at - 1]):
        return 0
    if key.rstrip("ـ") == "ب":
        return at + 1 if at + 1 < p.last[i] else 0
    if (
        (key in cues.listed("not_content") and not _alone(p, at))
        or key in cues.words("initials")
        or adjective(key)
    ):
        return 0
    if _of_another(p, i, at):
        return 0
    if "target" in form.frames and at >= i + 2 and len(key) > 3:
        return at
    if "with" in form.frames and glued(p, at):
        return at
    plain = len(key) > 3 and (at == i + 1 or key.startswith("بال"))
    return at if plain or verbal_noun(key[1:]) else 0


def _alone(p: Passage, at: int) -> bool:
    """Whether «بالتعاون» is what is asked for, and does not tell with whom: it has no مع."""
    with_ = p.keys[at + 1] if at + 1 < len(p.keys) else ""
    return p.keys[at] in cues.listed("together") and with_ != "مع"


def _of_another(p: Passage, i: int, at: int) -> bool:
    """Whether a preposition belongs to another verb right before it: «أنصاره الذين كانوا يلوحون بالأعلام»."""
    k = at - 1
    return k > i and p.names[k] is None and not p.is_role(k) and verb(p.keys[k]) and not adjective(p.keys[k])


def glued(p: Passage, at: int) -> bool:
    """Whether a word carries the preposition ب: «بالفساد», «بتمويل», «بـ»; no name and no figure."""
    key = p.keys[at]
    plain = p.names[at] is None and p.dates[at] is None and p.quantities[at] is None
    if key.rstrip("ـ") == "ب":
        return True
    return (
        plain
        and key[:1] == "ب"
        and len(key) > 3
        and key not in cues.words("initials")
        and not adjective(key)
        and not p.is_role(at)
    )


def glued_in(p: Passage, at: int) -> bool:
    """Whether a quotation's first word carries ب, told more surely than elsewhere: «توعدت "برد قاس"»."""
    return glued(p, at) or (p.names[at] is None and p.keys[at][0] == "ب" and verbal_noun(p.keys[at][1:]))


def past_coined(p: Passage, at: int) -> int:
    """Past «ما أسماه», «ما وصفه بـ»: the reporter's distance is not content."""
    if p.keys[at] == "ما" and at + 2 < p.last[at] and cues.coined(p.keys[at + 1]):
        return at + 2
    return at
