"""An archive's articles, statements, names, questions and stories as items to cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from musnad import address, naming
from musnad.arabic.gloss import name_in_english
from musnad.arabic.latin import latin
from musnad.cite.item import Edition, Item, Name
from musnad.config import Config
from musnad.model import Archive, Article, Claim, Question, Statement, Story, Voice
from musnad.model.released import Past, Release, Version

_ABSTRACT = 180  # code points
_WORDS = 90  # of a statement that stand for its title
_KEYWORDS = 15
# Embeddings, overrides and isolates (UAX #9); marks without a partner turn nothing and stay.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_MADE = "n-"  # how the ids of names begin that no record has


class Items:
    """Makes an archive's items; `past` tells which of an article's texts is cited."""

    def __init__(self, archive: Archive, config: Config, past: Past = Past()) -> None:  # noqa: B008
        self._archive = archive
        self._articles = {article.id: article for article in archive.articles}
        self._texts = past.texts
        self._root = config.url.rstrip("/") + "/" if config.url else None
        self._held = _told(config.title)

    def article(self, key: str) -> Item:
        """An article: by those who signed it, else by the agencies it came from."""
        text = self._texts.get(key)
        return self._article(self._articles[key], _edition(key, *text) if text else None)

    def version(self, version: Version) -> Item:
        """An older text of an article: as the article, under that text's address."""
        key = version.article.id
        return self._article(version.article, _edition(key, version.number, version.first))

    def _article(self, article: Article, edition: Edition | None) -> Item:
        key = article.id
        agencies = tuple(map(self._named, article.agencies))
        signed = tuple(Name(author, latin(author), "person") for author in map(_line, article.authors))
        path = address.version(key, edition.number) if edition else address.article(key)
        return Item(
            kind="article",
            id=f"{key}.v{edition.number}" if edition else key,
            title=Name(_line(naming.title(article))),
            archive=self._held,
            path=path,
            url=self._absolute(path),
            authors=signed or agencies,
            agencies=(*agencies, *self._credit(article)),
            outlet=self._outlet(article),
            date=article.date_published,
            original=article.url or article.archive_url,
            abstract=_abstract(article),
            keywords=self._keywords(key),
            tongue=article.language,
            edition=edition,
        )

    def statement(self, at: Statement) -> Item:
        """A statement: by who said it, in its article."""
        article = self._articles[at.article]
        claim = self._archive.annotations[at.article].claims[at.claim]
        words = _line(claim.content.text)
        title = _cut(words, _WORDS)
        path = address.claim(claim.id)
        return Item(
            kind="statement",
            id=claim.id,
            title=Name(title),
            archive=self._held,
            path=path,
            url=self._absolute(path),
            authors=self._speaker(claim),
            agencies=tuple(filter(None, map(self._voice, claim.via))),
            outlet=self._outlet(article),
            date=article.date_published,
            within=_line(naming.title(article)),
            said=claim.said,
            original=article.url or article.archive_url,
            abstract=words if title != words else "",
            tongue=article.language,
        )

    def entity(self, key: str) -> Item:
        """A name's page."""
        return self._page(key, self._named(key), address.entity(key))

    def question(self, question: Question) -> Item:
        """A contested question's page."""
        told = question.about.get("ar") or next(iter(question.about.values()), "")
        return self._page(question.id, _told(question.question), address.question(question.id), told)

    def story(self, story: Story) -> Item:
        """A story's page."""
        told = story.about.get("ar") or next(iter(story.about.values()), "")
        return self._page(story.id, self._story_title(story), address.story(story.id), told)

    def _page(self, key: str, title: Name, path: str, about: str = "") -> Item:
        url = self._absolute(path)
        return Item("page", key, title, self._held, path, url, abstract=_line(about))

    def _story_title(self, story: Story) -> Name:
        if story.title:
            return _told(story.title)
        names = [self._named(key) for key in naming.telling(story, self._archive.entities)]
        if not names:
            return Name(_line(naming.title(self._articles[story.articles[0]])))
        arabic = "، ".join(name.ar for name in names)
        return Name(arabic, ", ".join(name.called("en") for name in names))

    def _absolute(self, path: str) -> str | None:
        return self._root + path if self._root else None

    def _named(self, key: str) -> Name:
        """An authority or a bare name; what no record has in English is told by its words or letters."""
        entity = self._archive.entities.get(key)
        if entity is None:
            return Name(key, latin(key))
        english = entity.name_en or name_in_english(entity.name_ar, entity.type) or latin(entity.name_ar)
        return Name(entity.name_ar, english, entity.type, address.entity(key))

    def _voice(self, voice: Voice) -> Name | None:
        """A speaker or channel; words for a role stay as they are, nobody is None."""
        if voice.entity:
            return self._named(voice.entity)
        return Name(_line(voice.name)) if voice.name else None

    def _speaker(self, claim: Claim) -> tuple[Name, ...]:
        who = self._voice(claim.speaker)
        return (who,) if who else ()

    def _outlet(self, article: Article) -> Name | None:
        key = article.outlet or article.credit
        return self._named(key) if key else None

    def _credit(self, article: Article) -> tuple[Name, ...]:
        """Whom the outlet took its text from, where it says so."""
        taken = article.credit if article.outlet and article.credit != article.outlet else None
        return (self._named(taken),) if taken else ()

    def _keywords(self, key: str) -> tuple[str, ...]:
        """The names with a record that an article has, the most frequent first."""
        named = Counter(m.entity for m in self._archive.annotations[key].mentions if m.entity)
        known = ((-count, key) for key, count in named.items() if not key.startswith(_MADE))
        return tuple(self._named(key).ar for _, key in sorted(known)[:_KEYWORDS])


def _edition(key: str, number: int, first: Release) -> Edition:
    return Edition(number, first.date, address.article(key))


def _told(words: Mapping[Any, str]) -> Name:
    """Words that a curator gave by interface language."""
    found = {str(language): text for language, text in words.items()}
    first = next(iter(found.values()), "")
    return Name(_line(found.get("ar") or first), _line(found.get("en") or first))


def _line(words: str) -> str:
    """Words on one line, without signs that turn a line's direction: in a list they would turn their
    neighbours, the more so where a cut has taken one of a pair.
    """
    return " ".join(words.translate(_TURNS).split())


def _cut(words: str, width: int) -> str:
    """Whole words of the beginning, with the sign of a cut where there are more."""
    if len(words) <= width:
        return words
    end = words.rfind(" ", 0, width)
    return words[: end if end > 0 else width] + "…"


def _abstract(article: Article) -> str:
    """The words under the headline, else those that the text begins with."""
    zones: Iterable[str] = ("subhead", "body", "quote", "tweet")
    blocks = [block for block in article.blocks if block.zone in zones]
    chosen = next((block for block in blocks if block.zone in ("body", "quote", "tweet")), None)
    return _cut(_line(article.text[chosen.start : chosen.end]), _ABSTRACT) if chosen else ""
