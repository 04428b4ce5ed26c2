"""Rules for what is said: by one speaker in one utterance, or the same by different ones."""

from __future__ import annotations

from musnad.crossref.counts import disagree, same_kind
from musnad.crossref.links.compare import EVENT, Pair, run
from musnad.crossref.links.verdicts import CLOSE, NO_FACT, Verdict, words
from musnad.model import Reason

_SAME = 0.48  # of the lighter content that stands in the other too, for words of one speaker
_WHOLE = 0.65  # the same, where it is surely so
_SAME_OVERLAP = 0.15
_SPOKEN_FOR = 0.28  # overlap, where one speaks for the other
_COPIED = 0.36  # overlap, whoever the words are given to
_COPIED_BY_OTHERS = 0.6  # overlap, where the speakers are of different countries
_COPIED_WEIGHT = 10.0
_AGREE = 0.25  # overlap of contents that say the same
_AGREE_WEIGHT = 7.0
_WITHIN = 0.45  # of a content that stands within a longer one
_WITHIN_WEIGHT = 12.0
_QUOTED, _QUOTED_OPEN = 0.2, 0.4  # overlap where words in a row agree; of speakers who may be anybody
_SEVERAL = 3  # terms that are no chance
_ROW = 4  # terms in a row that agree where words are quoted
_ROW_WEIGHT = 8.0
_LONG_ROW = 20.0  # what they weigh at least, where the articles share little
_CLOSEST = 7  # terms that articles share, whose claims need fewer words in common


def same_words(pair: Pair) -> Verdict | None:
    """The same speaker with the same words."""
    if not _one_saying(pair) or (pair.days is not None and abs(pair.days) > 4):
        return None
    spoken_for = pair.voices in ("body", "state") and pair.a.is_named and pair.b.is_named
    open_ = pair.voices == "open"
    if pair.voices == "same":
        agrees = pair.overlap >= 0.3 or (pair.contained >= _WHOLE and pair.overlap >= _SAME_OVERLAP)
        agrees = agrees and pair.alike >= 0.2 and (abs(pair.days or 0) <= 1 or pair.overlap >= _SPOKEN_FOR)
        agrees = agrees or _verbatim(pair)
    elif spoken_for:
        agrees = pair.overlap >= _SPOKEN_FOR and pair.weight >= 5
    elif pair.voices in ("body", "state"):
        agrees = _shares(pair, 0.45, _COPIED_WEIGHT) or _quoted(pair)
    else:
        copied = _COPIED_BY_OTHERS if pair.voices == "other" and _strangers(pair) else _COPIED
        agrees = _shares(pair, copied, _COPIED_WEIGHT)
        agrees = agrees or (pair.overlap >= (_QUOTED_OPEN if open_ else _QUOTED) and _quoted(pair))
        agrees = agrees and not _turned(pair)
        said = open_ and pair.a.slots.modality != "accuse" and len(pair.shared) >= _SEVERAL
        agrees = agrees or (said and _verbatim(pair))
    if agrees:
        return Verdict("same_statement", Reason("same-words", (words(pair),)))
    return None


def same_gist(pair: Pair) -> Verdict | None:
    """The same speaker, or one who tells or speaks for him, with much the same words on the same day."""
    if not _one_saying(pair) or pair.event < EVENT or abs(pair.days or 0) > 1:
        return None
    if pair.a.slots.stance != pair.b.slots.stance or not (pair.a.is_named or pair.b.is_named):
        return None
    held = pair.a.blamed & pair.b.blamed and (not pair.a.act or not pair.b.act or pair.a.act & pair.b.act)
    several = len(pair.shared) >= _SEVERAL
    if pair.voices == "same":
        close = pair.event >= _CLOSEST and pair.days == 0
        called = (pair.a.slots.modality == "call") == (pair.b.slots.modality == "call")
        agrees = (
            _shares(pair, 0.24, 7)
            or (pair.contained >= _SAME and pair.weight >= 6)
            or (close and several and called and _begun(pair) and _shares(pair, 0.18, 4.5, 0.3))
            or (close and pair.a.slots.modality in ("ask", "answer") and pair.contained >= 0.5)
        )
    else:
        agrees = pair.voices == "relayed" and _shares(pair, 0.19, 6, 0.38) and pair.event >= CLOSE and several
    soon = pair.days == 0 and pair.contained >= 0.3
    if agrees or (held and soon and pair.voices in ("same", "body")):
        return Verdict("same_statement", Reason("same-words", (words(pair),)))
    return None


