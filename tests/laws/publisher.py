"""Publishes one site after the other until it is killed. Arguments: folder, «exchange» or «moves»."""

import sys
from itertools import count
from pathlib import Path

from musnad.engine import publish
from musnad.engine.cache import Cache
from musnad.engine.fingerprint import digest

if sys.argv[2] == "moves":
    publish.exchange = lambda *_: False  # type: ignore[assignment]

root = Path(sys.argv[1])
known = root / "site/0"
first = int(known.read_text()) + 1 if known.exists() else 0
for number in count(first):
    with Cache(root / "cache.db") as cache, publish.Staging(root / "site", cache) as staging:
        for file in range(30):
            data = str(number if file % 3 == 0 else number // 4).encode()
            path, key = f"{file}" if file < 10 else f"folder/{file}", digest(data)
            if not staging.keep(path, key):
                staging.write(path, key, data)
        staging.publish()
    print(number, flush=True)
