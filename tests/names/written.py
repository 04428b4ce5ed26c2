"""Case files of names: a line is an article; below it, indented, what is marked in it. «# » is a comment."""

from __future__ import annotations

from pathlib import Path

from musnad.model import Article, Block

HERE = Path(__file__).parent


def cases(*files: str) -> list[tuple[str, list[str]]]:
    """The articles of files beside this one, each with what is marked in it."""
    read: list[tuple[str, list[str]]] = []
    for file in files:
        for line in HERE.joinpath(file).read_text("utf-8").splitlines():
            if line.startswith("\t"):
                read[-1][1].append(line.strip())
            elif line.strip() and not line.startswith("# "):
                read.append((line, []))
    return read


def article(written: str, date: str | None = None) -> Article:
    """An article of paragraphs that ¶ parts, published at an EDTF date."""
    paragraphs = [part.strip() for part in written.split("¶")]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), "body"))
        start += len(paragraph) + 1
    return Article("a0000000", "", "\n".join(paragraphs), tuple(blocks), date_published=date)
