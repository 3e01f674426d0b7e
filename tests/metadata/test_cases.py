"""The grammar of metadata, case by case; the cases are data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line

CASES = Path(__file__).parent / "cases"


def cases():
    for path in sorted(CASES.glob("*.toml")):
        if path.stem == "keeps":
            continue
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            yield pytest.param(case, id=f"{path.stem}: {case['line'].strip()[:50]}", marks=marks)


def kept():
    for language, part in tomllib.loads((CASES / "keeps.toml").read_text("utf-8")).items():
        for line in part["lines"]:
            yield pytest.param(line, language, id=f"{language}: {line[:50]}")


@pytest.mark.parametrize(("line", "language"), list(kept()))
def test_what_is_no_metadata_stays(line, language):
    for said in (language, None):
        reading = read_line(line, said)
        assert reading.label is None
        assert reading.cuts == ()
    assert find_agencies(line) == []


@pytest.mark.parametrize("case", list(cases()))
def test_a_line_is_read_as_expected(case):
    line, language = case["line"], case.get("language")
    reading = read_line(line, language)
    assert reading.label == case.get("label"), case.get("why")
    assert [line[c.start : c.end] for c in reading.cuts] == case.get("cuts", [])
    if "value" in case:
        value = find_dates(line, language)[0].value
        assert (value.isoformat() if value else "") == case["value"]
    if "agencies" in case:
        assert find_agencies(line) == case["agencies"]
    if "authors" in case:
        assert read_authors(line) == case["authors"]
    if "credits" in case:
        assert read_credits(line) == case["credits"]


def test_there_are_enough_cases():
    assert len(list(cases())) + len(list(kept())) >= 150
