"""The JSON API: every file as its description says, lists whole, fields that stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from musnad import export
from musnad.config import Config
from musnad.export import json_api
from musnad.model import Annotations, Archive
from musnad.model.released import Past
from tests.export.api_files import description, validated
from tests.export.made import archive

PLAIN = Config(title={"ar": "أرشيف", "en": "Archive"})
HOSTED = replace(PLAIN, url="https://example.org/archive/", license="https://example.org/l", contact="a@b.c")


def files(archive: Archive, config: Config) -> dict[str, Any]:
    found = {one.path: json.loads(one.data) for one in export.api(archive, config, Past())}
    assert list(found) == [one.path for one in export.api(archive, config, Past())]
    return found


@pytest.mark.parametrize("config", [PLAIN, HOSTED])
def test_every_file_is_as_the_description_says(config: Config) -> None:
    made = list(export.api(archive(), config, Past()))
    assert validated({one.path: one.data for one in made}) == len(made) - 1


def test_what_the_description_does_not_tell_is_found() -> None:
    made = {one.path: one.data for one in export.api(archive(), PLAIN, Past())}
    broken = json.loads(made["api/articles/a1.json"])
    del broken["mentions"][0]["entity"]
    with pytest.raises(AssertionError, match="entity"):
        validated(made | {"api/articles/a1.json": json.dumps(broken).encode()})
    broken = json.loads(made["api/articles/a1.json"]) | {"more": 1}
    with pytest.raises(AssertionError, match="more"):
        validated(made | {"api/articles/a1.json": json.dumps(broken).encode()})


def test_fields_stay() -> None:
    """api.txt: a value, a field, its type, a line each."""
    told = Path(__file__).with_name("api.txt").read_text("utf-8").splitlines()
    schemas = files(archive(), PLAIN)["api/openapi.json"]["components"]["schemas"]
    found = [
        f"{name}.{field}: {kind(schema)}"
        for name, value in schemas.items()
        for field, schema in value["properties"].items()
    ]
    assert sorted(found) == sorted(row for row in told if row and not row.startswith("#"))


def kind(schema: dict[str, Any]) -> str:
    """A field's type on a line: «Voice», «string | null», «[Mention]», «{string}»."""
    if "anyOf" in schema:
        return " | ".join(map(kind, schema["anyOf"]))
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "enum" in schema:
        return " ".join(json.dumps(value) for value in schema["enum"])
    if schema["type"] == "array":
        return f"[{kind(schema['items'])}]"
    if schema["type"] == "object":
        return f"{{{kind(schema['additionalProperties'])}}}"
    return schema["type"]


def test_an_article_has_its_statements_with_their_links_and_the_names_in_it() -> None:
    told = files(archive(), HOSTED)["api/articles/a1.json"]
    assert told["page"] == "https://example.org/archive/articles/a1.html"
    assert [told["text"][m["start"] : m["end"]] for m in told["mentions"]] == [
        m["text"] for m in told["mentions"]
    ]
    (said,) = told["statements"]
    assert (said["speaker"], said["via"]) == (
        {"entity": None, "name": "الناطق"},
        [{"entity": "reuters", "name": None}],
    )
    assert [(link["relation"], link["other"], link["article"]) for link in said["links"]] == [
        ("contradicts", "c2", "a2")
    ]
    assert {key: name["name_ar"] for key, name in told["names"].items()} == {
        "reuters": "رويترز",
        "village": "القرية",
    }


def test_a_statement_is_the_same_in_its_article_and_in_the_list() -> None:
    found = files(archive(), PLAIN)
    listed = {one["id"]: one for one in found["api/statements/list.1.json"]["items"]}
    assert list(listed) == ["c1", "c2"]
    assert all(listed[one["id"]] == one for one in found["api/articles/a1.json"]["statements"])


def test_lists_are_cut_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_api, "_PART", 2)
    one = archive().articles[1]
    keys = [f"b{number}" for number in range(5)]
    many = replace(
        archive(),
        articles=tuple(replace(one, id=key) for key in keys),
        annotations={key: Annotations(key) for key in keys},
        claims={},
        links={},
    )
    found = files(many, PLAIN)
    told = found["api/index.json"]["articles"]
    parts = [found[f"api/{part['file']}"] for part in told["parts"]]
    assert [one["id"] for part in parts for one in part["items"]] == keys
    assert [(part["first"], part["last"], part["count"]) for part in told["parts"]] == [
        ("b0", "b1", 2), ("b2", "b3", 2), ("b4", "b4", 1),
    ]  # fmt: skip
    assert [part["next"] for part in parts] == ["list.2.json", "list.3.json", None]
    assert told["count"] == 5
    assert found["api/index.json"]["statements"] == {"count": 0, "parts": []}


def test_the_description_is_one() -> None:
    told = description({one.path: one.data for one in export.api(archive(), HOSTED, Past())})
    assert told["servers"] == [{"url": "https://example.org/archive/api"}]
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
        assert schema["description"]
        assert "  " not in schema["description"]
