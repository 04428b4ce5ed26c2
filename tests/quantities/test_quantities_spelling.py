"""Numbers written out are read back, whatever their gender, case and spelling."""

from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from musnad.arabic.numbers import numbers
from musnad.arabic.tokens import tokenize

UNITS = ("واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة")
UNITS_OF_FEMININE = ("واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")
TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
HUNDREDS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
SCALES = (("مليار", "ملياران", "مليارين", "مليارات"), ("مليون", "مليونان", "مليونين", "ملايين"),
          ("ألف", "ألفان", "ألفين", "آلاف"))  # fmt: skip


class Style(NamedTuple):
    """How a number is written: its noun's gender, its case, the word for a hundred, joined to it or apart."""

    feminine: bool
    oblique: bool
    hundred: str
    joined: bool


def below_hundred(number: int, style: Style) -> str:
    units = UNITS_OF_FEMININE if style.feminine else UNITS
    if number < 10:
        word = units[number - 1]
        return word.replace("ان", "ين") if style.oblique and number == 2 else word
    if number == 10:
        return "عشر" if style.feminine else "عشرة"
    if number < 20:
        ten = "عشرة" if style.feminine else "عشر"
        first = {11: "إحدى" if style.feminine else "أحد", 12: "اثنتا" if style.feminine else "اثنا"}
        unit = first.get(number) or units[number - 11]
        if number == 12 and style.oblique:
            unit = unit.removesuffix("ا") + "ي"
        return f"{unit} {ten}"
    tens = TENS[number // 10] + ("ين" if style.oblique else "ون")
    rest = number % 10
    if not rest:
        return tens
    return f"{'إحدى' if style.feminine and rest == 1 else below_hundred(rest, style)} و{tens}"


def below_thousand(number: int, style: Style) -> str:
    hundred, rest = divmod(number, 100)
    if not hundred:
        return below_hundred(rest, style)
    if hundred == 2:
        words = style.hundred.removesuffix("ة") + ("تين" if style.oblique else "تان")
    elif hundred == 1:
        words = style.hundred
    else:
        words = HUNDREDS[hundred] + ("" if style.joined else " ") + style.hundred
    return f"{words} و{below_hundred(rest, style)}" if rest else words


def spelled(number: int, style: Style) -> str:
    parts = []
    for power, (one, two, two_oblique, many) in zip((10**9, 10**6, 1000), SCALES, strict=True):
        count, number = divmod(number, power)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two_oblique if style.oblique else two)
        elif count:
            masculine = style._replace(feminine=False)
            parts.append(f"{below_thousand(count, masculine)} {many if 3 <= count % 100 <= 10 else one}")
    if number:
        parts.append(below_thousand(number, style))
    return " و".join(parts)


@settings(max_examples=1500, deadline=None)
@given(
    st.one_of(
        st.integers(1, 1200),
        st.integers(1, 10**6),
        st.integers(1, 10**9),
        st.sampled_from((10**9, 2 * 10**6)),
    ),
    st.builds(Style, st.booleans(), st.booleans(), st.sampled_from(("مئة", "مائة")), st.booleans()),
    st.sampled_from(("{}", "قتل {} في الهجوم", "وب{} منهم", "أكثر من {}")),
)
@example(112, Style(False, True, "مائة", False), "{}")
@example(800_000, Style(True, False, "مئة", True), "{}")
def test_a_number_written_out_is_read_back(number: int, style: Style, sentence: str) -> None:
    text = sentence.format(spelled(number, style))
    tokens = tokenize(text)
    (found,) = numbers(tokens)
    assert text[found.start : tokens[found.last - 1].end] == spelled(number, style)
    assert found.value == number
    assert found.kind == "cardinal"


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 10**12), st.sampled_from((",", "٬", " ", "\u00a0", "\u202f", "")), st.booleans())
def test_figures_are_read_back(number: int, separator: str, arabic: bool) -> None:
    text = f"{number:,}".replace(",", separator)
    if arabic:
        text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    tokens = tokenize(text)
    (found,) = numbers(tokens)
    assert (found.value, found.last) == (number, len(tokens))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(".,٫"), st.booleans())
def test_decimals_are_read_back(whole: int, part: int, point: str, arabic: bool) -> None:
    text = f"{whole}{point}{part:02d}"
    if arabic:
        text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    (found,) = numbers(tokenize(text))
    assert found.value == float(f"{whole}.{part:02d}")
