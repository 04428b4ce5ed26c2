"""Every run of letters stands in an element of its language: Arabic ones in Arabic, Latin ones elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.render.archive import site
from tests.render.html import VOID

ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
LATIN = re.compile(r"[A-Za-z]{2,}")
TOLD = ("title", "aria-label", "aria-description", "aria-valuetext", "alt", "placeholder")
CODE = re.compile(r"[a-z]+:[a-z_-]+(@[0-9.]+)?")  # what made a mark: «names:person@0.1.0»
BARE = frozenset(["title", "script", "option", "pre"])  # no elements inside, or lines of a file


class Runs(HTMLParser):
    """The text of a page, each piece with the nearest `lang` and `dir` and the classes round it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, str, bool, str]] = []
        self.told: list[tuple[str, str, str, list[str]]] = []
        self._open: list[tuple[str, str, str, bool]] = [("", "", "", False)]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        _, lang, direction, source = self._open[-1]
        classes = given.get("class", "").split()
        self.told += [
            (name, CODE.sub("", given[name]), given.get("lang", lang), classes)
            for name in TOLD
            if name in given
        ]
        if tag in VOID:
            return
        self._open.append(
            (
                tag,
                given.get("lang", lang),
                given.get("dir", direction if "lang" not in given else ""),
                source or "t" in classes or "words" in classes,
            )
        )

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        tag, lang, direction, source = self._open[-1]
        if tag not in BARE:
            self.found.append((data, lang, direction, source, tag))


PAGES = sorted(site())


def kind(path: str) -> str:
    """A page's folder, or its name where it stands alone."""
    bare = path.removeprefix("en/")
    folder, _, name = bare.rpartition("/")
    return f"{folder}/index" if name == "index.html" else folder or name


@pytest.mark.parametrize("of", sorted({kind(path) for path in PAGES}))
def test_arabic_runs_of_the_english_interface_say_so(of: str) -> None:
    for path in PAGES:
        if path.startswith("en/") and kind(path) == of:
            for words, lang, _, _, tag in Runs(site()[path].decode()).found:
                assert lang == "ar" or not ARABIC.search(words), (path, tag, words.strip()[:80])


@pytest.mark.parametrize("of", sorted({kind(path) for path in PAGES}))
def test_latin_runs_of_the_arabic_interface_say_so(of: str) -> None:
    """A source's words keep what stands in them; the archive's own are told by language or direction."""
    for path in PAGES:
        if not path.startswith("en/") and kind(path) == of:
            for words, lang, direction, source, tag in Runs(site()[path].decode()).found:
                told = lang != "ar" or direction == "ltr" or source or tag == "kbd"
                assert told or not LATIN.search(words), (path, tag, words.strip()[:80])


@pytest.mark.parametrize("of", sorted({kind(path) for path in PAGES}))
def test_what_attributes_tell_is_in_the_language_of_their_element(of: str) -> None:
    """HTML has no language for an attribute: a tooltip is of its element's.

    Those of marks are the interface's on the source's words, and hold both: what they say stands in the list
    of names too. What a citation for programs holds (COinS) is nobody's to read.
    """
    for path in PAGES:
        if kind(path) == of:
            for name, words, lang, classes in Runs(site()[path].decode()).told:
                if not (name == "title" and {"m", "Z3988"} & set(classes)):
                    other = ARABIC if lang == "en" else LATIN
                    assert not other.search(words), (path, name, lang, words)
