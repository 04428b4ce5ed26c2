"""The index that OpenSearch keeps of an archive: its analyzers and the fields of its documents.

What is searched is analysed here, by the rules of this package, and goes out as terms (opensearch.py); only
queries are analysed there. The chain that does it is made from the tables of `musnad.arabic`:

    apart      marks and invisible signs between digits part them
    letters    folds: what `fold.table` says, one character at a time; decimal signs are not touched
    grouped, thousands, decimals   a number is one, without the signs between its thousands, with POINT in it
    words      words and numbers; «عبدالله» are two
    lemmas     a form to the terms that it stands for in this archive, see vocabulary.py
    point      POINT as a point

All expressions are such as Java and Python read alike. What no archive's table can say is left out: a form
that is in neither the archive nor the dictionary is searched as it is, and is not tried without clitics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from musnad.arabic import clitics, fold
from musnad.arabic.analyzer import analyze

POINT = "\ue000"  # of a number, until it is a token; in texts it is a space
_LONGEST = 8_000  # letters of a term: OpenSearch refuses terms of more than 32,766 bytes
_GROUPS = 6  # of three figures in a number

TERMS = {"type": "text", "analyzer": "terms", "search_analyzer": "query"}
WORDS = {"type": "text", "analyzer": "folded"}
KEYWORD = {"type": "keyword", "ignore_above": _LONGEST}
FIELDS: Mapping[str, Mapping[str, Any]] = {
    "kind": KEYWORD,
    "id": KEYWORD,
    "article": KEYWORD,
    "order": KEYWORD,
    "date": {"type": "date", "format": "yyyy-MM-dd"},
    "date_edtf": KEYWORD,
    "modality": KEYWORD,
    "title": WORDS,
    "content": WORDS,
    "speaker": WORDS,
    "via": WORDS,
    "sources": WORDS,
    "authors": WORDS,
    "names": WORDS,
    "heading": TERMS,
    "text": TERMS,
    "named": TERMS,
    "source": TERMS,
    "filters": KEYWORD,
}


def index(vocabulary: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The body of the request that makes the index; `vocabulary` leads from forms to terms."""
    chain = {"type": "custom", "char_filter": [*char_filters()], "tokenizer": "words"}
    return {
        "settings": {
            "analysis": {
                "char_filter": char_filters(),
                "tokenizer": {
                    "words": {"type": "pattern", "pattern": word_pattern(), "group": 0},
                    "terms": {"type": "whitespace", "max_token_length": _LONGEST},
                },
                "filter": {
                    "lemmas": {"type": "synonym", "synonyms": rules(vocabulary)},
                    "point": {"type": "pattern_replace", "pattern": POINT, "replacement": "."},
                    "no_longer": {"type": "length", "max": _LONGEST},
                },
                "analyzer": {
                    "terms": {"type": "custom", "tokenizer": "terms"},
                    "folded": {**chain, "filter": ["point", "no_longer"]},
                    "query": {**chain, "filter": ["lemmas", "point", "no_longer"]},
                },
            }
        },
        "mappings": {"dynamic": "strict", "properties": FIELDS},
    }


def rules(vocabulary: Mapping[str, Iterable[str]]) -> list[str]:
    """Synonyms as Solr writes them: each form that does not lead to itself alone, and its terms."""
    found = ((form, tuple(terms)) for form, terms in vocabulary.items())
    return [f"{form} => {', '.join(terms)}" for form, terms in found if terms != (form,) and _whole(form)]


def _whole(form: str) -> bool:
    return [token for token, _, _ in analyze(form)] == [form]


@cache
def char_filters() -> dict[str, dict[str, Any]]:
    """What is done to a text before it is cut into words, in this order."""
    table = fold.data()
    thousands, decimals = (_class(table[name] + table["separators"]) for name in ("thousands", "decimals"))
    between = _class(table["thousands"] + table["decimals"] + table["separators"])
    digits = _class("".join(table["digits"]) + table["thousands"] + table["decimals"] + table["separators"])
    signs = "".join(_range(*span) for name in ("marks", "invisible") for span in fold.spans(table[name]))
    start = f"(?<![0-9])(?<![0-9]{between})"
    end = f"(?![0-9])(?!{between}[0-9])"
    groups = f"([1-9][0-9]{{0,2}})({thousands})([0-9]{{3}})" + r"(?:\2([0-9]{3}))?" * (_GROUPS - 1)
    joined = "$1" + "".join(f"${group}" for group in range(3, _GROUPS + 3))
    last = f"${_GROUPS + 4}"
    return {
        "apart": _replace(f"(?<={digits})[{signs}]+(?={digits})", " "),
        "letters": {"type": "mapping", "mappings": _mappings()},
        "grouped": _replace(rf"{start}{groups}(?!\2)({decimals})([0-9]+){end}", f"{joined}{POINT}{last}"),
        "thousands": _replace(f"{start}{groups}{end}", joined),
        "decimals": _replace(f"{start}([0-9]+){decimals}([0-9]+){end}", f"$1{POINT}$2"),
    }


@cache
def word_pattern() -> str:
    """What is a word or number in a folded text."""
    table = clitics.data()
    letter = f"[{''.join(_range(*span) for span in _letters())}]"
    before = f"{_class(''.join(table['conjunctions']))}?{_class(''.join(table['prepositions']))}?"
    joined = f"(?<!{letter}){before}{table['joined']}(?={table['articles'][0]}{letter}{letter})"
    return f"{joined}|{letter}+|[0-9]+(?:{POINT}[0-9]+)?"


def _mappings() -> list[str]:
    found = {chr(code): folded for code, folded in fold.table().items()}
    found |= dict.fromkeys({POINT, *map(chr, _folded() - _codes())}, " ")
    return [f"{_escaped(letter)} => {_escaped(found[letter])}" for letter in sorted(found)]


def _codes() -> set[int]:
    """The letters of words."""
    return {code for a, b in fold.spans(fold.data()["letters"]) for code in range(a, b + 1)}


def _folded() -> set[int]:
    """The letters of folded words; a few («·» of «ŀ») are no letters where a text has them."""
    return {ord(letter) for code in _codes() for letter in fold.table().get(code, chr(code))}


def _letters() -> list[tuple[int, int]]:
    """The letters of folded words, as spans."""
    spans: list[tuple[int, int]] = []
    for code in sorted(_folded()):
        if spans and spans[-1][1] == code - 1:
            spans[-1] = (spans[-1][0], code)
        else:
            spans.append((code, code))
    return spans


def _replace(pattern: str, replacement: str) -> dict[str, Any]:
    return {"type": "pattern_replace", "pattern": pattern, "replacement": replacement}


def _class(letters: str) -> str:
    return f"[{''.join(re.escape(letter) for letter in letters)}]"


def _range(first: int, last: int) -> str:
    return _escaped(chr(first)) + (f"-{_escaped(chr(last))}" if last > first else "")


def _escaped(letters: str) -> str:
    return "".join(f"\\u{ord(letter):04X}" for letter in letters)
