"""Whether a word that looks like a cue is one where it stands."""

from __future__ import annotations

from musnad.annotate.claims import cues, sources
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, conjoined, verbal_noun
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS

_NEAR = 10  # tokens from «عاد» to the cue that it leads to


def usable(p: Passage, i: int, form: Form) -> bool:
    """Whether a word that looks like a cue can be one here: not denied, not a mere wish, not a name."""
    before = p.keys[i - 1] if i > p.first[i] else ""
    if p.names[i] is not None or before in cues.listed("negations"):
        return False
    verb = cues.forms().get(before)
    if verb is not None and verb.lemma == form.lemma and form.tense == "past":
        return False  # «ينفي نفيا قاطعا»
    if p.keys[i] == "وبين" and any(p.keys[k].startswith("بين") for k in range(max(p.first[i], i - 8), i)):
        return False  # «بينه وبين خصمه»
    if (
        form.lemma in cues.listed("withholding")
        and i + 1 < p.last[i]
        and p.keys[i + 1] in cues.listed("unnamed")
    ):
        return False  # «مسؤول طلب عدم ذكر اسمه»
    if p.keys[i].removeprefix("و") == "تبين" and i + 1 < p.last[i] and p.keys[i + 1][0] == "ل":
        return False  # «تبين للمحققين»: it turned out
    later = before == "بعد" and p.keys[i - 2] in cues.listed("what_after")  # «فيما بعد قال»
    if form.tense == "past" and before in cues.listed("noun_follows") and not later:
        return False
    if form.tense == "present" and before in cues.listed("subjunctive"):
        return i >= 2 and p.keys[i - 2] in cues.listed("around")
    if form.tense == "past" and p.tokens[i].text.endswith("ي"):  # «نفي» is a noun, «نفى» the verb
        return False
    if form.tense == "participle" and not _circumstance(p, i, form):
        return False
    if "convicts" in form.frames and any(
        p.keys[k] in cues.listed("sentence") for k in range(i + 1, min(i + 25, p.last[i]))
    ):
        return False
    own = i + 1 in p.opened or p.keys[i + 1 : i + 2] == [] or p.keys[i + 1][0] == "ب"
    if form.pronoun and own and before in cues.listed("of_that") and cues.coined(p.keys[i]):
        return False  # «مما وصفه بـ"الإرهاب"»
    if called(p, i) or (form.lemma == "اشتبه" and not form.feminine and _passive_of(p, i)):
        return False
    if p.keys[i - 2 : i] in ([neg, "ان"] for neg in ("غير", "الا", "بيد")) and "initial" in form.frames:
        return False  # «غير أن طلبه»
    if form.tense == "past" and "\u064b" in p.tokens[i].text:  # «أمرا» with tanwin is a noun
        return False
    if homograph(p, i, form) and before not in COMMAS and before not in cues.listed("verb_follows"):
        return "strict" not in form.frames and sources.before(p, i) is not None
    after = p.keys[i + 1] if i + 1 < p.last[i] else ""
    return not (p.keys[i] in cues.listed("background") and after in cues.that())


def called(p: Passage, i: int) -> bool:
    """Whether «يُدعى» tells a name, and is no claim: «مشجع يدعى كريم», «قرية تدعى "السدرة"»."""
    if p.tokens[i].text not in cues.written("called") or i + 1 >= p.last[i]:
        return False
    return p.keys[i + 1] not in cues.that() and not p.preposition(i + 1)


def _passive_of(p: Passage, i: int) -> bool:
    """Whether nobody stands between a verb and what it takes: «شاب يشتبه في انتمائه»."""
    return i + 1 < p.last[i] and (p.keys[i + 1][0] == "ب" or p.preposition(i + 1))


def homograph(p: Passage, i: int, form: Form) -> bool:
    """Whether a cue may be a noun here («رد», «طلب»): it does not start its clause."""
    noun = form.tense == "past" and (form.pronoun or p.keys[i].endswith(form.lemma))
    if "initial" not in form.frames or not noun or i == p.first[i]:
        return False
    lead = p.keys[i - 1]
    return not (
        joined(p.keys[i], form) or lead in cues.listed("joint") or lead in cues.listed("verb_follows")
    )


