"""What a folder with a whole archive holds, for repositories: RO-Crate 1.1 (a JSON-LD file)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad import address, naming
from musnad.config import Config
from musnad.model import Archive, Article

NAME = "ro-crate-metadata.json"
_FILE = "https://w3id.org/ro/crate/1.1"
_KEEPER = "#archive"
_SOURCES = "The sources as they came"

Json = dict[str, Any]


def crate(archive: Archive, config: Config, day: str) -> bytes:
    """The metadata of a folder that has the archive's own files and its site; `day` (ISO) is the crate's."""
    graph = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _FILE},
        },
        _root(archive, config, day),
        _file("site.toml", "The archive's settings", "application/toml"),
        {"@id": "content/", "@type": "Dataset", "name": "Articles, and what curators decided"},
        *({"@id": path, "@type": "Dataset", "name": _SOURCES} for path in _raw(archive)),
        _file("site/index.html", "The site", "text/html"),
        *(entry for article in archive.articles for entry in _article(archive, config, article)),
    ]
    keeper = {"@id": _KEEPER, "@type": "Organization", "name": next(iter(config.title.values()))}
    graph.append({**keeper, **({"url": config.url} if config.url else {})})
    if config.license:
        graph.append({"@id": config.license, "@type": "CreativeWork", "name": "Licence"})
    whole = {"@context": f"{_FILE}/context", "@graph": _once(graph)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _root(archive: Archive, config: Config, day: str) -> Json:
    title = next(iter(config.title.values()))
    parts = ["site.toml", "content/", *_raw(archive), "site/index.html"]
    parts += [name for one in archive.articles for name in (one.path, one.source and one.source.path) if name]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": title,
        "description": next(iter(config.about.values()), title),
        "datePublished": day,
        "inLanguage": _single(sorted({article.language for article in archive.articles})),
        "author": {"@id": _KEEPER},
        "publisher": {"@id": _KEEPER},
        "license": {"@id": config.license} if config.license else "The sources are their publishers'.",
        **({"url": config.url} if config.url else {}),
        "hasPart": [{"@id": part} for part in dict.fromkeys(parts)],
    }


def _raw(archive: Archive) -> list[str]:
    """The folder of the raw files, where there are any."""
    return ["seeds/"] if any(article.source for article in archive.articles) else []


def _article(archive: Archive, config: Config, article: Article) -> Iterator[Json]:
    """An article's file, and the raw file that it was made from."""
    told: Json = _file(article.path, naming.title(article), "text/markdown")
    carriers = [{"@id": f"#carrier-{address.slug(key)}"} for key in naming.carriers(article)]
    told |= {"inLanguage": article.language, "identifier": article.id}
    if carriers:
        told["publisher"] = _single(carriers)
    if article.date_published:
        told["datePublished"] = article.date_published
    if article.source:
        told["isBasedOn"] = {"@id": article.source.path}
    yield told
    for key in naming.carriers(article):
        yield {
            "@id": f"#carrier-{address.slug(key)}",
            "@type": "Organization",
            "name": naming.name(archive, key),
        }
    if article.source:
        raw = _file(article.source.path, f"{naming.title(article)}: as it came", _media(article.source.path))
        raw["contentSize"] = str(article.source.size)
        raw["sha256"] = article.source.sha256
        if article.url:
            raw["url"] = article.url
        yield raw


def _media(path: str) -> str:
    return "text/html" if path.lower().endswith((".html", ".htm")) else "text/plain"


def _file(path: str, name: str, media: str) -> Json:
    return {"@id": path, "@type": "File", "name": name, "encodingFormat": media}


def _single(values: list[Any]) -> Any:
    """One value as itself, as RO-Crate would have it."""
    return values[0] if len(values) == 1 else values


def _once(graph: list[Json]) -> list[Json]:
    """The entries, each id once: the same carrier brings many articles."""
    return list({entry["@id"]: entry for entry in graph}.values())
