"""The keys of lines: what is folded, what is masked, what is never counted."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.article import Label
from newsclean.profiles.keys import MAX_LENGTH, counting_key, is_masked, masked_anchors, masked_pattern
from newsclean.profiles.profile_line import ProfileLine

CASES = tomllib.loads(Path(__file__).with_name("keys.toml").read_text("utf-8"))["same"]


@pytest.mark.parametrize("case", CASES, ids=[case["line"].strip()[:30] for case in CASES])
def test_key(case: dict[str, str]) -> None:
    assert counting_key(case["line"]) == case["key"]


@pytest.mark.parametrize("case", [case for case in CASES if is_masked(case["key"])], ids=lambda case: case["key"])
def test_a_masked_line_is_found_with_other_numbers_and_not_with_more_words(case: dict[str, str]) -> None:
    key = case["key"]
    rule = ProfileLine(key, 9, 0, 9, Label.OTHER, case["line"]).rule("example.ch", 10)
    assert rule.matches_line(case["line"])
    assert rule.matches_line(key.replace("{n}", "7"))
    assert not rule.matches_line(f"{case['line']} et le reste de la phrase")
    assert masked_pattern(key).startswith("^")
    assert all(anchor in key for anchor in masked_anchors(key))


def test_a_line_that_no_rule_would_look_at_is_not_counted() -> None:
    assert counting_key("a" * (MAX_LENGTH + 1)) == ""
    assert counting_key("a" * MAX_LENGTH) == "a" * MAX_LENGTH
