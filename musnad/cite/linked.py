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
from musnad.cite.items import Items
from musnad.cite.nodes import KINDS, Node, day_of, filled, text_in
from musnad.cite.vocabulary import namespace
from musnad.config import Config
from musnad.model import Archive, Article, Claim, Entity, Output, Statement, Voice

_PLAIN = {"contradicts": "contradicts", "corroborates": "corroborates", "same_statement": "sameStatement"}
_LINKS = ("mentions", "sameAs", "appearance", "firstAppearance")  # of schema.org, and to nodes
_PROV = ("wasQuotedFrom", "wasAttributedTo", "hadPrimarySource")
_OWN = ("contradicts", "corroborates", "updates", "sameStatement")
_VALUES = ("edtf", "modality", "rendering")  # our own too
_QUOTED = ("direct", "mixed", "tweet")
_WIKIDATA, _GEONAMES = "http://www.wikidata.org/entity/", "https://sws.geonames.org/"


def context(config: Config) -> Node:
    """The JSON-LD context, whole in itself, so that no processor has to fetch one."""
    return {
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "musnad": namespace(config),
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
        self.context = context(config)
        self.root = config.url.rstrip("/") + "/" if config.url else root

    def document(self, key: str) -> Node:
        """An article's graph as JSON-LD."""
        return {"@context": self.context, "@graph": list(self.graph(key))}

    def graph(self, key: str) -> Iterator[Node]:
        """The nodes of an article: its own, its statements', its names'."""
        article, own = self._articles[key], self._archive.annotations[key]
        names = {mention.entity for mention in own.mentions if mention.entity}
        yield from self.told(key)
        voices = {
            voice.entity for claim in own.claims for voice in (claim.speaker, *claim.via) if voice.entity
        }
        carriers = {key for key in (*article.agencies, article.outlet, article.credit) if key}
        for name in sorted((names | voices | carriers) & self._archive.entities.keys()):
            yield self.entity(self._archive.entities[name])

    def whole(self) -> Iterator[Node]:
        """The nodes of the archive, each once: article by article, then names."""
        for key in self._articles:
            yield from self.told(key)
        for name in sorted(self._archive.entities):
            yield self.entity(self._archive.entities[name])

    def told(self, key: str) -> Iterator[Node]:
        """The nodes of an article and its statements."""
        own = self._archive.annotations[key]
        names = {mention.entity for mention in own.mentions if mention.entity}
        yield self._article(self._articles[key], sorted(names))
        for index in range(len(own.claims)):
            yield from self.statement(Statement(key, index))

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
        yield filled(
            {
                "id": here,
                "type": ["Claim", "Quotation", "prov:Entity"] if quoted else ["Claim", "prov:Entity"],
                "text": text_in(claim.content.text, self._articles[at.article].language),
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
            yield filled(
                {"id": report, "type": "prov:Entity", "wasAttributedTo": agent, "wasQuotedFrom": source}
            )
        when = day_of("dateCreated", claim.said)
        yield filled({"id": utterance, "type": "prov:Entity", "wasAttributedTo": spoken, **when})

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
        return filled(
            {
                "id": self.root + address.entity(entity.id),
                "type": KINDS[entity.type],
                "name": [text_in(name, tongue) for name, tongue in names if name],
                "alternateName": [text_in(alias, "ar") for alias in entity.aliases],
                "sameAs": same,
                "geo": point if geo else None,
            }
        )

    def _article(self, article: Article, names: list[str]) -> Node:
        item = self._items.article(article.id)
        outlet = self._agent(article.outlet or article.credit)
        agencies = [self._agent(key) for key in article.agencies]
        return filled(
            {
                "id": self.root + item.home,
                "type": ["NewsArticle", "prov:Entity"],
                "headline": text_in(item.title.ar, item.tongue),
                "inLanguage": item.tongue,
                "author": [{"type": "Person", "name": author} for author in article.authors],
                "publisher": outlet,
                "sourceOrganization": agencies,
                "wasAttributedTo": [outlet] if outlet else agencies,
                "isBasedOn": item.original,
                "mentions": [self.root + address.entity(key) for key in names],
                "isPartOf": {"type": "Collection", "name": text_in(item.archive.ar, "ar")},
                **day_of("datePublished", article.date_published),
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
        return {"id": self.root + address.entity(key)} if known else {"name": text_in(key, "ar")}


def files(archive: Archive, config: Config) -> Iterator[Output]:
    """Each article's graph as a file beside its page."""
    linked = Linked(archive, config, "../")
    for article in archive.articles:
        path = address.article(article.id).removesuffix(".html") + ".jsonld"
        yield Output(path, (json.dumps(linked.document(article.id), ensure_ascii=False) + "\n").encode())
