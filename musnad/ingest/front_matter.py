"""The front matter of an article file: what a curator says of an article, in YAML."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Literal

import msgspec

from musnad import edtf
from musnad.arabic import months
from musnad.ingest.decode import SUFFIXES
from musnad.model import Source, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import Lines, convert, parse_yaml

ID = re.compile(r"a[0-9a-hjkmnp-tv-z]{7}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DATES = ("date_published", "date_downloaded", "date_modified")
ADDRESSES = ("url", "archive_url")
FENCE = "---"
_LINE_END = re.compile("\r\n|\r|\n")
_FRONT = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\r|\n)(?P<front>(?s:.*?)(?:\r\n|\r|\n)|)---[ \t]*(?:\r\n|\r|\n|\Z)"
)


class Raw(Value, frozen=True):
    """The raw file of an article: path from the archive's root, SHA-256 in hexadecimal, size in bytes."""

    path: str
    sha256: str
    size: Annotated[int, msgspec.Meta(ge=0, le=2**53)] = 0


class FrontMatter(Value, frozen=True):
    """What stands between the two `---` lines of an article file, in the order it is written."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    credit: str | None = None
    url: str | None = None
    archive_url: str | None = None
    date_published: str | None = None
    date_downloaded: str | None = None
    date_modified: str | None = None
    language: str = "ar"
    warning: str | bool | None = None
    status: Literal["proposed", "confirmed"] = "proposed"
    raw: Raw | None = None

    @property
    def source(self) -> Source | None:
        """The raw file as a model's value."""
        return Source(path=self.raw.path, sha256=self.raw.sha256, size=self.raw.size) if self.raw else None


KEYS = tuple(field.encode_name for field in msgspec.structs.fields(FrontMatter))


def split(text: str) -> tuple[str | None, str, int]:
    """A file's front matter (None where it has none that is closed), its body, and the body's first line."""
    found = _FRONT.match(text)
    if not found:
        return None, text, 1
    front = found["front"]
    return front, text[found.end() :], len(_LINE_END.findall(text, 0, found.end())) + 1


def read_front_matter(text: str, path: str) -> tuple[FrontMatter | None, Problems]:
    """The YAML between the fences as a value, or None with what is wrong."""
    data, lines, problems = parse_yaml(text, path, first_line=2)
    if problems:
        return None, problems
    front, problems = convert(data if data is not None else {}, lines, path, FrontMatter)
    if front is None:
        return None, problems
    return front, tuple(_wrong(front, path, lines))


def sound(pair: dict[str, object]) -> bool:
    """Whether an article file could say this."""
    yaml = msgspec.json.encode({"id": "a0000000", "title": "-", **pair}).decode()
    return not read_front_matter(yaml, "")[1]


def _wrong(front: FrontMatter, path: str, lines: Lines) -> list[Problem]:
    problems = []
    if not ID.fullmatch(front.id):
        problems.append(problem("bad-id", path, lines[("id",)], id=front.id))
    if not LANGUAGE.fullmatch(front.language):
        reason = f"«{front.language}» is not a language tag"
        problems.append(problem("bad-value", path, lines[("language",)], key="language", reason=reason))
    if not front.title.strip():
        problems.append(problem("bad-value", path, lines[("title",)], key="title", reason="«title» is empty"))
    for key in DATES:
        if (value := getattr(front, key)) is not None and edtf.days(value) is None:
            problems.append(problem("bad-date", path, lines[(key,)], key=key, value=value))
        elif value and (day := _hijri(value)):
            problems.append(problem("hijri-date", path, lines[(key,)], key=key, value=value, day=day))
    for key in ADDRESSES:
        if (value := getattr(front, key)) is not None and not re.match(r"https?://[^\s/]", value):
            problems.append(problem("bad-address", path, lines[(key,)], key=key, value=value))
    # Published with another suffix, a raw file could be a script.
    if front.raw and (suffix := PurePosixPath(front.raw.path).suffix).lower() not in SUFFIXES:
        known = ", ".join(filter(None, SUFFIXES))
        problems.append(problem("unknown-suffix", path, lines[("raw", "path")], suffix=suffix, known=known))
    if front.raw and not re.fullmatch("[0-9a-f]{64}", front.raw.sha256):
        reason = "«sha256» is not 64 hexadecimal digits"
        problems.append(problem("bad-value", path, lines[("raw", "sha256")], key="raw", reason=reason))
    return problems


def _hijri(value: str) -> str | None:
    """The day in today's calendar of one that can only be meant in the Hijri, or None."""
    day = edtf.single_day(value)
    found = months.hijri_days(day.year, day.month, day.day) if day else None
    return found[0].isoformat() if found else None
