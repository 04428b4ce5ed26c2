"""Of which gender the bearers of given names are, as the verbs before them show: «قالت سارة», «قال خالد».

    python training/genders.py CORPUS

CORPUS is gzipped JSON lines with "text". Counts the past forms of cues that stand right before a listed given
name and writes `musnad/annotate/claims/data/genders.tsv`: a name, and m or f. A name is left out that was met
fewer than three times, or whose verbs agree in fewer than four of five, and what is a common word besides.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from musnad.annotate.claims import cues  # noqa: E402
from musnad.annotate.names.tables import listed  # noqa: E402
from musnad.arabic.fold import fold  # noqa: E402
from musnad.arabic.tokens import tokenize  # noqa: E402

OUT = HERE / "musnad/annotate/claims/data/genders.tsv"
LEAST = 3
AGREEING = 0.8


def main() -> None:
    """Reads the argument and writes the list."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    feminine, masculine = counted(Path(sys.argv[1]))
    rows = []
    for name in sorted(feminine.keys() | masculine.keys()):
        more = max(feminine[name], masculine[name])
        if more >= LEAST and more >= AGREEING * (feminine[name] + masculine[name]):
            rows.append(f"{name}\t{'f' if more == feminine[name] else 'm'}")
    head = [line for line in OUT.read_text("utf-8").splitlines() if line.startswith("#")]
    OUT.write_text("\n".join([*head, *rows]) + "\n", "utf-8")


def counted(corpus: Path) -> tuple[Counter[str], Counter[str]]:
    """How often a name stands behind a feminine cue, and behind a masculine one."""
    genders = _genders()
    names = listed("given_names.txt") - listed("common_words.txt")
    found = Counter[str](), Counter[str]()
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            words = [fold(token.text) for token in tokenize(json.loads(line).get("text") or "")]
            for cue, name in pairwise(words):
                if name in names and cue in genders:
                    found[not genders[cue]][name] += 1
    return found


def _genders() -> dict[str, bool]:
    """Whether a past cue in the singular is feminine, by its folded form."""
    return {
        word: form.feminine for word, form in cues.forms().items() if form.tense == "past" and not form.plural
    }


if __name__ == "__main__":
    main()
