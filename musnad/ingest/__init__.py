"""Bytes -> Article: raw files read and proposed as articles; what curators write is read, and written."""

from musnad.ingest.align import Alignment, align
from musnad.ingest.authority import check_authority, read_authority
from musnad.ingest.carriers import joined
from musnad.ingest.check_raw import check_raw
from musnad.ingest.decode import decode
from musnad.ingest.proposal import Evidence, Proposal
from musnad.ingest.propose import propose
from musnad.ingest.questions import read_question
from musnad.ingest.read import read_article
from musnad.ingest.rejections import read_rejections
from musnad.ingest.rulings import read_rulings
from musnad.ingest.stories import read_story
from musnad.ingest.write import article_file

__all__ = [
    "Alignment",
    "Evidence",
    "Proposal",
    "align",
    "article_file",
    "check_authority",
    "check_raw",
    "decode",
    "joined",
    "propose",
    "read_article",
    "read_authority",
    "read_question",
    "read_rejections",
    "read_rulings",
    "read_story",
]
