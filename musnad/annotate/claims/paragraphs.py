"""The claims of one paragraph: its reports put in order, each with its content, speaker and channel."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from musnad.annotate.claims import (
    according,
    assembly,
    channels,
    charges,
    content,
    cues,
    headlines,
    masdars,
    nominals,
    questions,
    quotations,
    relays,
    sources,
    speakers,
    trailing,
    verbs,
)
from musnad.annotate.claims.assembly import State
from musnad.annotate.claims.grammar import conjoined, verb, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS
from musnad.annotate.claims.reports import Report
from musnad.annotate.claims.sources import Range
from musnad.annotate.claims.usage import joined, pronominal
from musnad.model import Claim, Entity


def claims(p: Passage, state: State, known: dict[str, Entity]) -> tuple[list[Claim], State]:
    """The claims of a paragraph in the order of their cues, their ids left empty, and the state after it."""
    known_by_title = (*state.memory.titled, *speakers.titled(p, known))[-40:]
    state = state._replace(memory=state.memory._replace(titled=known_by_title))
    met = _met(p, known)
    resumptions = bytearray(len(p.keys))
    last: Report | None = None  # the reporter's own one before
    for report in met:
        inside = last is not None and (_of_the_told(p, report, last) or _of_somebody_else(p, report, last))
        resumes = not inside and _resumes(p, report)
        if resumes:
            resumptions[_resumption(p, report)] = 1
        if resumes or last is None or p.first[last.cue[0]] != p.first[report.cue[0]]:
            last = report
    within = bytearray(len(p.keys))  # 1 for each token of a content
    found: list[Claim] = []
    taken: list[tuple[Range, Range]] = []  # a claim's cue and content
    told = 0  # the token after the last claim and all that belongs to it
    for report in met:
        if (
            report.frame in ("before", "behind")
            and taken
            and p.first[taken[-1][0][0]] == p.first[report.cue[0]]
        ):
            if not sources.acts(p, told, report.cue[0]) or according.another(p, told, report.cue[0]):
                found[-1] = assembly.by_another(p, report, found[-1], state, known)
                state = state._replace(last=found[-1])
                continue
            report = report._replace(start=told)
        if report.frame == "question" and report.end is not None and not within[report.start]:
            report = report._replace(end=content.before(within, report.start, report.end))
        inner = bool(taken) and _of_somebody_else(p, report, _by_cue(met, taken[-1][0]))
        bounds = None if inner or within[report.cue[0]] else content.extent(p, report, resumptions)
        if bounds is None or within.find(1, *bounds[0]) >= 0:
            continue
        bounds = assembly.without_today(p, report, bounds[0]), bounds[1]
        same = bool(taken) and p.first[taken[-1][0][0]] == p.first[report.cue[0]]
        claim, state = assembly.claim(p, report, bounds[0], same, state, known)
        claim = msgspec.structs.replace(claim, kind=bounds[1])
        state = state._replace(last=claim, actor=None)
        taken.append((report.cue, bounds[0]))
        told = max(report.cue[1], bounds[0][1], report.source[1] if report.source else 0)
        within[slice(*bounds[0])] = bytes([1]) * (bounds[0][1] - bounds[0][0])
        found.append(claim)
        if same and len(found) > 1 and found[-2].speaker == claim.speaker and not found[-2].via:
            found[-2] = msgspec.structs.replace(found[-2], via=claim.via)
    for report in nominals.find(p):
        bounds = None if within[report.cue[0]] else content.extent(p, report, resumptions)
        if bounds is not None and within.find(1, *bounds[0]) < 0:
            claim, _ = assembly.claim(p, report, bounds[0], False, state, known)
            found.append(msgspec.structs.replace(claim, kind=bounds[1]))
            within[slice(*bounds[0])] = bytes([1]) * (bounds[0][1] - bounds[0][0])
    for quote in quotations.loose(p, within):
        claim, state = assembly.claim(p, quote, (quote.start, quote.end or quote.start), False, state, known)
        found.append(msgspec.structs.replace(claim, kind="direct"))
    bodies = (*state.memory.bodies, *speakers.bodies(p, known))[-40:]
    memory = state.memory._replace(bodies=bodies)
    return found, state._replace(memory=memory, actor=assembly.actor(p, taken, memory, known) or state.actor)


def _told_through(p: Passage, met: list[Report], known: dict[str, Entity]) -> Iterator[Report]:
    """The reports without «وحسب رويترز، قالت الوزارة إن»: there the ministry speaks, through the agency."""
    cued = {r.cue[0] for r in met if r.form is not None and r.source is not None and r.source[0] > r.cue[0]}
    relayed = {r.cue for r in met if r.relay is not None}
    through: dict[int, Range | None] = {}
    for report in met:
        if report.frame == "according" and report.start in cued:
            source = report.source
            medium = source is not None and channels.is_medium(p, source, known)
            through[report.start] = source if medium else None
    for report in met:
        if report.cue[0] in through and report.relay is None:
            yield report._replace(relay=through[report.cue[0]])
            continue
        replaced = report.relay is None and report.cue in relayed
        if not replaced and not (report.frame == "according" and report.start in through):
            yield report


def _met(p: Passage, known: dict[str, Entity]) -> list[Report]:
    """The reports of a paragraph by their cues; two cues on one content are one."""
    behind = trailing.find(p)
    cued = {report.cue[0] for report in behind}
    met = [
        *behind,
        *(report for report in verbs.find(p) if report.cue[0] not in cued),
        *masdars.find(p),
        *charges.find(p),
        *according.find(p),
        *relays.find(p),
        *questions.find(p),
    ]
    if p.block.zone in ("headline", "subhead"):
        met += headlines.find(p)
    met = [*_told_through(p, met, known)]
    kept: list[Report] = []
    starts: dict[int, int] = {}  # where a content starts, its first report
    for report in sorted(met, key=lambda r: (r.cue, r.start)):
        same = starts.setdefault(report.start, len(kept))
        if same == len(kept) or {"before", "behind"} & {report.frame, kept[same].frame}:
            kept.append(report)
        elif report.frame not in ("rumour", "headline") and report.form is None:
            kept[same] = report._replace(relay=report.relay or kept[same].source)
    aside = bytearray(len(p.keys))
    for report in kept:
        if report.asides:
            start, end = report.asides
            aside[start:end] = bytes([1]) * max(0, end - start)
    return [r for r in kept if r.form is None or not aside[r.cue[0]]]


def _resumption(p: Passage, report: Report) -> int:
    """The token at which the reporter's words begin that hold a report."""
    if report.source is not None and report.source[0] < report.cue[0] and report.form is not None:
        return report.source[0]
    at = report.cue[0]
    if report.form is not None and report.form.tense == "participle" and p.keys[at - 1] not in COMMAS:
        return next((k for k in range(at - 1, max(p.first[at], at - 10), -1) if _acts(p, k)), at)
    if report.form is not None and report.form.tense == "noun":
        while at > p.first[at] and p.keys[at - 1] in cues.listed("governing"):
            at -= 1
    return at


