"""Who acts in a sentence: the subject of its main verb, for reports that leave their source out."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.grammar import adjective, conjoined, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS, noun_phrase
from musnad.annotate.claims.sources import Range, before, main_verb, past_asides

_FAR = 80  # tokens among which a sentence names whom it is about


def agent(p: Passage, first: int, limit: int) -> Range | None:
    """The subject of a sentence's main verb, for reports that leave their source out."""
    at = first
    while at < limit and at < first + 25:
        if p.keys[at] in cues.listed("which"):  # past a relative clause
            at = next((k for k in range(at, limit) if p.keys[k] in COMMAS), limit)
            continue
        if p.within[at] is None and p.names[at] is None and (main_verb(p, at) or _opens(p, at, first)):
            break
        at += 1
    if at >= limit or at >= first + 25:
        return _first_person(p, first, limit)
    begin = past_asides(p, at + 1, limit)
    end = noun_phrase(p, begin, limit)
    end -= end > begin + 1 and p.preposition(end - 1)
    leading = before(p, at)
    opened = p.phrase(first, "openers") or conjoined(p.keys[first])
    if leading is not None and (opened or any(p.names[leading[0] : leading[1]])):
        return leading
    known = any(p.names[begin:end]) or p.is_role(begin) or p.keys[at] in cues.forms()
    plain = begin < limit and (not adjective(p.keys[begin]) or p.keys[begin].endswith("ون"))
    known = known or (plain and p.keys[begin].startswith("ال"))
    if end > begin and known and p.keys[begin] not in cues.listed("prepositions"):
        return begin, end
    return before(p, at) or _first_person(p, first, limit)


def _opens(p: Passage, at: int, first: int) -> bool:
    """Whether a sentence's first word, which no list knows, must be its verb: «وتطرق الرئيس إلى …»."""
    key = p.keys[at]
    bare = key[1:] if conjoined(key) else key
    noun = (
        bare.startswith("ال") or bare.endswith("ه") or verbal_noun(bare) or adjective(bare) or len(bare) < 3
    )
    known = noun or p.is_role(at) or bare in cues.roles() or p.preposition(at) or bare in cues.listed("aside")
    follows = at + 1 < len(p.keys) and (
        p.person(at + 1) or (p.is_role(at + 1) and p.keys[at + 1][:2] == "ال")
    )
    return at == first and conjoined(key) and not known and follows


def _first_person(p: Passage, first: int, limit: int) -> Range | None:
    """The first person named in a sentence, if soon."""
    near = range(first, min(limit, first + _FAR))
    return next(((k, p.through[k]) for k in near if p.person(k)), None)
