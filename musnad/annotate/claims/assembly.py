"""A report becomes a claim: who speaks, through whom, when, and what it commits to."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from musnad.annotate.claims import (
    agents,
    channels,
    content,
    cues,
    genders,
    persons,
    relays,
    sources,
    speakers,
    usage,
)
from musnad.annotate.claims.grammar import conjoined, glued
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.reports import Report, replied
from musnad.annotate.claims.sources import Range
from musnad.annotate.claims.speakers import Memory, Said
from musnad.arabic.fold import fold
from musnad.model import Claim, Entity, Mention, Modality, Span, Voice

_REMEMBERED = 200  # speakers that a later one may point back to
_LEAD = 80  # tokens of a sentence among which it may say when something was said
_UNSAID = frozenset({"before", "behind", "within", "inside", "rumour", "headline"})


class State(NamedTuple):
    """What an article has told before a paragraph: speakers, the last claim, who acted last in silence."""

    memory: Memory = Memory()
    last: Claim | None = None
    actor: Said | None = None
    appended: bool = False


def by_another(p: Passage, report: Report, claim: Claim, state: State, known: dict[str, Entity]) -> Claim:
    """The claim before «، نقلا عن …» or «، وفق وكالة …»: who spoke changes, or a channel is added."""
    assert report.source is not None
    voice, _ = speakers.resolve(p, report.source, state.memory, known)
    if p.keys[report.cue[1] - 1] == "عن":
        via = (claim.speaker, *claim.via) if claim.speaker != Voice() else claim.via
        cue, source = _span(p, report.cue), sources.span(p, report.source, True)
        return msgspec.structs.replace(
            claim, speaker=voice, via=via, cue=cue, source=source, kind="according_to"
        )
    if channels.is_medium(p, report.source, known) and voice != claim.speaker:
        return msgspec.structs.replace(claim, via=channels.distinct((*claim.via, voice)))
    return claim


def claim(
    p: Passage, report: Report, tokens: Range, same: bool, state: State, known: dict[str, Entity]
) -> tuple[Claim, State]:
    """The claim of a report; `same` says that a claim of the same sentence came before it."""
    voice, state = _speaker(p, report, same, state, known)
    via = channels.of_report(p, report.asides, report.source, known)
    via = channels.distinct((*via, *channels.of_asker(p, report.cue[0], known)))
    if report.relay is not None:
        relay, _ = speakers.resolve(p, report.relay, state.memory, known)
        via = channels.distinct((*via, relay))
    continues = report.source is None or (
        report.form is not None and report.form.lemma in cues.listed("continues")
    )
    last = state.last
    if not via and last is not None and last.speaker == voice and continues and voice != Voice():
        via = last.via
    said = _said(p, report, tokens)
    if said is None and report.frame != "rumour" and report.source is None and same and last is not None:
        said = last.said
    source = sources.span(p, report.source, _glued(p, report)) if report.source else None
    return Claim(
        id="",
        content=content.span(p, tokens, report),
        kind="indirect",
        modality=_modality(p, report, tokens),
        by=f"claims:{report.frame}",
        source=source,
        cue=_span(p, report.cue) if report.cue[1] > report.cue[0] else None,
        speaker=voice,
        via=via,
        said=said,
    ), state


def _glued(p: Passage, report: Report) -> bool:
    """Whether a letter of its report may be written on the source: «وفقا لمصدر», «وفلان يقول: …»."""
    if p.block.zone == "headline" and report.form is not None:
        return report.source is not None and conjoined(p.keys[report.source[0]])
    return report.form is None or report.form.tense == "noun"


def _speaker(
    p: Passage, report: Report, same: bool, state: State, known: dict[str, Entity]
) -> tuple[Voice, State]:
    """Who makes a report; an explicit source is kept in memory."""
    memory = state.memory
    if report.frame == "rumour":
        return Voice(None, speakers.label(p, relays.speaker_words(report))), state
    if report.source is not None:
        voice, body = speakers.resolve(p, report.source, memory, known, _glued(p, report))
        finite = report.form is not None and report.form.tense in ("past", "present")
        feminine = report.form.feminine if report.form and finite else None
        words = tuple(p.keys[k] for k in range(*report.source) if p.tokens[k].kind != "sign")
        if words and _glued(p, report) and words[0][0] == "و" and glued(words[0]):
            words = (words[0][1:], *words[1:])
        if report.frame == "question":
            return voice, state
        shown = genders.feminine(p, report.source)
        feminine = feminine if shown is None else shown
        said = Said(words, voice, body, feminine, persons.named(p, report.source) is not None)
        return voice, _remembered(state, said)
    first = p.first[report.cue[0]]
    if report.frame == "loose":
        return _loose_speaker(p, report, state, known), state
    if report.frame == "question":
        return Voice(), state
    goes_on = same and usage.joined(p.keys[report.cue[0]], report.form) if report.form else False
    nobody = report.agentless and not goes_on  # «وقال التحالف إن …، واتهم المتمردين بـ…» goes on
    if nobody or (report.cue[0] == first and p.keys[first] in cues.listed("impersonal")):
        return Voice(), state
    if same and state.last is not None and state.last.modality != "ask":
        return state.last.speaker, state
    feminine = report.form.feminine if report.form and report.form.tense == "past" else None
    if report.cue[0] > first:
        agent = agents.agent(p, first, report.cue[0])
        asked = state.last is not None and state.last.modality == "ask"
        if agent is not None and not genders.agree(feminine, genders.feminine(p, agent)):
            return Voice(), _remembered(
                state, Said(("",), Voice(), None, feminine, True)
            )  # «دعاها فلان، فاعتقدت أن»
        if agent is not None and (not same or asked):
            voice, body = speakers.resolve(p, agent, memory, known)
            words = tuple(p.keys[k] for k in range(*agent) if p.tokens[k].kind != "sign")
            if persons.named(p, agent) is None:
                return voice, state
            return voice, _remembered(state, Said(words, voice, body, genders.feminine(p, agent), True))
    if state.actor is not None and genders.agree(feminine, state.actor.feminine):
        return state.actor.voice, state
    plural = report.form is not None and report.form.plural
    return speakers.continued(memory, feminine, plural) or Voice(), state


def _remembered(state: State, said: Said) -> State:
    memory = state.memory
    return state._replace(memory=memory._replace(said=(*memory.said[-_REMEMBERED:], said)))


def _loose_speaker(p: Passage, report: Report, state: State, known: dict[str, Entity]) -> Voice:
    """Who speaks a quotation without a cue: the one named before its colon, or whoever was quoted last."""
    first = p.first[report.cue[0]]
    if report.cue[0] > first:
        agent = agents.agent(p, first, report.cue[0])
        named = agent is not None and any(p.names[agent[0] : agent[1]])
        return speakers.resolve(p, agent, state.memory, known)[0] if agent and named else Voice()
    return state.last.speaker if state.last is not None and state.last.kind == "direct" else Voice()


def actor(
    p: Passage, taken: list[tuple[Range, Range]], memory: Memory, known: dict[str, Entity]
) -> Said | None:
    """The person who acts in a paragraph's last sentence, if nobody speaks in it."""
    if not p.tokens:
        return None
    first = p.first[-1]
    if any(cue[0] >= first for cue, _ in taken):
        return None
    agent = agents.agent(p, first, len(p.tokens))
    if agent is None or not any(p.person(k) for k in range(*agent)):
        return None
    voice, body = speakers.resolve(p, agent, memory, known)
    return Said(("",), voice, body, genders.feminine(p, agent), True)


