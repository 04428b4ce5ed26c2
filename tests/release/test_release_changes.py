"""A release, every kind of change, a release: every address of the first one leads to something true."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser

from musnad.release import ledger
from musnad.release.ledger import Ledger, Row
from tests.browser.axe import contrast, violations
from tests.browser.conftest import served
from tests.laws.conftest import SMALL, read
from tests.release.conftest import build, otherwise

Site = dict[str, bytes]
PEOPLE = "bali: {name_ar: بالي}\nmustafa_bali: {name_ar: مصطفى بالي, name_en: Mustafa Bali}\n"
MOVED = """
articles/a0000002.html: {withdrawn: 2026-11-30, why: طلب صاحبه}
questions/battle_over.html: {to: stories/baghuz.html, why: one page is enough}
stories/baghuz.html: {to: articles/a0000001.html}
entities/baghuz.html: {to: entities/syria.html}
"""
REFRESH = re.compile(r'<meta http-equiv=refresh content="0; url=([^"]+)">')
CANONICAL = re.compile(r"<link rel=canonical href=([^>]+)>")


class Archive:
    """The small archive before and after: both sites, the ledgers of both releases."""

    def __init__(self, root: Path) -> None:
        self.root = root
        content = root / "content"
        (content / "authority/people.yaml").write_text(PEOPLE, "utf-8")
        assert not build(root, "2026-11-22")
        self.before, self.first = read(root / "site"), self.ledger
        shutil.rmtree(content / "corrections")
        shutil.rmtree(content / "questions")
        shutil.rmtree(content / "stories")
        (content / "articles/a0000002.md").unlink()
        alter(content / "articles/a0000003.md", "title: بلا تاريخ", "title: عنوان آخر")
        alter(content / "articles/a0000001.md", "مصطفى بالي السبت", "مصطفى بالي الأحد")
        (content / "articles/a0000001.md").rename(content / "articles/other name.md")
        (content / "authority/people.yaml").write_text(
            PEOPLE.replace("ي}", "ي, same_as: [mustafa_bali]}", 1), "utf-8"
        )
        (content / "authority/places.yaml").write_text("syria: {name_ar: سوريا, name_en: Syria}\n", "utf-8")
        self.lost = build(root, "2026-12-01", otherwise)
        self.refused = read(root / "site")
        (content / "moved.yaml").write_text(MOVED, "utf-8")
        self.wrong = build(root, "2026-12-01", otherwise)
        self.after, self.second = read(root / "site"), self.ledger

    @property
    def ledger(self) -> Ledger:
        found, wrong = ledger.read((self.root / ledger.PATH).read_bytes())
        assert found is not None, wrong
        return found

    def addresses(self) -> list[tuple[str, Row]]:
        """Every address of the first release, in both languages, from the site's root."""
        found = []
        for home in self.first.rows:
            row = self.first.row(home)
            found += [(home, row)] if row.kind == "raw" else [(home, row), (f"en/{home}", row)]
        return [pair for pair in found if pair[0] in self.before]

    def followed(self, path: str) -> str:
        """The page where an old address ends."""
        return followed(self.after, path)


def followed(site: Site, path: str) -> str:
    """The page of a site where an address ends."""
    for _ in range(2):
        onwards = REFRESH.search(site[path].decode())
        if not onwards:
            return path
        path = urldefrag(urljoin(path, onwards[1]))[0]
    raise AssertionError(f"{path}: it leads to a page that leads on")


def alter(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("released") / "archive")))


def test_what_would_be_lost_is_told_and_nothing_is_published(archive: Archive) -> None:
    assert [(p.code, p.path) for p in sorted(archive.lost)] == [
        ("lost-article", "content/moved.yaml"),
        ("lost-entity", "content/moved.yaml"),
        ("lost-question", "content/moved.yaml"),
        ("lost-story", "content/moved.yaml"),
    ]
    assert archive.refused == archive.before
    assert archive.wrong == ()


def test_every_address_is_there(archive: Archive) -> None:
    assert len(archive.addresses()) > 80
    gone = [path for path, _ in archive.addresses() if path not in archive.after]
    assert gone == []
    ends = {archive.followed(path) for path, _ in archive.addresses()}
    assert ends <= archive.after.keys()


def test_every_page_that_leads_on_says_so_thrice(archive: Archive) -> None:
    for path, data in archive.after.items():
        html = data.decode() if path.endswith(".html") else ""
        if onwards := REFRESH.search(html):
            assert CANONICAL.findall(html) == [onwards[1]], path
            assert f"<a href={onwards[1]}>" in html, path


