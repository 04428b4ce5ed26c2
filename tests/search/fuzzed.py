"""Strings made to part two analyzers, of pieces from fuzz.toml; the same at every call."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from musnad.arabic import analyzer, clitics, fold
from musnad.search.query import parse, signs
from tests.search.made import ROOT


def _kinds() -> dict[str, list[str]]:
    """The pieces of each kind in fuzz.toml."""
    table = tomllib.loads(Path(__file__).with_name("fuzz.toml").read_text("utf-8"))
    return {
        name: [
            *kind.get("letters", ""),
            *kind.get("words", ()),
            *(chr(at) for a, b in fold.spans(kind.get("ranges", ())) for at in range(a, b + 1)),
        ]
        for name, kind in table.items()
    }


KINDS = _kinds()


def strings(number: int, seed: int = 1) -> Iterator[str]:
    """So many strings of up to forty pieces, each of one to four kinds."""
    draw = random.Random(seed)
    kinds = list(KINDS.values())
    for _ in range(number):
        some = draw.choices(kinds, k=draw.randint(1, 4))
        yield "".join(draw.choice(draw.choice(some)) for _ in range(draw.randint(0, 40)))


def opened(browser: Browser) -> Page:
    """A page with the analyzer and the parser of the browser in it."""
    page = browser.new_page()
    for name in ("analyzer", "search-query"):
        page.add_script_tag(content=(ROOT / f"static/{name}.js").read_text("utf-8"))
    page.evaluate(
        """([table, signs]) => {
            const { analyze, fold, guesses } = musnad_analyzer(table);
            const { parse } = musnad_query(signs, analyze, fold);
            window.read = (texts) => JSON.stringify(JSON.parse(texts).map((text) => {
                const tokens = analyze(text);
                const guessed = tokens.map(([form]) => guesses(form));
                return { fold: fold(text), tokens, guesses: guessed, query: parse(text) };
            }));
        }""",
        [analyzer.table(), signs()],
    )
    return page


def read_by_browser(page: Page, texts: Iterable[str]) -> list[dict[str, Any]]:
    """What the browser makes of texts: `fold`, `tokens` (offsets count UTF-16 units), `guesses`, `query`.

    They go as JSON in ASCII, since halves of a pair have no UTF-8.
    """
    found: list[dict[str, Any]] = json.loads(page.evaluate("texts => read(texts)", json.dumps(list(texts))))
    return found


def read_here(text: str) -> dict[str, Any]:
    """The same made in Python."""
    places = list(accumulate((1 + (ord(letter) > 0xFFFF) for letter in text), initial=0))
    tokens = analyzer.analyze(text)
    query = parse(text)
    whole = {
        "fold": fold.fold(text),
        "tokens": [(token, places[start], places[end]) for token, start, end in tokens],
        "guesses": [clitics.guesses(token) for token, _, _ in tokens],
        "query": {
            "clauses": query.clauses,
            "excluded": query.excluded,
            "filters": query.filters,
            "days": query.days,
            "cut": query.cut,
        },
    }
    made: dict[str, Any] = json.loads(json.dumps(whole))
    return made


def differing(page: Page, texts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Texts that the browser reads otherwise than Python, with what differs."""
    left = iter(texts)
    while some := list(islice(left, 5000)):
        for text, theirs in zip(some, read_by_browser(page, some), strict=True):
            ours = read_here(text)
            if ours != theirs:
                yield text, [name for name in ours if ours[name] != theirs[name]]
