"""A sentence that holds figures, and what stands around each: what qualifies it, its place, day and words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from musnad import edtf
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.tokens import Token
from musnad.crossref.counts.lexicon import form, row
from musnad.model import Claim, Mention

_NEAR = 12  # content words kept of those around a figure
_REACH = 40  # tokens before and behind it among which they are looked for
_AFTER = 3  # words after a counted noun that may qualify it
_NUMBERED = ("date", "quantity")
_PEOPLE = ("person", "organization", "group")
_SHORT = 31  # days up to which a date near a figure is taken for its own
_WITHIN = 2  # words between a place and the one it lies in
_SINCE = 5  # words before a date in which is said that something lasts since then
_OPENING = 3  # words before a date that opens its sentence
_COMMAS = ("،", ",", "؛", ";")


class Sentence:
    """A sentence: code points of the article's text, its tokens there, its names, days and figures.

    `figures` are the indexes of the first and last mention of each.
    """

    def __init__(
        self,
        start: int,
        end: int,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        figures: Sequence[tuple[int, int]],
    ) -> None:
        self.start = start
        self.end = end
        self.tokens = tokens
        self.figures = figures
        self.names = [m for m in mentions if m.entity]
        self.days = [m for m in mentions if isinstance(m.value, str)]
        self._starts = [token.start for token in tokens]
        self._name_at = {at: name for name in self.names for at in self._tokens_of(name)}
        self._numbered = {at for m in mentions if m.type in _NUMBERED for at in self._tokens_of(m)}

    def token_from(self, place: int) -> int:
        """The first token that starts at a code point of the article or later."""
        return bisect_left(self._starts, place)

    def name_at(self, at: int) -> Mention | None:
        """The name that a token belongs to."""
        return self._name_at.get(at)

    def content(self, at: int) -> str | None:
        """What a token says of the sentence's matter: its lemma, the entity of a name; None for nothing."""
        token = self.tokens[at]
        if token.kind != "word" or at in self._numbered or row("common", token.text):
            return None
        name = self.name_at(at)
        word = name.entity if name and name.entity else lemma(token.text)
        return word if len(word) > 2 else None

    def _tokens_of(self, mention: Mention) -> range:
        return range(self.token_from(mention.start), self.token_from(mention.end))


def qualifiers(here: Sentence, noun: str, kind: str | None, after: int) -> tuple[tuple[str, ...], int]:
    """What makes the counted another thing than its noun, which ends at `after`, and the token after it."""
    people = kind not in (None, "other")
    found = {row("people", noun) or noun} if noun and people else set()
    last = after
    for place, token in enumerate(here.tokens[after : after + _AFTER]):
        name = here.name_at(after + place)
        member = place == 0 and row("members", noun) is not None and fold(token.text).startswith("ال")
        if name is not None and (name.type in _PEOPLE or (name.type == "place" and place == 0)):
            found.add(name.entity or "")
            last = after + place + 1
        elif token.kind == "word" and (member or row("qualifiers", token.text)):
            found.add(row("people", token.text) or lemma(token.text))
            last = after + place + 1
        elif token.kind != "word" or fold(token.text) != "من":
            break
    return tuple(sorted(found - {"anyone"})), last


def places(here: Sentence, start: int, end: int) -> list[str]:
    """The places of a sentence by how near they are to a figure, those after it before those as near.

    Of places that lie in each other the inner comes first: «كفر بطنا في الغوطة».
    """
    named = [n for n in here.names if n.type == "place"]
    near = sorted(named, key=lambda n: (n.start - end if n.start >= end else 2 * (start - n.end), n.start))
    if near:
        first = near[0]
        for name in reversed(named[: named.index(first)]):
            between = [t for t in here.tokens if name.end <= t.start < first.start]
            if len(between) > _WITHIN or not all(form("within", t.text) for t in between if t.kind == "word"):
                break
            first = name
        near.remove(first)
        near.insert(0, first)
    return [n.entity for n in near if n.entity]


def day(here: Sentence, claim: Claim | None, start: int, end: int) -> tuple[str | None, bool]:
    """The date of a figure, and whether its text leaves it open which date that is.

    The nearest day or few days, in its statement where it stands in one. A longer time counts where it opens
    the sentence or stands after the figure in its clause; else nobody knows whether it is the figure's
    («في زلزال عام 2014، وصلت إلى 74»), unless it lasts till now («غير مسبوقة منذ 30 عاما»).
    """
    days = [d for d in here.days if claim is None or claim.content.start <= d.start < claim.content.end]
    short = [d for d in days if _length(d) <= _SHORT]
    if short:
        near = min(short, key=lambda d: (max(d.start - end, start - d.end), d.start))
        return _value(here, near), False
    for date in days:
        opens = here.token_from(date.start) < _OPENING
        clause = any(t.text in _COMMAS for t in here.tokens if end <= t.start < date.start)
        if opens or (date.start >= end and not clause):
            return _value(here, date), False
    return None, any(not str(d.value).endswith("/..") for d in days)


def _value(here: Sentence, date: Mention) -> str:
    """The value of a date; of one since which something lasts, till now: «منذ بدء العملية في 20 يناير»."""
    at = here.token_from(date.start)
    lasts = any(form("since_then", token.text) for token in here.tokens[max(0, at - _SINCE) : at])
    return f"{date.value}/.." if lasts and "/" not in str(date.value) else str(date.value)


def _length(date: Mention) -> int:
    """The days that a date may mean; of an unknown one none."""
    span = edtf.days(str(date.value))
    return (span[1] - span[0]).days if span else 0


def words(here: Sentence, at: int, after: int) -> tuple[str, ...]:
    """The content words nearest to a figure at tokens `at` to `after`, sorted; names by their entity."""
    found: set[str] = set()
    for step in range(_REACH):
        near = [k for k in (at - 1 - step, after + step) if 0 <= k < len(here.tokens)]
        found.update(word for k in near if (word := here.content(k)))
        if len(found) >= _NEAR:
            break
    return tuple(sorted(found))
