"""The whole archive as linked data: `archive.jsonld` and `archive.ttl`, which say the same.

JSON-LD 1.1 with its context in it; Turtle (W3C Recommendation 2014). A node is what `musnad.cite.linked`
makes; its keys become properties as that context says. Where the archive has no address, those of its pages
are relative to its root.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from musnad.cite.linked import Linked
from musnad.cite.nodes import Node
from musnad.config import Config
from musnad.model import Archive, Output

_SCHEMA, _PROV = "https://schema.org/", "http://www.w3.org/ns/prov#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_IN_STRINGS = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def linked(archive: Archive, config: Config) -> Iterator[Output]:
    """The archive's nodes in both forms, in the order of its articles, then of its names."""
    nodes = Linked(archive, config)
    told = nodes.context
    yield Output("archive.jsonld", "".join(_json(told, nodes.whole())).encode())
    yield Output("archive.ttl", "".join(turtle(told, nodes.whole())).encode())


def _json(told: Node, nodes: Iterator[Node]) -> Iterator[str]:
    yield f'{{"@context":{json.dumps(told, ensure_ascii=False)},"@graph":['
    for number, node in enumerate(nodes):
        yield (",\n" if number else "\n") + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"


def turtle(told: Node, nodes: Iterable[Node]) -> Iterator[str]:
    """Nodes whose keys mean what the context `told` says, as Turtle, piece by piece."""
    yield f"@prefix schema: <{_SCHEMA}> .\n@prefix prov: <{_PROV}> .\n"
    yield f"@prefix musnad: <{_iri(told['musnad'])}> .\n"
    for node in nodes:
        yield f"\n<{_iri(node['id'])}> {_properties(told, node)} .\n"


def _properties(told: Node, node: Node) -> str:
    """The predicates and objects of a node."""
    rows = []
    for key, value in node.items():
        if key != "id":
            objects = [_object(told, key, one) for one in (value if isinstance(value, list) else [value])]
            rows.append(f"{_name(told, key)} {', '.join(dict.fromkeys(objects))}")
    return " ;\n    ".join(rows)


def _object(told: Node, key: str, value: Any) -> str:
    if isinstance(value, dict) and "@value" in value:
        return f'"{_escaped(value["@value"])}"@{value["@language"]}'
    if isinstance(value, dict):
        return f"<{_iri(value['id'])}>" if "id" in value else f"[ {_properties(told, value)} ]"
    if key == "type":
        return _name(told, value)
    term = told.get(key)
    if isinstance(term, dict) and term.get("@type") == "@id":
        return f"<{_iri(value)}>"
    return _number(value) if isinstance(value, int | float) else f'"{_escaped(value)}"'


def _name(told: Node, key: str) -> str:
    """A property or class by its prefixed name."""
    if key == "type":
        return "a"
    term = told.get(key)
    name = term.get("@id", key) if isinstance(term, dict) else key
    return name if ":" in name else f"schema:{name}"


def _number(value: float) -> str:
    """A number as JSON-LD makes a literal of it: whole ones integers, others doubles in canonical form."""
    if value == int(value):
        return str(int(value))
    digits, exponent = f"{value:.15E}".split("E")
    return f'"{digits.rstrip("0")}E{int(exponent)}"^^<{_XSD}double>'


def _iri(address: str) -> str:
    return _NOT_IN_IRIS.sub(lambda sign: f"%{ord(sign[0]):02X}", address)


def _escaped(text: str) -> str:
    return text.translate(_IN_STRINGS)
