"""The names of the five seeds, beside those that annotators marked by hand."""

from collections import Counter
from pathlib import Path

import pytest

from musnad.annotate import names
from musnad.annotate.knowledge import Knowledge
from musnad.ingest import align, read_article, read_authority
from musnad.model import Annotations

ROOT = Path(__file__).parents[2]
ROWS = [
    row.split("\t") for row in Path(__file__).with_name("gold_names.tsv").read_text("utf-8").splitlines()[2:]
]
GOLD = {(file, int(start), int(end), kind): entity for file, start, end, kind, entity, _ in ROWS}


def curated() -> Knowledge:
    """The archive's own records."""
    files = sorted(ROOT.glob("content/authority/*.yaml"))
    return Knowledge(tuple(e for file in files for e in read_authority(file.name, file.read_bytes())[0]))


def predicted(knowledge: Knowledge) -> dict[tuple[str, int, int, str], str | None]:
    """The names found in the seeds: file, offsets in the raw file, type -> entity."""
    found = {}
    for path in sorted(ROOT.glob("content/articles/*.md")):
        article, _ = read_article(path.name, path.read_bytes())
        assert article is not None
        if article.source is None or Path(article.source.path).name not in {file for file, *_ in GOLD}:
            continue
        raw = ROOT / article.source.path
        alignment = align(article, raw.read_bytes().decode())
        for name in names.annotate(article, knowledge, Annotations(article.id)).mentions:
            found[(raw.name, *alignment.to_raw(name.start, name.end), name.type)] = name.entity
    return found


def f1(found: set[tuple[str, int, int, str]]) -> float:
    """Harmonic mean of precision and recall, spans and types equal."""
    return 2 * len(found & GOLD.keys()) / (len(found) + len(GOLD))


def b_cubed(found: dict[tuple[str, int, int, str], str | None]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of the grouping of names into entities."""
    pairs = [(found[key], GOLD[key]) for key in found.keys() & GOLD.keys()]
    both, ours, theirs = Counter(pairs), Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    precision = sum(both[pair] / ours[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / theirs[pair[1]] for pair in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize(
    ("knowledge", "names_at_least", "grouping_at_least"),
    [(curated(), 0.98, 0.99), (Knowledge(), 0.93, 0.97)],
    ids=["curated", "without records"],
)
def test_names_of_the_seeds(knowledge: Knowledge, names_at_least: float, grouping_at_least: float) -> None:
    found = predicted(knowledge)
    assert f1(set(found)) >= names_at_least
    assert b_cubed(found) >= grouping_at_least


def test_curated_records_are_those_of_the_annotators() -> None:
    found = predicted(curated())
    assert {key: entity for key, entity in found.items() if key in GOLD} == {
        key: GOLD[key] for key in GOLD.keys() & found.keys()
    }
