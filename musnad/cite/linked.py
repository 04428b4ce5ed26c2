"""The archive as linked data: schema.org for texts, statements and names, PROV-O for the chain of
attribution, and terms of our own for how statements relate (`vocabulary`).

An article's graph holds the article, its statements and the names it has; all graphs together hold the
archive. Every node stands for a page of the site and has its address. The chain of a statement is told thus:
the claim was quoted from the report of the last channel, which was quoted from that of the one before, and so
on to the utterance, which is its primary source and is attributed to the speaker.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad import address
from musnad.cite.dates import dated
from musnad.cite.item import Item, Name
from musnad.cite.items import Items
from musnad.config import Config
from musnad.model import Archive, Article, Claim, Entity, Output, Statement, Voice

Node = dict[str, Any]

_TYPES = {"article": "NewsArticle", "statement": "Claim", "page": "WebPage"}
_KINDS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "group": "Organization",
    "event": "Event",
}
_PLAIN = {"contradicts": "contradicts", "corroborates": "corroborates", "same_statement": "sameStatement"}
_LINKS = ("mentions", "sameAs", "appearance", "firstAppearance")  # of schema.org, and to nodes
_PROV = ("wasQuotedFrom", "wasAttributedTo", "hadPrimarySource")
_OWN = ("contradicts", "corroborates", "updates", "sameStatement")
_VALUES = ("edtf", "modality", "rendering")  # our own too
_QUOTED = ("direct", "mixed", "tweet")
_WIKIDATA, _GEONAMES = "http://www.wikidata.org/entity/", "https://sws.geonames.org/"


def context(root: str) -> Node:
    """The JSON-LD context, whole in itself, so that no processor has to fetch one; `root` leads to the
    site's.
    """
    return {
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "musnad": f"{root}vocabulary.html#",
        "id": "@id",
        "type": "@type",
        **{key: {"@type": "@id"} for key in _LINKS},
        **{key: {"@id": f"prov:{key}", "@type": "@id"} for key in _PROV},
        **{key: {"@id": f"musnad:{key}", "@type": "@id"} for key in _OWN},
        **{key: {"@id": f"musnad:{key}"} for key in _VALUES},
    }


class Linked:
    """Makes an archive's nodes; addresses count from `root`, where the archive has not said where it is
    hosted.
    """

    def __init__(self, archive: Archive, config: Config, root: str = "") -> None:
        self._archive = archive
        self._items = Items(archive, config)
        self._articles = {article.id: article for article in archive.articles}
        self.root = config.url.rstrip("/") + "/" if config.url else root

    def document(self, key: str) -> Node:
        """An article's graph as JSON-LD."""
        return {"@context": context(self.root), "@graph": list(self.graph(key))}

    def graph(self, key: str) -> Iterator[Node]:
        """The nodes of an article: its own, its statements', its names'."""
        article, own = self._articles[key], self._archive.annotations[key]
        names = {mention.entity for mention in own.mentions if mention.entity}
        yield self._article(article, sorted(names))
        for index in range(len(own.claims)):
            yield from self.statement(Statement(key, index))
        voices = {
            voice.entity for claim in own.claims for voice in (claim.speaker, *claim.via) if voice.entity
        }
        carriers = {key for key in (*article.agencies, article.outlet, article.credit) if key}
        for name in sorted((names | voices | carriers) & self._archive.entities.keys()):
            yield self.entity(self._archive.entities[name])

    def statement(self, at: Statement) -> Iterator[Node]:
        """A statement's nodes: the claim, the reports it came by, the utterance."""
        claim = self._archive.annotations[at.article].claims[at.claim]
        here = self.root + address.claim(claim.id)
        reports = [f"{here}#via-{number}" for number in range(1, len(claim.via) + 1)]
        utterance = f"{here}#said"
        chain = [*reversed(reports), utterance]
        first = self._archive.claims[self._archive.renderings.get(claim.id, (claim.id,))[0]].article
        spoken = self._voice(claim.speaker)
        quoted = claim.kind in _QUOTED
        yield _filled(
            {
                "id": here,
                "type": ["Claim", "Quotation", "prov:Entity"] if quoted else ["Claim", "prov:Entity"],
                "text": _text(claim.content.text, self._articles[at.article].language),
                "author": spoken,
                "spokenByCharacter": spoken if quoted else None,
                "appearance": self.root + address.article(at.article),
                "firstAppearance": self.root + address.article(first),
                "claimInterpreter": {"type": "SoftwareApplication", "name": f"musnad ({claim.by})"},
                "rendering": claim.kind,
                "modality": claim.modality,
                "wasQuotedFrom": chain[0],
                "hadPrimarySource": utterance,
                **self._relations(claim),
            }
        )
        for report, source, voice in zip(reversed(reports), chain[1:], reversed(claim.via), strict=True):
            agent = self._voice(voice)
            yield _filled(
                {"id": report, "type": "prov:Entity", "wasAttributedTo": agent, "wasQuotedFrom": source}
            )
        when = _date("dateCreated", claim.said)
        yield _filled({"id": utterance, "type": "prov:Entity", "wasAttributedTo": spoken, **when})

    def entity(self, entity: Entity) -> Node:
        """A name's node."""
        same = [*entity.same_as]
        if entity.wikidata:
            same.append(_WIKIDATA + entity.wikidata)
        if entity.geonames:
            same.append(f"{_GEONAMES}{entity.geonames}/")
        geo = entity.latitude is not None and entity.longitude is not None
        names = ((entity.name_ar, "ar"), (entity.name_en, "en"))
        point = {"type": "GeoCoordinates", "latitude": entity.latitude, "longitude": entity.longitude}
        return _filled(
            {
                "id": self.root + address.entity(entity.id),
                "type": _KINDS[entity.type],
                "name": [_text(name, tongue) for name, tongue in names if name],
                "alternateName": [_text(alias, "ar") for alias in entity.aliases],
                "sameAs": same,
                "geo": point if geo else None,
            }
        )

    def _article(self, article: Article, names: list[str]) -> Node:
        item = self._items.article(article.id)
        outlet = self._agent(article.outlet or article.credit)
        agencies = [self._agent(key) for key in article.agencies]
        return _filled(
            {
                "id": self.root + item.home,
                "type": ["NewsArticle", "prov:Entity"],
                "headline": _text(item.title.ar, item.tongue),
                "inLanguage": item.tongue,
                "author": [{"type": "Person", "name": author} for author in article.authors],
                "publisher": outlet,
                "sourceOrganization": agencies,
                "wasAttributedTo": [outlet] if outlet else agencies,
                "isBasedOn": item.original,
                "mentions": [self.root + address.entity(key) for key in names],
                "isPartOf": {"type": "Collection", "name": _text(item.archive.ar, "ar")},
                **_date("datePublished", article.date_published),
            }
        )

    def _relations(self, claim: Claim) -> Node:
        found: dict[str, list[str]] = {}
        for link in self._archive.links.get(claim.id, ()):
            other = link.b if link.a == claim.id else link.a
            name = _PLAIN.get(link.relation) or ("updates" if link.a == claim.id else "")
            if name:
                found.setdefault(name, []).append(self.root + address.claim(other))
        return {name: sorted(set(others)) for name, others in sorted(found.items())}

    def _voice(self, voice: Voice) -> Any:
        return self._agent(voice.entity or voice.name)

    def _agent(self, key: str | None) -> Any:
        """A node's address where a record or a page knows the key, else somebody called so."""
        if key is None:
            return None
        known = key in self._archive.entities
        return {"id": self.root + address.entity(key)} if known else {"name": _text(key, "ar")}


