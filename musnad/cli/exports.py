"""Taking the archive along: export."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from musnad.cli.command import main
from musnad.cli.terminal import FILE, Given, tell, work_in
from musnad.commands import bagging, booking, exporting, packing
from musnad.export import FORMATS

OUTPUT = click.option(
    "--output", metavar="DIR", required=True, type=FILE, help="Where to write; made if it is not there."
)
PACKED = click.option("--output", metavar="FILE", required=True, type=FILE, help="The file to write.")


@main.group()
def export() -> None:
    """Write the archive for other programs."""


def exporter(form: str, told: str) -> None:
    """Add the command that exports into one of `export.FORMATS`."""

    @export.command(form, help=f"{told} See docs/exports.md.")
    @OUTPUT
    @click.pass_obj
    def command(given: Given, output: Path) -> None:
        with work_in(given) as work:
            made, problems = exporting.to_files(given[0], work, form, output)
        if made:
            click.echo(f"{output}: {made} files")
        sys.exit(tell(problems))


for form, (_, told) in FORMATS.items():
    exporter(form, told)


@export.command("bagit")
@OUTPUT
@click.pass_obj
def export_bagit(given: Given, output: Path) -> None:
    """Build the archive and put all of it into a bag (BagIt) with an RO-Crate. See docs/exports.md."""
    with work_in(given, alone=True) as work:
        made, problems = bagging.bag(given[0], work, output)
    if made:
        click.echo(f"{output}: {made} files")
    sys.exit(tell(problems))


@export.command("zip")
@PACKED
@click.pass_obj
def export_zip(given: Given, output: Path) -> None:
    """Build the site and pack it into a zip, to be unpacked and opened from the disk. See docs/exports.md."""
    sys.exit(packed(given, output, packing.zipped))


@export.command("zim")
@PACKED
@click.pass_obj
def export_zim(given: Given, output: Path) -> None:
    """Build the site and pack it into a ZIM for Kiwix, with an index of its own. See docs/exports.md."""
    try:
        from musnad.commands.zim import zimmed
    except ModuleNotFoundError:
        raise click.ClickException('libzim is not installed: pip install "libzim>=3.6,<3.7"') from None
    sys.exit(packed(given, output, zimmed))


def packed(given: Given, output: Path, write: packing.Pack) -> int:
    """Pack the site as `write` does; the exit code."""
    with work_in(given, alone=True) as work:
        made, problems = packing.pack(given[0], work, output, write)
    if made:
        click.echo(f"{output}: {made} files")
    return tell(problems)


@export.command("epub")
@PACKED
@click.pass_obj
def export_epub(given: Given, output: Path) -> None:
    """Write the archive as a book (EPUB 3), with a note for every statement. See docs/exports.md."""
    with work_in(given) as work:
        made, problems = booking.book(given[0], work, output)
    if made:
        click.echo(f"{output}: {made} chapters")
    sys.exit(tell(problems))


@export.command("opensearch")
@OUTPUT
@click.pass_obj
def export_opensearch(given: Given, output: Path) -> None:
    """Write an index and documents for an OpenSearch server; see docs/opensearch.md."""
    with work_in(given) as work:
        written, problems = exporting.to_opensearch(given[0], work, output)
    for name in written:
        click.echo(output / name)
    sys.exit(tell(problems))
