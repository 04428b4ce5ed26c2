"""The two archives that exports are checked on: the five reports of this repository, two hundred made.

The made ones put sentences of the five together at random, with what harms careless writers between them:
signs of markup, of control and of direction, very long words, letters outside the first plane, empty fields.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import yaml

HOUSE = Path(__file__).parent.parent
SETTINGS = """url = "https://archive.example.org/baghuz/"
contact = "archive@example.org"
license = "https://creativecommons.org/licenses/by/4.0/"
crawlers = "no-ai"
"""
DATES = ("2019-03-23", "2019-03", "2019", "2019-03-12~", "2019-21", "2019-03-11/2019-03-17", "201X", None)
HARMFUL = (
    "< & > \" ' ]]> <!-- --> &amp; %00 \\ {{ 7*7 }}",
    "\u202eمعكوس\u202c \u200fعلامات\u200e \u2066معزول\u2069",
    "😀 𐎀 كلمة",
    "ا" * 300,
    "@sdf #الباغوز https://example.org/؟a=1&b=2",
    "=SUM(1)",
)


def seeds(root: Path) -> Path:
    """The archive of this repository, with an address."""
    for part in ("content", "seeds"):
        shutil.copytree(HOUSE / part, root / part)
    settings = (HOUSE / "site.toml").read_text("utf-8")
    (root / "site.toml").write_text(SETTINGS + settings, encoding="utf-8")
    return root


def made(root: Path, number: int = 200) -> Path:
    """An archive of `number` articles made of pieces; the same with every run."""
    chance = random.Random(1)
    shutil.copytree(HOUSE / "content/authority", root / "content/authority")
    (root / "content/articles").mkdir(parents=True)
    settings = (HOUSE / "site.toml").read_text("utf-8")
    (root / "site.toml").write_text(SETTINGS + settings, encoding="utf-8")
    sentences = _sentences()
    for count in range(number):
        paragraphs = [" ".join(chance.sample(sentences, 3)) for _ in range(chance.randint(1, 8))]
        paragraphs.insert(chance.randint(0, len(paragraphs)), _escaped(chance.choice(HARMFUL)))
        head = {
            "id": f"a{count:07}",
            "title": f"{chance.choice(sentences)[:60]} {chance.choice(HARMFUL)[:20]}".strip(),
            "authors": chance.sample(["سلمى الحاج", "O'Brien & Co", "{وكالة}"], chance.randint(0, 2)),
            "outlet": chance.choice(["wahj_24", "صحيفة «النبأ» & شركاؤها", None]),
            "agencies": chance.choice([["reuters"], ["afp", "reuters"], []]),
            "url": chance.choice(["https://example.org/خبر?a=1&b=2", None]),
            "date_published": chance.choice(DATES),
            "date_downloaded": chance.choice(["2024-05-02", None]),
            "status": chance.choice(["confirmed", "proposed"]),
        }
        given = {key: value for key, value in head.items() if value not in (None, [])}
        text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
        body = "\n\n".join(paragraphs)
        path = root / f"content/articles/a{count:07}.md"
        path.write_text(f"---\n{text}---\n\n{body}\n", encoding="utf-8")
    return root


def _sentences() -> list[str]:
    """The sentences of the five reports."""
    found = []
    for path in sorted((HOUSE / "seeds").glob("*.txt")):
        found += re.split(r"(?<=[.؟!])\s+", path.read_text("utf-8"))
    plain = (" ".join(one.split()) for one in found)
    return [_escaped(one) for one in plain if 40 < len(one) < 400]


def _escaped(text: str) -> str:
    """A text with what Markdown takes for its own as plain signs."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!<>&|~])", r"\\\1", text)
