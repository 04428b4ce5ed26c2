"""Which letters are Arabic: those of Unicode's Arabic blocks, the forms in old files and PDFs among them."""

from __future__ import annotations

import re

# Inside a character class; no signs, digits and vowel marks: Arabic, its Supplement and Extended-A,
# Presentation Forms A and B (Unicode 16, Blocks.txt).
LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc"
)
_LETTER = re.compile(f"[{LETTERS}]")


def is_arabic(text: str) -> bool:
    """Whether a text holds an Arabic letter."""
    return _LETTER.search(text) is not None


def arabic_letters(text: str) -> int:
    """How many Arabic letters a text holds."""
    return len(_LETTER.findall(text))
