"""The OpenSearch description of the site's search, by which a browser can add it to its own search engines.

The format is OpenSearch 1.1; browsers take a description from an address on the web alone, so there is one
where the archive's own is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from musnad.config import Config
from musnad.model import Output

_SHORT = 16  # letters of a short name, as the format has it


def descriptions(config: Config) -> Iterator[Output]:
    """A file in each interface's folder; none where site.toml has no `url`."""
    if config.url is None:
        return
    for place, language in enumerate(config.languages):
        folder = f"{language}/" if place else ""
        base = f"{config.url.rstrip('/')}/{folder}"
        title = config.title.get(language) or next(iter(config.title.values()))
        about = config.about.get(language) or title
        yield Output(f"{folder}opensearch.xml", _description(base, language, title, about).encode())


def _description(base: str, language: str, title: str, about: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{escape(_short(title))}</ShortName>
<LongName>{escape(title[:48])}</LongName>
<Description>{escape(about[:1024])}</Description>
<Url type="text/html" template={quoteattr(base + "search.html?q={searchTerms}")}/>
<Url type="application/opensearchdescription+xml" rel="self" template={quoteattr(base + "opensearch.xml")}/>
<Language>{language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
"""


def _short(title: str) -> str:
    """As many words of a title as a short name has room for."""
    if len(title) <= _SHORT:
        return title
    return title[: _SHORT + 1].rpartition(" ")[0] or title[:_SHORT]