def files(archive: Archive, config: Config) -> Iterator[Output]:
    """Each article's graph as a file beside its page."""
    linked = Linked(archive, config, "../")
    for article in archive.articles:
        path = address.article(article.id).removesuffix(".html") + ".jsonld"
        yield Output(path, (json.dumps(linked.document(article.id), ensure_ascii=False) + "\n").encode())


def brief(item: Item) -> Node:
    """What a page's head says of its item, in schema.org's own context."""
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
        **_date("datePublished", item.date, edtf=False),
    }
    if item.kind == "article":
        version = item.edition.number if item.edition else None
        made |= text | {"author": named, "isPartOf": archive, "version": version}
    elif item.kind == "statement":
        appearance = _filled({"@type": "NewsArticle", **text, "headline": item.within})
        made |= {"text": item.abstract or item.title.ar, "author": named, "appearance": appearance}
        made |= {"claimInterpreter": {"@type": "SoftwareApplication", "name": "musnad"}, "isPartOf": archive}
    else:
        made |= {"name": item.title.ar, "description": item.abstract, "isPartOf": archive}
    return _filled(made)


def _agent(name: Name) -> Node:
    return {"@type": _KINDS.get(name.kind, "Organization"), "name": name.ar}


def _text(words: str, language: str) -> Node:
    return {"@value": words, "@language": language}


def _date(key: str, value: str | None, edtf: bool = True) -> Node:
    """A day, month or year as schema.org has dates, and the EDTF value where that says more."""
    found = dated(value)
    if found is None or found.first is None:
        return {}
    first = found.first._replace(month=0) if found.first.season else found.first
    made = {key: first.iso}
    return made if not edtf or first.iso == value else made | {"edtf": value}


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
