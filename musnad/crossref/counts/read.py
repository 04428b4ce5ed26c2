"""The figures of one article, each with what it counts, where, when, and how it stands to those before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from musnad import edtf
from musnad.arabic import sentences
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import Token, tokenize
from musnad.crossref.counts.lexicon import form, row
from musnad.crossref.counts.ranges import bounds
from musnad.crossref.counts.values import Counted, Role
from musnad.model import Annotations, Article, Block, Claim, Mention, Quantity

_NEAR = 12  # content words kept of those around a figure
_AFTER = 3  # words after a counted noun that may qualify it
_PEOPLE = ("person", "organization", "group")
_SHORT = 31  # days up to which a date near a figure is taken for its own
_OPENING = 3  # words before a date that opens its sentence
_COMMAS = ("،", ",", "؛", ";")
_LEAD = 3  # of a headline's or first paragraph's places, how much more they count than others


class _Sentence(NamedTuple):
    """A sentence: code points of the article's text, its tokens there, its names, days and figures."""

    start: int
    end: int
    tokens: list[Token]
    names: list[Mention]
    days: list[Mention]
    numbers: list[Mention]  # its days and figures
    figures: list[tuple[int, int]]  # indexes of the first and last mention of each


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


def _sentences(article: Article, block: Block, own: Annotations) -> Iterator[_Sentence]:
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
            yield _Sentence(start, end, tokens, names, days, numbers, figures)


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


def _counted(article: Article, own: Annotations, here: _Sentence, main: tuple[str, ...]) -> Iterator[Counted]:
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
        day, unsure = _day(here, statement, first.start, mention.end)
        when = edtf.days(day) if day else None
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
            of=_of(here, noun, value.counted, after),
            role=role,
            low=low,
            high=high,
            about=about,
            places=tuple(dict.fromkeys((*_places(here, first.start, mention.end), *main))),
            first=when[0].isoformat() if when else None,
            last_day=when[1].isoformat() if when else None,
            dated=dated,
            told=told[0].isoformat() if told else None,
            words=_words(here, at, after),
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


def _of(here: _Sentence, noun: str, kind: str | None, after: int) -> tuple[str, ...]:
    """What makes the counted another thing than the bare noun."""
    found = {row("people", noun) or noun} if noun and kind not in (None, "other") else set()
    for token in here.tokens[after : after + _AFTER]:
        name = next((n for n in here.names if n.start <= token.start < n.end), None)
        if name is not None and name.type in _PEOPLE:
            found.add(name.entity or "")
        elif token.kind == "word" and row("qualifiers", token.text):
            base = lemma(token.text)
            found.add(row("people", token.text) or base)
        elif token.kind != "word" or fold(token.text) != "من":
            break
    return tuple(sorted(found - {"anyone"}))


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


def _places(here: _Sentence, start: int, end: int) -> list[str]:
    """The places of a sentence by how near they are to a figure, those after it before those as near."""
    places = [n for n in here.names if n.type == "place" and n.entity]
    places.sort(key=lambda n: (n.start - end if n.start >= end else 2 * (start - n.end), n.start))
    return [n.entity for n in places if n.entity]


def _day(here: _Sentence, claim: Claim | None, start: int, end: int) -> tuple[str | None, bool]:
    """The date of a figure, and whether its text leaves it open which date that is.

    The nearest day or few days, in its statement where it stands in one. A longer time counts where it opens
    the sentence or stands after the figure in its clause; else nobody knows whether it is the figure's
    («في زلزال عام 2014، وصلت إلى 74»), unless it lasts till now («غير مسبوقة منذ 30 عاما»).
    """
    days = [d for d in here.days if claim is None or claim.content.start <= d.start < claim.content.end]
    short = [d for d in days if _length(d) <= _SHORT]
    if short:
        return str(min(short, key=lambda d: (max(d.start - end, start - d.end), d.start)).value), False
    for date in days:
        opens = sum(t.end <= date.start for t in here.tokens) < _OPENING
        clause = any(t.text in _COMMAS for t in here.tokens if end <= t.start < date.start)
        if opens or (date.start >= end and not clause):
            return str(date.value), False
    return None, any(not str(d.value).endswith("/..") for d in days)


def _length(date: Mention) -> int:
    """The days that a date may mean; of an unknown one none."""
    span = edtf.days(str(date.value))
    return (span[1] - span[0]).days if span else 0


def _words(here: _Sentence, at: int, after: int) -> tuple[str, ...]:
    """The lemmas of content words nearest to a figure, sorted; names by their entity."""
    found: dict[str, int] = {}
    for k, token in enumerate(here.tokens):
        if at <= k < after or token.kind != "word" or row("common", token.text):
            continue
        if any(d.start <= token.start < d.end for d in here.numbers):
            continue
        name = next((n for n in here.names if n.start <= token.start < n.end), None)
        word = name.entity if name and name.entity else lemma(token.text)
        if len(word) > 2:
            found.setdefault(word, max(at - k, k - after))
    return tuple(sorted(sorted(found, key=lambda word: (found[word], word))[:_NEAR]))
