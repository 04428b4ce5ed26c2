"""The indexes that benchmarks/search.py compares, each made in a process of its own: ours and its peers'."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from memory import Watch

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
_PAGE = '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>{}</title>{}</html>'

# Each asks a query and gives the milliseconds until ten results stand on the page.
ASK_OURS = """async (query) => {
  const place = document.querySelector("#search"), form = place.querySelector("form");
  const start = performance.now();
  let last = start;
  await new Promise((done) => {
    let timer = setTimeout(done, 30000);
    new MutationObserver((_changes, observer) => {
      last = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => { observer.disconnect(); done(); }, 700);
    }).observe(place, { childList: true, characterData: true, subtree: true });
    form.q.value = query;
    form.requestSubmit();
  });
  return last - start;
}"""
_SHOW = """
  const list = document.querySelector("#results");
  list.replaceChildren(...shown.map(([title, text]) => {
    const item = document.createElement("li");
    item.append(title, " ", text);
    return item;
  }));"""
_PAGEFIND = """
  window.engine ??= await import("/pagefind/pagefind.js");
  const found = await engine.search(query);"""
_MINISEARCH = """
  window.engine ??= MiniSearch.loadJSON(
    await (await fetch("/minisearch.json")).text(), { fields: ["title", "text"], storeFields: ["title"] });
  const found = engine.search(query, { combineWith: "AND" });"""
ASK_PAGEFIND = f"""async (query) => {{
  const start = performance.now();{_PAGEFIND}
  const rows = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  const shown = rows.map((row) => [row.meta.title, row.excerpt]);{_SHOW}
  return performance.now() - start;
}}"""
ASK_MINISEARCH = f"""async (query) => {{
  const start = performance.now();{_MINISEARCH}
  const shown = found.slice(0, 10).map((row) => [row.title, ""]);{_SHOW}
  return performance.now() - start;
}}"""
FIND_PAGEFIND = f"""async (query) => {{{_PAGEFIND}
  const rows = await Promise.all(found.results.map((result) => result.data()));
  return rows.map((row) => row.url.replace(/^.*\\/|\\.html$/g, ""));
}}"""
FIND_MINISEARCH = f"""async (query) => {{{_MINISEARCH}
  return found.map((row) => row.id);
}}"""


class Page(NamedTuple):
    """A text to index; its id is a file's name."""

    id: str
    title: str
    text: str


class Made(NamedTuple):
    """An index: seconds on the clock and of all processors, the most bytes held at once, files and bytes."""

    seconds: float
    spent: float
    peak: int
    files: int
    bytes: int


def install() -> None:
    """The peers, in the versions of package.json, into node_modules beside it."""
    if not (MODULES / "pagefind").exists() or not (MODULES / "minisearch").exists():
        npm = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
        subprocess.run([*npm, "--prefix", str(HERE)], check=True, stdout=subprocess.DEVNULL)


def write_pages(folder: Path, pages: Iterable[Page]) -> None:
    """Texts as plain pages, as JSON Lines, and an empty page for each peer to be asked in."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "articles").mkdir(parents=True)
    with open(folder / "texts.jsonl", "w", encoding="utf-8") as rows:
        for page in pages:
            rows.write(json.dumps(page._asdict(), ensure_ascii=False) + "\n")
            lines = "".join(f"<p>{html.escape(line)}" for line in page.text.split("\n") if line.strip())
            title = html.escape(page.title)
            path = folder / "articles" / f"{page.id}.html"
            path.write_text(_PAGE.format(title, f"<main><h1>{title}</h1>{lines}</main>"), "utf-8")
    script = MODULES / "minisearch" / "dist" / "umd" / "index.js"
    shutil.copy(script, folder / "minisearch.js")
    body = '<ol id="results"></ol>'
    (folder / "pagefind.html").write_text(_PAGE.format("", body), "utf-8")
    tag = '<script src="minisearch.js"></script>'
    (folder / "minisearch.html").write_text(_PAGE.format("", tag + body), "utf-8")


def pagefind(folder: Path) -> Made:
    """Pagefind's index of the pages in a folder."""
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    program = MODULES / ".bin" / "pagefind"
    glob = ["--glob", "articles/*.html"]
    seconds, spent, peak, _ = _run([str(program), "--site", str(folder), *glob])
    return Made(seconds, spent, peak, *_size(folder / "pagefind"))


def minisearch(folder: Path) -> Made:
    """MiniSearch's index of the texts in a folder."""
    script, out = HERE / "search_minisearch.mjs", folder / "minisearch.json"
    seconds, spent, peak, _ = _run(["node", str(script), str(folder / "texts.jsonl"), str(out)])
    return Made(seconds, spent, peak, 1, out.stat().st_size)


def annotate(archive: Path) -> None:
    """Annotate an archive, so that all is there for our index."""
    _run([sys.executable, str(HERE / "search_ours.py"), "annotate", str(archive)])


def ours(kind: str, archive: Path, folder: Path) -> Made:
    """Our index for the browser or for Whoosh (`kind`) of an archive; the seconds are the index's alone."""
    shutil.rmtree(folder, ignore_errors=True)
    *_, peak, said = _run([sys.executable, str(HERE / "search_ours.py"), kind, str(archive), str(folder)])
    seconds, spent = map(float, said.split())
    return Made(seconds, spent, peak, *_size(folder / ("search" if kind == "browser" else "whoosh")))


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _run(command: list[str]) -> tuple[float, float, int, str]:
    """A command's seconds, those of all processors, the most bytes held at once, and what it printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with Watch(process.pid) as watch:
        said, _ = process.communicate()
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return time.monotonic() - start, watch.spent, watch.peak, said
