"""Quantities: numbers, their comparators and what they count."""

from musnad.annotate.quantities.annotator import annotate, read

__all__ = ["annotate", "read"]
