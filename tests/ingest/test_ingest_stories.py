"""Curators' stories as docs/files.md tells of them; what can be wrong in one is in tests/problems/."""

import re
from pathlib import Path

import msgspec

from musnad.ingest import read_story
from musnad.ingest.stories import Document

DOCS = (Path(__file__).parents[2] / "docs/files.md").read_text("utf-8")
STORIES = DOCS.partition("\n## Stories\n")[2].partition("\n## ")[0]


def test_the_example_is_sound() -> None:
    found = re.search(r"```yaml\n(.*?)```\n", STORIES, re.DOTALL)
    assert found
    story, problems = read_story("content/stories/convoy.yaml", found[1].encode())
    assert story
    assert not problems
    assert (story.id, story.fixed) == ("convoy", True)
    assert story.title["en"] == "The convoy to the old city"
    assert story.articles == ("at2x8g8j", "a4z7k2mw")
    assert story.questions == ("convoy_arrived",)
    assert {
        id_: found[1].splitlines()[line - 1].split("#")[0].strip(" -") for id_, line in story.lines.items()
    } == {
        "at2x8g8j": "at2x8g8j",
        "a4z7k2mw": "a4z7k2mw",
        "convoy_arrived": "questions: [convoy_arrived]",
    }


def test_every_key_is_told() -> None:
    names = {f"| `{field.name}` |" for field in msgspec.structs.fields(Document)}
    assert [name for name in sorted(names) if name not in STORIES] == []
