"""The description of the JSON API (OpenAPI 3.1), made of its values.

Schemas are JSON Schema 2020-12, as msgspec makes them; what OpenAPI says around them is in data/openapi.toml.
"""

from __future__ import annotations

import json
import re
import tomllib
from importlib import resources
from typing import Any

import msgspec

from musnad.config import Config
from musnad.export import api_values as values

_SCHEMAS = "#/components/schemas/{name}"
_ANSWERS = {
    "/index.json": values.Index,
    "/articles/{id}.json": values.Article,
    "/articles/list.{n}.json": values.Articles,
    "/statements/list.{n}.json": values.Statements,
    "/entities/list.{n}.json": values.Entities,
    "/stories/list.{n}.json": values.Stories,
    "/questions/list.{n}.json": values.Questions,
}


def description(config: Config) -> bytes:
    """`openapi.json`."""
    told = tomllib.loads(resources.files(__package__).joinpath("data", "openapi.toml").read_text("utf-8"))
    _, schemas = msgspec.json.schema_components(_ANSWERS.values(), ref_template=_SCHEMAS)
    title = next(iter(config.title.values()))
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1",
            "description": told["description"],
            **({"contact": {"email": config.contact}} if config.contact else {}),
            **({"license": {"name": config.license, "url": config.license}} if config.license else {}),
        },
        "servers": [{"url": config.url.rstrip("/") + "/api" if config.url else "."}],
        "paths": {path: _path(path, value, told) for path, value in _ANSWERS.items()},
        "components": {"schemas": {name: _whole(schemas[name]) for name in sorted(schemas)}},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _path(path: str, value: type, told: dict[str, Any]) -> dict[str, Any]:
    """What asking for a path gives."""
    schema = {"$ref": _SCHEMAS.format(name=value.__name__)}
    asked = [
        {"name": name, "in": "path", "required": True, **told["parameters"][name]}
        for name in re.findall(r"{(\w+)}", path)
    ]
    return {
        "get": {
            "operationId": value.__name__.lower(),
            "summary": (value.__doc__ or "").split(".")[0] + ".",
            **({"parameters": asked} if asked else {}),
            "responses": {
                "200": {"description": told["found"], "content": {"application/json": {"schema": schema}}},
                **({"404": {"description": told["missing"]}} if asked else {}),
            },
        }
    }


def _whole(schema: dict[str, Any]) -> dict[str, Any]:
    """A value's schema as the files have it: every field is written, whatever it is without."""
    plain = {
        name: {key: told for key, told in field.items() if key != "default"}
        for name, field in schema.get("properties", {}).items()
    }
    told = re.sub(r"(?<!\n)\n(?!\n)", " ", re.sub(r" *\n +", "\n", schema.get("description", "")))
    return schema | {"description": told, "properties": plain, "required": list(plain)}
