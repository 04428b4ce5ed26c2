"""Who is spoken to beside a cue, told apart from who speaks: «أبلغت موسكو لندن أن», «أوعز للبلديات بـ»."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.cues import Form
from musnad.annotate.claims.grammar import adjective, conjoined
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import noun_phrase
from musnad.annotate.claims.sources import Range


def addresses(p: Passage, at: int, form: Form) -> bool:
    """Whether ل right after the cue opens an addressee, not the source: «أوعز لحكومات أوروبية بـ…»."""
    if at >= len(p.keys):
        return False
    name, key = p.names[at], p.keys[at]
    own = key in cues.words("initials") or (name is not None and name.start == p.tokens[at].start)
    if "target" in form.frames and name is None and p.tokens[at].text.endswith(("ها", "هم", "ه")):
        return not p.keys[at].endswith("ته") and at + 1 < p.last[at] and p.keys[at + 1][0] == "ب"
    if "target" in form.frames and name is None and _accusative(key):
        return True
    return "target" in form.frames and key[:1] == "ل" and not own


def only_addressed(p: Passage, cue: int, form: Form, after: Range, marker: int) -> bool:
    """Whether the one noun phrase behind a cue is whom it addresses: «ودعا موسكو إلى», «وطالب الأهالي بـ»."""
    if "target" not in form.frames or form.feminine or noun_phrase(p, after[0], marker) < after[1]:
        return False
    name, key = p.names[after[0]], p.keys[after[0]]
    if name is not None and name.type == "place":
        return form.tense != "participle" and key not in cues.listed("masculine_places")
    inside = cue > p.first[cue] or conjoined(p.keys[cue])
    return inside and key in cues.listed("addressed")


def _accusative(key: str) -> bool:
    """Whether a folded word is a sound plural that cannot be a subject: «المواطنين», «مواطنيها»."""
    if key in cues.words("initials") or len(key) < 6 or cues.roles().get(key) in ("person", "body"):
        return False
    owned = key.endswith(("يها", "يه", "يهم")) and key[:1] == "م" and len(key) > 6
    return owned or (key.startswith("ال") and key.endswith(("يين", "لين", "نين", "رين", "بين", "مين", "دين")))


def unaddressed(p: Passage, form: Form, source: Range | None) -> Range | None:
    """The source without an addressee behind it: «دعت الأمم المتحدة الأطراف إلى»."""
    if source is None or "target" not in form.frames:
        return source
    end = noun_phrase(p, source[0], source[1])
    called = (
        k for k in range(source[0] + 1, end) if p.names[k - 1] and not p.names[k] and _accusative(p.keys[k])
    )
    end = next(called, end)  # «دعت دانا المسؤولين، ومنهم …، إلى»
    if "dative" in form.frames:  # «أوعز الوزير للبلديات بـ…»
        end = next((k for k in range(source[0] + 1, end) if p.keys[k].startswith("لل")), end)
    if end + 1 < source[1] and cues.coined(p.keys[end + 1]):  # «هددت الجماعة من أسمتهم بـ… بأنهم»
        return source[0], end
    described = end < source[1] and (p.keys[end] in cues.listed("which") or adjective(p.keys[end]))
    return (source[0], end) if source[0] < end and not described else source
