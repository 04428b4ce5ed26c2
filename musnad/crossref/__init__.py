"""All Annotations -> Archive: the indexes that join articles to each other."""

from musnad.crossref.compile import compile

__all__ = ["compile"]
