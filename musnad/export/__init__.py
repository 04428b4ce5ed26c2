"""The archive for other programs: feeds, lists of addresses, harvesting, and files in the field's formats.

Each module takes the archive and gives files (`Output`); none reads or writes the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musnad.config import Config
from musnad.export.atom import feeds
from musnad.export.json_api import api
from musnad.export.linked import linked
from musnad.export.oai import repository
from musnad.export.sitemap import robots, sitemap
from musnad.export.tables import tables
from musnad.export.tei import tei
from musnad.export.web_annotations import web_annotations
from musnad.model import Archive, Output

__all__ = ["FORMATS", "api", "feeds", "repository", "robots", "sitemap"]

# What `build.py export` writes into a folder, by the name it is asked for; what each is, in a line.
FORMATS: dict[str, tuple[Callable[[Archive, Config], Iterator[Output]], str]] = {
    "annotations": (web_annotations, "W3C Web Annotations: a page of them (JSON-LD) an article."),
    "linked": (linked, "Linked data: the archive as JSON-LD and as Turtle."),
    "tables": (tables, "Tables as JSON Lines and CSV, with a Frictionless Data Package."),
    "tei": (tei, "TEI P5: an XML file an article."),
}
