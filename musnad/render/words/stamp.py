"""The latest release told by the style sheet, behind the link to all releases at the foot of every page.

Told in the pages themselves, every page of an archive would be another one with every release.
"""

from __future__ import annotations

from collections.abc import Mapping

from musnad.model.released import Release
from musnad.render.words.language import Words, in_words

_RULE = '.foot .release:lang({language})::after{{content:"{words}"}}'


def stamp(release: Release, words: Mapping[str, Words]) -> bytes:
    """The rules that tell a release, one for each interface language."""
    rules = []
    for language, own in sorted(words.items()):
        short = own["release"]["short"].format(n=release.number)
        said = f": {short} {in_words(release.date, own['date'])}"
        rules.append(_RULE.format(language=language, words=_quoted(said)))
    return ("".join(rules) + "\n").encode()


def _quoted(words: str) -> str:
    """Words for between quotes in a style sheet."""
    return "".join(sign if sign.isalnum() or sign in " :،," else f"\\{ord(sign):x} " for sign in words)
