"""What was published: release, verify."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from musnad import releasing
from musnad.cli.command import build, main
from musnad.cli.terminal import FOLDER, Given, day_of, harmless, tell
from musnad.commands import verifying


@main.command()
@click.option(
    "--date", metavar="DAY", callback=lambda _c, _p, value: day_of(value), help="Its day, if it is not today."
)
@click.pass_obj
def release(given: Given, date: str) -> None:
    """Build a release: record every address with its day, and verify what was published."""
    if code := build(*given, date):
        sys.exit(code)
    files, problems = verifying.verify(given[0] / "site")
    number = releasing.latest(given[0])
    click.echo(f"release {number} of {date}: {files} files, all as the manifest says")
    sys.exit(tell(problems))


@main.command()
@click.argument("folder", type=FOLDER, required=False, metavar="[DIR]")
@click.pass_obj
def verify(given: Given, folder: Path | None) -> None:
    """Hold a site (site/, or DIR) against its manifest: tell what is changed, missing, extra."""
    folder = folder or given[0] / "site"
    files, problems = verifying.verify(folder)
    if not problems:
        click.echo(harmless(f"{folder}: {files} files, all as the manifest says"))
    sys.exit(tell(problems))