def _circumstance(p: Passage, i: int, form: Form) -> bool:
    """Whether a participle says how the subject acts, and is no noun: «مقره» his seat, «متهمين» accused."""
    if form.feminine and p.tokens[i].text.endswith("ه"):
        return False
    if i == p.first[i]:
        noun = "quote" in form.frames and p.keys[i + 1 : i + 2] and p.keys[i + 1].startswith("ال")
        return p.block.zone not in ("headline", "subhead") and not noun  # «كاتبة المقال»
    if p.keys[i - 1] in COMMAS or joined(p.keys[i], form):
        return True
    if form.feminine and _describes(p, i, form):
        return False
    if form.lemma in cues.listed("circumstances"):
        after = p.keys[i + 1] if i + 1 < p.last[i] else ""
        clause = after in cues.that() or (after in form.frames and after in cues.listed("prepositions"))
        return not p.keys[i].endswith("ين") or clause or i + 1 in p.opened  # «هاتفين "حرية"»
    told = range(i + 2, min(i + 14, p.last[i]))  # «متهمة إيران بالتضليل»
    target = "target" in form.frames and i + 1 < p.last[i] and p.keys[i + 1][0] != "ب"
    return target and any(p.keys[k][0] == "ب" for k in told)


def _describes(p: Passage, i: int, form: Form) -> bool:
    """Whether a feminine participle is the adjective of the thing before it: «إجراءات مشددة على المداخل»."""
    before = p.keys[i - 1]
    if (
        before.startswith("ال")
        or not before.endswith(("ات", "ه"))
        or before in cues.roles()
        or p.names[i - 1]
    ):
        return False
    told = i + 2 < p.last[i] and p.keys[i + 1] in form.frames and p.keys[i + 2] not in cues.that()
    return told and not verbal_noun(p.keys[i + 2])


def joined(key: str, form: Form) -> bool:
    """Whether و or ف joins a cue to what is before it, and is no letter of its own: «ووصف», not «وصف»."""
    own = form.lemma.startswith(key[0]) and not key[1:].startswith(form.lemma[0])
    return conjoined(key) and not own


def nobody(p: Passage, i: int, form: Form, frame: str) -> bool:
    """Whether a cue without a source is no report: it needs one, or only describes a noun before it."""
    if form.frames & {"sourced", "measure"} or p.keys[i] in cues.listed("expected"):
        return True
    if paper(p, i) is not None and p.keys[i + 1 : i + 2] and p.keys[i + 1] in cues.listed("therein"):
        return False  # «بيانا تؤكد فيه توقيع العقد»
    alone = form.tense == "present" and form.feminine and frame == "noun"
    turning = alone and "object" in form.frames  # «وتجدد الموعد» of itself
    if turning and p.keys[i].removeprefix("و")[0] == "ت":
        return True
    if i == p.first[i] or joined(p.keys[i], form) or paper(p, i) is not None:
        return False
    before, after = p.keys[i - 1], p.keys[i + 1] if i + 1 < len(p.keys) else ""
    if before in cues.listed("going_on"):
        return False
    if before in cues.listed("which") and form.modality == "accuse" and after[:1] == "ب":
        return False  # «الذين اتهموا بالفساد»
    if before in cues.listed("which"):
        return frame not in ("that", "quote", "colon")
    led = cues.listed("joint") | cues.listed("and_he")
    free = before in COMMAS or before in led or after in cues.listed("therein")
    return p.keys[i] in cues.listed("impersonal") or (form.tense == "present" and not free)


def purpose(p: Passage, i: int, form: Form) -> bool:
    """Whether ل is written on a present cue, which then may only tell what for: «ليؤكد», «عاد ليعلن»."""
    return form.tense == "present" and p.keys[i][0] == "ل"


def returned(p: Passage, i: int) -> sources.Range | None:
    """Who goes on to say something: «عاد الرئيس ليعلن أن»."""
    near = range(i - 1, max(p.first[i], i - _NEAR), -1)
    at = next((k for k in near if p.keys[k] in cues.listed("going_on")), None)
    return sources.between(p, at + 1, i) if at is not None else None


def pronominal(p: Passage, i: int) -> bool:
    """Whether a pronoun before a cue is its subject: «لكنه أكد», «كما أنها طالبت الحكومة بـ…»."""
    before = p.keys[i - 1] if i > p.first[i] else ""
    return before in cues.listed("but_he") or (before in cues.that() and before.endswith(("ه", "ها", "هم")))


def paper(p: Passage, i: int) -> int | None:
    """Where the document stands that a cue describes: «نشر الحزب بيانا قال فيه إن»; None where none does."""
    for k in (i - 1, i - 2):
        if k > p.first[i] and p.keys[k] in cues.listed("papers") and (k == i - 1 or adjective(p.keys[i - 1])):
            return k
    return None


def passive(p: Passage, at: int) -> bool:
    """Whether a verb's first letter carries the vowel sign of the passive: «أُعلن»."""
    return "\u064f" in p.tokens[at].text[1:3]
