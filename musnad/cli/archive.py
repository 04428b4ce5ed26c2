"""Bringing reports in, looking at them, searching: add, annotate, check, review, search, serve."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from musnad import pipeline
from musnad.cli.command import build, main
from musnad.cli.terminal import FILE, Given, date_of, harmless, tell, work_in
from musnad.commands import intake
from musnad.commands.review import doubts, listing, proposals, questions
from musnad.commands.search_texts import search_texts
from musnad.engine import watch
from musnad.search.facets import Chosen, names

VALUES = 10  # of each facet
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FILE)


@main.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=5500, show_default=True, help="Where to listen."
)
@click.pass_obj
def serve(given: Given, port: int) -> None:
    """Show the site on this machine and reload as the archive is written."""
    click.echo(f"http://{watch.HOST}:{port}/  (stop with Ctrl-C)")
    try:
        watch.serve(given[0], port, lambda: build(*given))
    except OSError as error:
        raise click.ClickException(f"cannot listen on port {port}: {error.strerror}") from error


@main.command()
@FILES
@click.pass_obj
def add(given: Given, files: tuple[Path, ...]) -> None:
    """Bring raw files (.txt, .md, .html) into the archive, each with a proposed article to be confirmed."""
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
    given: Given,
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
    given: Given,
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


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with offsets into the articles' texts.")
@click.pass_obj
def review(given: Given, as_json: bool) -> None:
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
def check(given: Given) -> None:
    """Tell everything that is wrong in the archive, without building it."""
    with work_in(given) as work:
        problems = pipeline.check(given[0], work)
    sys.exit(tell(problems))
