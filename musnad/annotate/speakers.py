"""Who speaks: the entity or role behind a source, resolved along the article."""

from __future__ import annotations

from typing import NamedTuple

from musnad.annotate import cues
from musnad.annotate.channels import voice
from musnad.annotate.passage import Passage
from musnad.annotate.sources import Range
from musnad.arabic.fold import fold
from musnad.model import Entity, Mention, Voice


class Said(NamedTuple):
    """A speaker met in the article: the folded words of the source, and who it turned out to be."""

    words: tuple[str, ...]
    voice: Voice
    body: str | None  # the organization in the source phrase
    paragraph: int


class Memory(NamedTuple):
    """What an article has told of speakers so far."""

    said: tuple[Said, ...] = ()
    last: Voice | None = None
    bodies: tuple[Mention, ...] = ()


def resolve(p: Passage, source: Range, memory: Memory, known: dict[str, Entity]) -> tuple[Voice, str | None]:
    """The voice of a source phrase, and the organization in it.

    A person named wins; then an organization that is the phrase's head or of whose office it speaks; a
    definite role («المسؤول») is the one met before; «التنظيم» is the body named last; else the words.
    """
    names = _names(p, source)
    bodies = [m for m in names if m.type == "organization"]
    body = bodies[0].entity if bodies else None
    persons = [m for m in names if m.type == "person"]
    if persons:
        return voice(persons[0], known), body
    words = _words(p, source)
    head = words[0]
    if names and _heads(p, source, names[0]):
        return voice(names[0], known), body
    if head in cues.listed("generic") and not names:
        met = _body(head, memory)
        if met is not None:
            return voice(met, known), met.entity
    earlier = _earlier(words, body, memory)
    if earlier is not None:
        return earlier, body
    return Voice(None, _text(p, source)), body


def _names(p: Passage, source: Range) -> list[Mention]:
    found: list[Mention] = []
    for k in range(*source):
        name = p.names[k]
        if name is not None and name not in found:
            found.append(name)
    return found


def _words(p: Passage, source: Range) -> tuple[str, ...]:
    return tuple(p.keys[k] for k in range(*source) if p.tokens[k].kind != "sign") or ("",)


def _text(p: Passage, source: Range) -> str:
    """The words of a source as a label, on one line."""
    return " ".join(p.text[p.tokens[source[0]].start : p.tokens[source[1] - 1].end].split())


def _heads(p: Passage, source: Range, name: Mention) -> bool:
    """Whether a name is what the phrase is about: it comes first, or only class words come before it."""
    for k in range(*source):
        if p.names[k] == name:
            return True
        key = p.keys[k]
        if (
            p.tokens[k].kind == "sign"
            or key in cues.listed("class_words")
            or key.removeprefix("ل") in cues.listed("class_words")
        ):
            continue
        return False
    return False


def _body(head: str, memory: Memory) -> Mention | None:
    """The organization a bare class noun stands for: one of that class, else the one named last."""
    bare = head[2:]
    same = [m for m in memory.bodies if bare in fold(m.text).split() or "ال" + bare in fold(m.text).split()]
    return same[-1] if same else memory.bodies[-1] if memory.bodies else None


def _earlier(words: tuple[str, ...], body: str | None, memory: Memory) -> Voice | None:
    """The speaker met before whose description has this role, and no other body."""
    if not words[0].startswith("ال"):
        return None
    bare = words[0][2:]
    for said in reversed(memory.said):
        same_body = body is None or said.body is None or said.body == body
        if same_body and (bare in said.words or words[0] in said.words):
            return said.voice
    return None
