"""The noun phrase a report names as its source, beside a cue."""

from __future__ import annotations

import re

from musnad.annotate import cues
from musnad.annotate.passage import Passage
from musnad.arabic.fold import fold

Range = tuple[int, int]

_SUFFIXES = ("ية", "يين", "يون", "ات", "ين", "ون", "ان", "ة", "ه", "ا")
_VERBAL = re.compile(
    r"^(?:ال)?(?:ت\w{2}ي\w|است\w{2}ا\w|ا\wت\w?ا\w|ان\w{2}ا\w|ا\w{2}ا\w|ا\w{1,2}ا\wه|م\wا\w{2}ه|ت\w{1,2}ا\w)"
    r"(?:ه|ها|هم|هما|نا|ات)?$"
)


def verbal_noun(word: str) -> bool:
    """Whether a folded word looks like a noun of doing or being: «سيطرتها», «وجود», «الاعتراف»."""
    bare = word[2:] if word.startswith("ال") else word
    stems = {word, bare}
    for pronoun in ("هم", "ها", "هما", "ه", "نا"):
        if bare.endswith(pronoun) and len(bare) - len(pronoun) > 2:
            stem = bare[: -len(pronoun)]
            stems |= {stem, stem[:-1] + "ه"} if stem.endswith("ت") else {stem}
    if stems & (cues.words("verbal_nouns") | cues.listed("abstract")):
        return True
    return word not in cues.roles() and _VERBAL.match(word) is not None


def adjective(word: str) -> bool:
    """Whether a folded word is a known adjective, in any gender or number."""
    bare = word[2:] if word.startswith("ال") else word
    known = cues.words("adjectives")
    if bare in known:
        return True
    return any(bare.endswith(fold(s)) and bare[: -len(s)] in known for s in _SUFFIXES) or (
        len(bare) > 4
        and bare.endswith(("يه", "يين", "يون"))
        and bare[: -(1 if bare.endswith("يه") else 2)] in known
    )


def verb(word: str) -> bool:
    """Whether a folded word, perhaps after و or ف, is a finite verb that the lists know."""
    known = cues.words("verbs")
    form = cues.forms().get(word)
    if form is not None:
        return form.tense != "participle"
    if word in known or (word[:1] in ("و", "ف") and word[1:] in known and word not in cues.words("initials")):
        return True
    bare = word[1:] if word[:1] in ("و", "ف") else word
    return bare[:2] in ("سي", "ست", "سن") and bare[1:] in known


def noun_phrase(p: Passage, start: int, limit: int) -> int:
    """The token after the noun phrase that starts at a token; `start` where none does.

    Head, construct nouns, adjectives, names, a bracketed alias, and an apposed name or title.
    """
    at = start
    person = False
    while at < limit:
        key = p.keys[at]
        quote = p.opened.get(at)
        if quote is not None and quote.closed and quote.end < limit:
            if at > start and p.count_words(quote.start, quote.end) > 5:
                break
            at = quote.end + 1
            continue
        name = p.names[at]
        if name is not None:
            if at > start and p.names[at - 1] is not None and not _joins(p, at):
                break
            person = person or name.type == "person"
            at = p.through[at]
            continue
        if key == "(":
            close = next((k for k in range(at, min(at + 8, limit)) if p.keys[k] == ")"), None)
            if close is None or at == start:
                break
            at = close + 1
            continue
        if key == "،" and at > start:
            nxt = at + 1
            if nxt < limit and ((p.person(nxt) and not person) or (person and p.is_role(nxt))):
                at = nxt
                continue
            break
        if p.tokens[at].kind != "word" or p.dates[at] is not None:
            break
        if at == start or _continues(p, start, at, person):
            at += 1
            continue
        break
    return at


def _joins(p: Passage, at: int) -> bool:
    """Whether a name right after a name is its alias or joined to it by و."""
    return p.keys[at].startswith("و") and p.names[at] is not None and p.tokens[at].start < p.names[at].start  # type: ignore[union-attr]


def _continues(p: Passage, start: int, at: int, person: bool) -> bool:
    """Whether the word at a token belongs to the noun phrase before it."""
    key, before = p.keys[at], p.keys[at - 1]
    if key in cues.listed("aside") or key in cues.forms():
        return False
    if key in cues.roles() and (person or p.names[at - 1] is not None):
        return person
    if person:
        return False
    if adjective(key) and key.startswith("ال") == _definite(p, start, at):
        return True
    if key.startswith("باسم") or before.startswith("باسم") or before in ("في", "من", "بين"):
        return True
    if key in ("في", "من"):
        return (
            before in cues.roles() or adjective(before) or before in ("عدد", "العديد", "عشرات", "مئات", "كل")
        )
    construct = not before.startswith("ال") and not adjective(before) and p.names[at - 1] is None
    if construct and (before in cues.roles() or not verbal_noun(key)):
        return not verb(key)
    return key.startswith("ل") and key not in cues.words("verbs") and before in cues.roles()


def _definite(p: Passage, start: int, at: int) -> bool:
    return any(p.keys[k].startswith("ال") or p.names[k] is not None for k in range(start, at))


