"""Raw files from outside: brought into the archive, or annotated where they lie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from musnad import crossref, ids, ingest, inputs, pipeline
from musnad.annotate import as_json, joined
from musnad.engine import disk
from musnad.engine.work import Work
from musnad.model import Article, Entity
from musnad.problems import Problems, errors, problem

Found = dict[str, Any]  # as the annotation guidelines name the fields


class _Placed(NamedTuple):
    """An alignment of an article with the raw file that it was made of, or is known to agree with."""

    alignment: ingest.Alignment

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        place = self.alignment.to_raw(start, end)
        assert place is not None, "every word of the article is in its raw file"
        return place


def add(root: Path, files: Iterable[Path], work: Work) -> tuple[tuple[str, ...], Problems]:
    """Keep raw files under seeds/ and propose an article file for each; the paths of the articles written.

    A raw file that the archive has already, under whatever name, is passed over and told. What is wrong with
    one that is not kept is told of the file that was named.
    """
    entities, problems = inputs.read_authority(root)
    articles, found = inputs.read_articles(root, work)
    problems += found
    if errors(problems):
        return (), problems
    known = {article.source.sha256: article.path for article in articles if article.source}
    written: list[str] = []
    for file in work.watched("adding", files):
        data, found = _read(file)
        problems += found
        if data is None:
            continue
        if first := known.get(_sha256(data)):
            problems += (problem("already-added", disk.unicode_name(str(file)), first=first),)
            continue
        raw = disk.raw_path(root, file, data)
        proposal, found = ingest.propose(raw, data, entities)
        if proposal is None:
            problems += tuple(replace(one, path=disk.unicode_name(str(file))) for one in found)
            continue
        problems += found
        id_ = _free_id(root, proposal.article.id, _sha256(data))
        path = f"content/articles/{id_}.md"
        if (root / path).exists():
            problems += (problem("duplicate-article", disk.unicode_name(str(file)), id=id_, first=path),)
            continue
        article = replace(proposal.article, id=id_)
        proposal = replace(proposal, article=article)
        disk.write(root / raw, data)
        disk.write(root / path, ingest.article_file(proposal).encode())
        known[_sha256(data)] = path
        written.append(path)
    return tuple(written), problems


def annotate(
    root: Path, files: Iterable[Path], work: Work, dates: Mapping[Path, str], with_authority: bool
) -> tuple[Found, Problems]:
    """What is found in raw files, and the links between them, as plain data: «articles» and «links».

    Offsets count code points of the file.

    A file that the archive holds is read as its article, another as it would be proposed. `dates` (EDTF) are
    taken for the days on which files were published, whatever they say themselves.
    """
    entities, problems = inputs.read_authority(root) if with_authority else ((), ())
    articles, found = inputs.read_articles(root, work, entities)
    problems += found
    known = {article.source.sha256: article for article in articles if article.source}
    names: list[str] = []
    read: list[Article] = []
    alignments: list[_Placed] = []
    for file in files:
        data, found = _read(file)
        problems += found
        if data is None:
            continue
        article, found = _article(known, file, data, entities)
        text, undecoded = ingest.decode(disk.unicode_name(file.name), data)
        problems += found or undecoded
        if article is not None and text is not None:
            names.append(disk.unicode_name(file.name))
            read.append(replace(article, date_published=dates[file]) if file in dates else article)
            alignments.append(_Placed(ingest.align(article, text)))
    annotations = pipeline.annotate_all(read, entities, work)
    readings = pipeline.read_all(read, annotations, work)
    links = crossref.find([reading.claims for reading in readings], joined(entities).all())
    own = list(map(as_json, annotations, alignments, names))
    return {"articles": own, "links": msgspec.to_builtins(links)}, problems


def listing(found: Found) -> Iterator[str]:
    """The findings for a reader: a line for each name, date, figure, statement and link."""
    words: dict[str, str] = {}
    for one in found["articles"]:
        for mention in one["mentions"]:
            value = mention["value"] or mention["entity"] or "?"
            if isinstance(value, dict):
                value = " ".join(str(value[key] or "?") for key in ("comparator", "number", "unit"))
            yield f"{one['file']}:{mention['start']}: {mention['type']} «{mention['text']}» {value}"
        for claim in one["claims"]:
            place = f"{one['file']}:{claim['content']['start']}"
            speaker = claim["speaker"]["name"] or claim["speaker"]["entity"] or "?"
            words[claim["id"]] = f"«{claim['content']['text']}»"
            yield f"{place}: {claim['modality']} {words[claim['id']]} {speaker}"
    for link in found["links"]:
        yield f"{link['relation']}: {words[link['a']]} {words[link['b']]}"


def _read(file: Path) -> tuple[bytes | None, Problems]:
    """The bytes of a file that was named on the command line, or None with why there are none."""
    name = disk.unicode_name(str(file))
    if file.is_dir():
        return None, (problem("folder-given", name, folder=name.rstrip("/")),)
    return disk.read(file) if file.exists() else (None, (problem("no-file", name),))


def _article(
    known: Mapping[str, Article], file: Path, data: bytes, entities: tuple[Entity, ...]
) -> tuple[Article | None, Problems]:
    article = known.get(_sha256(data))
    if article is not None:
        problems = ingest.check_raw(article, data)
        return None if errors(problems) else article, problems
    proposal, problems = ingest.propose(disk.unicode_name(file.name), data, entities)
    return proposal.article if proposal else None, problems


def _free_id(root: Path, proposed: str, sha256: str) -> str:
    """The proposed id; where another article has it and the file did not ask for it, later letters."""
    if proposed != ids.of_article(sha256):
        return proposed
    minted = (ids.of_article(sha256, skip) for skip in range(0, 45, 7))
    return next((id_ for id_ in minted if not (root / f"content/articles/{id_}.md").exists()), proposed)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
