"""Stories: what is proposed as one, from a readable file of cases; what curators fix; laws of any input."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.crossref.events import Told, events
from musnad.crossref.links import Reading
from musnad.crossref.stories import stories
from musnad.model import Annotations, Article, Entity, Mention, Story

CASES = re.sub(r"^#   .*\n", "", Path(__file__).with_name("stories.txt").read_text("utf-8"), flags=re.M)
BLOCKS = [block for block in CASES.split("\n\n") if "article " in block]
OTHERS = 40


def reading(id_: str, day: str, about: list[str]) -> Reading:
    """What linking knows of an article."""
    return Reading(id_, day, tuple(about), (), {}, {})


def others() -> list[Reading]:
    """Articles of the same days about other things."""
    return [
        reading(f"x{number}", f"2018-04-{number % 28 + 1:02}", [f"شيء{number}{part}" for part in "ابتث"])
        for number in range(OTHERS)
    ]


def found(block: str) -> list[list[str]]:
    """The stories proposed in a block."""
    readings, fixed = others(), []
    ties: Counter[tuple[str, str]] = Counter()
    for row in block.splitlines():
        word, _, rest = row.partition(" ")
        if word == "article":
            head, _, about = rest.partition(":")
            id_, _, day = head.partition(" ")
            readings.append(reading(id_, f"2018-04-{int(day):02}" if day.strip() else "", about.split(",")))
        elif word == "tied":
            one, other, number = rest.split()
            ties[one, other] = int(number)
        elif word == "fixed":
            fixed.append(Story(id="fixed", articles=tuple(rest.split()), fixed=True))
    articles = sorted((article(each) for each in readings), key=lambda each: each.date_published or "9")
    own = {each.id: Annotations(each.id) for each in articles}
    made = stories(fixed, articles, own, {}, readings, ties)
    assert all(story.id == f"s-{story.articles[0]}" for story in made if not story.fixed)
    return [list(story.articles) for story in made if not story.fixed]


def article(of: Reading) -> Article:
    """The article of a reading."""
    return Article(id=of.article, title="", text="", blocks=(), date_published=of.day or None)


@pytest.mark.parametrize("block", BLOCKS)
def test_stories_are_proposed(block: str) -> None:
    assert found(block) == [row.split()[1:] for row in block.splitlines() if row.startswith("story ")]


def test_a_curators_story_is_in_order_of_time_with_its_names() -> None:
    """Those most of its articles have and few others; neither sources nor peoples, nor one of one article."""
    dates = {"a1": "2019-03-12~", "a2": "2019-03-23", "a3": "2019-03-20"}
    named = {"a1": ["baghuz", "syria", "afp"], "a2": ["baghuz", "bali"], "a3": ["baghuz", "syrians", "syria"]}
    articles = [
        Article(id=key, title="", text="", blocks=(), date_published=date)
        for key, date in sorted(dates.items(), key=lambda pair: pair[1])
    ]
    entities = {
        "baghuz": Entity("baghuz", "place", "الباغوز"),
        "syria": Entity("syria", "place", "سوريا"),
        "bali": Entity("bali", "person", "بالي"),
        "syrians": Entity("syrians", "group", "سوري"),
        "afp": Entity("afp", "organization", "فرانس برس", role="agency"),
    }
    own = {
        key: Annotations(key, tuple(Mention(0, 1, "", "place", "test", entity=id_) for id_ in ids))
        for key, ids in named.items()
    }
    fixed = Story(id="baghuz", articles=("a2", "a1", "a3"), fixed=True, title={"ar": "الباغوز"})
    (made,) = stories([fixed], articles, own, entities, [], {})
    assert made.articles == ("a1", "a3", "a2")
    assert made.when == "2019-03-12~/2019-03-23"
    assert made.entities == ("baghuz", "syria")
    assert made.title == fixed.title


def test_a_proposed_story_takes_no_curators_address() -> None:
    readings = [
        *others(),
        reading("a1", "2018-04-07", ["دوما", "غاز"]),
        reading("a2", "2018-04-07", ["دوما", "غاز"]),
    ]
    articles = [article(each) for each in readings]
    own = {each.id: Annotations(each.id) for each in articles}
    fixed = Story(id="s-a1", articles=("x1",), fixed=True)
    assert [story.id for story in stories([fixed], articles, own, {}, readings, {})] == ["s-a1", "s-a1-2"]


words = st.lists(st.sampled_from("ابتثجحخدذرزسشصضط"), min_size=1, max_size=6, unique=True)
told = st.lists(st.tuples(st.integers(700_000, 700_030), words), max_size=30)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(told, st.randoms(use_true_random=False))
def test_stories_hang_on_no_order_and_share_no_article(
    made: list[tuple[int, list[str]]], dice: random.Random
) -> None:
    ready = [Told(f"a{number}", day, tuple(terms)) for number, (day, terms) in enumerate(made)]
    day = {each.article: each.day for each in ready}
    ties = {(one.article, other.article): 2 for one, other in zip(ready, ready[3:], strict=False)}
    groups = events(ready, ties)
    mixed = dice.sample(ready, len(ready))
    assert events(mixed, dict(dice.sample(sorted(ties.items()), len(ties)))) == groups
    members = [key for group in groups for key in group]
    assert len(members) == len(set(members))
    for group in groups:
        assert len(group) > 1
        assert [day[key] for key in group] == sorted(day[key] for key in group)
        assert day[group[-1]] - day[group[0]] <= 21
