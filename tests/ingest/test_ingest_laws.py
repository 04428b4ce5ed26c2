"""Laws of ingest: no letter is lost between raw file and article; any bytes give values or problems."""

import re
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from musnad.ingest import Proposal, align, article_file, check_raw, propose, read_article
from musnad.ingest.dialect import BANNED
from musnad.ingest.html import read_page
from musnad.model import Article, Block, Post
from musnad.problems import errors

TODAY = date(2024, 6, 1)
MARKUP = st.text(alphabet="ab اً#*_`[](){}<>!\\:.-+&;'\"~|=1\u00a0\u200f\u2028\n\r\t", max_size=40)
WORDS = st.one_of(st.text(max_size=60), MARKUP)
MARKED = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "(",
            ")",
            "](",
            "[ا](b)",
            "[ب](x(1))",
            "\\\\",
            "\\[",
            "*",
            "**",
            "_",
            "`",
            "> ",
            "\n",
            "\n\n",
            "# ",
            "- ",
            "ا",
            "ب",
            " ",
            '"',
            "<",
            ">",
        ]
    ),
    max_size=25,
).map("".join)
ARABIC = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى ًٌَُ،؛؟.«»():–@_/0123٣٢١\n", min_size=1, max_size=400
)


def shown(words: str) -> str:
    """Words as a block can hold them: no control characters, no line breaks, no white space at the edges."""
    return " ".join(BANNED.sub("", words).replace("\r", "\n").split("\n")).strip()


TAGS = re.findall(
    r"\S+",
    '<p> </p> <h1> </h1> <div> </div> <br> <script> </script> <!-- --> <title> </title> <a </a> href="x'
    " > &amp; &#1576; &nbsp; & < <li> </li> <figcaption> </figcaption> <table><tr><td> </td> <nav> </nav>"
    " <![endif]> <svg/> ا ب جد",
)
PAGES = st.lists(
    st.sampled_from(TAGS) | st.text(alphabet="ابتثج هو،.:\n\u00a0\x07", max_size=30), max_size=30
).map("".join)
BLOCK = st.tuples(
    WORDS.map(shown).filter(bool), st.sampled_from(["body", "headline", "subhead", "residue", "appended"])
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(BLOCK, min_size=1, max_size=5), WORDS.map(shown).filter(bool), WORDS.map(shown).filter(bool))
@example([("> a", "body"), ("{: .x}", "residue"), ("# #", "headline")], "yes: #no", '"')
def test_text_written_and_read_is_the_same(blocks: list, title: str, author: str) -> None:
    text, found, at = "\n".join(words for words, _ in blocks), [], 0
    for number, (words, zone) in enumerate(blocks):
        post = 0 if number == len(blocks) - 1 else None
        found.append(Block(start=at, end=at + len(words), zone="tweet" if post == 0 else zone, post=post))
        at += len(words) + 1
    article = Article(
        id="a1234567",
        title=title,
        text=text,
        blocks=tuple(found),
        posts=(Post(author=author),),
        outlet=author,
    )
    back, problems = read_article("x.md", article_file(Proposal(article=article)).encode())
    assert back
    assert not problems
    assert (back.text, back.title, back.outlet, back.posts) == (text, title, author, article.posts)
    assert [(b.zone, b.post) for b in back.blocks] == [(b.zone, b.post) for b in found]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.one_of(ARABIC, st.text(max_size=300), MARKED, st.lists(MARKUP, max_size=8).map("\n".join)),
    st.sampled_from([".txt", ".md"]),
)
def test_any_text_is_proposed_whole(text: str, suffix: str) -> None:
    data = text.encode("utf-8", "ignore")
    proposal, problems = propose(f"seeds/x{suffix}", data, (), TODAY)
    if proposal is None:
        assert errors(problems)
        return
    article, problems = read_article("x.md", article_file(proposal).encode())
    assert article
    assert not problems
    assert article.text == proposal.article.text
    assert not check_raw(article, data)
    assert None not in align(article, data.decode()).places


@settings(max_examples=150, deadline=None, derandomize=True)
@given(PAGES)
@example("<p>" * 2000 + "ا" + "</p>" * 2000)
@example("<p>ا<!-- ب")
@example("ا<a href='")
def test_any_page_is_proposed_as_it_stands_in_its_file(text: str) -> None:
    data = text.encode()
    proposal, problems = propose("seeds/x.html", data, (), TODAY)
    if proposal is None:
        assert errors(problems)
        return
    article, problems = read_article("x.md", article_file(proposal).encode())
    assert article
    assert not problems
    assert article.text == proposal.article.text
    assert not check_raw(article, data)
    alignment = align(article, text)
    assert None not in alignment.places
    for block in article.blocks:
        place = alignment.to_raw(block.start, block.end)
        assert place
        shown = read_page(text[slice(*place)]).text
        assert BANNED.sub("", " ".join(shown.split())) == " ".join(
            article.text[block.start : block.end].split()
        )


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.one_of(st.binary(max_size=300), WORDS.map(lambda t: t.encode("utf-16", "ignore"))))
def test_any_bytes_give_an_article_or_problems(data: bytes) -> None:
    proposal, problems = propose("seeds/x.txt", data, (), TODAY)
    assert (proposal is None) == bool(errors(problems))
    article, problems = read_article("x.md", data)
    assert article is None
    assert errors(problems)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(MARKUP, st.sampled_from(["{: .tweet }", "> ا", "{: .residue .glued }", "# ا", ""])),
        max_size=12,
    )
)
def test_any_markdown_gives_an_article_or_problems(lines: list[str]) -> None:
    body = "\n".join(lines)
    article, problems = read_article("x.md", f"---\nid: a1234567\ntitle: t\n---\n{body}".encode())
    assert (article is None) == bool(errors(problems))
    if article:
        assert article.text == "\n".join(article.text[b.start : b.end] for b in article.blocks)
        assert all(
            words == words.strip() for words in (article.text[b.start : b.end] for b in article.blocks)
        )
