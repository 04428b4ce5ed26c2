"""What an archive is shown with: templates, and the words of each interface language."""

from __future__ import annotations

import traceback
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from musnad import render
from musnad.engine import disk
from musnad.model import Output, Value
from musnad.problems import Problem, Problems, problem
from musnad.records import parse_toml

HOUSE = Path(__file__).parent.parent  # whose templates/ and static/ an archive has where it brings none
FOLDER = "templates"


class Interface(Value, frozen=True):
    """Templates by their path in templates/, and the words of each language, from words/<language>.toml."""

    templates: dict[str, str]
    words: dict[str, Any]


class BadTemplateError(Exception):
    """A template that cannot be rendered, as the problem to tell."""

    @property
    def problem(self) -> Problem:
        """What to tell."""
        found: Problem = self.args[0]
        return found


def read_interface(root: Path) -> tuple[Interface | None, Problems]:
    """The interface of the archive at `root`: the house's files, and over them the archive's own."""
    templates: dict[str, str] = {}
    words: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, data in disk.overlay(HOUSE / FOLDER, root / FOLDER).items():
        path = f"{FOLDER}/{name}"
        try:
            templates[name] = data.decode()
        except UnicodeDecodeError as error:
            problems.append(problem("not-utf8", path, offset=error.start))
            continue
        if name.startswith("words/"):
            words[PurePosixPath(name).stem], found = parse_toml(templates[name], path)
            problems += found
    interface = Interface(templates, words)
    if not problems:
        problems += _misspelt(interface)
    return (None if problems else interface), tuple(problems)


def environment(interface: Interface) -> Environment:
    """The templates, ready to render."""
    return render.environment(interface.templates, interface.words)


def rendered(page: render.Page, environment: Environment) -> Output:
    """A page as a file of the site; BadTemplateError where its template fails."""
    try:
        return Output(page.path, render.render(page, environment))
    except TemplateError as error:
        rows = [row for row in traceback.extract_tb(error.__traceback__) if row.filename == "<template>"]
        line = rows[-1].lineno if rows else 0
        path = f"{FOLDER}/{page.template}"
        raise BadTemplateError(problem("bad-template", path, line or 0, reason=str(error))) from error


def _misspelt(interface: Interface) -> list[Problem]:
    made = environment(interface)
    problems = []
    for name in interface.templates:
        if name.endswith(".html"):
            try:
                made.get_template(name)
            except TemplateSyntaxError as error:
                path = f"{FOLDER}/{error.name or name}"
                problems.append(problem("bad-template", path, error.lineno, reason=str(error.message)))
    return problems
