"""The page that hosts show at an address where nothing is: it works from any address, and is none to keep."""

from __future__ import annotations

from msgspec.structs import replace

from musnad.render import plan
from tests.render.archive import archive, config, site
from tests.render.html import Page


def test_its_links_lead_into_the_archive_from_any_address() -> None:
    for path in ("404.html", "en/404.html"):
        page = Page(site()[path].decode())
        found = [
            e.attributes[k] for e in page.elements for k in ("href", "src", "action") if k in e.attributes
        ]
        ways = [way for way in found if not way.startswith(("#", "https:"))]
        assert len(ways) > 10
        assert all(way.startswith("/archive/") for way in ways), ways
        led = [way.removeprefix("/archive/").partition("#")[0] for way in ways if ".html" in way]
        assert set(led) <= site().keys()


def test_it_is_no_address_to_keep() -> None:
    kept = {page.path: page.view.kept for page in plan(archive(), config())}
    assert not kept["404.html"]
    assert kept["index.html"]


def test_without_the_archives_address_there_is_none() -> None:
    assert not [page for page in plan(archive(), replace(config(), url=None)) if "404" in page.path]


def test_search_engines_leave_it_out() -> None:
    page = Page(site()["404.html"].decode())
    assert {"name": "robots", "content": "noindex"} in [e.attributes for e in page.elements]
