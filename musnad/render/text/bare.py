"""HTML without the quotes, escapes and empty lines it does not need; a parser reads the same elements."""

from __future__ import annotations

import re

_TAG = re.compile(r"(<[a-z][^<>]*>)")  # every «<» and «>» of a text or a value is escaped
# A value that needs no quotes (WHATWG HTML, 13.1.2.3). Before «/>» it keeps them: the slash would be its own.
_QUOTED = re.compile(r"=\"([^\s\"'=<>`]+)(?<!/)\"(?=[\s>])")
_EMPTY = re.compile(r">\n{2,}(?=<)")


def bare(html: str) -> str:
    """A page made smaller, its text as it was."""
    pieces = _TAG.split(_EMPTY.sub(">\n", html))
    tags = _QUOTED.split("".join(pieces[1::2]))
    tags[1::2] = ["=" + value for value in tags[1::2]]
    pieces[1::2] = ["<" + tag for tag in "".join(tags).split("<")[1:]]
    pieces[2::2] = [
        text if tag.startswith("<script") else text.replace("&#34;", '"').replace("&#39;", "'")
        for tag, text in zip(pieces[1::2], pieces[2::2], strict=True)
    ]
    return "".join(pieces)
