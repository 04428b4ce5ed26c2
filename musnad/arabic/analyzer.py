"""The search analyzer: a text's words and numbers, folded. The same rules run in `static/analyzer.js`.

The rules are data (`data/fold.toml`, `data/clitics.toml`); `table` is what the browser gets of them, so that
nothing depends on which version of Unicode a browser or a Python knows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from musnad.arabic import clitics
from musnad.arabic import fold as letters
from musnad.arabic.fold import fold
from musnad.arabic.tokens import alternating


@cache
def table() -> dict[str, Any]:
    """All that the analyzer in the browser needs, as values of JSON; `fold`: folded form -> the letters."""
    data = letters.data()
    fold_from: dict[str, str] = {}
    for code, folded in sorted(letters.table().items()):
        if folded:
            fold_from[folded] = fold_from.get(folded, "") + chr(code)
    return {
        **{name: letters.spans(data[name]) for name in ("letters", "marks", "invisible")},
        "digits": "".join(data["digits"]),
        **{name: data[name] for name in ("thousands", "decimals", "separators")},
        "clitics": clitics.data(),
        "fold": fold_from,
    }


def analyze(text: str) -> list[tuple[str, int, int]]:
    """The words and numbers of a text: folded token, start and end (code points), in order.

    A number is written with digits 0-9 and a point: «60,000» is 60000, «3٫5» is 3.5. Digits that are not one
    number («20.7.2014») are several. Three digits after one separator are taken as thousands. «عبدالله» is
    two words, however it is written.
    """
    found: list[tuple[str, int, int]] = []
    at, cut = 0, alternating(text)
    for between, token in zip(cut[::2], cut[1::2], strict=False):
        at += len(between)
        found += [(form, at + start, at + end) for form, start, end in parts(token)]
        at += len(token)
    return found


@lru_cache(maxsize=1 << 17)
def parts(token: str) -> tuple[tuple[str, int, int], ...]:
    """A word or number token as `analyze` has it: of each word in it the folded letters, start and end."""
    return tuple(_numbers(token) if token[0] in _digits() else _words(token))


@cache
def _digits() -> frozenset[str]:
    return frozenset("".join(letters.data()["digits"]))


def _words(token: str) -> list[tuple[str, int, int]]:
    """A word token as one folded word, or as the two that are written together in it."""
    folded = fold(token)
    joined = _joined().match(folded)
    if joined is None:
        return [(folded, 0, len(token))]
    lengths = accumulate(len(fold(letter)) for letter in token)
    middle = next(at for at, length in enumerate(lengths) if length > joined.end())
    return [(joined[0], 0, middle), (folded[joined.end() :], middle, len(token))]


@cache
def _joined() -> re.Pattern[str]:
    """The word that is written together with an article after it, with its proclitics."""
    table = clitics.data()
    before = f"[{''.join(table['conjunctions'])}]?[{''.join(table['prepositions'])}]?"
    return re.compile(f"{before}{table['joined']}(?={table['articles'][0]}..)")


def _numbers(token: str) -> list[tuple[str, int, int]]:
    """A number token as one folded number, or as the several numbers it is."""
    folded = fold(token)
    spans = [match.span() for match in re.finditer("[0-9]+", folded)]
    digits = [folded[start:end] for start, end in spans]
    value = _value(digits, "".join(folded[end] for _, end in spans[:-1]))
    if value is not None:
        return [(value, 0, len(token))]
    return [(one, *span) for one, span in zip(digits, spans, strict=True)]


def _value(parts: list[str], separators: str) -> str | None:
    """Digits joined over their thousands, with a point before decimals; None where this is not one number."""
    data = letters.data()
    if len(parts) == 1:
        return parts[0]
    if _grouped(parts, separators):
        return "".join(parts)
    head, last = separators[:-1], separators[-1]
    whole = len(parts) == 2 or (_grouped(parts[:-1], head) and last not in head)
    if whole and last in data["decimals"] + data["separators"]:
        return "".join(parts[:-1]) + "." + parts[-1]
    return None


def _grouped(parts: list[str], separators: str) -> bool:
    """Whether digits stand in groups of three: «1,234,567»."""
    data = letters.data()
    return (
        separators[0] in data["thousands"] + data["separators"]
        and separators == separators[0] * len(separators)
        and len(parts[0]) <= 3
        and not parts[0].startswith("0")
        and all(len(part) == 3 for part in parts[1:])
    )
