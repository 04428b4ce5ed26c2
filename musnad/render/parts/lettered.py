"""Lists A-Z: their order, the letters to jump to, the rows of a sheet by letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from musnad import address
from musnad.arabic import order
from musnad.render.parts.rows import SHEET, cut
from musnad.render.values.common import Sheet, SourceRow, Tally
from musnad.render.values.indexes import Letter


def ordered(called: Mapping[str, str], language: str) -> list[str]:
    """Keys by what they are called, as an A-Z of the language has them."""
    return sorted(called, key=lambda key: (order.key(called[key], language), key))


def lead(names: Sequence[str], first: str, language: str, size: int = SHEET) -> tuple[tuple[str, str], ...]:
    """The letters that ordered names begin with, each with the address where its names begin."""
    found: dict[str, str] = {}
    for place, name in enumerate(names):
        letter = order.initial(name, language)
        found.setdefault(letter, f"{address.sheet(first, place // size + 1)}#{anchor(letter)}")
    return tuple(found.items())


def parts(
    keys: Sequence[str],
    called: Mapping[str, str],
    language: str,
    sheet: Sheet,
    row: Callable[[str], Tally | SourceRow],
) -> tuple[Letter, ...]:
    """What stands on a sheet of ordered keys, by letter."""
    alike = groupby(cut(keys, sheet), key=lambda key: order.initial(called[key], language))
    return tuple(Letter(letter, anchor(letter), tuple(map(row, own))) for letter, own in alike)


def anchor(letter: str) -> str:
    """The anchor of a letter's part of a list: safe in an address."""
    return f"letter-{ord(letter[0]):x}"
