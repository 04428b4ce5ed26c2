"""The forms of a nationality or other adjective of relation, from its base form: «سوري» as «السوريين»."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def endings() -> tuple[tuple[str, ...], str]:
    """The endings a base form is met with, and the article."""
    data = tomllib.loads(
        resources.files("musnad.annotate").joinpath("data/inflection.toml").read_text("utf-8")
    )
    return tuple(data["endings"]), data["article"]


def forms(base: str, broken: bool = False) -> tuple[str, ...]:
    """All forms of a base, gender, number, case and definiteness; of two words both («كوري شمالي») agree.

    A `broken` plural («عرب») has no other endings («عربات» are carts): only the article and the accusative.
    """
    suffixes, article = endings()
    if broken:
        suffixes = ("", "ا")
    words = base.split()
    indefinite = [" ".join(word + ending for word in words) for ending in suffixes]
    definite = [" ".join(article + word + ending for word in words) for ending in suffixes]
    return tuple(dict.fromkeys(indefinite + definite))
