"""Claims of short passages; the cases are in `cases/`, their form is told in `cases/README.md`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from musnad.annotate import claims
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block, Claim, Entity, Mention

FOLDER = Path(__file__).parent / "cases"
NAMES = ("person", "organization", "place", "group", "event")
MEDIA = {"reuters": "agency"}


class Case(NamedTuple):
    title: str
    names: tuple[tuple[str, str, str | None], ...]  # type, words, value
    paragraphs: tuple[tuple[str, str], ...]  # zone, words
    expected: tuple[str, ...]


def read(path: Path) -> list[Case]:
    found = []
    for stanza in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = [line for line in stanza.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        names, paragraphs, expected = [], [], []
        for line in lines[1:]:
            if line.startswith("@ "):
                kind, words = line[2:].split(" ", 1)
                words, _, value = words.partition(" = ")
                names.append((kind, words, value or None))
            elif line.startswith("> "):
                expected.append(line[2:])
            else:
                zone = re.match(r"\[(\w+)\] ", line)
                paragraphs.append((zone[1] if zone else "body", line[zone.end() :] if zone else line))
        found.append(Case(lines[0].removeprefix("== "), tuple(names), tuple(paragraphs), tuple(expected)))
    return found


def annotate(case: Case) -> tuple[Claim, ...]:
    text = "\n".join(words for _, words in case.paragraphs)
    blocks, start = [], 0
    for zone, words in case.paragraphs:
        blocks.append(Block(start, start + len(words), zone))  # type: ignore[arg-type]
        start += len(words) + 1
    mentions = tuple(
        Mention(
            place.start(),
            place.end(),
            words,
            kind,  # type: ignore[arg-type]
            by="test",
            entity=value if kind in NAMES else None,
            value=value if kind == "date" else None,
        )
        for kind, words, value in case.names
        for place in re.finditer(re.escape(words), text)
    )
    known = tuple(
        Entity(value, kind, words, role=MEDIA.get(value))  # type: ignore[arg-type]
        for kind, words, value in case.names
        if kind in NAMES and value
    )
    agencies = tuple(e.id for e in known if e.role == "agency")
    article = Article(id="a0000000", title="", text=text, blocks=tuple(blocks), agencies=agencies)
    return claims.annotate(article, Knowledge(known), Annotations(article.id, mentions)).claims


def written(claim: Claim, columns: str) -> str:
    """A claim in the notation of the cases, with the further columns that a case asks for."""
    fields = [
        claim.source.text if claim.source else "-",
        claim.cue.text if claim.cue else "-",
        claim.content.text,
        claim.kind,
        claim.modality,
    ]
    for column in columns.split(" | ")[5:]:
        name = column.partition(":")[0]
        value = {
            "speaker": claim.speaker.entity or claim.speaker.name or "nobody",
            "via": ", ".join(str(voice.name) for voice in claim.via) or "-",
            "said": claim.said or "-",
        }[name]
        fields.append(f"{name}: {value}")
    return " | ".join(fields)


CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.txt")) for case in read(path)]


@pytest.mark.parametrize("case", [c for _, c in CASES], ids=[f"{stem}: {c.title}" for stem, c in CASES])
def test_case(case: Case) -> None:
    expected = [line for line in case.expected if line != "none"]
    found = annotate(case)
    columns = [*expected, *[""] * len(found)]
    assert [written(claim, columns[k]) for k, claim in enumerate(found)] == expected


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert sum(case.expected == ("none",) for _, case in CASES) >= 15
