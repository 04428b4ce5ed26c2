"""Numbers in words and figures, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from musnad.arabic.number_words import Word, read_word
from musnad.arabic.tokens import Token, tokenize

Kind = Literal["cardinal", "ordinal", "fraction", "vague"]


class Number(NamedTuple):
    """Tokens `first` to `last` (exclusive) that say a number; `start` is its first code point but proclitics.

    `value` is None for «العشرات». `definite` says that the first word carries the article («الخمسة»).
    """

    first: int
    last: int
    start: int
    kind: Kind
    value: float | None
    definite: bool = False


def visible(text: str) -> list[Token]:
    """A text's tokens without the invisible signs (marks of direction) that may stand between its words."""
    return [token for token in tokenize(text) if token.kind != "sign" or token.text.isprintable()]


def numbers(tokens: Sequence[Token]) -> list[Number]:
    """Every number among the tokens, in order, each in its longest reading («مليون ونصف المليون»)."""
    words = [read_word(token) for token in tokens]
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        word = words[at]
        number = _Reader(tokens, words, at).read() if word and not _percent(word) else None
        if number:
            found.append(number)
            at = number.last
        else:
            at += 1
    return found


def _percent(word: Word) -> bool:
    return word.table == "hundred" and word.definite  # «في المئة»


_GROUP_HEAD = re.compile(r"[1-9١-٩]\d{0,2}")
_GROUP = re.compile(r"\d{3}")


class _Reader:
    """Reads the one number that begins at a token; `at` is the token after what is read."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[Word | None], at: int) -> None:
        self.tokens, self.words, self.first, self.at = tokens, words, at, at

    def read(self) -> Number | None:
        first = self.words[self.first]
        assert first
        value: float | None
        kind: Kind
        if first.table in ("vague", "plural_scale"):
            kind, value = "vague", None
            while self._take("vague", "plural_scale"):
                pass
        elif first.table == "ordinal" or (first.table == "eleven" and first.definite):
            kind, value = "ordinal", self._ordinal()
        elif first.table == "fraction":
            kind, value = self._fraction()
        else:
            kind, value = "cardinal", self._cardinal()
            if value is not None and value <= 3 and (quarter := self._take("quarters")):
                kind, value = "fraction", value * quarter.value
                kind, value = self._scaled(kind, value)
        if kind != "vague" and value is None:
            return None
        start = self.tokens[self.first].start + first.skip
        return Number(self.first, self.at, start, kind, value, first.definite)

    def _take(self, *tables: str, joined: bool | None = None) -> Word | None:
        """The next word if it is of one of these tables, and past it; joined or not: after و, or bare."""
        if self.at >= len(self.words):
            return None
        word, step = self.words[self.at], 1
        if joined and self.tokens[self.at].text == "و" and self.at + 1 < len(self.words):
            word, step = self.words[self.at + 1], 2
        elif word and joined is not None and (word.skip > 0 if not joined else not word.joined):
            return None
        if not word or word.table not in tables:
            return None
        self.at += step
        return word

    def _ordinal(self) -> float | None:
        unit = self._take("ordinal", "eleven")
        assert unit
        if unit.value < 10 and (ten := self._take("ten", joined=False)):
            return unit.value + ten.value
        if unit.value < 10 and (tens := self._take("tens", joined=True)):
            return unit.value + tens.value
        return None if unit.table == "eleven" else unit.value

    def _fraction(self) -> tuple[Kind, float]:
        word = self._take("fraction")
        assert word
        return self._scaled("fraction", word.value)

    def _scaled(self, kind: Kind, value: float) -> tuple[Kind, float]:
        """«نصف مليون»: a fraction of a scale is a plain number."""
        if scale := self._take("scale", joined=False):
            return "cardinal", value * scale.value
        return kind, value

    def _cardinal(self) -> float | None:
        total, limit = 0.0, float("inf")
        while True:
            back = self.at
            group = self._group(joined=back > self.first)
            if group is None:
                group, scale = self._bare_scale(joined=back > self.first)
            else:
                scale = self._scales(1.0)
            if not group or scale >= limit:
                self.at = back
                break
            total += group * scale
            limit = scale
            if scale == 1:
                break
        if limit > 1 and self.at > self.first and (part := self._take("fraction", joined=True)):
            total += part.value * limit
            self._take("scale", joined=False)
        return total if self.at > self.first else None

    def _bare_scale(self, joined: bool) -> tuple[float, float]:
        """How many, of which scale: «مليون», «ألفين»; (0, 1) where there is none."""
        word = self._take("scale", "scale_or_dual", "dual_scale", joined=joined or None)
        if not word:
            return 0.0, 1.0
        return (1.0 if word.table == "scale" else 2.0), self._scales(word.value)

    def _scales(self, product: float) -> float:
        """`product` times the scale words that follow."""
        while word := self._take("scale", "scale_or_dual", "plural_scale", joined=False):
            product *= word.value
        return product

    def _group(self, joined: bool) -> float | None:
        """A number below a thousand in words, or a figure."""
        glue = joined or None
        if figure := self._take("figure", joined=glue):
            return self._figures(figure)
        if hundreds := self._take("hundred", "hundreds", joined=glue):
            return hundreds.value + (self._below_hundred(joined=True) or 0)
        back = self.at
        unit = self._take("unit", joined=glue)
        if unit and unit.value > 2 and (hundred := self._take("hundred", joined=False)):
            return unit.value * hundred.value + (self._below_hundred(joined=True) or 0)
        self.at = back
        return self._below_hundred(joined)

    def _below_hundred(self, joined: bool) -> float | None:
        glue, back = joined or None, self.at
        if word := self._take("tens", "ten", joined=glue):
            return word.value
        unit = self._take("unit", "eleven", joined=glue)
        if not unit:
            return None
        if ten := self._take("ten", joined=False):
            return unit.value + ten.value
        if tens := self._take("tens", joined=True):
            return unit.value + tens.value
        if unit.table == "eleven":
            self.at = back
            return None
        return unit.value

    def _figures(self, first: Word) -> float:
        """A figure with what is written to it over more than one token: «2ر70» (70.2), «3،5», «15 000»."""
        tokens, at = self.tokens, self.at
        if at + 1 < len(tokens) and self.words[at + 1] and tokens[at + 1].kind == "number":
            sign, more = tokens[at], tokens[at + 1]
            if tokens[at - 1].end == sign.start and sign.end == more.start:
                if sign.text == "ر":
                    self.at = at + 2
                    if len(tokens[at - 1].text) == 3:  # thousands apart: «225ر29» is 29,225
                        return float(f"{int(more.text.split('.')[0])}{int(first.value):03d}")
                    return float(f"{int(more.text.split('.')[0])}.{int(first.value)}")
                if (
                    sign.text == "،"
                    and len(more.text) <= 2
                    and not (self._comma(at - 2) or self._comma(at + 2))
                ):
                    self.at = at + 2
                    return float(f"{int(first.value)}.{more.text}")
        value = first.value
        if _GROUP_HEAD.fullmatch(tokens[at - 1].text):
            while self.at < len(tokens) and self._is_group(self.at):
                value = value * 1000 + int(tokens[self.at].text)
                self.at += 1
        return value

    def _is_group(self, at: int) -> bool:
        token = self.tokens[at]
        return bool(_GROUP.fullmatch(token.text)) and token.start - self.tokens[at - 1].end == 1

    def _comma(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text == "،"
