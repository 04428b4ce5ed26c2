"""What can be a content that is a bare noun: «تقدمها», «الاتهامات», «مقتل 20 شخصا»."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.feelings import stem
from musnad.annotate.claims.grammar import adjective, conjoined, verb, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.model import Quantity

_COUNTED = frozenset({
    "killed", "wounded", "arrested", "captured", "surrendered", "missing", "displaced", "dead", "civilians",
    "children", "women", "fighters", "people",
})  # fmt: skip


def says(p: Passage, at: int, form: Form, limit: int) -> bool:
    """Whether what stands at a token can be the bare content of a cue."""
    if at >= limit or p.keys[at : at + 2] == ["كل", "من"]:
        return False
    key = p.keys[at]
    if "report" in form.frames and (key in cues.listed("reports") or _these_reports(p, at)):
        return True
    if "count" in form.frames:
        return _people(p, at) or key in cues.listed("losses")
    if "object" in form.frames and (key in cues.listed("states") or stem(key) in cues.listed("feelings")):
        return True
    if "object" not in form.frames or p.is_role(at) or p.names[at] is not None:
        return False
    if key in cues.listed("demonstratives") or key in cues.listed("not_said"):
        return False
    return key in cues.listed("reports") or verbal_noun(key) or _possessed(p, at)


def named(p: Passage, at: int, form: Form) -> bool:
    """Whether a noun of doing, or one for something said, stands bare at a token."""
    key = p.keys[at]
    if "report" in form.frames and _these_reports(p, at):
        return True
    if key.startswith("ال") or p.names[at] is not None or p.dates[at] is not None or p.is_role(at):
        return "report" in form.frames and key in cues.listed("reports") and p.keys[at - 1] in COMMAS
    if "report" in form.frames and "object" not in form.frames:
        return key in cues.listed("reports")
    if key in cues.listed("not_said"):
        return False
    if (key[0] in "لب" and key not in cues.words("initials")) or key in cues.listed(
        "adverbial"
    ) | cues.listed("aside"):
        return False
    owned = _possessed(p, at) and (p.keys[at - 1] in COMMAS or p.within[at - 1] is not None)
    return (verbal_noun(key) or (owned and not conjoined(key))) and not adjective(key)


def construct(p: Passage, at: int, form: Form) -> bool:
    """Whether after a comma a noun starts that can only be what is said: «أكدت الوزارة، أهمية الحوار»."""
    if "object" not in form.frames or at + 1 >= p.last[at] or p.keys[at].startswith("ال"):
        return False
    if p.is_role(at) or p.names[at] is not None or p.preposition(at) or verb(p.keys[at]):
        return False
    return p.keys[at] not in cues.that() and p.keys[at + 1].startswith("ال") and p.tokens[at].kind == "word"


def document(key: str) -> bool:
    return key in cues.listed("documents") or key.removeprefix("ال") in cues.listed("documents")


def _these_reports(p: Passage, at: int) -> bool:
    """Whether «هذه الاتهامات» stands at a token."""
    pointed = p.keys[at] in cues.listed("demonstratives") and at + 1 < len(p.keys)
    return pointed and p.keys[at + 1] in cues.listed("reports")


def _possessed(p: Passage, at: int) -> bool:
    """Whether a noun carries a pronoun: «خضوعه», «نيتها»; it can hardly be who speaks."""
    word, key = p.tokens[at].text, p.keys[at]
    if key.removeprefix("و") in cues.listed("through"):  # «، ونقله موقع الخبر،»
        return False
    return len(word) > 4 and word.endswith(("ه", "ها", "هم", "هما")) and not adjective(p.keys[at])


def _people(p: Passage, at: int) -> bool:
    """Whether a figure of people starts at a token: somebody counted «20 قتيلا», but «6 أهداف» all saw."""
    figure = p.quantities[at]
    value = figure.value if figure is not None else None
    return isinstance(value, Quantity) and (value.counted is None or value.counted in _COUNTED)


def acting(p: Passage, at: int) -> bool:
    return verb(p.keys[at]) and not p.is_role(at) and not adjective(p.keys[at])
