"""The figures of one article, each with what it counts, where, when, and how it stands to those before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

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

_LEAD = 3  # of a headline's or first paragraph's places, how much more they count than others


def counts(article: Article, own: Annotations) -> tuple[Counted, ...]:
    """The figures of an article in order of its text; of a range («بين 20 و25») one.

    Nothing is made of residue or text of another hand: no figure is marked there.
    """
    main = _main_places(article, own)
    return tuple(
        counted
        for block in article.blocks
        for sentence in _sentences(article, block, own)
        for counted in _counted(article, own, sentence, main)
    )


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
    inside = [(i, m) for i, m in enumerate(own.mentions) if block.start <= m.start and m.end <= block.end]
    if not any(isinstance(m.value, Quantity) for _, m in inside):
        return
    for first, last in sentences.split(article.text[block.start : block.end]):
        start, end = block.start + first, block.start + last
        here = [(i, m) for i, m in inside if start <= m.start < end]
        figures = list(_joined([(i, m) for i, m in here if isinstance(m.value, Quantity)]))
        if figures:
            tokens = [
                t._replace(start=start + t.start, end=start + t.end)
                for t in tokenize(article.text[start:end])
            ]
            names = [m for _, m in here if m.entity]
            days = [m for _, m in here if isinstance(m.value, str)]
            numbers = [m for _, m in here if m.type in ("date", "quantity")]
            yield Sentence(start, end, tokens, names, days, numbers, figures)


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
    before: str | None = None
    for place, (index, last) in enumerate(here.figures):
        first, mention = own.mentions[index], own.mentions[last]
        value = mention.value
        assert isinstance(value, Quantity)
        at = next((k for k, t in enumerate(here.tokens) if t.start >= first.start), len(here.tokens))
        after = next((k for k, t in enumerate(here.tokens) if t.start >= mention.end), len(here.tokens))
        claim = _innermost(own.claims, first.start, mention.end)
        noun = _noun(value)
        following = own.mentions[here.figures[place + 1][0]] if place + 1 < len(here.figures) else None
        role = _role(here.tokens, at, after, mention, noun, following, before == value.counted)
        statement = own.claims[claim] if claim is not None else None
        date, unsure = day(here, statement, first.start, mention.end)
        when = edtf.days(date) if date else None
        published = edtf.days(article.date_published) if article.date_published else None
        said = edtf.days(statement.said) if statement and statement.said else None
        told = said or published
        dated = when is not None or unsure
        when = when if dated else published
        low, high, about = bounds(own.mentions[index], mention)
        yield Counted(
            article=article.id,
            mention=index,
            last=last,
            claim=claim,
            kind=value.counted,
            noun=noun,
            of=qualifiers(here, noun, value.counted, after),
            role=role,
            low=low,
            high=high,
            about=about,
            places=tuple(dict.fromkeys((*places(here, first.start, mention.end), *main))),
            first=when[0].isoformat() if when else None,
            last_day=when[1].isoformat() if when else None,
            dated=dated,
            told=told[0].isoformat() if told else None,
            words=words(here, at, after),
        )
        before = value.counted


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
    tokens: Sequence[Token],
    at: int,
    after: int,
    mention: Mention,
    noun: str,
    following: Mention | None,
    same: bool,
) -> Role:
    """How a figure stands to those before it; `same`: the one before it counts the same."""
    near = [fold(t.text) for t in tokens[max(0, at - 2) : at]]
    inside = [fold(t.text) for t in tokens[at:after] if t.kind == "word"]
    if any(form("change", word) == "by" for word in near[-1:]):
        return "change"
    if any(form("part", word) == "before" for word in near) or (
        inside and form("part", inside[-1]) == "after"
    ):
        return "part"
    if row("people", noun) == "anyone" and " من ال" in mention.text:
        return "part"  # «87 من الضحايا»
    if after < len(tokens) and form("part", tokens[after].text) == "after":
        return "part"
    if same and any(row("rest", word) for word in (*inside, *(t.text for t in tokens[after : after + 1]))):
        return "rest"
    if near[-1:] == ["من"] and following is not None:
        between = [fold(t.text) for t in tokens[after:] if t.start < following.start]
        changed = any(row("change", t.text) == "words" for t in tokens[:at])
        if changed and between[-1:] == ["الي"]:
            return "past"
    return "total"
