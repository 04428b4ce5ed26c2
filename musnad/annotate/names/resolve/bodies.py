"""Which bodies an article names: one for «الجيش العراقي» and «جيش العراق», a ministry and its short form."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.resolve.index import Index
from musnad.annotate.names.resolve.people import Known
from musnad.annotate.names.resolve.spelling import is_latin, same_words, skeletons, sound, words
from musnad.annotate.names.tables import listed
from musnad.arabic.fold import fold
from musnad.model import Mention, NameType

_KINDS: tuple[NameType, ...] = ("group", "place")
_MINISTRY = fold("وزارة")
_SHORT = 4  # letters of a word that is left as it is


class Body(NamedTuple):
    """A body as it is named: its words, those that are no country without articles, countries, ids."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    countries: frozenset[str]
    ids: tuple[str, ...]


Met = dict[Body, list[int]]  # bodies as they are named -> the offsets of their mentions, rising


def bodies(found: Sequence[Known], index: Index) -> dict[Mention, tuple[str, ...]]:
    """The ids each body's name may stand for."""
    named = [_body(name.text, ids, index) for name, ids in found]
    near: dict[tuple[str, ...], Met] = defaultdict(lambda: defaultdict(list))
    for (name, _), body in zip(found, named, strict=True):
        near[_key(body)][body].append(name.start)
    same = {body: {o: met[o] for o in met if _same(body, o, index)} for met in near.values() for body in met}
    heard = _sounds(found)
    ids: dict[Mention, tuple[str, ...]] = {}
    for (name, known), body in zip(found, named, strict=True):
        if not known:
            known = heard.get(sound(name.text), ()) if is_latin(name.text) else ()
        if not known:
            whole = _fullest(body, name.start, same[body])
            own = made_id(" ".join(whole.words) or name.text, "organization")
            known = whole.ids or (own,)
        ids[name] = known
    return ids


def _key(body: Body) -> tuple[str, ...]:
    """What all names have in common that may be of one body."""
    return skeletons(body.core[:2])


def _body(name: str, ids: tuple[str, ...], index: Index) -> Body:
    row = words(name)
    if row and row[0] in listed("ministries.txt"):
        row = (_MINISTRY, *row)
    core: list[str] = []
    countries: set[str] = set()
    at = 0
    while at < len(row):
        country, length = _country(row, at, index)
        if country and at:
            countries.add(country)
        else:
            core += [_bare(word, first=not core) for word in row[at : at + length]]
        at += length
    return Body(row, tuple(core), frozenset(countries), ids)


def _country(row: tuple[str, ...], at: int, index: Index) -> tuple[str | None, int]:
    """The country or people that a word, or it and the next, stands for, and how many words they are."""
    for length in (2, 1):
        phrase = " ".join(row[at : at + length])
        for kind in _KINDS if at + length <= len(row) else ():
            for id_ in index.named(phrase, kind):
                return index.entities[id_].country or id_, length
    return None, 1


def _bare(word: str, *, first: bool) -> str:
    """A word without the article, one inside a name without ل too («لعلوم», «علوم»)."""
    if len(word) <= _SHORT:
        return word
    return word.removeprefix("ال") if first else word.removeprefix("لل").removeprefix("ال").removeprefix("ل")


def _fullest(body: Body, start: int, same: Met) -> Body:
    """The fullest of the `same` forms under which an article names a body: one that says its country.

    A form without a country stands for the nearest before it that has one, else the first after.
    """
    if not body.countries and (with_country := [other for other in same if other.countries]):
        before = [(same[o][at - 1], o) for o in with_country if (at := bisect_left(same[o], start))]
        _, nearest = max(before, key=itemgetter(0)) if before else min((same[o][0], o) for o in with_country)
        same = {other: starts for other, starts in same.items() if other.countries == nearest.countries}
    return min(same, key=lambda o: (not o.ids, not o.countries, -len(same[o]), -len(o.words), o.words))


def _same(one: Body, other: Body, index: Index) -> bool:
    """Whether two names may be of one body: the same words, and no two different countries."""
    if one.words == other.words:
        return True
    shorter = min(len(one.core), len(other.core))
    unknown = not (one.ids or other.ids) and shorter > 1
    if not same_words(one.core, other.core) and not (
        unknown and (_begins(one, other) or _begins(other, one))
    ):
        return False
    if shorter + len(one.countries) < 2:
        return False
    if any(index.apart(made_id(" ".join(one.words), "organization"), id_) for id_ in other.ids):
        return False
    return one.countries == other.countries or not one.countries or not other.countries


def _begins(short: Body, whole: Body) -> bool:
    """Whether one name is the beginning of the other: «مؤسسة الحج» of «مؤسسة الحج والزيارة»."""
    return short.core == whole.core[: len(short.core)] and short.countries <= whole.countries


def _sounds(found: Iterable[Known]) -> dict[str, tuple[str, ...]]:
    """The sounds of known bodies' Arabic names in an article -> their ids, those of the first named."""
    heard: dict[str, tuple[str, ...]] = {}
    for name, ids in found:
        if ids and not is_latin(name.text) and (own := sound(name.text)):
            heard.setdefault(own, ids)
    return heard
