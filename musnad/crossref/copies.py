"""Passages that stand in two articles word for word or nearly: agency copy, texts taken over.

A sentence is sketched by its few least hashes of three words in a row (bottom-k sketch, A. Broder, On the
resemblance and containment of documents, 1997): sentences that share most of their words share some of
these. Sentences that share some are compared in full. A hash that very many have within days is a text that
went round: each is compared with those next to it; over longer it is a stock phrase and leads nowhere. So
the cost grows with the archive.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from musnad import edtf
from musnad.arabic import sentences
from musnad.arabic.fold import fold
from musnad.arabic.tokens import tokenize
from musnad.crossref.words import tokens_of
from musnad.model import Annotations, Article, Copied, Entity, Value

_RUN = 3  # words in a row that are hashed
_SKETCH = 5  # least hashes kept of a sentence
_MANY = 60  # sentences that have a hash, up to which each is compared with each
_NEXT = 3  # sentences before it that one of more is compared with
_BURST = 10  # days within which very many have a text that went round
_RARE = 6  # up to which one hash in common is enough to look at two sentences
_SHARED = 0.6  # of the shorter sentence's runs that the other has
_LEAST = 12  # words of a passage that both texts have
_SHORT = 6  # words of a sentence that is looked at
_EDGE = 2  # words at a sentence's edge that may differ
_LEFT_OUT = ("residue", "byline", "dateline", "credit")

Extent = tuple[tuple[int, int], tuple[int, int]]  # code points of a passage in either text
Place = tuple[int, int]  # a sentence: its article's place in reading order, its number there
Runs = dict[int, int]  # hash of words in a row -> the first of these words


class Sentence(Value, frozen=True):
    """A sentence: code points of its article's text, and its sketch."""

    start: int
    end: int
    sketch: tuple[int, ...]


class Channel(Value, frozen=True):
    """Through whom a statement came, by entity or name, and the code points of its words."""

    start: int
    end: int
    key: str


class Passages(Value, frozen=True):
    """An article made ready to be compared: its sentences, its agencies, the channels of its statements."""

    article: str
    sentences: tuple[Sentence, ...]
    agencies: tuple[str, ...]
    channels: tuple[Channel, ...]

    def carriers(self, start: int, end: int) -> list[str]:
        """Through whom a stretch of text came: the article's agencies, the channels of statements in it."""
        inside = (each.key for each in self.channels if each.start < end and start < each.end)
        return list(dict.fromkeys((*self.agencies, *inside)))


def read(article: Article, own: Annotations) -> Passages:
    """The sentences of an article's own text, without what belongs to the page it stood on."""
    found = []
    tokens = tokens_of(article.text)
    starts = [token.start for token in tokens]
    for block in article.blocks:
        if block.zone in _LEFT_OUT:
            continue
        for first, last in sentences.split(article.text[block.start : block.end]):
            start, end = block.start + first, block.start + last
            inside = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
            runs = _runs([fold(token.text) for token in inside if token.kind != "sign"])
            if len(runs) > _SHORT - _RUN:
                found.append(Sentence(start, end, tuple(sorted(runs)[:_SKETCH])))
    channels = (
        Channel(claim.content.start, claim.content.end, key)
        for claim in own.claims
        for voice in claim.via
        if (key := voice.entity or voice.name)
    )
    return Passages(article.id, tuple(found), article.agencies, tuple(channels))


def copied(
    readings: Iterable[Passages], articles: Sequence[Article], entities: Mapping[str, Entity]
) -> dict[str, tuple[Copied, ...]]:
    """The passages that articles, given in reading order, have from each other: under both articles' ids."""
    read = {each.article: each for each in readings}
    places = {article.id: place for place, article in enumerate(articles)}
    texts = {article.id: article.text for article in articles}
    days = [edtf.single_day(article.date_published) for article in articles]
    known = _Known(texts)
    found: defaultdict[str, list[Copied]] = defaultdict(list)
    for (one, other), pairs in sorted(_alike(read, places, days, known).items(), key=lambda item: item[0]):
        a, b = read[articles[one].id], read[articles[other].id]
        for run in _joined(pairs):
            extent = known.extent(a, b, run)
            if extent:
                agency = _agency(a, b, extent, entities)
                copy = Copied(a.article, *extent[0], b.article, *extent[1], agency)
                found[a.article].append(copy)
                found[b.article].append(copy)
    return {key: tuple(found[key]) for key in sorted(found)}


class _Word(NamedTuple):
    """A folded word or number, and its code points."""

    start: int
    end: int
    folded: str


def _words(text: str, start: int, end: int) -> list[_Word]:
    """The words of a stretch of text, signs left out."""
    tokens = tokenize(text[start:end])
    return [_Word(start + t.start, start + t.end, fold(t.text)) for t in tokens if t.kind != "sign"]


