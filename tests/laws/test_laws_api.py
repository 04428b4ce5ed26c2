"""Laws of the JSON API in a site: as it describes itself, and every address in it leads to a file."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.export.api_files import validated

Site = dict[str, bytes]
EXAMPLE = Path(__file__).parent.parent.parent / "docs/api.md"
ADDRESSES = ("page", "raw", "file", "next", "description")


def addresses(value: Any) -> Iterator[str]:
    """Every address in an answer."""
    if isinstance(value, dict):
        for key, told in value.items():
            if key in ADDRESSES and isinstance(told, str):
                yield told
            else:
                yield from addresses(told)
    elif isinstance(value, list):
        for told in value:
            yield from addresses(told)


def answers(site: Site) -> dict[str, Any]:
    found = {path: json.loads(data) for path, data in site.items() if path.startswith("api/")}
    del found["api/openapi.json"]
    return found


def test_every_file_is_as_the_description_says(site: Site) -> None:
    assert validated(site) == len(answers(site)) > 5


def test_every_address_leads_to_a_file(site: Site) -> None:
    for path, answer in answers(site).items():
        for address in addresses(answer):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) in site, (
                path,
                address,
            )


def test_every_article_statement_and_name_with_a_page_is_there(site: Site) -> None:
    found = answers(site)
    for name, folder in (("articles", "articles"), ("statements", "claims"), ("entities", "entities")):
        told = {
            posixpath.normpath(posixpath.join("api", name, one["page"]))
            for path, answer in found.items()
            if path.startswith(f"api/{name}/list.")
            for one in answer["items"]
        }
        pages = {
            path
            for path in site
            if path.startswith(f"{folder}/") and path.endswith(".html") and path.count(".") == 1
        }
        assert pages - told <= {f"{folder}/index.html", f"{folder}/unnamed.html"}
        assert told <= pages


def test_the_example_of_the_docs_runs(
    small: Path, build: Callable[[Path], Site], capsys: pytest.CaptureFixture[str]
) -> None:
    told = build(small)["api/statements/list.1.json"]
    example, *_ = re.findall(r"```python\n(.*?)```", EXAMPLE.read_text("utf-8"), re.DOTALL)
    exec(re.sub(r'"http://[^"]+/api/"', repr((small / "site/api").as_uri() + "/"), example), {})
    drawn = [link for one in json.loads(told)["items"] for link in one["links"] if link["a"] == one["id"]]
    contradicted = [link for link in drawn if link["relation"] == "contradicts"]
    assert capsys.readouterr().out.count("\n\n") == len(contradicted) > 0
