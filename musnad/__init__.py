"""musnad: an annotated archive of Arabic news, every statement with its chain of attribution."""

__version__ = "0.1.0"
