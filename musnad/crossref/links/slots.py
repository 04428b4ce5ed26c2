"""An article's claims as linking needs them: who says, of what, how far it has come, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from musnad import edtf
from musnad.arabic.lemmas import lemma
from musnad.crossref.counts import TOLLS, Counted
from musnad.crossref.links.attitudes import asides, blames, hearsay, rejects, stance
from musnad.crossref.links.speakers import camps, officials, roles, speaker
from musnad.crossref.links.states import State, acts, blamed, negated, states
from musnad.crossref.links.terms import NAME, Term, terms, weight
from musnad.crossref.words import tokens_of
from musnad.model import Annotations, Article, Claim, Mention, Value

_LIKELY = 0.5  # score of marks that are more often right than wrong
_ABOUT = 16  # terms that an article is known by
_FIGURES = 24  # of a claim, the first, that are compared with others': more is a table
_OPENING = 6  # words that tell whether a content is of what others say
_STANCE = 3  # words in which a content tells whether it is for something
_REJECTED = 8  # words in which it tells that what others say is baseless
_ANSWER = 3  # words of an answer that says nothing without its question
_FATAL = frozenset(("وفاه", "اودي"))  # «عدد الوفيات بلغ 18 شخصا», «أودت بحياة 33 شخصا»
_NO = frozenset(("لا", "كلا"))


class Figure(Value, frozen=True):
    """A figure of a claim: what it counts, and the text's words for it."""

    counted: Counted
    words: str


class Slots(Value, frozen=True):
    """What a claim says, taken apart.

    `terms` are those of its content, each once, joined by spaces; `words` the text's own for each, joined by
    line feeds. `denied` are the terms a negation stands before. `speaker` is «@» and an entity's id, the
    lemmas of a role, or empty; `person` says that it is somebody with a name; `camp` are the ids of those he
    speaks for, `role` the words that his article calls him by beside his name. `asides` are the terms that
    only say of which event the content is, `stance` whether it is for or against it; it `rejects` what others
    say, `blames` where it begins with who is behind an act, not with the act. `day` is the ISO day of the
    saying, or of the article; empty where neither is known.
    """

    claim: str
    speaker: str
    name: str
    person: bool
    camp: tuple[str, ...]
    day: str
    modality: str
    terms: str
    words: str
    denied: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    figures: tuple[Figure, ...] = ()
    blamed: tuple[str, ...] = ()
    blame: str = ""
    acts: tuple[str, ...] = ()
    hearsay: bool = False
    asides: tuple[str, ...] = ()
    stance: str = ""
    rejects: bool = False
    blames: bool = False
    role: tuple[str, ...] = ()


class Reading(Value, frozen=True):
    """An article's claims, and the terms that tell which event it is about, the most telling first.

    `bodies` are the organizations it names, by id, each as it first does; `officials` the people it names
    with an office and a country («الرئيس السوري بشار الأسد»), each with that country's or people's id.
    """

    article: str
    day: str
    about: tuple[str, ...]
    claims: tuple[Slots, ...]
    bodies: dict[str, str]
    officials: dict[str, str]


def read(article: Article, own: Annotations, counted: Iterable[Counted]) -> Reading:
    """The claims of an article, from what was found in it and what its figures count.

    Of a name that is met once, and its mark rather wrong, the word is compared.
    """
    often = Counter(m.entity for m in own.mentions)
    names = [m for m in own.mentions if m.entity and (m.score >= _LIKELY or often[m.entity] > 1)]
    published = edtf.single_day(article.date_published)
    day = published.isoformat() if published else ""
    people = {m.entity for m in names if m.type == "person"}
    sides = camps(article, own.claims, names)
    called = roles(own.claims, names)
    figures = _figures(article, own, counted)
    found: list[Slots] = []
    asked: Slots | None = None
    for index, claim in enumerate(own.claims):
        slots = _slots(article.text, claim, names, day, people, sides, called, tuple(figures[index]))
        if claim.modality == "ask":
            asked = slots
        elif claim.modality == "answer" and asked is not None and len(slots.terms.split()) <= _ANSWER:
            slots = _answered(slots, asked)
        found.append(slots)
    bodies: dict[str, str] = {}
    for mention in names:
        if mention.type == "organization" and mention.entity:
            bodies.setdefault(mention.entity, mention.text)
    return Reading(article.id, day, _about(article, names), tuple(found), bodies, officials(article, names))


