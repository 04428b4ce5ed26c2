"""The class of what a figure counts: killed, wounded, money, distance … (`data/classes.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import msgspec

from musnad.annotate import tenses
from musnad.annotate.quantities.found import Found
from musnad.annotate.quantities.lexicon import folded, readings
from musnad.annotate.quantities.words import Words
from musnad.arabic.fold import fold
from musnad.arabic.lemmas import lemma
from musnad.arabic.lexicon import verbs

PEOPLE = frozenset(("people", "civilians", "children", "women", "fighters"))
WHOLE = PEOPLE | {
    "killed", "wounded", "arrested", "captured", "surrendered", "missing", "displaced", "dead",
    "vehicles", "weapons", "buildings",
}  # fmt: skip
_FATES = WHOLE - PEOPLE - {"vehicles", "weapons", "buildings"}
_MEASURES = frozenset(("time", "money", "distance", "area", "weight", "percent"))
_BACK, _ON = 14, 5  # words before and after a figure in which its fate is looked for
_BACK_ALONE = 8  # where nothing is named that is counted
_LINKS = ("و", "او", "الي", "مقابل")
_BETWEEN = frozenset((*_LINKS, "حتي", "-", "–", "من", "وبين", "بين", "اصل"))
_PRONOUNS = ("هم", "هن", "ها", "هما")
_SENTENCE = ".!?؟\n"
_CURRENCIES = "$€£¥"
_ENDS = ".!?؟؛:…"


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(
        resources.files("musnad.annotate.quantities").joinpath("data/classes.toml").read_text("utf-8")
    )


@cache
def _table(section: str) -> Mapping[str, str]:
    """A section of the data: folded word -> class, or the section's own key."""
    return {fold(word): key for key, row in _data()[section].items() for word in row}


def classified(words: Words, found: list[Found]) -> list[Found]:
    """What was found in a text, each quantity with the class of what it counts."""
    kinds: list[str | None] = []
    for at, one in enumerate(found):
        first, last = words.token_from(one.start + 1) - 1, words.token_from(one.end)
        if one.rule == "range" and one.quantity.unit is None and at + 1 < len(found):
            kinds.append(None)  # of the bound after it
            continue
        kind = _of(words, one, first, last)
        if kind is None and at and not _is_parted(words, found[at - 1].end, one.start):
            kind = _inherited(words, one, kinds[-1], first)
        kinds.append(kind)
    for at in range(len(found) - 2, -1, -1):  # «من 6 إلى 7 دنانير»
        if (
            kinds[at] is None
            and found[at].quantity.unit is None
            and _leads_to(words, found[at], found[at + 1])
        ):
            kinds[at] = kinds[at + 1]
    return [
        one._replace(quantity=msgspec.structs.replace(one.quantity, counted=kind))
        for one, kind in zip(found, kinds, strict=True)
    ]


def _of(words: Words, one: Found, first: int, last: int) -> str | None:
    """The class that a quantity's own unit and clause tell."""
    unit = one.quantity.unit
    kind = of_unit(words, unit, last) if unit else None
    if kind == "other" and unit and words.is_group(one.end - len(unit)):
        kind = "people"
    if kind is not None and kind not in PEOPLE:
        return kind
    if one.rule == "fraction" and (unit is None or words.is_taken(one.end - len(unit), one.end)):
        return "area" if unit else None
    return _fate(words, first, last, alone=unit is None) or kind


def _inherited(words: Words, one: Found, before: str | None, first: int) -> str | None:
    """What a figure without a noun counts as the one before it in its sentence does: «و17 ألفا في مكة»."""
    others = bool(one.quantity.unit)
    linked = words.word(first - 1) in _LINKS or words.word(first).startswith("و") or one.rule == "range"
    among = any(words.has(first - back, "among") for back in (1, 2)) or words.text[
        one.start : one.end
    ].endswith(_PRONOUNS)
    if others:
        return before if before in WHOLE else "people"
    return before if linked or among else None


def _is_parted(words: Words, start: int, end: int) -> bool:
    return any(mark in words.text[start:end] for mark in _SENTENCE)


def _leads_to(words: Words, one: Found, following: Found) -> bool:
    """Whether nothing but «إلى», «و», «من أصل», a dash stands between two quantities."""
    between = words.text[one.end : following.start].split()
    return len(between) <= 2 and all(fold(word) in _BETWEEN for word in between)


