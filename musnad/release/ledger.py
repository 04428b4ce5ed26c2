"""The ledger of published addresses: content/addresses.tsv, written by `build.py release`.

    # release<TAB>number<TAB>day<TAB>languages, the first of which stood at the root
    address<TAB>kind<TAB>first<TAB>last<TAB>place<TAB>text<TAB>name

A line an address, sorted; they are never taken out. `first` is the release that first had it, `last` the one
that last had it, empty as long as it stands. `place` is where its words are: an article, «@», the number of
the article's text, and for what is marked in it «:start-end» in code points. `text`, of articles and older
texts: the releases that had this text (the last empty while it stands), and a digest of it. `name`: what it
was called, as last released; of an article its citation.

An archive of 100,000 articles has 700,000 lines. So a line is kept as it stands, and is taken apart only
where somebody asks for it.
"""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from msgspec import field

from musnad import edtf
from musnad.model import Value
from musnad.model.released import AddressKind, Release
from musnad.problems import Problems, problem

PATH = "content/addresses.tsv"
_HEAD = (
    "# Every address that was ever published. build.py release writes this file; nobody else does.\n"
    "# address\tkind\tfirst release\tlast release\tplace\ttext\tname\n"
)
_KINDS = "|".join(get_args(AddressKind))
_PLACE = r"(?:[a-z0-9_-]+@\d+(?::\d+-\d+)?)?"
_REST = rf"(?:{_KINDS})\t\d+\t\d*\t{_PLACE}\t(?:\d+-\d*:[0-9a-f]{{16}})?\t[^\t\n\r]*"
_UNJOINED = ("<<<<<<<", "=======", ">>>>>>>")  # what git writes where two branches are at odds
_ROW = re.compile(rf"[^\t\n#][^\t\n]*\t{_REST}")
_RELEASE = re.compile(r"# release\t(\d+)\t(\d{4}-\d\d-\d\d)\t([a-z]+(?: [a-z]+)*)")


class Place(NamedTuple):
    """Where words are: in the numbered text of an article, from `start` to `end` where they are told."""

    article: str
    text: int
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        span = "" if self.start is None else f":{self.start}-{self.end}"
        return f"{self.article}@{self.text}{span}"


class Text(NamedTuple):
    """A text of an article: the releases that first and last had it (None: it stands), and its digest."""

    first: int
    last: int | None
    digest: str

    def __str__(self) -> str:
        return f"{self.first}-{self.last or ''}:{self.digest}"


class Row(NamedTuple):
    """A line of the ledger, taken apart."""

    address: str
    kind: AddressKind
    first: int
    last: int | None = None
    place: Place | None = None
    text: Text | None = None
    name: str = ""

    @property
    def rest(self) -> str:
        """The line after the address."""
        place, text = self.place or "", self.text or ""
        return f"{self.kind}\t{self.first}\t{self.last or ''}\t{place}\t{text}\t{self.name}"


class Ledger(Value, frozen=True):
    """All releases, and the rest of each address's line by address."""

    releases: tuple[Release, ...] = ()
    rows: dict[str, str] = field(default_factory=dict)

    def row(self, address: str) -> Row:
        """An address's line, taken apart. KeyError where it was never published."""
        kind, first, last, place, text, name = self.rows[address].split("\t")
        return Row(
            address,
            kind,  # type: ignore[arg-type]
            int(first),
            int(last) if last else None,
            _place(place),
            _text(text),
            name,
        )

    def release(self, number: int) -> Release:
        """A release by its number."""
        return self.releases[number - 1]


def write(ledger: Ledger) -> bytes:
    """The ledger as its file."""
    releases = [f"# release\t{r.number}\t{r.date}\t{' '.join(r.languages)}\n" for r in ledger.releases]
    rows = [f"{address}\t{rest}\n" for address, rest in sorted(ledger.rows.items())]
    return "".join((_HEAD, *releases, *rows)).encode()


def read(data: bytes) -> tuple[Ledger | None, Problems]:
    """The file as a ledger; None with the first line that no release could have written."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError as error:
        return None, (problem("not-utf8", PATH, data.count(b"\n", 0, error.start) + 1, offset=error.start),)
    if found := _foreign(lines):
        return None, (problem("bad-ledger", PATH, found[0], reason=found[1]),)
    heads = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    releases, wrong = _releases(lines[:heads])
    rows = lines[heads:]
    if rows and rows.pop() != "":
        wrong = wrong or (len(lines), "the last line is cut off")
    wrong = wrong or _wrong(rows, heads + 1, len(releases))
    if wrong:
        return None, (problem("bad-ledger", PATH, wrong[0], reason=wrong[1]),)
    return Ledger(releases, dict(row.split("\t", 1) for row in rows)), ()


def _releases(head: list[str]) -> tuple[tuple[Release, ...], tuple[int, str] | None]:
    found: list[Release] = []
    for line, row in enumerate(head, 1):
        if not row.startswith("# release\t"):
            continue
        parts = _RELEASE.fullmatch(row)
        if parts is None or edtf.single_day(parts[2]) is None or int(parts[1]) != len(found) + 1:
            return (), (line, "a release is «# release», its number, its day and its languages, with tabs")
        if found and parts[2] < found[-1].date:
            return (), (line, f"its day is before {found[-1].date}, that of the release before it")
        found.append(Release(int(parts[1]), parts[2], tuple(parts[3].split())))
    return tuple(found), None


def _foreign(lines: list[str]) -> tuple[int, str] | None:
    """The first line with what other programs leave in a file: a version control, an editor."""
    for at, row in enumerate(lines, 1):
        if row.endswith("\r"):
            return at, "it ends with a carriage return; «content/addresses.tsv -text» in .gitattributes helps"
        if row.startswith("\ufeff"):
            return at, "an editor has put a byte order mark before it"
        if row.startswith(_UNJOINED):
            return at, "two branches were not joined here; take one side's file whole, and release again"
    return None


def _wrong(rows: list[str], first: int, releases: int) -> tuple[int, str] | None:
    """The first line that is none, or not in its place; checked all at once, since there are so many."""
    matches = _ROW.fullmatch
    for at, row in enumerate(rows):
        if matches(row) is None:
            return first + at, "an address is seven values with tabs between; docs/files.md tells them"
    ordered = sorted(rows)
    if ordered != rows:
        at = next(at for at, row in enumerate(rows) if row != ordered[at])
        return first + at, "the lines are not in order"
    addresses = [row.partition("\t")[0] for row in rows]
    if len(set(addresses)) < len(rows):
        at = next(at for at in range(1, len(rows)) if addresses[at] == addresses[at - 1])
        return first + at, f"«{addresses[at]}» stands here twice"
    for at, row in enumerate(rows):
        parts = row.split("\t", 4)
        if not 0 < int(parts[2]) <= releases or int(parts[3] or releases) > releases:
            return first + at, "there is no such release"
    return None


def _place(words: str) -> Place | None:
    if not words:
        return None
    article, _, rest = words.partition("@")
    text, _, span = rest.partition(":")
    start, _, end = span.partition("-")
    return Place(article, int(text), int(start), int(end)) if span else Place(article, int(text))


def _text(words: str) -> Text | None:
    if not words:
        return None
    span, _, digest = words.partition(":")
    first, _, last = span.partition("-")
    return Text(int(first), int(last) if last else None, digest)
