"""From raw files to annotations, measured on the five seeds against the gold beside this file."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# With the curated records; names, entities, dates and quantities are what was promised.
CURATED = {
    "mentions names f1": 0.96,
    "entities b_cubed_f1": 0.97,
    "dates value_accuracy": 0.95,
    "quantities value_accuracy": 0.90,
    "claims overlap f1": 0.90,
    "claims exact f1": 0.85,
    "claims kind": 0.95,
    "claims modality": 0.95,
    "claims cue": 0.95,
    "claims source": 0.95,
    "claims speaker_b_cubed_f1": 0.90,
    "claims via": 0.90,
}
# With no record at all, as on text that nobody has prepared.
BARE = {
    "mentions names f1": 0.80,
    "claims overlap f1": 0.85,
    "claims kind": 0.95,
    "claims modality": 0.95,
    "claims cue": 0.95,
    "claims source": 0.85,
    "claims via": 0.85,
}


@cache
def report(*options: str) -> dict[str, Any]:
    """The scorer's report for `build.py annotate` on the seeds."""
    seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    annotate = [sys.executable, "build.py", "annotate", "--json", *options, *seeds]
    found = subprocess.run(annotate, cwd=ROOT, capture_output=True, check=True).stdout
    score = [sys.executable, str(HERE / "score.py"), "-", str(HERE), "--json"]
    scored = subprocess.run(score, input=found, capture_output=True, check=True).stdout
    value: dict[str, Any] = json.loads(scored)
    return value


def figure(scores: Any, path: str) -> float:
    """A figure of the report by its path."""
    for part in path.split():
        scores = scores[part]
    return float(scores)


@pytest.mark.parametrize("path", CURATED)
def test_with_records(path: str) -> None:
    assert figure(report(), path) >= CURATED[path]


@pytest.mark.parametrize("path", BARE)
def test_without_records(path: str) -> None:
    assert figure(report("--no-authority"), path) >= BARE[path]