@lru_cache(maxsize=65536)
def of_noun(word: str) -> str | None:
    """The class of a noun as it stands in a text; «other» for one that no list has, None for «آخرين»."""
    table, base, form = _table("nouns"), lemma(word), fold(word)
    if base in _table("others"):
        return None
    if kind := table.get(form) or table.get(base) or table.get(form.removesuffix("ا")):
        return kind
    nisba = form.endswith("يا") or (base.endswith("ي") and word.endswith("ي"))
    plural = form.endswith(("ين", "ون", "يي")) and base == form.removeprefix("ال")[:-2]
    return "people" if (nisba or plural) and len(form) > 3 else "other"


def of_unit(words: Words, unit: str, last: int) -> str | None:
    """The class of a unit, where token `last` follows it; None where it says nothing by itself."""
    if unit == "%":
        return "percent"
    if unit in _CURRENCIES:
        return "money"
    first = fold(unit.split()[0])
    noun = unit.split()[-1 if first in folded("kilo") or first in folded("whole") else 0]
    if fold(noun) in _table("cases") or lemma(noun) in _table("cases"):
        return _of_case(unit, words.text_of(last))
    return of_noun(noun)


def _of_case(unit: str, following: str) -> str:
    """«12 حالة وفاة»: the class of the noun after a case."""
    base = lemma((unit.split()[1:] or [following])[0])
    kind = _table("fates").get(base) or _table("nouns").get(base)
    return kind if kind in _FATES else "other"


def _fate(words: Words, first: int, last: int, alone: bool) -> str | None:
    """What comes over the people of a figure at the tokens `first` to `last`, by its clause's verbs.

    The nearest verb or verbal noun before it counts («مقتل 5 جنود و3 مدنيين»), else a plural verb after it
    («12 شخصا لقوا حتفهم»). `alone`: the figure has no noun.
    """
    return _before(words, first, alone) or _after(words, last)


def tells_fate(word: str) -> bool:
    """Whether a word is a verb or verbal noun of a fate: «اعتقلت», «مقتل»."""
    return _told(word) in _FATES


def _before(words: Words, first: int, alone: bool) -> str | None:
    most = _BACK_ALONE if alone else _BACK
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        token = words.tokens[at]
        if token.kind != "word":
            if token.text in _ENDS:
                return None
            continue
        told = _told(token.text)
        if told == "clause" or (told is None and _is_verb(token.text)):
            return None
        if told in _FATES and first - at <= most:
            return None if told == "wounded" and _is_illness(words, at) else told
        if words.word(at - 1) in _sums():
            kind = of_noun(token.text)
            if kind in _FATES or (alone and (kind != "other" or words.counts(at))):
                return kind
    return None


def _after(words: Words, last: int) -> str | None:
    for at in range(last, last + _ON):
        word = words.word(at)
        if not word or at in words.number_at or word in _table("clause"):
            return None
        if kind := _table("fates_after").get(word):
            return kind
        if words.word(at - 1) == "قد" and (kind := _told(words.text_of(at))) in _FATES:
            return kind
        if word.startswith("و") and _told(words.tokens[at].text) in _FATES:
            return None
    return None


@lru_cache(maxsize=65536)
def _told(text: str) -> str | None:
    """What a word before a figure says: a fate, «clause» where another begins, «figures», or nothing."""
    forms = [rest for _, rest in readings(text)]
    base = lemma(text)
    if base in _table("figures") or any(form in _table("figures") for form in forms):
        return "figures"
    if base in _table("clause") or any(form in _table("clause") for form in forms):
        return "clause"
    fates = _table("fates")
    if base in fates:
        return fates[base]
    for form in forms:
        if form in fates:
            return fates[form]
    return None


def _is_illness(words: Words, at: int) -> bool:
    """Whether an illness stands a few words after a token."""
    near = (words.tokens[k].text for k in range(at + 1, min(at + 12, len(words.tokens))) if words.word(k))
    return any(_names_illness(word) for word in near)


@lru_cache(maxsize=65536)
def _names_illness(word: str) -> bool:
    listed = _table("illness")
    return lemma(word) in listed or any(rest.removeprefix("ال") in listed for _, rest in readings(word))


@cache
def _sums() -> frozenset[str]:
    return frozenset(clitic + word for word in _table("sums") for clitic in ("", "و", "ب", "ل", "ال"))


@lru_cache(maxsize=65536)
def _is_verb(word: str) -> bool:
    """Whether a word is a verb and hardly a noun: of the verbs of news, or of four letters and more."""
    base, form = lemma(word), fold(word).removeprefix("و")
    if form in tenses.past() or form in tenses.present():
        return True
    if base not in _verbs() or form.startswith("ال"):
        return False
    return (form.startswith("ي") and not base.startswith("ي")) or (len(base) > 3 and not base.startswith("ت"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset((*verbs().past.values(), *verbs().imperfect.values()))
