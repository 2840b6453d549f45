"""Serves a built site the way GitHub Pages serves a project: gzip, under a sub-path, a page a folder."""

from __future__ import annotations

import gzip
import mimetypes
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE = "/kindling/"
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}
PACKED = ("text/", "application/json", "application/manifest+json", "image/svg+xml", "application/xml")
# In seconds: longer than anything in a test is waited for.
SILENCE = 60


class Fault(Enum):
    """What a server can do to a file."""

    CUT = "half of it, then nothing"
    BROKEN = "500 instead of it"
    SILENT = "never an answer"


@dataclass
class Stage:
    """What a server shows at the moment: a built site, that may be swapped for another, and files it fails to give."""

    site: Path
    max_age: int = 600
    faults: dict[str, Fault | bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


def handler(stage: Stage) -> type[BaseHTTPRequestHandler]:
    """Return a request handler for one stage."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            name = path.removeprefix(BASE)
            site, fault = stage.site, stage.faults.get(name)
            stage.asked.append(name)
            if fault is Fault.SILENT:
                time.sleep(SILENCE)
            file = site / (f"{name}index.html" if name.endswith("/") or not name else name)
            status = 200
            if not path.startswith(BASE) or not file.is_file() or not file.resolve().is_relative_to(site.resolve()):
                status, file = 404, site / "404.html"
            status = 500 if fault is Fault.BROKEN else status
            body = fault if isinstance(fault, bytes) else file.read_bytes()
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(status)
            if kind.startswith(PACKED):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", f"max-age={stage.max_age}")
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if fault is Fault.CUT else body)
            self.close_connection = fault is Fault.CUT

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler


class Server(ThreadingHTTPServer):
    """A server that does not hold a test up when it ends."""

    daemon_threads = True
    # As many as a browser opens at once wait for their turn; of more than five, the rest would have to knock again.
    request_queue_size = 128
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in socketserver
        """Keep quiet about a browser that hangs up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(shown: Path | Stage) -> Iterator[str]:
    """Serve a site on a free local port; yield its address, which ends in the sub-path."""
    stage = shown if isinstance(shown, Stage) else Stage(shown)
    with Server(("127.0.0.1", 0), handler(stage)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()
            thread.join()
