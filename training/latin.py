"""Makes musnad/arabic/data/latin_learned.tsv: words of names in the Latin form that the gazetteers give them.

    python training/latin.py

The gazetteers' Arabic and English names are laid side by side word by word, where they have as many; words
that sound alike are kept, and single words for a place kept by hand whatever they sound like («مصر», Egypt).
Of several forms of a word the one that most names have is taken, of those of the first tables rather; what
one small place alone has is left out.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from musnad.arabic.fold import fold  # noqa: E402
from musnad.search.likeness import sounds  # noqa: E402

NAMES = HERE / "musnad" / "annotate" / "names" / "data"
MADE = HERE / "musnad" / "arabic" / "data" / "latin_learned.tsv"
# The columns of English and Arabic names, how much a name weighs, whether single words need not sound alike.
TABLES = {
    "gazetteer_countries": (1, 2, 100, True),
    "gazetteer_cities": (1, 2, 50, True),
    "gazetteer_regions": (1, 2, 50, True),
    "gazetteer_people": (1, 2, 10, False),
    "gazetteer_towns": (0, 1, 3, False),
    "gazetteer_provinces": (0, 1, 2, False),
    "gazetteer_bodies": (1, 2, 2, False),
    "gazetteer_small": (0, 1, 1, False),
}
HEAD = """\
# Words of names with the Latin form that the gazetteers of this project give them.
# Source: GeoNames (CC BY 4.0), Unicode CLDR 47, iso3166-2-db 2.3.11 (MIT), and this project's own tables.
# Made by training/latin.py; do not edit.
# columns: Arabic, Latin
"""


def main() -> None:
    """Writes the table."""
    found: dict[str, Counter[str]] = {}
    for name, columns in TABLES.items():
        for arabic, latin, weight in aligned((NAMES / f"{name}.tsv").read_text("utf-8"), *columns):
            found.setdefault(arabic, Counter())[latin] += weight
    best = {
        arabic: max(sorted(forms), key=forms.__getitem__)
        for arabic, forms in found.items()
        if forms.total() > 1
    }
    rows = (f"{arabic}\t{best[arabic]}\n" for arabic in sorted(best))
    MADE.write_text(HEAD + "".join(rows), encoding="utf-8")


def aligned(
    table: str, english: int, arabic: int, weight: int, any_sound: bool
) -> Iterator[tuple[str, str, int]]:
    """Arabic words with their Latin form, and its weight."""
    for row in table.splitlines():
        if row.startswith("#"):
            continue
        cells = [*row.split("\t"), *[""] * 4]
        theirs = re.sub(r"\(.*?\)", "", cells[english]).replace("&", " ").split()
        for name in cells[arabic].split(";"):
            ours = name.split()
            if len(ours) == len(theirs):
                for one, other in zip(ours, theirs, strict=True):
                    form = plain(other)
                    if form and len(one) > 2 and (alike(one, form) or (any_sound and len(ours) == 1)):
                        yield (*bare(one, form), weight)


def plain(word: str) -> str | None:
    """A Latin word without the signs on its letters, if it is one with a capital."""
    form = "".join(letter for letter in unicodedata.normalize("NFKD", word) if letter.isascii())
    return form if re.fullmatch(r"(?:[aAeE][a-z]-)?[A-Z][A-Za-z'-]*", form) else None


def alike(arabic: str, latin: str) -> bool:
    """Whether they sound alike, the articles apart."""
    one, other = fold(arabic.removeprefix("ال")), fold(re.sub("^[AaEe][a-z]-", "", latin)).replace("-", "")
    return sounds(other.replace("'", ""), one) <= max(1, len(other) // 3)


def bare(arabic: str, latin: str) -> tuple[str, str]:
    """A word and its form without articles where both have one."""
    stripped = re.sub("^[AaEe][a-z]-", "", latin)
    return (arabic[2:], stripped) if stripped != latin and arabic.startswith("ال") else (arabic, latin)


if __name__ == "__main__":
    main()
