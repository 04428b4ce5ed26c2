"""Lemmas: the word of the dictionary behind a word of a text, folded.

A word is looked up as it stands, then without its clitics, then with another spelling of hamza, alef, ya
and ta marbuta; in the lexicon first, then in simplemma's dictionary, then by the rules of `data/lemmas.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from pyarabic.araby import strip_diacritics, strip_tatweel

from musnad.arabic import clitics, lexicon
from musnad.arabic.fold import data, fold, spans

_SEATS = (("ؤو", "ئو"), ("ؤو", "ءو"), ("آ", "ءا"))
_LONGEST = 60  # with vowel signs; what is longer is no word
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_INNER = re.compile("(?<=.)[وي](?!ه?$)")
_TWICE = re.compile(r"(.)\1")


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("musnad.arabic").joinpath("data/lemmas.toml").read_text("utf-8"))


@lru_cache(maxsize=1 << 17)
def lemma(word: str) -> str:
    """The folded lemma of a word as it stands in a text: «وبالسيارات» is سياره, «يستسلموا» is استسلم.

    Of a word that no dictionary has, its folded letters without article or conjunction.
    """
    if word[:1] < "\u0600" or len(word) > _LONGEST:
        return fold(word)
    plain = word if _PLAIN.fullmatch(word) else _plain(word)
    if not plain:  # nothing but vowel signs
        return fold(word)
    found = (_look_up(candidate) for candidate in _candidates(plain))
    return _as_usual(next((lemma for lemma in found if lemma), None) or _unknown(plain))


def _candidates(word: str) -> Iterator[str]:
    """What to look a word up as, the likeliest first."""
    yield word
    yield from _inside(word)
    if bare := _without_article(word):
        yield bare
        yield from _spellings(bare)  # before pronouns, which do not follow an article: «المنطقه»
    stems = clitics.stems(word, _rules()["before_pronoun"])
    yield from stems[1:]
    for stem in stems:
        yield from _spellings(stem)


def _without_article(word: str) -> str | None:
    for start in clitics.proclitics(word):
        for article in clitics.data()["articles"]:
            if word.startswith(article, start) and len(word) - start - len(article) > 2:
                return word[start + len(article) :]
    return None


@cache
def _letters() -> Mapping[int, str]:
    """Persian letters as Arabic ones; signs nobody sees as none."""
    unseen = (code for first, last in spans(data()["invisible"]) for code in range(first, last + 1))
    return {**dict.fromkeys(unseen, ""), **str.maketrans(_rules()["letters"])}


def _plain(word: str) -> str:
    """A word as a dictionary writes it: no vowel signs or tatweel, no printed or Persian forms of letters."""
    letters: str = strip_diacritics(strip_tatweel(unicodedata.normalize("NFKC", word)))
    return letters.translate(_letters())


def forms() -> Iterator[tuple[str, str]]:
    """Every written form that the dictionaries have, with its folded lemma; half a second for all of them."""
    own = lexicon.words()
    for form, headword in own.items():
        yield form, _as_usual(headword)
    for form, headword in lexicon.dictionary().items():
        if form not in own:
            yield form, _as_usual(_look_up(form) or fold(headword))


def spelled(word: str) -> Iterator[str]:
    """A dictionary's word as it may be written: «رؤوس», and «رئوس» and «رءوس»; «قرآن» and «قرءان»."""
    yield word
    yield from (word.replace(seat, other) for seat, other in _SEATS if seat in word[1:])


@cache
def headwords() -> frozenset[str]:
    """The folded lemmas of the lexicon: words that are no other word with a clitic."""
    return frozenset(map(_as_usual, lexicon.words().values()))


def foreign_rules() -> Mapping[str, Any]:
    """What `bones` goes by, for the browser."""
    rules: Mapping[str, Any] = _rules()["foreign"]
    return rules


def bones(form: str) -> str:
    """What spellings of a foreign word share: a folded word without the و and ي inside it, letters once.

    «» where it may be an Arabic word: of less than five consonants, or with one that foreign words lack.
    """
    rules = foreign_rules()
    if len(form) <= rules["least"] or not _PLAIN.fullmatch(form) or form.startswith(tuple(rules["derived"])):
        return ""
    kept = _TWICE.sub(r"\1", _INNER.sub("", form))
    consonants = [letter for letter in kept if letter not in rules["vowels"]]
    native = not set(consonants).isdisjoint(rules["native"])
    return "" if native or len(consonants) < rules["least"] else kept


