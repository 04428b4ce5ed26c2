"""Scores the annotators and the links on the articles of tests/unseen, which nothing was made from.

    python benchmarks/unseen.py CORPUS [names|claims] [--json]

CORPUS is the ANT corpus as gzipped JSON lines; the articles' texts are taken from it, and no authority
record is used. The figures are those of tests/gold/score.py: `names` scores names, dates and figures,
`claims` statements and the links between them, each on its own articles.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent
sys.path[:0] = [str(HERE), str(HERE / "training")]

import marks  # noqa: E402

from musnad.commands import intake  # noqa: E402
from musnad.engine.work import opened  # noqa: E402

PARTS = {"names": ("mentions", "entities", "dates", "quantities"), "claims": ("claims", "links")}


def main() -> None:
    """Reads the arguments and prints the figures."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--json"]
    if not arguments or not set(arguments[1:]) <= PARTS.keys():
        sys.exit(__doc__)
    figures = {
        part: figure for name in arguments[1:] or PARTS for part, figure in score(name, arguments[0]).items()
    }
    if "--json" in sys.argv:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    for part, rows in figures.items():
        print(part)
        for name, figure in rows.items():
            told = (
                "  ".join(f"{key} {value}" for key, value in figure.items())
                if isinstance(figure, dict)
                else figure
            )
            print(f"  {name:20} {told}")


def score(name: str, corpus: str) -> dict[str, dict[str, object]]:
    """The scorer's figures on one of the sets."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        marks.unpack(HERE / "tests" / "unseen" / name, Path(corpus), folder)
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        dates = {folder / "texts" / file: known["date"] for file, known in sorted(meta.items())}
        with opened(folder) as work:
            found, _ = intake.annotate(folder, dates, work, dates, with_authority=False)
        scorer = [
            sys.executable,
            str(HERE / "tests" / "gold" / "score.py"),
            "-",
            str(folder / "gold"),
            "--json",
        ]
        scored = subprocess.run(
            scorer,
            input=json.dumps(found),
            text=True,
            check=True,
            capture_output=True,
        )
        report = json.loads(scored.stdout)
        return {part: report[part] for part in PARTS[name]}


if __name__ == "__main__":
    main()
