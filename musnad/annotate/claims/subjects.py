"""Who is the source of a verb: its subject before or behind it, told from whom it addresses or accuses."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate.claims import addressees, agents, clauses, cues, sources, usage
from musnad.annotate.claims.according import human
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import conjoined
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range

_NEAR = 4  # tokens between the cue of an attributive clause and its content


class Subject(NamedTuple):
    """A verb's source, who passes it on («ذكرت الصحيفة عن مصدر أن»), and whether the verb is a passive."""

    source: Range | None = None
    relay: Range | None = None
    agentless: bool = False


def of(p: Passage, cue: Range, form: Form, frame: str, marker: int) -> Subject:
    """The subject of a cue whose content is marked at a token; a participle has none of its own."""
    source = _active(p, cue, form, frame, marker) if form.tense != "participle" else None
    if source is None or usage.passive(p, cue[0]):
        return Subject(None, None, usage.passive(p, cue[0]))
    if form.modality == "accuse" and "ب" in form.frames and not form.pronoun:
        behind = source[0] > cue[0]  # «واتهمت قسد بـ…», or «كان قد اتهم بـ…»
        end = noun_phrase(p, source[0], marker)
        between = end < marker - 1 and p.keys[end] in COMMAS and p.keys[marker - 1] in COMMAS
        described = cues.listed("which") | cues.listed("who_is") | cues.listed("auxiliary")
        between = between and p.keys[end + 1] in described  # «اتهم وزير سابق، كان في الحكومة، بالتجسس»
        agentless = end >= marker or between if behind else marker == cue[1]
        whose = clauses.antecedent(p, cue[0]) if agentless and behind else None
        if whose is not None:  # «الجماعة التي اتهمت الحكومة بالفساد»
            return Subject(whose)
        return Subject(None, None, True) if agentless else Subject(source)
    return _relayed(p, source) or Subject(source)


def _active(p: Passage, cue: Range, form: Form, frame: str, marker: int) -> Range | None:
    chained = p.block.zone == "headline" and conjoined(p.keys[cue[0]]) and form.tense == "present"
    beyond = form.plural or addressees.addresses(p, cue[1], form) or (chained and "target" in form.frames)
    after = None if beyond or usage.pronominal(p, cue[0]) else sources.between(p, cue[1], marker)
    accuses = form.modality == "accuse"
    if after is not None and not accuses and addressees.only_addressed(p, cue[0], form, after, marker):
        after = None
    leads = after is None or ("target" in form.frames and not form.pronoun)
    first = sources.before(p, cue[0]) if leads else None
    written = usage.paper(p, cue[0])
    if written is not None and (after is None or "فيه" in p.keys[marker - 1]):
        first = agents.agent(p, p.first[cue[0]], written)
    source = first or addressees.unaddressed(p, form, after) or clauses.antecedent(p, cue[0])
    if source is None and marker - cue[1] < _NEAR and frame != "quote":
        return clauses.described(p, cue[0])
    return source


def _relayed(p: Passage, source: Range) -> Subject | None:
    """«الصحيفة عن مصدر في الحكومة»: who said it, and who passes it on."""
    about = next((k for k in range(source[0] + 1, source[1] - 1) if p.keys[k] == "عن"), None)
    if about is None or p.names[about] is not None or p.keys[about - 1] in cues.listed("of_what"):
        return None
    end = source[1] - (p.keys[source[1] - 1] in cues.listed("relay"))
    said = sources.trimmed(p, about + 1, end) if medium(p, source) and human(p, about + 1) else None
    return Subject(said, (source[0], about)) if said is not None else None


def medium(p: Passage, source: Range) -> bool:
    """Whether a source is an outlet or an agency as far as its words show: «الصحيفة», «موقع الخبر»."""
    name = p.names[source[0]]
    known = name is not None and name.type == "organization"
    return known or p.keys[source[0]].removeprefix("ال") in cues.listed("media")


def passed_on(p: Passage, cue: Range, form: Form, marker: int, start: int) -> Report | None:
    """«كتبت الصحيفة نقلا عن مصدر أن»: the source behind «نقلا عن» speaks, the paper passes it on."""
    at = next((k for k in range(cue[1], marker - 2) if p.keys[k] in ("نقلا", "ناقله")), None)
    if at is None or p.keys[at + 1] != "عن" or form.tense == "participle":
        return None
    said = sources.between(p, at + 2, marker)
    carrier = sources.between(p, cue[1], at) or sources.before(p, cue[0])
    if said is None or carrier is None or not human(p, said[0]) or not medium(p, carrier):
        return None
    opened = p.opened.get(start)
    return Report((at, at + 2), None, "relayed", start, said, opened, asides=(cue[1], marker), relay=carrier)
