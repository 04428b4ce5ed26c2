"""An article's blocks as the groups a page sets: rows with notes, posts, residue, text of other hands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from markupsafe import Markup

from musnad.model import Block, Claim, Post, Zone
from musnad.render.parts.names import NOBODY
from musnad.render.text.marks import marks, references
from musnad.render.text.register import Numbers
from musnad.render.text.weave import weave
from musnad.render.values.common import Who
from musnad.render.values.statements import NoteLink
from musnad.render.values.views import ArticleView
from musnad.render.words.setting import Setting


class Line(NamedTuple):
    """A block as HTML; `anchor` is its place in the page; `dek`: it stands right under the headline."""

    anchor: str
    number: int
    zone: Zone
    html: Markup
    dek: bool = False


class Note(NamedTuple):
    """A statement's note: its number in the page, its block, its speaker, the way it came, its first link.

    `again`: the note above it in the same place has the same speaker and way; `same`: the note above it has,
    wherever it stands.
    """

    number: int
    anchor: str
    claim: Claim
    who: Who
    way: tuple[Who, ...]
    link: NoteLink | None
    again: bool = False
    same: bool = False


class Group(NamedTuple):
    """Lines set together, with the notes of the statements in them."""

    kind: Literal["head", "row", "post", "residue", "appended"]
    lines: list[Line]
    notes: list[Note]
    post: Post | None = None


def layout(view: ArticleView, numbers: Numbers, here: Setting) -> list[Group]:
    """The article in groups, the headline (if the source has one) first, else in the text's order.

    `numbers` are those of the mentions' entries in its register.
    """
    blocks = list(enumerate(view.article.blocks))
    head = next((at for at, block in blocks if block.zone == "headline"), None)
    groups = [_group(view, "head", [blocks[head]], numbers, here)] if head is not None else []
    for kind, run in _runs([pair for pair in blocks if pair[0] != head]):
        groups.append(_group(view, kind, run, numbers, here))
    return groups


def _runs(
    blocks: list[tuple[int, Block]],
) -> Iterator[tuple[Literal["row", "post", "residue", "appended"], list[tuple[int, Block]]]]:
    """Neighbouring blocks that belong together."""
    run: list[tuple[int, Block]] = []
    for pair in blocks:
        if run and not _joins(run[-1][1], pair[1]):
            yield _kind(run[0][1]), run
            run = []
        run.append(pair)
    if run:
        yield _kind(run[0][1]), run


def _kind(block: Block) -> Literal["row", "post", "residue", "appended"]:
    if block.post is not None:
        return "post"
    if block.zone == "residue":
        return "residue"
    return "appended" if block.zone == "appended" else "row"


def _joins(one: Block, other: Block) -> bool:
    """Whether a block continues the group of the one before it."""
    if _kind(one) != _kind(other):
        return False
    if _kind(one) == "row":
        return other.continues and one.zone in ("dateline", "byline")
    return one.post == other.post


def _group(
    view: ArticleView,
    kind: Literal["head", "row", "post", "residue", "appended"],
    run: list[tuple[int, Block]],
    numbers: Numbers,
    here: Setting,
) -> Group:
    lines = [_line(view, at, block, numbers, here) for at, block in run]
    notes = [
        Note(number, f"p{at + 1}", *of, same=_same(view, number))
        for number, of in enumerate(zip(view.claims, view.speakers, view.ways, view.links, strict=True), 1)
        for at, block in run
        if block.start <= of[0].content.start < block.end
    ]
    notes[1:] = [note._replace(again=_again(kind, above, note)) for above, note in pairwise(notes)]
    post = run[0][1].post
    return Group(kind, lines, notes, view.article.posts[post] if post is not None else None)


def _same(view: ArticleView, number: int) -> bool:
    """Whether a statement has the speaker and the way of the one before it."""
    ours = list(zip(view.speakers, view.ways, strict=True))[max(0, number - 2) : number]
    return len(ours) == 2 and ours[0] == ours[1] and ours[0][0] != NOBODY


def _again(kind: str, above: Note, note: Note) -> bool:
    """Whether a note goes on with the speaker of the one above; text of another hand has notes a line."""
    return (
        note.who != NOBODY
        and (above.who, above.way) == (note.who, note.way)
        and (kind != "appended" or above.anchor == note.anchor)
    )


def _line(view: ArticleView, at: int, block: Block, numbers: Numbers, here: Setting) -> Line:
    found, points = marks(view, block, numbers, here), references(view, block, here)
    html = weave(view.article.text, block.start, block.end, found, points)
    zones = [other.zone for other in view.article.blocks[:at] if other.zone != "residue"]
    return Line(f"p{at + 1}", at + 1, block.zone, html, dek=zones == ["headline"])
