"""Scores the annotators on the articles of tests/unseen, which no rule was written from.

    python benchmarks/unseen.py CORPUS [--json]

CORPUS is the ANT corpus as gzipped JSON lines; the articles' texts are taken from it, and no authority
record is used. The figures are those of tests/gold/score.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path.insert(0, str(HERE / "training"))

import marks  # noqa: E402


def main() -> None:
    """Reads the arguments and prints the figures."""
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--json"]):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        marks.unpack(HERE / "tests" / "unseen", Path(sys.argv[1]), folder)
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        articles = [
            one for file in sorted(meta) for one in annotated(folder / "texts" / file, meta[file]["date"])
        ]
        score = [sys.executable, str(HERE / "tests" / "gold" / "score.py"), "-", str(folder / "gold")]
        subprocess.run(
            [*score, *sys.argv[2:]],
            input=json.dumps({"articles": articles, "links": []}),
            text=True,
            check=True,
        )


def annotated(file: Path, date: str) -> list[dict[str, object]]:
    """What `build.py annotate` finds in a file of that date."""
    command = [sys.executable, str(HERE / "build.py"), "annotate", "--json", "--no-authority", "--date", date]
    found = subprocess.run([*command, str(file)], capture_output=True, check=True).stdout
    articles: list[dict[str, object]] = json.loads(found)["articles"]
    return articles


if __name__ == "__main__":
    main()
