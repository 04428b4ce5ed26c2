"""Pages as HTML: jinja2 with the interface's words, and nothing from the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar, get_args
from unicodedata import bidirectional

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from musnad import address
from musnad.arabic.gloss import role
from musnad.arabic.sayings import saying
from musnad.arabic.script import is_arabic
from musnad.model import Mention, MentionType
from musnad.render.drawing import functions as pictures
from musnad.render.parts import citing
from musnad.render.parts.facing import facing
from musnad.render.parts.rows import first_words
from musnad.render.text.bare import bare
from musnad.render.text.changes import changes
from musnad.render.text.differences import marked
from musnad.render.text.layout import Group, layout
from musnad.render.text.register import Numbers, Register, meaning, register
from musnad.render.text.tongues import runs
from musnad.render.text.weave import plain
from musnad.render.values.common import FigureRow, StatementRow, Who
from musnad.render.values.page import Page
from musnad.render.values.questions import Dispute
from musnad.render.values.statements import LinkRow, Wording
from musnad.render.values.views import ArticleView
from musnad.render.words import functions as wording
from musnad.render.words.language import Words, direction
from musnad.render.words.making import percent, rule_in_words, sureness
from musnad.render.words.reasons import APART, gists
from musnad.render.words.setting import here

Linked = TypeVar("Linked", LinkRow, Dispute)


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
    made.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    made.globals.update(
        {**pictures.FUNCTIONS, **wording.FUNCTIONS, **citing.FUNCTIONS},
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
        facing=facing,
        told=_told,
        short=first_words,
        why=_why,
        saying=_saying,
        by_speaker=_by_speaker,
        by_class=_by_class,
        plain=plain,
        direction=direction,
        tongue=_tongue,
        foreign=_foreign,
        lang=_lang,
        in_english=role,
        runs=_runs,
    )
    return made


def render(page: Page, environment: Environment) -> bytes:
    """A page's bytes, UTF-8. The same page, templates and words give the same bytes."""
    words = environment.globals["words"]
    assert isinstance(words, Mapping)
    others = [language for language in page.view.site.languages if language != page.language]
    html = environment.get_template(page.template).render(
        view=page.view,
        language=page.language,
        w=words[page.language],
        here=page.address,
        path=page.path,
        root=page.root,
        base=page.base,
        others=[
            {
                "language": other,
                "name": words[other]["language"],
                "href": page.base + page.in_language(other).path,
            }
            for other in others
        ],
    )
    return (html if page.strict else bare(html)).encode("utf-8")


@pass_context
def _register(context: Context, view: ArticleView) -> Register:
    return register(view, here(context))


@pass_context
def _layout(context: Context, view: ArticleView, numbers: Numbers) -> list[Group]:
    return layout(view, numbers, here(context))


@pass_context
def _rule_in_words(context: Context, by: str) -> str:
    return rule_in_words(by, context["w"])


@pass_context
def _sureness(context: Context, score: float) -> str:
    return sureness((score,), context["w"])


@pass_context
def _meaning(context: Context, mention: Mention, who: Who | None) -> str:
    setting = here(context)
    return meaning(mention, setting.name(who) if who else None, setting)


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
    text (with « … » between) is set apart: these dots are not the text's. For who reads no Arabic the gist of
    these words may stand after them.
    """
    said: str | None = context["w"]["reasons"].get(link.reason.code)
    shape = "<bdi>{}</bdi>" if link.by.startswith("curator") else '<bdi class="t" lang="ar">{}</bdi>'
    apart = (each.split(APART) for each in link.reason.words)
    words = (Markup(APART).join(Markup(shape).format(piece) for piece in each) for each in apart)
    return Markup(escape(said)).format(*words, *gists(link.reason.words)) if said else None


@pass_context
def _saying(context: Context, cue: str) -> str | None:
    """A cue for who reads no Arabic."""
    return saying(cue) if context["language"] == "en" else None


def _by_speaker(rows: Iterable[StatementRow]) -> list[tuple[Who, list[StatementRow]]]:
    """Statements by who made them, in their order; those of nobody named one by one."""
    found: dict[object, list[StatementRow]] = {}
    for row in rows:
        found.setdefault(row.who if row.who.ar else row.id, []).append(row)
    return [(said[0].who, said) for said in found.values()]


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
def _runs(context: Context, words: str) -> Markup:
    return runs(words, context["language"])


@pass_context
def _lang(context: Context, language: str) -> Markup:
    """The attribute for words of a language: none where it is the page's."""
    return Markup("") if language == context["language"] else Markup(' lang="{}"').format(language)


@pass_context
def _foreign(context: Context, words: str) -> bool:
    """Whether words have other signs than letters of the interface's direction: they need isolating."""
    return _has_other(words, context["w"]["direction"])


@lru_cache(maxsize=10_000)  # names stand on many pages
def _has_other(words: str, way: str) -> bool:
    own = ("AL", "R", "NSM") if way == "rtl" else ("L", "NSM")
    return any(sign != " " and bidirectional(sign) not in own for sign in words)


def _tongue(words: str) -> str:
    """The `lang` of a name: Arabic where it has an Arabic letter, else English."""
    return "ar" if is_arabic(words) else "en"
