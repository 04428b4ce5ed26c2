"""What a curator may write for what is on the review list: lines of a file, ready to copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from musnad.arabic.fold import fold
from musnad.model import Entity, Mention
from musnad.render.parts.names import MADE
from musnad.render.values.common import RecordLines

_FILES = {
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "group": "groups",
    "event": "events",
}
_PLAIN = re.compile(r"[\u0621-\u064a]+( [\u0621-\u064a]+)*")  # Arabic letters, which YAML reads as they stand
_COMMENT = 90  # code points of a comment
_NEW = "new_name"  # in place of an id, which only a person can give


def record(entity: Entity, forms: Iterable[str]) -> RecordLines:
    """The record of an entity that has none: what is known of it, with the `forms` that texts have."""
    known = {fold(entity.name_ar)}
    aliases = []
    for form in (*entity.aliases, *forms):
        if fold(form) not in known:
            known.add(fold(form))
            aliases.append(form)
    lines = [f"{_id(entity)}:", f"  name_ar: {_scalar(entity.name_ar)}"]
    if entity.name_en:
        lines.append(f"  name_en: {_scalar(entity.name_en)}")
    if aliases:
        lines += ["  aliases:", *(f"    - {_scalar(alias)}" for alias in aliases)]
    for key in ("country", "part_of", "wikidata", "geonames", "latitude", "longitude"):
        value = getattr(entity, key)
        if value is not None and not (isinstance(value, str) and value.startswith(MADE)):
            lines.append(f"  {key}: {value}")
    lines.append(f"  same_as: [{entity.id}]")
    return RecordLines(_path(entity), "\n".join(lines))


def context(entity: Entity) -> RecordLines:
    """The lines by which a record of a shared name says what stands beside it when it is meant."""
    return RecordLines(_path(entity), f"{entity.id}:\n  context: [كلمة]")


def question(sides: Iterable[Iterable[tuple[str, str, str]]]) -> RecordLines:
    """The file of a question: its sides' statements, each with its id, its speaker and its words."""
    lines = ["question:", "  ar: السؤال؟", "positions:"]
    for number, side in enumerate(sides, 1):
        lines += [f"  - name: {{ar: الموقف {number}}}", "    claims:"]
        for id_, who, words in side:
            lines.append(f"      - {id_}  # {_line(f'{who}: {words}' if who else words)}")
    return RecordLines(f"content/questions/{_NEW}.yaml", "\n".join(lines))


def story(id_: str, articles: Iterable[tuple[str, str]]) -> RecordLines:
    """The file of a story: its articles, each with its id and title."""
    lines = ["title:", "  ar: العنوان", "articles:"]
    lines += [f"  - {key}  # {_line(title)}" for key, title in articles]
    return RecordLines(f"content/stories/{id_}.yaml", "\n".join(lines))


def denials(links: Iterable[tuple[str, str, str]]) -> Iterator[RecordLines]:
    """Corrections that deny links, each given by its first statement's article and both statements' ids."""
    by_article: dict[str, list[str]] = {}
    for article, one, other in links:
        entry = f"  - {{claim: {one}, other: {other}, relation: none, why: السبب, by: الاسم}}"
        by_article.setdefault(article, ["links:"]).append(entry)
    for article, lines in by_article.items():
        yield RecordLines(f"content/corrections/{article}.yaml", "\n".join(lines))


def rejection(article: str, text: str, mention: Mention) -> RecordLines:
    """The correction that takes one mark away, in a text that may have its words more than once."""
    at, occurrence = text.find(mention.text), 1
    while 0 <= at < mention.start:
        at, occurrence = text.find(mention.text, at + 1), occurrence + 1
    entry = f"words: {_scalar(mention.text)}, type: {mention.type}, occurrence: {occurrence}"
    return RecordLines(
        f"content/corrections/{article}.yaml", f"marks:\n  - {{{entry}, why: السبب, by: الاسم}}"
    )


def _line(words: str) -> str:
    """Words as a comment: one line, and not a long one."""
    line = " ".join(words.split())
    return line if len(line) <= _COMMENT else line[:_COMMENT].rpartition(" ")[0] + " …"


def _path(entity: Entity) -> str:
    return f"content/authority/{_FILES[entity.type]}.yaml"


def _id(entity: Entity) -> str:
    """An id made of the English name, where there is one in plain letters."""
    made = re.sub(r"[^a-z0-9]+", "_", (entity.name_en or "").lower()).strip("_")
    return made if re.match("[a-z]", made) else _NEW


def _scalar(text: str) -> str:
    """Text as YAML reads it back: quoted unless it is Arabic letters alone."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return text if _PLAIN.fullmatch(text) else f'"{escaped}"'
