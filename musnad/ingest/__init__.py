"""Bytes -> Article: raw files read and proposed as articles; article and authority files read and written."""

from musnad.ingest.authority import check_authority, read_authority

__all__ = ["check_authority", "read_authority"]
