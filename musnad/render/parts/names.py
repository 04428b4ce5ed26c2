"""Names for pages: entities, speakers and sources as a page calls them, with the address of their page."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import structs

from musnad import address, naming
from musnad.arabic.gloss import by_key, name_in_english, role_in_english
from musnad.arabic.glossary import bare
from musnad.arabic.latin import latin
from musnad.model import Archive, Article, Block, Claim, Mention, Voice
from musnad.render.values.common import Who

NOBODY = Who(ar="")
MADE = "n-"  # how ids of entities begin that no authority record has


class Names:
    """The archive's names, each worked out once."""

    def __init__(self, archive: Archive) -> None:
        self._entities = archive.entities
        self._called = _channels(archive)
        self.sources = frozenset(archive.sources) | self._called.keys()
        self.seen = frozenset(archive.appearances) | frozenset(archive.statements_by) | self.sources
        self._known: dict[tuple[str, bool], Who] = {}
        self._roles: dict[str, Who] = {}
        self._in_english = by_key(naming.in_both(archive.entities.values()))

    def entity(self, key: str) -> Who:
        """An entity, linked to its page where the archive's texts have it."""
        return self._who(key, carrier=False)

    def apart(self, key: str) -> Who:
        """An entity with what it belongs to, as far as that is known: told from others of the same name."""
        who, entity = self.entity(key), self._entities.get(key)
        whole = self._entities.get(entity.part_of or entity.country or "") if entity else None
        if whole is None:
            return who
        en = f"{who.en or who.ar} ({whole.name_en or whole.name_ar})"
        return structs.replace(who, ar=f"{who.ar} ({whole.name_ar})", en=en)

    def carrier(self, key: str) -> Who:
        """An entity or a bare name as a step of a chain, linked to its page among the sources."""
        return self._who(key, carrier=True)

    def voice(self, voice: Voice) -> Who:
        """A speaker: an entity, a role in the text's words, or nobody."""
        if voice.entity is not None:
            return self.entity(voice.entity)
        if not voice.name:
            return NOBODY
        return self.role(voice.name)

    def role(self, words: str) -> Who:
        """What somebody is in the words of a text or a record, in English too as far as that can be told."""
        if words not in self._roles:
            told = role_in_english(words, self._in_english)
            self._roles[words] = Who(ar=words, en=told, words=True, glossed=told is not None)
        return self._roles[words]

    def channel(self, voice: Voice) -> Who:
        """A step of a chain."""
        key = source_key(voice)
        return self.carrier(key) if key else NOBODY

    def _who(self, key: str, carrier: bool) -> Who:
        who = self._known.get((key, carrier))
        if who is None:
            who = self._known[key, carrier] = self._make(key, carrier)
        return who

    def _make(self, key: str, carrier: bool) -> Who:
        entity = self._entities.get(key)
        href = None
        if carrier and key in self.sources:
            href = address.source(key)
        elif entity and key in self.seen:
            href = address.entity(key)
        if entity is None:
            name = self._called.get(key, key)
            if carrier and bare(name) == name and (told := self.role(name).en):
                return Who(ar=name, en=told, href=href, words=True, glossed=True)
            spelled = latin(name)
            if spelled == name:
                return Who(ar=name, href=href, words=True)
            return Who(ar=name, en=spelled, href=href, words=True, spelled=True)
        if entity.name_en or latin(entity.name_ar) == entity.name_ar:
            return Who(ar=entity.name_ar, en=entity.name_en, href=href)
        if told := name_in_english(entity.name_ar, entity.type):
            return Who(ar=entity.name_ar, en=told, href=href, glossed=True)
        return Who(ar=entity.name_ar, en=latin(entity.name_ar), href=href, spelled=True)


def source_key(voice: Voice) -> str | None:
    """The key under which a step of a chain is a source: its entity, else its words."""
    return voice.entity or voice.name


def way(claim: Claim, names: Names, article: Article) -> tuple[Who, ...]:
    """The steps of a statement from its speaker's side towards the page: channels, then the outlet.

    Text of another hand that hangs on the article did not come through the article's outlet.
    """
    steps = [names.channel(voice) for voice in claim.via]
    if article.outlet and block_at(article, claim.content.start)[1].zone != "appended":
        steps.append(names.carrier(article.outlet))
    return tuple(dict.fromkeys(steps))


def chain(article: Article, names: Names) -> tuple[Who, ...]:
    """The steps of an article: agencies, credited publisher, outlet."""
    return tuple(dict.fromkeys(map(names.carrier, naming.carriers(article))))


def covered(claim: Claim, mentions: tuple[Mention, ...]) -> list[str]:
    """The entities that a statement's words name, in order."""
    inside = (m.entity for m in mentions if claim.content.start <= m.start and m.end <= claim.content.end)
    return list(dict.fromkeys(entity for entity in inside if entity))


def block_at(article: Article, offset: int) -> tuple[int, Block]:
    """The paragraph that holds a place of the text, with its index."""
    number = bisect_right(article.blocks, offset, key=_start) - 1
    return number, article.blocks[number]


def _start(block: Block) -> int:
    return block.start


def _channels(archive: Archive) -> dict[str, str]:
    """The channels that statements came by, each with what the text calls it."""
    voices = (voice for own in archive.annotations.values() for claim in own.claims for voice in claim.via)
    return {key: voice.name or key for voice in voices if (key := source_key(voice))}
