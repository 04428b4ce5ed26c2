"""Lexemes: the words, signs and set phrases of a text, each with what it may be to the grammar of dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from musnad.annotate.dates.lexicon import SIGNS, Senses, not_future, phrases, symbol, unlisted, words
from musnad.arabic import months
from musnad.arabic.clitics import proclitics
from musnad.arabic.fold import fold
from musnad.arabic.numbers import Number, numbers, visible
from musnad.arabic.tokens import Token


class Lexeme(NamedTuple):
    """A word, sign or set phrase: code points of the text, its senses, the symbol that stands for them."""

    start: int
    end: int
    senses: Senses
    symbol: str


_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_PRESENT = re.compile(r"[وف]?[يت]ست\w{3,}")
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
        if len(found) > 1 and (whose := found[-2].senses.get("relative")):
            found[-1] = _verb(found[-1], fold(token.text), whose)
    return found


def _verb(lexeme: Lexeme, word: str, whose: str) -> Lexeme:
    """A word after «التي», «الذي» or «الذين» as the verb it is by its first and last letter.

    «التي تصدر» is present, «التي تصدرت» and «الذي تصدر» are past.
    """
    if not lexeme.senses.keys() <= {"word", "thing", "past", "present"} or len(word) < 3:
        return lexeme
    present = word[0] == "ي" or (word[0] == "ت" and whose == "feminine" and word[-1] != "ت")
    senses = {"present" if present else "past": None}
    return lexeme._replace(senses=senses, symbol=symbol(senses))


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
    figures = token.kind == "number"
    if figures and not token.text.isdigit():  # «2,000»
        return {"word": None}
    if 1000 <= value <= 2100:
        return {"year": int(value), "number": int(value)}
    pair = {"pair_of_figures": int(value)} if figures and len(token.text) == 2 else {}
    return {"number": int(value), **pair}


def _single(token: Token) -> tuple[Senses, str]:
    """What a token is by itself when no word list knows it."""
    senses: Senses
    if token.kind == "sign":
        senses = {SIGNS.get(token.text, "sign"): None}
    elif dotted := _dotted(token.text):
        senses = {"dotted": dotted}
    elif token.text == "و":
        senses = {"and": None}
    else:
        return _other(token.text)
    return senses, symbol(senses)


def _dotted(text: str) -> list[int] | None:
    """Year, month and day of «17.3.2019» or «2019.3.17»."""
    if found := _YEAR_FIRST.fullmatch(text):
        return [int(part) for part in found.groups()]
    found = _DAY_FIRST.fullmatch(text)
    return [int(part) for part in found.groups()[::-1]] if found else None


@lru_cache(maxsize=65536)
def _other(text: str) -> tuple[Senses, str]:
    folded = fold(text)
    future = _FUTURE.fullmatch(text)
    senses = unlisted(folded)
    if future and not fold(future[1]).startswith(not_future()):
        senses["future"] = None
    elif _PRESENT.fullmatch(text):
        senses = {"present": None}
    return senses, symbol(senses)


def _phrase(tokens: Sequence[Token], at: int) -> tuple[int, Senses, int] | None:
    """The longest entry of the lists that begins at a token: proclitic length, senses, how many tokens."""
    for skip, rest, senses in _readings(tokens[at].text):
        for tail, phrase_senses in phrases().get(rest, ()):
            following = tokens[at + 1 : at + 1 + len(tail)]
            if len(following) == len(tail) and all(
                fold(token.text) == word for token, word in zip(following, tail, strict=True)
            ):
                width = 1 + len(tail)
                if "outlet" not in phrase_senses or not _is_weekday(tokens, at + width):
                    return skip, phrase_senses, width
        if senses:
            return skip, senses, 1
    return None


def _is_weekday(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and "weekday" in words().get(fold(tokens[at].text), {})


@lru_cache(maxsize=65536)
def _readings(text: str) -> tuple[tuple[int, str, Senses | None], ...]:
    """The ways to take proclitics off a word that lead to an entry or to the first word of one."""
    found: list[tuple[int, str, Senses | None]] = []
    for skip in proclitics(text):
        rest = fold(text[skip:])
        if rest.startswith("لل") and rest not in words():
            rest = "ال" + rest[2:]
        month = months.month(text[skip:])
        senses = {"month" if month.certain else "maybe_month": month} if month else words().get(rest)
        if fold(text[:skip]).endswith("س"):  # the future's س stands before verbs only
            senses = {"future": None} if senses and "present" in senses else None
        if senses or rest in phrases():
            found.append((skip, rest, senses))
    return tuple(found)