def aside(p: Passage, at: int, name_seen: bool) -> bool:
    """Whether a phrase of time, place, occasion, channel or addressee starts at a token."""
    key = p.keys[at]
    if p.dates[at] is not None or key in cues.listed("aside") or key in cues.listed("audience"):
        return True
    after = p.keys[at + 1] if at + 1 < len(p.keys) else ""
    if key in ("في", "من", "وفي"):
        place = at + 1 < len(p.names) and p.names[at + 1] is not None
        timed = at + 1 < len(p.dates) and p.dates[at + 1] is not None
        return timed or after in cues.listed("channel") or (place and name_seen)
    if key.startswith("ل") and len(key) > 2:
        bare = key[1:] if not key.startswith("لل") else "ال" + key[2:]
        if (
            bare in cues.listed("media")
            or "ال" + bare in cues.listed("media")
            or bare[2:] in cues.listed("media")
        ):
            return True
        name = p.names[at]
        return name is not None and name_seen and name.type == "organization"
    if key in ("ل", "لـ") and at + 1 < len(p.names):
        return name_seen
    form = cues.forms().get(key)
    return form is not None and form.tense == "participle" and not p.is_role(at)


def between(p: Passage, start: int, end: int) -> Range | None:
    """The source's noun phrase among the tokens between a cue and its content; None where there is none.

    Phrases of time, place, channel and addressee before and after it are left out.
    """
    at = start
    while at < end and p.tokens[at].kind == "sign" and at not in p.opened:
        at += 1
    while at < end and aside(p, at, False):
        if p.dates[at] is not None:
            at = p.through[at]
        else:
            at = next((k for k in range(at, end) if p.keys[k] in "،,؛"), end)
        while at < end and p.tokens[at].kind == "sign" and at not in p.opened:
            at += 1
    if at >= end:
        return None
    stop = _source_end(p, at, end)
    while stop > at and p.tokens[stop - 1].kind == "sign" and p.keys[stop - 1] in "،,:؛-–":
        stop -= 1
    return (at, stop) if stop > at else None


def _source_end(p: Passage, start: int, end: int) -> int:
    at = start
    person = named = False
    role = -1
    while at < end:
        quote = p.opened.get(at)
        if quote is not None and quote.closed and quote.end < end:
            named = True
            at = quote.end + 1
            continue
        if at > start and aside(p, at, person or (named and role < start)):
            return at
        key = p.keys[at]
        if key in "،,-–" and at > start:
            nxt = at + 1
            if nxt < end and p.person(nxt) and not person:
                at = nxt
                continue
            if nxt < end and (person or named) and _apposition(p, nxt):
                at = nxt
                continue
            if (
                nxt < end
                and p.tokens[nxt].kind == "number"
                and nxt + 1 < end
                and fold(p.keys[nxt + 1]).startswith("عام")
            ):
                at = nxt + 2
                continue
            return at
        name = p.names[at]
        if name is not None:
            person = person or name.type == "person"
            named = True
            at = p.through[at]
            continue
        if key in cues.roles():
            role = at
            person = False if person and at > start else person
        at += 1
    return at


def _apposition(p: Passage, at: int) -> bool:
    key = p.keys[at]
    return (
        key in cues.roles()
        or key in cues.listed("relative")
        or (key.startswith("و") and key[1:] in cues.roles())
    )


def before(p: Passage, cue: int) -> Range | None:
    """The subject that stands before a cue in its clause («الجيش أعلن أن»); None where there is none."""
    start = p.first[cue]
    end = cue
    while end > start and p.keys[end - 1] in cues.listed("auxiliary"):
        end -= 1
    at = _clause_start(p, start, end)
    if at >= end:
        return None
    first = p.keys[at]
    if (
        first in cues.listed("aside")
        or first in ("في", "من", "عن", "مع", "و")
        or (verb(first) and p.names[at] is None)
    ):
        return None
    depth = 0
    for k in range(at, end):
        if p.keys[k] in cues.listed("relative"):
            depth = 1
        inside = p.within[k] is not None or p.names[k] is not None
        if p.keys[k] in "،,":
            depth = 0
        if not depth and not inside and k > at and verb(p.keys[k]) and not p.is_role(k):
            return None
        if p.keys[k] in ":؛؟!":
            return None
    named = any(p.names[k] is not None for k in range(at, end))
    if not named and not p.is_role(at) and not first.startswith("ال"):
        return None
    stop = _source_end(p, at, end)
    rest = range(stop, end)
    if stop < end and not (p.keys[stop] in "،," or aside(p, stop, True)):
        return None
    if any(p.keys[k] in "،," for k in rest) and p.keys[end - 1] not in "،,":
        return None
    while stop > at and p.tokens[stop - 1].kind == "sign" and p.keys[stop - 1] in "،,":
        stop -= 1
    return (at, stop) if stop > at else None


def _clause_start(p: Passage, start: int, end: int) -> int:
    """The first token of the clause that ends at a token: after the last opener before it."""
    at = start
    k = start
    while k < end:
        if p.within[k] is not None:
            k += 1
            continue
        size = p.phrase(k, "openers")
        if not size and p.keys[k][:1] in ("و", "ف") and len(p.keys[k]) > 1:
            bare = p.keys[k][1:]
            size = int(any(phrase == (bare,) for phrase in cues.opening("openers").get(bare, ())))
        if size:
            at = k + size
            k += size
        else:
            k += 1
    return at
