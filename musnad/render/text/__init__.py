"""An article's text as HTML: blocks set in groups, marks woven in, left-to-right stretches isolated."""
