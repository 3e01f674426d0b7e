"""The cases of the grammar, as data: a line, and what is read from it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line

FOLDER = Path(__file__).parent / "cases"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def cases(name: str) -> list[Any]:
    """The cases of a file, each with its line as id."""
    return [
        pytest.param(
            case,
            id=case["line"].strip()[:50],
            marks=[pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else [],
        )
        for case in table(name)["case"]
    ]


def check(case: dict[str, Any]) -> None:
    """Hold what is read from the line of a case against it."""
    line, language = case["line"], case.get("language")
    metadata = read_line(line, language)
    assert metadata.label == case.get("label"), case.get("why")
    assert [line[c.start : c.end] for c in metadata.cuts] == case.get("cuts", [])
    if "value" in case:
        value = find_dates(line, language)[0].value
        assert (value.isoformat() if value else "") == case["value"]
    if "agencies" in case:
        assert find_agencies(line) == case["agencies"]
    if "authors" in case:
        assert read_authors(line) == case["authors"]
    if "credits" in case:
        assert read_credits(line) == case["credits"]
