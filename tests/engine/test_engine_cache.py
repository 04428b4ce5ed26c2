"""The cache: what it gives back, and that nothing done to its file can make it fail or lie."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.engine.cache import Cache
from musnad.engine.fingerprint import code, digest
from musnad.model import Annotations, Mention, Quantity

FOUND = Annotations(
    article="a0000001",
    mentions=(
        Mention(start=0, end=4, text="300", type="quantity", by="t", value=Quantity(300.0, ">", "قتيل")),
        Mention(start=5, end=9, text="2019", type="date", by="t", value="2019"),
    ),
)


def test_values_come_back_in_a_later_run(tmp_path: Path) -> None:
    with Cache(tmp_path / "folder" / "cache.db") as cache:
        assert cache.get(b"key", Annotations) is None
        cache.put(b"key", FOUND)
        assert cache.get(b"key", Annotations) == FOUND
    with Cache(tmp_path / "folder" / "cache.db") as cache:
        assert cache.get(b"key", Annotations) == FOUND


def test_one_file_is_left(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache:
        cache.put(b"key", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["cache.db"]


def test_nothing_is_pickled(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache, pytest.raises(TypeError):
        cache.put(b"key", object())


def test_pruning_forgets_what_a_run_did_not_use(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache:
        for key in (b"got", b"left"):
            cache.put(key, 1)
    with Cache(tmp_path / "cache.db") as cache:
        cache.put(b"put", 1)
        cache.get(b"got", int)
        cache.prune()
    with Cache(tmp_path / "cache.db") as cache:
        assert [cache.get(key, int) for key in (b"got", b"put", b"left")] == [1, 1, None]


def test_an_entry_of_another_type_counts_as_absent(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache:
        cache.put(b"key", "text")
        assert cache.get(b"key", int) is None


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_no_cache_is_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(content)
    with Cache(path) as cache:
        cache.put(b"key", 1)
    with Cache(path) as cache:
        assert cache.get(b"key", int) == 1


def test_a_database_of_another_shape_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE entry (something TEXT)")
    database.close()
    with Cache(path) as cache:
        cache.put(b"key", 1)
        cache.flush()
        assert cache.get(b"key", int) == 1


def test_where_none_can_be_written_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "cache.db", tmp_path / "file" / "cache.db"):
        with Cache(path) as cache:
            cache.put(b"key", 1)
            assert cache.get(b"key", int) == 1


def test_two_runs_at_once(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as one, Cache(tmp_path / "cache.db") as other:
        one.put(b"one", 1)
        other.put(b"other", 2)
        one.flush()
        other.flush()
        assert one.get(b"other", int) == 2
        assert other.get(b"one", int) == 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers())
def test_damage_is_never_believed(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("damage") / "cache.db"
    values = {bytes([number]): [number] * 50 for number in range(200)}
    with Cache(path) as cache:
        for key, value in values.items():
            cache.put(key, value)
    dice = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(dice.choice([1, 8, 200])):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data[: dice.choice([len(data), dice.randrange(len(data))])])
    with Cache(path) as cache:
        for key, value in values.items():
            assert cache.get(key, list[int]) in (None, value)
            cache.put(key, value)
        cache.prune()
    with Cache(path) as cache:
        for key, value in values.items():
            assert cache.get(key, list[int]) in (None, value)


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_digests_keep_parts_apart(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_stages_have_code_of_their_own() -> None:
    assert code("annotate") == code("annotate")
    assert code("annotate") != code("render")
