"""Which words of an article are names, and which of these may be met in other spellings.

Spellings of a foreign name differ in the letters of vowels («كلينتون», «كلنتون») and in sounds that Arabic
has no letter for («غوتيريش», «جوتيريش»). Those of Arabic names do not: «سالم» and «سليم» are two names. So a
name is compared in spelling only where no other word of the dictionary has its consonants, or where these are
more than an Arabic root's and its pattern's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from musnad.arabic import lexicon
from musnad.arabic.fold import fold
from musnad.search import likeness
from musnad.search.likeness import Name, arabic, latin

_LEAST = 3  # letters of a name that is compared with others
_MANY = 5  # consonants that are no Arabic word's


def kinds(
    terms: Iterable[str], proper: Collection[str], named: Collection[str], capitals: Mapping[str, bool]
) -> list[str]:
    """The names among the terms of an article's text: a letter for its kind, and the term; each once, sorted.

    They are those of names (`named`; of them `proper` those of persons and places), words that no dictionary
    has, and of Latin letters those with capitals that are no common word or stand by themselves in Arabic
    text («Syria», not «Sorry»); `capitals` tells of each whether it does.
    """
    among = _dictionary()
    others = set(terms) - among
    others -= {
        one
        for one in others
        if latin(one) and not (capitals.get(one) or (one in capitals and not _common(one)))
    }
    found = (_name(term, term in proper or term in others) for term in sorted({*named, *others}))
    return [name for name in found if name]


@lru_cache(maxsize=1 << 17)
def _name(term: str, spelled: bool) -> str:
    """A term after its kind; «» where it is no name. `spelled`: it may be met in other spellings."""
    if len(term) < _LEAST or not (latin(term) or arabic(term)):
        return ""
    return f"{kind(term) if spelled else 'a'}{term}"


def kind(term: str) -> str:
    """What a name may be met as, as a letter.

    a: one with consonants that other words have too, compared across scripts alone; f: a foreign one that no
    dictionary has; g: one that a dictionary has; two of these are two names.
    """
    among = _dictionary()
    bare = _bare(term)
    alone = len(bare) == _MANY - 1  # of so many one word has them: the same in another spelling («واشنطون»)
    shared = len(bare) < _MANY and _consonants()[bare] > (term in among) + alone
    if not arabic(term) or shared or any(letter in term for letter in likeness.table()["native"]):
        return "a"
    return "g" if term in among else "f"


def read(names: str) -> list[Name]:
    """The names of `Entry.names`."""
    return [Name(one[1:], one[0]) for one in names.split()]


def _common(word: str) -> bool:
    """Whether a word of Latin letters is an English one that is no name.

    simplemma's dictionary writes names with a capital.
    """
    english = lexicon.english()
    return word in english and word.capitalize() not in english


@cache
def _dictionary() -> frozenset[str]:
    """The folded headwords of all dictionaries."""
    verbs = lexicon.verbs()
    words = {*lexicon.words().values(), *map(fold, set(lexicon.dictionary().values()))}
    return frozenset((*words, *verbs.past.values(), *verbs.imperfect.values()))


@cache
def _consonants() -> Counter[str]:
    """How many headwords have the same consonants."""
    return Counter(map(_bare, _dictionary()))


def _bare(word: str) -> str:
    return "".join(letter for letter in word if letter not in likeness.table()["vowels"])
