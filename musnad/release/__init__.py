"""Releases: which addresses were published, what became of each, older texts, and digests of the site."""
