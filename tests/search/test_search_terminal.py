"""The terminal's index: brought up to date, never opened where it is not ours, laws of what is found."""

from __future__ import annotations

import itertools
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.analyzer import analyze
from musnad.model import Archive, Article, Voice
from musnad.search.results import Results
from musnad.search.seal import seal, sealed
from tests.search.made import archive, article, claim, find, ids, search, update

WORDS = [
    "القوات",
    "وقوات",
    "بالباغوز",
    "الباغوز",
    "قتل",
    "مقاتلين",
    "مقاتل",
    "أسرى",
    "الأسير",
    "على",
    "علي",
    "157",
]
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=5
)
FOLDERS = itertools.count()


def articles(texts: list[str]) -> list[Article]:
    """Articles of these texts, of different days."""
    return [
        article(f"a{index:07}", text, title="", date_published=f"2019-03-{index + 1:02}")
        for index, text in enumerate(texts)
    ]


def answers(folder: Path, queries: list[str]) -> list[list[tuple[str, int]]]:
    """Ids and scores, best first, of each query."""
    return [[(r.id, r.score) for r in search(folder, query, limit=99).results] for query in queries]


@given(TEXTS, st.sampled_from(WORDS))
@settings(max_examples=30, derandomize=True, deadline=None)
def test_every_article_with_a_word_is_found_by_it(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], word: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / f"word{next(FOLDERS)}"
    found = ids(find(folder, archive(articles(texts)), word, limit=99))
    assert {f"a{index:07}" for index, text in enumerate(texts) if word in text.split()} <= set(found)


@given(TEXTS, st.lists(st.sampled_from(WORDS), min_size=2, max_size=3))
@settings(max_examples=30, derandomize=True, deadline=None)
def test_a_phrase_is_found_where_its_words_stand_in_sequence(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], phrase: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / f"phrase{next(FOLDERS)}"
    query = f'"{" ".join(phrase)}"'
    results = find(folder, archive(articles(texts)), query, limit=99).results
    exact = {f"a{i:07}" for i, text in enumerate(texts) if f" {' '.join(phrase)} " in f" {text} "}
    assert exact <= {result.id for result in results}
    for result in results:
        runs = [len(analyze(result.excerpt.text[start:end])) for start, end in result.excerpt.marks]
        assert max(runs) >= len(phrase)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(WORDS) | st.none()), max_size=6))
@settings(max_examples=15, derandomize=True, deadline=None)
def test_an_index_brought_up_to_date_answers_as_a_new_one(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str | None]]
) -> None:
    """Edits: an article gets one more word, or is taken out of the archive or put back."""
    kept = tmp_path_factory.getbasetemp() / f"kept{next(FOLDERS)}"
    texts = [" ".join(WORDS[start : start + 4]) for start in range(5)]
    present = [True] * 5
    for where, word in edits:
        if word is None:
            present[where] = not present[where]
        else:
            texts[where] += f" {word}"
        now = archive(one for one, here in zip(articles(texts), present, strict=True) if here)
        update(kept, now)
        new = tmp_path_factory.getbasetemp() / f"new{next(FOLDERS)}"
        update(new, now)
        assert answers(kept, WORDS) == answers(new, WORDS)


def test_only_what_changed_is_indexed(tmp_path: Path) -> None:
    made = articles(["بدأ القتال", "وصل الوفد", "انتهت الزيارة"])
    assert update(tmp_path, archive(made)) == 3
    assert update(tmp_path, archive(made)) == 0
    made[1] = article(made[1].id, "عاد الوفد")
    assert update(tmp_path, archive(made)) == 1
    said = claim(made[0], "القتال")
    assert update(tmp_path, archive(made, claims={made[0].id: [said]})) == 1
    assert update(tmp_path, archive(made), b"other code") == 3


def test_an_index_that_is_not_ours_is_never_opened(tmp_path: Path) -> None:
    folder, told = tmp_path / "index", tmp_path / "told"
    given_archive = archive(articles(["بدأ القتال"]))
    update(folder, given_archive)
    planted = pickle.dumps(_Touch(told))
    for path in folder.glob("*"):
        if path.suffix in (".toc", ".seg"):
            path.write_bytes(planted)
    with pytest.raises(LookupError):
        search(folder, "القتال")
    assert find(folder, given_archive, "القتال").total == 1
    assert not told.exists()


class _Touch:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (str(self.path), "w")


def test_a_seal_breaks_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("1")
    seal(tmp_path, {"note": "x"})
    assert sealed(tmp_path) == {"note": "x"}
    (tmp_path / "one").write_text("1")
    assert sealed(tmp_path) is None
    seal(tmp_path, {})
    (tmp_path / "two").write_text("")
    assert sealed(tmp_path) is None
    (tmp_path / "sealed.json").write_text("[" * 100_000)
    assert sealed(tmp_path) is None


def test_equal_scores_go_by_day_then_id(tmp_path: Path) -> None:
    days = {"a0000003": "2019-03-20", "a0000001": "2019-03-21", "a0000002": "2019-03-21", "a0000004": None}
    given_archive = archive(article(key, "وصل الوفد", date_published=day) for key, day in days.items())
    assert ids(find(tmp_path, given_archive, "الوفد")) == ["a0000001", "a0000002", "a0000003", "a0000004"]


def test_a_filter_of_a_word_with_several_terms_loses_none(tmp_path: Path) -> None:
    """«السورية» is found as one of the words and of the names that are written so."""
    one = article("a0000001", "أعلنت الشبكة السورية مقتل ثلاثة")
    two = article("a0000002", "قال سوري إن القصف توقف")
    said = {
        one.id: [claim(one, "مقتل ثلاثة", speaker=Voice(name="الشبكة السورية"))],
        two.id: [claim(two, "القصف توقف", speaker=Voice(name="سوري"))],
    }
    update(tmp_path, archive([one, two], claims=said))
    for query in ("speaker:السورية", 'speaker:"الشبكة السورية"'):
        assert one.id in {found.article for found in search(tmp_path, query).results}


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "-",
        "OR | -",
        "-القتال",
        '"',
        "ا" * 10_000,
        "كلمة " * 5000,
        '"' * 999,
        "\x00\u202e<script>",
        "*",
        "\ud800",
    ],
)
def test_a_hostile_query_finds_nothing(tmp_path: Path, query: str) -> None:
    assert find(tmp_path, archive(articles(["بدأ القتال"])), query).results == ()


def test_a_result_reads_in_a_terminal(tmp_path: Path) -> None:
    one = article("a0000001", "انتهى\x1b[2J القتال", title="خبر")
    result = find(tmp_path, archive([one]), "قتال").results[0]
    assert str(result) == (
        "خبر · 2019-03-20\n  a0000001#p1  قتال ← القتال (text)\n  انتهى [2J \x1b[1mالقتال\x1b[0m\n"
    )


def test_an_empty_archive_is_searched(tmp_path: Path) -> None:
    empty: Archive = archive([])
    assert find(tmp_path, empty, "كلمة") == Results(0)


def test_the_latest_first_is_by_the_day_shown(tmp_path: Path) -> None:
    made = [
        article(f"a{day:07}", f"قال بالي إن المعركة {day} انتهت", date_published=f"2019-03-{day}")
        for day in (11, 12, 13)
    ]
    said = {one.id: [claim(one, "المعركة", said="2010-01-01" if "12" in one.id else None)] for one in made}
    found = find(tmp_path, archive(made, claims=said), "المعركة", statements=True, by_date=True).results
    assert [one.date for one in found] == ["2019-03-13", "2019-03-12", "2019-03-11"]
