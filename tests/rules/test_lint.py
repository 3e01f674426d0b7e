"""Packs put to the proof: what is wrong in them, and on which line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.rules.lint import lint_pack
from tests.conftest import ROOT

CASES = tomllib.loads((Path(__file__).parent / "lint.toml").read_text("utf-8"))["case"]
PACKS = sorted(
    [*(ROOT / "newsclean/languages").glob("*/rules*.toml"), *(ROOT / "newsclean/rules/sites").glob("*.toml")]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_findings(case: dict) -> None:
    found = lint_pack(case["pack"], "mine.toml", {"fr", "mine.share.taken"})
    assert [line for line, _ in found] == [finding["line"] for finding in case["findings"]]
    for (_, message), finding in zip(found, case["findings"], strict=True):
        assert finding["says"] in message


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_packs_that_come_with_newsclean_are_sound(path: Path) -> None:
    assert lint_pack(path.read_text("utf-8"), path.name) == []
