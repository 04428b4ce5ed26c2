"""The tree of an article file as the article's text: blocks with zones, inline markup, posts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from musnad.ingest.marks import Marks, read_marks
from musnad.model import Block, Format, Post, Value, Zone
from musnad.problems import Problem, Problems, problem

TAGS: dict[str, Literal["em", "strong", "code", "a"]] = {
    "em": "em",
    "strong": "strong",
    "code": "code",
    "a": "a",
}
SCHEMES = ("http", "https", "mailto")
_HEADINGS: dict[str, Zone] = {"h1": "headline", **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "subhead")}


class Body(Value, frozen=True):
    """An article's text and everything that stands off it."""

    text: str
    blocks: tuple[Block, ...]
    formats: tuple[Format, ...]
    posts: tuple[Post, ...]


class _Words(NamedTuple):
    """A paragraph's own words, without white space at its edges, and its inline markup, from its start."""

    text: str
    formats: tuple[Format, ...]


def read_body(root: Element, path: str) -> tuple[Body, Problems]:
    """The tree that `dialect.parse` made as text, blocks, formats and posts, with what is wrong in it."""
    problems: list[Problem] = []
    posts: list[Post] = []
    words: list[_Words] = []
    blocks: list[Block] = []
    formats: list[Format] = []
    at = 0
    for element, marks, zone, post in _paragraphs(root, None, None, posts, path, problems):
        found = _words(element, path, problems)
        if not found.text:
            continue
        end = at + len(found.text)
        line = int(element.get("line", 0))
        blocks.append(Block(start=at, end=end, zone=zone, post=post, continues=marks.glued, line=line))
        formats += [replace(format, start=format.start + at, end=format.end + at) for format in found.formats]
        words.append(found)
        at = end + 1
    text = "\n".join(found.text for found in words)
    body = Body(text=text, blocks=tuple(blocks), formats=tuple(formats), posts=tuple(posts))
    return body, tuple(problems)


def _paragraphs(
    parent: Element,
    zone: Zone | None,
    post: int | None,
    posts: list[Post],
    path: str,
    problems: list[Problem],
) -> Iterator[tuple[Element, Marks, Zone, int | None]]:
    """Each heading and paragraph with its zone: its own, or its block quote's, or its kind's."""
    for element in parent:
        line = int(element.get("line", 0))
        if element.tag == "stray":
            problems.append(problem("bad-attributes", path, line, reason=element.get("why")))
            continue
        marks, wrong = read_marks(element.get("marks", ""), path, int(element.get("marks-line", line)))
        problems += wrong
        if element.tag == "blockquote":
            inner = post
            if marks.glued:
                reason = "«.glued» is for the first paragraph inside a block quote"
                problems.append(problem("bad-attributes", path, line, reason=reason))
            if marks.post:
                posts.append(marks.post)
                inner = len(posts) - 1
            yield from _paragraphs(element, marks.zone or "quote", inner, posts, path, problems)
            continue
        if marks.post:
            reason = "«tweet» is for a block quote (lines that start with «>»)"
            problems.append(problem("bad-attributes", path, line, reason=reason))
        yield element, marks, marks.zone or zone or _HEADINGS.get(element.tag, "body"), post


def _words(element: Element, path: str, problems: list[Problem]) -> _Words:
    text, formats = _flatten(element)
    inner = text.strip()
    lead = len(text) - len(text.lstrip())
    trimmed = [
        replace(format, start=max(format.start - lead, 0), end=min(format.end - lead, len(inner)))
        for format in formats
    ]
    for format in trimmed:
        if format.href is not None and not _safe(format.href):
            line = int(element.get("line", 0))
            problems.append(problem("unsafe-link", path, line, address=format.href))
    kept = (f for f in trimmed if f.start < f.end and (f.href is None or _safe(f.href)))
    return _Words(inner, tuple(kept))


def _safe(address: str) -> bool:
    try:
        return urlsplit(address).scheme in SCHEMES
    except ValueError:
        return False


def _flatten(element: Element) -> tuple[str, list[Format]]:
    """The words under `element`, and their markup, the outer before the inner."""
    pieces = [element.text or ""]
    at = len(pieces[0])
    formats: list[Format] = []
    waiting: list[tuple[Element, int | None]] = [(child, None) for child in reversed(element)]
    while waiting:
        child, place = waiting.pop()
        if place is None:
            waiting.append((child, len(formats)))
            if tag := TAGS.get(child.tag):
                formats.append(Format(start=at, end=at, tag=tag, href=child.get("href")))
            waiting += [(inner, None) for inner in reversed(child)]
            words = child.text or ""
        else:
            if child.tag in TAGS:
                formats[place] = replace(formats[place], end=at)
            words = child.tail or ""
        pieces.append(words)
        at += len(words)
    return "".join(pieces), formats
