"""A chapter of a book as EPUB wants it: links that stay in the book, epub:type beside roles."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote
from xml.etree import ElementTree

from musnad.export.xml import Element, document, lawful
from musnad.model import Value

_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_PARAGRAPH = re.compile(r"p\d+")  # the anchor that every paragraph of an article has
_HERE = re.compile(r"[nr]\d+")  # those of notes, and of the references to them
_SENTENCE = re.compile(r'<span id="t\d+"></span>')
_WORD = re.compile(r"t\d+")
_DROPPED = ("aria-details", "title", "rel", "data-n")  # what only the site's scripts and cards read
# EPUB Structural Semantics Vocabulary 1.1, by the role that says the same.
_TYPES = {
    "doc-appendix": "appendix",
    "doc-chapter": "chapter",
    "doc-endnotes": "footnotes",
    "doc-footnote": "footnote",
    "doc-introduction": "introduction",
    "doc-noteref": "noteref",
    "doc-toc": "toc",
}


class Bound(Value, frozen=True):
    """A chapter as it stands in the book: its file, its title, its bytes."""

    path: str
    title: str
    data: bytes


def bound(html: str, address: str, path: str, places: Mapping[str, str]) -> Bound:
    """A chapter that was made for the page at `address`, as the file `path` of the book.

    `html` is well-formed. `places` are the files, with their anchors, that addresses of the site have in the
    book; what a link leads to that has none is plain words.
    """
    root = ElementTree.fromstring(lawful(_SENTENCE.sub("", html)))
    for one in root.iter():
        for name in _DROPPED:
            if name != "rel" or one.tag == "a":
                one.attrib.pop(name, None)
        if _WORD.fullmatch(one.get("id", "")):
            del one.attrib["id"]
        if one.tag == "sup" and one.get("class") == "ref":
            _refer(one[0])
        if one.tag == "a" and "href" in one.attrib:
            _lead(one, address, path, places)
        if one.get("role") == "doc-cover":
            del one.attrib["role"]  # which is for an image
            one.set("epub:type", "titlepage")
    title = root.findtext("head/title") or path
    return Bound(path, " ".join(title.split()), xhtml(root))


def xhtml(root: Element) -> bytes:
    """An `html` element as a document, with epub:type where a role has one."""
    for one in root.iter():
        if kind := _TYPES.get(one.get("role", "")):
            one.set("epub:type", kind)
        if "lang" in one.attrib:
            one.set("xml:lang", one.attrib["lang"])
    root.set("xmlns", "http://www.w3.org/1999/xhtml")
    root.set("xmlns:epub", "http://www.idpf.org/2007/ops")
    return document(root).replace(b"?>\n", b"?>\n<!DOCTYPE html>\n", 1)


def _refer(link: Element) -> None:
    """The reference to a note, whose number a page's style sheet would draw."""
    link.text = link.get("href", "")[2:]
    link.set("role", "doc-noteref")


def _lead(link: Element, address: str, path: str, places: Mapping[str, str]) -> None:
    """A link of the site as one of the book, or as plain words."""
    href = link.attrib["href"]
    if _WEB.match(href):
        return
    to, _, anchor = unquote(href).partition("#")
    if not to:
        found = href if _HERE.fullmatch(anchor) or _PARAGRAPH.fullmatch(anchor) else None
    else:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(address), to))
        found = places.get(f"{page}#{anchor}") or places.get(page)
        if found and "#" not in found and _PARAGRAPH.fullmatch(anchor):
            found += f"#{anchor}"
        if found:
            found = _relative(found, path)
    if found:
        link.set("href", found)
    else:
        del link.attrib["href"]
        link.tag = "span"


def _relative(found: str, path: str) -> str:
    file, sign, anchor = found.partition("#")
    return posixpath.relpath(file, posixpath.dirname(path) or ".") + sign + anchor
