"""The archive's settings: site.toml as a `Config`."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from musnad.model import Value
from musnad.problems import Problems, problem
from musnad.records import parse_toml, read_toml, toml_lines

Language = Literal["ar", "en"]


class Config(Value, frozen=True):
    """What an archive says of itself.

    `title` and `about` are by interface language. `languages` are the interfaces to build: the first at
    the site's root, others in a folder of their name. `url` is where the archive will be hosted, if known.
    `warnings`: whether pages warn of graphic words that no curator has judged.
    `whoosh`: whether the terminal's search keeps its index. `offline`: whether a browser that has visited the
    hosted site keeps it for reading without a network.
    `license`: the address of the licence of what the archive itself adds. `contact`: the address (e-mail)
    of who keeps the archive, for harvesters. `crawlers`: whom robots.txt asks to stay away: nobody («all»),
    those that collect texts for training models («no-ai»), everybody («none»).
    """

    title: dict[Language, str]
    about: dict[Language, str] = msgspec.field(default_factory=dict)
    languages: Annotated[tuple[Language, ...], msgspec.Meta(min_length=1)] = ("ar", "en")
    url: str | None = None
    warnings: bool = True
    whoosh: bool = True
    offline: bool = True
    license: Annotated[str, msgspec.Meta(pattern=r"^https?://\S+$")] | None = None
    contact: Annotated[str, msgspec.Meta(pattern=r"^[^@\s]+@([^@\s.]+\.)+[^@\s.]+$")] | None = None
    crawlers: Literal["all", "no-ai", "none"] = "all"


def read_config(text: str, path: str = "site.toml") -> tuple[Config | None, Problems]:
    """site.toml's text as settings, or None with what is wrong."""
    if below := _below(text, path):
        return None, below
    config, problems = read_toml(text, path, Config)
    if config and len(set(config.languages)) < len(config.languages):
        rows = text.splitlines()
        line = next((number for number, row in enumerate(rows, 1) if row.startswith("languages")), 0)
        reason = "«languages»: a language stands here twice"
        return None, (problem("bad-value", path, line, key="languages", reason=reason),)
    return config, problems


def _below(text: str, path: str) -> Problems:
    """Settings that stand below a table's name in brackets, and so would belong to the table."""
    known = {field.encode_name for field in msgspec.structs.fields(Config)}
    data, _ = parse_toml(text, path)
    tables = [(name, value) for name, value in (data or {}).items() if isinstance(value, dict)]
    lines = toml_lines(text)
    return tuple(
        problem("key-below-table", path, lines.get((table, key), 0), key=key, table=table)
        for table, value in tables
        for key in value
        if key in known
    )
