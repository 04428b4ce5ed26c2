"""An OAI static repository: all articles in Dublin Core in one file, which a gateway serves to harvesters.

Open Archives Initiative, "Specification for an OAI Static Repository and an OAI Static Repository
Gateway" (2004).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from musnad import address, naming
from musnad.arrival import newest
from musnad.config import Config
from musnad.export.xml import Element, add, document, indent
from musnad.model import Archive, Article, Output

_OAI = "http://www.openarchives.org/OAI/2.0/"
_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_HOST = re.compile(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+")  # as oai-identifier.xsd has it


def repository(archive: Archive, config: Config) -> Iterator[Output]:
    """`oai.xml`; none where the address of the archive or of its keeper (`contact`) is not told, no article
    has a day, or the address is no domain: the format must have them. Articles without a day are left out."""
    dated = newest(archive.articles)
    host = urlsplit(config.url or "").hostname or ""
    if config.url is None or config.contact is None or not dated or not _HOST.fullmatch(host):
        return
    url = f"{config.url.rstrip('/')}/oai.xml"
    root = Element(
        "Repository",
        {
            "xmlns": _STATIC,
            "xmlns:oai": _OAI,
            "xmlns:oai_dc": _OAI_DC,
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{_STATIC} {_STATIC}.xsd",
        },
    )
    about = add(root, "Identify")
    add(about, "oai:repositoryName", next(iter(config.title.values())))
    add(about, "oai:baseURL", url)
    add(about, "oai:protocolVersion", "2.0")
    add(about, "oai:adminEmail", config.contact)
    add(about, "oai:earliestDatestamp", min(day for day, _ in dated).isoformat())
    add(about, "oai:deletedRecord", "no")
    add(about, "oai:granularity", "YYYY-MM-DD")
    known = add(add(root, "ListMetadataFormats"), "oai:metadataFormat")
    add(known, "oai:metadataPrefix", "oai_dc")
    add(known, "oai:schema", f"{_OAI.removesuffix('/')}/oai_dc.xsd")
    add(known, "oai:metadataNamespace", _OAI_DC)
    records = add(root, "ListRecords", metadataPrefix="oai_dc")
    for day, article in dated:
        _record(records, archive, config, article, day, host)
    yield Output("oai.xml", document(indent(root)))


def _record(
    records: Element, archive: Archive, config: Config, article: Article, day: datetime.date, host: str
) -> None:
    record = add(records, "oai:record")
    header = add(record, "oai:header")
    add(header, "oai:identifier", f"oai:{host}:{article.id}")
    add(header, "oai:datestamp", day.isoformat())
    core = add(
        add(record, "oai:metadata"),
        "oai_dc:dc",
        xsi_schemaLocation=f"{_OAI_DC} {_OAI.removesuffix('/')}/oai_dc.xsd",
    )
    add(core, "dc:title", naming.title(article), xml_lang=article.language)
    for author in article.authors:
        add(core, "dc:creator", author)
    if article.outlet:
        add(core, "dc:publisher", naming.name(archive, article.outlet))
    for carrier in naming.carriers(article):
        if carrier != article.outlet:
            add(core, "dc:contributor", naming.name(archive, carrier))
    if article.date_published:
        add(core, "dc:date", article.date_published)
    add(core, "dc:type", "Text")
    add(core, "dc:format", "text/html")
    add(core, "dc:language", article.language)
    add(core, "dc:identifier", f"{(config.url or '').rstrip('/')}/{address.article(article.id)}")
    if article.url:
        add(core, "dc:source", article.url)
