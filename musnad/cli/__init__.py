"""The command line: read the arguments, call musnad, print. Nothing else prints."""

from musnad.cli import archive, exports, releases
from musnad.cli.command import main

__all__ = ["archive", "exports", "main", "releases"]
