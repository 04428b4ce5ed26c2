"""The browser's index as files: numbers, packed lists, shards that an edit hardly touches."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.model import Archive, Article
from musnad.search import lists, shards
from musnad.search.numbers import number, rounded
from musnad.search.packing import levels, occurrences, pack, read_levels, read_occurrences, unpack
from musnad.search.squeeze import pieces, squeeze
from musnad.search.vocabulary import Readings, readings, vocabulary
from tests.search.made import archive, article, entries

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
IDS = st.text(LETTERS, min_size=7, max_size=7).map("a".__add__)
ARTICLES = st.dictionaries(IDS, st.sampled_from([0, 737_000, 737_001, 737_400]), max_size=60)


@given(ARTICLES)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_numbers_follow_day_and_id(days: dict[str, int]) -> None:
    numbers, bits = number((day, key) for key, day in days.items())
    order = sorted(days, key=lambda key: (days[key], key))
    assert all(numbers[a] < numbers[b] for a, b in pairwise(order))
    assert all(numbers[key] >> bits == day for key, day in days.items())


@given(ARTICLES, IDS)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_one_more_article_moves_none_of_another_day(days: dict[str, int], new: str) -> None:
    before, bits = number((day, key) for key, day in days.items())
    after, now = number((day, key) for key, day in {**days, new: 737_000}.items())
    if bits == now and new not in days:
        assert all(after[key] == before[key] for key, day in days.items() if day != 737_000)


@given(st.integers(0, 2**30))
@settings(derandomize=True, deadline=None)
def test_counts_are_told_to_an_eighth_and_change_seldom(count: int) -> None:
    about = rounded(count)
    assert about == count if count < 16 else count * 8 // 9 < about <= count
    assert rounded(about) == about <= rounded(count + 1)
    assert len({rounded(one) for one in range(count, count + 1 + count // 16)}) <= 2


@given(st.lists(st.integers(0, 2**50)))
@settings(derandomize=True, deadline=None)
def test_numbers_are_packed(numbers: list[int]) -> None:
    assert list(unpack(pack(numbers))) == numbers


def test_numbers_are_packed_as_in_source_maps() -> None:
    assert pack([0, 31, 32, 1024]) == "AfgBggB"


@given(st.dictionaries(st.integers(0, 99), st.integers(1, 31), min_size=1))
@settings(derandomize=True, deadline=None)
def test_levels_are_packed(by_place: dict[int, int]) -> None:
    ascending = dict(sorted(by_place.items()))
    assert dict(read_levels(levels(list(ascending.items())))) == ascending


@given(st.dictionaries(st.integers(0, 99), st.sets(st.integers(0, 5000), min_size=1).map(sorted)))
@settings(derandomize=True, deadline=None)
def test_occurrences_are_packed(by_place: dict[int, list[int]]) -> None:
    ascending = dict(sorted(by_place.items()))
    rows = [(place, 1, found) for place, found in ascending.items()]
    assert dict(read_occurrences(occurrences(rows))) == ascending


def test_no_code_of_a_piece_begins_another() -> None:
    assert sum(len(row) / 2**length for length, row in enumerate(pieces(), 1)) == 1
    assert squeeze("") == ""
    news = "وقال مسؤول في وزارة الدفاع إن القوات سيطرت على المدينة"
    assert len(squeeze(news)) < len(news) * 0.75


def files(given_archive: Archive) -> dict[str, bytes]:
    """The index's files by address."""
    return {
        output.path: output.data
        for output in shards.bundle(given_archive, entries(given_archive), readings())
    }


def drawn(count: int) -> list[Article]:
    """So many articles of drawn words, some of them in many articles."""
    draw = random.Random(1)
    letters = "ابتجحدرسعفقكلمنهوي"
    vocabulary = ["".join(draw.choices(letters, k=draw.randint(3, 7))) for _ in range(4000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    return [
        article(
            "a" + "".join(draw.choices(LETTERS, k=7)),
            " ".join(draw.choices(vocabulary, weights, k=150)),
            date_published=f"2018-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        )
        for _ in range(count)
    ]


def test_files_are_classic_scripts_named_by_what_they_hold() -> None:
    found = files(archive(drawn(60)))
    assert found == files(archive(reversed(drawn(60))))
    names = set()
    for path, data in found.items():
        script = re.fullmatch(r'musnad_index\("([a-z0-9-]+)",(.*)\);\n', data.decode(), re.DOTALL)
        assert script, path
        assert path == f"search/{script[1]}.js"
        json.loads(script[2])
        names.add(script[1])
    manifest = json.loads(re.sub(r"^[^,]*,|\);\n$", "", found["search/manifest.js"].decode()))
    assert {manifest["tables"], "manifest"} <= names
    for kind in "dpvx":
        told = manifest[kind]["shards"].split("|")[1]
        level = manifest[kind]["depth"]
        above = f"{kind}{level - 1}" if level else kind
        assert {f"{above}-{told[at : at + 10]}" for at in range(0, len(told), 10)} <= names


def test_one_more_article_changes_few_shards() -> None:
    articles = drawn(400)
    before, after = files(archive(articles[:-1])), files(archive(articles))
    new = sum(len(data) for path, data in after.items() if path not in before)
    assert len(before) > 100
    assert new / sum(map(len, after.values())) < 0.4


def test_a_list_of_very_many_shards_is_told_by_shards_of_its_own(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(lists, "TOP", 3)
    monkeypatch.setattr(lists, "SIZE", dict.fromkeys(lists.SIZE, 300))
    monkeypatch.setattr(lists, "NAMES", 300)
    found = files(archive(drawn(40)))
    manifest = json.loads(re.sub(r"^[^,]*,|\);\n$", "", found["search/manifest.js"].decode()))
    for kind in "pvx":
        assert manifest[kind]["depth"] >= 1
        assert len(manifest[kind]["shards"].split("|")[1]) <= 30


def test_an_empty_archive_has_an_index() -> None:
    found = files(archive([]))
    manifest = json.loads(re.sub(r"^[^,]*,|\);\n$", "", found["search/manifest.js"].decode()))
    assert manifest["documents"] == 0
    assert manifest["v"] == {"depth": 0, "shards": "|"}


def test_the_order_of_the_dictionary_is_no_matter() -> None:
    known: Readings = {word: (word,) for word in ("وزير", "بوزير")}  # «بوزير» is one more clitic before
    backwards = dict(reversed(known.items()))
    assert vocabulary([("زير", "زير")], known, {}) == vocabulary([("زير", "زير")], backwards, {})
