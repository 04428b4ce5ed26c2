"""What can be wrong with an input, told to the person who can mend it.

Every kind of problem is a row of `data/problems.toml`: a code, whether it stops the build, what to say and
how to mend it. `tests/problems/<code>/` shows each in a small archive of its own.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Literal

from musnad.model import Value

Severity = Literal["error", "warning"]


class Problem(Value, frozen=True, order=True):
    """One thing wrong at one place. `line` counts from 1; 0 means the file as a whole."""

    path: str
    line: int
    code: str
    message: str
    hint: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.severity} [{self.code}] {self.message}\n    {self.hint}"


Problems = tuple[Problem, ...]


@cache
def kinds() -> dict[str, dict[str, str]]:
    """The catalogue: code -> {severity, message, hint}."""
    return tomllib.loads(resources.files("musnad").joinpath("data/problems.toml").read_text("utf-8"))


def problem(code: str, path: str, line: int = 0, **words: object) -> Problem:
    """A problem of a known kind at a place; `words` fill the catalogue's message and hint.

    Raises KeyError for a code or a word that the catalogue does not know: a mistake in our code.
    """
    kind = kinds()[code]
    return Problem(
        path=path,
        line=line,
        code=code,
        message=" ".join(kind["message"].format(**words).splitlines()),
        hint=kind["hint"].format(**words),
        severity="warning" if kind["severity"] == "warning" else "error",
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """« (did you mean X?)» for the known word nearest to a wrong one, or nothing."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean «{found[0]}»?)" if found else ""


def errors(problems: Iterable[Problem]) -> Problems:
    """Only those that stop a build."""
    return tuple(p for p in problems if p.severity == "error")
