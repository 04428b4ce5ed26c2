"""What holds of spellings: those of one name share a skeleton, by which they are looked up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.annotate.names.gazetteer import by_hand
from musnad.annotate.names.resolve.spelling import alike, skeleton, words

WORD = st.text(alphabet="اويهفقغكجتطثسصشزدذضظبلمن", min_size=1, max_size=8)
SOUNDS = ("قغكج", "تط", "فو", "سص", "سش", "سز", "ثتس", "دذ", "ضظ", "اه", "اوي")


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, str]:
    """A word and the same after a few steps of transcription, and some that are none."""
    word = other = draw(WORD)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(other)))
        ways = [other[:at] + letter + other[at:] for letter in "اوي" + other[max(0, at - 1) : at]]
        for sounds in SOUNDS if at < len(other) else ():
            ways += [other[:at] + each + other[at + 1 :] for each in sounds if other[at] in sounds]
        other = draw(st.sampled_from(ways))
    return word, other


@settings(max_examples=1500, deadline=None)
@given(st.one_of(respelled(), st.tuples(WORD, WORD)))
def test_words_that_are_alike_have_one_skeleton(pair: tuple[str, str]) -> None:
    one, other = pair
    assert not alike(one, other) or skeleton(one) == skeleton(other)


def test_no_two_listed_entities_of_a_type_have_one_name() -> None:
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for entity in by_hand():
        for name in (entity.name_ar, *entity.aliases):
            assert found.setdefault((entity.type, words(name)), entity.id) == entity.id, name
