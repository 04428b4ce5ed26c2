"""Workers: results in the items' order, however many there are, and memory that stays bounded."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from musnad.engine.cache import Cache
from musnad.engine.pool import Pool
from musnad.engine.work import Step, Work


def adder(amount: int) -> Callable[[int], int]:
    """How a worker adds; a number that is no number is an error in a worker."""
    return lambda number: number + amount


ADDING = Step("adding", "engine", adder, int, (10,))


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 5, 200])
def test_results_are_in_order(workers: int, count: int) -> None:
    made = Pool(workers, least=2).map(adder, (10,), iter(range(count)))
    assert list(made) == [number + 10 for number in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_a_worker_is_raised_here(workers: int) -> None:
    with pytest.raises(TypeError):
        list(Pool(workers, least=2).map(adder, (1,), [1, 2, None, 4]))  # type: ignore[list-item]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    made = Pool(2, least=2).map(adder, (1,), items())
    for _ in range(10):
        next(made)
    assert taken < 200
    made.close()  # type: ignore[attr-defined]


def test_only_what_is_not_known_is_made(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    for items in ([1, 2, 3, 2], [3, 4, 1]):
        with Cache(tmp_path / "cache.db") as cache:
            work = Work(cache, show=lambda *words: told.append(words))
            assert work.cached(ADDING, items) == [n + 10 for n in items]
    assert [done for _, done, _ in told] == [1, 2, 3, 1]


def test_other_means_other_results(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache:
        work = Work(cache)
        assert work.cached(ADDING, [1]) == [11]
        assert work.cached(Step("adding", "engine", adder, int, (20,)), [1]) == [21]


def test_results_that_stream_survive_the_cache(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.db") as cache:
        work = Work(cache)
        assert work.cached(ADDING, [1, 2]) == [11, 12]
        stream = work.streamed(ADDING, [1, 2, 3, 3])
        assert next(stream) == 11
        cache.flush()
        with contextlib.closing(sqlite3.connect(tmp_path / "cache.db")) as database:
            database.execute("DELETE FROM entry")
            database.commit()
        assert list(stream) == [12, 13, 13]
