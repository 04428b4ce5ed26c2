"""All Annotations -> Archive: the indexes that join articles to each other."""

from musnad.crossref.compile import compile
from musnad.crossref.contexts import Context, block_index, context
from musnad.crossref.order import initial, sort_key

__all__ = ["Context", "block_index", "compile", "context", "initial", "sort_key"]
