"""Law: after any sequence of edits, a build that remembers gives the bytes of one that does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Site = dict[str, bytes]
Build = Callable[..., Site]
SMALL = Path(__file__).parent / "small"
ARTICLE = (
    "---\nid: {id}\ntitle: {title}\ndate_published: 2019-03-{day:02}\n---\n\n"
    "قال {speaker} إن {number} من مقاتلي قسد وصلوا إلى الباغوز.\n"
)

ids = st.sampled_from(["a0000001", "a0000002", "a0000007", "a0000008"])
articles = st.builds(
    lambda title, day, speaker, number: (
        ARTICLE.replace("{title}", title)
        .replace("{day:02}", f"{day:02}")
        .replace("{speaker}", speaker)
        .replace("{number}", str(number))
    ),
    st.sampled_from(["خبر أول", "خبر ثان"]),
    st.integers(20, 22),
    st.sampled_from(["مصدر في رويترز", "مصطفى بالي", "ناطق باسم التحالف"]),
    st.sampled_from([20, 300]),
)
edits = st.one_of(
    st.tuples(st.just("write"), ids, articles),
    st.tuples(st.just("remove"), ids, st.just("")),
    st.tuples(st.just("rename"), ids, st.sampled_from(["z", "0"])),
    st.tuples(st.just("title"), st.just(""), st.sampled_from(["عنوان", "عنوان آخر"])),
    st.tuples(st.just("alias"), st.just(""), st.sampled_from(["التحالف", "مقاتلي قسد"])),
    st.tuples(st.just("template"), st.just(""), st.sampled_from(["<!-- 1 -->", "<!-- 2 -->"])),
)


def edit(root: Path, what: str, id_: str, value: str) -> None:
    """One thing a curator does."""
    articles = root / "content" / "articles"
    mine = [path for path in articles.glob("*.md") if f"id: {id_}\n" in path.read_text("utf-8")]
    if what == "write":
        path = mine[0] if mine else articles / f"{id_}.md"
        path.write_text(value.replace("{id}", id_), encoding="utf-8")
    elif what == "remove":
        for path in mine:
            path.unlink()
    elif what == "rename":
        for path in mine:
            path.rename(articles / f"{value}{id_}.md")
    elif what == "title":
        path = root / "site.toml"
        path.write_text(path.read_text("utf-8").replace("أرشيف صغير", value), encoding="utf-8")
    elif what == "alias":
        path = root / "content" / "authority" / "organizations.yaml"
        path.write_text(path.read_text("utf-8").replace("[قسد]", f"[قسد, {value}]"), encoding="utf-8")
    elif what == "template":
        (root / "templates").mkdir(exist_ok=True)
        (root / "templates" / "about.html").write_text(value, encoding="utf-8")


@settings(max_examples=6, deadline=None, derandomize=True)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=3))
def test_any_edits(
    build: Build, tmp_path_factory: pytest.TempPathFactory, days: list[list[tuple[str, str, str]]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    naming = shutil.ignore_patterns("stories", "questions", "corrections")  # what edits take away
    warm = Path(shutil.copytree(SMALL, folder / "warm", ignore=naming))
    build(warm)
    site: Site = {}
    for day in days:
        for what, id_, value in day:
            edit(warm, what, id_, value)
        site = build(warm)
    cold = shutil.copytree(warm, folder / "cold", ignore=shutil.ignore_patterns("site", ".musnad"))
    assert build(Path(cold)) == site
