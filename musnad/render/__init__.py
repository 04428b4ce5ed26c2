"""Archive -> pages: views, marks woven into the text, jinja2."""
