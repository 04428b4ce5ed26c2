"""Raw bytes as text: UTF-8, UTF-16, and the older encodings that Arabic was published in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from musnad.arabic.script import arabic_letters
from musnad.ingest import html
from musnad.problems import Problems, problem

MAX_BYTES = 500_000  # ten times the longest of 37,000 reports; a page made of more would serve no reader
MAX_PAGE = 5_000_000  # of a saved page, whose markup, styles and pictures stand in it
SUFFIXES = ("", ".txt", ".text", ".md", ".markdown", *html.SUFFIXES)  # of raw files
_OLD = ["cp1256", "iso8859_6", "cp720", "cp1252"]
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMED = ("cp1256", "iso8859_6", "cp720")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(path: str, data: bytes) -> tuple[str | None, Problems]:
    """The text of a raw file, or None where it is no text. No letter, line end or byte order mark is dropped.

    A warning says where another encoding than Unicode was guessed, or bytes could not be read (U+FFFD).
    """
    limit = MAX_PAGE if html.is_html(path) else MAX_BYTES
    if len(data) > limit:
        return None, (problem("too-large", path, size=f"{len(data):,}", limit=f"{limit:,}"),)
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16(data)
    if encoding is None:
        try:
            return _text(path, data, "utf-8", data.decode("utf-8"))
        except UnicodeDecodeError as error:
            return _not_utf8(path, data, error.start)
    return _text(path, data, encoding, data.decode(encoding, "replace"))


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in every other byte: 06 for Arabic letters, 00 for spaces and Latin."""
    sample = data[:4096]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) > 3 and high.count(b"\x06") + high.count(b"\x00") > 0.9 * len(high):
            return name
    return None


def _not_utf8(path: str, data: bytes, offset: int) -> tuple[str | None, Problems]:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= 3 + len(text) // 200 and arabic_letters(text) > 10 * broken:
        return _text(path, data, "utf-8", text)
    if _binary(data):
        return None, (problem("not-text", path),)
    if html.is_html(path) and (named := _declared(data)):
        return _text(path, data, named, data.decode(named, "replace"))
    best = from_bytes(data[:65536], cp_isolation=_OLD).best()
    if best is None:
        return None, (problem("not-text", path),)
    read, problems = _text(path, data, best.encoding, data.decode(best.encoding, "replace"))
    return read, (problem("guessed-encoding", path, encoding=best.encoding), *problems)


def _declared(data: bytes) -> str | None:
    """The older encoding that a page says it is in, if it is one that Arabic was published in."""
    found = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return None
    return name if name.replace("-", "_") in _NAMED else None


def _binary(data: bytes) -> bool:
    return len(_BINARY.findall(data)) > 3 + len(data) // 100


def _text(path: str, data: bytes, encoding: str, text: str) -> tuple[str | None, Problems]:
    if encoding == "utf-8" and _binary(data):
        return None, (problem("not-text", path),)
    broken = text.count("\ufffd")
    if broken > len(text) // 10:
        return None, (problem("not-text", path),)
    line = text.count("\n", 0, text.find("\ufffd")) + 1
    return text, (problem("unreadable-bytes", path, line, count=broken),) if broken else ()
