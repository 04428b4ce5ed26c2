"""What kind of word a folded word is, as far as lists and shapes tell: verb, verbal noun, adjective."""

from __future__ import annotations

import re
from functools import lru_cache

from musnad.annotate.claims import cues

# Verbal nouns of the derived forms (تفعيل، استفعال، افتعال، انفعال، إفعال، مفاعلة), with a pronoun or plural.
_VERBAL = re.compile(
    r"^(?:ال)?(?:ت\w{2}ي\w|ت\wا\w{2}|است\w{2}ا\w|است\wا\wه|است\wا\wت(?=ه|ها|هم|هما|نا)|ا\wت\w?ا\w|ان\w{2}ا\w|ا\w{2}ا\w|ا\w{1,2}ا\wه|م\wا\w{2}ه)"
    r"(?:ه|ها|هم|هما|نا|ات)?$"
)
_PRONOUNS = ("هما", "هم", "ها", "نا", "ه")
_ENDINGS = ("يين", "يون", "ات", "ين", "ون", "ان", "ه", "ا")


@lru_cache(maxsize=1 << 14)
def verbal_noun(word: str) -> bool:
    """Whether a folded word looks like a noun of doing or being: «سيطرتها», «وجود», «الاعتراف»."""
    bare = word.removeprefix("ال")
    stems = {word, bare}
    for pronoun in _PRONOUNS:
        if bare.endswith(pronoun) and len(bare) - len(pronoun) > 2:
            stem = bare[: -len(pronoun)]
            stems |= {stem, stem[:-1] + "ه"} if stem.endswith("ت") else {stem}
    if stems & (cues.words("verbal_nouns") | cues.listed("states")):
        return True
    return word not in cues.roles() and _VERBAL.match(word) is not None


@lru_cache(maxsize=1 << 14)
def adjective(word: str) -> bool:
    """Whether a folded word is a known adjective, in any gender or number, with or without article."""
    bare = word.removeprefix("ال")
    known = cues.words("adjectives")
    if bare in known:
        return True
    for ending in _ENDINGS:
        stem = bare.removesuffix(ending)
        if stem != bare and (stem in known or (stem + "ي" in known and ending in ("يين", "يون"))):
            return True
    return False


def participle(word: str) -> bool:
    """Whether a folded word with the article has the shape of a participle: «المدعومة», «المسلحين»."""
    return word.startswith("الم") and len(word) > 5 and not verbal_noun(word)


def adverb(word: str) -> bool:
    """Whether a folded word is an adverb made of a relational adjective: «أميركيا», «عسكريا»."""
    return word.endswith("يا") and len(word) > 4 and word[:-1] in cues.words("adjectives")


@lru_cache(maxsize=1 << 14)
def verb(word: str) -> bool:
    """Whether a folded word, perhaps after و or ف, is a finite verb that the lists know."""
    form = cues.forms().get(word)
    if form is not None:
        return form.tense != "participle"
    known = cues.words("verbs")
    if word in known:
        return True
    if word[0] == "ت" and "ي" + word[1:] in known and not verbal_noun(word):
        return True
    if word[0] == "ي" and len(word) > 3 and word not in cues.listed("nouns_in_ya"):
        return True
    bare = word[1:] if word[:1] in ("و", "ف") and word not in cues.words("initials") else word
    if bare in known or (bare[:2] in ("سي", "ست", "سن") and bare[1:] in known):
        return True
    objects = (bare.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه") if bare.endswith(pronoun))
    if any(stem.endswith("ت") and stem in cues.forms() for stem in objects):  # «وانتقدتها»
        return True
    return bare[:1] in ("ي", "ت") and any(
        bare.endswith(pronoun) and bare.removesuffix(pronoun) in known for pronoun in ("ها", "هم", "ه")
    )


def conjoined(word: str) -> bool:
    """Whether a folded word starts with و or ف that is no letter of its own."""
    if word[:1] not in ("و", "ف") or len(word) <= 2 or word in cues.words("initials"):
        return False
    return word not in cues.words("verbs") or word[1:] in cues.words("verbs") or word in cues.forms()


def preposed(key: str) -> bool:
    """Whether a folded word starts with a preposition ل that leaves the rest whole (not للـ)."""
    return key[0] == "ل" and not key.startswith("لل") and key not in cues.words("initials")


def glued(key: str) -> bool:
    """Whether a letter of the report is written on a folded word: ل of «وفقا لـ», و of «… وفلان يقول: …»."""
    return preposed(key) or (key[0] == "و" and conjoined(key))
