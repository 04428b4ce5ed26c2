"""Who the persons of an article are: full names, their parts, their spellings and scripts, made one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.resolve.index import Index
from musnad.annotate.names.resolve.spelling import alike, is_latin, same_words, skeleton, sound, words
from musnad.annotate.names.tables import listed
from musnad.model import Mention

Known = tuple[Mention, tuple[str, ...]]  # a name and the ids of what records and gazetteer know by it
# Words from which on the beginning of a name is a full name: «محمد بن سلمان» of «… بن عبد العزيز».
_PATRONYMIC = 3


class Form(NamedTuple):
    """A form of a name in an article: its words, its letters, what is known by it, the mentions in order."""

    words: tuple[str, ...]
    text: str
    ids: tuple[str, ...]
    mentions: tuple[Mention, ...]


class Person(NamedTuple):
    """A person an article names in full: in which forms, at which offsets (rising), under which id."""

    id: str
    forms: tuple[Form, ...]
    starts: tuple[int, ...] = ()


def people(mentions: Sequence[Known], index: Index) -> dict[Mention, tuple[str, ...]]:
    """The ids each person's name may stand for, the likeliest first; names as they follow in the text."""
    forms = _forms(mentions)
    persons = _in_full(forms, index)
    named = {person.id for person in persons}
    full = {form: (person.id,) for person in persons for form in person.forms}
    partly: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for part in dict.fromkeys(skeleton(word) for form in person.forms for word in form.words):
            partly[part].append(person)
    found: dict[Mention, tuple[str, ...]] = {}
    for form in forms:
        if ids := full.get(form):
            found.update(dict.fromkeys(form.mentions, ids))
        elif len(form.ids) > 1 or any(id_ in index.records for id_ in form.ids):
            found.update(dict.fromkeys(form.mentions, _met(form.ids, named) or form.ids))
        else:
            some = partly.get(skeleton(form.words[0]), ()) if form.words else persons
            found.update(_in_short(form, some, named, index))
    return found


def _forms(mentions: Iterable[Known]) -> list[Form]:
    """The forms of names, in the order of their first mention."""
    found: dict[tuple[str, tuple[str, ...]], list[Mention]] = defaultdict(list)
    for mention, ids in mentions:
        found[mention.text, ids].append(mention)
    return [Form(words(text), text, ids, tuple(those)) for (text, ids), those in found.items()]


def is_full(name: Sequence[str]) -> bool:
    """Whether words name a person in full: «بن سلمان» and «أبو الغيط» are parts of names."""
    if not name:
        return False
    particles = listed("name_particles.txt")
    return len([word for word in name if word not in particles]) > 1 and name[0] not in particles - {"عبد"}


def _in_full(forms: Iterable[Form], index: Index) -> list[Person]:
    """The persons named in full, in the order of their first mention."""
    persons: list[Person] = []
    places: dict[object, dict[int, None]] = defaultdict(dict)  # the numbers of those a key may lead to
    for form in sorted(forms, key=lambda form: (-len(form.words), form.mentions[0].start)):
        if not is_full(form.words) or len(form.ids) > 1:
            continue
        near = sorted({at for key in _sought(form) for at in places.get(key, ())})
        fits = [at for at in near if _same(persons[at], form, index)]
        if len(fits) != 1 and not (fits and form.ids):
            latin = is_latin(form.text)
            own = made_id(form.text if latin else " ".join(form.words), "person")
            id_ = form.ids[0] if form.ids else _by_spelling(form, index) or own
            fits = [*places.get(id_, ())]
            if not fits:
                fits = [len(persons)]
                persons.append(Person(id_, ()))
        at = fits[0]
        persons[at] = persons[at]._replace(forms=(*persons[at].forms, form))
        for key in _keys(form, persons[at].id):
            places[key][at] = None
    return sorted((_named(person, index) for person in persons), key=lambda person: person.starts)


def _sought(form: Form) -> tuple[object, ...]:
    """What every person has one of whom a full name may be another form of."""
    pair = (skeleton(form.words[0]), skeleton(form.words[1]))
    return tuple(filter(None, (pair, sound(form.text), *form.ids)))


