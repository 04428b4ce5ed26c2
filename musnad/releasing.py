"""Releases on the disk: the ledger, curators' decisions about addresses, the texts as they were released."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from musnad import address, annotate, ingest, inputs
from musnad.config import Config
from musnad.engine import disk
from musnad.model import Annotations, Archive, Article, Output, Value
from musnad.model.released import Former, Past, Release, Version
from musnad.problems import Problem, Problems, errors, problem
from musnad.release import decisions, ledger, past
from musnad.release.fates import Fates
from musnad.release.ledger import Ledger
from musnad.release.record import record
from musnad.release.texts import Texts, kept
from musnad.render.pages.past import notices
from musnad.render.words.language import Words
from musnad.render.words.stamp import stamp

_STYLE = "static/site.css"
_BEGUN = ".musnad/release"  # the number of a release that was begun and may not have been published
_KEPT = re.compile(r"(.+)\.v\d+\.md")


class Known(Value, frozen=True):
    """What an archive knows of its releases, the one included that is being made (`release`)."""

    ledger: Ledger
    past: Past
    texts: Texts
    release: Release | None = None


def known(
    root: Path, archive: Archive, languages: tuple[str, ...], date: str | None = None
) -> tuple[Known | None, Problems]:
    """What the archive at `root` has published, or None with what is wrong in the files that tell it.

    `date` is the day of the release that is being made, if one is. Every recorded address that the build
    would lose is a problem.
    """
    recorded, wrong = _ledger(root)
    said, unread = _decisions(root)
    if recorded is None or errors(unread):
        return None, (*wrong, *unread)
    release = _next(root, recorded, languages, date) if date else None
    if release and recorded.releases and release.date < recorded.releases[-1].date:
        last = recorded.releases[-1]
        return None, (problem("release-date", ledger.PATH, date=date, number=last.number, last=last.date),)
    if forgotten := _forgotten(root, recorded, archive):
        return None, (forgotten,)
    texts = Texts(recorded, archive, lambda path: _article(root, path))
    adopted = cache(lambda: annotate.joined(inputs.read_authority(root)[0]).adopted)
    told, problems = past.compile(recorded, said, archive, texts, adopted, languages, release)
    problems = (*problems, *_without_raw(root, told))
    found = Known(recorded, told, texts, release)
    return None if errors(problems) else found, problems


def statements(
    root: Path, articles: Iterable[Article], annotations: Iterable[Annotations]
) -> Callable[[str], Former | None]:
    """What has become of a statement that is no more, by its id; None where no release had it.

    The ledger is read only when somebody asks.
    """

    @cache
    def fates() -> Fates | None:
        recorded, said = _ledger(root)[0], _decisions(root)[0]
        if recorded is None:
            return None
        held = Archive(tuple(articles), {own.article: own for own in annotations}, *({},) * 6)
        texts = Texts(recorded, held, lambda path: _article(root, path))
        return Fates(recorded, held, texts, said, (), dict)

    def of(key: str) -> Former | None:
        known = fates()
        return known.statement(address.claim(key)) if known else None

    return of


def latest(root: Path) -> int:
    """The number of the latest release of the archive at `root`; 0 where there is none."""
    recorded, _ = _ledger(root)
    return len(recorded.releases) if recorded else 0


def stamped(outputs: Iterable[Output], of: Past, words: Mapping[str, Words]) -> Iterator[Output]:
    """A site's files, the latest release told at the foot of every page.

    It is told by the style sheet: told in the pages themselves, every page of the archive would be another
    one with every release.
    """
    for output in outputs:
        if output.path == _STYLE and of.release:
            output = Output(_STYLE, output.data + stamp(of.release, words))
        yield output


def left(root: Path, of: Past, words: Mapping[str, Words], config: Config) -> Iterator[Output]:
    """The raw files of older texts; notices in the place of those that are no more."""
    for versions in of.versions.values():
        for version in versions:
            if version.raw and (data := _raw(root, version)) is not None:
                yield Output(version.raw, data)
    yield from notices(of, words, config)


def keep(root: Path, archive: Archive, of: Known, paths: Iterable[str], languages: tuple[str, ...]) -> None:
    """Write a release into the archive: its articles' texts, then the ledger with the addresses of its pages.

    `paths` are those of all pages, from the site's root, where the first of `languages` stands.
    """
    assert of.release is not None
    disk.write(root / _BEGUN, str(of.release.number).encode())
    for article in archive.articles:
        path = root / kept(article.id, of.texts.number(article.id))
        data = (root / article.path).read_bytes()
        if not path.exists() or path.read_bytes() != data:
            disk.write(path, data, lasting=False)
    folders = tuple(f"{language}/" for language in languages[1:])
    homes = {path.split("/", 1)[1] if path.startswith(folders) else path for path in paths}
    made = record(of.ledger, of.release, archive, of.texts, of.past, sorted(homes))
    disk.write(root / ledger.PATH, ledger.write(made))


def published(root: Path) -> None:
    """To be called when a site is out: with it the latest release is, whatever stopped what recorded it."""
    if (begun := _begun(root)) and begun <= latest(root):
        (root / _BEGUN).unlink(missing_ok=True)


def _next(root: Path, of: Ledger, languages: tuple[str, ...], date: str) -> Release:
    """The release that is being made: the next one, or the last where it was recorded and never came out."""
    last = of.releases[-1] if of.releases else None
    if last and (last.date, last.languages) == (date, languages) and _begun(root) == last.number:
        return last
    return Release(len(of.releases) + 1, date, languages)


def _begun(root: Path) -> int:
    """The number of the release that was begun here and may not be out; 0 where there is none."""
    if not (root / _BEGUN).exists():
        return 0
    begun, _ = disk.read(root / _BEGUN)
    return int(begun) if begun and begun.isdigit() else 0


def _forgotten(root: Path, of: Ledger, archive: Archive) -> Problem | None:
    """A ledger that does not know an article of which a release has kept a text: it is not that release's."""
    if _begun(root):
        return None
    known = {address.article(article.id) for article in archive.articles} if of.releases else set()
    for path in sorted((root / "content/versions").glob("*.md")):
        named = _KEPT.fullmatch(path.name)
        if named and (home := f"articles/{named[1]}.html") not in of.rows and home not in known:
            return problem("lost-ledger", ledger.PATH, address=home, kept=f"content/versions/{path.name}")
    return None


