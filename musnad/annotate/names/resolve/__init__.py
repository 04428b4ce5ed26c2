"""Which entity each name refers to: one for all forms under which an article names the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import cast

import msgspec

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.resolve import context as resolve_context
from musnad.annotate.names.resolve.bodies import bodies
from musnad.annotate.names.resolve.index import Index, index
from musnad.annotate.names.resolve.people import Known, people
from musnad.annotate.names.resolve.spelling import is_latin, same_words, skeletons, words
from musnad.model import Article, Entity, Mention, NameType

# The rules whose entity the text or its metadata tells.
_GIVEN = ("names:alias", "names:source", "names:author")


def resolve(article: Article, entities: tuple[Entity, ...], names: Sequence[Mention]) -> list[Mention]:
    """The names of an article, each with its entity.

    `entities` are the authority records. Where more than one entity fits and nothing in the article tells,
    the likeliest is taken and all stand in `candidates`. The same names give the same entities in any order.
    """
    known = index(entities)
    found = [(name, _known(name, known)) for name in sorted(names, key=lambda name: (name.start, name.end))]
    here = resolve_context.setting(article, found, known)
    ids = {**people([each for each in found if each[0].type == "person"], known)}
    ids |= bodies([each for each in found if each[0].type == "organization"], known)
    ids |= _others([each for each in found if each[0].type not in ("person", "organization")])
    return [_settled(name, ids[name], here, known) for name in names]


def _known(name: Mention, known: Index) -> tuple[str, ...]:
    """The ids of what records and gazetteer know by a name; nothing where they do not."""
    adopted = known.joined.adopted
    own = adopted.get(name.entity or "", name.entity)
    if name.by.split("@")[0] in _GIVEN:
        return (own,) if own in known.entities else ()
    ids = known.named(name.text, cast("NameType", name.type))
    made = adopted.get(made_id(" ".join(words(name.text)), name.type))
    if made in known.entities:
        ids = tuple(dict.fromkeys((made, *ids)))
    if ids and ids[0] in known.records:  # records beat the gazetteer
        return tuple(id_ for id_ in ids if id_ in known.records)
    return ids or ((own,) if own in known.entities else ())


def _others(found: Sequence[Known]) -> dict[Mention, tuple[str, ...]]:
    """Places, groups and events: what is known, else one for all spellings, under the commonest."""
    ids: dict[Mention, tuple[str, ...]] = {}
    forms = Counter((name.type, words(name.text)) for name, known in found if not known)
    usual: dict[tuple[str, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for kind, own in sorted(forms, key=lambda form: (-forms[form], form)):
        usual[kind, skeletons(own)].append(own)
    for name, known in found:
        own = words(name.text)
        if not known:
            own = next(w for w in usual[name.type, skeletons(own)] if w == own or _respelled(w, own, name))
        ids[name] = known or (made_id(" ".join(own) or name.text, name.type),)
    return ids


def _respelled(one: tuple[str, ...], other: tuple[str, ...], name: Mention) -> bool:
    return name.type == "place" and not is_latin(name.text) and same_words(one, other)


def _settled(name: Mention, ids: tuple[str, ...], here: resolve_context.Setting, known: Index) -> Mention:
    """A name with the entity that its context chooses."""
    entity, candidates = ids[0], tuple[str, ...]()
    if len(ids) > 1:
        entity, is_open = resolve_context.best(name, ids, here, known)
        candidates = ids if is_open else ()
    return msgspec.structs.replace(name, entity=entity, candidates=candidates)
