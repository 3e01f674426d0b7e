"""No network anywhere in the library: with sockets blocked, everything works, and extraction fetches nothing that a page names."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Pack, Profile, analyze, clean, clean_many
from newsclean.cli.main import main
from newsclean.demo import answer

TEXT = "Le conseil a voté le budget de la ville lundi soir, a dit la maire.\nPartager\n"
PAGE = f"""<!doctype html><html><head><base href="https://news.example/"><link rel="stylesheet" href="https://news.example/a.css">
<meta http-equiv="refresh" content="0; url=https://news.example/b"><script src="https://news.example/a.js"></script>
<link rel="canonical" href="https://news.example/article"></head><body><iframe src="https://news.example/frame"></iframe>
<!DOCTYPE x [<!ENTITY e SYSTEM "https://news.example/e">]>&e;<img src="https://news.example/a.jpg"><article><p>{TEXT}</p></article>
</body></html>"""


class NetworkError(AssertionError):
    """Something asked for the network."""


@pytest.fixture(autouse=True)
def blocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Every way to another machine tells on itself."""
    asked: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        asked.append(args)
        raise NetworkError(f"the network was asked for: {args}")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=False)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield asked
    assert not asked


def test_the_block_holds(blocked: list[object]) -> None:
    with pytest.raises(NetworkError):
        socket.create_connection(("news.example", 80))
    with pytest.raises(NetworkError), socket.socket() as opened:
        opened.connect(("127.0.0.1", 1))
    blocked.clear()


@pytest.mark.parametrize(
    "source", [TEXT, TEXT.encode("cp1252"), PAGE, PAGE.encode()], ids=["text", "bytes", "page", "raw"]
)
def test_cleaning(source: str | bytes) -> None:
    options = {"url": "https://news.example/article", "comments": True, "format": "markdown", "links": True}
    assert analyze(source, **options).text == clean(source, **options)
    assert "Le conseil a voté" in clean(source, **options)


def test_streams_profiles_packs() -> None:
    pack = Pack.parse(
        'id = "a"\nsites = ["news.example"]\n[[rule]]\nid = "b"\nlabel = "ad"\nlines = ["c"]\nmatches = ["c"]\nkeeps = ["d"]'
    )
    profile = Profile.learn([TEXT] * 20, site="news.example")
    assert list(clean_many([TEXT, PAGE], packs=[pack], profile=profile))
    assert answer({"text": TEXT, "locale": "fr-CH"})


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: object) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("a.html").write_text(PAGE, "utf-8")
    Path("a.jsonl").write_text('{"text": "Le conseil a voté lundi soir.", "url": "https://news.example/"}\n', "utf-8")
    for told in (
        ["a.txt", "a.html"],
        ["--json", "a.html"],
        ["--explain", "a.txt"],
        ["--report", "out.html", "a.txt"],
        ["batch", "a.jsonl", "b.jsonl"],
        ["learn", "a.jsonl", "-o", "sites.toml"],
        ["rules", "fr.share"],
    ):
        assert main(told) == 0