def _of_the_told(p: Passage, report: Report, before: Report) -> bool:
    """Whether «لكنه» is whom the content before is about: «أكد أن فلانا وافق لكنه أبدى قلقه»."""
    if report.frame != "noun" or before.frame != "that" or report.source is not None:
        return False
    at = report.cue[0]
    about = p.person(before.start) or p.is_role(before.start)
    return about and p.keys[at - 1] in cues.listed("but_he") and p.first[at] <= before.start


def _by_cue(met: list[Report], cue: Range) -> Report:
    return next(report for report in met if report.cue == cue)


def _of_somebody_else(p: Passage, report: Report, before: Report) -> bool:
    """Whether a joined verb is not of who spoke before in its sentence, as its gender shows.

    In «قالت الشرطة إن المهاجم هدد الرهائن وطالب بفدية» the attacker demanded, as the police say.
    """
    if p.first[before.cue[0]] != p.first[report.cue[0]] or report.source is not None:
        return False
    first, form = before.form, report.form
    if first is None or form is None or before.source is None or report.frame not in ("that", "noun"):
        return False
    finite = first.tense in ("past", "present") and form.tense in ("past", "present")
    goes_on = joined(p.keys[report.cue[0]], form) or pronominal(p, report.cue[0])
    return finite and first.feminine != form.feminine and goes_on


def _acts(p: Passage, at: int) -> bool:
    """Whether the reporter's clause begins with a verb here: «، كما دافع عن نفسه قائلا»."""
    joined_ = p.keys[at - 1] in cues.listed("joint") or p.keys[at - 1] in COMMAS or conjoined(p.keys[at])
    return joined_ and verb(p.keys[at]) and p.names[at] is None and not verbal_noun(p.keys[at])


def _resumes(p: Passage, report: Report) -> bool:
    """Whether a report met within a sentence is the reporter's, and ends the content before it."""
    if report.frame == "charge":
        return False
    at = _resumption(p, report)
    if report.form is not None and report.form.tense == "noun":
        return at < report.cue[0]
    if report.form is None:
        return report.frame not in ("headline", "inside")
    if report.form.tense == "participle" or at == p.first[at]:
        return True
    if p.keys[at - 1] in cues.listed("joint") or p.phrase(at - 2, "after_clauses") == 2:
        return True
    if p.phrase(at - 3, "after_clauses") == 3:
        return True
    return at == report.cue[0] and joined(p.keys[at], report.form)
