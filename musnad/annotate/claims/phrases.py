"""Phrases around a cue: noun phrases, and phrases of time, place, occasion, channel and addressee."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.grammar import adjective, adverb, participle, verb, verbal_noun
from musnad.annotate.claims.passage import Passage

COMMAS = frozenset("،,؛")


def noun_phrase(p: Passage, start: int, limit: int) -> int:
    """The token after the noun phrase that starts at a token; `start` where none does.

    A head, construct nouns, adjectives, names, a bracketed alias, an apposed name or title.
    """
    at = start
    person = False
    if start < limit and (p.keys[start] in cues.that() or p.preposition(start)):
        return start
    if p.keys[start : start + 2] == ["كل", "من"]:
        return _each(p, start + 2, limit)
    while at < limit:
        key = p.keys[at]
        quote = p.opened.get(at)
        if quote is not None and quote.closed and quote.end < limit:
            if at > start and (p.count_words(quote.start, quote.end) > 5 or _done(p, quote.start + 1)):
                break
            at = quote.end + 1
            continue
        name = p.names[at]
        if name is not None:
            if at > start and not _follows(p, at) and not (p.is_role(start) and p.person(at) and not person):
                break
            person = person or (name.type == "person" and cues.roles().get(p.keys[start]) != "body")
            at = p.through[at]
            continue
        if key == "(" and at > start:
            close = next((k for k in range(at, min(at + 8, limit)) if p.keys[k] == ")"), None)
            if close is None:
                break
            at = close + 1
            continue
        if key in COMMAS and at > start and at + 1 < limit:
            if (p.person(at + 1) and not person) or (person and p.is_role(at + 1)):
                at += 1
                continue
            break
        if key in "#_":
            at += 1
            continue
        if p.tokens[at].kind != "word" or p.dates[at] is not None:
            break
        if at > start and not _continues(p, start, at, person):
            break
        at += 1
    return at


def _each(p: Passage, at: int, limit: int) -> int:
    """The token after the names of «كل من السعودية، والكويت وقطر»."""
    end = at
    while at < limit:
        if p.names[at] is not None:
            at = end = p.through[at]
        elif (
            p.keys[at] in COMMAS
            and at + 1 < limit
            and p.names[at + 1] is not None
            and p.keys[at + 1][0] == "و"
        ):
            at += 1
        elif p.is_role(at) or p.keys[at].removeprefix("و") in cues.roles() or adjective(p.keys[at]):
            at = end = at + 1
        else:
            break
    return end


def _done(p: Passage, at: int) -> bool:
    """Whether a quotation starts with a noun of doing, so that it is no name: «"مقتل أو اعتقال"»."""
    key = p.keys[at]
    done = verbal_noun(key) or key in cues.listed("losses")
    return p.names[at] is None and not key.startswith("ال") and done


def _follows(p: Passage, at: int) -> bool:
    """Whether a name may follow what stands before it: no name, or it has و, or is a man after a place."""
    before, name = p.names[at - 1], p.names[at]
    if before is None or name is None or p.keys[at].startswith("و"):
        return True
    return (before.type, name.type) == ("place", "person")


def _continues(p: Passage, start: int, at: int, person: bool) -> bool:
    """Whether the word at a token belongs to the noun phrase before it."""
    key, before = p.keys[at], p.keys[at - 1]
    if before in "#_" or before == "ال":  # «آل الشيخ»
        return True
    if p.tokens[at - 1].kind == "sign" and p.within[at - 1] is None:
        return False
    if p.phrase(at, "manner"):
        return False
    if key == "لدي" and any(p.is_role(k) for k in range(start, at)):  # «السفيرة لدى الأمم المتحدة»
        return True
    if key in cues.listed("aside") or key in cues.forms() or key in cues.that():
        return False
    if p.preposition(at) and key not in cues.listed("within"):
        return False
    if key in cues.roles() and (person or p.names[at - 1] is not None):
        return person and cues.roles()[key] != "body"
    if person:
        return False
    if key[0] == "و" and (p.names[at] is not None or (key[1:3] == "ال" and not verbal_noun(key[1:]))):
        return p.names[at - 1] is not None or before in cues.roles()
    if key in cues.listed("of_them") and before in cues.listed("accused"):  # «المشتبه به»
        return True
    if key[0] == "و" and adjective(key[1:]) and adjective(before) and key[1:3] != "ال":
        return not before.startswith("ال") and at > start + 1  # «مسؤولون بريطانيون وفرنسيون»
    definite = _definite(p, start, at)
    if key.startswith("ال") == definite and (adjective(key) or (definite and participle(key))):
        return True
    if adverb(key):
        return True
    if key.startswith("باسم") or before.startswith("باسم") or before in cues.listed("within"):
        return True
    if key == "من":
        return before in cues.listed("counts")
    if key in cues.listed("within"):
        said = at + 1 < len(p.keys) and key in cues.listed("in") and _channel(p.keys[at + 1])
        return not said and (before in cues.roles() or adjective(before))
    headed = before in cues.roles() or not adjective(before)
    construct = not before.startswith("ال") and headed and p.names[at - 1] is None
    if key.startswith("ال") and before in cues.listed("general") and p.keys[at - 2] in cues.roles():
        return True
    if construct and (before in cues.roles() or not verbal_noun(key)):
        return not verb(key)
    titled = any(p.keys[k] in cues.roles() for k in range(start, at))
    return titled and key.startswith("ل") and key not in cues.words("verbs")


def _definite(p: Passage, start: int, at: int) -> bool:
    return any(p.keys[k].startswith("ال") or p.names[k] is not None for k in range(start, at))


def aside(p: Passage, at: int, role: bool, named: bool) -> int:
    """The token after the phrase of time, place, occasion, channel or addressee at a token; `at` for none.

    `role` and `named` say whether a title or a name stands in the noun phrase before: «في» and «لـ»
    after a mere title still belong to it («المدير الإقليمي لمنطقة …»).
    """
    key = p.keys[at]
    if p.dates[at] is not None:
        return p.through[at]
    if p.person(at) and key not in cues.listed("aside_words"):  # «علي النمر»
        return at
    if key == "علي" and p.tokens[at].text == "علي" and not (named or role):  # a man, no preposition
        return at
    manner = p.phrase(at, "manner")
    if manner:
        return at + manner
    if key in cues.listed("to_whom") and at and p.keys[at - 1] in cues.listed("allowed"):
        return at
    after = p.keys[at + 1] if at + 1 < len(p.keys) else ""
    if key == "علي" and (
        after in cues.listed("acquainted") or (at and p.keys[at - 1] in cues.listed("over"))
    ):
        return at
    if key in cues.listed("aside") or key in cues.listed("audience"):
        return at if role and key == "لدي" else _to_comma(p, at)
    if key in cues.listed("aside_words") or (not named and not role and _manner(p, at)):
        return at + 1
    if key in cues.listed("on") and after in cues.listed("sides"):
        return at + 2
    if key in cues.listed("in"):
        if p.dates[at + 1] is not None if after else False:
            return p.through[at + 1]
        place = bool(after) and p.names[at + 1] is not None
        if _channel(after) or (place and named and not role):
            return _to_comma(p, at)
        return at
    if _addressee(p, at, role, named):
        return _to_comma(p, at)
    form = cues.forms().get(key)
    if form is not None and form.tense == "participle" and not p.is_role(at):
        return _to_comma(p, at)
    return at


def _manner(p: Passage, at: int) -> bool:
    """Whether a word with ب says how: «بالمقابل», «بوضوح»."""
    key = p.keys[at]
    own = key in cues.words("initials") or p.names[at] is not None or p.is_role(at)
    known = key.startswith("بال") or verbal_noun(key[1:]) or adjective(key[1:])
    return key[0] == "ب" and len(key) > 3 and known and not own


def _channel(word: str) -> bool:
    """Whether a folded word is a channel, perhaps with a pronoun: «بيان», «بلاغه», «كلمتها»."""
    listed = cues.listed("channel")
    word = word.removeprefix("ال")
    stems = {word.removesuffix(pronoun) for pronoun in ("ه", "ها", "هم")}
    return bool(listed & (stems | {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}))


def _addressee(p: Passage, at: int, role: bool, named: bool) -> bool:
    """Whether ل at a token opens who was spoken to: «لوكالة رويترز», «لمتابعيها», «لبي بي سي»."""
    key = p.keys[at]
    if key[:1] != "ل":
        return False
    name = p.names[at]
    if key in cues.listed("of") and at + 2 < len(p.names):  # «لـCNN»، «لـ"فرانس برس"»
        name = name or p.names[at + 1] or (p.names[at + 2] if at + 1 in p.opened else None)
    bare = "ال" + key[2:] if key.startswith("لل") else key[1:]
    if bare in cues.listed("agencies") and p.keys[at - 1] not in cues.roles():
        return True
    medium = bare.removeprefix("ال") in cues.listed("media")
    if name is not None and key in cues.listed("of") and name.type == "organization" and _plural(p, at):
        return True
    if name is not None and not (medium and p.keys[at - 1] not in cues.roles()):
        return named and not role and name.type == "organization"
    if len(key) < 4 or key in cues.words("verbs") or key in cues.words("initials"):
        return False
    if medium:
        spoke = p.keys[at - 1].startswith("ال") and p.keys[at - 1] not in cues.listed("staff")
        return not role or named or spoke or p.keys[at - 1] not in cues.roles()
    return named and not role


def _plural(p: Passage, at: int) -> bool:
    """Whether speakers without an office stand before a token, who belong to no body: «مصادر ميدانية»."""
    heads = [p.keys[k] for k in range(at - 1, max(p.first[at], at - 4) - 1, -1)]
    if any(cues.roles().get(key) == "person" for key in heads):  # «مدير المركز الإعلامي لـ«…»»
        return False
    return any(cues.roles().get(key) == "people" or key in cues.listed("documents") for key in heads)


def _to_comma(p: Passage, at: int) -> int:
    k = at + 1
    while k < p.last[at] and p.keys[k] not in COMMAS and p.keys[k] != ":":
        if p.dates[k] is not None:
            return p.through[k]
        quote = p.opened.get(k)
        k = quote.end + 1 if quote is not None and quote.closed else k + 1
    return k
