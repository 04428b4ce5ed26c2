"""Writes an archive in every form that the command line knows. Arguments: archive, folder, workers.

Work is spread over processes even where there is little of it.
"""

import sys
from functools import partial
from pathlib import Path

from musnad.cli.command import main
from musnad.cli.exports import export
from musnad.engine import work
from musnad.engine.pool import Pool


def write(root: str, folder: str, workers: str) -> None:
    """Every form, each into a folder of its name."""
    vars(work)["Pool"] = partial(Pool, least=2, chunk=1)
    for form in sorted(export.commands):
        output = str(Path(folder, form, "archive"))
        given = ["--root", root, "--workers", workers, "export", form, "--output", output]
        try:
            main(given, standalone_mode=False)
        except SystemExit as end:
            if end.code:
                sys.exit(f"{form}: {end.code}")


if __name__ == "__main__":  # workers look into this file too
    write(*sys.argv[1:])
