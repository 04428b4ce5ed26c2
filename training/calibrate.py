#!/usr/bin/env python3
"""How often each rule is right: makes musnad/annotate/data/scores.toml from articles marked by hand.

    python training/calibrate.py SET…

Each SET is a folder as training/README.md describes it: texts/, meta.json, and gold/mentions.json or
gold/claims.json or both. Give sets that no rule was written from: on others the scores come out too high. A
set is annotated without authority records, as a report nobody has prepared is. The repository's own articles
with tests/gold stand for what sets cannot: for names that records know, and for more statements.

A name, date or figure is right where its span and type are; a statement where its span and a marked one
share four fifths of what they cover together. A rule's score is its share of right marks, drawn towards its
annotator's by as many marks as PRIOR. A rule whose marks carry probabilities gets a curve: these in order,
cut into equal parts, each part's share, pooled where it would fall (isotonic regression). Printed is how far
the scores are from the truth on articles they were not made from (expected calibration error over scores a
twentieth apart, by FOLDS parts of the articles; Brier score), beside one score for all, for every annotator
and every set.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE), str(HERE / "training")]

import marks  # noqa: E402

from musnad import ingest  # noqa: E402
from musnad.annotate import Knowledge, unsigned  # noqa: E402
from musnad.annotate.provenance import Curve, Measured, Scores  # noqa: E402
from musnad.model import Article, Entity  # noqa: E402

JUDGED = HERE / "training/tagger_judged.tsv"
TAGGER = "names:tagger"
TABLE = HERE / "musnad/annotate/data/scores.toml"
PRIOR = 10  # marks that an annotator's share counts for in a rule's
FOLDS = 5
PART = 20  # marks of a curve's part
PARTS = 10  # of a curve, at most
OVERLAP = 0.8  # as the guidelines' scorer has it
KNOWN = "names:authority"  # the rule that needs records

Span = tuple[int, int]


class Judged(NamedTuple):
    """A mark that was made, by its rule and raw probability, and whether it is right."""

    article: str
    rule: str
    raw: float
    right: bool


def main() -> None:
    """Reads the arguments, measures, writes the table, prints how good it is."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    judged = [one for folder in sys.argv[1:] for one in of_set(Path(folder)) if one.rule != TAGGER]
    judged += of_tagger()
    judged += of_archive()
    TABLE.write_text(written(table(judged), len({one.article for one in judged})), "utf-8")
    report(judged)


def of_tagger() -> Iterator[Judged]:
    """The tagger's names in articles that it did not learn from: it learnt from those of `training/marks`."""
    for article, raw, right in marks.rows(JUDGED):
        yield Judged(article, TAGGER, float(raw), right == "1")


def of_set(folder: Path, first: int = 0, step: int = 1) -> Iterator[Judged]:
    """The judged marks of a set's articles; of every so many from the first on."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    mentions, claims = golden(folder / "gold")
    for file in sorted(meta)[first::step]:
        data = (folder / "texts" / file).read_bytes()
        proposal, _ = ingest.propose(file, data, ())
        if proposal is None:
            sys.exit(f"{folder / 'texts' / file}: no article can be made of it")
        article = msgspec.structs.replace(proposal.article, date_published=meta[file]["date"])
        name = f"{folder.resolve().name}/{file}"
        names = mentions[file] if mentions else None
        yield from judge(name, article, data, (), names, claims[file] if claims else None)


def of_archive() -> Iterator[Judged]:
    """The judged statements of the repository's own articles, and the names that its records know."""
    entities: tuple[Entity, ...] = ()
    for path in sorted((HERE / "content/authority").glob("*.yaml")):
        entities += ingest.read_authority(path.relative_to(HERE).as_posix(), path.read_bytes())[0]
    mentions, claims = golden(HERE / "tests/gold")
    for path in sorted((HERE / "content/articles").glob("*.md")):
        article, _ = ingest.read_article(path.relative_to(HERE).as_posix(), path.read_bytes())
        if article is not None and article.source is not None:
            raw = HERE / article.source.path
            found = judge(raw.name, article, raw.read_bytes(), entities, mentions[raw.name], claims[raw.name])
            yield from (one for one in found if one.rule == KNOWN or one.rule.startswith("claims:"))


def golden(folder: Path) -> tuple[dict[str, set[tuple[int, int, str]]], dict[str, list[Span]]]:
    """The marks made by hand, by file: mentions as (start, end, type), contents of statements as spans."""
    mentions: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    claims: defaultdict[str, list[Span]] = defaultdict(list)
    for one in rows(folder / "mentions.json", "mentions"):
        mentions[one["file"]].add((one["start"], one["end"], one["type"]))
    for one in rows(folder / "claims.json", "claims"):
        claims[one["file"]].append((one["content"]["start"], one["content"]["end"]))
    return mentions, claims


