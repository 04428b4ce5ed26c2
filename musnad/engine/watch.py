"""The preview: the site on this machine alone, built again and shown again when the archive changes."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler, StaticFileHandler
from tornado.httputil import HTTPHeaders
from tornado.web import Application, OutputTransform
from tornado.websocket import WebSocketHandler

WATCHED = ("site.toml", "content", "seeds", "templates", "static")
HOST = "127.0.0.1"
_POLICY = b"default-src 'none';"  # a published page may connect to nothing; the preview's to its own server
_HEAD_END = b"</head>"


def serve(root: Path, port: int, rebuild: Callable[[], object]) -> None:
    """Call `rebuild`, then serve `root`/site until interrupted, calling it again after every change.

    OSError where the port is taken.
    """
    socket.create_server((HOST, port)).close()  # so that it is known before the work, not after it
    rebuild()
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # else changes within three seconds of each other are not shown
    server = Preview()
    for name in WATCHED:
        server.watch(str(root / name), rebuild)
    server.serve(port=port, host=HOST, root=str(root / "site"))


class Preview(Server):  # type: ignore[misc]
    """livereload's server, closed to other hosts' pages and open to pages with a policy of their own.

    Its own puts a script into the page, which our policy forbids, and tells every page of the web that
    asks which file has changed.
    """

    def application(self, port: int, host: str, **_: object) -> None:
        """Answer for this machine's own names only, so that no other name can be made to lead here."""
        _Socket.watcher = LiveReloadHandler.watcher = self.watcher
        application = Application(transforms=[_Reload])
        site = {"path": self.root, "default_filename": self.default_filename}
        handlers: list[Any] = [
            (r"/livereload", _Socket),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"/(.*)", StaticFileHandler, site),
        ]
        application.add_handlers(r"(127\.0\.0\.1|localhost)", handlers)
        application.listen(port, address=host)

    def _setup_logging(self) -> None:
        logging.getLogger("tornado").addHandler(logging.NullHandler())
        logging.getLogger("tornado").propagate = False


class _Socket(LiveReloadHandler):  # type: ignore[misc]
    check_origin = WebSocketHandler.check_origin


class _Reload(OutputTransform):
    """Puts the script that reloads a page into it, and lets the page's policy pass the script's socket."""

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """tornado's hook: status, headers and body on their way out."""
        if "html" in headers.get("Content-Type", "") and _HEAD_END in chunk:
            chunk = chunk.replace(_POLICY, _POLICY + b" connect-src 'self';", 1)
            chunk = chunk.replace(_HEAD_END, b'<script src="/livereload.js"></script>' + _HEAD_END, 1)
            if "Content-Length" in headers:
                headers["Content-Length"] = str(len(chunk))
        return status_code, headers, chunk
