"""What a feeling commits to: «أعرب عن أمله», «أبدت شكوكا إزاء»."""

from __future__ import annotations

from musnad.annotate.claims import cues
from musnad.annotate.claims.passage import Passage
from musnad.annotate.claims.reports import Report


def stem(key: str) -> str:
    """A folded noun without the pronoun or the accusative written on it: «شكوكا», «أملها»."""
    for ending in ("هما", "هم", "ها", "نا", "ه", "ا"):
        bare = key.removesuffix(ending)
        if bare != key and len(bare) > 2:
            return bare[:-1] + "ه" if bare.endswith("ت") and ending != "ا" else bare
    return key


def felt(p: Passage, report: Report) -> Report:
    """The report with what its feeling commits to: «أمله في» expects, «شكوكا إزاء» doubts."""
    word = stem(p.keys[report.start])
    if report.form is None or report.frame != "noun" or report.form.modality != "assert":
        return report
    if word in cues.listed("hopes"):
        return report._replace(form=report.form._replace(modality="expect"))
    if word not in cues.listed("doubts"):
        return report
    form = report.form._replace(modality="doubt")
    for k in range(report.start + 1, min(report.start + 4, p.last[report.start] - 1)):
        if p.preposition(k) or p.keys[k] in cues.listed("towards"):
            return report._replace(form=form, start=k + 1, quote=p.opened.get(k + 1), trim=0)
    return report._replace(form=form)
