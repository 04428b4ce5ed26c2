"""What a page's head tells reference managers and indexers of an item, and what their buttons read in its
body.

The common names are those of Highwire («citation_…»), Dublin Core and PRISM. «z.itemType» is the one word by
which Zotero's translator of embedded metadata takes a page as what it is; that translator keeps no keywords
unless another one calls it, while the one of context objects (COinS), which is asked first, keeps them. So a
page has both. «citation_journal_title» is not written: it would make any page a journal's article.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from musnad.cite.dates import dated
from musnad.cite.item import Item, Name
from musnad.cite.notes import doubt

_TYPES = {"article": "newspaperArticle", "statement": "newspaperArticle", "page": "webpage"}


def tags(item: Item) -> Iterator[tuple[str, str]]:
    """The names and contents of `<meta>`, in order."""
    when, creators = _day(item), _creators(item)
    yield "z.itemType", _TYPES[item.kind]
    yield "citation_title", item.title.ar
    for name in creators:
        yield "citation_author", _whole(name)
    if when:
        yield "citation_publication_date", when
    if item.outlet:
        yield "prism.publicationName", item.outlet.ar
    elif item.kind == "page":
        yield "z.websiteTitle", item.archive.ar
    yield "citation_publisher", item.archive.ar
    if item.url:
        yield "citation_public_url", item.url
    yield "citation_language", item.tongue
    if told := _told(item):
        yield "description", told
    yield "z.archive", item.archive.ar
    yield "z.archiveLocation", item.id
    if item.kind == "article":
        yield "DCTERMS.title", item.title.ar
        for name in creators:
            yield "DCTERMS.creator", _whole(name)
        if when:
            yield "DCTERMS.issued", when
    yield "DCTERMS.identifier", item.address
    if item.edition:
        yield "DCTERMS.isVersionOf", item.latest
    yield "DCTERMS.type", "Text"


def context(item: Item) -> str:
    """The item as a context object of OpenURL (Z39.88-2004), for the title of a span of class Z3988.

    Letters stand as they are; only signs that mean something in it are escaped.
    """
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", _TYPES[item.kind]),
        ("rft.title", item.title.ar),
        *(("rft.creator", _whole(name)) for name in _creators(item)),
        *(("rft.contributor", _whole(name)) for name in item.contributors),
        ("rft.source", item.outlet.ar if item.outlet else item.archive.ar if item.kind == "page" else ""),
        ("rft.date", _day(item) or ""),
        ("rft.identifier", item.url or ""),
        ("rft.language", item.tongue),
        ("rft.description", _told(item)),
        *(("rft.subject", word) for word in item.keywords),
    ]
    return "&".join(f"{key}={_escaped(value)}" for key, value in pairs if value)


def _creators(item: Item) -> tuple[Name, ...]:
    return item.authors or ((item.archive,) if item.kind == "page" else ())


def _whole(name: Name) -> str:
    """A name that is not to be taken apart: of several words, with a comma after all of them.

    Readers take what stands before the comma as the family's name, and nothing as the given one.
    """
    words = name.ar.replace(",", " ").replace(";", " ")
    return f"{words}," if " " in words else words


def _told(item: Item) -> str:
    within = f"«{item.within}»" if item.within else ""
    via = "، ".join(name.ar for name in item.contributors)
    return " — ".join(part for part in (item.abstract, within, via, doubt(item)) if part)


def _day(item: Item) -> str | None:
    """The date as readers of such tags take it: year, month and day as far as known."""
    found = dated(item.date)
    if found is None or found.first is None:
        return None
    first = found.first
    return first._replace(month=0).iso if first.season else first.iso


def _escaped(value: str) -> str:
    return "".join(quote(sign, safe="") if sign in '%&=+#"<>' else sign for sign in value)
