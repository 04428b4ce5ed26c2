"""Other words for those of a query, alike in Python and in the browser; what mistyped ones may have been."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from musnad.arabic.analyzer import analyze
from musnad.arabic.fold import fold
from musnad.model import Archive
from musnad.search import completions, lists, terminal
from musnad.search.likeness import Name, distance, keys, related, sounds
from musnad.search.meant import retyped
from musnad.search.vocabulary import readings
from musnad.search.words import Words
from tests.search.made import archive, article, entries, opened, site, update
from tests.search.test_search_browser import searched

__all__ = ["searched"]  # the fixture: the seeds, annotated

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("meant.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.fixture(scope="module")
def page(searched: Archive, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The browser's index of the seeds in small shards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "SIZE", dict.fromkeys(lists.SIZE, 400))
        patch.setattr(completions, "MANY", 6)
        made = opened(chromium, site(tmp_path_factory.mktemp("أسماء"), searched))
    yield made
    made.close()


@pytest.fixture(scope="module")
def words(searched: Archive) -> Words:
    """The words of the seeds."""
    return Words.of(entries(searched))


def in_browser(page: Page, what: str, texts: list[str]) -> list[Any]:
    """What the browser makes of texts."""
    found: list[Any] = page.evaluate(
        """async ([what, texts]) => {
            const near = await engine.near(), found = [];
            for (const text of texts) found.push(await near[what](text));
            return found;
        }""",
        [what, texts],
    )
    return found


def mistyped(of: Archive) -> list[str]:
    """Words of an archive with a letter changed, left out, doubled or exchanged."""
    draw = random.Random(3)
    known = sorted({word for one in of.articles for word in one.text.split() if 4 < len(word) < 12})
    made = []
    for word in draw.sample(known, 120):
        at = draw.randrange(1, len(word) - 1)
        letter = draw.choice([draw.choice(LETTERS), "", word[at] * 2, word[at + 1] + word[at]])
        made.append(
            word[:at] + letter + word[at + (2 if len(letter) == 2 and letter[0] != letter[1] else 1) :]
        )
    return made


def test_what_was_meant_is_the_same_in_both(
    searched: Archive, words: Words, page: Page, tmp_path: Path
) -> None:
    update(tmp_path, searched)
    texts = [row[0] for row in CASES] + mistyped(searched) + ["قسد الباقوز", "Baghuz", "-", "Trumpp نفى"]
    ours = [terminal.suggest(tmp_path, text, readings(), words) for text in texts]
    assert in_browser(page, "meant", texts) == ours
    assert sum(map(bool, ours)) > 60


@pytest.mark.parametrize("case", CASES, ids=[row[0] for row in CASES])
def test_mistyped_words_are_recognised(
    case: list[str], searched: Archive, words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "meant"
    update(folder, searched)
    asked, meant = case
    found = [fold(one) for one in terminal.suggest(folder, asked, readings(), words)]
    assert fold(meant) in found if meant else found == []


def test_beginnings_are_completed_as_the_list_has_them(searched: Archive, words: Words, page: Page) -> None:
    every = sorted({*completions._entities(searched, 1)})
    every += [(word.form, completions._word(word)) for word in words.all()]
    for text in ("ب", "ا", "ترا", "دونالد تر", "tru", "قوات", "baghuz", "س"):
        begins = " ".join(form for form, _, _ in analyze(text))
        best = completions.best(one for key, one in every if key.startswith(begins))
        [found] = in_browser(page, "complete", [text])
        got = [(one["kind"], one["id"], one["name"]) for one in found["found"]]
        assert got == [(one.kind, one.id, one.name) for one in best], text


def test_distances_are_the_same_both_ways() -> None:
    draw = random.Random(9)
    for _ in range(300):
        one, other = ("".join(draw.choices(LETTERS, k=draw.randint(1, 8))) for _ in range(2))
        assert distance(one, other) == distance(other, one)
        assert distance(one, one) == 0
        assert retyped(retyped(one)) == one


def test_a_name_is_known_in_another_script() -> None:
    for word, form in (("Trump", "ترمب"), ("Baghouz", "باغوز"), ("Netanyahu", "نتنياهو"), ("Houthi", "حوثي")):
        assert sounds(word.lower(), form) == 0
        assert set(keys(word.lower())) & set(keys(form))
        assert related(word.lower(), "", [Name(form, "a")]) == [form]
    assert related("hassan", "", [Name("حسن", "a"), Name("حسين", "a")]) == ["حسن"]
    assert related("سليم", "", [Name("سالم", "a")]) == []


def test_two_spellings_in_one_archive_find_each_other(chromium: Browser, tmp_path: Path) -> None:
    texts = ["قال لوكاشينكو إن الحدود آمنة", "وصل لوكاشنكو مساء", "عاد سالم", "عاد سليم"]
    made = archive(article(f"a000000{at}", text) for at, text in enumerate(texts))
    update(tmp_path / "index", made)
    page = opened(chromium, site(tmp_path, made))
    for query, ids in (
        ("لوكاشينكو", "01"),
        ("لوكاشنكو", "01"),
        ("Lukashenko", "01"),
        ("سالم", "2"),
        ("سليم", "3"),
    ):
        expected = [f"a000000{at}" for at in ids]
        assert (
            sorted(one.article for one in terminal.documents(tmp_path / "index", query, readings()))
            == expected
        ), query
        found = page.evaluate(
            "async (query) => (await engine.show(await engine.find(query), 0, 9)).map((one) => one.id)", query
        )
        assert sorted(found) == expected, query
    page.close()
