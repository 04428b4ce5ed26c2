"""Queries drawn from an archive: of every kind the language of queries has, the same at every call."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from typing import NamedTuple

from musnad.model import Archive, Entity
from musnad.search.documents import day
from musnad.search.query import signs
from musnad.search.vocabulary import Readings

_PREFIXES = ("و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "وبال", "سي")
_SUFFIXES = ("ه", "ها", "هم", "ات", "ون", "ين", "ان", "تين", "ية", "وا", "نا")
_OTHERWISE = str.maketrans("ةأإآىيئؤ", "هاااييءو")
_SIGNS = "«»()[]:؛،.؟!…\"'"


class Drawn(NamedTuple):
    """A query, its kind, and how it is asked: among statements alone, the latest first."""

    kind: str
    query: str
    statements: bool
    by_date: bool


class _Pool:
    """What queries are drawn from: texts as lists of words, their words by how common they are, names."""

    def __init__(self, archive: Archive, readings: Readings, seed: int) -> None:
        self.draw = random.Random(seed)
        self.texts = [words for one in archive.articles if (words := one.text.split())]
        counted = Counter(word.strip(_SIGNS) for words in self.texts for word in set(words))
        del counted[""]
        self.words = sorted(counted)
        self.common = [word for word, _ in sorted(counted.items(), key=lambda row: (-row[1], row[0]))[:60]]
        self.rare = sorted(word for word, number in counted.items() if number == 1)
        self.latin = [word for word in self.words if word.isascii() and word.isalpha() and len(word) > 2]
        named = {m.entity for found in archive.annotations.values() for m in found.mentions}
        self.entities = [archive.entities[key] for key in sorted(filter(None, named & {*archive.entities}))]
        claims = [claim for found in archive.annotations.values() for claim in found.claims]
        said = {
            archive.entities[key] for c in claims if (key := c.speaker.entity) in archive.entities and key
        }
        self.speakers = sorted(said, key=lambda one: one.id)
        self.voices = sorted({c.speaker.name for c in claims if c.speaker.name})
        self.cues = sorted({claim.cue.text for claim in claims if claim.cue})
        self.outlets = sorted(
            {k for one in archive.articles for k in (one.outlet, *one.agencies, one.credit) if k}
        )
        self.days = sorted(number for one in archive.articles if (number := day(one)))
        self.dictionary = sorted(readings)

    def one(self, of: Sequence[str]) -> str:
        """One of these; a word of a text where there are none."""
        return self.draw.choice(of or self.words)

    def word(self) -> str:
        """A word where it stands in a text, so that common ones are drawn often."""
        return self.one(self.draw.choice(self.texts))

    def run(self, least: int, most: int) -> str:
        """Words that stand one after another."""
        words = self.draw.choice(self.texts)
        length = min(self.draw.randint(least, most), len(words))
        start = self.draw.randint(0, len(words) - length)
        return " ".join(words[start : start + length]).replace('"', " ")

    def near(self, number: int) -> str:
        """Words of one article."""
        words = self.draw.choice(self.texts)
        return " ".join(self.draw.choice(words) for _ in range(number))

    def name(self, of: Sequence[Entity]) -> str:
        """One of the names of one of these, in any script."""
        if not of:
            return self.word()
        entity = self.draw.choice(of)
        return self.one([name for name in (entity.name_ar, entity.name_en, *entity.aliases) if name])

    def field(self, letter: str) -> str:
        """One of a field's names, Arabic or English."""
        return self.one(signs()["fields"][letter])

    def value(self, letter: str) -> str:
        """A field asked for one of its values."""
        spelled = [name for names in signs()["values"][letter].values() for name in names]
        return f"{self.field(letter)}:{self.one(spelled)}"

    def date(self) -> str:
        """A year, month or day, near those of the archive."""
        if not self.days:
            return "2019"
        number = self.draw.choice(self.days) + self.draw.randint(-40, 40)
        return date.fromordinal(max(number, 366_000)).isoformat()[: self.draw.choice((4, 7, 10))]

    def dates(self) -> str:
        """A range of dates, open or closed."""
        first, last = self.date(), self.date()
        return f"{self.field('d')}:" + self.one(
            (first, f"{first}..", f"..{last}", f"{min(first, last)}..{max(first, last)}", f"{last}..{first}")
        )


def _kinds() -> dict[str, Callable[[_Pool], str]]:
    return {
        "one word": lambda p: p.word(),
        "several words": lambda p: p.near(p.draw.randint(2, 4)),
        "phrase": lambda p: f'"{p.run(2, 4)}"',
        "either": lambda p: f"{p.word()} {p.one(('OR', '|', 'أو'))} {p.word()}",
        "without": lambda p: f"{p.one(p.common)} -{p.word()}",
        "beginning": lambda p: p.one([w for w in p.words if len(w) > 4])[: p.draw.randint(3, 5)] + "*",
        "speaker": lambda p: f'{p.field("s")}:"{p.name(p.speakers)}"',
        "voice": lambda p: f'{p.field("s")}:"{p.one(p.voices)}" {p.one(p.common)}',
        "source": lambda p: f'{p.field("o")}:"{p.one(p.outlets)}" {p.word()}',
        "entity": lambda p: f'{p.field("e")}:"{p.name(p.entities)}"',
        "cue": lambda p: f'{p.field("c")}:"{p.one(p.cues)}"',
        "modality": lambda p: f"{p.value('m')} {p.one(p.common)}",
        "kind": lambda p: f"{p.word()} {p.one(('', '-'))}{p.value('k')}",
        "dates": lambda p: f"{p.dates()} {p.word()}",
        "dates alone": lambda p: p.dates(),
        "rare word": lambda p: p.one(p.rare),
        "common word": lambda p: p.one(p.common),
        "inflected": lambda p: p.one(("", *_PREFIXES)) + p.one(p.words) + p.one(("", *_SUFFIXES)),
        "otherwise spelled": lambda p: p.word().translate(_OTHERWISE),
        "from the dictionary": lambda p: p.one(p.dictionary),
        "Latin": lambda p: p.one(p.latin),
        "name": lambda p: p.name(p.entities),
        "figure": lambda p: p.one([w for w in p.words if any(letter.isdigit() for letter in w)]),
        "phrase without a phrase": lambda p: f'"{p.run(2, 2)}" -"{p.run(2, 3)}" OR {p.word()}',
        "all together": lambda p: (
            f'{p.near(2)} OR "{p.run(2, 3)}" -{p.word()} {p.value("k")} {p.dates()} {p.word()[:4]}*'
        ),
    }


def drawn(archive: Archive, readings: Readings, number: int, seed: int = 1) -> Iterator[Drawn]:
    """So many queries of all kinds in turn; a third each among statements alone and the latest first."""
    pool = _Pool(archive, readings, seed)
    for kind, make in islice(cycle(_kinds().items()), number):
        yield Drawn(kind, make(pool), pool.draw.random() < 1 / 3, pool.draw.random() < 1 / 3)
