"""An article's words in their places, and who and what is named in and around its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from musnad.arabic.fold import fold
from musnad.arabic.gloss import by_key, role_in_english
from musnad.arabic.sentences import split
from musnad.model import Article, Block, Claim, Entity, Mention, Span, Voice
from musnad.naming import in_both
from musnad.search.analysis import (
    NAMES,
    PROPER,
    Placed,
    Words,
    name_words,
    placed,
    plain_term,
    proper_term,
    words,
)
from musnad.search.record import Named, Range, Said, Sentence


class Text:
    """The words of an article's text, as columns; a phrase runs over sentences, not over blocks.

    Of each word `positions` has where it stands among the words, with a gap before each block, `forms` and
    `terms` what it is, `starts` and `ends` its code points. `proper` are the terms in persons' and places'
    names.
    """

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self.sentences: list[Sentence] = []
        self.positions: list[int] = []
        self.forms: list[str] = []
        self.terms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        whole, position = placed(article.text), 1
        for number, block in enumerate(article.blocks, 1):
            if block.zone != "residue":
                position = self._read(number, block, article.text[block.start : block.end], whole, position)
            position += 1
        self._name(article.text, [mention for mention in mentions if mention.type in NAMES])
        own = dict(zip(self.forms, self.terms, strict=True))
        self.title: Words = tuple((form, own.get(form, term)) for form, term in words(article.title))

    def _read(self, number: int, block: Block, text: str, whole: Placed, position: int) -> int:
        """Take a block in, whose first word has this position; the position after its last.

        `whole` are the words of all the article's text.
        """
        before = len(self.starts)
        own = slice(bisect_left(whole[2], block.start), bisect_left(whole[2], block.end))
        forms, terms, starts, ends = whole
        self.forms += forms[own]
        self.terms += terms[own]
        self.starts += starts[own]
        self.ends += ends[own]
        after = position + len(self.starts) - before
        self.positions += range(position, after)
        for start, end in split(text):
            first, before = before, bisect_left(self.starts, block.start + end, before)
            if first < before:
                words = text[start:end].replace("\n", " ")
                self.sentences.append(Sentence(number, self.positions[first], words))
        return after

    def _name(self, text: str, mentions: Iterable[Mention]) -> None:
        """Give the words that are in names, or in which names begin, the terms that names have."""
        begun: dict[int, int] = {}  # of a word: the code points before the name in it
        proper: set[int] = set()
        named: set[int] = set()
        for mention in mentions:
            at = max(bisect_right(self.starts, mention.start) - 1, 0)
            if at < len(self.starts) and self.starts[at] <= mention.start < self.ends[at]:
                skipped = mention.start - self.starts[at]
                begun[at] = min(begun.get(at, skipped), skipped)
            first = bisect_right(self.ends, mention.start, at)
            inside = range(first, bisect_right(self.ends, mention.end, first))
            named.update(inside)
            if mention.type in PROPER:
                proper.update(inside)
        for at in {*proper, *(at for at, skipped in begun.items() if skipped)}:
            word = text[self.starts[at] + begun.get(at, 0) : self.ends[at]]
            self.terms[at] = (proper_term if at in proper else plain_term)(self.forms[at], word)
        self.proper = frozenset(self.terms[at] for at in proper)
        self.named = frozenset(self.terms[at] for at in named)

    def range(self, start: int, end: int) -> Range | None:
        """The positions of the words from one code point to another, or None where there are none."""
        first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end) - 1
        return (self.positions[first], self.positions[last]) if 0 <= first <= last else None

    def inside(self, positions: Range) -> slice:
        """The words from one position to another, as a part of each column."""
        first = bisect_left(self.positions, positions[0])
        return slice(first, bisect_right(self.positions, positions[1], first))


class Around:
    """Who and what is named in a text, carries it, or speaks in it.

    Of each of `named`, `words` has the words of each name, `terms` the terms of all.
    """

    def __init__(self, mentions: Iterable[Mention], entities: Mapping[str, Entity], text: Text) -> None:
        self._entities = entities
        self._in_english = by_key(in_both(entities.values()))
        self._text = text
        self._stands: dict[str, list[Range]] = {}
        self._index: dict[str, int] = {}
        self.keys: list[str] = []
        self.named: list[Named] = []
        self.cues: list[Range | None] = []
        self.words: list[tuple[Words, ...]] = []
        self.terms: list[frozenset[str]] = []
        for mention in mentions:
            if mention.entity in entities and mention.entity:
                at = text.range(mention.start, mention.end)
                if at:
                    self._stands.setdefault(mention.entity, []).append(at)
        self.places(self._stands)

    def places(self, keys: Iterable[str | None]) -> tuple[int, ...]:
        """The places in `named` of entities; a key that is no entity's is a name itself."""
        return tuple(dict.fromkeys(self._place(key) for key in keys if key))

    def _place(self, key: str) -> int:
        if key not in self._index:
            self._index[key] = len(self.named)
            self.keys.append(key)
            entity = self._entities.get(key)
            names = _names(entity) if entity else self._role(key.replace("\n", " "))
            found, terms = _read(names, proper=entity is not None and entity.type in PROPER)
            english = names[1:2] == (entity.name_en,) if entity else len(names) > 1
            self.named.append(Named(names, english, tuple(dict.fromkeys(self._stands.get(key, ())))))
            self.words.append(found)
            self.terms.append(terms)
        return self._index[key]

    def _role(self, words: str) -> tuple[str, ...]:
        """A nameless speaker's role, in English too as far as that can be told, as pages tell it."""
        told = role_in_english(words, self._in_english)
        return (words, told) if told else (words,)

    def other(self, place: int) -> Named:
        """Who is named at this place, with only such names as stand for others in the text."""
        named = self.named[place]
        standing = {tuple(self._text.terms[self._text.inside(at)]) for at in named.stands}
        names = zip(named.names, self.words[place], strict=True)
        kept = tuple(name for name, own in names if standing - {tuple(term for _, term in own)})
        return Named(kept, stands=named.stands if kept else ())

    def statements(self, claims: Iterable[Claim]) -> Iterator[Said]:
        """The statements whose content is in the text."""
        for claim in claims:
            if content := self._range(claim.content):
                speaker = self.places((_key(claim.speaker),))
                cue = self._range(claim.cue)
                self.cues.append(cue)
                yield Said(
                    id=claim.id,
                    content=content,
                    attribution=tuple(filter(None, (self._range(claim.source), cue))),
                    speaker=speaker[0] if speaker else None,
                    via=self.places(map(_key, claim.via)),
                    modality=claim.modality,
                    date=claim.said or "",
                    cue=cue,
                )

    def _range(self, span: Span | None) -> Range | None:
        return self._text.range(span.start, span.end) if span else None


def _key(voice: Voice) -> str | None:
    return voice.entity or voice.name


def _names(entity: Entity) -> tuple[str, ...]:
    english = (entity.name_en,) if entity.name_en else ()
    return _distinct((entity.name_ar, *english, *entity.aliases))


@lru_cache(maxsize=1 << 16)
def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of names that fold to the same the first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())


@lru_cache(maxsize=1 << 16)
def _read(names: tuple[str, ...], proper: bool) -> tuple[tuple[Words, ...], frozenset[str]]:
    """The words of each name, and the terms of all."""
    found = tuple(name_words(name, proper) for name in names)
    return found, frozenset(term for words in found for _, term in words)