def rows(path: Path, key: str) -> list[dict[str, Any]]:
    """A list of a JSON file; none where there is no such file."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))[key] if path.is_file() else []
    return found


def judge(
    name: str,
    article: Article,
    data: bytes,
    entities: tuple[Entity, ...],
    mentions: set[tuple[int, int, str]] | None,
    claims: list[Span] | None,
) -> Iterator[Judged]:
    """Each mark that is made in an article, of the kinds marked by hand, and whether it is right."""
    found = unsigned(article, Knowledge(entities))
    alignment = ingest.align(article, data.decode("utf-8"))

    def place(start: int, end: int) -> Span:
        at = alignment.to_raw(start, end)
        assert at is not None, "every word of the article is in its raw file"
        return at

    for mention in found.mentions if mentions is not None else ():
        right = mentions is not None and (*place(mention.start, mention.end), mention.type) in mentions
        yield Judged(name, mention.by, mention.score, right)
    for claim in found.claims if claims is not None else ():
        span = place(claim.content.start, claim.content.end)
        right = any(shared(span, other) >= OVERLAP for other in claims or ())
        yield Judged(name, claim.by, claim.score, right)


def shared(one: Span, other: Span) -> float:
    """Of what two spans cover together, the part that both do."""
    inside = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return inside / (max(one[1], other[1]) - min(one[0], other[0])) if inside else 0.0


def table(judged: Sequence[Judged]) -> Scores:
    """The scores that judged marks give."""
    guessed = [one for one in judged if one.rule != KNOWN]  # what records know tells nothing of other rules
    annotators, rules = grouped(guessed, annotator), grouped(judged, lambda one: one.rule)
    pooled = {name: measured(found, 0.5, 2) for name, found in sorted(annotators.items())}
    return Scores(
        all=measured(guessed, 0.5, 2),
        annotators=pooled,
        rules={
            name: measured(found, pooled[annotator(found[0])].score, PRIOR)
            for name, found in sorted(rules.items())
        },
        curves={
            name: curve(found, pooled[annotator(found[0])].score)
            for name, found in sorted(rules.items())
            if any(one.raw != 1 for one in found)
        },
    )


def annotator(one: Judged) -> str:
    """The annotator of a rule: «names» of «names:person»."""
    return one.rule.partition(":")[0]


def set_of(one: Judged) -> str:
    """The set of a mark's article."""
    return one.article.rpartition("/")[0] or "archive"


def grouped(judged: Iterable[Judged], key: Any) -> dict[str, list[Judged]]:
    """Judged marks by what `key` says of each."""
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        found[key(one)].append(one)
    return found


def measured(judged: Sequence[Judged], mean: float, weight: float) -> Measured:
    """The share of right marks, drawn towards `mean` as by `weight` marks of that share (a beta prior)."""
    right = sum(one.right for one in judged)
    return Measured(round((right + weight * mean) / (len(judged) + weight), 3), right, len(judged))


def curve(judged: Sequence[Judged], mean: float) -> Curve:
    """What the raw probabilities of a rule's marks are worth."""
    ordered = sorted(judged, key=lambda one: one.raw)
    count = max(1, min(PARTS, len(ordered) // PART))
    cuts = [round(part * len(ordered) / count) for part in range(count + 1)]
    parts = [ordered[start:end] for start, end in pairwise(cuts)]
    pools: list[list[Judged]] = []
    for part in parts:
        pools.append(part)
        while len(pools) > 1 and share(pools[-2]) >= share(pools[-1]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    knots: dict[float, float] = {}
    for pool in pools:
        knots[round(sum(one.raw for one in pool) / len(pool), 3)] = measured(pool, mean, PRIOR).score
    return Curve(tuple(knots), tuple(sorted(knots.values())))


def share(judged: Sequence[Judged]) -> float:
    """The share of right marks."""
    return sum(one.right for one in judged) / len(judged)


def written(scores: Scores, articles: int) -> str:
    """The table as TOML."""
    lines = [
        f"# Made by training/calibrate.py from {scores.all.of} marks in {articles} articles marked by hand.",
        "# right: so many of them were right. score: that share, smoothed: how probable it is of another.",
        f"all = {inline(scores.all)}",
        "",
        "[annotators]",
        *(f'"{name}" = {inline(value)}' for name, value in scores.annotators.items()),
        "",
        "[rules]",
        *(f'"{name}" = {inline(value)}' for name, value in scores.rules.items()),
    ]
    for name, one in scores.curves.items():
        lines += ["", f'[curves."{name}"]', f"raw = {list(one.raw)}", f"score = {list(one.score)}"]
    return "\n".join([*lines, ""])


def inline(one: Measured) -> str:
    """A measure as an inline table."""
    return f"{{ score = {one.score}, right = {one.right}, of = {one.of} }}"


def report(judged: list[Judged]) -> None:
    """Prints how good scores are on articles they were not made from."""
    articles = sorted({one.article for one in judged})
    guesses: list[tuple[float, float, Judged]] = []
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        made = table([one for one in judged if one.article not in held])
        tested = [one for one in judged if one.article in held]
        guesses += [(made.of(one.rule, one.raw), made.all.score, one) for one in tested]
    print(f"{'':12}{'marks':>7}{'right':>7}{'ECE':>7}{'Brier':>7}{'flat':>7}")
    groups: dict[str, list[tuple[float, float, Judged]]] = {"all": guesses}
    for key in (annotator, set_of):
        for guess in guesses:
            groups.setdefault(key(guess[2]), []).append(guess)
    for name, found in groups.items():
        error = calibration_error([(score, one.right) for score, _, one in found])
        brier = sum((score - one.right) ** 2 for score, _, one in found) / len(found)
        flat = sum((pooled - one.right) ** 2 for _, pooled, one in found) / len(found)
        right = share([one for _, _, one in found])
        print(f"{name[:11]:12}{len(found):7}{right:7.3f}{error:7.3f}{brier:7.3f}{flat:7.3f}")


def calibration_error(guesses: Sequence[tuple[float, bool]], width: float = 0.05) -> float:
    """Expected calibration error: how far the mean of scores alike is from the share that was right."""
    bins: defaultdict[int, list[float]] = defaultdict(list)
    for score, right in guesses:
        bins[int(score / width)].append(score - right)
    return sum(abs(sum(differences)) for differences in bins.values()) / len(guesses)


if __name__ == "__main__":
    main()
