"""The command line as a user meets it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import TEXT, Command
from tests.conftest import ROOT


def test_file(command: Command, here: Path) -> None:
    code, out, err = command("article.txt")
    assert (code, err) == (0, "")
    assert out == "Un titre du jour\n\nL’été n’est pas fini, a dit le ministre à la presse lundi.\n"


def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("cp1252"))))
    code, out, _ = command("--charset", "windows-1252")
    assert code == 0
    assert "L’été" in out


def test_json(command: Command, here: Path) -> None:
    _, out, _ = command("--json", "article.txt", "article.txt")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["title"] for row in rows] == ["Un titre du jour"] * 2


def test_explain(command: Command, here: Path) -> None:
    _, out, _ = command("--explain", "article.txt")
    assert re.search(r"share .*core\.share\.word.* Partager", out)


def test_diff(command: Command, here: Path) -> None:
    _, out, _ = command("--diff", "article.txt")
    assert "-Partager" in out


def test_options(command: Command, here: Path) -> None:
    _, out, _ = command(
        "--keep", "share", "--drop", "title,kicker", "--locale", "fr-CH", "--url", "https://a.ch", "article.txt"
    )
    assert out.startswith("L’été")
    assert out.endswith("Partager\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "missing.txt: No such file or directory"),
        (["--keep", "adds"], "unknown label 'adds'"),
        (["--locale", "xx!!"], "unknown locale 'xx!!'. Known: "),
    ],
)
def test_bad_option_or_file(
    command: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Bonjour.")))
    code, out, err = command(*arguments)
    assert code == 2
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_unknown_option(command: Command) -> None:
    assert command("--nothing")[0] == 2


def test_examples_of_the_documentation(command: Command) -> None:
    for path in sorted((ROOT / "docs" / "examples").glob("*.txt")):
        code, out, _ = command(str(path))
        assert code == 0
        assert out == path.with_suffix(".clean").read_text("utf-8")


def test_installed_command(here: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "newsclean", "article.txt"], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").startswith("Un titre du jour\n\nL’été")
