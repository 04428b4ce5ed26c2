"""Archive -> pages: views, marks woven into the text, jinja2."""

from musnad.render.environment import environment, render
from musnad.render.plan import plan
from musnad.render.values.page import Page, View
from musnad.render.words.language import Words

__all__ = ["Page", "View", "Words", "environment", "plan", "render"]
