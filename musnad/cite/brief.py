"""What a page's head says of its item in schema.org's terms, for search engines and reference managers."""

from __future__ import annotations

from musnad.cite.item import Item, Name
from musnad.cite.nodes import KINDS, Node, day_of, filled

_TYPES = {"article": "NewsArticle", "statement": "Claim", "page": "WebPage"}


def brief(item: Item) -> Node:
    """An item as JSON-LD in schema.org's context."""
    named = [_agent(name) for name in item.authors]
    made: Node = {
        "@context": "https://schema.org",
        "@type": _TYPES[item.kind],
        "@id": item.url,
        "url": item.url,
    }
    archive = {"@type": "Collection", "name": item.archive.ar}
    text = {
        "headline": item.title.ar,
        "inLanguage": item.tongue,
        "publisher": {"@type": "NewsMediaOrganization", "name": item.outlet.ar} if item.outlet else None,
        "isBasedOn": item.original,
        **day_of("datePublished", item.date, edtf=False),
    }
    if item.kind == "article":
        version = item.edition.number if item.edition else None
        made |= text | {"author": named, "isPartOf": archive, "version": version}
    elif item.kind == "statement":
        appearance = filled({"@type": "NewsArticle", **text, "headline": item.within})
        made |= {"text": item.abstract or item.title.ar, "author": named, "appearance": appearance}
        made |= {"claimInterpreter": {"@type": "SoftwareApplication", "name": "musnad"}, "isPartOf": archive}
    else:
        made |= {"name": item.title.ar, "description": item.abstract, "isPartOf": archive}
    return filled(made)


def _agent(name: Name) -> Node:
    return {"@type": KINDS.get(name.kind, "Organization"), "name": name.ar}
