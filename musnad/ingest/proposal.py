"""What `propose` makes of a raw file: an article, and the words each part of it was taken from."""

from __future__ import annotations

from musnad.model import Article, Value


class Evidence(Value, frozen=True):
    """Why a field has its value: the raw file's words, the line they stand on (0: none), the reason."""

    field: str
    words: str
    line: int
    reason: str

    def __str__(self) -> str:
        words = " ".join(self.words.split())
        short = words if len(words) <= 60 else f"{words[:60]}…"
        said = f"«{short}»" + (f" (line {self.line})" if self.line else "")
        return ": ".join(part for part in (self.reason, said if words else "") if part)


class Proposal(Value, frozen=True):
    """A proposed article, to be confirmed by a curator, with its evidence."""

    article: Article
    evidence: tuple[Evidence, ...] = ()
