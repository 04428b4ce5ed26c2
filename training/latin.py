"""Makes musnad/arabic/data/latin_learned.tsv: words of names in the Latin form that they are known by.

    python training/latin.py NAMES.sqlite3

NAMES.sqlite3 is in the package arabic-name-romanizer 0.2.0: words of the names of Wikidata's persons,
with how many have each Latin form; forms that two have are taken. The gazetteers' Arabic and English
names are laid side by side word by word, where they have as many; words that sound alike are kept, and
single words for a place kept by hand whatever they sound like («مصر», Egypt). Of several forms of a word
the one that weighs most is taken; what one small place alone has is left out.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
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
    "gazetteer_countries": (1, 2, 10_000, True),
    "gazetteer_cities": (1, 2, 5_000, True),
    "gazetteer_regions": (1, 2, 5_000, True),
    "gazetteer_people": (1, 2, 100, False),
    "gazetteer_towns": (0, 1, 4, False),
    "gazetteer_provinces": (0, 1, 3, False),
    "gazetteer_bodies": (1, 2, 3, False),
    "gazetteer_small": (0, 1, 2, False),
}
_PERSON, _LEAST = 2, 3  # what a person weighs, and a form at least
HEAD = """\
# Words of names, folded, in the Latin form that they are known by; without the article where that has none.
# Source: Wikidata (CC0, through arabic-name-romanizer 0.2.0), GeoNames (CC BY 4.0), Unicode CLDR 47,
# iso3166-2-db 2.3.11 (MIT), and this project's own tables.
# Made by training/latin.py; do not edit.
# columns: Arabic, Latin
"""


def main() -> None:
    """Reads the argument, writes the table."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, columns in TABLES.items():
        for arabic, latin, weight in aligned((NAMES / f"{name}.tsv").read_text("utf-8"), *columns):
            found[arabic][latin] += weight
    for arabic, latin, persons in persons_words(Path(sys.argv[1])):
        found[arabic][latin] += persons * _PERSON
    best = {arabic: max(sorted(forms), key=forms.__getitem__) for arabic, forms in found.items()}
    rows = (f"{word}\t{best[word]}\n" for word in sorted(best) if found[word][best[word]] >= _LEAST)
    MADE.write_text(HEAD + "".join(rows), encoding="utf-8")


def persons_words(path: Path) -> Iterator[tuple[str, str, int]]:
    """Arabic words with their Latin form, and how many persons have it."""
    rows = sqlite3.connect(path).execute(
        "SELECT arabic_key, latin, sum(count) FROM units WHERE source = 'wikidata' GROUP BY 1, 2 ORDER BY 1"
    )
    for arabic, latin, persons in rows:
        form = plain(re.sub("^([AaEe]l) ", r"\1-", latin))
        if form and " " not in arabic and len(arabic) > 2:
            taken = latin.startswith(("Al", "El", "Il"))  # «إلهام» has no article
            yield (*bare(arabic if taken else arabic.removeprefix("ال"), form), persons)


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
    """A word, folded, and its form, without articles where the form has one («الباب», Al-Bab)."""
    form = re.sub("^[AaEe][a-z]-", "", latin)
    return fold(arabic.removeprefix("ال") if form != latin else arabic), form


if __name__ == "__main__":
    main()
