"""Who the persons of an article are: full names, their parts, their spellings and scripts, made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.resolve.index import Index
from musnad.annotate.names.resolve.spelling import alike, is_latin, same_words, sound, words
from musnad.annotate.names.tables import listed
from musnad.model import Mention

Known = tuple[Mention, tuple[str, ...]]  # a name and the ids of what records and gazetteer know by it
_PATRONYMIC = (
    3  # words from which on the beginning of a name is a full name: «محمد بن سلمان» of «… بن عبد العزيز»
)


class Person(NamedTuple):
    """A person an article names in full: by which words, first and last at which offsets, under which id."""

    id: str
    names: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]

    def joined(self, mention: Mention, name: tuple[str, ...]) -> Person:
        """The person with one more mention."""
        return Person(
            self.id, (*self.names, name), (*self.texts, mention.text), (*self.starts, mention.start)
        )


def people(mentions: Sequence[Known], index: Index) -> dict[Mention, tuple[str, ...]]:
    """The ids each person's name may stand for, the likeliest first; names as they follow in the text."""
    persons = _in_full(mentions, index)
    found: dict[Mention, tuple[str, ...]] = {}
    for mention, ids in mentions:
        name = words(mention.text)
        named = [person for person in persons if mention.start in person.starts]
        if named:
            found[mention] = (named[0].id,)
        elif len(ids) > 1 or any(id_ in index.records for id_ in ids):
            found[mention] = _met(ids, persons) or ids
        else:
            found[mention] = _in_short(mention, name, ids, persons, index)
    return found


def is_full(name: Sequence[str]) -> bool:
    """Whether words name a person in full: «بن سلمان» and «أبو الغيط» are parts of names."""
    if not name:
        return False
    particles = listed("name_particles.txt")
    return len([word for word in name if word not in particles]) > 1 and name[0] not in particles - {"عبد"}


def _in_full(mentions: Iterable[Known], index: Index) -> list[Person]:
    """The persons named in full, in the order of their first mention."""
    persons: list[Person] = []
    for mention, ids in sorted(mentions, key=lambda known: (-len(words(known[0].text)), known[0].start)):
        name = words(mention.text)
        if not is_full(name) or len(ids) > 1:
            continue
        fits = [at for at, person in enumerate(persons) if _same(person, mention, name, ids, index)]
        if len(fits) == 1 or (fits and ids):
            persons[fits[0]] = persons[fits[0]].joined(mention, name)
        else:
            own = (
                made_id(" ".join(name), "person")
                if not is_latin(mention.text)
                else made_id(mention.text, "person")
            )
            id_ = ids[0] if ids else _by_spelling(name, mention, index) or own
            fits = [at for at, person in enumerate(persons) if person.id == id_]
            if fits:
                persons[fits[0]] = persons[fits[0]].joined(mention, name)
            else:
                persons.append(Person(id_, (name,), (mention.text,), (mention.start,)))
    return sorted((_named(person, index) for person in persons), key=lambda person: min(person.starts))


def _same(person: Person, mention: Mention, name: tuple[str, ...], ids: Sequence[str], index: Index) -> bool:
    """Whether a full name is another form of a person's; of two known persons never."""
    if ids and (person.id in index.entities):
        return person.id == ids[0]
    if index.joined.apart and index.apart(person.id, ids[0] if ids else made_id(mention.text, "person")):
        return False
    for other, text in zip(person.names, person.texts, strict=True):
        if is_latin(text) != is_latin(mention.text):
            if sound(text) and sound(text) == sound(mention.text):
                return True
        elif same_words(other, name) or contains(other, name):
            return True
    return False


def contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a full name leaves out words of a longer one: «جواد ظريف», «محمد الحوثي», «محمد بن سلمان»."""
    if not 1 < len(shorter) < len(longer):
        return False
    rest = iter(longer)
    if not all(any(alike(word, other) for other in rest) for word in shorter):
        return False
    begins, ends = alike(longer[0], shorter[0]), alike(longer[-1], shorter[-1])
    return ends or (begins and len(shorter) >= _PATRONYMIC)


def _by_spelling(name: tuple[str, ...], mention: Mention, index: Index) -> str | None:
    """The one known person of whose name this is another spelling, or the same in the other script."""
    heard = sound(mention.text)
    fits = []
    for id_ in index.sounds.get(heard, ()):
        entity = index.entities[id_]
        latin = is_latin(mention.text)
        same = latin or any(same_words(words(each), name) for each in (entity.name_ar, *entity.aliases))
        if same and not index.apart(id_, made_id(mention.text, "person")):
            fits.append(id_)
    return fits[0] if len(fits) == 1 else None


def _named(person: Person, index: Index) -> Person:
    """A person no record knows, under the id of the form met most often, the longest, the first."""
    if person.id in index.entities:
        return person
    forms = [name for name, text in zip(person.names, person.texts, strict=True) if not is_latin(text)]
    if not forms:
        return person
    usual = min(dict.fromkeys(forms), key=lambda name: (-forms.count(name), -len(name), name))
    return person._replace(id=made_id(" ".join(usual), "person"))


def _met(ids: Iterable[str], persons: Iterable[Person]) -> tuple[str, ...]:
    """Those of some known persons that the article names in full."""
    named = {person.id for person in persons}
    return tuple(id_ for id_ in ids if id_ in named)


def _in_short(
    mention: Mention, name: tuple[str, ...], ids: tuple[str, ...], persons: Sequence[Person], index: Index
) -> tuple[str, ...]:
    """Whom a part of a name stands for: somebody named in full before, then after; then who is known so."""
    if met := _met(ids, persons):
        return met
    own = made_id(" ".join(name) or mention.text, "person")
    for part in (_family, _given):
        fits = [p for p in persons if part(p, name) and not index.apart(p.id, own)]
        if fits:
            before = [(start, p.id) for p in fits for start in p.starts if start < mention.start]
            return (max(before)[1] if before else fits[0].id,)
    if ids:
        return ids
    known = index.families.get(name[0], ()) if len(name) == 1 else ()
    return tuple(id_ for id_ in known if not index.apart(id_, own)) or (own,)


def _family(person: Person, name: tuple[str, ...]) -> bool:
    """Whether words are the end of a person's name: the family name, with its particle."""
    return any(len(n) > len(name) > 0 and same_words(n[-len(name) :], name) for n in person.names)


def _given(person: Person, name: tuple[str, ...]) -> bool:
    """Whether words are the beginning of a person's name, or a family name inside it («بن سلمان»)."""
    return any(_starts(n, name) for n in person.names)


def _starts(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    inside: Iterator[int] = iter(range(len(full) - len(name) + 1))
    first = len(name) == 1
    return any(same_words(full[at : at + len(name)], name) for at in inside if not (first and at))
