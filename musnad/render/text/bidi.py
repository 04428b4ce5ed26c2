"""Left-to-right stretches inside Arabic text: handles, addresses, numeric dates, telephone numbers.

Set in a right-to-left line they come out with their parts exchanged, so the page isolates them. Ranges such
as 50-60 read rightly as they are and stay alone. Which cases need it was measured in browsers; only ASCII
digits and letters do, and since these never join to a neighbour, an isolate round them breaks no word.
"""

from __future__ import annotations

import re

_PATH = r"(?:[A-Za-z0-9%~!$&'*+.,;:@=?#/_-]|(?<=[/_=-])[\u0620-\u065f\u066e-\u06d3]+)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_LTR = re.compile(
    rf"""(?<![A-Za-z0-9_])(?:
      (?P<address>(?:https?://|www\.)[A-Za-z0-9]{_PATH}* | (?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}/{_PATH}*)
    | [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+                                     # mail
    | @[A-Za-z0-9_]+                                                                          # handle
    | [0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}(?:[T\ ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?(?![0-9])
    | [0-9]{{1,4}}(?P<cut>[\ \u00a0]?[/.-][\ \u00a0]?)[0-9]{{1,2}}(?P=cut)[0-9]{{2,4}}(?![0-9])
    | (?:[0-9]{{1,2}}\ )?{_MONTH}\ (?:[0-9]{{1,2}},?\ )?[0-9]{{4}}(?![0-9])  # March 23, 2019
    | [0-9]{{1,2}}:[0-9]{{2}}[\ ]?[-–][\ ]?[0-9]{{1,2}}:[0-9]{{2}}(?![0-9])                    # hours
    | (?:\+|00)[0-9](?:[\ ()-]{{0,2}}[0-9]){{6,14}}(?![0-9])                                   # telephone
    )""",
    re.VERBOSE,
)
_TRAILING = ".,;:!?'*"


def left_to_right(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of `text[start:end]` to isolate, in order; offsets into `text`, final punctuation outside."""
    found = []
    for match in _LTR.finditer(text, start, end):
        stop = match.end()
        if match["address"]:
            stop = match.start() + len(match.group().rstrip(_TRAILING))
        found.append((match.start(), stop))
    return found
