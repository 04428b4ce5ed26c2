"""A value of the wrong kind is told in a curator's words: none of the decoder's, whatever it was."""

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from musnad.misfit import misfit

CASES: tuple[tuple[object, object, str], ...] = (
    (str, 5, "words expected, not a whole number"),
    (int, "five", "a whole number expected, not words"),
    (float | None, "far", "a number expected, not words"),
    (list[str], "one", "a list (`[…, …]`, or a line with «- » for each) expected, not words"),
    (
        dict[str, str],
        ["one"],
        "lines of `key: value` expected, not a list (`[…, …]`, or a line with «- » for each)",
    ),
    (bool, "perhaps", "true or false expected, not words"),
    (
        str | int | None,
        [],
        "a whole number or words expected, not a list (`[…, …]`, or a line with «- » for each)",
    ),
    (Annotated[str, Meta(min_length=1)], "", "empty; words are expected"),
    (Annotated[str, Meta(pattern=r"\w")], "…", "empty; words are expected"),
    (Annotated[str, Meta(pattern=r"^Q\d+$")], "Paris", "not written as such a value is"),
    (Annotated[list[str], Meta(min_length=1)], [], "empty; at least one is expected"),
    (Annotated[dict[str, str], Meta(min_length=1)], {}, "empty; at least one is expected"),
    (Annotated[list[str], Meta(min_length=2)], ["one"], "too short; a list of at least 2 is expected"),
    (Annotated[float, Meta(le=180)], 200.0, "too large; 180.0 at most"),
    (Annotated[int, Meta(ge=0)], -1, "too small; 0 at least"),
    (Literal["ar", "en"], "fr", "«fr» is none of the words that may stand here"),
)


@pytest.mark.parametrize(("kind", "value", "words"), CASES)
def test_value_of_the_wrong_kind_is_told(kind: object, value: object, words: str) -> None:
    with pytest.raises(msgspec.ValidationError) as told:
        msgspec.convert(value, kind, strict=False)
    assert misfit(str(told.value)) == words


def test_words_of_our_own_stay() -> None:
    assert misfit("«tomorrow» is no day, such as 2026-11-22") == "«tomorrow» is no day, such as 2026-11-22"
