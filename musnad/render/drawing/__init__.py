"""Pictures drawn at build time as SVG, from the values of a page."""
