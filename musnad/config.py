"""The archive's settings: site.toml as a `Config`."""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model import Value
from musnad.problems import Problems
from musnad.records import read_toml

Language = Literal["ar", "en"]


class Config(Value, frozen=True):
    """What an archive says of itself.

    `title` and `about` are by interface language. `languages` are the interfaces to build: the first at
    the site's root, others in a folder of their name. `url` is where the archive will be hosted, if known.
    """

    title: dict[Language, str]
    about: dict[Language, str] = msgspec.field(default_factory=dict)
    languages: tuple[Language, ...] = ("ar", "en")
    url: str | None = None


def read_config(text: str, path: str = "site.toml") -> tuple[Config | None, Problems]:
    """site.toml's text as settings, or None with what is wrong."""
    return read_toml(text, path, Config)
