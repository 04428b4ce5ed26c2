"""In how many news articles each lemma is met: what linking weighs words by.

    python training/frequencies.py CORPUS

CORPUS is gzipped JSON lines with "title" and "text". Counts every fourth article and writes
`musnad/crossref/links/data/frequencies.tsv`: lemma and number in 10,000 articles, commonest first.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from musnad.arabic.lemmas import lemma  # noqa: E402
from musnad.arabic.tokens import tokenize  # noqa: E402

OUT = HERE / "musnad/crossref/links/data/frequencies.tsv"
EVERY = 4
LEAST = 11  # of 10,000 articles that a lemma is met in, to be listed


def main() -> None:
    """Reads the argument and writes the list."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    met, articles = counted(Path(sys.argv[1]))
    shares = {word: round(10_000 * number / articles) for word, number in met.items()}
    rows = sorted((-share, word) for word, share in shares.items() if share >= LEAST)
    head = [line for line in OUT.read_text("utf-8").splitlines() if line.startswith("#")]
    OUT.write_text("\n".join([*head, *(f"{word}\t{-share}" for share, word in rows)]) + "\n", "utf-8")


def counted(corpus: Path) -> tuple[Counter[str], int]:
    """In how many of the articles counted each lemma is met, and how many these are."""
    met: Counter[str] = Counter()
    articles = 0
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, EVERY):
            article = json.loads(line)
            met.update(lemmas(f"{article.get('title') or ''}\n{article.get('text') or ''}"))
            articles += 1
    return met, articles


def lemmas(text: str) -> set[str]:
    """The lemmas of a text; numbers have a weight of their own."""
    return {lemma(token.text) for token in tokenize(text) if token.kind == "word"}


if __name__ == "__main__":
    main()
