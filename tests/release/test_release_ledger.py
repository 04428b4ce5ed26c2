"""The ledger: what is written is read, what no release wrote is told, and no address is ever taken out."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.model import Archive, Article, Block, Claim, Entity, Mention, Span
from musnad.model.released import AddressKind, Past, Release
from musnad.release import ledger, past
from musnad.release.ledger import Ledger, Place, Row, Text
from musnad.release.present import present as present_rows
from musnad.release.record import record
from musnad.release.spans import mapping
from musnad.release.texts import Texts
from tests.render.made import archive as made

KINDS: tuple[AddressKind, ...] = ("article", "statement", "entity", "day", "raw", "version", "list")
NUMBERS = st.integers(1, 3)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
PLACES = st.builds(
    lambda text, span: Place("a0000001", text, *(span or (None, None))),
    NUMBERS,
    st.none() | st.tuples(st.integers(0), st.integers(0)),
)
TEXTS = st.builds(Text, NUMBERS, st.none() | NUMBERS, st.text("0123456789abcdef", min_size=16, max_size=16))
ROWS = st.builds(
    Row,
    st.text(string.ascii_lowercase + string.digits + "./-_", min_size=1),
    st.sampled_from(KINDS),
    NUMBERS,
    st.none() | NUMBERS,
    st.none() | PLACES,
    st.none() | TEXTS,
    WORDS,
)
RELEASES = tuple(Release(n, f"2026-11-2{n}", ("ar", "en")) for n in (1, 2, 3))


@settings(derandomize=True, max_examples=200)
@given(st.lists(ROWS))
def test_what_is_written_is_read(rows: list[Row]) -> None:
    whole = Ledger(RELEASES, {row.address: row.rest for row in rows})
    assert ledger.read(ledger.write(whole)) == (whole, ())
    for row in {row.address: row for row in rows}.values():
        assert whole.row(row.address) == row


HEAD = ledger.write(Ledger(RELEASES)).decode()
GOOD = "about.html\tlist\t1\t\t\t\t\n"


@pytest.mark.parametrize(
    ("tail", "line", "reason"),
    [
        (GOOD.replace("list", "lists"), 6, "seven values"),
        (GOOD.replace("\t1", "\tone"), 6, "seven values"),
        (GOOD.replace("\t\t\n", "\n"), 6, "seven values"),
        (GOOD.replace("\n", "\r\n"), 6, "carriage return"),
        (f"<<<<<<< HEAD\n{GOOD}=======\n{GOOD}>>>>>>> other\n", 6, "two branches"),
        (f"{GOOD}\ufeff{GOOD}", 7, "byte order mark"),
        (GOOD + "\n", 7, "seven values"),
        (GOOD + GOOD, 7, "stands here twice"),
        (GOOD + GOOD.replace("about", "a"), 6, "not in order"),
        (GOOD.replace("\t1", "\t4"), 6, "no such release"),
        (GOOD.replace("\t1\t", "\t1\t4"), 6, "no such release"),
        (GOOD.rstrip("\n"), 6, "cut off"),
        ("# a note\n" + GOOD[:-1], 7, "cut off"),
    ],
)
def test_what_no_release_wrote(tail: str, line: int, reason: str) -> None:
    found, (wrong,) = ledger.read((HEAD + tail).encode())
    assert found is None
    assert (wrong.code, wrong.path, wrong.line) == ("bad-ledger", "content/addresses.tsv", line)
    assert reason in wrong.message


@pytest.mark.parametrize(
    "release",
    [
        "# release\t1\t2026-11-31\tar",
        "# release\t2\t2026-11-21\tar",
        "# release\t1\n",
        "\ufeff# release\t1\t2026-11-21\tar",
    ],
)
def test_releases_that_are_none(release: str) -> None:
    found, (wrong,) = ledger.read(f"{release}\n{GOOD}".encode())
    assert found is None
    assert (wrong.code, wrong.line) == ("bad-ledger", 1)


def test_releases_come_one_after_another() -> None:
    days = "# release\t1\t2026-11-22\tar\n# release\t2\t2026-11-{}\tar\n"
    assert ledger.read(days.format(22).encode())[1] == ()  # two on one day
    (wrong,) = ledger.read(days.format(21).encode())[1]
    assert wrong.line == 2
    assert "2026-11-22" in wrong.message


def archive(texts: dict[str, str], spans: dict[str, tuple[int, int]], named: dict[str, str]) -> Archive:
    """Articles of these texts; in each one statement and one name over the same words."""
    articles, mentions, claims = [], [], []
    for key, text in texts.items():
        article = Article(key, key, text, (Block(0, len(text), "body"),))
        articles.append(article)
        start, end = sorted((min(spans[key][0], len(text) - 1), min(spans[key][1], len(text))))
        end = max(end, start + 1)
        span = Span(start, end, text[start:end])
        id_ = f"c{key[1:]}{start:x}{end:x}"
        claims.append((article, Claim(id_, span, "direct", "assert", "test")))
        mentions.append((article, Mention(start, end, span.text, "person", "test", named[key])))
    return made(articles, mentions, claims, [Entity("salma", "person", "سلمى")])


KEYS = [f"a000000{n}" for n in range(4)]
ARCHIVES = st.builds(
    archive,
    st.fixed_dictionaries(
        {}, optional={k: st.text("ابت ج", min_size=1, max_size=30).filter(str.strip) for k in KEYS}
    ),
    st.fixed_dictionaries({k: st.tuples(st.integers(0, 30), st.integers(0, 30)) for k in KEYS}),
    st.fixed_dictionaries({k: st.sampled_from(["n-one", "n-two", "salma"]) for k in KEYS}),
)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(ARCHIVES, min_size=1, max_size=4))
def test_recorded_addresses_never_shrink(states: list[Archive]) -> None:
    """Whatever is in the releases; and whatever is lost has a fate or is told."""
    known = Ledger()
    kept: dict[str, Article] = {}
    for number, state in enumerate(states, 1):
        texts = Texts(known, state, lambda path: (kept.get(path), ()))
        found, wrong = past.compile(known, {}, state, texts, dict, ("ar",))
        present = {row.address for row in present_rows(state, texts)}
        formers = {former.address for former in found.formers}
        told = {p.message.split()[0] for p in wrong}
        articles = {row for row in known.rows if row.startswith("articles/")} - present
        assert told >= articles - formers - {f"articles/{k}.v{n}.html" for k in KEYS for n in range(9)}
        if not wrong:
            older = {f"articles/{a}.v{v.number}.html" for a, own in found.versions.items() for v in own}
            assert known.rows.keys() - present - older - {"index.html"} == formers
        release = Release(number, "2026-11-22", ("ar",))
        after = record(known, release, state, texts, found if not wrong else Past(), ["index.html"])
        assert known.rows.keys() <= after.rows.keys()
        assert ledger.read(ledger.write(after)) == (after, ())
        for article in state.articles:
            kept[f"content/versions/{article.id}.v{texts.number(article.id)}.md"] = article
        known = after


@settings(derandomize=True, max_examples=200)
@given(st.text("ابت جح", max_size=60), st.text("ابت جح", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_spans_lead_to_words_of_theirs(old: str, new: str, start: int, length: int) -> None:
    end = min(len(old), start + length)
    if start < end:
        there = mapping(old, new)(start, end)
        if there:
            assert 0 <= there[0] < there[1] <= len(new)
            words = mapping(old, old)(start, end)
            assert words is not None
            assert set(old[slice(*words)].split()) & set(new[slice(*there)].split())
        if old == new:
            assert bool(there) == bool(old[start:end].strip())
