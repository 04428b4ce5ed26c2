"""What nodes of linked data are made of: words in a language, days, and keys that have a value."""

from __future__ import annotations

from typing import Any

from musnad.cite.dates import dated

Node = dict[str, Any]

KINDS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "group": "Organization",
    "event": "Event",
}


def text_in(words: str, language: str) -> Node:
    """Words as a value of JSON-LD."""
    return {"@value": words, "@language": language}


def day_of(key: str, value: str | None, edtf: bool = True) -> Node:
    """A day, month or year as schema.org has dates, and the EDTF value where that says more."""
    found = dated(value)
    if found is None or found.first is None:
        return {}
    first = found.first._replace(month=0) if found.first.season else found.first
    made = {key: first.iso}
    return made if not edtf or first.iso == value else made | {"edtf": value}


def filled(node: Node) -> Node:
    """A node without its empty keys."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
