"""Articles marked by hand, put together with the corpus that holds their words.

    python training/marks.py MARKS CORPUS OUT [FILES…]

MARKS is a folder with `articles.tsv` (file, id in the corpus, date, outlet) and some of these tables:
`marks.tsv`: file, line of its text (1 is the title, the text begins with 3), how many times the words are
met in that line up to the marked ones, type, words, and then an entity, or an EDTF date, or number,
comparator, unit and class of a quantity; `claims.tsv`: id, file, source, cue and content as line:start-end
in code points of the line, kind, modality, speaker, via; `links.tsv`: two claims, relation, sure or unsure,
reason; `not_links.tsv`: two claims, reason; `entities.tsv`: id, name, other names. CORPUS is the ANT corpus
as gzipped JSON lines {id, title, text, date, source, url}; its texts are not ours to give. OUT becomes a
folder with `texts/`, `meta.json` (file: id, date, source) and `gold/`, which `tests/gold/score.py` reads.
With FILES only articles whose file begins so are written: `devH devI`.
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
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    marks, corpus, out = map(Path, sys.argv[1:4])
    unpack(marks, corpus, out, tuple(sys.argv[4:]) or ("",))


def unpack(marks: Path, corpus: Path, out: Path, files: tuple[str, ...] = ("",)) -> None:
    """Write the marked articles of the folder `marks` to `out`, with their texts from the corpus.

    Only articles whose file begins with one of `files`.
    """
    articles = {
        file: (key, date, outlet)
        for file, key, date, outlet in rows(marks / "articles.tsv")
        if file.startswith(files)
    }
    texts = dict(_texts(corpus, {key: file for file, (key, _, _) in articles.items()}))
    if missing := articles.keys() - texts.keys():
        sys.exit(f"{corpus}: does not hold {', '.join(sorted(missing))}")
    numbered = enumerate(rows(marks / "marks.tsv"), 1)
    mentions = [_mention(row, texts, number) for number, row in numbered if row[0] in articles]
    claims = {
        "claims": [_claim(row, texts) for row in rows(marks / "claims.tsv") if row[1] in articles],
        "links": [
            {"a": a, "b": b, "relation": relation, "sure": sure == "sure", "reason": reason}
            for a, b, relation, sure, reason in rows(marks / "links.tsv")
        ],
        "not_links": [{"a": a, "b": b, "reason": reason} for a, b, reason in rows(marks / "not_links.tsv")],
    }
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
    for key, name, others in rows(marks / "entities.tsv"):
        entities[key] = {"name_ar": name, "aliases": others.split(";") if others else []}
    _write(out / "gold" / "entities.json", entities)
    _write(out / "gold" / "claims.json", claims)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a table, without comments and its line of column names; none where there is no table."""
    if not path.exists():
        return
    lines = path.read_text("utf-8").split("\n")
    yield from (
        line.split("\t") for line in lines if line and not line.startswith(("#", "file\t", "id\t", "a\t"))
    )


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


def _claim(row: Row, texts: dict[str, str]) -> dict[str, Any]:
    """A row of claims as gold."""
    key, file, source, cue, content, kind, modality, speaker, via = row
    lines = texts[file].split("\n")

    def span(told: str) -> dict[str, Any] | None:
        if not told:
            return None
        line, _, columns = told.partition(":")
        first, _, last = columns.partition("-")
        before = sum(len(line) + 1 for line in lines[: int(line) - 1])
        words = lines[int(line) - 1][int(first) : int(last)]
        return {"start": before + int(first), "end": before + int(last), "text": words}

    return {
        "id": key,
        "file": file,
        "source": span(source),
        "cue": span(cue),
        "content": span(content),
        "kind": kind,
        "modality": modality,
        "speaker": speaker,
        "via": via.split(",") if via else [],
    }


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