def test_anchors_of_articles_are_there(archive: Archive) -> None:
    for path, row in archive.addresses():
        if row.kind == "article" and "a0000002" not in path:
            old, new = (
                re.findall(r" id=((?:p\d|c[0-9a-z]{10})[^ >]*)", s[path].decode())
                for s in (archive.before, archive.after)
            )
            assert set(old) <= set(new), path
            assert len(new) == len(set(new)), path


def text_of(data: bytes) -> str:
    """A page's words in its main part."""
    main = data.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", main)).split())


def test_statements_lead_to_their_words(archive: Archive) -> None:
    words = {}
    for path, data in archive.before.items():
        if (
            found := re.search(r"<h1 class=said[^>]*>(.*?)</h1>", data.decode(), re.S)
            if path.startswith("claims/c")
            else None
        ):
            words[path] = " ".join(unescape(re.sub(r"<[^>]+>", "", found[1])).split()).strip("«»")
    statements = [row for home, row in archive.addresses() if row.kind == "statement" and home in words]
    assert len(statements) > 5
    fates = set()
    for row in statements:
        end = archive.followed(row.address)
        shown = text_of(archive.after[end])
        if row.place and row.place.article == "a0000002":
            assert re.search(r"تاريخ السحب\s*30 تشرين الثاني 2026", shown)
            assert "مصدر ينفي انتهاء المعركة 22 آذار 2019" in shown
            assert words[row.address] not in shown
            fates.add("withdrawn")
        elif end != row.address:
            assert end.startswith("claims/")
            assert words[row.address].split(" ", 1)[1] in shown
            fates.add("carried")
        else:
            assert words[row.address] in shown, row.address
            fates.add("unmarked" if "لم تعد هذه الكلمات" in shown else "stands")
    assert fates == {"withdrawn", "carried", "unmarked", "stands"}


def test_a_withdrawn_article_keeps_its_citation_and_nothing_more(archive: Archive) -> None:
    page = text_of(archive.after["articles/a0000002.html"])
    assert "مصدر ينفي انتهاء المعركة 22 آذار 2019" in page
    assert "طلب صاحبه" in page
    assert "كان في الإصدار 1 (22 تشرين الثاني 2026)." in page
    for path, data in archive.after.items():
        assert "شرقي سوريا".encode() not in data, path  # words that it alone had


def test_decisions_and_joined_records_lead_on(archive: Archive) -> None:
    assert archive.followed("questions/battle_over.html") == "articles/a0000001.html"
    assert archive.followed("stories/baghuz.html") == "articles/a0000001.html"
    assert archive.followed("en/entities/baghuz.html") == "en/entities/syria.html"
    assert archive.followed("entities/mustafa_bali.html") == "entities/bali.html"


def test_an_older_text_stays(archive: Archive) -> None:
    page = archive.after["articles/a0000001.v1.html"].decode()
    assert "<mark class=only>السبت</mark> إن" in page
    assert "<mark class=only>الأحد</mark> إن" in page
    assert "<link rel=latest-version href=../articles/a0000001.html>" in page
    assert "<link rel=version-history href=../articles/a0000001.html#versions>" in page
    present = archive.after["articles/a0000001.html"].decode()
    assert "href=../articles/a0000001.v1.html" in present
    kept = archive.root / "content/versions"
    assert sorted(path.name for path in kept.iterdir()) == [
        "a0000001.v1.md",
        "a0000001.v2.md",
        "a0000002.v1.md",
        "a0000003.v1.md",
    ]


@pytest.mark.parametrize(
    ("path", "number", "day"),
    [("articles/a0000001.v1.html", 1, "2026-11-22"), ("articles/a0000001.html", 2, "2026-12-01")],
)
def test_a_citation_names_the_text(archive: Archive, path: str, number: int, day: str) -> None:
    home = f"articles/a0000001.v{number}.html"
    html = unescape(archive.after[path].decode())
    text = text_of(archive.after[path])
    assert f"<link rel=cite-as href=../{home}>" in html
    assert "<link rel=latest-version href=../articles/a0000001.html>" in html
    assert (
        text.count(f"النص {number}، ") == text_of(archive.after[f"en/{path}"]).count(f"Text {number}, ") == 3
    )
    assert home in text
    records = archive.after["articles/a0000001.bib"].decode() if number == 2 else html.replace("%20", " ")
    assert f"النص {number} كما صدر في {day}." in records


