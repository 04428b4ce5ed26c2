"""Names in quotation marks of their own."""

from __future__ import annotations

from musnad.annotate.names.line import Line
from musnad.annotate.names.match import QUOTES
from musnad.annotate.names.tables import listed

_LONGEST = 5  # words of a name in quotation marks


def quoted(line: Line, first: int) -> int | None:
    """The last word of a short name that stands in quotation marks of its own, beginning with `first`."""
    words, text = line.words, line.text
    closing = QUOTES.get(text[max(0, words[first].start - 1)])
    for last in range(first, min(first + _LONGEST, len(words))) if closing else ():
        if (last > first and not line.goes_on(last)) or words[last].text in listed("no_name_words.txt"):
            return None
        if text[words[last].end : words[last].end + 1] == closing:
            return last
    return None
