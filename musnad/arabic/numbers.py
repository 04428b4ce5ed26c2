"""Numbers in words and figures, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from musnad.arabic.figures import read_figure
from musnad.arabic.number_words import Word, is_joining, read_word
from musnad.arabic.tokens import Token, tokenize

Kind = Literal["cardinal", "ordinal", "fraction", "vague"]


class Number(NamedTuple):
    """Tokens `first` to `last` (exclusive) that say a number; `start` is its first code point but proclitics.

    `value` is None for «العشرات». `definite` says that the first word carries the article («الخمسة»).
    `scale` is what a number of one scale counts by: a thousand in «60 ألفا», 1 in «60».
    """

    first: int
    last: int
    start: int
    kind: Kind
    value: float | None
    definite: bool = False
    scale: float = 1.0


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
        number = _Reader(tokens, words, at).read() if word and word.opens and not _percent(word) else None
        if number:
            found.append(number)
            at = number.last
        else:
            at += 1
    return found


def _percent(word: Word) -> bool:
    return word.table == "hundred" and word.definite  # «في المئة»


_EITHER = re.compile(r"\d{1,3}\.\d[0٠۰]{2}")  # a decimal before a scale: «1.500 مليون»
_SCALES = 2  # words in a row: «ألف مليون»
_VAGUE = 3  # words in a row: «عشرات مئات الآلاف»


class _Reader:
    """Reads the one number that begins at a token; `at` is the token after what is read."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[Word | None], at: int) -> None:
        self.tokens, self.words, self.first, self.at = tokens, words, at, at
        self.scale = 1.0

    def read(self) -> Number | None:
        first = self.words[self.first]
        assert first
        value: float | None
        kind: Kind
        if first.table in ("vague", "plural_scale"):
            kind, value = "vague", None
            for _ in range(_VAGUE):
                self._take("vague", "plural_scale")
        elif first.table == "ordinal" or (first.table == "eleven" and first.definite):
            kind, value = "ordinal", self._ordinal()
        elif first.table == "fraction":
            kind, value = self._fraction()
        else:
            kind, value = self._parts() or ("cardinal", self._cardinal())
        if kind != "vague" and value is None:
            return None
        start = self.tokens[self.first].start + first.skip
        return Number(self.first, self.at, start, kind, value, first.definite, self.scale)

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

    def _parts(self) -> tuple[Kind, float] | None:
        """«ثلاثة أرباع»: some of the equal parts of a whole."""
        some = self._below_hundred(joined=False)
        part = self._take("parts") if some else None
        if some and part and some * part.value < 1:
            return self._scaled("fraction", some * part.value)
        self.at = self.first
        return None

    def _scaled(self, kind: Kind, value: float) -> tuple[Kind, float]:
        """«نصف مليون»: a fraction of a scale is a plain number."""
        if scale := self._take("scale", joined=False):
            return "cardinal", value * scale.value
        return kind, value

    def _cardinal(self) -> float | None:
        total, limit, terms = 0.0, float("inf"), 0
        while True:
            back, joined = self.at, self.at > self.first
            group = self._group(joined)
            if group is None:
                group, scale = self._bare_scale(joined) or (0.0, limit)
            else:
                scale = self._scales(1.0, _SCALES)
            if scale >= limit:
                self.at = back
                break
            total, limit, terms = total + group * scale, scale, terms + 1
            if scale == 1:
                break
        if not terms:
            return None
        self.scale = limit if terms == 1 else 1.0
        return self._with_part(total, limit)

    def _with_part(self, total: float, scale: float) -> float:
        """A number with «ونصف»: of its scale («مليون ونصف المليون»), or of one («ثلاثة ونصف»)."""
        back = self.at
        part = self._take("fraction", joined=True)
        if not part or (scale == 1 and (part.definite or total >= 100)):
            self.at = back
            return total
        if scale > 1:
            self._take("scale", joined=False)
            return total + part.value * scale
        if more := self._take("scale", "plural_scale", joined=False):
            self.scale = more.value
            return (total + part.value) * more.value
        if self.at < len(self.tokens) and self.tokens[self.at].text.startswith("ال"):  # «ونصف السكان»
            self.at = back
            return total
        return total + part.value

    def _bare_scale(self, joined: bool) -> tuple[float, float] | None:
        """How many, of which scale: «مليون», «ألفين»."""
        word = self._take("scale", "scale_or_dual", "dual_scale", joined=joined or None)
        if not word:
            return None
        count = 2.0 if word.table == "dual_scale" or (word.table != "scale" and self._is_dual()) else 1.0
        return count, self._scales(word.value, _SCALES - 1)

    def _is_dual(self) -> bool:
        """Whether «ألفا» is two of them: before a noun («ألفا شخص»), not in «ألفا و200», «ألفا من»."""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        if not following or following.kind != "word":
            return False
        return not is_joining(following.text) and self.words[self.at] is None

    def _scales(self, product: float, most: int) -> float:
        """`product` times the scale words that follow, at most so many."""
        for _ in range(most):
            word = self._take("scale", "scale_or_dual", "plural_scale", joined=False)
            product *= word.value if word else 1
        return product

    def _group(self, joined: bool) -> float | None:
        """A number below a thousand in words, or a figure."""
        glue = joined or None
        if self._take("figure", joined=glue):
            return self._figures()
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

    def _figures(self) -> float:
        """The figure just taken with what is written to it; «1.500 مليون» has a decimal."""
        first = self.at - 1
        value, self.at = read_figure(self.tokens, first) or (0.0, self.at)
        following = self.words[self.at] if self.at < len(self.tokens) else None
        if following and following.table == "scale" and _EITHER.fullmatch(self.tokens[first].text):
            return value / 1000
        return value
