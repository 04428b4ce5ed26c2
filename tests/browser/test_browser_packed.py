"""An archive packed, sent, unpacked and opened with a double click."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import Browser

from musnad.commands import packing
from musnad.engine.work import opened
from tests.browser.whole import read, watched
from tests.browsers import both


@both
def test_a_zip_is_read_where_it_was_unpacked(site: Path, tmp_path: Path, browser: Browser) -> None:
    file = tmp_path / "archive.zip"
    with opened(site.parent, workers=1) as work:
        files, _ = packing.pack(site.parent, work, file, packing.zipped)
    folder = tmp_path / "من البريد (نسخة 2)"
    with zipfile.ZipFile(file) as sent:
        assert len(sent.namelist()) == files
        sent.extractall(folder)
    page = browser.new_context().new_page()
    home = f"{(folder / 'archive').as_uri()}/"
    told = watched(page, home)
    read(page, home, folder / "archive")
    page.context.close()
    assert told == []
