"""Who speaks: the entity or role behind a source, resolved along the article."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate.claims import cues, genders, persons
from musnad.annotate.claims.channels import voice
from musnad.annotate.claims.grammar import adjective, preposed
from musnad.annotate.claims.grammar import glued as written_on
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.sources import Range
from musnad.arabic.fold import fold
from musnad.model import Entity, Mention, Voice

_SOURCE = "المصدر"
_TITLE = 14  # tokens of a title and its name at most


class Said(NamedTuple):
    """A speaker met in the article: the folded words of the source, and who it turned out to be."""

    words: tuple[str, ...]
    voice: Voice
    body: str | None  # the organization in the source phrase
    feminine: bool | None  # by a given name or an office, or the cue
    person: bool  # whether a person is named


class Body(NamedTuple):
    """An organization named, with the folded words of its names and the class word before it."""

    name: Mention
    words: frozenset[str]


class Memory(NamedTuple):
    """What an article has told so far: speakers in order, and the bodies named."""

    said: tuple[Said, ...] = ()
    bodies: tuple[Body, ...] = ()
    titled: tuple[Said, ...] = ()  # persons named with a title, whether they spoke or not


def resolve(
    p: Passage, source: Range, memory: Memory, known: dict[str, Entity], glued: bool = False
) -> tuple[Voice, str | None]:
    """The voice of a source phrase, and the organization in it; `glued` says that ل may be written on it.

    A person named wins; then a name that is the phrase's head or of whose office it speaks; a definite role
    («المسؤول») or a surname is the one met before; «التنظيم» is the body named last; else the words.
    """
    names = _names(p, source)
    body = next((m.entity for m in names if m.type == "organization"), None)
    own = persons.named(p, source)
    if own is not None:
        return voice(_name(p, own), known), body
    words = tuple(w for w in _words(p, source) if w not in cues.listed("same")) or _words(p, source)
    if len(words) > 1 and words[0] in ("نفس", "ذات"):  # «نفس الصحيفة»، «الصحيفة نفسها»
        words = words[1:]
    if glued and preposed(words[0]):
        words = (words[0][1:], *words[1:])
    if names and _heads(p, source, names[0]):
        return voice(names[0], known), body
    if words[0] in cues.listed("generic") and len(words) == 1:
        met = _body(words[0], memory)
        if met is not None:
            return voice(met.name, known), met.name.entity
    if (
        len(words) == 1 and words[0] in cues.listed("issued") and memory.said
    ):  # «البيان»: of whoever issued it
        return memory.said[-1].voice, memory.said[-1].body
    earlier = _earlier(words, body, memory)
    if earlier is not None:
        return earlier, body
    if words == (_SOURCE,) and memory.said:  # «وأوضح المصدر»
        return memory.said[-1].voice, memory.said[-1].body
    if words[0] in cues.listed("generic") and all(adjective(word) for word in words[1:]) and not names:
        met = _body(words[0], memory)  # «الصحيفة الفرنسية»
        class_ = words[0].removeprefix("ال")
        spoken = (s for s in reversed(memory.said) if s.body and s.words[0].removeprefix("ال") == class_)
        last = next(spoken, None)
        if last is not None:
            return last.voice, last.body
        if met is not None and {words[0], words[0].removeprefix("ال")} & met.words:
            return voice(met.name, known), met.name.entity
    another = next((k for k in range(*source) if p.person(k)), None)
    if another is not None and persons.of_another(p, source[0], another):
        end = p.through[another]  # «عائلة فلان» of «اتهمت عائلة فلان السلطات بـ»
        source = (source[0], end + (end < source[1] and p.keys[end] in persons.QUOTES))
    return Voice(None, label(p, source, glued)), body


def _name(p: Passage, tokens: Range) -> Mention:
    name = p.names[tokens[0]]
    assert name is not None
    return name


def label(p: Passage, source: Range, glued: bool = False) -> str:
    """The words of a source, on one line; of a name with a title after it the name."""
    if p.keys[source[0]] not in cues.roles():
        ends = (
            k
            for k in range(source[0] + 1, source[1])
            if p.keys[k] in "،," or p.keys[k] in cues.listed("who_is")
        )
        source = (source[0], next(ends, source[1]))
    words = p.text[p.tokens[source[0]].start : p.tokens[source[1] - 1].end].split()
    first = p.keys[source[0]]
    return " ".join(words)[1 if glued and written_on(first) else 0 :]


def _names(p: Passage, source: Range) -> list[Mention]:
    found: list[Mention] = []
    inner = False
    for k in range(*source):
        inner = (inner or p.keys[k] in cues.listed("which")) and p.keys[k] not in COMMAS
        name = p.names[k]
        if inner and found:  # «المحرر في الصحيفة التي يكتب فيها فلان»
            continue
        if name is not None and name not in found:
            found.append(name)
    return found


def _words(p: Passage, source: Range) -> tuple[str, ...]:
    """The folded words of a source up to a relative clause."""
    found = []
    for k in range(*source):
        if k > source[0] and p.keys[k] in cues.listed("relative") and p.keys[k] != "من":
            break
        if p.tokens[k].kind != "sign":
            found.append(p.keys[k])
    return tuple(found) or ("",)


def _heads(p: Passage, source: Range, name: Mention) -> bool:
    """Whether a name is what the phrase is about: it comes first, or only class words come before it."""
    if name.type == "person":
        return False
    for k in range(*source):
        if p.names[k] == name:
            return True
        classed = {p.keys[k], p.keys[k].removeprefix("ل")} & cues.listed("class_words")
        if not classed and p.tokens[k].kind != "sign":
            return False
    return False


def bodies(p: Passage, known: dict[str, Entity]) -> tuple[Body, ...]:
    """The organizations named in a passage, in order."""
    found: dict[Mention, Body] = {}
    for k, name in enumerate(p.names):
        if name is None or name.type != "organization" or name in found:
            continue
        entity = known.get(name.entity or "")
        names = (name.text, entity.name_ar, *entity.aliases) if entity else (name.text,)
        before = k - 1 if k and p.tokens[k - 1].kind == "word" else k - 2
        classed = {p.keys[before].removeprefix("ل")} if before >= 0 else set()
        found[name] = Body(name, frozenset(classed.union(*(fold(n).split() for n in names))))
    return tuple(found.values())


def _body(head: str, memory: Memory) -> Body | None:
    """The organization a bare class noun stands for: the last of that class, or for a few just the last."""
    bare = head.removeprefix("ال")
    same = [body for body in memory.bodies if {bare, head} & body.words]
    if same:
        return same[-1]
    return memory.bodies[-1] if memory.bodies and head in cues.listed("any_body") else None


def _earlier(words: tuple[str, ...], body: str | None, memory: Memory) -> Voice | None:
    """The speaker met before whom these words point to: all of them were in his description.

    The first word is his role, now with the article («المسؤول»), or a part of his name («سنايدر»).
    """
    pointed = {word.removeprefix("ال") for word in words}
    known = words[0] in cues.roles() or words[0] in cues.listed("documents")
    definite = words[0].startswith("ال") and known
    surname = words[0] not in cues.roles()
    for said in reversed((*memory.titled, *memory.said)):
        described = [word.removeprefix("ال") for word in said.words]
        if not pointed <= set(described) or (None not in (body, said.body) and body != said.body):
            continue
        if said.person and words[0] != said.words[0] and set(words) <= set(said.words[1:]):
            return said.voice
        same = len(words) > 1 and pointed == set(described)  # «وسائل إعلام فرنسية»، «وسائل الإعلام الفرنسية»
        if same or (definite and described[0] in pointed) or (surname and set(words) <= set(said.words)):
            return said.voice
    return None


def titled(p: Passage, known: dict[str, Entity]) -> tuple[Said, ...]:
    """The persons named beside a title: «الرئيس الشيشاني فلان», «فلان، المتحدث باسم الحكومة»."""
    found = []
    for k in range(len(p.keys)):
        if not p.is_role(k) or p.names[k] is not None:
            continue
        limit = min(p.last[k], k + _TITLE)
        end = noun_phrase(p, k, limit)
        at = (persons.named(p, (k, end)) or (end, end))[0]
        before = k - 2 if k and p.keys[k - 1] in COMMAS else k - 1
        name = p.names[at] if at < end else p.names[before] if before >= p.first[k] else None
        if name is None or name.type != "person" or not (at < end or p.keys[k].startswith("ال")):
            continue
        words = tuple(p.keys[m] for m in range(k, at) if p.tokens[m].kind != "sign")
        names = (p.names[m] for m in range(k, at))
        body = next((m.entity for m in names if m is not None and m.type == "organization"), None)
        found.append(Said(words, voice(name, known), body, genders.feminine(p, (k, end)), True))
    return tuple(found)


def continued(memory: Memory, feminine: bool | None, plural: bool = False) -> Voice | None:
    """The speaker a report without a source goes on with: the last one, of the cue's gender if it shows.

    Where none is, it may be a body («الجيش … وأضافت»: its command), but no person. A verb in the
    plural («وأكدوا») goes on with people; where none spoke it is nobody's.
    """
    recent = memory.said[-4:]
    if plural:
        people = (s for s in reversed(recent) if cues.roles().get(s.words[0]) == "people" and not s.person)
        return next((said.voice for said in people), None)
    for said in reversed(recent):
        if genders.agree(feminine, said.feminine):
            return said.voice
    return recent[-1].voice if recent and not recent[-1].person else None