def _slots(
    text: str,
    claim: Claim,
    names: Sequence[Mention],
    day: str,
    people: set[str | None],
    sides: Mapping[str, tuple[str, ...]],
    called: Mapping[str, tuple[str, ...]],
    figures: tuple[Figure, ...],
) -> Slots:
    content = claim.content
    inside = [m for m in names if content.start <= m.start < content.end]
    found = terms(content.text, content.start, inside)
    said = edtf.single_day(claim.said)
    first: dict[str, Term] = {}
    for term in found:
        first.setdefault(term.term, term)
    who = speaker(claim)
    held = blamed(found)
    return Slots(
        claim=claim.id,
        speaker=who,
        name=claim.speaker.name or "",
        person=claim.speaker.entity in people,
        camp=sides[who],
        day=said.isoformat() if said else day,
        modality=claim.modality,
        terms=" ".join(first),
        words="\n".join(term.words for term in first.values()),
        denied=negated(found),
        states=states(found, text),
        figures=figures,
        blamed=tuple(t.term for t in held),
        blame=" … ".join(t.words for t in held),
        acts=acts(found),
        hearsay=hearsay(found[:_OPENING]),
        asides=asides(found, text),
        stance=stance(claim.cue.text if claim.cue else "", found[:_STANCE]),
        rejects=rejects(claim.modality, found[:_REJECTED]),
        blames=blames(found[:_STANCE]),
        role=called[who],
    )


def _answered(answer: Slots, asked: Slots) -> Slots:
    """A bare answer with what it answers; «لا» denies it."""
    return msgspec.structs.replace(
        answer,
        modality="deny" if _NO.intersection(answer.terms.split()) else answer.modality,
        terms=asked.terms,
        words=asked.words,
        denied=asked.denied,
        states=asked.states,
        blamed=asked.blamed,
        blame=asked.blame,
        acts=asked.acts,
    )


def _figures(article: Article, own: Annotations, counted: Iterable[Counted]) -> dict[int, list[Figure]]:
    """The figures of each claim by its index; the one of people in a claim of deaths counts the dead."""
    found: dict[int, list[Figure]] = defaultdict(list)
    for one in counted:
        if one.claim is not None and len(found[one.claim]) < _FIGURES:
            text = article.text[own.mentions[one.mention].start : own.mentions[one.last].end]
            found[one.claim].append(Figure(one, text))
    for figures in found.values():
        people = [place for place, each in enumerate(figures) if each.counted.kind == "people"]
        tolls = any(each.counted.kind in TOLLS for each in figures)
        if len(people) == 1 and not tolls and not _FATAL.isdisjoint(figures[people[0]].counted.words):
            of = figures[people[0]]
            figures[people[0]] = Figure(msgspec.structs.replace(of.counted, kind="dead"), of.words)
    return found


def _about(article: Article, names: Iterable[Mention]) -> tuple[str, ...]:
    """The names and rare words an article keeps coming back to."""
    counted: Counter[str] = Counter(NAME + str(m.entity) for m in names)
    told = {name: number * 4.0 for name, number in counted.items()}
    words: Counter[str] = Counter()
    for token in tokens_of(article.text):
        if token.kind == "word":
            words[lemma(token.text)] += 1
    told |= {word: number * rare for word, number in words.items() if (rare := weight(word)) > 3}
    return tuple(sorted(told, key=lambda term: (-told[term], term))[:_ABOUT])
