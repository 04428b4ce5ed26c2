"""Articles as TEI P5, a file each: the text in paragraphs, with names, dates, figures and statements marked.

What somebody says is a `said`: by whom (`who`), through whom (`source`), in his own words or not (`direct`).
Who is who, and the links between statements, stand off from the text in `standOff`. Text Encoding Initiative,
P5 4.12, chapters 3 (core), 14 (names and dates), 17 (linking) and 18 (analysis).
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.config import Config
from musnad.export.spans import Piece, nested
from musnad.export.tei_header import header
from musnad.export.tei_marks import Marks
from musnad.export.tei_standoff import standoff
from musnad.export.xml import Element, add, document, indent, say
from musnad.model import Archive, Article, Output

_PARAGRAPHS = ("body", "subhead", "caption")


def tei(archive: Archive, config: Config) -> Iterator[Output]:
    """`<id>.xml` for each article."""
    for article in archive.articles:
        marks = Marks(archive.annotations[article.id])
        root = Element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0", "xml:id": article.id})
        root.append(indent(header(archive, config, article)))
        root.append(indent(standoff(archive, article)))
        root.append(_text(article, marks))
        for part in root:
            part.tail = "\n"
        root.text = "\n"
        yield Output(f"{article.id}.xml", document(root))


def _text(article: Article, marks: Marks) -> Element:
    text = Element("text", {"xml:lang": article.language})
    body = add(text, "body")
    text.text = body.text = body.tail = "\n"
    stretches = [(block.start, block.end) for block in article.blocks]
    for block, pieces in zip(article.blocks, nested(marks.marks, stretches), strict=True):
        if block.zone in _PARAGRAPHS:
            parent = add(body, "p", rend=block.zone if block.zone != "body" else None)
        else:
            parent = add(body, "ab", type=block.zone)
        parent.tail = "\n"
        _fill(parent, article.text, block.start, block.end, pieces, marks)
    return text


def _fill(parent: Element, text: str, start: int, end: int, pieces: tuple[Piece, ...], marks: Marks) -> None:
    """The words of a stretch, with its pieces as elements."""
    for piece in pieces:
        say(parent, text[start : piece.start])
        child = marks.element(parent, piece)
        _fill(child, text, piece.start, piece.end, piece.inside, marks)
        start = piece.end
    say(parent, text[start:end])
