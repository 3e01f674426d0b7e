"""Every option of clean() as a flag; many inputs; the output file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean import Profile
from tests.cli.conftest import TEXT, Command
from tests.conftest import ROOT

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
    Path("link.txt").symlink_to("article.txt")
    for option in ("-o", "--report"):
        assert command(option, "link.txt", "article.txt")[0] == 2
    assert Path("article.txt").read_text("utf-8") == TEXT


def test_output_that_standard_input_comes_from(here: Path) -> None:
    for arguments in (["-o", "article.txt"], ["-o", "article.txt", "-"], ["--report", "article.txt"]):
        with Path("article.txt").open("rb") as source:
            done = subprocess.run(
                [sys.executable, "-m", "newsclean", *arguments],
                stdin=source,
                capture_output=True,
                check=False,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        assert (done.returncode, b"is one of the inputs" in done.stderr) == (2, True)
    assert Path("article.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_output_that_holds_rules_or_the_configuration(here: Path, command: Command, option: str) -> None:
    (here / "sites.toml").write_text(Profile.learn(["Le conseil a voté."], site="example.ch").dumps(), "utf-8")
    (here / "newsclean.toml").write_text('packs = ["mine.toml"]\n', "utf-8")
    for name, more in {
        "mine.toml": (),
        "newsclean.toml": (),
        "sites.toml": ("--profile", "sites.toml"),
        "./mine.toml": ("--no-config", "--pack", "mine.toml"),
    }.items():
        before = (here / name).read_text("utf-8")
        code, _, err = command(option, name, "article.txt", *more)
        assert (code, "is one of the inputs" in err) == (2, True), name
        assert (here / name).read_text("utf-8") == before


def test_a_report_is_a_file_of_its_own(here: Path, command: Command) -> None:
    for name in ("out.html", "other.txt"):
        code, _, err = command("--report", "out.html", "-o", name, "article.txt")
        assert (code, "use one of them" in err) == (2, True)
    assert not (here / "out.html").exists()


def test_a_verb_with_a_slip_of_the_pen(here: Path, command: Command) -> None:
    assert "evaluat: No such file or directory; did you mean newsclean evaluate?" in command("evaluat", "gold.jsonl")[2]
    assert "did you mean newsclean rules?" in command("rule")[2]
    assert "did you mean" not in command("missing.txt")[2]
    (here / "rule").write_text(TEXT, "utf-8")
    assert command("rule")[0] == 0


def test_a_folder_is_for_batch(here: Path, command: Command) -> None:
    assert "clean it with newsclean batch" in command(".")[2]


@pytest.mark.parametrize("name", [".", "nowhere/out.txt"])
def test_output_that_cannot_be_written(here: Path, command: Command, name: str) -> None:
    assert command("-o", name, "article.txt")[0] == 2


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_output_to_a_pipe_by_name(here: Path, option: str) -> None:
    command = [sys.executable, "-m", "newsclean", option, "/dev/stdout", "article.txt"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert "Un titre du jour" in done.stdout.decode("utf-8")


def test_output_to_a_device(here: Path, command: Command) -> None:
    assert command("-o", os.devnull, "article.txt") == (0, "", "")
    assert not Path(os.devnull).is_file()
