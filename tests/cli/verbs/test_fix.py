"""`newsclean fix`: the encoding alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command


def test_fix(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("DÃ©jÃ\u00a0 vu Ã\u00a0 l'Ã©tÃ©\nPartager\n", "utf-8")
    assert command("fix", str(path)) == (0, "Déjà vu à l'été\nPartager\n", "")
