"""Links between an article's texts: heads and link sets say the same of them, in RFC 5829's words."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from musnad.problems import errors
from tests.laws.conftest import read
from tests.laws.test_laws_signposts import HOST, head, linkset
from tests.release.conftest import build
from tests.release.test_release_changes import alter

HOME = "articles/a0000001.html"
RELATIONS = ("version-history", "latest-version", "predecessor-version", "successor-version")


def told(folder: Path, path: str) -> dict[str, list[str]]:
    """The relations of an article's texts from a page, from the site's root; its head and link set agree."""
    site = read(folder)
    own = linkset(site, HOME)[HOST + path]
    found = {}
    for relation in RELATIONS:
        of_head = {href for href, _ in head(site, path)[relation]}
        found[relation] = [one["href"].removeprefix(HOST) for one in own.get(relation, [])]
        assert of_head == {HOST + end for end in found[relation]}, (path, relation)
        assert all(end.partition("#")[0] in site for end in found[relation])
    for relation in ("cite-as", "type", "author", "item"):
        assert {one["href"] for one in own.get(relation, [])} == {
            href for href, _ in head(site, path)[relation]
        }, (path, relation)
    assert head(site, path)["linkset"] == {
        (HOST + HOME.replace(".html", ".linkset.json"), "application/linkset+json")
    }
    return found


def source(root: Path, name: str, words: str) -> str:
    """An article's line about its raw file, which has these words."""
    data = words.encode()
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds" / name).write_bytes(data)
    return f"raw: {{path: seeds/{name}, sha256: {hashlib.sha256(data).hexdigest()}, size: {len(data)}}}\n"


def test_texts_know_those_beside_them(small: Path) -> None:
    (small / "site.toml").write_text(f'url = "{HOST}"\n{(small / "site.toml").read_text("utf-8")}', "utf-8")
    article = small / "content/articles/a0000001.md"
    text = re.sub(r"^[#>—]+ *", "", article.read_text("utf-8").split("---", 2)[2], flags=re.MULTILINE)
    words = text + text.replace("السبت", "الأحد") + text.replace("السبت", "الاثنين")
    came = source(small, "one.txt", words)
    alter(article, "status:", f"{came}status:")
    assert not errors(build(small, "2026-11-22"))
    assert told(small / "site", HOME) == {relation: [] for relation in RELATIONS}
    alter(article, "مصطفى بالي السبت", "مصطفى بالي الأحد")
    assert not errors(build(small, "2026-12-01"))
    alter(article, "مصطفى بالي الأحد", "مصطفى بالي الاثنين")
    alter(article, came, source(small, "two.txt", words + "هامش"))
    assert not errors(build(small, "2026-12-24"))
    one, two = ("articles/a0000001.v1.html", "articles/a0000001.v2.html")
    whole = {"version-history": [f"{HOME}#versions"], "latest-version": [HOME]}
    for path, before, after in ((one, [], [two]), (two, [one], [HOME]), (HOME, [two], [])):
        assert told(small / "site", path) == whole | {
            "predecessor-version": before,
            "successor-version": after,
        }
    own = linkset(read(small / "site"), HOME)
    raw = own[HOST + two]["item"][0]["href"]
    assert raw.endswith("/raw/a0000001.v2.txt")
    assert [each["href"] for each in own[raw]["collection"]] == [HOST + two]
    before = read(small / "site")
    kept = [path for path in before if path.startswith("raw/a0000001.v")]
    assert len(kept) == 2
    alter(article, "seeds/two.txt", "seeds/one.txt")
    data = (small / "seeds/one.txt").read_bytes()
    named = re.sub(
        r"sha256: \w+, size: \d+",
        f"sha256: {hashlib.sha256(data).hexdigest()}, size: {len(data)}",
        article.read_text("utf-8"),
    )
    article.write_text(named, "utf-8")
    assert not errors(build(small, "2027-01-01"))
    after = read(small / "site")
    assert [path for path in kept if after[path] != before[path]] == []
