"""What finding statements and linking them costs, on so many articles of the corpus.

    python benchmarks/statements.py CORPUS [SIZE…]

CORPUS is gzipped JSON lines, as for generate.py; the sizes are 1,000 and 10,000 if none is given. Seconds are
those of one core: of all annotators, of the statements' alone (with its tokens a second), of reading each
article's statements for comparison, and of finding the links among all. The last column is what linking takes
for an article, beside the first size's.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from time import process_time

import msgspec

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE), str(HERE / "benchmarks")]

from generate import Report, from_corpus  # noqa: E402

from musnad import crossref, ingest  # noqa: E402
from musnad.annotate import ANNOTATORS, Knowledge, annotate, joined  # noqa: E402
from musnad.annotate.claims import annotate as find_claims  # noqa: E402
from musnad.arabic.tokens import tokenize  # noqa: E402
from musnad.model import Annotations, Article, Entity  # noqa: E402

COLUMNS = (
    "articles", "annotate s", "claims s", "tokens/s", "read s", "find s", "links",
    "of annotating", "ms/article", "× first",
)  # fmt: skip


def main() -> None:
    """Reads the arguments and prints a row a size."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpus, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [1000, 10000]
    gc.disable()  # as a build does
    print("  ".join(COLUMNS))
    first = 0.0
    for size in sizes:
        row, each = measured(corpus, size)
        first = first or each
        told = [*row, f"{1000 * each:.2f}", f"{each / first:.2f}"]
        print(
            "  ".join(value.rjust(len(name)) for name, value in zip(COLUMNS, told, strict=True)), flush=True
        )


def measured(corpus: Path, size: int) -> tuple[list[str], float]:
    """The figures of a size but the last two, and the seconds that linking takes an article."""
    articles = [article(report, place) for place, report in enumerate(from_corpus(corpus, size))]
    knowledge = Knowledge(())
    annotate(articles[0], knowledge)  # lists and models are read before the clock starts
    start = process_time()
    found = [annotate(one, knowledge) for one in articles]
    annotating = process_time() - start
    before = [without_claims(one, knowledge) for one in articles]
    start = process_time()
    for one, own in zip(articles, before, strict=True):
        find_claims(one, knowledge, own)
    claims = process_time() - start
    tokens = sum(sum(token.kind == "word" for token in tokenize(one.text)) for one in articles)
    start = process_time()
    readings = [crossref.read(one, own) for one, own in zip(articles, found, strict=True)]
    reading = process_time() - start
    entities = known()
    start = process_time()
    links = crossref.find([one.claims for one in readings], entities)
    finding = process_time() - start
    row = [f"{len(articles):,}", f"{annotating:.1f}", f"{claims:.1f}", f"{tokens / claims:,.0f}"]
    row += [f"{reading:.1f}", f"{finding:.1f}", f"{len(links):,}", f"{(reading + finding) / annotating:.1%}"]
    return row, (reading + finding) / len(articles)


def article(report: Report, place: int) -> Article:
    """A report as the article that `add` would propose for it."""
    proposal, _ = ingest.propose(f"seeds/{place}.txt", f"{report.title}\n\n{report.text}\n".encode(), ())
    assert proposal is not None
    replace = msgspec.structs.replace
    return replace(proposal.article, id=f"a{place}", date_published=report.date, outlet=report.source)


def without_claims(one: Article, knowledge: Knowledge) -> Annotations:
    """What the annotators before the statements' find."""
    found = Annotations(article=one.id)
    for annotator in ANNOTATORS[:-1]:
        found = annotator(one, knowledge, found)
    return found


def known() -> tuple[Entity, ...]:
    """The entities that every archive knows."""
    return tuple(joined(()).all())


if __name__ == "__main__":
    main()
