"""Views of what was published: addresses whose pages are gone, and older texts of articles."""

from __future__ import annotations

from urllib.parse import urlsplit

from musnad.model.released import Former, Version
from musnad.render.values.common import ArticleRow
from musnad.render.values.page import View


class FormerView(View, frozen=True, kw_only=True):
    """An address that was published and has no page of its own any more.

    `to` is where it leads now, from the interface's root; None where the page only tells what has become.
    """

    template = "former.html"
    kept = False

    former: Former
    to: str | None


class MissingView(View, frozen=True, kw_only=True):
    """What a host shows at any address where nothing is or was."""

    template = "missing.html"
    kept = False

    @property
    def base(self) -> str:
        return urlsplit(self.site.url or "").path.rstrip("/") + "/"


class VersionView(View, frozen=True, kw_only=True):
    """An older text of an article, beside today's.

    `today` is the article now, its paragraphs' words and anchors in `now`; `before` and `after` are the
    numbers of the older texts beside this one, `number_now` that of today's text.
    """

    template = "version.html"

    version: Version
    today: ArticleRow
    now: tuple[tuple[str, str], ...]
    number_now: int
    before: int | None
    after: int | None
