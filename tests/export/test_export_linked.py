"""The archive as linked data: both files say the same, whatever stands in a text."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import Graph
from rdflib.compare import isomorphic

from musnad.cite.linked import context
from musnad.cite.nodes import text_in
from musnad.config import Config
from musnad.export.linked import linked, turtle
from tests.export.made import archive

HOSTED = Config(title={"ar": "أرشيف"}, url="https://example.org/archive/")
BASE = "https://example.net/"


def of_json(data: bytes) -> Graph:
    quads = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads", "base": BASE})
    return Graph().parse(data=quads, format="nt")


def of_turtle(data: bytes) -> Graph:
    return Graph().parse(data=data.decode(), format="turtle", publicID=BASE)


def test_both_files_say_the_same() -> None:
    for config in (HOSTED, Config(title={"ar": "أرشيف"})):
        json_ld, turtle = linked(archive(), config)
        assert (json_ld.path, turtle.path) == ("archive.jsonld", "archive.ttl")
        said = of_turtle(turtle.data)
        assert len(said) > len(archive().claims) * 5
        assert isomorphic(said, of_json(json_ld.data))


def test_a_node_is_told_once() -> None:
    json_ld, _ = linked(archive(), HOSTED)
    ids = [node["id"] for node in json.loads(json_ld.data)["@graph"]]
    assert len(ids) == len(set(ids)) > len(archive().articles) + len(archive().claims)


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.builds(text_in, st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["ar", "en"])),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.floats(-180, 180, allow_nan=False),
    st.integers(-9999, 9999),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=4))
def test_any_words_and_numbers_are_the_same_in_both(values: list[Any]) -> None:
    told = context(HOSTED)
    node = {"id": "https://example.org/a", "type": ["Claim", "prov:Entity"], "text": values}

    written = "".join(turtle(told, [node]))
    assert isomorphic(of_turtle(written.encode()), of_json(json.dumps({"@context": told, **node}).encode()))
