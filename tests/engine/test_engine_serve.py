"""The preview: it shows the site, tells pages to reload, builds again, and answers to this machine only."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.websocket import websocket_connect

HOUSE = Path(__file__).parent.parent.parent
Preview = tuple[str, Path, "subprocess.Popen[str]"]


def get(url: str, host: str | None = None) -> str:
    """What the preview answers."""
    request = urllib.request.Request(url, headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return str(answer.read().decode())


def until(url: str, words: str) -> str:
    """The page, once it holds these words."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            page = get(url)
        except urllib.error.URLError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{url} never said {words}")


@pytest.fixture
def preview(archive: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(HOUSE / "build.py"), "--workers", "1", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=archive, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    yield f"http://127.0.0.1:{port}", archive, process
    process.kill()
    process.communicate()


def test_preview(preview: Preview) -> None:
    url, archive, _ = preview
    page = until(f"{url}/articles/a0000002.html", "مصدر ينفي انتهاء المعركة")
    assert '<script src="/livereload.js"></script></head>' in page
    policy = re.search(r'http-equiv=Content-Security-Policy content="([^"]*)"', page)
    assert policy
    assert "connect-src 'self'" in policy[1]
    assert "livereload" not in (archive / "site/articles/a0000002.html").read_text("utf-8")
    assert "LiveReload" in get(f"{url}/livereload.js")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{url}/index.html", host="archive.example")

    said: list[dict[str, str]] = []

    async def listen() -> None:
        socket = await websocket_connect(f"{url.replace('http', 'ws')}/livereload")
        await socket.write_message(json.dumps({"command": "hello"}))
        await socket.write_message(json.dumps({"command": "info", "url": url}))
        await socket.read_message()
        article = archive / "content/articles/a0000002.md"
        article.write_text(article.read_text("utf-8").replace("مصدر ينفي", "مصدر يؤكد"), encoding="utf-8")
        message = await socket.read_message()
        said.append(json.loads(message or "{}"))
        socket.close()
        await socket.read_message()

    with ThreadPoolExecutor(1) as thread:  # where no other test's event loop runs
        thread.submit(lambda: asyncio.run(asyncio.wait_for(listen(), 40))).result()
    assert said[0]["command"] == "reload"
    until(f"{url}/articles/a0000002.html", "مصدر يؤكد انتهاء المعركة")


def test_a_taken_port_is_told(archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, str(HOUSE / "build.py"), "serve", "--port", str(port)]
        done = subprocess.run(command, cwd=archive, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"port {port}" in done.stderr
