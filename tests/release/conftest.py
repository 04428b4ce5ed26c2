"""A small archive of its own for each test."""

from tests.laws.conftest import small

__all__ = ["small"]
