"""When articles first show on a phone-like browser, how much moves after, and how long their HTML is.

    python benchmarks/first_paint.py SITE [PAGE…]

A quarter of this machine's processor, 1.6 Mbit/s, 40 ms; a window of 390 pixels, nothing kept. The least of
three loads: on a busy machine all are later.
"""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browsers import launch

NETWORK = {"offline": False, "latency": 40, "downloadThroughput": 2e5, "uploadThroughput": 1e5}
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => { for (const one of list.getEntries()) shifts.push(one.value); })
  .observe({type: 'layout-shift', buffered: true});
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


class Server(ThreadingHTTPServer):
    """Serves many at once, and says nothing of those who hang up."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def load(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first paint, and the sum of the layout shifts."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    session.send("Network.emulateNetworkConditions", NETWORK)
    page.goto(address)
    page.wait_for_timeout(1500)
    found = page.evaluate(PAINTED), page.evaluate("shifts.reduce((a, b) => a + b, 0)")
    context.close()
    return found


def main() -> None:
    """Print a line a page."""
    site = Path(sys.argv[1])
    pages = (
        sys.argv[2:] or sorted(f"articles/{path.name}" for path in (site / "articles").glob("a*.html"))[:5]
    )
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = launch(playwright, "chromium")
        for page in pages:
            found = [load(browser, f"http://127.0.0.1:{server.server_port}/{page}") for _ in range(3)]
            least, moved = min(paint for paint, _ in found), max(shift for _, shift in found)
            size = (site / page).stat().st_size
            print(f"{page}: {size:,} bytes, shown after {least:.0f} ms, moved {moved:.4f}")
        browser.close()


if __name__ == "__main__":
    main()
