"""Raw texts by outlets' habits and what is proposed for them: the cases of `proposals/`."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from musnad.ingest import align, article_file, check_raw, propose, read_article
from musnad.model import Article

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['about']}")
    for file in sorted((HERE / "proposals").glob("*.yaml"))
    for case in yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
]
TODAY = date(2024, 6, 1)


def shown(article: Article, field: str) -> object:
    if field == "zones":
        return [{block.zone: article.text[block.start : block.end]} for block in article.blocks]
    if field == "posts":
        return [{"author": post.author, "handle": post.handle, "date": post.date} for post in article.posts]
    value = getattr(article, field)
    return list(value) if isinstance(value, tuple) else value if value is not None else "null"


def shorten(zones: list[dict[str, str]], like: list[dict[str, str]]) -> list[dict[str, str]]:
    """The zones with words cut where the expected words are."""
    cut = []
    for have, want in zip(zones, like, strict=False):
        (zone, words), (_, wanted) = *have.items(), *want.items()
        short = wanted.endswith("…") and words.startswith(wanted[:-1])
        cut.append({zone: wanted if short else words})
    return cut + zones[len(like) :]


@pytest.mark.parametrize("case", CASES)
def test_proposal(case: dict) -> None:
    data = case["text"].encode()
    name = case.get("name", "seeds/case.txt")
    proposal, problems = propose(name, data, (), TODAY)
    assert proposal
    assert not problems
    for field, wanted in case["expect"].items():
        have = shown(proposal.article, field)
        assert (shorten(have, wanted) if field == "zones" else have) == wanted, field
    article, problems = read_article("content/articles/case.md", article_file(proposal).encode())
    assert article
    assert not problems
    assert article.text == proposal.article.text
    assert not check_raw(article, data)


def test_same_file_same_proposal() -> None:
    data = "خبر قصير\nوصل الوفد إلى المدينة مساء.\n".encode()
    first, second = propose("a.txt", data, (), TODAY), propose("a.txt", data, (), TODAY)
    assert first == second
    assert first[0]
    assert article_file(first[0]) == article_file(second[0])


def test_offsets_of_the_raw_file() -> None:
    text = "\ufeffخبر عاجل\r\n\r\nوصل  الوفد إلى المدينة مساء.\r\n"
    proposal, _ = propose("a.txt", text.encode(), (), TODAY)
    assert proposal
    article = proposal.article
    start = article.text.index("الوفد")
    place = align(article, text).to_raw(start, start + len("الوفد"))
    assert place
    assert text[slice(*place)] == "الوفد"
