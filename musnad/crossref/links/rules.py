"""The rules, in order: the first that fires on a pair of claims says how they are related, and why."""

from __future__ import annotations

from musnad.crossref.links.denials import blame, charges, denial, rejection
from musnad.crossref.links.figures import figures, later_toll, same_figure
from musnad.crossref.links.phases import phases, same_phase
from musnad.crossref.links.sayings import agreement, likeness, same_gist, same_words
from musnad.crossref.links.verdicts import Rule

RULES: tuple[Rule, ...] = (
    figures,
    later_toll,
    denial,
    rejection,
    charges,
    phases,
    same_words,
    same_gist,
    blame,
    same_figure,
    same_phase,
    agreement,
    likeness,
)
