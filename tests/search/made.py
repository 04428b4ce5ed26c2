"""Archives made for a test, and the browser's index of one opened in a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from musnad import crossref
from musnad.arabic.fold import fold
from musnad.assets import assets
from musnad.ingest import read_article, read_authority
from musnad.model import Annotations, Archive, Article, Block, Claim, Entity, Mention, Span
from musnad.search import shards, terminal
from musnad.search.documents import Entry, day, entry, materials
from musnad.search.numbers import number
from musnad.search.results import Results
from musnad.search.vocabulary import readings

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = ("settings", "search")


def article(key: str, text: str, **more: Any) -> Article:
    """An article: each line of the text a paragraph of the body; its title is the first."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    fields = {"title": text.split("\n")[0], "date_published": "2019-03-20", **more}
    return Article(id=key, text=text, blocks=tuple(blocks), **fields)


def seeds() -> tuple[list[Article], tuple[Entity, ...]]:
    """The repository's own articles and records."""
    records = sorted((ROOT / "content/authority").glob("*.yaml"))
    entities = [entity for path in records for entity in read_authority(path.name, path.read_bytes())[0]]
    files = sorted((ROOT / "content/articles").glob("*.md"))
    return [read for path in files if (read := read_article(path.name, path.read_bytes())[0])], tuple(
        entities
    )


def mention(of: Article, words: str, entity: str, kind: str = "person") -> Mention:
    """The first place of a name in an article."""
    at = of.text.index(words)
    return Mention(at, at + len(words), words, kind, "test", entity=entity)  # type: ignore[arg-type]


def claim(of: Article, words: str, **more: Any) -> Claim:
    """A statement with these words as its content; `source` and `cue` as words too."""
    key = "c" + hashlib.sha256(f"{of.id}\n{fold(words)}".encode()).hexdigest()[:7]
    more |= {name: span(of, more[name]) for name in ("source", "cue") if name in more}
    return Claim(key, span(of, words), "direct", more.pop("modality", "assert"), "test", **more)


def span(of: Article, words: str) -> Span:
    """The first place of words in an article."""
    at = of.text.index(words)
    return Span(at, at + len(words), words)


def archive(
    articles: Iterable[Article],
    mentions: Mapping[str, Iterable[Mention]] | None = None,
    claims: Mapping[str, Iterable[Claim]] | None = None,
    entities: Iterable[Entity] = (),
) -> Archive:
    """The archive of these articles, with what is marked in them by article id."""
    all_articles = tuple(articles)
    found = [
        Annotations(
            article=one.id,
            mentions=tuple(sorted((mentions or {}).get(one.id, ()), key=lambda m: (m.start, -m.end))),
            claims=tuple((claims or {}).get(one.id, ())),
        )
        for one in all_articles
    ]
    made, problems = crossref.compile(all_articles, found, entities)
    assert problems == ()
    return made


def entries(given: Archive) -> list[Entry]:
    """An archive's articles as the search takes them."""
    return [entry(one) for one in materials(given)]


def update(folder: Path, given: Archive, made_by: bytes = b"test") -> int:
    """Bring the terminal's index up to date."""
    return terminal.update(folder, entries(given), made_by)


def search(folder: Path, query: str, **more: Any) -> Results:
    """What the terminal's index finds."""
    return terminal.search(folder, query, readings(), **more)


def find(folder: Path, given: Archive, query: str, **more: Any) -> Results:
    """What the terminal's search finds in an archive."""
    update(folder, given)
    return search(folder, query, **more)


def ids(results: Results) -> list[str]:
    """The ids of results, best first."""
    return [result.id for result in results.results]


def site(folder: Path, given: Archive, made: Iterable[Entry] | None = None) -> Path:
    """A folder with the browser's index of an archive, the scripts, and an empty page that loads them."""
    for output in (*assets(folder), *shards.bundle(given, made or entries(given), readings())):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    tags = "".join(f'<script src="static/{name}.js"></script>' for name in SCRIPTS)
    page = folder / "page.html"
    page.write_text(f'<!doctype html><meta charset="utf-8"><title>t</title>{tags}', "utf-8")
    return page


def opened(browser: Browser, page: Path) -> Page:
    """The page of `site` in a browser, its search in the variable `engine`."""
    made = browser.new_page()
    made.goto(page.as_uri())
    made.evaluate("() => { window.engine = musnad_search('search/'); }")
    return made


def find_in_browser(
    page: Page, query: str, statements: bool = False, by_date: bool = False
) -> dict[str, Any]:
    """What the browser's search finds: `total`, and `results` as its script shows them."""
    found: dict[str, Any] = page.evaluate(
        """async ([query, statements, by_date]) => {
            const found = await engine.find(query, statements, by_date);
            return { total: found.ranked.length, cut: found.cut, results: await engine.show(found, 0, 20) };
        }""",
        [query, statements, by_date],
    )
    return found


Asked = tuple[str, bool, bool]  # a query; whether among statements alone; whether the latest come first


def ranked_in_browser(page: Page, given: Archive, asked: Sequence[Asked]) -> list[list[terminal.Document]]:
    """All that the browser's search finds for each query in an archive, in order."""
    rows: list[list[list[int]]] = page.evaluate(
        """async (asked) => {
            const answers = [];
            for (const [query, statements, by_date] of asked) {
                const { ranked } = await engine.find(query, statements, by_date);
                answers.push(ranked.map(([key, score]) => [Math.floor(key / 2 ** 14), key % 2 ** 14, score]));
            }
            return answers;
        }""",
        [list(one) for one in asked],
    )
    numbers, _ = number((day(one), one.id) for one in given.articles)
    ids_of = {at: id_ for id_, at in numbers.items()}
    return [[terminal.Document(ids_of[at], place, score) for at, place, score in found] for found in rows]
