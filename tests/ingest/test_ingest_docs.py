"""docs/files.md says every key and zone there is, and its examples are sound."""

import re
from pathlib import Path

import msgspec

from musnad.config import Config, read_config
from musnad.ingest import check_authority, read_article, read_authority
from musnad.ingest.authority import Record
from musnad.ingest.decode import MAX_BYTES
from musnad.ingest.front_matter import FrontMatter, Raw
from musnad.ingest.marks import GLUED, POST_KEYS, ZONES

DOCS = (Path(__file__).parents[2] / "docs/files.md").read_text("utf-8")


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```\n", DOCS, re.DOTALL)
    assert found
    return found[1]


def test_every_key_is_told() -> None:
    keys = [
        field.name for kind in (FrontMatter, Raw, Record, Config) for field in msgspec.structs.fields(kind)
    ]
    names = {f"`{key}`" for key in keys} | {f"`.{zone}`" for zone in (*ZONES, GLUED)}
    names |= {f'`{key}="…"`' for key in POST_KEYS}
    names.add(f"up to {MAX_BYTES:,} bytes")
    assert [name for name in sorted(names) if name not in DOCS] == []


def test_examples_are_sound() -> None:
    settings, problems = read_config(example("toml"))
    assert settings
    assert not problems
    article, problems = read_article("content/articles/a4z7k2mw.md", example("markdown").encode())
    assert article
    assert not problems
    assert [block.zone for block in article.blocks] == [
        "headline",
        "dateline",
        "body",
        "tweet",
        "credit",
        "residue",
    ]
    path, data = "content/authority/people.yaml", example("yaml").encode()
    entities, problems = read_authority(path, data)
    assert len(entities) == 2
    assert not problems
    assert not check_authority(entities, [(path, data)])
