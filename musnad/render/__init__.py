"""Archive -> pages: views, marks woven into the text, jinja2."""

from musnad.render.environment import environment, render
from musnad.render.plan import plan
from musnad.render.values import Page, View

__all__ = ["Page", "View", "environment", "plan", "render"]
