"""The ledger, curators' decisions and today's archive -> what pages tell of the past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from musnad import address
from musnad.model import Archive, Article
from musnad.model.released import Former, Past, Release, Version
from musnad.problems import Problem, Problems, problem
from musnad.release import decisions
from musnad.release.decisions import Decisions
from musnad.release.fates import Fates
from musnad.release.ledger import Ledger
from musnad.release.present import present
from musnad.release.texts import Texts, kept

Adopted = Callable[[], Mapping[str, str]]


def compile(
    ledger: Ledger,
    said: Decisions,
    archive: Archive,
    texts: Texts,
    adopted: Adopted,
    languages: tuple[str, ...],
    release: Release | None = None,
) -> tuple[Past, Problems]:
    """What has been published and is no more as it was, and the recorded addresses that would be lost.

    `said` are the curators' decisions; `adopted` gives the ids of entities that went into another's;
    `languages` are those of the interface now, `release` is the release that is being made, if one is.
    """
    releases = (*ledger.releases, release) if release else ledger.releases
    if not ledger.releases:
        return Past(releases), decisions.check(said, (), {row.address for row in present(archive, texts)})
    versions, missing = _versions(ledger, said, texts)
    older = {address.version(article, v.number) for article, own in versions.items() for v in own}
    raws = {version.raw for own in versions.values() for version in own if version.raw}
    now = {row.address for row in present(archive, texts)} | older | raws
    published = ledger.rows.keys() | older
    wrong = decisions.check(said, published, now)
    if wrong:
        return Past(releases), (*missing, *texts.problems, *wrong)
    fates = Fates(ledger, archive, texts, said, now, adopted)
    formers = fates.formers()
    anchors, marked = _anchors(ledger, formers, texts, fates)
    return Past(
        releases,
        formers,
        {
            article: tuple(_marked(v, marked.get((article, v.number), ())) for v in own)
            for article, own in versions.items()
        },
        anchors,
        _paragraphs(versions, texts),
        tuple(_of(ledger, home) for home, rest in ledger.rows.items() if rest.startswith("list\t")),
        _folders(ledger, languages),
    ), (*missing, *texts.problems, *fates.problems)


def _of(ledger: Ledger, home: str) -> Former:
    """A recorded address, as one that only leads on."""
    row = ledger.row(home)
    last = ledger.release(row.last or len(ledger.releases))
    return Former(home, row.kind, row.name, ledger.release(row.first), last, "moved")


def _folders(ledger: Ledger, languages: tuple[str, ...]) -> dict[str, tuple[Former, ...]]:
    """The recorded addresses by each folder of a language that has none any more."""
    old = {language for release in ledger.releases for language in release.languages[1:]}
    pages = [home for home, rest in ledger.rows.items() if not rest.startswith("raw\t")]
    return {folder: tuple(_of(ledger, home) for home in pages) for folder in sorted(old - set(languages[1:]))}


def _versions(
    ledger: Ledger, said: Decisions, texts: Texts
) -> tuple[dict[str, tuple[Version, ...]], Problems]:
    """The older texts of articles that are still there; those that were not kept and not withdrawn."""
    found: dict[str, list[Version]] = defaultdict(list)
    problems: list[Problem] = []
    for article, olds in texts.older.items():
        today = texts.today(article)
        if today is None:
            continue
        taken = {address.raw(article, today.source.path) if today.source else ""}
        for number, text in reversed(olds):
            home = address.version(article, number)
            if home in said:
                continue
            told = len(texts.problems)
            old = texts.text(article, number)
            last = text.last or text.first
            if old is None:
                if len(texts.problems) == told:
                    span = f"{text.first}–{last}" if last > text.first else f"{text.first}"
                    path = kept(article, number)
                    problems.append(problem("version-missing", path, address=home, releases=span))
                continue
            other = old.source and old.source.sha256 != (today.source and today.source.sha256)
            raw = _raw(old, number, taken) if other else None
            found[article].append(
                Version(number, old, ledger.release(text.first), ledger.release(last), (), raw)
            )
    return {article: tuple(reversed(own)) for article, own in found.items()}, tuple(problems)


def _raw(article: Article, number: int, taken: set[str]) -> str | None:
    """Where the raw file of an older text stands: where it stood, if no other stands there now."""
    if article.source is None:
        return None
    home = address.raw(article.id, article.source.path)
    raw = home if home not in taken else address.raw_version(article.id, article.source.path, number)
    taken.add(raw)
    return raw


_Marked = dict[tuple[str, int], list[tuple[str, int, int]]]  # by article and number of its text


def _anchors(
    ledger: Ledger, formers: Iterable[Former], texts: Texts, fates: Fates
) -> tuple[dict[str, tuple[tuple[str, int | None], ...]], _Marked]:
    """Where the ids of lost statements stand in their articles, and in older texts."""
    anchors: defaultdict[str, list[tuple[str, int | None]]] = defaultdict(list)
    marked: _Marked = defaultdict(list)
    for former in formers:
        place = ledger.row(former.address).place if former.kind == "statement" else None
        if place is None or place.start is None or place.end is None or texts.today(place.article) is None:
            continue
        key = former.address.removeprefix("claims/").removesuffix(".html")
        span = fates.span(place)
        anchors[place.article].append((key, span[0] if span else None))
        if place.text != texts.number(place.article):
            marked[place.article, place.text].append((key, place.start, place.end))
    return {article: tuple(own) for article, own in anchors.items()}, marked


def _marked(version: Version, anchors: Iterable[tuple[str, int, int]]) -> Version:
    return Version(version.number, version.article, version.first, version.last, tuple(anchors), version.raw)


def _paragraphs(versions: Mapping[str, Iterable[Version]], texts: Texts) -> dict[str, int]:
    found = {}
    for article, own in versions.items():
        today = texts.today(article)
        most = max(len(version.article.blocks) for version in own)
        if today and most > len(today.blocks):
            found[article] = most
    return found
