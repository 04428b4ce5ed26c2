"""The attributes of a block: `.zone`, `.glued`, and whose post it is, read from `{: … }` and checked."""

from __future__ import annotations

import re
from typing import get_args

from musnad import edtf
from musnad.model import Post, Value, Zone
from musnad.problems import Problem, Problems, nearest, problem

ZONES: tuple[Zone, ...] = get_args(Zone)
GLUED = "glued"
POST_KEYS = ("author", "handle", "date", "platform")
_MARK = re.compile(
    r"""\s*(?:\.(?P<name>[\w-]+)|(?P<key>[\w-]+)\s*=\s*(?:"(?P<value>(?:\\.|[^"\\])*)"|(?P<bare>[^\s"]+)))(?=\s|$)"""
)


class Marks(Value, frozen=True):
    """What a block's attributes say: its zone, whether it is glued to the block before, its post."""

    zone: Zone | None = None
    glued: bool = False
    post: Post | None = None


def read_marks(words: str, path: str, line: int) -> tuple[Marks, Problems]:
    """The inside of an attribute line as marks, and everything wrong with it."""
    names: list[str] = []
    values: dict[str, str] = {}
    problems: list[Problem] = []
    at, end = 0, len(words.rstrip())
    while at < end:
        found = _MARK.match(words, at)
        if not found:
            problems.append(
                problem("bad-attributes", path, line, reason=f"«{words[at:].strip()}» cannot be read")
            )
            break
        at = found.end()
        name, key = found["name"], found["key"]
        if name in names or key in values:
            problems.append(
                problem("bad-attributes", path, line, reason=f"«{name or key}» stands here twice")
            )
        elif name:
            names.append(name)
        else:
            value = found["value"] if found["value"] is not None else found["bare"]
            values[key] = re.sub(r"\\(.)", r"\1", value)
    zones, unknown = _zones(names, path, line)
    post, wrong = _post(values, "tweet" in zones, path, line)
    marks = Marks(zone=zones[0] if zones else None, glued=GLUED in names, post=post)
    return marks, (*problems, *unknown, *wrong)


def _zones(names: list[str], path: str, line: int) -> tuple[list[Zone], Problems]:
    zones = [zone for name in names for zone in ZONES if zone == name]
    known = (*ZONES, GLUED)
    problems = [
        problem("unknown-zone", path, line, zone=name, nearest=nearest(name, known), known=", ".join(known))
        for name in names
        if name not in known
    ]
    if len(zones) > 1:
        both = " and ".join(f"«{zone}»" for zone in zones)
        problems.append(problem("bad-attributes", path, line, reason=f"a block has one zone, not {both}"))
    return zones, tuple(problems)


def _post(values: dict[str, str], tweet: bool, path: str, line: int) -> tuple[Post | None, Problems]:
    known = POST_KEYS if tweet else ()
    problems = [
        problem(
            "unknown-attribute",
            path,
            line,
            key=key,
            nearest=nearest(key, POST_KEYS),
            known=", ".join(POST_KEYS),
        )
        for key in values
        if key not in known
    ]
    date = values.get("date")
    if date is not None and edtf.days(date) is None:
        problems.append(problem("bad-date", path, line, key="date", value=date))
        date = None
    if not tweet:
        return None, tuple(problems)
    if not values.get("author", "").strip():
        problems.append(problem("post-without-author", path, line))
    platform = values.get("platform", "twitter")
    post = Post(
        author=values.get("author", ""),
        handle=values.get("handle", "").removeprefix("@") or None,
        date=date,
        platform=platform,
    )
    return post, tuple(problems)


def write_marks(zone: Zone | None, glued: bool = False, post: Post | None = None) -> str:
    """An attribute line that `read_marks` reads back, or nothing where there is nothing to say."""
    words = [f".{zone}"] if zone else []
    if glued:
        words.append(f".{GLUED}")
    if post:
        platform = post.platform if post.platform != "twitter" else None
        pairs = zip(POST_KEYS, (post.author, post.handle, post.date, platform), strict=True)
        words += [f'{key}="{_quoted(value)}"' for key, value in pairs if value is not None]
    return f"{{: {' '.join(words)} }}" if words else ""


def _quoted(value: str) -> str:
    return re.sub(r'(["\\])', r"\\\1", value)
