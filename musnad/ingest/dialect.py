"""The Markdown of article files: python-markdown with everything left out that would alter a letter.

What is left is markup a reader can take away again: `#` headings, `>` block quotes, emphasis, `code`,
[links](…), backslash escapes, and lines of attributes, `{: .zone key="value" }`, for the block above them.
No HTML, no entities, no references, no indented code, no rules, no smart anything. A line that starts
like a list's item is a block of its own and keeps its marker, for the marker is part of what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.treeprocessors import build_treeprocessors
from markdown.util import ETX, STX, AtomicString, Registry

ATTRIBUTES = re.compile(r"\{:(.*)\}")
HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
# What no page and no XML file can hold.
BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBER = "\x1f"  # between a line's number and its words; a body itself can hold none
# Each is bounded, so that no text, however long, takes long to read.
_ADDRESS = r"[^\s<>()]{0,500}"
_TARGET = (
    r"\]\("  # ](
    rf"(?:<([^<>]{{0,2000}})>|({_ADDRESS}(?:\({_ADDRESS}\){_ADDRESS}){{0,9}}))"  # <address> or address
    r"(?:\s+\"[^\"]{0,500}\")?\s{0,9}\)"  # perhaps "a title", and )
)
LINK_TARGET = re.compile(_TARGET)
# An escape, code, or backticks that are neither.
_RAW = re.compile(r"\\([!-/:-@\[-`{-~])|(`+)(?!`)(.{1,1000}?)(?<!`)\2(?!`)|`+")
_CODE = "\x1e"  # on both sides of code, once its signs are out of reach


def is_markdown(path: str) -> bool:
    """Whether a raw file is one that somebody wrote in Markdown, by its name."""
    return path.lower().endswith((".md", ".markdown"))


def parse(body: str, first_line: int = 1) -> Element:
    """The body of an article file as a tree of h1–h6, p and blockquote elements, inline markup done.

    Each has `line`, its line in the file; one with attributes has `marks` and `marks-line` too.
    `body` must hold nothing that `BANNED` finds.
    """
    markdown = _markdown()
    lines = re.split("\r\n|\r|\n", body)
    numbered = (
        f"{n}{_NUMBER}{line.strip()}" if line.strip() else "" for n, line in enumerate(lines, first_line)
    )
    root = Element("div")
    for chunk in "\n".join(numbered).split("\n\n"):
        markdown.parser.parseBlocks(root, [chunk])
    for name in ("inline", "unescape"):
        markdown.treeprocessors[name].run(root)
    return root


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=[Dialect()])


class Dialect(Extension):
    """Leaves of python-markdown its parser and its emphasis; the blocks, code and links are ours."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Replaces the blocks and the inline markup of `md` by the dialect's."""
        blocks: Registry[BlockProcessor] = Registry()
        blocks.register(_Blocks(md.parser), "blocks", 0)
        md.parser.blockprocessors = blocks
        inline: Registry[Pattern] = Registry()
        inline.register(_Code(f"{_CODE}([^{_CODE}]*){_CODE}", md), "code", 190)
        inline.register(_Link(rf"!?\[([^\[\]]+){_TARGET}", md), "link", 160)
        for priority, name in enumerate(("em_strong2", "em_strong", "not_strong")):
            if name in md.inlinePatterns:  # which of them there are depends on the version
                inline.register(md.inlinePatterns[name], name, priority)
        md.inlinePatterns = inline
        md.treeprocessors = build_treeprocessors(md)


class _Blocks(BlockProcessor):
    """Headings, quotes, paragraphs and attribute lines, each known by its first line."""

    def test(self, parent: Element, block: str) -> bool:
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).strip("\n").split("\n")
        at = 0
        while at < len(lines) and lines[at]:
            number, words = _split(lines[at])
            end = at + 1
            if found := ATTRIBUTES.fullmatch(words):
                _mark(parent, number, found[1])
            elif found := HEADING.fullmatch(words):
                _add(parent, f"h{len(found[1])}", number, found[2])
            elif words.startswith(">"):
                end = _run(lines, at, lambda words: words.startswith(">"))
                self.parser.parseChunk(
                    _add(parent, "blockquote", number), "\n".join(map(_unquote, lines[at:end]))
                )
            else:
                end = _run(lines, at, lambda words: not _starts(words))
                _add(parent, "p", number, " ".join(_split(line)[1] for line in lines[at:end]))
            at = end


def _starts(words: str) -> bool:
    found = ATTRIBUTES.fullmatch(words) or HEADING.fullmatch(words) or ITEM.match(words)
    return bool(found) or words.startswith(">")


def _run(lines: list[str], at: int, goes_on: Callable[[str], bool]) -> int:
    """Where the block that starts at line `at` ends: before the first line that `goes_on` refuses."""
    return next((n for n in range(at + 1, len(lines)) if not goes_on(_split(lines[n])[1])), len(lines))


def _split(line: str) -> tuple[str, str]:
    number, _, words = line.partition(_NUMBER)
    return number, words


def _unquote(line: str) -> str:
    number, words = _split(line)
    words = words.lstrip("> \t")  # a quote in a quote is one quote
    return f"{number}{_NUMBER}{words}" if words else ""


def _add(parent: Element, tag: str, line: str, text: str | None = None) -> Element:
    element = SubElement(parent, tag, line=line)
    if text is not None:
        element.text = _RAW.sub(_out_of_reach, text)
    return element


def _out_of_reach(found: re.Match[str]) -> str:
    """An escaped sign, or each sign of code, in the form that python-markdown leaves alone till the end."""
    if found[1]:
        return f"{STX}{ord(found[1])}{ETX}"
    if found[3]:
        return _CODE + "".join(f"{STX}{ord(sign)}{ETX}" for sign in found[3]) + _CODE
    return found[0]


def _mark(parent: Element, line: str, marks: str) -> None:
    """Gives the block above its attributes; a second line of them, or one with no block above, is stray."""
    above = parent[-1] if len(parent) else None
    if above is None:
        SubElement(parent, "stray", line=line, why="there is no block above for them")
    elif "marks" in above.attrib or above.tag == "stray":
        SubElement(parent, "stray", line=line, why="the block above has a line of them already")
    else:
        above.attrib.update({"marks": marks, "marks-line": line})


class _Code(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("code")
        element.text = AtomicString(re.sub(rf"{STX}(\d+){ETX}", lambda sign: chr(int(sign[1])), m[1]))
        return element, m.start(0), m.end(0)


class _Link(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("a", href=self.unescape(m[2] if m[2] is not None else m[3]))
        element.text = m[1]
        return element, m.start(0), m.end(0)
