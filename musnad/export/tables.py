"""The archive as tables: JSON Lines and CSV, described by a Frictionless Data Package.

What a table's fields are called and mean is told once, in data/tables.toml. Lists are arrays in JSON Lines,
and JSON arrays in a CSV cell; offsets count code points of an article's text. Data Package, Table Schema 1.0.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from musnad.config import Config
from musnad.export.table_rows import ROWS
from musnad.model import Archive, Output, Value

_BOM = "\ufeff"  # without it spreadsheets take Arabic for Latin letters
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl"}


class Table(Value, frozen=True):
    """A table as data/tables.toml tells it; a field is its name, its type and what it means."""

    told: str
    key: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]
    points: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(name for name, _, _ in self.fields)


def tables(archive: Archive, config: Config) -> Iterator[Output]:
    """`<table>.jsonl` and `<table>.csv` for each table, and `datapackage.json`."""
    described = []
    for name, table in _tables().items():
        rows = [dict(zip(table.columns, row, strict=True)) for row in ROWS[name](archive)]
        yield Output(f"{name}.jsonl", "".join(f"{_json(row)}\n" for row in rows).encode())
        yield Output(f"{name}.csv", (_BOM + _csv(table, rows)).encode())
        described += [_described(name, table, form) for form in _MEDIA]
    package = {
        "profile": "data-package",
        "name": "archive",
        "title": next(iter(config.title.values())),
        **({"homepage": config.url} if config.url else {}),
        "resources": described,
    }
    yield Output("datapackage.json", (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode())


@cache
def _tables() -> dict[str, Table]:
    text = resources.files(__package__).joinpath("data", "tables.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Table])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _csv(table: Table, rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(table.columns)
    writer.writerows([_cell(row[name]) for name in table.columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _json(value) if isinstance(value, (list, tuple, dict)) else value


def _described(name: str, table: Table, form: str) -> dict[str, Any]:
    """A table's file as a resource of the package; whose ids it holds is told of the CSV files."""
    schema: dict[str, Any] = {
        "fields": [{"name": field, "type": kind, "description": told} for field, kind, told in table.fields],
        "primaryKey": list(table.key),
    }
    if form == "csv" and table.points:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": f"{other}-csv", "fields": ["id"]}}
            for field, other in table.points.items()
        ]
    return {
        "name": f"{name}-{form}",
        "path": f"{name}.{form}",
        "title": table.told,
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema,
    }