@cache
def foreign() -> Mapping[str, str]:
    """The bones of the lexicon's foreign words -> the word; of several spellings the shortest."""
    heads = sorted(set(lexicon.words().values()), key=lambda word: (-len(word), word))
    return {kept: word for word in heads if (kept := bones(word))}


def _as_usual(lemma: str) -> str:
    """A lemma, of a foreign word in the lexicon's spelling: «ديموقراطي» is ديمقراطي."""
    return _foreign(lemma) or lemma


def _foreign(form: str) -> str | None:
    """The foreign word of the lexicon that a folded word is another spelling of."""
    return foreign().get(bones(form)) if f"{form[:1]}{form[-1:]}" in _ends() else None


@cache
def _ends() -> frozenset[str]:
    """First and last letters of the lexicon's foreign words: few words have the same."""
    return frozenset(f"{kept[0]}{kept[-1]}" for kept in foreign())


def _look_up(word: str) -> str | None:
    """The folded lemma of a word without clitics."""
    # simplemma has many inflected forms as their own headwords: rules go before these
    return (
        _dual(word)
        or _entry(word)
        or (_foreign(fold(word)) if len(word) > foreign_rules()["least"] else None)
        or _noun(word)
        or _verb(word)
        or (fold(word) if word in lexicon.dictionary() else None)
    )


def _entry(word: str) -> str | None:
    """The folded lemma of a form that a dictionary has."""
    own = lexicon.words()
    if word in own:
        return own[word]
    headword = lexicon.dictionary().get(word)
    if headword is None or headword == word:
        return None
    return next((own[word] for word in (headword, *_inside(headword)) if word in own), fold(headword))


def _dual(word: str) -> str | None:
    """The lemma of two of a noun in ـة that the lexicon has."""
    endings = tuple(_rules()["noun"]["dual"])
    return lexicon.words().get(f"{word[:-3]}ة") if word.endswith(endings) and len(word) > 5 else None


def _noun(word: str) -> str | None:
    """The lemma of a noun or adjective that the lexicon has without this ending."""
    own = lexicon.words()
    for ending, bare in _rules()["noun"]["endings"]:
        if word.endswith(ending):
            base = word.removesuffix(ending) + bare
            if len(base) > 2 and base in own:
                return own[base]
    return None


def _verb(word: str) -> str | None:
    """The lemma of a conjugated verb."""
    verbs, rules = lexicon.verbs(), _rules()["verb"]
    if word[0] in rules["imperfect_before"]:
        for ending in rules["imperfect"]:
            if word.endswith(ending) and (verb := verbs.imperfect.get(word[1 : len(word) - len(ending)])):
                return verb
    for ending in rules["past"]:
        if word.endswith(ending) and (verb := verbs.past.get(word[: len(word) - len(ending)])):
            return verb
    return None


def _spellings(word: str) -> Iterator[str]:
    """What a word may be meant for: «الاعلان» without hamza, «منطقه» with ه for ة, «مسئول»."""
    rules = _rules()["spelling"]
    firsts = [word]
    if word[0] in rules["first"]:
        firsts += [letter + word[1:] for letter in rules["first"] if letter != word[0]]
    yield from firsts[1:]
    for letter, other in rules["last"]:
        if word.endswith(letter):
            yield from (first.removesuffix(letter) + other for first in firsts)
    yield from _inside(word)


def _inside(word: str) -> Iterator[str]:
    for letters, other in _rules()["spelling"]["inside"]:
        if letters in word:
            yield word.replace(letters, other)


def _unknown(word: str) -> str:
    """The folded word without article or conjunction; of an adjective in ـية, ـيون, ـيين its masculine."""
    rules = _rules()
    conjunction, names = rules["unknown"]["conjunction"], tuple(rules["unknown"]["not_before"])
    bare = _without_article(word)
    if bare is None:
        joined = len(word) > 3 and word.startswith(conjunction) and not word.startswith(names, 1)
        bare = word[1:] if joined else word
    for ending, masculine in rules["noun"]["relative"]:
        if bare.endswith(ending) and len(bare) > 4:
            return fold(bare.removesuffix(ending) + masculine)
    return fold(bare)
