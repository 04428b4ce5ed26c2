"""An article's annotations as marks and points to weave into its text, in the words of one interface."""

from __future__ import annotations

import re

from markupsafe import Markup

from musnad import address, edtf
from musnad.arabic.sentences import split
from musnad.model import Block, Claim, Format, Mention
from musnad.render.text.register import Numbers, meaning, place, unsure
from musnad.render.text.weave import Mark, Point
from musnad.render.values.views import ArticleView
from musnad.render.words.setting import Setting

_COPIED, _CLAIM, _FORMAT, _MENTION, _LINK = 0, 1, 2, 3, 4  # layers, from outside inwards
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_REFERENCE = Markup(
    '<sup class="ref"><a href="#n{n}" id="r{n}" data-n="{n}"{lang} aria-label="{label}"></a></sup>'
)


def marks(view: ArticleView, block: Block, numbers: Numbers, here: Setting) -> list[Mark]:
    """Everything to mark in one paragraph; `numbers` are those of the mentions' entries in the register."""
    mentions = _mentions(view, block)
    return [
        *(
            Mark(start, end, _COPIED, "span", (("class", "copied"),))
            for start, end in view.passages
            if start < block.end and block.start < end
        ),
        *(_claim(claim, number) for number, claim in _claims(view, block)),
        *(_format(f) for f in view.article.formats if block.start <= f.start < block.end),
        *(_mention(mention, numbers[place(mention)], first, view, here) for mention, first in mentions),
    ]


def references(view: ArticleView, block: Block, here: Setting) -> list[Point]:
    """The raised number at the end of each statement; the number itself is drawn by the style sheet.

    Before them the anchors of statements that were marked once and are no more, and those of sentences.
    """
    label = here.words["article"]["note"]
    lang = Markup("") if here.language == "ar" else Markup(' lang="{}"').format(here.language)
    former = [(key, at) for key, at in view.earlier.anchors if block.start <= at < block.end]
    taken = {block.start, *(mention.start for mention, _ in _mentions(view, block))}
    starts = {block.start + start for start, _ in split(view.article.text[block.start : block.end])}
    sentences = [(f"t{start}", start) for start in sorted(starts - taken)]
    return [Point(at, Markup('<span id="{}"></span>').format(key)) for key, at in former + sentences] + [
        Point(claim.content.end, _REFERENCE.format(n=number, lang=lang, label=label.format(n=number)))
        for number, claim in _claims(view, block)
    ]


def _claims(view: ArticleView, block: Block) -> list[tuple[int, Claim]]:
    """The paragraph's statements, each with its number in the article."""
    numbered = enumerate(view.claims, 1)
    return [(number, claim) for number, claim in numbered if block.start <= claim.content.start < block.end]


def _mentions(view: ArticleView, block: Block) -> list[tuple[Mention, bool]]:
    """The paragraph's mentions, each with whether it is the first of those that start where it does."""
    found = [mention for mention in view.mentions if block.start <= mention.start < block.end]
    return [(each, at == 0 or found[at - 1].start != each.start) for at, each in enumerate(found)]


def _claim(claim: Claim, number: int) -> Mark:
    return Mark(
        claim.content.start,
        claim.content.end,
        _CLAIM,
        "mark",
        (("class", "claim"), ("aria-details", f"n{number}")),
        once=(("id", claim.id),),
    )


def _format(format_: Format) -> Mark:
    if format_.tag != "a":
        return Mark(format_.start, format_.end, _FORMAT, format_.tag)
    href = format_.href if format_.href and _WEB.match(format_.href) else None
    outside = (("rel", "external noreferrer"),) if href else ()
    return Mark(format_.start, format_.end, _LINK, "span", outside, href=href)


def _mention(mention: Mention, told: tuple[int, bool], first: bool, view: ArticleView, here: Setting) -> Mark:
    """A mention's mark; its place in the text is its address. The first of its entry tells what it means by a
    title, the others lead to the same entry. Where that is the marked words, its kind is enough.
    """
    entry = f"m{told[0]}"
    name = here.name(view.names[mention.entity]) if mention.entity else None
    kind = here.words["type"][mention.type]
    means = meaning(mention, name, here)
    title = kind if means == mention.text else here.words["mark_title"].format(type=kind, meaning=means)
    href = _href(mention, view)
    return Mark(
        mention.start,
        mention.end,
        _MENTION,
        "span",
        (
            ("class", f"m {mention.type}{' unsure' if unsure(mention) else ''}"),
            ("aria-details", entry),
        ),
        once=((("title", title),) if told[1] else ()) + ((("id", f"t{mention.start}"),) if first else ()),
        href=here.root + href if href else f"#{entry}",
    )


def _href(mention: Mention, view: ArticleView) -> str | None:
    if mention.entity:
        return view.names[mention.entity].href
    day = edtf.single_day(mention.value) if isinstance(mention.value, str) else None
    return address.day(day.isoformat()) if day and day.isoformat() in view.days else None
