"""What an archive is shown with: templates, and the words of each interface language."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FunctionLoader, TemplateError, TemplateSyntaxError

from musnad import render
from musnad.engine import disk
from musnad.engine.work import Step, Work
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


def read_interface(root: Path, work: Work) -> tuple[Interface | None, Problems]:
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
        (found,) = work.cached(Step("reading templates", "render", template_checker, Problems), [interface])
        problems += found
    return (None if problems else interface), tuple(problems)


def environment(interface: Interface) -> Environment:
    """The templates, ready to render; errors in them name their files."""

    def load(name: str) -> tuple[str, str, None] | None:
        text = interface.templates.get(name)
        return None if text is None else (text, f"{FOLDER}/{name}", None)

    made = render.environment(interface.templates, interface.words)
    made.loader = FunctionLoader(load)
    return made


def rendered(page: render.Page, environment: Environment) -> Output:
    """A page as a file of the site; BadTemplateError where its template fails."""
    try:
        return Output(page.path, render.render(page, environment))
    except Exception as error:
        rows = traceback.extract_tb(error.__traceback__)
        template = rows[-1].filename.startswith(f"{FOLDER}/")  # else the mistake is in our code
        if not isinstance(error, TemplateError) and not template:
            raise
        places = [(row.filename, row.lineno or 0) for row in rows if row.filename.startswith(f"{FOLDER}/")]
        path, line = places[-1] if places else (f"{FOLDER}/{page.template}", 0)
        raise BadTemplateError(problem("bad-template", path, line, reason=str(error))) from error


def template_checker() -> Callable[[Interface], Problems]:
    """How templates are checked: each is compiled."""
    return _misspelt


def _misspelt(interface: Interface) -> Problems:
    made = environment(interface)
    problems: Problems = ()
    for name in interface.templates:
        if name.endswith(".html"):
            try:
                made.get_template(name)
            except TemplateSyntaxError as error:
                path = f"{FOLDER}/{error.name or name}"
                problems += (problem("bad-template", path, error.lineno, reason=str(error.message)),)
    return problems
