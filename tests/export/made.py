"""A small archive to export: an article with a statement over two paragraphs, another that denies it."""

from __future__ import annotations

from musnad.model import (
    Annotations,
    Archive,
    Article,
    Block,
    Claim,
    Entity,
    Link,
    Mention,
    Quantity,
    Reason,
    Span,
    Statement,
    Voice,
)

TEXT = "قال الناطق إن القرية سقطت.\nومات نحو 20 مقاتلا يوم السبت & <غدا>"
SECOND = TEXT.index("\n") + 1


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def mention(words: str, kind: str, **more: object) -> Mention:
    at = span(words)
    return Mention(start=at.start, end=at.end, text=words, type=kind, by="t", **more)  # type: ignore[arg-type]


def archive() -> Archive:
    said = Claim(
        id="c1",
        content=span(TEXT[TEXT.index("القرية") : TEXT.index(" يوم")]),
        kind="indirect",
        modality="assert",
        by="t",
        cue=span("قال"),
        speaker=Voice(name="الناطق"),
        via=(Voice(entity="reuters"),),
        score=0.95,
    )
    other = Claim(id="c2", content=Span(0, 3, "لم"), kind="direct", modality="deny", by="t")
    marks = (
        mention("القرية", "place", entity="village"),
        mention("نحو 20 مقاتلا", "quantity", value=Quantity(20, "~", "مقاتل كبير", "fighters")),
        mention("مقاتلا يوم السبت", "date", value="2019-03~"),
    )
    first = Article(
        id="a1",
        title="خبر",
        text=TEXT,
        blocks=(Block(0, SECOND - 1, "headline"), Block(SECOND, len(TEXT), "body")),
    )
    second = Article(id="a2", title="رد", text="لم تسقط", blocks=(Block(0, 7, "body"),))
    link = Link("c1", "c2", "contradicts", "t", Reason("denied"), 0.8)
    empty: dict[str, tuple[()]] = {}
    return Archive(
        articles=(first, second),
        annotations={"a1": Annotations("a1", marks, (said,)), "a2": Annotations("a2", (), (other,))},
        entities={
            "village": Entity("village", "place", "القرية", latitude=34.5, longitude=40.9),
            "reuters": Entity("reuters", "organization", "رويترز", "Reuters"),
        },
        appearances=empty,
        statements_by=empty,
        unnamed=empty,
        days=empty,
        sources=empty,
        claims={"c1": Statement("a1", 0), "c2": Statement("a2", 0)},
        links={"c1": (link,), "c2": (link,)},
    )