def without_today(p: Passage, report: Report, tokens: Range) -> Range:
    """A nominal content without «اليوم السبت» at its end: that is when it was said."""
    date = p.dates[tokens[1] - 1]
    if date is None or report.frame != "noun" or not fold(date.text).startswith(fold("اليوم")):
        return tokens
    end = next(k for k in range(*tokens) if p.dates[k] == date)
    return (tokens[0], end) if end > tokens[0] else tokens


def _said(p: Passage, report: Report, tokens: Range) -> str | None:
    """The date the text gives for the saying (EDTF): beside the cue, where its sentence starts, or behind."""
    places = [range(*report.asides)] if report.asides else []
    if report.frame == "noun":
        places.append(range(tokens[1], min(tokens[1] + 1, len(p.tokens))))
    if report.frame not in _UNSAID and report.form is not None and report.form.tense in ("past", "present"):
        first = p.first[report.cue[0]]
        places.append(range(first, min(report.cue[0], first + _LEAD)))
    for place in places:
        for k in place:
            date: Mention | None = p.dates[k]
            if date is not None and isinstance(date.value, str) and ".." not in date.value:
                return date.value
    return None


def _modality(p: Passage, report: Report, tokens: Range) -> Modality:
    """What the cue commits to, or its complement: «إنه يتوقع», «على ضرورة»."""
    if report.frame == "question":
        return "ask"
    own: Modality = report.form.modality if report.form else "assert"
    if own == "answer" and report.form is not None and report.form.lemma == "رد" and not _answers(p, report):
        own = "assert"
    key = p.keys[tokens[0]]
    if (
        report.form is not None
        and report.form.lemma in cues.listed("condemning")
        and key in cues.listed("reports")
    ):
        return "deny"
    if own != "assert":
        return own
    inner = cues.forms().get(key) or cues.forms().get("ي" + key[1:] if key[:1] in ("ا", "ن") else key)
    if (
        inner is not None
        and inner.tense == "present"
        and inner.modality in ("expect", "deny", "doubt", "call")
    ):
        return inner.modality
    return "call" if key in cues.listed("duties") else own


def _answers(p: Passage, report: Report) -> bool:
    """Whether «رد» gives the answer to a question: its word is «نعم», or a question is spoken of."""
    if report.quote is not None and replied(p, report.quote):
        return True
    first = p.first[report.cue[0]]
    near = range(max(first, report.cue[0] - _LEAD), min(report.cue[0] + _LEAD, report.start))
    asked = cues.listed("question") | cues.listed("asked")
    return any(p.keys[k] in asked or p.keys[k].removeprefix("ال") in asked for k in near)


def _span(p: Passage, tokens: Range) -> Span:
    start, end = p.tokens[tokens[0]].start, p.tokens[tokens[1] - 1].end
    return Span(start, end, p.text[start:end])
