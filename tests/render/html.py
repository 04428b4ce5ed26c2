"""A page read back: its elements with their text, its links, its anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass
class Element:
    """An element: its text is that of everything in it, as a browser's textContent."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text content."""
        return "".join(self.texts)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def details(self) -> str | None:
        """The id of what tells more of it: named, or where it leads on its page."""
        href = self.attributes.get("href", "")
        return self.attributes.get("aria-details") or (href[1:] if href.startswith("#") else None)

    def above(self) -> list[Element]:
        """The elements it stands in, from the inside."""
        found: list[Element] = []
        at = self.parent
        while at:
            found.append(at)
            at = at.parent
        return found


class Page(HTMLParser):
    """All elements of a document in order; an end tag that does not fit raises AssertionError."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {[e.tag for e in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>: {names}"
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.elements.append(element)
        if parent:
            parent.children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def having(self, *classes: str) -> list[Element]:
        """The elements with one of the classes."""
        return [element for element in self.elements if set(classes) & set(element.classes)]

    def anchors(self) -> list[str]:
        """Every id."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]
