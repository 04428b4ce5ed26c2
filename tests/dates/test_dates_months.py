"""Month names, and the Hijri calendar."""

import datetime
from pathlib import Path

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic import months

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("months.tsv").read_text("utf-8").splitlines()[2:]
    if line.strip()
]


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_month(name: str, expected: str) -> None:
    found = months.month(name)
    told = f"{found.number} {found.calendar}{'' if found.certain else ' uncertain'}" if found else "-"
    assert told == expected


def test_every_month_name_of_cldr_is_known() -> None:
    locales = [name for name in localedata.locale_identifiers() if name == "ar" or name.startswith("ar_")]
    known = {
        (number, name): months.month(name)
        for locale in [*locales, "en"]
        for widths in (Locale.parse(locale).months["format"], Locale.parse(locale).months["stand-alone"])
        for width in ("wide", "abbreviated")
        for number, name in widths[width].items()
    }
    assert len(known) > 60
    assert [key for key, month in known.items() if not month or month.number != key[0]] == []


def test_hijri_days() -> None:
    assert months.hijri_days(1440, 9, 10) == (datetime.date(2019, 5, 15),) * 2
    assert months.hijri_days(1440, 9) == (datetime.date(2019, 5, 6), datetime.date(2019, 6, 3))
    assert months.hijri_days(1440, 9, 31) is None
    assert months.hijri_days(1200, 9, 1) is None
    assert months.hijri_year(datetime.date(1700, 1, 1)) is None


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2070, 1, 1)))
def test_a_day_is_in_its_hijri_year(day: datetime.date) -> None:
    year = months.hijri_year(day)
    assert year
    first, last = months.hijri_days(year, 1), months.hijri_days(year, 12)
    assert first
    assert last
    assert first[0] <= day <= last[1]
