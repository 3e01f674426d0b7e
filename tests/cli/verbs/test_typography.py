"""`newsclean typography`: marks and spaces alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command


def test_typography(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Il a dit 'oui' à l'Etat\n\n250'000 francs", "utf-8")
    assert command("typography", "--locale", "fr-CH", str(path)) == (
        0,
        "Il a dit «oui» à l’Etat\n\n250’000 francs\n",
        "",
    )
    assert command("typography", "--off", "quote", str(path))[0] == 2
