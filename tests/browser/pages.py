"""One page of every kind, by address."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

ARTICLES = tuple(f"articles/{path.stem}.html" for path in sorted((ROOT / "content/articles").glob("*.md")))
KINDS = (
    "index.html",
    "articles/index.html",
    ARTICLES[0],
    "claims/index.html",
    "claims/unnamed.html",
    "claims/cbtr9as4jxa.html",  # with contradictions and more
    "claims/cqrej967a5j.html",  # of two texts
    "claims/c55a0hkb9rs.html",  # with nothing
    "entities/index.html",
    "entities/mustafa_bali.html",
    "sources/index.html",
    "sources/reuters.html",
    "stories/index.html",
    "stories/baghuz.html",
    "questions/index.html",
    "questions/baghuz_battle.html",  # with contradictions, drawn
    "questions/islamic_state_leaders.html",
    "dates/index.html",
    "dates/2019-03-19.html",
    "timeline.html",
    "map.html",
    "map/index.html",
    "map/syria.html",
    "network.html",
    "new.html",
    "figures.html",
    "about.html",
    "compare.html",
    "review.html",
    "search.html",
    "vocabulary.html",
)
RESULTS = "search.html?q=%D8%A3%D8%B3%D9%8A%D8%B1+OR+%D9%82%D8%B3%D8%AF"  # أسير OR قسد
COMPARED = "compare.html?a=ak865512&b=a11vz6qc"  # with contradictions
