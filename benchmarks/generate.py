"""Makes an archive of many articles to measure with.

    python benchmarks/generate.py 1000 FOLDER [CORPUS.jsonl.gz]

The articles are the corpus's, where one is given (JSON Lines with `title`, `text`, `date`, `source`, `url`),
taken at even distances; else the seeds' paragraphs in other orders. Where more are wanted than the corpus
has, the rest are put together from it: the title, date and outlet of one, and as many paragraphs as that has,
each of another article. So the words stand as often as in the corpus, but no rare ones come new, as they
would in as many more real articles. The same call makes the same archive.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import shutil
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import msgspec

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE))

from musnad import ingest  # noqa: E402


class Report(msgspec.Struct, frozen=True):
    """A report to make an article of."""

    title: str
    text: str
    date: str | None = None
    source: str | None = None
    url: str | None = None


def from_corpus(path: Path, number: int) -> Iterator[Report]:
    """So many reports of a corpus, at even distances, each with a text of its own; then recombined ones."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        total = sum(1 for _ in file)
    kept: list[Report] = []
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for index, line in enumerate(file):
            row = json.loads(line)
            wanted = len(seen) < number * (index + 1) / total
            if wanted and row["text"].strip() and row["text"] not in seen:
                seen.add(row["text"])
                title, date = row.get("title") or "", (row.get("date") or "")[:10]
                report = Report(title, row["text"], date or None, row.get("source"), row.get("url"))
                yield report
                if number > total:
                    kept.append(report)
    if kept:
        yield from recombined(kept, number - len(kept))


def recombined(reports: list[Report], number: int) -> Iterator[Report]:
    """So many reports made of the paragraphs of these."""
    dice = random.Random(number)
    texts = [[line for line in report.text.splitlines() if line.strip()] for report in reports]
    for _ in range(number):
        at = dice.randrange(len(reports))
        lines = [dice.choice(dice.choice(texts)) for _ in texts[at]]
        yield msgspec.structs.replace(reports[at], text="\n".join(lines), url=None)


def from_seeds(number: int) -> Iterator[Report]:
    """So many reports put together from the seeds' paragraphs."""
    dice = random.Random(number)
    texts = [path.read_text("utf-8") for path in sorted((HERE / "seeds").glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    for index in islice(count(), number):
        some = dice.sample(paragraphs, dice.randint(6, 14))
        yield Report(
            some[0][:90], "\n".join([*some, f"({index + 1})"]), f"2019-03-{index % 31 + 1:02}", "رويترز"
        )


def write(folder: Path, reports: Iterator[Report]) -> int:
    """Writes the archive; how many articles it has."""
    articles, seeds = folder / "content" / "articles", folder / "seeds"
    articles.mkdir(parents=True)
    seeds.mkdir()
    shutil.copytree(HERE / "content" / "authority", folder / "content" / "authority")
    shutil.copy(HERE / "site.toml", folder / "site.toml")
    number = 0
    for number, report in enumerate(reports, 1):
        data = f"{report.title}\n\n{report.text}\n".lstrip().encode()
        name = f"seeds/{number:06}_{hashlib.sha256(data).hexdigest()[:8]}.txt"
        proposal, problems = ingest.propose(name, data, ())
        if proposal is None:
            sys.exit(f"{name}: {problems}")
        url = report.url if report.url and report.url.startswith("http") else None
        article = msgspec.structs.replace(
            proposal.article, date_published=report.date, outlet=report.source, url=url
        )
        text = ingest.article_file(msgspec.structs.replace(proposal, article=article, evidence=()))
        (folder / name).write_bytes(data)
        (articles / f"{article.id}.md").write_text(text, encoding="utf-8")
    return number


def main() -> None:
    """Reads the arguments and generates."""
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    number, folder = int(sys.argv[1]), Path(sys.argv[2])
    reports = from_corpus(Path(sys.argv[3]), number) if len(sys.argv) == 4 else from_seeds(number)
    print(f"{write(folder, reports)} articles in {folder}")


if __name__ == "__main__":
    main()
