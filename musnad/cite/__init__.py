"""Citing: what each page is to a bibliography, in words and in the formats that reference managers read.

`Items` makes an archive's items; `plain` writes an item as a line of a bibliography, `bibtex`, `ris` and
`csl` as a record, `meta` as what a page's head and a reference manager's button say, `linked` as linked data;
`signposts` lead programs to them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.cite import files, linked, signposts, vocabulary
from musnad.config import Config
from musnad.model import Archive, Output
from musnad.model.released import Past


def records(archive: Archive, config: Config, past: Past) -> Iterator[Output]:
    """The files that stand beside the pages of what is cited."""
    yield from files.files(archive, config, past)
    yield from linked.files(archive, config)
    yield from signposts.linksets(archive, config, past)
    yield from vocabulary.turtle(config)
