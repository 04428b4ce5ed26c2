"""Dates: the words, the grammar over them, and the EDTF values they mean."""

from musnad.annotate.dates.annotator import Date, annotate, read

__all__ = ["Date", "annotate", "read"]
