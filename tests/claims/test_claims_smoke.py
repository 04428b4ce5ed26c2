"""Claims of a short article, end to end."""

from __future__ import annotations

from musnad.annotate import claims
from musnad.annotate.knowledge import Knowledge
from musnad.model import Annotations, Article, Block


def test_one_sentence() -> None:
    text = 'وقال وزير الصحة إن "المستشفى يعمل بكامل طاقته".'
    article = Article(id="a0000000", title="t", text=text, blocks=(Block(0, len(text), "body"),))
    found = claims.annotate(article, Knowledge(), Annotations(article.id)).claims
    assert [(c.content.text, c.kind) for c in found] == [("المستشفى يعمل بكامل طاقته", "direct")]
