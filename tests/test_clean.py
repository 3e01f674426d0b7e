"""Whole articles: input, expected text, labels of what goes. The cases are data: tests/cases/*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclean import analyze, clean

CASES = [
    case | {"file": path.stem}
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['name']}")
def test_case(case: dict[str, Any]) -> None:
    article = analyze(case["input"])
    assert article.text == case["expected"].strip()
    if "removed" in case:
        assert [str(block.label) for block in article.removed] == case["removed"]
    for field in ("agencies", "credits", "authors", "locale", "title", "kicker"):
        if field in case:
            assert getattr(article, field) == case[field]
    if "date" in case:
        assert str(article.date) == case["date"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['name']}")
def test_promises_on_case(case: dict[str, Any]) -> None:
    article = analyze(case["input"])
    assert clean(case["input"]) == article.text
    assert clean(article.text) == article.text
    assert article.rebuild() == case["input"]