def test_todays_text_keeps_its_address(archive: Archive) -> None:
    """What is cited of it today shows it, and does so when it is older than another."""
    home = "articles/a0000001.v2.html"
    assert archive.followed(home) == "articles/a0000001.html"
    assert archive.second.row(home).kind == "version"
    assert home not in archive.before
    root = archive.root.with_name("again")
    shutil.copytree(archive.root, root)
    article = root / "content/articles/other name.md"
    alter(article, "مصطفى بالي الأحد", "مصطفى بالي الاثنين")
    for date in (None, "2026-12-24"):
        assert not build(root, date, otherwise)
        site = read(root / "site")
        assert "مصطفى بالي <mark" in site[home].decode()
        assert "الأحد" in site[home].decode()
        assert ("articles/a0000001.v3.html" in site) == (date is not None)
    article.unlink()
    moved = root / "content/moved.yaml"
    gone = "entities/mustafa_bali.html: {withdrawn: 2026-12-25, why: nothing names him}\n"
    for said in ("{withdrawn: 2026-12-25, why: x}", "{to: articles/a0000003.html}"):
        moved.write_text(f"{MOVED}{gone}articles/a0000001.html: {said}\n", "utf-8")
        assert not build(root, None, otherwise)
        assert {f"articles/a0000001.v{n}.html" for n in (1, 2, 3)} <= read(root / "site").keys()


def test_the_ledger_never_shrinks(archive: Archive) -> None:
    assert archive.first.rows.keys() <= archive.second.rows.keys()
    for home in archive.first.rows:
        old, new = archive.first.row(home), archive.second.row(home)
        assert (old.kind, old.first) == (new.kind, new.first)
        former = b"<article class=former>" in archive.after[home]
        assert (new.last == 1) == former == (new.last is not None), home
    assert [release.date for release in archive.second.releases] == ["2026-11-22", "2026-12-01"]


def test_a_third_release_with_what_was_found_first(archive: Archive) -> None:
    root = archive.root.with_name("third")
    shutil.copytree(archive.root, root)
    assert not build(root, "2026-12-24")
    third = ledger.read((root / ledger.PATH).read_bytes())[0]
    assert third is not None
    assert archive.second.rows.keys() <= third.rows.keys()
    site = read(root / "site")
    assert [home for home in archive.second.rows if home not in site] == []
    unmarked = next(
        h
        for h, r in archive.addresses()
        if r.kind == "statement"
        and "لم تعد هذه" in text_of(archive.after[h])
        and r.place
        and r.place.article == "a0000003"
    )
    assert third.row(unmarked).last is None
    assert third.row(unmarked).first == 1


@pytest.mark.parametrize("how", ["file", "http"])
def test_every_address_opens_in_a_browser(archive: Archive, how: str, browser: Browser) -> None:
    paths = [path for path, _ in archive.addresses() if how == "http" or not path.startswith("en/")]
    opens(browser, archive.root / "site", paths, how)


def opens(browser: Browser, site: Path, paths: Iterable[str], how: str) -> None:
    """Open addresses of a site, from the disk without script or from a server: each ends where it should."""
    page = browser.new_context(java_script_enabled=how == "http").new_page()
    wrong, files = [], read(site)
    with served(site) as server:
        home = server if how == "http" else f"{site.as_uri()}/"
        for path in paths:
            if not path.endswith(".html"):
                continue
            response = page.goto(home + path, wait_until="domcontentloaded")
            end = re.compile(re.escape(home + followed(files, path)) + "(#.*)?$")
            page.wait_for_url(end, wait_until="domcontentloaded", timeout=10_000)
            if (response and not response.ok) or not page.locator("h1").count():
                wrong.append(path)
    page.context.close()
    assert wrong == []


RENAMED = "articles/a0000003.html: {to: articles/a0000009.html, why: another id}\n"


def test_addresses_of_a_second_release_after_a_third(archive: Archive, browser: Browser) -> None:
    """An article has another id, a text changes again, and the first lexicon is back: what the second release
    added (older texts, numbered ones, statements found with the other lexicon) leads on too."""
    root = Path(shutil.copytree(archive.root, archive.root.with_name("renamed")))
    articles = root / "content/articles"
    alter(articles / "other name.md", "مصطفى بالي الأحد", "مصطفى بالي الاثنين")
    alter(articles / "a0000003.md", "id: a0000003", "id: a0000009")
    (articles / "a0000003.md").rename(articles / "a0000009.md")
    assert [p.code for p in build(root, "2026-12-24")] == ["lost-article"]
    (root / "content/moved.yaml").write_text(MOVED + RENAMED, "utf-8")
    assert not build(root, "2026-12-24")
    site = read(root / "site")
    paths = [
        path
        for home, rest in archive.second.rows.items()
        for path in ((home,) if rest.startswith("raw\t") else (home, f"en/{home}"))
    ]
    assert [path for path in paths if path not in site] == []
    assert "السبت" in text_of(site["articles/a0000001.v1.html"])
    assert "الأحد" in text_of(site["articles/a0000001.v2.html"])
    assert followed(site, "articles/a0000003.html") == "articles/a0000009.html"
    rows = [archive.second.row(home) for home in archive.second.rows]
    own = [row for row in rows if row.kind == "statement" and row.place and row.place.article == "a0000003"]
    ends = {followed(site, row.address) for row in own}
    assert own
    assert all("نزوح العشرات" in text_of(site[end]) for end in ends), ends
    opens(browser, root / "site", paths, "http")


