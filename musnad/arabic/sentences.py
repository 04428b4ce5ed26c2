"""Sentences: where a paragraph may be cut for snippets and sentence addresses."""

from __future__ import annotations

import re

# A stop, further stops, and what closes after them; then space, the end, or an Arabic word without a space.
_STOP = re.compile(r"(?P<stops>[.؟?!…]+)(?P<closers>[\"'»”’)\]}]*)(?=(?P<next>\s|$|[\u0621-\u064a]{2}))")
_SHORT = re.compile(r"(?:^|[^\w\u064b-\u0652])(?:\w\.)*\w$")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph: spans of code points, in order, without the white space around them.

    Every sign that is not white space is in exactly one of them. Decimals, initials («أ.ف.ب», «د.») and
    dots of pause («..») do not end a sentence.
    """
    cuts = [match.end("closers") for match in _STOP.finditer(text) if _ends(text, match)]
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        sentence = text[start:end]
        left = len(sentence) - len(sentence.lstrip())
        if sentence.strip():
            spans.append((start + left, start + len(sentence.rstrip())))
    return spans


def _ends(text: str, match: re.Match[str]) -> bool:
    stops = match["stops"]
    if not stops.strip(".…"):
        if len(stops) > 1 or "…" in stops:
            return False
        if _SHORT.search(text, max(0, match.start() - 12), match.start()):
            return False
    return not re.match(r"\s*[،؛,;:]", text[match.end() :])
