"""Citing: what each page is to a bibliography, in words and in the formats that reference managers read.

`Items` makes an archive's items; `plain` writes an item as a line of a bibliography, `bibtex`, `ris` and
`csl` as a record, `meta` as what a page's head and a reference manager's button say, `linked` as linked data.
"""
