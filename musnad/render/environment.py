"""Pages as HTML: jinja2 with the interface's words, and nothing from the disk."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar, get_args

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from musnad import address, edtf
from musnad.model import Mention, MentionType, Quantity
from musnad.render.drawing.lanes import Picture as Lanes
from musnad.render.drawing.lanes import lanes, shape
from musnad.render.drawing.map import Picture as MapPicture
from musnad.render.drawing.map import drawn as map_drawn
from musnad.render.drawing.network import Picture as NetworkPicture
from musnad.render.drawing.network import network, outline
from musnad.render.drawing.scale import Scale, scale
from musnad.render.drawing.spread import Picture, spread
from musnad.render.drawing.timeline import SHAPES, timeline
from musnad.render.drawing.timeline import Picture as TimelinePicture
from musnad.render.parts.citing import FUNCTIONS
from musnad.render.parts.rows import first_words
from musnad.render.text.changes import changes
from musnad.render.text.differences import marked
from musnad.render.text.layout import Group, layout
from musnad.render.text.register import Place, Register, meaning, register
from musnad.render.text.tongues import runs
from musnad.render.text.weave import plain
from musnad.render.values.common import FigureRow, Page, StatementRow, Who
from musnad.render.values.indexes import MonthRow
from musnad.render.values.measures import MeasureRow
from musnad.render.values.pictures import Column, Kind, MapView, NetworkView, Node, TimelineView
from musnad.render.values.questions import Dispute, QuestionView
from musnad.render.values.statements import ClaimView, LinkRow, Wording
from musnad.render.values.views import ArticleView
from musnad.render.words.amounts import quantity
from musnad.render.words.calendar import Cell, hijri_day, hijri_months, weeks
from musnad.render.words.language import Words, count, direction, machine_readable
from musnad.render.words.making import percent, rule_in_words, sureness
from musnad.render.words.setting import Setting

Linked = TypeVar("Linked", LinkRow, Dispute)


_APART = " … "  # between words that do not follow each other in a text


def environment(templates: Mapping[str, str], words: Mapping[str, Words]) -> Environment:
    """The environment that pages are rendered in: templates by name, interface words by language."""
    made = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update(
        FUNCTIONS,
        words=words,
        address=address,
        types=get_args(MentionType),
        layout=_layout,
        register=_register,
        rule_in_words=_rule_in_words,
        sureness=_sureness,
        percent=percent,
        meaning=_meaning,
        differences=_differences,
        changes=changes,
        by_relation=_by_relation,
        told=_told,
        short=first_words,
        why=_why,
        spread=_spread,
        lanes=_lanes,
        shape_of=shape,
        scale=_scale,
        map_picture=_map_picture,
        network_picture=_network_picture,
        timeline_picture=_timeline_picture,
        shape_index=SHAPES.__getitem__,
        by_source=_by_source,
        outline_of=outline,
        neighbours=_neighbours,
        by_speaker=_by_speaker,
        quantity=_quantity,
        by_class=_by_class,
        count=_count,
        edtf=_edtf,
        single_day=_single_day,
        weekday_of=_weekday_of,
        weeks=_weeks,
        hijri_months=_hijri_months,
        hijri_day=_hijri_day,
        plain=plain,
        direction=direction,
        tongue=_tongue,
        runs=_runs,
    )
    return made


def render(page: Page, environment: Environment) -> bytes:
    """A page's bytes, UTF-8. The same page, templates and words give the same bytes."""
    words = environment.globals["words"]
    assert isinstance(words, Mapping)
    others = [language for language in page.view.site.languages if language != page.language]
    base = address.way_up(page.path)
    html = environment.get_template(page.template).render(
        view=page.view,
        language=page.language,
        w=words[page.language],
        here=page.address,
        path=page.path,
        root=address.way_up(page.address),
        base=base,
        others=[
            {
                "language": other,
                "name": words[other]["language"],
                "href": base + page.in_language(other).path,
            }
            for other in others
        ],
    )
    return html.encode("utf-8")


def _setting(context: Context) -> Setting:
    return Setting(language=context["language"], words=context["w"], root=context["root"])


@pass_context
def _register(context: Context, view: ArticleView) -> Register:
    return register(view, _setting(context))


@pass_context
def _layout(context: Context, view: ArticleView, numbers: dict[Place, int]) -> list[Group]:
    return layout(view, numbers, _setting(context))


@pass_context
def _rule_in_words(context: Context, by: str) -> str:
    return rule_in_words(by, context["w"])


@pass_context
def _sureness(context: Context, score: float) -> str:
    return sureness((score,), context["w"])


@pass_context
def _meaning(context: Context, mention: Mention, who: Who | None) -> str:
    here = _setting(context)
    return meaning(mention, here.name(who) if who else None, here)


def _differences(wordings: Sequence[Wording]) -> list[tuple[Wording, Markup]]:
    return list(zip(wordings, marked([wording.words for wording in wordings]), strict=True))


def _by_relation(links: Iterable[Linked]) -> list[tuple[str, list[Linked]]]:
    """Links by what the interface calls them, in their order."""
    return [(kind, list(alike)) for kind, alike in groupby(links, key=lambda link: link.kind)]


