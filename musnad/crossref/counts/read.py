"""The figures of one article, each with what it counts, where, when, and how it stands to those before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from musnad import edtf
from musnad.arabic import sentences
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import Token, tokenize
from musnad.crossref.counts.around import Sentence, day, places, qualifiers, words
from musnad.crossref.counts.lexicon import form, row
from musnad.crossref.counts.ranges import bounds
from musnad.crossref.counts.values import Counted, Role
from musnad.model import Annotations, Article, Block, Claim, Mention, Quantity

_JOINED = 6  # words up to which a figure after a part is a part too
_TOLL = 8  # words before a figure in which it is called a toll
_CLAUSE = 8  # words around a figure in which is said since when
_OF_THEM = re.compile(r"\sمن (?:بين )?ال")  # «87 من الضحايا»
_LEAD = 3  # of a headline's or first paragraph's places, how much more they count than others


def counts(article: Article, own: Annotations) -> tuple[Counted, ...]:
    """The figures of an article in order of its text; of a range («بين 20 و25») one.

    Nothing is made of residue or text of another hand: no figure is marked there.
    """
    main = _main_places(article, own)
    found: list[Counted] = []
    for block in article.blocks:
        for sentence in _sentences(article, block, own):
            for one in _counted(article, own, sentence, main):
                found.append(_besides(found, one, sentence, own))
    return tuple(found)


def _besides(before: Sequence[Counted], one: Counted, here: Sentence, own: Annotations) -> Counted:
    """A figure, or the same as a rest where it counts others than figures before («9 مدنيين آخرين»)."""
    end = own.mentions[one.last].end
    word = next((t.text for t in here.tokens if t.start >= end), "")
    others = any(each.kind == one.kind and each.low != one.low for each in before)
    if one.role == "total" and others and row("rest", word):
        return msgspec.structs.replace(one, role="rest")
    return one


def _main_places(article: Article, own: Annotations) -> tuple[str, ...]:
    """The places an article names most, up to three; those of its headline and first paragraph weigh more."""
    lead = next((b.end for b in article.blocks if b.zone == "body"), 0)
    named: Counter[str] = Counter()
    for mention in own.mentions:
        if mention.type == "place" and mention.entity:
            named[mention.entity] += _LEAD if mention.start < lead else 1
    return tuple(sorted(named, key=lambda place: (-named[place], place))[:3])


def _sentences(article: Article, block: Block, own: Annotations) -> Iterator[Sentence]:
    """The sentences of a paragraph that hold figures."""
    first = bisect_left(own.mentions, block.start, key=_start)
    last = bisect_left(own.mentions, block.end, key=_start)
    if not any(isinstance(m.value, Quantity) for m in own.mentions[first:last]):
        return
    for opening, ending in sentences.split(article.text[block.start : block.end]):
        start, end = block.start + opening, block.start + ending
        here = [(i, own.mentions[i]) for i in range(first, last) if start <= own.mentions[i].start < end]
        figures = list(_joined([(i, m) for i, m in here if isinstance(m.value, Quantity)]))
        if figures:
            found = tokenize(article.text[start:end])
            tokens = [Token(start + t.start, start + t.end, t.text, t.kind) for t in found]
            yield Sentence(start, end, tokens, [m for _, m in here], figures)


def _start(mention: Mention) -> int:
    return mention.start


def _joined(figures: Sequence[tuple[int, Mention]]) -> Iterator[tuple[int, int]]:
    """The figures by the indexes of their mentions, the two bounds of a range together."""
    skip = False
    for (index, mention), following in zip_longest(figures, figures[1:]):
        if skip:
            skip = False
        elif following and _is_range(mention, following[1]):
            skip = True
            yield index, following[0]
        else:
            yield index, index


def _is_range(low: Mention, high: Mention) -> bool:
    return (
        ":range" in low.by and ":range" in high.by and (_comparator(low), _comparator(high)) == (">=", "<=")
    )


def _comparator(mention: Mention) -> str | None:
    return mention.value.comparator if isinstance(mention.value, Quantity) else None


def _counted(article: Article, own: Annotations, here: Sentence, main: tuple[str, ...]) -> Iterator[Counted]:
    """The figures of a sentence; `main` are the places of the article."""
    before: Counted | None = None
    ended = 0
    for index, last in here.figures:
        start, end = own.mentions[index].start, own.mentions[last].end
        value = own.mentions[last].value
        assert isinstance(value, Quantity)
        at, after = here.token_from(start), here.token_from(end)
        claim = _innermost(own.claims, start, end)
        statement = own.claims[claim] if claim is not None else None
        noun = _noun(value)
        toll = any(form("toll", t.text) or row("toll", t.text) for t in here.tokens[max(0, at - _TOLL) : at])
        date, unsure = day(here, statement, start, end)
        when = edtf.days(date) if date and not (toll and edtf.single_day(date)) else None
        published = edtf.days(article.date_published) if article.date_published else None
        said = edtf.days(statement.said) if statement and statement.said else None
        dated = when is not None or unsure
        told, when = said or published, when if dated else published
        role = _role(here.tokens, at, after, noun, own.mentions[last], _next(own, here, index))
        if before and before.kind == value.counted:
            role = _after(role, before.role, here.tokens[ended:after], at - ended)
        if role == "total" and not dated and _gathers(here.tokens, at, after):
            role = "sum"
        low, high, about = bounds(own.mentions[index], own.mentions[last])
        of, until = qualifiers(here, noun, value.counted, after)
        told_of = [t.text for t in here.tokens[after:until]]
        named = places(here, start, end)
        before, ended = (
            Counted(
                article=article.id,
                mention=index,
                last=last,
                claim=claim,
                kind=value.counted,
                noun=noun,
                of=of,
                called=" ".join((value.unit or "", *told_of)).strip(),
                role=role,
                low=low,
                high=high,
                about=about,
                places=tuple(dict.fromkeys((*named, *main))),
                placed=bool(named),
                first=when[0].isoformat() if when else None,
                last_day=when[1].isoformat() if when else None,
                dated=dated,
                told=told[0].isoformat() if told else None,
                toll=toll,
                words=words(here, at, after),
            ),
            after,
        )
        yield before


def _next(own: Annotations, here: Sentence, index: int) -> Mention | None:
    """The first mention of the figure after one in its sentence."""
    following = [first for first, _ in here.figures if first > index]
    return own.mentions[following[0]] if following else None


def _innermost(claims: Sequence[Claim], start: int, end: int) -> int | None:
    around = [
        (c.content.end - c.content.start, i)
        for i, c in enumerate(claims)
        if c.content.start <= start and end <= c.content.end
    ]
    return min(around)[1] if around else None


def _noun(value: Quantity) -> str:
    if not value.unit:
        return ""
    return lemma(value.unit.split()[0]) if value.unit[0].isalpha() else value.unit


def _role(
    tokens: Sequence[Token], at: int, after: int, noun: str, mention: Mention, following: Mention | None
) -> Role:
    """How a figure at tokens `at` to `after` stands to others, by the words beside it."""
    near = [fold(t.text) for t in tokens[max(0, at - 2) : at]]
    inside = [t.text for t in tokens[at:after] if t.kind == "word"]
    if near and form("change_by", near[-1]):
        return "change"
    if any(form("part_before", word) for word in near) or any(
        form("part_after", word) for word in (*inside[-1:], *(t.text for t in tokens[after : after + 1]))
    ):
        return "part"
    if row("people", noun) == "anyone" and _OF_THEM.search(mention.text):
        return "part"
    if near[-1:] == ["من"] and following is not None:
        between = [fold(t.text) for t in tokens[after:] if t.start < following.start]
        if between[-1:] == ["الي"] and any(row("change", t.text) for t in tokens[:at]):
            return "past"
    return "total"


def _after(role: Role, before: Role, tokens: Sequence[Token], gap: int) -> Role:
    """The role of a figure that counts what the one before does; `tokens` follow that, to its own end."""
    words = [t.text for t in tokens if t.kind == "word"]
    if before == "part" and gap <= _JOINED and any(fold(word).startswith("و") for word in words):
        return "part"  # «منهم ثمانية في قوات الأمن واثنان في صفوف المتظاهرين»
    if role == "total" and any(row("rest", word) for word in words[-2:]):
        return "rest"
    return role


def _gathers(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether a figure sums up a time that the text does not date, by the words of its clause."""
    near = tokens[max(0, at - _CLAUSE) : after + _CLAUSE]
    return any(form("since", t.text) for t in near)
