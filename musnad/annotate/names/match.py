"""Finding the names of a trie in the words of a block, and choosing among those that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.annotate.names.classes import announces
from musnad.annotate.names.lexicon import END, Entry, Trie
from musnad.annotate.names.spelling import Reading, agrees, parts, readings
from musnad.arabic.tokens import tokenize
from musnad.model import NameType

_JOINT = re.compile(r"""[\s"«»“”„‟‘’'#_]*|[-.]""")
_LONGEST = 32  # words of a name: «بن» may stand in one again and again
QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’"}


class Word(NamedTuple):
    """A word or number of a block. `joined`: nothing that ends a name stands before it."""

    start: int
    end: int
    text: str
    joined: bool


class Found(NamedTuple):
    """A name that may be in the text: its span, and the first and last of the block's words it covers."""

    start: int
    end: int
    first: int
    last: int
    type: NameType
    entity: str
    rule: str
    order: tuple[int | str | bool, ...]  # among names of equal length the first is taken
    score: float = 1.0  # how probable it is, where what found it tells


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and numbers of a stretch of text; offsets count into the whole text."""
    found: list[Word] = []
    last = start
    previous = ""
    for token in tokenize(text[start:end]):
        if token.kind != "sign":
            gap = text[last : start + token.start]
            joined = gap == " " or bool(_JOINT.fullmatch(gap)) or _initials(previous, gap, token.text)
            last, previous = start + token.end, token.text
            found.append(Word(start + token.start, last, token.text, joined and len(found) > 0))
    return found


def _initials(before: str, gap: str, after: str) -> bool:
    """Whether a point stands between the letters of an abbreviation («أ.ف.ب»)."""
    return gap.strip() == "." and len(before) == len(after) == 1


def match(row: Sequence[Word], trie: Trie, text: str, dotless: bool = False) -> Iterator[Found]:
    """Every name of the trie in a row of words, overlapping ones included.

    `dotless`: the text writes ى where others write ي.
    """
    for first, word in enumerate(row):
        for reading in readings(word.text):
            node = trie.get(reading.parts[0])
            for part in reading.parts[1:]:
                node = node.get(part) if node else None
            last = first
            while node:
                for entry in node.get(END, ()):
                    if entry.since <= word.start and (last > first or _is(word, reading, entry, dotless)):
                        if entry.guard and not spoken_for(row, first, entry):
                            continue
                        start = word.start + reading.skip
                        order = (not entry.guard, entry.rank, entry.alias, entry.entity)
                        yield Found(
                            start,
                            closed(text, start, row[last].end),
                            first,
                            last,
                            entry.type,
                            entry.entity,
                            entry.rule,
                            order,
                        )
                last += 1
                if last == len(row) or not row[last].joined or last - first == _LONGEST:
                    break
                for part in parts(row[last].text):
                    node = node.get(part) if node else None


def _is(word: Word, reading: Reading, entry: Entry, dotless: bool) -> bool:
    """Whether a word, read so, is a name of one word; «كروس» is no «روس» with a proclitic ك."""
    if reading.skip and len(entry.name) <= 3 and set(word.text[: reading.skip]) & set("كف"):
        return False
    return agrees(reading.plain, entry.name, dotless)


def spoken_for(row: Sequence[Word], first: int, entry: Entry) -> bool:
    """Whether the word before says that a common word is a name here."""
    if not first or not row[first].joined:
        return False
    before = readings(row[first - 1].text)
    if entry.guard == "definite":
        return any(reading.plain.startswith("ال") and len(reading.plain) > 3 for reading in before)
    words = [" ".join(reading.parts) for reading in before]
    return any(word in entry.context or announces(word, entry.type) for word in words)


def closed(text: str, start: int, end: int) -> int:
    """The end of a span, with the quotation mark that closes one opened inside it."""
    mark = QUOTES.get(opened) if (opened := _open(text[start:end])) else None
    return end + 1 if mark and text[end : end + 1] == mark else end


def _open(words: str) -> str | None:
    opened: str | None = None
    for letter in words:
        if opened and letter == QUOTES[opened]:
            opened = None
        elif not opened and letter in QUOTES:
            opened = letter
    return opened


def choose(candidates: Iterable[Found]) -> list[Found]:
    """The longest of names that share a word, in the order of the text."""
    taken: set[int] = set()
    chosen = []
    for found in sorted(candidates, key=lambda f: (f.first - f.last, f.start - f.end, f.start, f.order)):
        covered = range(found.first, found.last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(found)
    return sorted(chosen)
