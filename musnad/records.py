"""YAML and TOML text into typed values, with every mistake told by file and line.

YAML scalars stay strings until the type asks otherwise, so that 2019-03-12 and `no` mean what they look like.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any, TypeVar

import msgspec
import yaml

from musnad.misfit import misfit, shape, written
from musnad.problems import Problem, Problems, nearest, problem

T = TypeVar("T", bound=msgspec.Struct)
Lines = dict[tuple[str | int, ...], int]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_DEEPEST = 20  # collections within collections; our files have four


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any, Lines, Problems]:
    """A YAML document as plain data (every scalar a string, null as None) and the line of each key."""
    try:
        _refuse_endless(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = str(getattr(error, "problem", None) or error).splitlines()[0]
        return None, {}, (problem("bad-yaml", path, line, reason=reason),)
    lines: Lines = {}
    problems: list[Problem] = []
    data = _plain(node, (), lines, path, first_line, problems) if node is not None else None
    return data, lines, tuple(problems)


class _EndlessError(yaml.YAMLError):
    def __init__(self, reason: str, mark: object) -> None:
        super().__init__(reason)
        self.problem, self.problem_mark = reason, mark


def _refuse_endless(text: str) -> None:
    """YAMLError for what nobody writes by hand and what would take time or memory without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            reason = f"«*{event.anchor}» stands for another value; write it out"
            raise _EndlessError(reason, event.start_mark)
        if depth > _DEEPEST:
            reason = f"lists stand in lists, more than {_DEEPEST} deep"
            raise _EndlessError(reason, event.start_mark)


def _plain(
    node: yaml.Node, at: tuple[str | int, ...], lines: Lines, path: str, first: int, problems: list[Problem]
) -> Any:
    lines[at] = first + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = first + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(problem("bad-yaml", path, line, reason="a key is a word, not a list"))
                continue
            key = str(key_node.value)
            if key in data:
                problems.append(problem("bad-yaml", path, line, reason=f"the key «{key}» stands here twice"))
            data[key] = _plain(value_node, (*at, key), lines, path, first, problems)
            lines[(*at, key)] = line
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, (*at, i), lines, path, first, problems) for i, n in enumerate(node.value)]
    if control := _CONTROL.search(node.value):
        reason = f"an escape stands for U+{ord(control[0]):04X}, which no page can show"
        problems.append(problem("bad-yaml", path, lines[at], reason=reason))
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def read_toml(text: str, path: str, kind: type[T]) -> tuple[T | None, Problems]:
    """A TOML document as a value of type `kind`, or None with what is wrong."""
    data, problems = parse_toml(text, path)
    return (None, problems) if data is None else convert(data, toml_lines(text), path, kind)


def parse_toml(text: str, path: str) -> tuple[dict[str, Any] | None, Problems]:
    """A TOML document as plain data, or None with what is wrong."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else 0
        return None, (problem("bad-toml", path, line, reason=str(error).split(" (at ")[0]),)
    except RecursionError:
        return None, (problem("bad-toml", path, reason="lists stand in lists, too deep to be read"),)


def toml_lines(text: str) -> Lines:
    """The line on which each key stands: tomllib does not tell."""
    lines: Lines = {}
    section: tuple[str, ...] = ()
    for number, row in enumerate(text.splitlines(), 1):
        if table := re.match(r"\s*\[+([\w.-]+)\]", row):
            section = tuple(table[1].split("."))
            lines.setdefault(section, number)
        elif key := re.match(r"\s*([\w-]+)\s*=", row):
            lines.setdefault((*section, key[1]), number)
    return lines


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def convert(data: Any, lines: Lines, path: str, kind: type[T]) -> tuple[T | None, Problems]:
    """Plain data as a value of type `kind`: all unknown and missing keys told at once, then a bad value."""
    top = lines.get((), 1)
    if not isinstance(data, dict):
        return None, (problem("bad-shape", path, top, expected="lines of `key: value`", got=shape(data)),)
    fields = _fields(kind)
    known = [field.encode_name for field in fields]
    missing = [field.encode_name for field in fields if field.required and field.encode_name not in data]
    problems = [
        problem(
            "unknown-key",
            path,
            lines.get((key,), top),
            key=key,
            nearest=nearest(key, missing) or nearest(key, known),
            known=", ".join(known),
        )
        for key in data
        if key not in known
    ]
    problems += [problem("missing-key", path, top, key=key) for key in missing]
    if problems:
        return None, tuple(problems)
    try:
        return msgspec.convert(data, kind, strict=False), ()
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `")
        at: list[str | int] = [name or int(n) for name, n in re.findall(r"\.(\w+)|\[(\d+)\]", where)]
        form = written(kind, tuple(at))
        if where.startswith("key` in ") and (name := re.search(r"'(.+)'", reason)):
            at.append(name[1])
        line = next((lines[key] for n in range(len(at), 0, -1) if (key := tuple(at[:n])) in lines), top)
        first = str(at[0]) if at else "?"
        said = misfit(reason, form)
        return None, (problem("bad-value", path, line, key=first, reason=f"«{first}»: {said}"),)
