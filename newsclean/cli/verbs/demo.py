"""`newsclean demo`: a page to try newsclean in the browser, served to this computer only."""

from __future__ import annotations

import argparse
import json
import sys
import webbrowser
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from newsclean.cli.files import write
from newsclean.demo import MAX_SIZE, answer, asset, choices
from newsclean.errors import NewscleanError

HELP = "try newsclean in the browser"
ADDRESS = "127.0.0.1"
MAX_BODY = 6 * MAX_SIZE  # bytes: JSON may write one character as six
CHUNK = 65_536  # bytes
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean demo",
        description="Serve a page to try newsclean in the browser, to this computer only; nothing leaves it.",
    )
    parser.add_argument("--port", type=int, default=0, help="port of the server (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    return parser


def run(options: argparse.Namespace) -> int:
    """Serve the page until Ctrl-C."""
    with served(options.port) as server:
        url = f"http://{ADDRESS}:{server.server_port}/"
        write(f"newsclean: {url}  (stop with Ctrl-C)")
        sys.stdout.flush()
        if not options.no_browser:
            webbrowser.open(url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


def served(port: int = 0) -> ThreadingHTTPServer:
    """Return a server of the page at the loopback address; port 0 takes a free one."""
    try:
        return ThreadingHTTPServer((ADDRESS, port), Handler)
    except (OSError, OverflowError) as error:
        raise NewscleanError(f"port {port} cannot be used ({error}); leave --port out for a free one") from error


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of the page, and refuses those of any other site."""

    protocol_version = "HTTP/1.1"
    server_version = "newsclean"
    sys_version = ""
    timeout = 30  # seconds

    def do_GET(self) -> None:
        """Send a file of the page, or its choices."""
        if self._is_foreign():
            return
        path = self.path.partition("?")[0]
        if path == "/choices":
            self._send_json(HTTPStatus.OK, choices())
            return
        found = asset(path)
        if found is None:
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "there is no such page; open /"})
            return
        self._send(HTTPStatus.OK, *found)

    def do_POST(self) -> None:
        """Send what was typed, cleaned."""
        body = self._body()
        if self._is_foreign() or body is None:
            return
        if self.path != "/clean":
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "there is no such page; send to /clean"})
            return
        try:
            self._send_json(HTTPStatus.OK, answer(json.loads(body)))
        except (NewscleanError, ValueError, RecursionError) as error:  # also what is no JSON
            self._send_json(HTTPStatus.BAD_REQUEST, {"error": str(error)})

    def _is_foreign(self) -> bool:
        """Refuse a request from the page of another site, whose name may point to this computer; return True if it was one."""
        port = cast("ThreadingHTTPServer", self.server).server_port
        homes = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        json_sent = self.command != "POST" or self.headers.get_content_type() == "application/json"
        if host in homes and (origin is None or origin == f"http://{host}") and json_sent:
            return False
        self.close_connection = True
        self._send_json(HTTPStatus.FORBIDDEN, {"error": f"only the page at http://{ADDRESS}:{port}/ is served"})
        return True

    def _body(self) -> bytes | None:
        """Return the body; None, after an error was sent, if its length is missing or too large."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self.close_connection = True
            self._send_json(HTTPStatus.LENGTH_REQUIRED, {"error": "the request has no Content-Length"})
            return None
        if int(length) <= MAX_BODY:
            return self.rfile.read(int(length))
        left = min(int(length), 10 * MAX_BODY)  # read and discarded: the sender would not wait for the answer otherwise
        while left > 0 and (chunk := self.rfile.read(min(CHUNK, left))):
            left -= len(chunk)
        self.close_connection = True
        self._send_json(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            {"error": f"the page accepts {MAX_SIZE:,} characters; for longer input, save it and run: newsclean FILE"},
        )
        return None

    def _send_json(self, status: HTTPStatus, data: dict[str, Any]) -> None:
        self._send(status, json.dumps(data).encode("ascii"), "application/json")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal shows the address only."""
