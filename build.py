#!/usr/bin/env python3
"""musnad's command line: read the arguments, call musnad, print. Nothing else prints."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from datetime import date as date_
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from musnad import bagging, edtf, exporting, intake, packing, pipeline, releasing, verifying
from musnad.engine import disk, watch
from musnad.engine.work import Show, Work, opened
from musnad.export import FORMATS
from musnad.problems import Problem, Problems, errors, problem
from musnad.review import doubts, listing, proposals, questions
from musnad.search.facets import Chosen, names
from musnad.search_texts import search_texts

VALUES = 10  # of each facet
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path)
OUTPUT = click.option(
    "--output", metavar="DIR", required=True, type=FILE, help="Where to write; made if it is not there."
)
PACKED = click.option("--output", metavar="FILE", required=True, type=FILE, help="The file to write.")
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FILE)


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


@main.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=5500, show_default=True, help="Where to listen."
)
@click.pass_obj
def serve(given: tuple[Path, int | None], port: int) -> None:
    """Show the site on this machine and reload as the archive is written."""
    click.echo(f"http://{watch.HOST}:{port}/  (stop with Ctrl-C)")
    try:
        watch.serve(given[0], port, lambda: build(*given))
    except OSError as error:
        raise click.ClickException(f"cannot listen on port {port}: {error.strerror}") from error


@main.command()
@FILES
@click.pass_obj
def add(given: tuple[Path, int | None], files: tuple[Path, ...]) -> None:
    """Bring raw files (.txt, .md) into the archive, each with a proposed article to be confirmed."""
    with work_in(given) as work:
        added, problems = intake.add(given[0], files, work)
    for one in added:
        click.echo(harmless(one))
    sys.exit(tell(problems))


@main.command()
@FILES
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, with offsets into the file in code points."
)
@click.option(
    "--date", metavar="EDTF", callback=lambda _c, _p, value: date_of(value), help="The files' date."
)
@click.option("--no-authority", is_flag=True, help="Leave the archive's authority records out.")
@click.pass_obj
def annotate(
    given: tuple[Path, int | None],
    files: tuple[Path, ...],
    as_json: bool,
    date: str | None,
    no_authority: bool,
) -> None:
    """Print what is found in raw text files: names, dates, figures, statements."""
    with work_in(given) as work:
        dates = dict.fromkeys(files, date) if date else {}
        found, problems = intake.annotate(given[0], files, work, dates, not no_authority)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for row in intake.listing(found):
            click.echo(harmless(row))
    sys.exit(tell(problems))


def chosen(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Chosen:
    """FACET=VALUE, several times, as values by facet."""
    found: dict[str, list[str]] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or name not in names():
            raise click.BadParameter(
                f"{one}: one of {', '.join(f'{known}=' for known in names())} and a value."
            )
        found.setdefault(name, []).append(value.replace(" ", "_"))
    return found


@main.command()
@click.argument("query", required=False)
@click.option("--texts", metavar="FILE", type=FILE, help="Search these texts instead: JSON Lines {id, text}.")
@click.option("--queries", metavar="FILE", type=FILE, help="What to search them for: JSON Lines {id, query}.")
@click.option("--facets", is_flag=True, help="Tell too what the results can be narrowed by, with counts.")
@click.option("--only", metavar="FACET=VALUE", multiple=True, callback=chosen, help="Narrow the results so.")
@click.option("--latest-first", is_flag=True, help="In the order of days, not of how well they match.")
@click.pass_obj
def search(
    given: tuple[Path, int | None],
    query: str | None,
    texts: Path | None,
    queries: Path | None,
    facets: bool,
    only: Chosen,
    latest_first: bool,
) -> None:
    """Find articles in the terminal, as the site's own search does.

    --only can be given several times: values of one facet widen the search, several facets narrow it.

    With --texts and --queries print a JSON line a query: {id, found: [ids of texts, the best first]}.
    """
    if texts and queries and query is None:
        with work_in(given) as work:
            answers, problems = search_texts(given[0], texts, queries, work)
        for answer in answers:
            click.echo(json.dumps(answer, ensure_ascii=False))
        sys.exit(tell(problems))
    if query is None or texts or queries:
        raise click.UsageError("Give either a query, or both --texts and --queries.")
    with work_in(given) as work:
        found, problems = pipeline.find(given[0], work, query, only, latest_first, VALUES if facets else 0)
    for result in found.results:
        click.echo(result)
    for facet, values in found.facets.items():
        if values:
            click.echo(f"{facet}:")
        for one in values:
            name = f"  {one}" if str(one) != one.value else ""
            click.echo(harmless(f"{one.count:8,}  {facet}={one.value}{name}"))
    rest = f", the best {len(found.results)} shown" if found.total > len(found.results) else ""
    click.echo(f"{found.total} found{rest}")
    for query in found.meant:
        click.echo(harmless(f"Did you mean: {query}"))
    sys.exit(tell(problems))


@main.group()
def export() -> None:
    """Write the archive for other programs."""


def exporter(form: str, told: str) -> None:
    """Add the command that exports into one of `export.FORMATS`."""

    @export.command(form, help=f"{told} See docs/exports.md.")
    @OUTPUT
    @click.pass_obj
    def command(given: tuple[Path, int | None], output: Path) -> None:
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
def export_bagit(given: tuple[Path, int | None], output: Path) -> None:
    """Build the archive and put all of it into a bag (BagIt) with an RO-Crate. See docs/exports.md."""
    with work_in(given, alone=True) as work:
        made, problems = bagging.bag(given[0], work, output)
    if made:
        click.echo(f"{output}: {made} files")
    sys.exit(tell(problems))


@export.command("zip")
@PACKED
@click.pass_obj
def export_zip(given: tuple[Path, int | None], output: Path) -> None:
    """Build the site and pack it into a zip, to be unpacked and opened from the disk. See docs/exports.md."""
    sys.exit(packed(given, output, packing.zipped))


@export.command("zim")
@PACKED
@click.pass_obj
def export_zim(given: tuple[Path, int | None], output: Path) -> None:
    """Build the site and pack it into a ZIM for Kiwix, with an index of its own. See docs/exports.md."""
    try:
        from musnad.zim import zimmed
    except ModuleNotFoundError:
        raise click.ClickException('libzim is not installed: pip install "libzim>=3.6,<3.7"') from None
    sys.exit(packed(given, output, zimmed))


def packed(given: tuple[Path, int | None], output: Path, write: packing.Pack) -> int:
    """Pack the site as `write` does; the exit code."""
    with work_in(given, alone=True) as work:
        made, problems = packing.pack(given[0], work, output, write)
    if made:
        click.echo(f"{output}: {made} files")
    return tell(problems)


@export.command("opensearch")
@OUTPUT
@click.pass_obj
def export_opensearch(given: tuple[Path, int | None], output: Path) -> None:
    """Write an index and documents for an OpenSearch server; see docs/opensearch.md."""
    with work_in(given) as work:
        written, problems = exporting.to_opensearch(given[0], work, output)
    for name in written:
        click.echo(output / name)
    sys.exit(tell(problems))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with offsets into the articles' texts.")
@click.pass_obj
def review(given: tuple[Path, int | None], as_json: bool) -> None:
    """List what a person should look at: marks, the least sure first, and questions to put."""
    with work_in(given) as work:
        archive, _, problems = pipeline.load(given[0], work)
    marks = list(doubts(archive)) if archive else []
    proposed = list(proposals(archive)) if archive else []
    if as_json:
        click.echo(json.dumps([*marks, *proposed], ensure_ascii=False, indent=1))
    else:
        for row in (*listing(marks), *questions(proposed)):
            click.echo(harmless(row))
    sys.exit(tell(problems))


@main.command()
@click.pass_obj
def check(given: tuple[Path, int | None]) -> None:
    """Tell everything that is wrong in the archive, without building it."""
    with work_in(given) as work:
        problems = pipeline.check(given[0], work)
    sys.exit(tell(problems))


@main.command()
@click.option(
    "--date", metavar="DAY", callback=lambda _c, _p, value: day_of(value), help="Its day, if it is not today."
)
@click.pass_obj
def release(given: tuple[Path, int | None], date: str) -> None:
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
def verify(given: tuple[Path, int | None], folder: Path | None) -> None:
    """Hold a site (site/, or DIR) against its manifest: tell what is changed, missing, extra."""
    folder = folder or given[0] / "site"
    files, problems = verifying.verify(folder)
    if not problems:
        click.echo(harmless(f"{folder}: {files} files, all as the manifest says"))
    sys.exit(tell(problems))


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
    """An option's day, ISO; where there is none that of SOURCE_DATE_EPOCH, or today (UTC)."""
    if value is None:
        seconds = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
        return moment.date().isoformat()
    try:
        return date_.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no day, such as 2019-03-23") from error


def date_of(value: str | None) -> str | None:
    """An option's EDTF value, refused where it is none."""
    if value is not None and edtf.days(value) is None:
        raise click.BadParameter(f"«{value}» is no EDTF date, such as 2019-03-23 or 2019-03~")
    return value


@contextmanager
def work_in(given: tuple[Path, int | None], alone: bool = False) -> Iterator[Work]:
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


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Arabic, whatever the locale
    main()
