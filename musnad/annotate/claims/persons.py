"""Which person a source names: him whom its title is of, not one whose aide, lawyer or kin he is."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.phrases import COMMAS

Range = tuple[int, int]

QUOTES = frozenset("\"'«»“”‘’")


def named(p: Passage, source: Range) -> Range | None:
    """The tokens of the person's name that is the source's own: «محامي ترمب، رودي جولياني» has the second.

    None where it names nobody, or others only: «مستشار ترامب», «النائب الذي هاجم فلانا».
    """
    at, clause, names = source[0], False, False
    while at < source[1]:
        clause = (clause or p.keys[at] in cues.listed("which")) and p.keys[at] not in COMMAS
        if p.person(at) and not (clause and names) and not of_another(p, source[0], at):
            return at, p.through[at]
        names = names or p.names[at] is not None
        at = p.through[at]
    return None


def of_another(p: Passage, start: int, name: int) -> bool:
    """Whether the name at a token is of somebody to whom the head of the source, at `start`, belongs.

    A title without article, or a body, right before a name stands in construct with it («مستشار فلان»,
    «حكومة فلان»). With another title between, kin, lawyers and bodies do («نجل الرئيس فلان»); an office does
    not («نائب الرئيس فلان» is he).
    """
    at = name - 1
    while at > start and p.keys[at] in QUOTES:  # «مستشار "ترامب"»
        at -= 1
    near, title = at, False
    while at > start and p.names[at] is None and p.keys[at].startswith("ال"):
        title = title or cues.roles().get(p.keys[at]) == "person"
        at -= 1
    key = p.keys[at]
    if at < start or p.names[at] is not None:
        return False
    if key in cues.listed("for_whom"):
        return at == near or title  # else «باسم الوزارة فلان»
    if at == near and key.startswith("لل"):
        return cues.roles().get("ال" + key[2:]) == "person"  # «كبير المستشارين للرئيس فلان»
    if title:
        return key in cues.listed("belonging") or cues.roles().get(key) == "body"
    titled = at > start and p.keys[at - 1].startswith("ال")  # «الدكتور أمير نبيل»
    his = p.tokens[at].text.endswith("ه")  # «محاميه فلان»
    belongs = key in cues.listed("belonging") or (key in cues.roles() and not key.startswith("ال"))
    return at == near and belongs and not (titled or his or key in cues.listed("bare_titles"))
