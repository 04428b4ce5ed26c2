"""A raw file as a proposed article."""

from __future__ import annotations

import datetime
import hashlib
import re
from pathlib import PurePosixPath

from musnad.arabic.script import is_arabic
from musnad.ingest.adopt import adopt
from musnad.ingest.compose import compose
from musnad.ingest.decode import SUFFIXES, decode
from musnad.ingest.dialect import BANNED, is_markdown
from musnad.ingest.html import is_html, like_html, read_page
from musnad.ingest.pieces import LINE_END, Draft, lines
from musnad.ingest.proposal import Proposal
from musnad.ingest.saved import propose_page
from musnad.model import Entity, Source
from musnad.problems import Problem, Problems, errors, problem


def propose(
    name: str, data: bytes, entities: tuple[Entity, ...] = (), today: datetime.date | None = None
) -> tuple[Proposal | None, Problems]:
    """The bytes of a raw file as a proposed article, or None with why they are none.

    `name` is the file's path from the archive's root; a .md file keeps its markup and front matter,
    an .html file is a saved page.
    `entities` are the archive's records: sources among them are known by their ids, and holders of titles
    help to tell years. `today` is the last day it can have been published on.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(filter(None, SUFFIXES))
        return None, (problem("unknown-suffix", name, suffix=suffix, known=known),)
    text, problems = decode(name, data)
    if text is None:
        return None, problems
    page = read_page(text) if is_html(name) else None
    if page is None and like_html(text, fragment=not is_markdown(name)):
        return None, (*problems, problem("page-as-text", name))
    problems = (*problems, *_unfit(name, page.text if page else text))
    if errors(problems):
        return None, problems
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(path=name, sha256=sha256, size=len(data))
    day = today or datetime.date.today()
    if page:
        return propose_page(text, page, source, entities, day), problems
    if not is_markdown(name):
        return compose(Draft(pieces=lines(text)), source, entities, day), problems
    proposal, found = adopt(text, source, entities, day)
    return proposal, (*problems, *found)


def _unfit(name: str, text: str) -> Problems:
    """What is amiss with a text as an Arabic report."""
    if not re.search(r"[^\W\d_]", BANNED.sub("", text)):
        return (problem("no-letters", name),)
    problems: list[Problem] = []
    if not is_arabic(text):
        problems.append(problem("no-arabic", name))
    controls = list(BANNED.finditer(text))
    if controls:
        line = len(LINE_END.findall(text, 0, controls[0].start())) + 1
        problems.append(problem("controls-left-out", name, line, count=len(controls)))
    return tuple(problems)
