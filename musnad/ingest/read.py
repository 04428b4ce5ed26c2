"""An article file as an `Article`: `content/articles/<id>.md`, front matter and Markdown."""

from __future__ import annotations

from musnad.ingest.body import Body, read_body
from musnad.ingest.decode import MAX_BYTES
from musnad.ingest.dialect import BANNED, parse
from musnad.ingest.front_matter import FrontMatter, read_front_matter, split
from musnad.model import Article
from musnad.problems import Problems, errors, problem

_MAX_BYTES = 4 * MAX_BYTES  # a raw file's words, and the markup between them


def read_article(path: str, data: bytes) -> tuple[Article | None, Problems]:
    """The bytes of an article file as an article, or None with everything that is wrong in it."""
    if len(data) > _MAX_BYTES:
        return None, (problem("too-large", path, size=f"{len(data):,}", limit=f"{_MAX_BYTES:,}"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (problem("not-utf8", path, data[: error.start].count(b"\n") + 1, offset=error.start),)
    front_text, body_text, first_line = split(text)
    if front_text is None:
        return None, (problem("no-front-matter", path, 1),)
    front, problems = read_front_matter(front_text, path)
    banned = tuple(
        problem(
            "control-character",
            path,
            body_text.count("\n", 0, found.start()) + first_line,
            point=f"{ord(found[0]):04X}",
        )
        for found in BANNED.finditer(body_text)
    )
    if banned:
        return None, (*problems, *banned)
    body, wrong = read_body(parse(body_text, first_line), path)
    if not body.text:
        wrong = (*wrong, problem("empty-text", path, first_line))
    problems = (*problems, *wrong)
    if front is None or errors(problems):
        return None, problems
    return _article(front, body, path), problems


def _article(front: FrontMatter, body: Body, path: str) -> Article:
    return Article(
        id=front.id,
        title=front.title,
        text=body.text,
        blocks=body.blocks,
        path=path,
        source=front.source,
        formats=body.formats,
        posts=body.posts,
        authors=front.authors,
        outlet=front.outlet,
        agencies=front.agencies,
        credit=front.credit,
        url=front.url,
        archive_url=front.archive_url,
        date_published=front.date_published,
        date_downloaded=front.date_downloaded,
        date_modified=front.date_modified,
        warning=front.warning,
        language=front.language,
        status=front.status,
    )
