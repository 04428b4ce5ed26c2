"""What stands off from an article's text in its TEI file: who is who, and how its statements are linked."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.export.tei_marks import certainty, entity, voiced
from musnad.export.xml import Element, add
from musnad.model import Archive, Article, Entity, Link, NameType, Voice

_LISTS: dict[NameType, tuple[str, str, str]] = {
    "person": ("listPerson", "person", "persName"),
    "organization": ("listOrg", "org", "orgName"),
    "group": ("listOrg", "org", "orgName"),
    "place": ("listPlace", "place", "placeName"),
    "event": ("listEvent", "event", "eventName"),
}


def standoff(archive: Archive, article: Article) -> Element:
    """The `standOff`."""
    root = Element("standOff")
    own = archive.annotations[article.id]
    voices = [voice for claim in own.claims for voice in (claim.speaker, *claim.via)]
    keys = {mention.entity for mention in own.mentions} | {voice.entity for voice in voices}
    known = sorted((archive.entities[key] for key in keys if key in archive.entities), key=lambda e: e.id)
    for outer in dict.fromkeys(names[0] for names in _LISTS.values()):
        listed = [one for one in known if _LISTS[one.type][0] == outer]
        if listed:
            parent = add(root, outer)
            for one in listed:
                _entity(parent, one)
    _unknown(root, (voice for voice in voices if not voice.entity))
    found = (link for claim in own.claims for link in archive.links.get(claim.id, ()))
    links = {(link.a, link.b, link.relation): link for link in found}
    if links:
        group = add(root, "linkGrp", type="statements")
        for key in sorted(links):
            _link(group, archive, article, links[key])
    return root


def _entity(parent: Element, one: Entity) -> None:
    _, tag, name = _LISTS[one.type]
    child = add(parent, tag, xml_id=entity(one.id), type="group" if one.type == "group" else None)
    add(child, name, one.name_ar, xml_lang="ar")
    if one.name_en:
        add(child, name, one.name_en, xml_lang="en")
    if one.latitude is not None and one.longitude is not None and tag == "place":
        add(add(child, "location"), "geo", f"{one.latitude} {one.longitude}")
    for kind, number in (("wikidata", one.wikidata), ("geonames", one.geonames)):
        if number:
            add(child, "idno", str(number), type=kind)


def _unknown(root: Element, voices: Iterable[Voice]) -> None:
    """Speakers and carriers that no record knows, by the text's words for them."""
    named = {voiced(voice): voice.name for voice in voices}
    if named:
        parent = add(root, "listPerson", type="unidentified")
        for key in sorted(named):
            name = named[key]
            person = add(parent, "person", xml_id=key)
            add(person, "persName", name, xml_lang="ar") if name else add(person, "p", "not told")


def _link(group: Element, archive: Archive, article: Article, link: Link) -> None:
    """A link; other articles' statements are pointed to in their files. Of «updates» the first is later."""
    places = []
    for key in (link.a, link.b):
        at = archive.claims[key].article
        places.append(f"#{key}" if at == article.id else f"{at}.xml#{key}")
    add(
        group,
        "link",
        type=link.relation,
        target=" ".join(places),
        cert=certainty(link.score),
        resp="#musnad" if link.by != "curator" else None,
    )
