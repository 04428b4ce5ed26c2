"""What the figures of an article count, and whether two figures are of one thing and agree."""

from musnad.crossref.counts.compare import (
    PEOPLE,
    TOLLS,
    alike_in_size,
    rises,
    same_kind,
    same_place,
    same_thing,
    same_time,
    subject,
)
from musnad.crossref.counts.ranges import disagree
from musnad.crossref.counts.read import counts
from musnad.crossref.counts.values import Counted

__all__ = [
    "PEOPLE",
    "TOLLS",
    "Counted",
    "alike_in_size",
    "counts",
    "disagree",
    "rises",
    "same_kind",
    "same_place",
    "same_thing",
    "same_time",
    "subject",
]
