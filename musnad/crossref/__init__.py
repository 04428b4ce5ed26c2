"""All Annotations -> Archive: the indexes that join articles to each other."""

from musnad.crossref.compile import compile
from musnad.crossref.links import find
from musnad.crossref.reading import Reading, read
from musnad.crossref.rejected import rejected

__all__ = ["Reading", "compile", "find", "read", "rejected"]
