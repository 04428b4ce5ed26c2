"""Bytes -> Article: raw files read and proposed as articles; article and authority files read and written."""
