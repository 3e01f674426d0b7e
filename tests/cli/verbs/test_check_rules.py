"""`newsclean check-rules`: problems in packs, one a line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import PACK, Command


def test_check_rules(here: Path, command: Command) -> None:
    assert command("check-rules", "mine.toml") == (0, "mine.toml: 1 rule, all is well\n", "")
    (here / "bad.toml").write_text(PACK.replace('id = "mine"', 'id = "fr"'), "utf-8")
    code, out, _ = command("check-rules", "mine.toml", "bad.toml")
    assert (code, "bad.toml:1: the id 'fr' is taken" in out) == (1, True)
    code, out, _ = command("check-rules", "mine.toml", "mine.toml")
    assert (code, "mine.toml:1: the id 'mine' is taken" in out) == (1, True)


def test_check_rules_cannot_read(here: Path, command: Command) -> None:
    assert command("check-rules", "missing.toml")[0] == 2
    (here / "bytes.toml").write_bytes(b"id = '\xff'")
    assert command("check-rules", "bytes.toml")[0] == 2
    assert command("check-rules")[0] == 2
