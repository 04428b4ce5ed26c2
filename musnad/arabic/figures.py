"""Figures: numbers written with digits, in one token or over several, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from musnad.arabic.tokens import Token

_HEAD = "[1-9١-٩۱-۹]\\d{0,2}"
_THOUSANDS = re.compile(rf"{_HEAD}(?:(?:,\d{{3}})+|(?:\.\d{{3}}){{2,}}|\.\d[0٠۰]{{2}}|(?:٬\d{{3}})+)")
_GROUP_HEAD = re.compile(_HEAD)
_GROUP = re.compile(r"\d{3}")
_GROUPS = 4  # of three figures parted by spaces
_POINT = ("فاصل", "فاصلة")  # «14 فاصل 6»
_LONGEST = 20  # figures of a number


def figure(text: str) -> float | None:
    """What a figure is worth: «5,000», «1.200.000», «3,5», «٣٫٥»; None where it is no number («1.2.3»).

    A comma before three figures parts thousands; a dot does where it stands twice or before a round hundred.
    """
    if len(text) >= _LONGEST:
        return None
    if _THOUSANDS.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    parts = re.split(r"[.,٫]", text)
    if len(parts) > 2 or "٬" in text:
        return None
    return float(".".join(parts))


def read_figure(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """What the figure at a token is worth with what is written to it, and the token after it.

    «15 000» goes over two tokens, «2ر70» (70.2) and «3،5» over three.
    """
    value = figure(tokens[at].text)
    if value is None:
        return None
    if (apart := _parted(tokens, at, value)) is not None:
        return apart, at + 3
    last = at + 1
    if _GROUP_HEAD.fullmatch(tokens[at].text):
        while last < min(len(tokens), at + 1 + _GROUPS) and _is_group(tokens, last):
            value = value * 1000 + int(tokens[last].text)
            last += 1
    return value, last


def _parted(tokens: Sequence[Token], at: int, value: float) -> float | None:
    """A figure parted by a letter or an Arabic comma from the one after it, or None."""
    if at + 2 >= len(tokens):
        return None
    first, sign, more = tokens[at : at + 3]
    if not more.text.isdigit() or len(more.text) >= _LONGEST:
        return None
    if sign.text in _POINT and first.text.isdigit():
        return float(f"{int(value)}.{more.text}")
    if first.end != sign.start or sign.end != more.start:
        return None
    if sign.text == "ر" and first.text.isdigit():  # written from the left: «225ر29» is 29,225
        whole = int(more.text)
        return float(f"{whole}{int(value):03d}" if len(first.text) == 3 else f"{whole}.{int(value)}")
    if sign.text != "،" or _is_comma(tokens, at - 1) or _is_comma(tokens, at + 3):
        return None
    if len(more.text) <= 2:
        return float(f"{int(value)}.{more.text}")
    if _GROUP.fullmatch(more.text) and _GROUP_HEAD.fullmatch(first.text):
        return value * 1000 + int(more.text)
    return None


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    return bool(_GROUP.fullmatch(tokens[at].text)) and tokens[at].start - tokens[at - 1].end == 1


def _is_comma(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text == "،"
