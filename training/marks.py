"""Articles marked by hand, put together with the corpus that holds their words.

    python training/marks.py MARKS CORPUS OUT

MARKS is a folder with `articles.tsv` (file, id in the corpus, date, outlet) and `marks.tsv`: file, line of
its text (1 is the title, the text begins with 3), how many times the words are met in that line up to the
marked ones, type, words, and then an entity, or an EDTF date, or number, comparator, unit and class of a
quantity. CORPUS is the ANT corpus as gzipped JSON lines {id, title, text, date, source, url}; its texts are
not ours to give. OUT becomes a folder with `texts/`, `meta.json` (file: id, date, source) and `gold/`, which
`tests/gold/score.py` reads.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = list[str]


def main() -> None:
    """Reads the arguments and writes the folder."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    unpack(*map(Path, sys.argv[1:]))


def unpack(marks: Path, corpus: Path, out: Path) -> None:
    """Write the marked articles of the folder `marks` to `out`, with their texts from the corpus."""
    articles = {file: (key, date, outlet) for file, key, date, outlet in rows(marks / "articles.tsv")}
    texts = dict(_texts(corpus, {key: file for file, (key, _, _) in articles.items()}))
    if missing := articles.keys() - texts.keys():
        sys.exit(f"{corpus}: does not hold {', '.join(sorted(missing))}")
    mentions = [_mention(row, texts, number) for number, row in enumerate(rows(marks / "marks.tsv"), 1)]
    (out / "texts").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(exist_ok=True)
    for file, text in texts.items():
        (out / "texts" / file).write_bytes(text.encode())
    meta = {
        file: {"id": key, "date": date, "source": outlet} for file, (key, date, outlet) in articles.items()
    }
    entities = {m["entity"]: {"name_ar": m["text"], "aliases": []} for m in mentions if m["entity"]}
    _write(out / "meta.json", meta)
    _write(out / "gold" / "mentions.json", {"mentions": mentions})
    _write(out / "gold" / "entities.json", entities)
    _write(out / "gold" / "claims.json", {"claims": [], "links": [], "not_links": []})


def rows(path: Path) -> Iterator[Row]:
    """The rows of a table, without comments and its line of column names."""
    lines = path.read_text("utf-8").split("\n")
    yield from (line.split("\t") for line in lines if line and not line.startswith(("#", "file\t")))


def _texts(corpus: Path, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if file := files.get(article["id"]):
                yield file, f"{(article['title'] or '').strip()}\n\n{article['text'].strip()}\n"


def _mention(row: Row, texts: dict[str, str], number: int) -> dict[str, Any]:
    """A row of marks as gold: offsets count into the text, in code points."""
    file, line, nth, kind, words, *value = row
    lines = texts[file].split("\n")
    at = -1
    for _ in range(int(nth)):
        at = lines[int(line) - 1].find(words, at + 1)
        if at < 0:
            sys.exit(f"marks.tsv: row {number}: line {line} of {file} has no «{words}» number {nth}")
    start = sum(len(before) + 1 for before in lines[: int(line) - 1]) + at
    mention = {"file": file, "start": start, "end": start + len(words), "text": words, "type": kind}
    if kind == "quantity":
        amount, comparator, unit, counted = (value + [""] * 4)[:4]
        quantity = {
            "number": float(amount) if amount else None,
            "comparator": comparator,
            "unit": unit or None,
        }
        return {**mention, "entity": None, "value": quantity, "counted": counted or None}
    told = value[0] if value and value[0] else None
    return {**mention, "entity": None if kind == "date" else told, "value": told if kind == "date" else None}


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
