"""Folds, tokenises and parses drawn strings in Python and in headless Chromium: is the outcome the same?

    python benchmarks/analyzer_parity.py [STRINGS] [SEED]

100,000 strings if not told otherwise, of letters, marks, digits and signs of many scripts, of invisible and
control characters and halves of pairs (tests/search/fuzzed.py). A JSON line is printed; each string that is
read differently is told, and the exit code is then 1.
"""

from __future__ import annotations

import json
import sys
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from search_browser import chromium

from tests.search import fuzzed


def main() -> None:
    """Reads the arguments, compares, prints what came of it."""
    if len(sys.argv) > 3:
        sys.exit(__doc__)
    number, seed = (int(given or usual) for given, usual in zip_longest(sys.argv[1:], (100_000, 1)))
    with chromium() as browser:
        differ = list(fuzzed.differing(fuzzed.opened(browser), fuzzed.strings(number, seed)))
    print(json.dumps({"strings": number, "seed": seed, "differ": len(differ)}))
    for text, what in differ:
        print(ascii(text), *what, file=sys.stderr)
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
