"""The server of `newsclean demo`: its files, its answers, and requests of other sites."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from newsclean import NewscleanError
from newsclean.cli import main
from newsclean.demo import MAX_SIZE, answer
from tests.conftest import ROOT

CASE = tomllib.loads((ROOT / "tests/cases/seedlike.toml").read_text("utf-8"))["case"][0]
SEED = CASE["input"].strip("\n")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "newsclean", "demo", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            assert server.stdout
            yield re.findall(r"http://[\d.:]+", server.stdout.readline())[0]
        finally:
            server.terminate()


def ask(
    address: str, method: str, path: str, body: object = None, **headers: str
) -> tuple[int, dict[str, str], dict[str, Any] | str]:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    sent = json.dumps(body).encode() if not isinstance(body, bytes) and body is not None else body
    defaults = {"Content-Type": "application/json"} if body is not None else {}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, sent, {**defaults, **named})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    is_json = response.headers.get_content_type() == "application/json"
    return response.status, dict(response.headers), json.loads(text) if is_json else text


def test_parts(address: str) -> None:
    for path in ("/", "/page.css", "/page.js", "/report.css", "/report.js", "/choices", "/?a=b"):
        status, headers, _ = ask(address, "GET", path)
        assert status == 200
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    for path in ("/nothing", "/../pyproject.toml", "/page.css/../../__init__.py", "//etc/passwd", "/examples.json"):
        assert ask(address, "GET", path)[0] == 404


@pytest.mark.parametrize("path", ["/", "/choices", "/page.js"])
def test_name_pointed_at_this_computer(address: str, path: str) -> None:
    assert ask(address, "GET", path, Host="attacker.example")[0] == 403
    assert ask(address, "GET", path, Host=f"attacker.example:{address.rpartition(':')[2]}")[0] == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attacker.example"},
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
    ],
)
def test_requests_of_other_sites(address: str, headers: dict[str, str]) -> None:
    status, sent, data = ask(address, "POST", "/clean", {"text": "Un texte."}, **headers)
    assert status == 403
    assert "is served" in data["error"]  # type: ignore[index]
    assert "Access-Control-Allow-Origin" not in sent


def test_own_requests(address: str) -> None:
    for origin in ({}, {"Origin": address}):
        status, _, data = ask(address, "POST", "/clean", {"text": SEED, "locale": "fr-CH"}, **origin)
        assert status == 200
        assert data["text"] == CASE["expected"].strip("\n")  # type: ignore[index]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"no JSON", "Expecting value"),
        (b"[" * 100_000, "recursion"),
        (b"\xff\xfe\x00", "decode"),
        ([], "has no text"),
        ({"text": 7}, "has no text"),
        ({"text": "a", "keep": "ad"}, "keep must be a list"),
        ({"text": "a", "keep": ["adds"]}, "did you mean 'ad'?"),
        ({"text": "a", "locale": 7}, "locale must be a name"),
        ({"text": "a", "locale": "xx!!"}, "xx!!"),
        ({"text": "a", "kind": "pdf"}, "unknown kind"),
    ],
)
def test_bad_requests(address: str, body: object, message: str) -> None:
    status, _, data = ask(address, "POST", "/clean", body)
    assert status == 400
    assert message in data["error"]  # type: ignore[index]


def test_too_large(address: str) -> None:
    status, _, data = ask(address, "POST", "/clean", b"x" * (6 * MAX_SIZE + 1))
    assert status == 413
    assert "newsclean FILE" in data["error"]  # type: ignore[index]
    with pytest.raises(NewscleanError, match="1,000,001 characters"):
        answer({"text": "a" * (MAX_SIZE + 1)})
    assert ask(address, "POST", "/clean", None, Content_Type="application/json", Content_Length="-1")[0] == 411
    assert ask(address, "GET", "/")[0] == 200


def test_lone_surrogates(address: str) -> None:
    status, _, data = ask(address, "POST", "/clean", b'{"text": "Un texte \\ud800 ici."}')
    assert status == 200
    assert data["text"].startswith("Un texte")  # type: ignore[index]


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_impossible_port(capfd: pytest.CaptureFixture[str], port: str) -> None:
    assert main(["demo", "--no-browser", f"--port={port}"]) == 2
    assert "leave --port out for a free one" in capfd.readouterr().err


def test_taken_port(capfd: pytest.CaptureFixture[str], address: str) -> None:
    assert main(["demo", "--no-browser", "--port", address.rpartition(":")[2]]) == 2
    assert "cannot be used" in capfd.readouterr().err
