"""How near raw proposals come to what curators confirmed of the five seeds; `pytest -s` prints the figures.

The seeds are five habits, not a sample: `proposals/` holds other outlets' habits, and the bar here only keeps
what is reached from being lost.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from musnad import edtf
from musnad.ingest import Proposal, align, propose, read_authority
from musnad.model import Entity

ROOT = Path(__file__).parents[2]
GOLD = json.loads((Path(__file__).parent / "gold_articles.json").read_text("utf-8"))["articles"]
ROLES = {
    "headline": "headline",
    "dek": "subhead",
    "caption": "caption",
    "dateline": "dateline",
    "subheading": "subhead",
}


@pytest.fixture(scope="module")
def records() -> tuple[Entity, ...]:
    files = sorted((ROOT / "content/authority").glob("*.yaml"))
    return tuple(entity for file in files for entity in read_authority(file.name, file.read_bytes())[0])


def proposal(name: str, records: tuple[Entity, ...]) -> Proposal:
    made, problems = propose(f"seeds/{name}", (ROOT / "seeds" / name).read_bytes(), records, date(2024, 6, 1))
    assert made
    assert not problems
    return made


def zones(made: Proposal, text: str) -> list[tuple[int, int, str, int | None]]:
    """The proposal's blocks as stretches of the raw text."""
    places = align(made.article, text)
    found = []
    for block in made.article.blocks:
        stretch = places.to_raw(block.start, block.end)
        assert stretch
        found.append((*stretch, block.zone, block.post))
    return found


def asked(gold: dict, text: str) -> list[tuple[str, object]]:
    """What the gold says: pairs of a kind of fact and the fact."""
    facts: list[tuple[str, object]] = [("title", gold["title"]), ("outlet", gold["outlet"])]
    facts += [("agencies", agency) for agency in gold["agencies"]]
    facts += [("date", edtf.days(gold["date"]) if gold["date"] else None)]
    if "source" in gold:
        facts.append(("credit", gold["source"]))
    for tweet in gold["tweets"]:
        author = tweet["author_span"]
        facts.append(
            ("tweets", (tweet["start"], author["end"], tweet["author_text"], tweet["handle"], tweet["date"]))
        )
    for role in gold["structure"]:
        if role["role"] in ROLES:
            stretch = text[role["start"] : role["end"]].strip()
            facts.append(("structure", (ROLES[role["role"]], stretch)))
    for residue in gold["boilerplate"]:
        for line in text[residue["start"] : residue["end"]].split("\n"):
            facts.append(("set apart", line.strip()))
    return facts


def said(made: Proposal, text: str) -> list[tuple[str, object]]:
    """What the proposal says, in the same terms."""
    article = made.article
    facts: list[tuple[str, object]] = [("title", article.title), ("outlet", article.outlet)]
    facts += [("agencies", agency) for agency in article.agencies]
    facts += [("date", edtf.days(article.date_published) if article.date_published else None)]
    if article.credit:
        facts.append(("credit", article.credit))
    stretches = zones(made, text)
    for number, post in enumerate(article.posts):
        own = [(start, end) for start, end, _, index in stretches if index == number]
        facts.append(("tweets", (own[0][0], own[-1][1], post.author, f"@{post.handle}", post.date)))
    for start, end, zone, post in stretches:
        words = text[start:end]
        if zone in set(ROLES.values()):
            facts.append(("structure", (zone, words)))
        if zone in ("residue", "appended") or (zone == "credit" and post is None):
            facts.append(("set apart", words))
    return facts


def test_proposals_against_gold(records: tuple[Entity, ...]) -> None:
    right, wanted, given = Counter(), Counter(), Counter()
    for name, gold in GOLD.items():
        text = (ROOT / "seeds" / name).read_text("utf-8")
        made = proposal(name, records)
        want, have = asked(gold, text), said(made, text)
        wanted.update(kind for kind, _ in want)
        given.update(kind for kind, _ in have)
        for fact in want:
            if fact in have:
                right[fact[0]] += 1
            else:
                print(f"{name}: not proposed: {fact}")
        for fact in have:
            if fact not in want:
                print(f"{name}: proposed, not so: {fact}")
    for kind in wanted:
        print(f"{kind:10} {right[kind]} of {wanted[kind]}, {given[kind]} proposed")
    share = sum(right.values()) / sum(wanted.values())
    print(f"in all     {share:.3f}")
    assert share >= 0.95
    assert sum(given.values()) - sum(right.values()) <= 2
