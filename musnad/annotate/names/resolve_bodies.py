"""Which bodies an article names: one for all spellings; «وزارة الدفاع» after «وزارة الدفاع الأميركية»."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.annotate.knowledge import made_id
from musnad.annotate.names.resolve_context import Setting
from musnad.annotate.names.resolve_index import Index
from musnad.annotate.names.resolve_people import Known
from musnad.annotate.names.resolve_spelling import is_latin, same_words, sound, words
from musnad.model import Mention, NameType

_KINDS: tuple[NameType, ...] = ("group", "place")


def bodies(found: Sequence[Known], here: Setting, index: Index) -> dict[Mention, tuple[str, ...]]:
    """The ids each body's name may stand for."""
    unknown = [(name, words(name.text)) for name, ids in found if not ids]
    ids: dict[Mention, tuple[str, ...]] = {}
    for name, known in found:
        if known:
            ids[name] = known
            continue
        own = words(name.text)
        whole = _longer(name, own, unknown, index) or own
        usual = [other for _, other in unknown if same_words(other, whole) and not is_latin(name.text)]
        whole = min(usual, key=lambda form: (-usual.count(form), form), default=whole)
        ids[name] = _in_script(name, found) or (made_id(" ".join(whole) or name.text, name.type),)
    return ids


def _longer(
    name: Mention, own: tuple[str, ...], unknown: Sequence[tuple[Mention, tuple[str, ...]]], index: Index
) -> tuple[str, ...] | None:
    """The longer name a body's short one stands for: the same words and a nationality or place after them.

    The nearest before it, else the first after.
    """
    fits = [
        (other.start, form)
        for other, form in unknown
        if len(form) > len(own) > 1 and form[: len(own)] == own and _of_country(form[len(own) :], index)
    ]
    before = [fit for fit in fits if fit[0] < name.start]
    return max(before)[1] if before else min(fits)[1] if fits else None


def _of_country(rest: Sequence[str], index: Index) -> bool:
    """Whether words are a nationality or a place."""
    return any(index.named(" ".join(rest), kind) for kind in _KINDS)


def _in_script(name: Mention, found: Sequence[Known]) -> tuple[str, ...]:
    """The known body of the article that a name in the other script is."""
    heard = sound(name.text)
    for other, ids in found:
        if ids and heard and is_latin(other.text) != is_latin(name.text) and sound(other.text) == heard:
            return ids
    return ()
