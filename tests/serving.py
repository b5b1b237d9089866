"""A web server of a test's own, which remembers what was asked of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Server:
    """What it serves by path, and the requests that came: `GET /nota.pdf`."""

    files: dict[str, bytes]
    address: str = ""
    asked: list[str] = field(default_factory=list)
    before_answer: Callable[[], object] = lambda: None


@contextmanager
def served(files: dict[str, bytes]) -> Iterator[Server]:
    """Serve files; of others there is no trace, and `/dicht` may not be seen."""
    server = Server(files)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(f"{self.command} {self.path}")
            server.before_answer()
            data = server.files.get(self.path)
            status = 403 if self.path.startswith("/dicht") else 404 if data is None else 200
            self.send_response(status)
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            with suppress(ConnectionError):  # who asked may be gone
                self.wfile.write(data or b"")

        do_HEAD = do_GET  # noqa: N815 - the name that the library looks for

        def log_message(self, *_: object) -> None:
            """Say nothing on stderr."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server.address = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()