@pass_context
def _told(context: Context, words: Mapping[str, str]) -> str:
    """What a curator wrote in the interface's language, else in the first there is."""
    return words.get(context["language"]) or next(iter(words.values()), "")


@pass_context
def _why(context: Context, link: LinkRow | Dispute) -> Markup | None:
    """The reason of a link in a sentence; None where the interface has none for it. What stands apart in the
    text (with « … » between) is set apart: these dots are not the text's.
    """
    said: str | None = context["w"]["reasons"].get(link.reason.code)
    shape = "<bdi>{}</bdi>" if link.by.startswith("curator") else '<bdi class="t" lang="ar">{}</bdi>'
    apart = (each.split(_APART) for each in link.reason.words)
    words = (Markup(_APART).join(Markup(shape).format(piece) for piece in each) for each in apart)
    return Markup(escape(said)).format(*words) if said else None


@pass_context
def _spread(context: Context, view: ClaimView) -> Picture | None:
    return spread(view, context["w"]["direction"] == "rtl")


@pass_context
def _lanes(context: Context, view: QuestionView) -> Lanes | None:
    return lanes(view, context["w"]["direction"] == "rtl")


@pass_context
def _scale(context: Context, measure: MeasureRow) -> Scale:
    return scale(measure, context["w"]["direction"] == "rtl")


@pass_context
def _map_picture(context: Context, view: MapView) -> MapPicture | None:
    return map_drawn(view, context["language"], context["w"]["direction"] == "rtl")


@pass_context
def _network_picture(context: Context, view: NetworkView) -> NetworkPicture:
    return network(view, context["language"])


@pass_context
def _timeline_picture(context: Context, view: TimelineView) -> TimelinePicture | None:
    return timeline(view, context["w"]["direction"] == "rtl")


def _by_source(view: TimelineView, column: Column) -> list[tuple[Who | None, list[tuple[Kind, int, str]]]]:
    """What each source has in a column of the timeline, by kind."""
    at = view.columns.index(column)
    found = (
        (track.who, [(cell.kind, cell.number, cell.href) for cell in track.cells if cell.column == at])
        for track in view.tracks
    )
    return [(who, told) for who, told in found if told]


def _neighbours(view: NetworkView) -> list[tuple[Node, list[tuple[Node, int]]]]:
    """The names of a network, each with those beside it and how many paragraphs have both, the most first."""
    beside: list[list[tuple[Node, int]]] = [[] for _ in view.nodes]
    for edge in view.edges:
        beside[edge.one].append((view.nodes[edge.other], edge.paragraphs))
        beside[edge.other].append((view.nodes[edge.one], edge.paragraphs))
    told = (sorted(found, key=lambda pair: -pair[1]) for found in beside)
    return list(zip(view.nodes, told, strict=True))


def _by_speaker(rows: Iterable[StatementRow]) -> list[tuple[Who, list[StatementRow]]]:
    """Statements by who made them, in their order; those of nobody named one by one."""
    found: dict[object, list[StatementRow]] = {}
    for row in rows:
        found.setdefault(row.who if row.who.ar else row.id, []).append(row)
    return [(said[0].who, said) for said in found.values()]


@pass_context
def _quantity(context: Context, value: Quantity) -> str:
    return quantity(value, _setting(context))


@pass_context
def _by_class(context: Context, rows: Iterable[FigureRow]) -> list[tuple[str, list[FigureRow]]]:
    """Figures by the class of what they count, in the order of the interface's classes, others at the end."""
    words: Mapping[str, str] = context["w"]["counted"]
    found: dict[str, list[FigureRow]] = {kind: [] for kind in words}
    for row in sorted(rows, key=lambda row: row.value.counted or "other"):
        found.setdefault(row.value.counted or "other", []).append(row)
    found["other"] = found.pop("other")
    return [(words.get(kind, kind), figures) for kind, figures in found.items() if figures]


@pass_context
def _count(context: Context, number: int, what: str) -> str:
    return count(number, context["w"]["counts"][what], context["language"])


@pass_context
def _edtf(context: Context, value: str, near: str | None = None) -> Markup:
    words = _setting(context).date(value, near)
    machine = machine_readable(value)
    start, end = ("<span>", "</span>") if machine is None else (f'<time datetime="{machine}">', "</time>")
    return Markup(f"{start}{escape(words)}{end}")


@pass_context
def _runs(context: Context, words: str) -> Markup:
    return runs(words, context["language"])


def _single_day(value: str) -> str | None:
    day = edtf.single_day(value)
    return day.isoformat() if day else None


def _weekday_of(iso: str) -> int:
    return datetime.date.fromisoformat(iso).weekday()


@pass_context
def _weeks(context: Context, month: MonthRow) -> list[list[Cell]]:
    return weeks(month, context["w"]["date"]["week_begins"])


@pass_context
def _hijri_months(context: Context, month: str) -> str | None:
    return hijri_months(month, context["w"]["date"])


@pass_context
def _hijri_day(context: Context, iso: str) -> str | None:
    return hijri_day(iso, context["w"]["date"])


def _tongue(words: str) -> str:
    """The `lang` of a name: Arabic where it has an Arabic letter, else English."""
    return "ar" if any("\u0620" <= letter <= "\u06ff" for letter in words) else "en"
