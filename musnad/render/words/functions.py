"""Dates, numbers and quantities as templates call them: in the words of the page they are on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from msgspec.structs import replace

from musnad import edtf
from musnad.arabic.gloss import gist
from musnad.model import Quantity
from musnad.render.values.indexes import MonthRow
from musnad.render.words.amounts import quantity
from musnad.render.words.calendar import Cell, hijri_day, hijri_months, weeks
from musnad.render.words.language import count, machine_readable
from musnad.render.words.setting import here

_MANY = 3  # any number that asks for the plural


@pass_context
def _count(context: Context, number: int, what: str) -> str:
    return count(number, context["w"]["counts"][what], context["language"])


@pass_context
def _quantity(context: Context, value: Quantity, text: str = "", noun: bool = True) -> str:
    """A figure in words; without `noun` not what it counts, which is the text's own word. For who reads no
    Arabic that is told in English, and so is «عشرات», a number that the `text` does not state.
    """
    english = context["language"] == "en"
    if english and value.number is None and (told := gist(text)):
        return told
    unit = value.unit if noun or value.unit == "%" else None
    if english and value.unit and value.unit != "%":
        unit = (gist(f"{_MANY} {value.unit}") or "").removeprefix(f"{_MANY} ") or unit
    return quantity(replace(value, unit=unit), here(context))


@pass_context
def _edtf(context: Context, value: str, near: str | None = None) -> Markup:
    words = here(context).date(value, near)
    machine = machine_readable(value)
    start, end = ("<span>", "</span>") if machine is None else (f'<time datetime="{machine}">', "</time>")
    return Markup(f"{start}{escape(words)}{end}")


@pass_context
def _cited(context: Context, line: str) -> tuple[str, list[str | Markup]]:
    """A citation of one line: the title, and what follows it, days in words."""
    title, *rest = line.split(" · ")
    return title, [_edtf(context, part) if edtf.days(part) else part for part in rest]


def _single_day(value: str) -> str | None:
    day = edtf.single_day(value)
    return day.isoformat() if day else None


def _weekday_of(iso: str) -> int:
    return datetime.date.fromisoformat(iso).weekday()


@pass_context
def _weeks(context: Context, month: MonthRow) -> list[list[Cell]]:
    return weeks(month, context["w"]["date"]["week_begins"])


@pass_context
def _hijri_months(context: Context, month: str) -> str | None:
    return hijri_months(month, context["w"]["date"])


@pass_context
def _hijri_day(context: Context, iso: str) -> str | None:
    return hijri_day(iso, context["w"]["date"])


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "count": _count,
    "quantity": _quantity,
    "edtf": _edtf,
    "cited": _cited,
    "single_day": _single_day,
    "weekday_of": _weekday_of,
    "weeks": _weeks,
    "hijri_months": _hijri_months,
    "hijri_day": _hijri_day,
}
