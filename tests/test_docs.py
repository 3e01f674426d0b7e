"""The examples of the documentation run; tests/docs/ looks at its commands, links and lists."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples(page: Path) -> None:
    failures, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    assert failures == 0


def test_shown_explanation_is_true() -> None:
    from newsclean import analyze

    source = (ROOT / "docs" / "examples" / "ferry.txt").read_text("utf-8")
    shown = (ROOT / "docs" / "labels.md").read_text("utf-8")
    for block in analyze(source).removed[:3]:
        assert re.search(rf"{block.start}-{block.end} +{block.label} +{re.escape(block.evidence[0].name)}", shown)
