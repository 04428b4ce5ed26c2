"""The site as a ZIM file for Kiwix, with its own full-text index in Arabic (openZIM, by libzim).

libzim gives a file and its index ids by chance; here they are made from the site's bytes, so that the same
site gives the same file. ZIM file format 6.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Iterator
from html import unescape
from importlib import resources
from pathlib import Path

from libzim.writer import Creator, FileProvider, Hint, IndexData, Item

from musnad import __version__, address, naming
from musnad.commands.packing import Site
from musnad.interface import HOUSE
from musnad.model import Archive

_LANGUAGES = {"ar": "ara", "en": "eng"}  # ISO 639-3
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_INDEX = b"\x0f\x0dXapian Glass"  # begins a Xapian database; its UUID comes after the version's two bytes
_ID = 16  # bytes of a UUID, and of the MD5 at the file's end


class _Words(IndexData):  # type: ignore[misc]
    """What the full-text index has of a page; nothing of one without words of its own."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title, self._words = title, words

    def has_indexdata(self) -> bool:
        return bool(self._words)

    def get_title(self) -> str:
        return self._title

    def get_content(self) -> str:
        return self._words

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self._words.split())


class _File(Item):  # type: ignore[misc]
    """A file of the site. Pages that are about something are found by their title and words."""

    def __init__(self, site: Site, path: str, words: str) -> None:
        super().__init__()
        self._file, self._path, self._words = site.folder / path, path, words
        if path == "sw.js":  # a reader of ZIM files has all of it; nothing is kept beside that
            self._file = HOUSE / "static/sw-off.js"
        found = _TITLE.search(self._file.read_text("utf-8")) if path.endswith(".html") else None
        self._title = unescape(found[1]).strip() if found else path

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        return mimetypes.guess_type(self._path)[0] or "application/octet-stream"

    def get_contentprovider(self) -> FileProvider:
        return FileProvider(self._file)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: bool(self._words)}

    def get_indexdata(self) -> IndexData:
        return _Words(self._title, self._words)


def zimmed(site: Site, file: Path) -> None:
    """Write the site into a ZIM file."""
    first = site.config.languages[0]
    words = dict(_words(site.archive))
    with Creator(file).config_indexing(True, _LANGUAGES[first]).config_nbworkers(1) as made:
        made.set_mainpath("index.html")
        made.add_illustration(
            48, resources.files("musnad.export").joinpath("data", "icon-48.png").read_bytes()
        )
        for name, told in _metadata(site).items():
            made.add_metadata(name, told)
        for path in site.paths:
            if path.endswith(address.MISSING):  # hosts' alone: its links begin at their root
                continue
            made.add_item(_File(site, path, words.get(path, "")))
    _settle(file, site)


def _words(archive: Archive) -> Iterator[tuple[str, str]]:
    """By page the words it is found by: an article's text, an entity's names, a question, a story's title."""
    for article in archive.articles:
        yield address.article(article.id), f"{naming.title(article)}\n{article.text}"
    for key in archive.appearances:
        if one := archive.entities.get(key):
            yield address.entity(key), " ".join(filter(None, (one.name_ar, one.name_en, *one.aliases)))
    for question in archive.questions:
        yield address.question(question.id), " ".join(question.question.values())
    for story in archive.stories:
        if story.title:
            yield address.story(story.id), " ".join(story.title.values())


def _metadata(site: Site) -> dict[str, str]:
    """What every ZIM file must tell of itself, within the lengths that openZIM sets."""
    config, first = site.config, site.config.languages[0]
    title = config.title.get(first) or next(iter(config.title.values()))
    about = config.about.get(first) or title
    named = hashlib.sha256(repr(sorted(config.title.items())).encode()).hexdigest()[:8]
    told = {
        "Name": f"musnad_{named}_{'mul' if len(config.languages) > 1 else first}",
        "Title": title[:30],
        "Description": about[:80],
        "Language": ",".join(_LANGUAGES[one] for one in config.languages),
        "Creator": title,
        "Publisher": title,
        "Date": site.day.isoformat() if site.day else "1970-01-01",
        "Scraper": f"musnad {__version__}",
        "Flavour": "all",
    }
    if len(about) > 80:
        told["LongDescription"] = about[:4000]
    if config.license:
        told["License"] = config.license
    return told


def _settle(file: Path, site: Site) -> None:
    """Put ids made from the site's bytes where libzim and Xapian have such of chance; mend the checksum."""
    whole = hashlib.sha256()
    for path in site.paths:
        whole.update(path.encode() + b"\0" + hashlib.sha256((site.folder / path).read_bytes()).digest())
    data = bytearray(file.read_bytes())
    data[8 : 8 + _ID] = whole.digest()[:_ID]
    for found in re.finditer(re.escape(_INDEX), data):
        start = found.end() + 2
        data[start : start + _ID] = whole.digest()[_ID:]
    data[-_ID:] = hashlib.md5(data[:-_ID], usedforsecurity=False).digest()
    file.write_bytes(data)
