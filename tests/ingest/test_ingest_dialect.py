"""The Markdown of article files: the cases of `dialect.yaml`."""

from pathlib import Path

import pytest
import yaml

from musnad.ingest import Proposal, article_file, read_article
from musnad.model import Article

CASES = yaml.load((Path(__file__).parent / "dialect.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
FRONT = "---\nid: a1234567\ntitle: عنوان\n---\n"


def shown(article: Article) -> dict[str, list]:
    text = article.text
    return {
        "blocks": [{block.zone: text[block.start : block.end]} for block in article.blocks],
        "formats": [" ".join(filter(None, (f.tag, text[f.start : f.end], f.href))) for f in article.formats],
        "posts": [{"author": p.author, "handle": p.handle, "date": p.date} for p in article.posts],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_markdown(case: dict) -> None:
    article, problems = read_article("x.md", (FRONT + case["markdown"]).encode())
    assert article
    assert not problems
    have = shown(article)
    for part in ("blocks", "formats", "posts"):
        if part in case:
            assert have[part] == case[part]
    written = article_file(Proposal(article=article))
    again, problems = read_article("x.md", written.encode())
    assert again
    assert not problems
    assert shown(again) == have


def test_lines_of_blocks() -> None:
    article, _ = read_article("x.md", (FRONT + "\n# أ\nب\n\n> ج\n>\n> د\n").encode())
    assert article
    assert [block.line for block in article.blocks] == [6, 7, 9, 11]


def test_an_article_file_has_an_end() -> None:
    text = FRONT + "كلمة " * 250_000
    article, problems = read_article("x.md", text.encode())
    assert article is None
    assert [problem.code for problem in problems] == ["too-large"]
