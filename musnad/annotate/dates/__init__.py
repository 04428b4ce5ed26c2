"""Dates: the words, the grammar over them, and the EDTF values they mean."""

from musnad.annotate.dates.annotator import annotate, read

__all__ = ["annotate", "read"]
