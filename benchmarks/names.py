"""Strict precision, recall and F1 of the shipped tagger on a marked file, and its speed.

    python benchmarks/names.py FILE.conll [--json]

FILE is IOB2: a token and its label a line, parted by white space, a blank line after each sentence. Persons,
places and bodies (PER, LOC, ORG) count, other labels do not. The tagger itself is measured, marking names as
the marked press corpus ANERcorp does, in which proclitics are inside; not the archive's annotator.
Seconds are those of a whole run on one core: cutting words, lists, rules and tagger.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import process_time

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE), str(HERE / "training")]

from corpora import Sentence, read  # noqa: E402

from musnad.annotate.names.tagger.crf import TYPES, spans, tagged  # noqa: E402
from musnad.annotate.names.tagger.features import PRESS  # noqa: E402

Names = set[tuple[int, int, str]]


def main() -> None:
    """Reads the arguments and prints the figures."""
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--json"]):
        sys.exit(__doc__)
    sentences = read(Path(sys.argv[1]))
    names(Sentence(("دمشق",), ("O",)))  # lists and model are read before the clock starts
    start = process_time()
    found = [names(sentence) for sentence in sentences]
    seconds = process_time() - start
    tokens = sum(len(sentence.tokens) for sentence in sentences)
    figures: dict[str, object] = {**scores(zip(map(marked, sentences), found, strict=True))}
    figures["tokens_per_second"] = round(tokens / seconds)
    print(json.dumps(figures, indent=2) if "--json" in sys.argv else table(figures))


def names(sentence: Sentence) -> Names:
    """First and last token and label of each name the tagger finds."""
    row = sentence.row()
    places = sentence.places(row.words)
    labels = {type_: label for label, type_ in TYPES.items()}
    return {
        (places[name.first], places[name.last], labels[name.type])
        for name in tagged(row.words, row.text, row.names, PRESS)
    }


def marked(sentence: Sentence) -> Names:
    """First and last token and label of each name that is marked."""
    found = ((first, last, sentence.labels[first][2:]) for first, last in spans(sentence.labels))
    return {name for name in found if name[2] in TYPES}


def scores(pairs: Iterable[tuple[Names, Names]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 over pairs of marked and found names: of all («micro») and of each label."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        for side, those in (("gold", gold), ("found", found), ("right", gold & found)):
            for *_, label in those:
                counts[side, label] += 1
                counts[side, "micro"] += 1
    sides = ("right", "found", "gold")
    return {label: _score(*(counts[side, label] for side in sides)) for label in ("micro", *TYPES)}


def _score(right: int, found: int, gold: int) -> dict[str, float]:
    p, r = (right / of if of else 0.0 for of in (found, gold))
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r) if p + r else 0.0, 4)}


def table(figures: dict[str, object]) -> str:
    """The figures for a reader."""
    lines = [f"{'':6}{'precision':>10}{'recall':>8}{'F1':>8}"]
    for label, score in figures.items():
        if isinstance(score, dict):
            lines.append(f"{label:6}{score['p']:10.3f}{score['r']:8.3f}{score['f1']:8.3f}")
    return "\n".join([*lines, f"{figures['tokens_per_second']:,} tokens a second"])


if __name__ == "__main__":
    main()
