"""What all commands share: problems and progress on the terminal, the values of options."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from datetime import date as date_
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from musnad import edtf
from musnad.engine import disk
from musnad.engine.work import Show, Work, opened
from musnad.problems import Problem, Problems, errors, problem

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path)
_EAST = timedelta(hours=14)  # how far ahead of UTC the first time zone is
Given = tuple[Path, int | None]  # the archive's folder; how many processes, if that is told


def tell(problems: Problems) -> int:
    """Print the problems by file and line; the exit code: 1 if one is an error."""
    for one in sorted(set(problems)):
        click.echo(harmless(one), err=True)
    return 1 if errors(problems) else 0


def refused(error: OSError) -> Problem:
    """What the system would not do, told by the file."""
    path = Path(str(error.filename or "-"))
    here = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return problem("refused", disk.unicode_name(str(here)), reason=error.strerror or str(error))


def harmless(words: object) -> str:
    """Words from an archive without what a terminal could take as a command."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in str(words)
    )


def day_of(value: str | None) -> str:
    """An option's day, ISO; where there is none that of SOURCE_DATE_EPOCH, or today (UTC).

    A day that has nowhere on earth begun is refused.
    """
    now = _now()
    if value is None:
        return now.date().isoformat()
    try:
        day = date_.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no day, such as 2019-03-23") from error
    if day > (now + _EAST).date():
        raise click.BadParameter(f"«{value}» is still to come: today is {now.date()}")
    return day.isoformat()


def _now() -> datetime:
    """The moment that counts as now: SOURCE_DATE_EPOCH, where it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is «{seconds}», no number of seconds") from error


def date_of(value: str | None) -> str | None:
    """An option's EDTF value, refused where it is none."""
    if value is not None and edtf.days(value) is None:
        raise click.BadParameter(f"«{value}» is no EDTF date, such as 2019-03-23 or 2019-03~")
    return value


@contextmanager
def work_in(given: Given, alone: bool = False) -> Iterator[Work]:
    """The means of a run, its progress shown on a terminal."""
    root, workers = given
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with (
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
        opened(root, workers or 0, shown_on(progress), alone) as work,
    ):
        yield work


def shown_on(progress: Progress) -> Show:
    """How far the work is, as bars."""
    bars: dict[str, TaskID] = {}

    def show(doing: str, done: int, total: int | None) -> None:
        if doing not in bars:
            bars[doing] = progress.add_task(doing, total=total)
        progress.update(bars[doing], completed=done, total=total)

    return show
