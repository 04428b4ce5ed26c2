"""The tagger's names as the archive marks them, and where they count beside those of lists and rules.

The tagger learnt, most of all, from news in which a word carries its proclitics and class words go by no
rule. Here proclitics, titles and class words that are no part of a name go outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.classes import class_words
from musnad.annotate.names.lexicon import NO_NAME, Entry, Trie, add
from musnad.annotate.names.match import Found, Word, choose, closed
from musnad.annotate.names.spelling import common, deed, readings, unusual
from musnad.annotate.names.tables import listed
from musnad.annotate.names.tagger.crf import Tagged, tagged
from musnad.annotate.names.tagger.vocabulary import shape, vocabulary
from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.model import NameType

RULE = "tagger"
_RANK = 6  # behind what records, lists and rules find at the same words

_SPREAD = 3  # behind an article's own aliases
# The probability from which a name counts: rules find places and bodies better than persons.
_LEAST = {"person": 0.6, "place": 0.85, "organization": 0.85}
_SURE = 0.8  # the probability from which it counts against a name of a list


def unlisted(row: Sequence[Word], text: str, names: Sequence[Found]) -> Iterator[Found]:
    """The tagger's names in a row of words, in which lists and rules see `names`, that count beside these."""
    ours = list(tagged(row, text, names))
    taken = {at for one in ours for at in range(one.first, one.last + 1)}
    taken.update(at for name in names for at in range(name.first, name.last + 1))
    best = {at: name for name in choose(names) for at in range(name.first, name.last + 1)}
    for one in ours:
        if one.score >= _LEAST[one.type] and (name := _found(row, text, one, taken, best)):
            others = (best[at] for at in range(name.first, name.last + 1) if at in best)
            if all(_beats(name, other) for other in others):
                yield name


def without(names: Iterable[Found], found: Iterable[Found]) -> list[Found]:
    """`names` without those of the same words as a name of the tagger: a place that is a body here."""
    spans = {(name.first, name.last) for name in found}
    return [name for name in names if (name.first, name.last) not in spans or name.rule == NO_NAME]


def _beats(name: Found, other: Found) -> bool:
    """Whether a name counts against one that a rule or list sees at a word of it.

    That is a longer person than a rule guesses; and a body, surely one, in a place's name or around a name.
    """
    inside = name.first <= other.first and other.last <= name.last
    longer = name.last - name.first > other.last - other.first
    if other.rule.startswith("person"):
        return longer
    if name.type != "organization" or other.rule != "gazetteer" or name.score < _SURE or not inside:
        return False
    return longer or other.type == "place"


def _found(
    row: Sequence[Word], text: str, name: Tagged, taken: set[int], best: Mapping[int, Found]
) -> Found | None:
    first, last = name.first, name.last
    while first < last and _outside(row[first].text, name.type, _is(best.get(first + 1), first + 1, last)):
        first += 1
    if name.type == "person":
        ands = (at for at in range(first + 1, last + 1) if _and(row[at].text))
        last = _whole(row, text, next(ands, last + 1) - 1, taken)
    skip = proclitic(row[first].text)
    bare = [fold(word.text) for word in row[first : last + 1]]
    bare[0] = fold(row[first].text[skip:])
    if name.type == "organization" and len(bare) <= 2 and all(map(common, bare)):
        return None  # generic: «الحكومة», «اللجنة الدولية»
    if name.type == "person" and len(bare) == 1 and deed(bare[0]) and _definite(row, last + 1):
        return None  # «وأكد تنكيس الأعلام»
    start = row[first].start + skip
    if text[max(0, start - 1) : start] == "@":
        return None  # a handle
    end = closed(text, start, row[last].end)
    entity = made_id(text[start:end], name.type)
    order = (True, _RANK, False, entity)
    return Found(start, end, first, last, name.type, entity, RULE, order, round(name.score, 3))


def _is(found: Found | None, first: int, last: int) -> bool:
    return found is not None and (found.first, found.last) == (first, last)


def _definite(row: Sequence[Word], at: int) -> bool:
    return at < len(row) and row[at].text.startswith("ال")


def _and(word: str) -> bool:
    """Whether a word begins with «and»."""
    return word.startswith("و") and proclitic(word) > 0


def _whole(row: Sequence[Word], text: str, last: int, taken: set[int]) -> int:
    """The last word of a person's name, after which the tagger may have missed words that no list has."""
    while (
        last + 1 < len(row)
        and last + 1 not in taken
        and text[row[last].end : row[last + 1].start] in (" ", "_", "-")
        and unusual(row[last + 1].text)
        and len(readings(row[last + 1].text)) == 1  # no proclitic in it
    ):
        last += 1
    return last


def _outside(word: str, kind: NameType, known: bool) -> bool:
    """Whether the first word of a longer name is a title or class word that stands outside.

    A body's class word does where the rest is `known` as a name.
    """
    bare = shape(word[proclitic(word) :])
    if kind == "person":
        return bare.removeprefix("ال") in listed("titles.txt")
    entry = class_words().get(bare)
    return entry is not None and entry.place == "outside" and (kind == "place" or known)


def proclitic(word: str) -> int:
    """How many code points of a word are proclitics; where ل swallowed the article it belongs to the word."""
    whole = shape(word)
    skip = vocabulary().skip(whole)
    if not skip:
        return 0
    if whole[skip - 1 :].startswith("لل") and f"ال{whole[skip + 1 :]}" in vocabulary().words:
        skip -= 1
    return next((n for n in proclitics(word) if len(fold(word[:n])) == skip), 0)


def spread(trie: Trie, text: str, chosen: Iterable[Found]) -> None:
    """Put the tagger's surer names into an article's own trie: they are found wherever it has them."""
    for name in chosen:
        if name.rule == RULE and name.score >= _SURE:
            words = text[name.start : name.end]
            if " " in words or unusual(words):
                add(trie, Entry(_SPREAD, True, name.entity, name.type, words, rule=RULE))
