"""The command itself: building the archive; what the others hang on."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

from musnad import pipeline
from musnad.cli.terminal import FOLDER, refused, tell, work_in


class Commands(click.Group):
    """The commands; what the system refuses them (a full disk, a closed folder) is told as a problem."""

    def invoke(self, context: click.Context) -> Any:
        """click's hook: run the command. A reader that went away is click's own affair."""
        try:
            return super().invoke(context)
        except BrokenPipeError:
            raise
        except OSError as error:
            sys.exit(tell((refused(error),)))


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--root", type=FOLDER, default=".", help="The archive's folder, if it is not this one.")
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="How many processes; else one a core."
)
@click.pass_context
def main(context: click.Context, root: Path, workers: int | None) -> None:
    """Build an annotated archive of Arabic news into site/, or with a command do one thing."""
    context.obj = (root, workers)
    if context.invoked_subcommand is None:
        sys.exit(build(root, workers))


def build(root: Path, workers: int | None, date: str | None = None) -> int:
    """Build, a release of a day if one is given, and say what was done; the exit code."""
    start = time.monotonic()
    try:
        with work_in((root, workers), alone=True) as work:
            built, problems = pipeline.build(root, work, date)
    except OSError as error:
        built, problems = None, (refused(error),)
    code = tell(problems)
    if built:
        seconds = time.monotonic() - start
        click.echo(
            f"site/: {built.files} files, {built.written} written, {built.removed} removed, {seconds:.1f} s"
        )
    else:
        click.echo("Nothing was published; site/ is as it was.", err=True)
    return code
