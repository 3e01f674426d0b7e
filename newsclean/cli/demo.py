"""`newsclean demo`: a page to try it, served to this computer only."""

from __future__ import annotations

import argparse
import json
import sys
import webbrowser
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from newsclean.cli.files import write
from newsclean.demo import MAX_SIZE, answer, asset, choices
from newsclean.errors import NewscleanError

ADDRESS = "127.0.0.1"
MAX_BODY = 6 * MAX_SIZE  # bytes: JSON may write a character as six
CHUNK = 65_536
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def demo(arguments: Sequence[str]) -> int:
    """`newsclean demo`: serves the page until it is stopped."""
    parser = argparse.ArgumentParser(
        prog="newsclean demo",
        description="A page to try newsclean in the browser. It is served to this computer only, and nothing leaves it.",
    )
    parser.add_argument("--port", type=int, default=0, help="a free one when not given")
    parser.add_argument("--no-browser", action="store_true", help="only show the address")
    options = parser.parse_args(arguments)
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
    """A server of the page, on this computer's own address; port 0 takes a free one."""
    try:
        return ThreadingHTTPServer((ADDRESS, port), Handler)
    except (OSError, OverflowError) as error:
        raise NewscleanError(f"port {port} cannot be used ({error}); leave --port out for a free one") from error


class Handler(BaseHTTPRequestHandler):
    """Answers the page: its parts, its choices, and what is typed into it; nobody else's pages."""

    protocol_version = "HTTP/1.1"
    server_version = "newsclean"
    sys_version = ""
    timeout = 30  # seconds

    def do_GET(self) -> None:
        """A part of the page, or what it offers."""
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
        """What was typed, cleaned."""
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
        """Was the request made by another site's page? Its name may have been pointed at this computer; refused when so."""
        port = cast("ThreadingHTTPServer", self.server).server_port
        homes = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        json_sent = self.command != "POST" or self.headers.get_content_type() == "application/json"
        if host in homes and (origin is None or origin == f"http://{host}") and json_sent:
            return False
        self.close_connection = True
        self._send_json(HTTPStatus.FORBIDDEN, {"error": f"only the page at http://{ADDRESS}:{port}/ is answered"})
        return True

    def _body(self) -> bytes | None:
        """What was sent; None, with the answer given, when its length is not told or too large."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self.close_connection = True
            self._send_json(HTTPStatus.LENGTH_REQUIRED, {"error": "the request does not tell its length"})
            return None
        if int(length) <= MAX_BODY:
            return self.rfile.read(int(length))
        left = min(int(length), 10 * MAX_BODY)  # read and forgotten, or the sender would not wait for the answer
        while left > 0 and (chunk := self.rfile.read(min(CHUNK, left))):
            left -= len(chunk)
        self.close_connection = True
        self._send_json(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            {"error": f"the page takes {MAX_SIZE:,} characters; for more, save the input and run: newsclean FILE"},
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
        """Nothing: the terminal shows the address only."""
