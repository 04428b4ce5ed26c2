"""Addresses of pages, relative to their interface's root; flat, and safe as file names on every system."""

from __future__ import annotations

import base64
import hashlib
import re

_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
MISSING = "404.html"  # what static hosts show at an address where nothing is
_TAKEN = ("index", "unnamed")  # lists of their folder


def slug(key: str) -> str:
    """A file name for a key: the key itself where it is one already, else letters from its SHA-256."""
    if _SAFE.fullmatch(key) and key not in _TAKEN:
        return key
    digest = hashlib.sha256(key.encode("utf-8")).digest()
    return "x" + base64.b32encode(digest).decode("ascii").lower()[:12]


def article(key: str, anchor: str = "") -> str:
    """An article's page, or a paragraph or statement in it."""
    return f"articles/{slug(key)}.html" + (f"#{anchor}" if anchor else "")


def entity(key: str) -> str:
    """An entity's page."""
    return f"entities/{slug(key)}.html"


def claim(key: str) -> str:
    """A statement's page."""
    return f"claims/{slug(key)}.html"


def question(key: str) -> str:
    """A contested question's page."""
    return f"questions/{slug(key)}.html"


def story(key: str) -> str:
    """A story's page."""
    return f"stories/{slug(key)}.html"


def source(key: str) -> str:
    """The page of a source: an agency, outlet or platform."""
    return f"sources/{slug(key)}.html"


def feed(page: str) -> str:
    """The feed of what is new about a name or from a source, by the address of its page."""
    return page.removesuffix(".html") + ".xml"


def map(key: str) -> str:
    """The map of a country."""
    return f"map/{slug(key)}.html"


def time(period: str) -> str:
    """The timeline of a year or month."""
    return f"timeline/{period}.html"


def day(iso: str) -> str:
    """The page of a day."""
    return f"dates/{iso}.html"


def raw(key: str, path: str) -> str:
    """The published raw file of an article, from the site's root; `path` is the raw file's in the archive.

    A saved page is published as text: no browser may run its scripts or take it for a page of ours.
    """
    suffix = re.search(r"\.[A-Za-z0-9]{1,8}$", path)
    shown = suffix[0] if suffix else ""
    return f"raw/{slug(key)}{shown}{'.txt' if shown.lower() in ('.html', '.htm') else ''}"


def data(key: str) -> str:
    """An article as the JSON API has it, from the site's root."""
    return f"api/articles/{slug(key)}.json"


def links(key: str) -> str:
    """An article's link set, from the site's root."""
    return f"articles/{slug(key)}.linkset.json"


def version(key: str, number: int) -> str:
    """The page of an article's older text, by its number."""
    return f"articles/{slug(key)}.v{number}.html"


def raw_version(key: str, path: str, number: int) -> str:
    """The raw file of an article's older text, where today's text was taken from another one."""
    return raw(key, path).replace(slug(key), f"{slug(key)}.v{number}", 1)


def sheet(path: str, number: int) -> str:
    """The address of a long list's further sheet: `entities/x.html` -> `entities/x.p2.html`."""
    return path if number == 1 else f"{path.removesuffix('.html')}.p{number}.html"


def way_up(path: str) -> str:
    """The relative way from a page to the root its address counts from: "" or "../" or "../../"."""
    return "../" * path.count("/")
