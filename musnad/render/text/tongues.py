"""Runs of another script among the interface's words, each told by its language."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from musnad.arabic.script import LETTERS

_ARABIC = rf"[{LETTERS}\u064b-\u065f]+"  # with vowel marks
_LATIN = r"[A-Za-z][A-Za-z_’-]*[A-Za-z]"
_RUNS = {lang: re.compile(rf"{run}(?: {run})*") for lang, run in (("ar", _ARABIC), ("en", _LATIN))}


def runs(words: str, language: str) -> Markup:
    """Words as HTML: Arabic ones in another language's interface, Latin ones in the Arabic, set apart."""
    other = "en" if language == "ar" else "ar"
    made, end = Markup(), 0
    for found in _RUNS[other].finditer(words):
        made += escape(words[end : found.start()]) + Markup('<bdi lang="{}">{}</bdi>').format(other, found[0])
        end = found.end()
    return made + escape(words[end:])
