"""The words of dates: tokens -> lexemes, each with what it may be to the grammar (`data/dates.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from musnad.annotate import tenses
from musnad.annotate.quantities.lexicon import is_counted
from musnad.arabic import months
from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.arabic.numbers import Number, numbers, visible
from musnad.arabic.tokens import Token

Senses = Mapping[str, Any]  # what a word may be -> its value there


class Lexeme(NamedTuple):
    """A word, sign or set phrase: code points of the text, its senses, the symbol that stands for them."""

    start: int
    end: int
    senses: Senses
    symbol: str


_SIGNS = {
    **{"،": "comma", ",": "comma", "/": "slash", "-": "dash", "–": "dash", "ـ": "dash", "(": "open"},
    **{")": "close", ":": "colon", ".": "stop", "؟": "stop", "!": "stop", "؛": "stop", "…": "stop"},
}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FUTURE = re.compile(r"[وف]?(س[يتنأ]\w{2,})")


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text in order. A proclitic of a known word is a lexeme of its own."""
    tokens = visible(text)
    known = {number.first: number for number in numbers(tokens)}
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if phrase := _phrase(tokens, at):
            skip, senses, width = phrase
            _append(found, token, skip, tokens[at + width - 1].end, senses)
            at += width
        elif number := known.get(at):
            skip = number.start - token.start
            _append(found, token, skip, tokens[number.last - 1].end, _number_senses(number, token))
            at = number.last
        else:
            found.append(Lexeme(token.start, token.end, *_single(token)))
            at += 1
    return found


def _append(found: list[Lexeme], token: Token, skip: int, end: int, senses: Senses) -> None:
    if skip:
        clitic = {"and": None} if fold(token.text[0]) in "وف" else {"preposition": None}
        found.append(Lexeme(token.start, token.start + skip, clitic, symbol(clitic)))
    found.append(Lexeme(token.start + skip, end, senses, symbol(senses)))


def _number_senses(number: Number, token: Token) -> Senses:
    value = number.value
    if value is None or value != int(value) or number.kind in ("fraction", "vague"):
        return {"word": None}
    if number.kind == "ordinal":
        return {"ordinal": int(value)}
    plain = token.kind != "number" or token.text.isdigit()
    if 1000 <= value <= 2100 and plain:
        return {"year": int(value), "number": int(value)}
    return {"number": int(value)} if plain else {"word": None}


def _single(token: Token) -> tuple[Senses, str]:
    """What a token is by itself when no word list knows it."""
    senses: Senses
    if token.kind == "sign":
        senses = {_SIGNS.get(token.text, "sign"): None}
    elif dotted := _DOTTED.fullmatch(token.text):
        senses = {"dotted": tuple(int(part) for part in dotted.groups())}
    elif token.text == "و":
        senses = {"and": None}
    else:
        return _other(token.text)
    return senses, symbol(senses)


@lru_cache(maxsize=65536)
def _other(text: str) -> tuple[Senses, str]:
    folded = fold(text)
    future = _FUTURE.fullmatch(text)
    senses: dict[str, None] = {"thing" if is_counted(folded) else "word": None}
    if future and not fold(future[1]).startswith(_present()):
        senses["future"] = None
    if folded.startswith(("ال", "وال", "لل")):
        senses["definite"] = None
    return senses, symbol(senses)


def _phrase(tokens: Sequence[Token], at: int) -> tuple[int, Senses, int] | None:
    """The longest entry of the lists that begins at a token: proclitic length, senses, how many tokens."""
    for skip, rest, senses in _readings(tokens[at].text):
        for tail, phrase_senses in _tables()[1].get(rest, ()):
            following = tokens[at + 1 : at + 1 + len(tail)]
            if len(following) == len(tail) and all(
                fold(t.text) == w for t, w in zip(following, tail, strict=True)
            ):
                return skip, phrase_senses, 1 + len(tail)
        if senses:
            return skip, senses, 1
    return None


@lru_cache(maxsize=65536)
def _readings(text: str) -> tuple[tuple[int, str, Senses | None], ...]:
    """The ways to take proclitics off a word that lead to an entry or to the first word of one."""
    singles, phrases = _tables()
    found: list[tuple[int, str, Senses | None]] = []
    for skip in proclitics(text):
        rest = fold(text[skip:])
        if rest.startswith("لل") and rest not in singles:
            rest = "ال" + rest[2:]
        month = months.month(text[skip:])
        senses = {"month" if month.certain else "maybe_month": month} if month else singles.get(rest)
        if fold(text[:skip]).endswith("س"):  # the future's س stands before verbs only
            senses = {"future": None} if senses and "present" in senses else None
        if senses or rest in phrases:
            found.append((skip, rest, senses))
    return tuple(found)


Phrases = dict[str, list[tuple[tuple[str, ...], Senses]]]


@cache
def _tables() -> tuple[dict[str, Senses], Phrases]:
    """Senses of single words; of phrases by their first word, the longest first."""
    words: dict[str, dict[str, Any]] = {}
    for sense, rows in _data().items():
        for value, row in rows.items():
            for word in row:
                words.setdefault(" ".join(fold(word).split()), {})[sense] = _value(value)
    for tense, forms in (("past", tenses.past()), ("present", tenses.present())):
        for form in forms:
            words.setdefault(form, {})[tense] = None
    for name, month in months.names().items():
        words.setdefault(name, {})["month" if month.certain else "maybe_month"] = month
    singles: dict[str, Senses] = {word: senses for word, senses in words.items() if " " not in word}
    phrases: Phrases = {}
    for word in sorted(words, key=lambda word: (-word.count(" "), word)):
        if " " in word:
            first, *tail = word.split()
            phrases.setdefault(first, []).append((tuple(tail), words[word]))
    return singles, phrases


def _value(key: str) -> Any:
    return int(key) if key.lstrip("-").isdigit() else key


@cache
def _present() -> tuple[str, ...]:
    return tuple(fold(start) for start in _source()["present"]["starts"])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return {sense: rows for sense, rows in _source().items() if sense != "present"}


@cache
def _source() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(
        resources.files("musnad.annotate.dates").joinpath("data/dates.toml").read_text("utf-8")
    )


# The senses a token has when no word list knows it.
_PLAIN = (
    {"number"}, {"number", "year"}, {"ordinal"}, {"dotted"}, {"word"}, {"word", "definite"},
    {"future"}, {"word", "future"}, {"thing"}, {"thing", "definite"}, {"thing", "future"}, {"and"},
    {"preposition"}, {"sign"}, {"month"}, {"maybe_month"}, {"point"}, {"point", "guessed"},
    *({sign} for sign in _SIGNS.values()),
)  # fmt: skip


@cache
def _symbols() -> dict[frozenset[str], str]:
    singles, phrases = _tables()
    listed = [*singles.values(), *(senses for rows in phrases.values() for _, senses in rows)]
    sets = {frozenset(senses) for senses in (*_PLAIN, *listed)}
    return {key: chr(0xE000 + n) for n, key in enumerate(sorted(sets, key=sorted))}


@lru_cache(maxsize=4096)
def _symbol(key: frozenset[str]) -> str:
    return _symbols()[key]


def symbol(senses: Senses) -> str:
    """The one character that stands for a set of senses in the string the grammar reads."""
    return _symbol(frozenset(senses))


@cache
def symbols(sense: str) -> str:
    """All the characters of words that have a sense. Raises KeyError where no word has it."""
    found = "".join(character for key, character in _symbols().items() if sense in key)
    if not found:
        raise KeyError(sense)
    return found
