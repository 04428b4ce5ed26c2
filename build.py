#!/usr/bin/env python3
"""musnad's command line; its commands are in musnad/cli/."""

from __future__ import annotations

import io
import sys

from musnad.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Arabic, whatever the locale
    main()
