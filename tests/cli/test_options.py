"""Every option of clean() as a flag; many inputs; the output file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsclean import Profile
from tests.cli.conftest import TEXT, Command

PAGE = "<html><body><article><h1>Un titre du jour</h1><p>L'été n'est pas fini, a dit le ministre à la presse lundi soir.</p><table><tr><td>École<td>8 millions<tr><td>Piscine<td>4 millions</table></article></body></html>"


def test_pack(here: Path, command: Command) -> None:
    assert "lecteurs" in command("corner.txt")[1]
    assert "lecteurs" not in command("--pack", "mine.toml", "corner.txt")[1]
    assert command("--pack", "mine.toml", "--pack", "mine.toml", "corner.txt")[0] == 2


def test_a_site_pack_is_chosen_by_url(here: Path, command: Command) -> None:
    pack = (here / "mine.toml").read_text("utf-8").replace('id = "mine"', 'id = "mine"\nsites = ["example.ch"]', 1)
    (here / "mine.toml").write_text(pack, "utf-8")
    wanted = ("--pack", "mine.toml", "corner.txt", "--url")
    assert "lecteurs" not in command(*wanted, "https://www.example.ch/1")[1]
    assert "lecteurs" in command(*wanted, "https://www.example.org/1")[1]


def test_profile(here: Path, command: Command) -> None:
    days = ("lundi", "mardi", "jeudi")
    texts = [f"Le conseil a voté {a} {day}.\nLe coin des lecteurs" for a in ("le budget", "la taxe") for day in days]
    (here / "sites.toml").write_text(Profile.learn(texts, site="example.ch").dumps(), "utf-8")
    wanted = ("--profile", "sites.toml", "corner.txt", "--url")
    assert "lecteurs" not in command(*wanted, "https://www.example.ch/1")[1]
    assert "lecteurs" in command(*wanted, "https://example.org/1")[1]
    (here / "sites.toml").write_text("[[", "utf-8")
    code, _, err = command(*wanted, "https://example.org/1")
    assert (code, "sites.toml" in err) == (2, True)


def test_form(here: Path, command: Command) -> None:
    (here / "page.html").write_text(PAGE, "utf-8")
    assert "| École | 8 millions |" in command("--format", "markdown", "page.html")[1]
    assert "École" not in command("--format", "markdown", "--no-tables", "page.html")[1]
    assert "<p>" in command("--kind", "text", "page.html")[1]
    assert command("--language", "fr", "--comments", "--strictness", "careful", "page.html")[0] == 0


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--strictness", "strickt"),
        ("--format", "html"),
        ("--kind", "pdf"),
        ("--max-size", "ten"),
        ("--check", "--json"),
    ],
)
def test_bad_value(here: Path, command: Command, option: str, value: str) -> None:
    code, out, err = command(option, value, "article.txt")
    assert (code, out) == (2, "")
    assert err


def test_one_that_fails_does_not_stop_the_others(here: Path, command: Command) -> None:
    (here / "large.txt").write_text(TEXT * 3, "utf-8")
    code, out, err = command("--max-size", "150", "article.txt", "missing.txt", "large.txt", "article.txt")
    assert code == 1
    assert out.count("Un titre du jour") == 2
    assert "missing.txt: No such file" in err
    assert "large.txt: " in err
    assert "2 of 4 inputs failed" in err
    assert command("--max-size", "150", "large.txt")[0] == 2


def test_output(here: Path, command: Command) -> None:
    assert command("--output", "out.txt", "article.txt") == (0, "", "")
    text = (here / "out.txt").read_text("utf-8")
    assert text == "Un titre du jour\n\nL’été n’est pas fini, a dit le ministre à la presse lundi.\n"
    assert command("-o", "out.txt", "missing.txt")[0] == 2
    assert (here / "out.txt").read_text("utf-8") == text
    assert sorted(path.name for path in here.iterdir()) == ["article.txt", "corner.txt", "mine.toml", "out.txt"]


def test_output_that_is_an_input(here: Path, command: Command) -> None:
    os.link("article.txt", "same.txt")
    for name in ("article.txt", "./article.txt", "same.txt"):
        code, _, err = command("-o", name, "corner.txt", "article.txt")
        assert code == 2
        assert "the output is one of the inputs" in err
    assert Path("article.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize("name", [".", "nowhere/out.txt"])
def test_output_that_cannot_be_written(here: Path, command: Command, name: str) -> None:
    assert command("-o", name, "article.txt")[0] == 2


def test_output_to_a_device(here: Path, command: Command) -> None:
    assert command("-o", os.devnull, "article.txt") == (0, "", "")
    assert not Path(os.devnull).is_file()
