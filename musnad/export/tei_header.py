"""The header of an article's TEI file: what it is, where it comes from, how it was marked."""

from __future__ import annotations

from typing import get_args

from musnad import address, edtf, naming
from musnad.config import Config
from musnad.export.xml import Element, add
from musnad.model import Archive, Article, ClaimKind, Modality


def header(archive: Archive, config: Config, article: Article) -> Element:
    """The `teiHeader`."""
    root = Element("teiHeader")
    file = add(root, "fileDesc")
    title = add(file, "titleStmt")
    add(title, "title", naming.title(article), xml_lang=article.language)
    marked = add(title, "respStmt", xml_id="musnad")
    add(marked, "resp", "names, dates, figures, statements and their links marked by")
    add(marked, "name", "musnad", type="program")
    published = add(file, "publicationStmt")
    add(published, "publisher", next(iter(config.title.values())))
    add(published, "idno", article.id, type="article")
    if config.url:
        page = f"{config.url.rstrip('/')}/{address.article(article.id)}"
        add(published, "idno", page, type="URI")
    _source(add(add(file, "sourceDesc"), "bibl"), archive, article)
    _encoding(add(root, "encodingDesc"))
    languages = add(add(root, "profileDesc"), "langUsage")
    add(languages, "language", ident=article.language)
    return root


def _source(bibl: Element, archive: Archive, article: Article) -> None:
    """The report as it was published; the steps by which it came are told in their order."""
    add(bibl, "title", naming.title(article), level="a", xml_lang=article.language)
    for author in article.authors:
        add(bibl, "author", author)
    *agencies, last = naming.carriers(article) or (None,)
    for agency in agencies:
        add(bibl, "distributor", naming.name(archive, agency or ""))
    if last:
        add(bibl, "publisher", naming.name(archive, last))
    if article.date_published:
        day = edtf.single_day(article.date_published)
        add(bibl, "date", article.date_published, **{"when-iso": day.isoformat() if day else None})
    if article.url:
        add(bibl, "idno", article.url, type="URI")
    if article.archive_url:
        add(bibl, "idno", article.archive_url, type="archived")
    if article.source:
        add(bibl, "idno", article.source.sha256, type="SHA-256")


def _encoding(parent: Element) -> None:
    about = add(add(parent, "projectDesc"), "p")
    about.text = (
        "The words are those of the source, letter for letter; line breaks between paragraphs are left out. "
        "cert is the probability that a mark is right, as measured on articles marked by hand."
    )
    taxonomy = add(parent, "classDecl")
    for name, values in (("kind", get_args(ClaimKind)), ("modality", get_args(Modality))):
        own = add(taxonomy, "taxonomy", xml_id=name)
        for value in values:
            add(add(own, "category", xml_id=f"{name}.{value}"), "catDesc", value.replace("_", " "))
    add(
        add(taxonomy, "taxonomy", xml_id="edtf"),
        "desc",
        "Extended Date/Time Format, ISO 8601-2:2019, levels 0 to 2",
    )
