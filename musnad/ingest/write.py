"""An article as an article file: the YAML and Markdown that `read_article` reads back to the same article."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import yaml

from musnad.ingest.dialect import ATTRIBUTES, HEADING
from musnad.ingest.front_matter import FENCE, KEYS, FrontMatter, Raw
from musnad.ingest.marks import write_marks
from musnad.ingest.proposal import Evidence, Proposal
from musnad.model import Article, Block, Format

_SPECIAL = re.compile(r"[\\`*\[]|(?<![^\W_])_|_(?![^\W_])")
_PLAIN = re.compile(r"[\w«(][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*")
_NOT_PLAIN = re.compile(r"[,\[\]{}]|: | #|:$|\s$")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_SIGNS = {"em": "*", "strong": "**"}


def article_file(proposal: Proposal) -> str:
    """The text of the article file for a proposal; each value with the words it comes from as a comment."""
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for found in proposal.evidence:
        evidence[found.field].append(found)
    front = _front_matter(proposal.article, evidence)
    body = "\n\n".join(_body(proposal.article))
    return f"{FENCE}\n{front}{FENCE}\n\n{body}\n"


def _front_matter(article: Article, evidence: dict[str, list[Evidence]]) -> str:
    rows = []
    front = FrontMatter(
        **{key: getattr(article, key) for key in KEYS if key != "raw"},
        raw=Raw(**msgspec.structs.asdict(article.source)) if article.source else None,
    )
    defaults = FrontMatter(id="", title="")
    for key in KEYS:
        value = getattr(front, key)
        if value == getattr(defaults, key) and key not in ("status", "language"):
            continue
        rows.append(f"{key}: {_yaml(value)}{_because(evidence.pop(key, []))}")
    if evidence:
        rows.append("# By the raw file's lines:")
    rows += [f"# {key}:{_because(found)[3:]}" for key, found in evidence.items()]
    return "".join(f"{row}\n" for row in rows)


def _because(found: list[Evidence]) -> str:
    words = "; ".join(str(item) for item in found)
    return f"  # {words}" if words else ""


def _yaml(value: object) -> str:
    if isinstance(value, Raw):
        return (
            "{"
            + ", ".join(f"{key}: {_yaml(item)}" for key, item in msgspec.structs.asdict(value).items())
            + "}"
        )
    if isinstance(value, tuple):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    text = str(value)
    return text if isinstance(value, int) or _plain(text) else _quoted(text)


def _plain(text: str) -> bool:
    """Whether YAML reads `text` as it stands, without quotes, as the same string."""
    if not _PLAIN.fullmatch(text) or _NOT_PLAIN.search(text) or text.lower() == "null":
        return False
    return bool(yaml.load(text, Loader=yaml.BaseLoader) == text)


def _quoted(text: str) -> str:
    """A YAML string in double quotes: JSON's, with what YAML takes for no letter or a line break escaped."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _body(article: Article) -> Iterator[str]:
    """The paragraphs of the Markdown, in order; the blocks of one post as one block quote."""
    at = 0
    blocks = article.blocks
    while at < len(blocks):
        post = blocks[at].post
        if post is None:
            yield _paragraph(article, blocks[at])
            at += 1
            continue
        end = at
        while end < len(blocks) and blocks[end].post == post:
            end += 1
        inner = "\n\n".join(_paragraph(article, block) for block in blocks[at:end])
        quote = "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        yield f"{quote}\n{write_marks('tweet', post=article.posts[post])}"
        at = end


def _paragraph(article: Article, block: Block) -> str:
    prefix, zone = "", block.zone
    if block.post is None and zone in ("headline", "subhead"):
        prefix = "# " if zone == "headline" else "## "
    implied = "tweet" if block.post is not None else "body"
    marks = write_marks(None if prefix or zone == implied else zone, block.continues)
    first, last = (bisect_left(article.formats, at, key=_start) for at in (block.start, block.end))
    text = _inline(article.text, block.start, block.end, article.formats[first:last])
    return f"{prefix}{text if prefix else _first(text)}" + (f"\n{marks}" if marks else "")


def _first(text: str) -> str:
    """`text` with a backslash where its first sign would make it another kind of block."""
    other = text.startswith(">") or HEADING.match(text) or ATTRIBUTES.fullmatch(text)
    return f"\\{text}" if other else text


def _start(found: Format) -> int:
    return found.start


def _inline(text: str, start: int, end: int, formats: Sequence[Format]) -> str:
    """Words in Markdown: their inline markup, and a backslash before what would be taken for some."""
    pieces: list[str] = []
    closing: list[tuple[int, str]] = []
    at = start

    def write(to: int, sign: str) -> None:
        nonlocal at
        pieces.extend((_escaped(text[at:to]), sign))
        at = to

    for found in formats:
        while closing and closing[-1][0] <= found.start:
            write(*closing.pop())
        if found.start < at:
            continue  # it stands inside a code span, which is written already
        if found.tag == "code":
            write(found.start, _code(text[found.start : found.end]))
            at = found.end
        else:
            write(found.start, "[" if found.tag == "a" else _SIGNS[found.tag])
            closing.append(
                (found.end, f"](<{_escaped(found.href or '')}>)" if found.tag == "a" else _SIGNS[found.tag])
            )
    while closing:
        write(*closing.pop())
    write(end, "")
    return "".join(pieces)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", words)


def _code(words: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", words)), default=0))
    return f"{fence}{words}{fence}"
