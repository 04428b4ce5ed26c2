"""XML documents as bytes: what may stand in them, and always written alike."""

from __future__ import annotations

import re
from xml.etree import ElementTree

Element = ElementTree.Element

# The characters of XML 1.0, section 2.2; one that is none of them is told as U+FFFD.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str | None) -> Element:
    """A new child of `parent`; attributes that are None are left out, `_` in a name is `:` (`xml_lang`)."""
    given = {name.replace("_", ":"): lawful(value) for name, value in attributes.items() if value is not None}
    child = ElementTree.SubElement(parent, tag, given)
    if text is not None:
        child.text = lawful(text)
    return child


def lawful(text: str) -> str:
    """The text with nothing in it that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def say(parent: Element, text: str) -> None:
    """More words at the end of what an element holds so far, after its last child."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + lawful(text)
    else:
        parent.text = (parent.text or "") + lawful(text)


def indent(root: Element) -> Element:
    """The element with each of its children on a line of its own; for elements without words between them."""
    ElementTree.indent(root, "")
    return root


def document(root: Element) -> bytes:
    """The document in UTF-8, with an XML declaration."""
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
