"""The archive for other programs: feeds, lists of addresses, harvesting, and files in the field's formats.

Each module takes the archive and gives files (`Output`); none reads or writes the disk.
"""

from __future__ import annotations

from musnad.export.atom import feeds
from musnad.export.oai import repository
from musnad.export.sitemap import robots, sitemap

__all__ = ["feeds", "repository", "robots", "sitemap"]
