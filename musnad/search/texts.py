"""An article's words in their places, and who and what is named in and around its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from musnad.arabic.fold import fold
from musnad.arabic.sentences import split
from musnad.model import Article, Claim, Entity, Mention, Span, Voice
from musnad.search.analysis import PROPER, Names, Word, name_words, words
from musnad.search.record import Named, Range, Said, Sentence

Placed = list[tuple[int, Word]]


class Text:
    """The words of an article's text with their positions; a phrase runs over sentences, not over blocks."""

    def __init__(self, article: Article, known: Names) -> None:
        self.sentences: list[Sentence] = []
        self.placed: Placed = []
        self._ends: list[int] = []
        position = 0
        for number, block in enumerate(article.blocks, 1):
            text = article.text[block.start : block.end]
            position += 1
            for start, end in split(text) if block.zone != "residue" else ():
                if found := words(text[start:end], known, block.start + start):
                    self.sentences.append(Sentence(number, position, text[start:end].replace("\n", " ")))
                    self.placed += enumerate(found, position)
                    position += len(found)
        self.starts = [word.start for _, word in self.placed]
        self.terms = {word.form: word.term for _, word in self.placed}
        self.title = [Word(w.form, self.terms.get(w.form, w.term)) for w in words(article.title)]

    def range(self, start: int, end: int) -> Range | None:
        """The positions of the words from one code point to another, or None where there are none."""
        first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end) - 1
        return (self.placed[first][0], self.placed[last][0]) if 0 <= first <= last else None

    def inside(self, positions: Range) -> Placed:
        """The words from one position to another."""
        first = bisect_left(self.placed, positions[0], key=lambda row: row[0])
        return self.placed[first : bisect_right(self.placed, positions[1], key=lambda row: row[0])]


class Around:
    """Who and what is named in a text, carries it, or speaks in it; `words` are of each name of each."""

    def __init__(self, mentions: Iterable[Mention], entities: Mapping[str, Entity], text: Text) -> None:
        self._entities = entities
        self._text = text
        self._stands: dict[str, list[Range]] = {}
        self._index: dict[str, int] = {}
        self.named: list[Named] = []
        self.cues: list[Range | None] = []
        self.words: list[list[tuple[Word, ...]]] = []
        for mention in mentions:
            at = text.range(mention.start, mention.end)
            if mention.entity in entities and at and mention.entity:
                self._stands.setdefault(mention.entity, []).append(at)
        self.places(self._stands)

    def places(self, keys: Iterable[str | None]) -> tuple[int, ...]:
        """The places in `named` of entities; a key that is no entity's is a name itself."""
        return tuple(dict.fromkeys(self._place(key) for key in keys if key))

    def _place(self, key: str) -> int:
        if key not in self._index:
            self._index[key] = len(self.named)
            entity = self._entities.get(key)
            named = _all_names(entity) if entity else Named((key.replace("\n", " "),))
            self.named.append(named._replace(stands=tuple(dict.fromkeys(self._stands.get(key, ())))))
            proper = entity is not None and entity.type in PROPER
            self.words.append([name_words(name, proper) for name in named.names])
        return self._index[key]

    def other(self, place: int) -> Named:
        """Who is named at this place, with only such names as stand for others in the text."""
        _, _, stands = self.named[place]
        standing = [[word.term for _, word in self._text.inside(at)] for at in stands]
        names = zip(self.named[place].names, self.words[place], strict=True)
        kept = tuple(name for name, own in names if any([w.term for w in own] != found for found in standing))
        return Named(kept, stands=stands if kept else ())

    def statements(self, claims: Iterable[Claim]) -> Iterator[Said]:
        """The statements whose content is in the text."""
        for claim in claims:
            if content := self._range(claim.content):
                speaker = self.places((_key(claim.speaker),))
                self.cues.append(self._range(claim.cue))
                yield Said(
                    id=claim.id,
                    content=content,
                    attribution=tuple(filter(None, map(self._range, (claim.source, claim.cue)))),
                    speaker=speaker[0] if speaker else None,
                    via=self.places(map(_key, claim.via)),
                    modality=claim.modality,
                    date=claim.said or "",
                )

    def _range(self, span: Span | None) -> Range | None:
        return self._text.range(span.start, span.end) if span else None


def _key(voice: Voice) -> str | None:
    return voice.entity or voice.name


def _all_names(entity: Entity) -> Named:
    english = (entity.name_en,) if entity.name_en else ()
    found = {fold(name): name for name in reversed((entity.name_ar, *english, *entity.aliases))}
    return Named(tuple(reversed(found.values())), english=len(english) > 0)
