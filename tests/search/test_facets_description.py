"""The OpenSearch description: well formed, in each interface's folder; none without an address."""

from __future__ import annotations

from xml.etree import ElementTree

from musnad.config import Config
from musnad.search.description import descriptions

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_each_interface_has_a_description() -> None:
    config = Config(
        title={"ar": "أرشيف <الباغوز> الطويل & غيره", "en": "The Baghuz archive of 2019"},
        url="https://example.org/a&b/",
    )
    made = {one.path: ElementTree.fromstring(one.data) for one in descriptions(config)}
    assert list(made) == ["opensearch.xml", "en/opensearch.xml"]
    for path, root in made.items():
        name = root.findtext(f"{SPACE}ShortName") or ""
        assert 0 < len(name) <= 16
        url = root.find(f"{SPACE}Url")
        assert url is not None
        folder = path.removesuffix("opensearch.xml")
        assert url.get("template") == f"https://example.org/a&b/{folder}search.html?q={{searchTerms}}"
    assert made["en/opensearch.xml"].findtext(f"{SPACE}ShortName") == "The Baghuz"


def test_without_an_address_there_is_none() -> None:
    assert list(descriptions(Config(title={"ar": "أرشيف"}))) == []
