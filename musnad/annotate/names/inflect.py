"""The forms of a nationality or other adjective of relation, from its base form: «سوري» as «السوريين»."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def endings() -> tuple[tuple[str, ...], str]:
    """The endings a base form is met with, and the article."""
    data = tomllib.loads(
        resources.files("musnad.annotate.names").joinpath("data/inflection.toml").read_text("utf-8")
    )
    return tuple(data["endings"]), data["article"]


def forms(base: str, broken: bool = False) -> tuple[str, ...]:
    """All forms of a base, gender, number, case and definiteness; of two words both («كوري شمالي») agree.

    A `broken` plural («عرب») has no other endings («عربات» are carts): only the article and the accusative.
    """
    suffixes, article = endings()
    if broken:
        suffixes = ("", "ا")
    *first, last = base.split()
    agree = all(word.endswith("ي") for word in first)
    found = []
    for ending in suffixes:
        words = [word + ending if agree else word for word in first] + [last + ending]
        # «الكورية الشمالية», but «الجنوب أفريقية»
        definite = [article + word if agree or not at else word for at, word in enumerate(words)]
        found += [" ".join(words), " ".join(definite)]
    return tuple(dict.fromkeys(found))
