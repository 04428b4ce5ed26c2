"""The terminal's index from search to search: what changed is indexed; one at a time; anew if it must be."""

from __future__ import annotations

import fcntl
import multiprocessing
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from musnad.model import Article
from musnad.search import keep, terminal
from musnad.search.documents import Entry
from musnad.search.seal import seal, sealed
from musnad.search.vocabulary import readings
from tests.search.made import archive, article, entries, ids


def articles(*texts: str) -> list[Article]:
    """Articles of these texts."""
    return [article(f"a{number:07}", text) for number, text in enumerate(texts)]


def ask(folder: Path, query: str, *texts: str, made_by: bytes = b"test") -> tuple[list[str], keep.Kept]:
    """What is found in articles of these texts, by an index in a folder, and how that came to be."""
    question = partial(terminal.search, query=query, readings=readings())
    results, how = keep.ask(folder, lambda: entries(archive(articles(*texts))), made_by, question)
    return ids(results), how


TEXTS = ("بدأ القتال", "وصل الوفد", "انتهت الزيارة")


def test_a_search_indexes_what_has_changed(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    assert ask(folder, "الوفد", *TEXTS) == (["a0000001"], keep.Kept(3))
    assert ask(folder, "الوفد", *TEXTS) == (["a0000001"], keep.Kept(0))
    assert ask(folder, "الوفد", *TEXTS[:2], "غادر الوفد") == (["a0000001", "a0000002"], keep.Kept(1))
    assert ask(folder, "الوفد", *TEXTS, made_by=b"other code") == (["a0000001"], keep.Kept(3))


def test_a_folder_that_somebody_changed_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    ask(folder, "الوفد", *TEXTS)
    (folder / "note.txt").write_text("mine")
    assert ask(folder, "الوفد", *TEXTS) == (["a0000001"], keep.Kept(3, "changed"))
    assert not (folder / "note.txt").exists()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves files open
@pytest.mark.parametrize("suffix", [".toc", ".seg"])
@pytest.mark.parametrize("damage", ["emptied", "cut", "overwritten", "gone"])
def test_a_damaged_index_is_made_anew(suffix: str, damage: str, tmp_path: Path) -> None:
    """Sealed all the same, as where the disk itself is at fault."""
    folder = tmp_path / "index"
    ask(folder, "الوفد", *TEXTS)
    note = sealed(folder)
    assert note is not None
    for path in folder.glob(f"*{suffix}"):
        whole = path.read_bytes()
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(
                {"emptied": b"", "cut": whole[: len(whole) // 2]}.get(damage, b"\xff" * len(whole))
            )
    seal(folder, note)
    assert ask(folder, "الوفد", *TEXTS) == (["a0000001"], keep.Kept(3, "damaged"))
    assert ask(folder, "الوفد", *TEXTS) == (["a0000001"], keep.Kept(0))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_update_that_broke_off_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    ask(folder, "الوفد", *TEXTS)

    def broken() -> Iterable[Entry]:
        yield from entries(archive(articles("وصل وفد ثان")))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep.ask(folder, broken, b"test", lambda _: None)
    answer, how = ask(folder, "الوفد", *TEXTS)
    assert (answer, how.indexed, how.anew) == (["a0000001"], 3, "changed")


def test_what_goes_wrong_twice_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        keep.ask(tmp_path / "index", list, b"test", lambda _: 1 // 0)


def test_one_search_waits_for_another(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    told = threading.Event()
    with open(tmp_path / "index.lock", "wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        asked = threading.Thread(
            target=lambda: keep.ask(folder, list, b"test", lambda _: None, told.set), daemon=True
        )
        asked.start()
        assert told.wait(20)
        assert not folder.exists()
    asked.join(20)
    assert folder.exists()


def _hold(path: str, ready: object, done: object) -> None:
    with open(path, "wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ready.set()  # type: ignore[attr-defined]
        done.wait(30)  # type: ignore[attr-defined]


def test_an_index_locked_by_another_program_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    ask(folder, "الوفد", *TEXTS)
    context = multiprocessing.get_context("fork")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(folder / "MAIN_WRITELOCK"), ready, done))
    other.start()
    try:
        assert ready.wait(20)
        answer, how = ask(folder, "الوفد", *TEXTS)
    finally:
        done.set()
        other.join(20)
    assert (answer, how.indexed) == (["a0000001"], 3)
    assert how.anew
