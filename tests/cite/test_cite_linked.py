"""Linked data read by other people's processors: the graph of an article, the page's own data, the
vocabulary.
"""

from __future__ import annotations

from functools import cache

from pyld import jsonld
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from musnad import address
from musnad.cite import brief, linked, vocabulary
from musnad.config import Config
from musnad.model import Archive
from tests.cite.made import ITEMS
from tests.render.archive import archive

CONFIG = Config(title={"ar": "أرشيف"}, url="https://example.org/archive/")
ROOT = "https://example.org/archive/"
SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OURS = Namespace(f"{ROOT}vocabulary.html#")


@cache
def told() -> Graph:
    """All articles' graphs in one: pyld makes triples of them, rdflib reads these."""
    graph, of = Graph(), linked.Linked(archive(), CONFIG)
    for article in archive().articles:
        quads = jsonld.to_rdf(of.document(article.id), {"format": "application/n-quads"})
        graph.parse(data=quads, format="nt")
    return graph


def page(path: str) -> URIRef:
    return URIRef(ROOT + path)


def test_every_article_statement_and_name_is_there() -> None:
    for article in archive().articles:
        node = page(address.article(article.id))
        assert (node, RDF.type, SCHEMA.NewsArticle) in told()
        headline = told().value(node, SCHEMA.headline)
        assert isinstance(headline, Literal)
        assert headline.language == "ar"
        for claim in archive().annotations[article.id].claims:
            said = page(address.claim(claim.id))
            assert (said, RDF.type, SCHEMA.Claim) in told()
            assert str(told().value(said, SCHEMA.text)) == claim.content.text
            assert (said, SCHEMA.appearance, node) in told()
            quoted = (said, RDF.type, SCHEMA.Quotation) in told()
            assert quoted == (claim.kind in ("direct", "mixed", "tweet"))
            if quoted and claim.speaker.entity:
                speaker = page(address.entity(claim.speaker.entity))
                assert (said, SCHEMA.spokenByCharacter, speaker) in told()
                assert told().value(speaker, SCHEMA.name) is not None


def test_the_chain_leads_from_a_claim_over_its_channels_to_the_speaker() -> None:
    checked = 0
    for own in archive().annotations.values():
        for claim in own.claims:
            node = page(address.claim(claim.id))
            source = told().value(node, PROV.hadPrimarySource)
            steps = [told().value(node, PROV.wasQuotedFrom)]
            while steps[-1] != source:
                steps.append(told().value(steps[-1], PROV.wasQuotedFrom))
            agents = [told().value(step, PROV.wasAttributedTo) for step in steps]
            voices = [*reversed(claim.via), claim.speaker]
            assert len(agents) == len(voices)
            for agent, voice in zip(agents, voices, strict=True):
                if voice.entity:
                    assert agent == page(address.entity(voice.entity))
            checked += len(claim.via)
    assert checked > 5


def test_links_of_statements_are_there() -> None:
    of: Archive = archive()
    names = {"contradicts": "contradicts", "corroborates": "corroborates", "same_statement": "sameStatement"}
    assert of.links
    for key, links in of.links.items():
        for link in links:
            other = link.b if link.a == key else link.a
            name = names.get(link.relation) or ("updates" if link.a == key else None)
            if name:
                assert (page(address.claim(key)), OURS[name], page(address.claim(other))) in told()


def test_without_an_address_of_the_site_it_counts_from_the_file() -> None:
    of = linked.Linked(archive(), Config(title={"ar": "أرشيف"}), "../")
    document = of.document("aap4dtsb")
    base = "file:///kept/articles/aap4dtsb.jsonld"
    nodes = {node["@id"] for node in jsonld.expand(document, {"base": base}) if "@id" in node}
    assert "file:///kept/articles/aap4dtsb.html" in nodes
    rooms = {node.removeprefix("file:///kept/").partition("/")[0] for node in nodes}
    assert rooms == {"articles", "claims", "entities"}


def test_every_term_used_is_published() -> None:
    names = {term.name for term in vocabulary.terms()}
    used = {str(p).removeprefix(OURS) for p in told().predicates() if str(p).startswith(OURS)}
    assert used == names - {"edtf"} | (used & {"edtf"})
    assert used <= names


def test_the_vocabulary_is_turtle() -> None:
    (output,) = vocabulary.turtle(CONFIG)
    graph = Graph().parse(data=output.data.decode(), format="turtle")
    for term in vocabulary.terms():
        assert (OURS[term.name], RDF.type, RDF.Property) in graph
        assert ((OURS[term.name], RDF.type, OWL.SymmetricProperty) in graph) == term.symmetric
        assert {label.language for label in graph.objects(OURS[term.name], RDFS.label)} == {"ar", "en"}


def test_a_pages_own_data() -> None:
    for given in ITEMS:
        data = brief.brief(given)
        assert (
            data["@type"] == {"article": "NewsArticle", "statement": "Claim", "page": "WebPage"}[given.kind]
        )
        assert data.get("url") == given.url
        assert None not in data.values()
        if given.kind == "statement":
            assert data["appearance"]["headline"] == given.within
