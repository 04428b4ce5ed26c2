"""The channel chain of a claim: platform, agency, outlet and republisher between speaker and article."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.annotate.claims import cues
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import noun_phrase
from musnad.annotate.claims.sources import Range
from musnad.annotate.knowledge import MADE, for_records
from musnad.annotate.names.gazetteer.joined import joined
from musnad.arabic.fold import fold
from musnad.model import Article, Entity, Mention, Voice

_ASKED = 30  # tokens from a question to the cue of its answer


@for_records
def known_with(entities: tuple[Entity, ...]) -> dict[str, Entity]:
    """The authority records by id, and after them the media that everybody knows.

    A record that went into another is found under its own id too.
    """
    together = joined(entities)
    known = {entity.id: entity for entity in together.all() if entity.role or not entity.id.startswith(MADE)}
    return {**known, **{other: known[id_] for other, id_ in together.adopted.items() if id_ in known}}


def of_report(
    p: Passage, asides: Range | None, source: Range | None, known: dict[str, Entity]
) -> tuple[Voice, ...]:
    """The channels named beside a report: «عبر تويتر», «في تغريدة», «لوكالة رويترز», «نقلتها وكالة …»."""
    if asides is None:
        return ()
    found: list[Voice] = []
    at = asides[0]
    while at < asides[1]:
        inside = source is not None and source[0] <= at < source[1]
        name = p.names[at]
        if name is not None:
            if name.type == "organization" and (_unnamed_by(p, at) if inside else _carries(p, at, known)):
                found.append(voice(name, known))
            at = p.through[at]
            continue
        platform = cues.platforms().get(p.keys[at])
        if not inside and platform is not None:
            found.append(by_name(platform, known))
        elif not inside and _to_medium(p.keys[at]):
            end = noun_phrase(p, at, asides[1])
            if end > at + 1 and not any(p.names[at:end]):
                words = p.text[p.tokens[at].start + 1 : p.tokens[end - 1].end]
                found.append(Voice(None, " ".join(words.split())))
        at += 1
    return distinct(found)


def of_asker(p: Passage, cue: int, known: dict[str, Entity]) -> tuple[Voice, ...]:
    """The outlet whose question is answered: «ردا على سؤال لوكالة رويترز، قال الوزير»."""
    first = max(p.first[cue], cue - _ASKED)
    at = next((k for k in range(first, cue) if p.keys[k] in cues.listed("question")), None)
    if at is None:
        return ()
    near = (p.names[k] for k in range(at + 1, min(at + 5, cue)))
    media = (known.get(n.entity or "") for n in near if n is not None and n.type == "organization")
    return tuple(Voice(entity.id, entity.name_ar) for entity in media if entity is not None and entity.role)


def _unnamed_by(p: Passage, at: int) -> bool:
    """Whether the name is of who kept a source nameless: «المسؤول الذي لم تسمه وكالة رويترز»."""
    return any(p.keys[k] in cues.listed("naming") for k in range(max(0, at - 3), at))


def _to_medium(key: str) -> bool:
    """Whether a folded word is ل with a kind of medium: «لوكالة», «لصحيفة»."""
    return key[:1] == "ل" and key[1:] in cues.listed("media")


def _carries(p: Passage, at: int, known: dict[str, Entity]) -> bool:
    """Whether a name is an outlet, agency or platform that the words before it make a channel."""
    name = p.names[at]
    assert name is not None
    entity = known.get(name.entity or "")
    if entity is not None and entity.role == "platform":
        return True
    begin = at
    media, carriers = cues.listed("media"), cues.listed("carriers")
    while begin and (p.keys[begin - 1] in media | carriers or p.keys[begin - 1] in "\"«“”'"):
        begin -= 1
    lead = p.keys[begin - 1] if begin else ""
    if _to_medium(lead):
        return True
    medium = (entity is not None and entity.role is not None) or bool(media & set(p.keys[begin:at]))
    glued = p.tokens[at].start < name.start and p.tokens[at].text.startswith("ل")
    return medium and (glued or lead in cues.listed("through"))


def is_medium(p: Passage, source: Range, known: dict[str, Entity]) -> bool:
    """Whether a source is an agency, outlet or platform, by its record or the word before its name."""
    for name in p.names[source[0] : source[1]]:
        entity = known.get(name.entity or "") if name is not None else None
        if entity is not None and entity.role is not None:
            return True
    return bool({p.keys[source[0]], p.keys[source[0]].removeprefix("ل")} & cues.listed("media"))


def voice(name: Mention, known: dict[str, Entity]) -> Voice:
    """The voice a name mention stands for."""
    entity = known.get(name.entity or "")
    return Voice(name.entity, entity.name_ar if entity else name.text)


def by_name(text: str, known: dict[str, Entity]) -> Voice:
    """The voice of an authority id, or of a name in words, in Arabic or Latin letters."""
    if text in known:
        return Voice(text, known[text].name_ar)
    key = fold(text)
    for entity in known.values():
        if any(fold(name) == key for name in _names(entity)):
            return Voice(entity.id, entity.name_ar)
    return Voice(None, text)


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(name for name in (entity.name_ar, entity.name_en, *entity.aliases) if name)


@for_records
def _outlets(entities: tuple[Entity, ...]) -> tuple[tuple[frozenset[str], Entity], ...]:
    """The outlets known, with what their names are made of."""
    media = (entity for entity in known_with(entities).values() if entity.role in ("outlet", "agency"))
    return tuple((frozenset(map(_bones, _names(entity))), entity) for entity in media)


def publisher(outlet: str | None, entities: tuple[Entity, ...]) -> str | None:
    """The entity that an article's own outlet is, also where its name is written in other Latin letters."""
    if not outlet:
        return None
    key, bones = fold(outlet), _bones(outlet)
    alike = None
    for made, entity in _outlets(entities):
        if entity.id == outlet or key in {fold(name) for name in _names(entity)}:
            return entity.id
        if len(bones) > 2 and any(name.startswith(bones) for name in made):
            alike = alike or entity.id
    return alike


def _bones(name: str) -> str:
    """A name's Latin consonants and figures: «Al Arabiya» and «alarabia» have the same."""
    return "".join(c for c in name.lower() if c.isascii() and c.isalnum() and c not in "aeiouy")


def of_article(article: Article, mentions: Iterable[Mention], known: dict[str, Entity]) -> tuple[Voice, ...]:
    """The channels of every claim of an article: agencies of its dateline or credit line, then its credit.

    An agency that the article only quotes somewhere is on the claims it carried, not on all.
    """
    found: list[Voice] = []
    zones = [b for b in article.blocks if b.zone in ("dateline", "credit", "byline") and b.post is None]
    named = {m.entity for m in mentions for b in zones if b.start <= m.start and m.end <= b.end}
    words = " ".join(fold(article.text[b.start : b.end]) for b in zones)
    for agency in article.agencies:
        carrier = by_name(agency, known)
        entity = known.get(carrier.entity or "")
        names = _names(entity) if entity else (agency,)
        if carrier.entity in named - {None} or any(fold(name) in words for name in names):
            found.append(carrier)
    if article.credit:
        found.append(by_name(article.credit, known))
    return distinct(found)


def distinct(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """The voices in order, each once."""
    seen: dict[str, Voice] = {}
    for one in voices:
        seen.setdefault(one.entity or fold(one.name or ""), one)
    return tuple(seen.values())