def _runs(words: Sequence[str]) -> Runs:
    """The hashes of words in a row, each with the place of its first word."""
    found: Runs = {}
    for at in range(len(words) - _RUN + 1):
        found.setdefault(zlib.crc32(" ".join(words[at : at + _RUN]).encode()), at)
    return found


class _Known:
    """The words of sentences that were looked at, each taken apart once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._runs: dict[tuple[str, int], Runs] = {}

    def runs(self, article: str, sentence: Sentence) -> Runs:
        """The hashed runs of words of a sentence."""
        key = article, sentence.start
        if key not in self._runs:
            words = _words(self._texts[article], sentence.start, sentence.end)
            self._runs[key] = _runs([word.folded for word in words])
        return self._runs[key]

    def extent(self, a: Passages, b: Passages, run: Sequence[tuple[int, int]]) -> Extent | None:
        """Where the passage of these pairs of sentences lies in both texts; None if it is too short."""
        own = [a.sentences[i] for i, _ in run]
        theirs = [b.sentences[j] for _, j in run]
        ours, others = self._stretch(a.article, own), self._stretch(b.article, theirs)
        left, right = _runs([w.folded for w in ours]), _runs([w.folded for w in others])
        shared = left.keys() & right.keys()
        covered = {at + step for key in shared for at in (left[key],) for step in range(_RUN)}
        if len(covered) < _LEAST:
            return None
        return (
            _cut(ours, [left[key] for key in shared], own),
            _cut(others, [right[key] for key in shared], theirs),
        )

    def _stretch(self, article: str, over: Sequence[Sentence]) -> list[_Word]:
        return _words(self._texts[article], min(s.start for s in over), max(s.end for s in over))


def _cut(words: Sequence[_Word], places: Sequence[int], over: Sequence[Sentence]) -> tuple[int, int]:
    """From the first shared word to the last; whole sentences where few words at their edges differ."""
    first, last = min(places), max(places) + _RUN - 1
    start = min(s.start for s in over) if first <= _EDGE else words[first].start
    end = max(s.end for s in over) if len(words) - 1 - last <= _EDGE else words[last].end
    return start, end


def _alike(
    read: Mapping[str, Passages], places: Mapping[str, int], days: Sequence[date | None], known: _Known
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The pairs of sentences that are alike, by the places of their articles in reading order."""
    own = {place: read[key] for key, place in places.items() if key in read}
    found: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for (one, i), (other, j) in _met(own, days):
        a, b = own[one], own[other]
        if _are_alike(known.runs(a.article, a.sentences[i]), known.runs(b.article, b.sentences[j])):
            found[one, other].append((i, j))
    return found


def _met(own: Mapping[int, Passages], days: Sequence[date | None]) -> Iterator[tuple[Place, Place]]:
    """The pairs of sentences of different articles that share a rare hash, or two."""
    having: defaultdict[int, list[Place]] = defaultdict(list)
    for place in sorted(own):
        for number, sentence in enumerate(own[place].sentences):
            for hashed in sentence.sketch:
                having[hashed].append((place, number))
    shared: Counter[tuple[Place, Place]] = Counter()
    for sharing in having.values():
        weight = 2 if len(sharing) <= _RARE else 1
        for pair in combinations(sharing, 2) if len(sharing) <= _MANY else _next(sharing, days):
            if pair[0][0] != pair[1][0]:
                shared[pair] += weight
    return (pair for pair, number in shared.items() if number > 1)


def _next(sharing: Sequence[Place], days: Sequence[date | None]) -> Iterator[tuple[Place, Place]]:
    """Each sentence with the few before it, if all are of a few days."""
    first, last = days[sharing[0][0]], days[sharing[-1][0]]
    if first is None or last is None or (last - first).days > _BURST:
        return
    for at, place in enumerate(sharing):
        yield from ((before, place) for before in sharing[max(0, at - _NEXT) : at])


def _are_alike(one: Runs, other: Runs) -> bool:
    return len(one.keys() & other.keys()) >= _SHARED * min(len(one), len(other))


def _joined(pairs: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs of sentences in runs that go on in both texts."""
    run: list[tuple[int, int]] = []
    for i, j in sorted(pairs):
        if run and (i - run[-1][0], j - run[-1][1]) not in ((0, 1), (1, 0), (1, 1)):
            yield run
            run = []
        run.append((i, j))
    if run:
        yield run


def _agency(a: Passages, b: Passages, extent: Extent, entities: Mapping[str, Entity]) -> str | None:
    """The agency through which both texts have a passage."""
    theirs = b.carriers(*extent[1])
    for key in a.carriers(*extent[0]):
        is_agency = key in (*a.agencies, *b.agencies) or (key in entities and entities[key].role == "agency")
        if is_agency and key in theirs:
            return key
    return None
