"""Pages of what was published: for every address that has no page of its own any more, and of older texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import structs

from musnad import address
from musnad.config import Config
from musnad.model import Archive, Article, Output
from musnad.model.released import Former, Past
from musnad.render.parts.rows import Rows
from musnad.render.values.common import Earlier, VersionRow
from musnad.render.values.page import Page, Planned
from musnad.render.values.past import FormerView, MissingView, VersionView
from musnad.render.words.language import Words, in_words

_FRONT = "index.html"


def plan_versions(archive: Archive, config: Config, rows: Rows, past: Past) -> Iterator[Planned]:
    """A page for every older text of an article."""
    for article in archive.articles:
        versions = past.versions.get(article.id, ())
        numbers = [version.number for version in versions]
        number_now = _number(article, past)
        now = tuple((f"p{at}", article.text[b.start : b.end]) for at, b in enumerate(article.blocks, 1))
        for at, version in enumerate(versions):
            yield (
                address.version(article.id, version.number),
                VersionView(
                    site=config,
                    version=version,
                    today=rows.article(article.id),
                    now=now,
                    number_now=number_now,
                    before=numbers[at - 1] if at else None,
                    after=numbers[at + 1] if at + 1 < len(numbers) else None,
                ),
            )


def earlier(article: Article, past: Past) -> Earlier:
    """What was published of an article before."""
    versions = past.versions.get(article.id, ())
    anchors = past.anchors.get(article.id, ())
    more = range(len(article.blocks), past.paragraphs.get(article.id, 0))
    return Earlier(
        versions=tuple(VersionRow(each.number, each.first, each.last) for each in versions),
        number=_number(article, past),
        anchors=tuple((key, at) for key, at in anchors if at is not None),
        lost=(*(f"p{at + 1}" for at in more), *(key for key, at in anchors if at is None)),
    )


def _number(article: Article, past: Past) -> int:
    """The number of an article's present text; texts between it and an older one may have been withdrawn."""
    if text := past.texts.get(article.id):
        return text[0]
    versions = past.versions.get(article.id, ())
    return versions[-1].number + 1 if versions else 1


def plan_formers(config: Config, past: Past) -> Iterator[Page]:
    """A page, in every interface language, for every citable address that has none of its own any more.

    Of an article that has had other texts also one that leads on from the address that will keep today's.
    """
    for former in past.formers:
        if former.kind != "raw":
            view = FormerView(site=config, former=former, to=former.to)
            for language in config.languages:
                yield Page(former.address, language, view)
    for article, (number, first) in past.texts.items():
        home, to = address.version(article, number), address.article(article)
        text = Former(home, "version", "", first, first, "present", to)
        for language in config.languages:
            yield Page(home, language, FormerView(site=config, former=text, to=to))


def plan_lists(config: Config, past: Past, planned: Mapping[str, Collection[str]]) -> Iterator[Page]:
    """A page that leads on for every published list, or further sheet of a page, that is no more.

    `planned` are the addresses that each interface language has.
    """
    for language in config.languages:
        for former in past.lists:
            if former.address not in planned[language]:
                to = nearest(former.address, planned[language])
                yield Page(former.address, language, FormerView(site=config, former=former, to=to))


def plan_languages(config: Config, past: Past, onwards: Mapping[str, str]) -> Iterator[Page]:
    """A page that leads on for every address in a folder of a language that no longer has one.

    They lead to the first language's page at the site's root, or where that, as `onwards` has it, only leads.
    """
    site = structs.replace(config, languages=config.languages[:1])
    for folder, formers in past.folders.items():
        for former in formers:
            to = onwards.get(former.address, former.address)
            view = FormerView(site=site, former=former, to=to)
            yield Page(f"{folder}/{former.address}", site.languages[0], view)


def plan_missing(config: Config) -> Iterator[Page]:
    """What hosts show at an address where nothing is; none where the archive's own address is not known."""
    if config.url:
        for language in config.languages:
            yield Page(address.MISSING, language, MissingView(site=config))


def nearest(home: str, planned: Collection[str]) -> str:
    """The list that a lost one belonged to: a page's first sheet, its folder's list, the front page."""
    folder, _, name = home.rpartition("/")
    stem, _, sheet = name.removesuffix(".html").rpartition(".p")
    first = f"{stem}.html" if stem and sheet.isdigit() else ""
    ways = (f"{folder}/{first}" if folder else first, f"{folder}/{_FRONT}", f"{folder}.html")
    return next((way for way in ways if way in planned and way != home), _FRONT)


def notices(past: Past, words: Mapping[str, Words], config: Config) -> Iterator[Output]:
    """In the place of every raw file that is no more, a text that says so in every interface language."""
    for former in past.formers:
        if former.kind == "raw":
            said = "\n\n".join(_notice(former, words[language], config) for language in config.languages)
            yield Output(former.address, f"{said}\n".encode())


def _notice(former: Former, words: Words, config: Config) -> str:
    own = words["former"]
    what = own["raw_withdrawn"] if former.fate == "withdrawn" else own["raw_gone"]
    on = in_words(former.on, words["date"]) if former.on else ""
    way = former.to or former.place
    rows = [what.format(date=on), former.why, former.article]
    rows.append(f"{config.url.rstrip('/')}/{way}" if config.url and way else f"../{way}" if way else "")
    return "\n".join(filter(None, rows))