KINDS = (
    "articles/a0000001.html",  # with an older text
    "articles/a0000001.v1.html",
    "articles/a0000002.html",  # withdrawn
    "claims/c9ffwnmt6p3.html",  # withdrawn with it
    "claims/cvs9j23yx8d.html",  # no longer marked
    "about.html",
)


@pytest.mark.parametrize("language", ["", "en/"])
def test_pages_of_the_past_can_be_used(archive: Archive, language: str, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 900}).new_page()
    for path in KINDS:
        page.goto(f"{(archive.root / 'site').as_uri()}/{language}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], path
        page.emulate_media(color_scheme="dark")
        assert contrast(page) == [], path


def test_the_latest_release_is_told_at_the_foot(archive: Archive, browser: Browser) -> None:
    page = browser.new_page()
    for path, said in (
        ("index.html", "آخرها 2، 1 كانون الأول 2026"),
        ("en/index.html", "latest 2, 1 December 2026"),
    ):
        page.goto(f"{(archive.root / 'site').as_uri()}/{path}")
        shown = page.evaluate("getComputedStyle(document.querySelector('.foot .release'), '::after').content")
        assert said in shown
    assert archive.before["search.html"] == archive.after["search.html"]


def test_another_choice_of_languages_loses_nothing(archive: Archive) -> None:
    root = archive.root.with_name("languages")
    shutil.copytree(archive.root, root)
    alter(root / "site.toml", '["ar", "en"]', '["en"]')
    assert not build(root, "2026-12-24", otherwise)
    site = read(root / "site")
    for home in archive.second.rows:
        assert home in site
        if home.endswith(".html"):
            onwards = REFRESH.search(site[f"en/{home}"].decode())
            assert onwards
            end = followed(site, home)  # none leads to a page that only leads on
            assert urldefrag(urljoin(f"en/{home}", onwards[1]))[0] == end


STATED = re.compile(r" id=(c[0-9a-z]{10})")


@pytest.mark.parametrize("gone", [(1,), (2,), (1, 2)])
def test_a_withdrawn_older_text_takes_no_other_with_it(small: Path, gone: tuple[int, ...]) -> None:
    article = small / "content/articles/a0000001.md"
    days = ("السبت", "الأحد", "الاثنين")
    for folder in ("corrections", "questions", "stories"):
        shutil.rmtree(small / "content" / folder)
    ids: set[str] = set()
    for at, day in enumerate(days):
        alter(article, f"مصطفى بالي {days[at - 1] if at else day}", f"مصطفى بالي {day}")
        if at == 2:  # a statement that only the older texts have
            alter(article, "استسلم أكثر من 300 مقاتل منذ 9 آذار الماضي", "هذا كل ما في الأمر الآن")
        assert not build(small, f"2026-11-0{at + 1}")
        ids |= set(STATED.findall(read(small / "site")["articles/a0000001.html"].decode()))
    for number in gone:
        (small / f"content/versions/a0000001.v{number}.md").unlink()
    said = (f"articles/a0000001.v{n}.html: {{withdrawn: 2026-11-04, why: x}}\n" for n in gone)
    (small / "content/moved.yaml").write_text("".join(said), "utf-8")
    assert not build(small, "2026-11-04")
    site = read(small / "site")
    for number, day in enumerate(days, 1):
        home = f"articles/a0000001.v{number}.html"
        for path in (home, f"en/{home}"):
            shown = text_of(site[followed(site, path)])
            assert (f"مصطفى بالي {day}" in shown) == (number not in gone), path
        assert followed(site, home) == ("articles/a0000001.html" if number == 3 else home)
    now = text_of(site["articles/a0000001.html"])
    assert ("النص 3" in now) or gone == (1, 2)
    assert "articles/a0000001.v3.html" in now
    assert len(ids) > 2
    assert ids <= set(STATED.findall(site["articles/a0000001.html"].decode()))