def _ledger(root: Path) -> tuple[Ledger | None, Problems]:
    if not (root / ledger.PATH).exists():
        return Ledger(), ()
    data, wrong = disk.read(root / ledger.PATH, ledger.PATH)
    return (None, wrong) if data is None else ledger.read(data)


def _decisions(root: Path) -> tuple[decisions.Decisions, Problems]:
    if not (root / decisions.PATH).exists():
        return {}, ()
    data, wrong = disk.read(root / decisions.PATH, decisions.PATH)
    return ({}, wrong) if data is None else decisions.read(data)


def _raw(root: Path, version: Version) -> bytes | None:
    """The raw file of an older text, None where it is not there as it came."""
    source = version.article.source
    data = disk.read_raw(root, source.path) if source else None
    same = source and data is not None and hashlib.sha256(data).hexdigest() == source.sha256
    return data if same else None


def _without_raw(root: Path, of: Past) -> Problems:
    """The older texts whose raw files are not there any more as they came."""
    return tuple(
        problem("version-raw", version.article.source.path, number=version.number, address=version.raw)
        for versions in of.versions.values()
        for version in versions
        if version.raw and version.article.source and _raw(root, version) is None
    )


def _article(root: Path, path: str) -> tuple[Article | None, Problems]:
    """A released text, None where it was not kept."""
    if not (root / path).exists():
        return None, ()
    data, wrong = disk.read(root / path, path)
    return (None, wrong) if data is None else ingest.read_article(path, data)
