"""The interface: both languages complete, nothing unused, plurals, dates in words."""

import re
from typing import Any, get_args

import pytest

from musnad.model import ClaimKind, Comparator, MentionType, Modality
from musnad.render.words.language import count, direction, in_words
from tests.render.archive import ROOT, templates, words

# Tables of which a value chooses the word.
CHOSEN = {
    "compare.show",
    "compare.tie",
    "former.fates",
    "former.kinds",
    "former.places",
    "former.withdrawn",
    "orders",
    "review.reasons",
    "review.todo",
    "search.facets",
    "search.fields",
    "search.kinds",
    "search.where",
}
# The scripts that show words, and what each calls the tables it is handed.
SCRIPTS = {
    "compare.js": ("said.", "words.compare."),
    "page-hits.js": ("words.", "words.hits."),
    "search-panel.js": ("words.", "words."),
    "search-results.js": ("words.", "words."),
    "search-suggest.js": ("words.", "words."),
    "search.js": ("words.", "words."),
}
TABLES = {
    "type",
    "types",
    "kind",
    "modality",
    "comparator",
    "amount",
    "roles",
    "rule",
    "counted",
    "sureness",
    "relation",
    "reasons",
    "date",
    "counts",
    "language",
    "direction",
}


def rows(name: str) -> list[list[str]]:
    text = (ROOT / "tests/render" / name).read_text("utf-8")
    return [
        row.split("\t") for row in text.splitlines() if not row.startswith("#\t") and not re.match(r"# ", row)
    ]


def flat(table: dict[str, Any], at: str = "") -> set[str]:
    keys = set()
    for key, value in table.items():
        assert not hasattr(dict, key), f"{key}: a dictionary's method hides it in templates"
        keys |= flat(value, f"{at}{key}.") if isinstance(value, dict) else {at + key}
    return keys


def test_languages_have_the_same_words() -> None:
    ar, en = (
        flat({k: v for k, v in words()[language].items() if k != "counts"}) for language in ("ar", "en")
    )
    assert ar == en
    assert words()["ar"]["counts"].keys() == words()["en"]["counts"].keys()


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("type", MentionType),
        ("types", MentionType),
        ("kind", ClaimKind),
        ("modality", Modality),
        ("comparator", Comparator),
    ],
)
def test_tables_name_the_values_of_the_model(table: str, kind: Any) -> None:
    assert set(words()["ar"][table]) == set(get_args(kind))


def test_no_word_is_unused() -> None:
    """A word is named in a template, in code that shows them or in a page's script."""
    source = "\n".join(templates().values())
    rooms = [ROOT / "musnad" / name for name in ("render", "cite", "commands")]
    code = "\n".join(path.read_text("utf-8") for room in rooms for path in sorted(room.rglob("*.py")))
    script = "\n".join(
        (ROOT / "static" / name).read_text("utf-8").replace(*called) for name, called in SCRIPTS.items()
    )
    unused = []
    for key in sorted(flat(words()["ar"])):
        table, _, name = key.rpartition(".")
        if table.split(".")[0] in TABLES or key in TABLES or table in CHOSEN:
            continue
        by_prefix = f'w.{table}["{name.split("_")[0]}_" +'
        in_loop = f"w.{table}[" in source and f'"{name}"' in source + code
        in_templates = f"w.{key}" in source or by_prefix in source or in_loop
        if not (in_templates or f'["{name}"]' in code or f"words.{key}" in script):
            unused.append(key)
    assert not unused
    for name in words()["ar"]["counts"].keys() - words()["ar"]["review"]["reasons"].keys():
        assert f'"{name}")' in source + script, f"counts.{name}"


def test_every_plural_form_of_the_language_is_there() -> None:
    for language, forms in (("ar", {"zero", "one", "two", "few", "many", "other"}), ("en", {"one", "other"})):
        for table in words()[language]["counts"].values():
            assert set(table) - {"zero"} == forms - {"zero"}
            assert "zero" in table or "zero" not in forms


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أقوال"),
        (1, "قول واحد"),
        (2, "قولان"),
        (3, "3 أقوال"),
        (11, "11 قولًا"),
        (100, "100 قول"),
        (1002, "1,002 قول"),
        (103, "103 أقوال"),
    ],
)
def test_counts_in_arabic(number: int, said: str) -> None:
    assert count(number, words()["ar"]["counts"]["statements"], "ar") == said


@pytest.mark.parametrize("row", rows("dates_in_words.tsv"), ids=lambda row: row[0])
def test_dates_in_words(row: list[str]) -> None:
    value, arabic, english = row
    assert in_words(value, words()["ar"]["date"]) == arabic
    assert in_words(value, words()["en"]["date"]) == english


def test_a_day_of_the_same_year_leaves_the_year_out() -> None:
    table = words()["ar"]["date"]
    assert in_words("2019-03-20~", table, near="2019-03-22") == "نحو 20 آذار"
    assert in_words("2018-03-20", table, near="2019-03-22") == "20 آذار 2018"
    assert in_words("2019-03", table, near="2019-03-22") == "آذار 2019"


def test_direction_of_languages() -> None:
    assert [direction(code) for code in ("ar", "en", "fa", "ar-SY", "xx-nobody")] == [
        "rtl",
        "ltr",
        "rtl",
        "rtl",
        "auto",
    ]
