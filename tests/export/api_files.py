"""The API's files held against its description, by an independent validator."""

from __future__ import annotations

import json
import re
from typing import Any

from jsonschema import Draft202012Validator

START = "api/"


def description(files: dict[str, bytes]) -> dict[str, Any]:
    """The description among the files, which are by their path in the site."""
    told: dict[str, Any] = json.loads(files[START + "openapi.json"])
    return told


def validated(files: dict[str, bytes]) -> int:
    """How many of the files were held against their schema; none has a field that its schema has not."""
    told = description(files)
    for schema in told["components"]["schemas"].values():
        schema["additionalProperties"] = False
    known = {
        path: Draft202012Validator(
            one["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            | {"components": told["components"]}
        )
        for path, one in told["paths"].items()
    }
    held = 0
    for path, data in files.items():
        if path.startswith(START) and path != START + "openapi.json":
            (validator,) = [known[one] for one in known if asked(one).fullmatch(path)]
            wrong = [
                f"{path}: {error.json_path}: {error.message}"
                for error in validator.iter_errors(json.loads(data))
            ]
            assert not wrong, wrong[:5]
            held += 1
    return held


def asked(path: str) -> re.Pattern[str]:
    """Which files a path of the description means: a parameter has no dot in it."""
    parts = re.split(r"{\w+}", path.removeprefix("/"))
    return re.compile(re.escape(START) + r"[^./]+".join(map(re.escape, parts)))
