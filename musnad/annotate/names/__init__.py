"""Names: matched by authority records and lists, or by the words around them, and resolved to entities."""

from musnad.annotate.names.annotator import annotate

__all__ = ["annotate"]
