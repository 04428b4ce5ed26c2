#!/usr/bin/env python3
"""Makes what the tagger of names ships: vocabulary, model, and the model's card with its figures.

    python training/train.py NER CORPUS [--words]

NER is a folder with `anercorp_train.conll` (IOB2; PER, LOC, ORG, MISC), CORPUS the ANT corpus as gzipped JSON
lines; the articles of `training/marks` are put together from it. With --words the vocabulary is made anew
first (some minutes). The same inputs and libraries give the same files.

A tenth of ANERcorp, whole articles, is held back; a model made without it is measured on it. Of the articles
marked by hand each third is tagged by a model made without it. The model that ships is made from everything.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from time import process_time

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE), str(HERE / "benchmarks")]

import calibrate  # noqa: E402
import corpora  # noqa: E402
import marks  # noqa: E402
import names  # noqa: E402
import pycrfsuite  # noqa: E402
from corpora import Row, Sentence  # noqa: E402

from musnad.annotate.names.tagger import crf as tagger  # noqa: E402
from musnad.annotate.names.tagger.features import GUIDELINES, PRESS, Attributes  # noqa: E402
from musnad.annotate.names.tagger.vocabulary import vocabulary  # noqa: E402

SEED = 11  # of what is held back
CLUSTER_SEED = 3
JUDGED_HEAD = """\
# The tagger's names in the articles marked by hand, each read by a model made without it. Made by train.py.
# article\tprobability the tagger gives\twhether span and type are right (1) or not (0)"""
PARTS = 3  # of the articles marked by hand
DATA = HERE / "musnad/annotate/names/data"
MODEL, VOCABULARY, CARD = DATA / "tagger.crf", DATA / "vocabulary.tsv.gz", DATA / "tagger.md"
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}

Example = tuple[list[Attributes], list[str]]
Marked = list[tuple[Row, list[str]]]  # an article marked by hand


def main() -> None:
    """Reads the arguments, writes the files and prints the card."""
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--words"]):
        sys.exit(__doc__)
    ner, corpus = map(Path, sys.argv[1:3])
    press = corpora.read(ner / "anercorp_train.conll")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if "--words" in sys.argv:
            write_vocabulary(corpus)
        marks.unpack(HERE / "training" / "marks", corpus, folder / "marked")
        ours = corpora.by_hand(folder / "marked")
        figures = {**on_press(press, ours, folder), **on_ours(press, ours, folder)}
    train([*learn(press), *learn_ours(ours)], MODEL)
    write_card({**figures, **speed(press)})
    print(CARD.read_text("utf-8"))


def write_vocabulary(corpus: Path) -> None:
    """Make the vocabulary from the corpus, and have the features read it anew."""
    import words  # gensim, numpy and scipy are needed for this only

    found = sorted(words.vocabulary(corpus, CLUSTER_SEED).items())
    lines = "".join("\t".join((word, *clusters)) + "\n" for word, clusters in found)
    VOCABULARY.write_bytes(gzip.compress(lines.encode("utf-8"), 9, mtime=0))
    vocabulary.cache_clear()


def learn(sentences: Iterable[Sentence]) -> Iterable[Example]:
    """Examples from a marked file."""
    for sentence in sentences:
        row = sentence.row()
        yield from row.examples(sentence.word_labels(row.words), PRESS)


def learn_ours(articles: Iterable[Marked]) -> Iterable[Example]:
    """Examples from articles marked by the guidelines."""
    for article in articles:
        for row, labels in article:
            yield from row.examples(labels, GUIDELINES)


def train(examples: Iterable[Example], path: Path) -> None:
    """Write the model of the examples."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for attributes, labels in examples:
        trainer.append(attributes, labels)
    trainer.train(str(path))


def use(path: Path) -> None:
    """Have the tagger use this model from now on."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    tagger.model = lambda: model  # type: ignore[assignment]


def on_press(press: list[Sentence], ours: list[Marked], folder: Path) -> dict[str, object]:
    """Figures on the tenth held back of ANERcorp, of a model made from the rest."""
    kept, held = corpora.hold_back(press, SEED)
    train([*learn(s for article in kept for s in article), *learn_ours(ours)], folder / "held.crf")
    use(folder / "held.crf")
    sentences = [sentence for article in held for sentence in article]
    pairs = [(names.marked(sentence), names.names(sentence)) for sentence in sentences]
    tokens = sum(len(sentence.tokens) for sentence in sentences)
    count = sum(len(gold) for gold, _ in pairs)
    return {"held": names.scores(pairs), "held_tokens": tokens, "held_names": count}


def on_ours(press: list[Sentence], ours: list[Marked], folder: Path) -> dict[str, object]:
    """Figures on the articles marked by hand, each by a model made without it; whole words, marked or not.

    Writes what the annotator makes of that model's names, for `calibrate.py`.
    """
    pairs = []
    lines = [JUDGED_HEAD]
    for part in range(PARTS):
        others = (article for n, article in enumerate(ours) if n % PARTS != part)
        train([*learn(press), *learn_ours(others)], folder / "part.crf")
        use(folder / "part.crf")
        for article in ours[part::PARTS]:
            for row, labels in article:
                gold = {(first, last, labels[first][2:]) for first, last in tagger.spans(labels)}
                found = tagger.tagged(row.words, row.text, row.names)
                pairs.append((gold, {(name.first, name.last, corpora.LABELS[name.type]) for name in found}))
        for one in calibrate.of_set(folder / "marked", part, PARTS):
            if one.rule == calibrate.TAGGER:
                lines.append(f"{one.article}\t{one.raw}\t{int(one.right)}")
    calibrate.JUDGED.write_text("\n".join(lines) + "\n", "utf-8")
    count = sum(len(gold) for gold, _ in pairs)
    return {"ours": names.scores(pairs), "articles": len(ours), "our_names": count}


def speed(press: list[Sentence]) -> dict[str, object]:
    """Tokens a second of the model that ships, with words, lists and rules."""
    use(MODEL)
    sample = press[:1000]
    start = process_time()
    for sentence in sample:
        names.names(sentence)
    tokens = sum(len(sentence.tokens) for sentence in sample)
    return {"tokens_per_second": round(tokens / (process_time() - start), -3)}


def write_card(figures: dict[str, object]) -> None:
    """Write the model's card: `training/card.md` with the figures put in."""
    files = {
        path.stem.partition(".")[0]: (sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in (MODEL, VOCABULARY)
    }
    values = {**figures, "files": files, "settings": SETTINGS, "seed": SEED, "cluster_seed": CLUSTER_SEED}
    CARD.write_text((HERE / "training" / "card.md").read_text("utf-8").format(**values), "utf-8")


if __name__ == "__main__":
    main()
