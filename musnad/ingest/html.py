"""A saved page of the web as the words that a browser shows, each sign with its place in the file.

The parser is our own because an article is held against its raw file in every build: the same bytes must give
the same words and places with every version of Python and of every library.
"""

from __future__ import annotations

import re
import tomllib
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from html import unescape
from importlib import resources
from typing import NamedTuple

SUFFIXES = (".html", ".htm")
_COMMENT = re.compile(r"<!--.*?(?:--!?>|\Z)|<[!?/][^>]*+(?:>|\Z)", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?|[\"'])*+)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++))")
_REFERENCE = re.compile(
    r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};|(?:amp|lt|gt|quot|nbsp)\b)"
)
_UNCLOSED = re.compile("</?[A-Za-z]")
_RUN = re.compile(r"[^<&]+")
_SPACE = " \t\n\r\f"
_DEEPEST = 200  # elements within elements that are looked through for the one that a tag closes
_PLAINLY = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
_ENDS = re.compile(r"</(?:a|div|h[1-6]|li|p|span|td)\s*>", re.IGNORECASE)
_SEVERAL = 5  # closing tags that no report happens to have


class Element(NamedTuple):
    """A tag that has words, or says something: its name in small letters, what stands in it, where it begins.

    `words` is what stands within <script> and <title>; of others nothing.
    """

    name: str
    attributes: Mapping[str, str]
    at: int
    words: str = ""


class Page(NamedTuple):
    """What a page shows, a line for each of its blocks.

    `starts` and `ends` give for every code point of `text` its place in the file; of the line feeds between
    blocks that of the tag. `within` names, for the beginning of each run of words, the elements it stands in,
    the outermost first; `head` are elements that say something of the page.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    within: Mapping[int, tuple[str, ...]]
    head: tuple[Element, ...]
    comments: tuple[str, ...]


def is_html(path: str) -> bool:
    """Whether a raw file is a saved page, by its name."""
    return path.lower().endswith(SUFFIXES)


def like_html(text: str, fragment: bool) -> bool:
    """Whether a text is plainly a page's source: it begins as one; for a `fragment`, it has several tags."""
    begins = _PLAINLY.match(text.lstrip("\ufeff")[:4096])
    return bool(begins) or (
        fragment and sum(1 for _ in zip(range(_SEVERAL), _ENDS.finditer(text), strict=False)) == _SEVERAL
    )


def read_page(raw: str) -> Page:
    """The page of a file's text. Any text is one; what nothing closes reaches to the end."""
    return _Reader(raw).page()


class _Reader:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.signs: list[str] = []
        self.starts, self.ends = array("I"), array("I")
        self.open: list[str] = []
        self.within: dict[int, tuple[str, ...]] = {}
        self.head: list[Element] = []
        self.comments: list[str] = []

    def page(self) -> Page:
        at = 0
        while at < len(self.raw):
            at = self._next(at)
        text = "".join(self.signs)
        return Page(text, self.starts, self.ends, self.within, tuple(self.head), tuple(self.comments))

    def _next(self, at: int) -> int:
        """Read what stands at a place; where the next thing stands."""
        if run := _RUN.match(self.raw, at):
            self._words(run[0], at)
            return run.end()
        if tag := _TAG.match(self.raw, at):
            return self._tag(tag)
        if comment := _COMMENT.match(self.raw, at):
            self.comments.append(comment[0])
            return comment.end()
        if _UNCLOSED.match(self.raw, at):
            return len(self.raw)  # a tag that nothing closes
        reference = _REFERENCE.match(self.raw, at)
        told = reference[0] if reference else self.raw[at]
        for sign in unescape(told):
            self._sign(sign, at, at + len(told))
        return at + len(told)

    def _words(self, words: str, at: int) -> None:
        for number, sign in enumerate(words, at):
            self._sign(sign, number, number + 1)

    def _sign(self, sign: str, start: int, end: int) -> None:
        if sign in _SPACE:
            sign = " "
            if not self.signs or self.signs[-1] in " \n":
                return
        elif not self.signs or self.signs[-1] == "\n":
            self.within[len(self.signs)] = tuple(self.open[-_DEEPEST:])
        self.signs.append(sign)
        self.starts.append(start)
        self.ends.append(end)

    def _tag(self, tag: re.Match[str]) -> int:
        name, end = tag[2].lower(), tag.end()
        if name in _elements()["unseen"]:
            if tag[1] or tag[3].endswith("/"):
                return end
            close = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(self.raw, end)
            if name in ("script", "title"):
                words = self.raw[end : close.start() if close else None]
                self.head.append(Element(name, _attributes(tag[3]), tag.start(), words))
            return close.end() if close else len(self.raw)
        if name in ("html", "meta", "link", "h1") and not tag[1]:
            self.head.append(Element(name, _attributes(tag[3]), tag.start()))
        if name not in _elements()["inline"]:
            self._block(name, tag)
        return end

    def _block(self, name: str, tag: re.Match[str]) -> None:
        if self.signs and self.signs[-1] != "\n":
            self.signs.append("\n")
            self.starts.append(tag.start())
            self.ends.append(tag.end())
        if name in _elements()["void"] or tag[3].endswith("/"):
            return
        if not tag[1]:
            self.open.append(name)
        elif name in self.open[-_DEEPEST:]:
            while self.open.pop() != name:
                pass


@cache
def _elements() -> dict[str, frozenset[str]]:
    """How elements are shown: names of elements by what is true of them."""
    words = resources.files("musnad.ingest").joinpath("data/html.toml").read_text("utf-8")
    return {key: frozenset(names) for key, names in tomllib.loads(words).items()}


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(words):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found
