"""The ledger, curators' decisions and today's archive -> what pages tell of the past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from musnad import address
from musnad.model import Archive
from musnad.model.released import Former, Past, Release, Version
from musnad.problems import Problems
from musnad.release import decisions
from musnad.release.decisions import Decisions
from musnad.release.fates import Fates
from musnad.release.ledger import Ledger
from musnad.release.present import present
from musnad.release.texts import Texts
from musnad.release.versions import older

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
    releases = ledger.releases
    if release and release not in releases:
        releases = (*releases, release)
    if not ledger.releases:
        return Past(releases), decisions.check(said, (), {row.address for row in present(archive, texts)})
    versions, offered, missing = older(ledger, said, texts)
    today = _today(ledger, texts, release)
    pages = {address.version(article, v.number) for article, own in versions.items() for v in own}
    pages |= {address.version(article, number) for article, (number, _) in today.items()}
    raws = {version.raw for own in versions.values() for version in own if version.raw}
    now = {row.address for row in present(archive, texts)} | pages | raws
    wrong = decisions.check(said, ledger.rows.keys() | offered, now)
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
        today,
        tuple(_of(ledger, home) for home, rest in ledger.rows.items() if rest.startswith("list\t")),
        _folders(ledger, languages),
    ), (*missing, *texts.problems, *fates.problems)


def _today(ledger: Ledger, texts: Texts, release: Release | None) -> dict[str, tuple[int, Release]]:
    """The numbers of today's texts of articles with older ones, each with the release that first had it.

    A text that no release has had is none of them. One has its number even if all the older are withdrawn.
    """
    found = {}
    for article in texts.older:
        if texts.today(article) is None:
            continue
        number, known = texts.number(article), texts.released(article)
        first = ledger.release(known[1].first) if known and known[0] == number else release
        if first:
            found[article] = number, first
    return found


def _of(ledger: Ledger, home: str) -> Former:
    """A recorded address, as one that only leads on."""
    row = ledger.row(home)
    last = ledger.release(row.last or len(ledger.releases))
    return Former(home, row.kind, row.name, ledger.release(row.first), last, "moved")


def _folders(ledger: Ledger, languages: tuple[str, ...]) -> dict[str, tuple[Former, ...]]:
    """The recorded addresses by each folder of a language that has none any more."""
    old = {language for release in ledger.releases for language in release.languages[1:]}
    return {
        folder: tuple(_of(ledger, home) for home, rest in ledger.rows.items() if not rest.startswith("raw\t"))
        for folder in sorted(old - set(languages[1:]))
    }


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