def agreement(pair: Pair) -> Verdict | None:
    """Different utterances of one content."""
    if not _may_agree(pair) or pair.event < EVENT or abs(pair.days or 0) > 2:
        return None
    side = pair.voices in ("body", "state", "country")
    if (
        _shares(pair, _AGREE, _AGREE_WEIGHT)
        or _shares(pair, 0.2, _WITHIN_WEIGHT, _WITHIN)
        or (side and _shares(pair, 0.19, 7))
        or (side and pair.event >= CLOSE and _shares(pair, 0.15, 5, 0.3))
        or (pair.event >= _CLOSEST and _shares(pair, _AGREE, 5.5, 0.4))
    ):
        return Verdict("corroborates", Reason("agree", (words(pair),)))
    return None


def likeness(pair: Pair) -> Verdict | None:
    """Different utterances that tell much the same of one event, less of it in the same words."""
    if not _may_agree(pair) or pair.event < CLOSE or abs(pair.days or 0) > 1:
        return None
    if _shares(pair, 0.16, 8) or (pair.event >= _CLOSEST and _shares(pair, 0.14, 7)):
        return Verdict("corroborates", Reason("agree", (words(pair),)))
    return None


def _turned(pair: Pair) -> bool:
    """Whether one denies a word that the other does not."""
    return any((term in pair.a.denied) != (term in pair.b.denied) for term in pair.shared)


def _shares(pair: Pair, overlap: float, weight: float, contained: float = 0.0) -> bool:
    """Whether two claims share so much at least."""
    return pair.overlap >= overlap and pair.weight >= weight and pair.contained >= contained


def _begun(pair: Pair) -> bool:
    """Whether what two claims share is told in the first words of both."""
    return not (pair.a.told.isdisjoint(pair.shared) or pair.b.told.isdisjoint(pair.shared))


def _verbatim(pair: Pair) -> bool:
    """Whether two short contents of one event have nearly all their words in common."""
    return pair.event >= CLOSE and abs(pair.days or 0) <= 1 and pair.overlap >= 0.75 and pair.weight >= 2.5


def _quoted(pair: Pair) -> bool:
    """Whether many words in a row agree, in articles of one event and day: words quoted, whoever is named."""
    if pair.event < EVENT or abs(pair.days or 0) > 1 or pair.a.slots.stance != pair.b.slots.stance:
        return False
    number, told = run(pair)
    return number >= _ROW and told >= (_ROW_WEIGHT if pair.event >= CLOSE else _LONG_ROW)


def _one_saying(pair: Pair) -> bool:
    """Whether two claims can be one: both ask, deny or answer, or neither; and their numbers agree."""
    a, b = pair.a.slots, pair.b.slots
    if any((a.modality == modality) != (b.modality == modality) for modality in ("ask", "deny", "answer")):
        return False
    return not _other_numbers(pair) or (pair.overlap >= 0.5 and not _other_tolls(pair))


def _may_agree(pair: Pair) -> bool:
    """Whether two claims assert something, of one place, with one stance, sign and number."""
    a, b = pair.a, pair.b
    if {a.slots.modality, b.slots.modality} & NO_FACT or a.slots.stance != b.slots.stance:
        return False
    mirrored = not a.countries & b.countries and a.named & b.countries and b.named & a.countries
    elsewhere = a.places and b.places and not a.places & b.around and not b.places & a.around
    return _begun(pair) and not (
        mirrored or elsewhere or _turned(pair) or _other_numbers(pair) or _other_tolls(pair)
    )


def _other_tolls(pair: Pair) -> bool:
    """Whether both tell of victims of one kind, but of different numbers."""
    return any(
        same_kind(one.counted, other.counted) and disagree(one.counted, other.counted)
        for one in pair.a.slots.figures
        for other in pair.b.slots.figures
    )


def _other_numbers(pair: Pair) -> bool:
    """Whether both name numbers, and none that the other does."""
    return bool(pair.a.numbers and pair.b.numbers) and not pair.a.numbers & pair.b.numbers


def _strangers(pair: Pair) -> bool:
    """Whether both speakers are known to be of countries, and of different ones."""
    return bool(pair.a.countries and pair.b.countries)