def _keys(form: Form, person: str) -> Iterator[object]:
    """What a person is found by: any two words of the name, its sound, the id."""
    yield from combinations(map(skeleton, form.words), 2)
    yield from filter(None, (sound(form.text), person))


def _same(person: Person, form: Form, index: Index) -> bool:
    """Whether a full name is another form of a person's; of two known persons never."""
    if form.ids and (person.id in index.entities):
        return person.id == form.ids[0]
    if index.joined.apart and index.apart(
        person.id, form.ids[0] if form.ids else made_id(form.text, "person")
    ):
        return False
    for other in person.forms:
        if is_latin(other.text) != is_latin(form.text):
            if sound(other.text) and sound(other.text) == sound(form.text):
                return True
        elif same_words(other.words, form.words) or contains(other.words, form.words):
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


def _by_spelling(form: Form, index: Index) -> str | None:
    """The one known person of whose name this is another spelling, or the same in the other script."""
    heard = sound(form.text)
    fits = []
    for id_ in index.sounds.get(heard, ()):
        entity = index.entities[id_]
        latin = is_latin(form.text)
        same = latin or any(same_words(words(each), form.words) for each in (entity.name_ar, *entity.aliases))
        if same and not index.apart(id_, made_id(form.text, "person")):
            fits.append(id_)
    return fits[0] if len(fits) == 1 else None


def _named(person: Person, index: Index) -> Person:
    """A person, one no record knows under the id of the form met most often, the longest, the first."""
    starts = tuple(sorted(mention.start for form in person.forms for mention in form.mentions))
    met: Counter[tuple[str, ...]] = Counter()
    for form in person.forms:
        if not is_latin(form.text):
            met[form.words] += len(form.mentions)
    if person.id in index.entities or not met:
        return person._replace(starts=starts)
    usual = min(met, key=lambda name: (-met[name], -len(name), name))
    return person._replace(id=made_id(" ".join(usual), "person"), starts=starts)


def _met(ids: Iterable[str], named: Collection[str]) -> tuple[str, ...]:
    """Those of some known persons that the article names in full."""
    return tuple(id_ for id_ in ids if id_ in named)


def _in_short(
    form: Form, persons: Sequence[Person], named: Collection[str], index: Index
) -> Mapping[Mention, tuple[str, ...]]:
    """Whom a part of a name stands for: somebody named in full before, then after; then who is known so.

    `persons` are those named in full that have its first word, `named` the ids of all.
    """
    if met := _met(form.ids, named):
        return dict.fromkeys(form.mentions, met)
    name = form.words
    own = made_id(" ".join(name) or form.text, "person")
    for part in (_family, _given):
        if fits := [p for p in persons if part(p, name) and not index.apart(p.id, own)]:
            return {mention: (_nearest(mention, fits).id,) for mention in form.mentions}
    known = index.families.get(name[0], ()) if len(name) == 1 else ()
    ids = form.ids or tuple(id_ for id_ in known if not index.apart(id_, own)) or (own,)
    return dict.fromkeys(form.mentions, ids)


def _nearest(mention: Mention, persons: Sequence[Person]) -> Person:
    """Of some persons the one named last before a mention, else the first."""
    before = [(bisect_left(person.starts, mention.start), person) for person in persons]
    told = [(person.starts[count - 1], person.id, person) for count, person in before if count]
    return max(told, key=lambda each: each[:2])[2] if told else persons[0]


def _family(person: Person, name: tuple[str, ...]) -> bool:
    """Whether words are the end of a person's name: the family name, with its particle."""
    return any(len(f.words) > len(name) > 0 and same_words(f.words[-len(name) :], name) for f in person.forms)


def _given(person: Person, name: tuple[str, ...]) -> bool:
    """Whether words are the beginning of a person's name, or a family name inside it («بن سلمان»)."""
    return any(_starts(form.words, name) for form in person.forms)


def _starts(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    inside: Iterator[int] = iter(range(len(full) - len(name) + 1))
    first = len(name) == 1
    return any(same_words(full[at : at + len(name)], name) for at in inside if not (first and at))
