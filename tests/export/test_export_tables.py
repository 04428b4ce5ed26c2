"""Tables and Web Annotations: rows as another program reads them back, marks found again by their words."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as some

from musnad.config import Config
from musnad.export.tables import tables
from musnad.export.web_annotations import quoted, web_annotations
from tests.export.made import TEXT, archive

CONFIG = Config(title={"ar": "أرشيف"}, url="https://example.org/")
MADE = {one.path: one.data.decode() for one in tables(archive(), CONFIG)}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(MADE[f"{name}.csv"].removeprefix("\ufeff"))))


def lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in MADE[f"{name}.jsonl"].splitlines()]


def test_a_statement_is_told_with_its_speaker_and_carriers() -> None:
    first = rows("statements")[0]
    assert (first["speaker"], first["speaker_name"], first["via"]) == ("", "الناطق", '["reuters"]')
    assert TEXT[int(first["start"]) : int(first["end"])] == first["text"]
    assert lines("statements")[0]["via"] == ["reuters"]


def test_both_files_of_a_table_say_the_same() -> None:
    package = json.loads(MADE["datapackage.json"])
    assert sorted(MADE) == sorted(["datapackage.json", *(one["path"] for one in package["resources"])])
    for one in package["resources"]:
        if one["format"] == "csv":
            name = one["path"].removesuffix(".csv")
            columns = [field["name"] for field in one["schema"]["fields"]]
            assert all(list(row) == columns for row in [*rows(name), *lines(name)])
            assert len(rows(name)) == len(lines(name)) > 0
            keys = [tuple(row[key] for key in one["schema"]["primaryKey"]) for row in rows(name)]
            assert len(set(keys)) == len(keys)


def test_texts_keep_their_paragraphs() -> None:
    assert rows("articles")[0]["text"] == TEXT


def test_annotations_say_what_a_mark_is() -> None:
    first, second = (json.loads(one.data) for one in web_annotations(archive(), CONFIG))
    assert first["id"] == "https://example.org/articles/a1.html#annotations"
    place, figure, *_ = first["items"]
    assert place["body"][1]["source"] == "https://example.org/entities/village.html"
    assert figure["body"][1]["value"] == "~ 20 مقاتل كبير"
    assert [item["motivation"] for item in second["items"]] == ["describing"]
    for item in first["items"]:
        quote, place = item["target"]["selector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]


@given(some.text("اب ", min_size=2, max_size=80), some.data())
def test_words_with_those_around_them_are_found_once(text: str, data: some.DataObject) -> None:
    start = data.draw(some.integers(0, len(text) - 1))
    end = data.draw(some.integers(start + 1, len(text)))
    quote = quoted(text, start, end)
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.find(whole) + len(quote["prefix"]) == start
    assert text.find(whole, text.find(whole) + 1) == -1
