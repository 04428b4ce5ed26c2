"""Bytes -> Article: raw files read and proposed as articles; article and authority files read and written."""

from musnad.ingest.authority import check_authority, read_authority
from musnad.ingest.proposal import Evidence, Proposal
from musnad.ingest.read import read_article
from musnad.ingest.write import article_file

__all__ = [
    "Evidence",
    "Proposal",
    "article_file",
    "check_authority",
    "read_article",
    "read_authority",
]
