"""The command line in one call."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclean.cli import main

Command = Callable[..., tuple[int, str, str]]

TEXT = "Un titre du jour\n\nL'été n'est pas fini, a dit le ministre à la presse lundi.\n\nPartager\n"
RULE = """
[[rule]]
id = "nav.corner"
label = "nav"
lines = ["le coin des lecteurs"]
matches = ["Le coin des lecteurs"]
keeps = ["Le coin des lecteurs ferme ses portes."]
"""
PACK = f'id = "mine"\n{RULE}'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to run in, with an article and a pack."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    (tmp_path / "corner.txt").write_text(TEXT.replace("Partager", "Le coin des lecteurs"), "utf-8")
    (tmp_path / "mine.toml").write_text(PACK, "utf-8")
    return tmp_path


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs a command; gives exit code, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return run
