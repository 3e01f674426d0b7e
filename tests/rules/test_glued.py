"""Furniture glued to sentences, in forms that no rule was written from. What is none comes first."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.rules.matcher import matcher_for

CASES = tomllib.loads((Path(__file__).parent / "glued.toml").read_text("utf-8"))


@pytest.mark.parametrize(("language", "line"), [(name, x) for name, lines in CASES["keeps"].items() for x in lines])
def test_a_sentence_that_tempts_the_rules_is_left_alone(language: str, line: str) -> None:
    matcher = matcher_for(language, ())
    assert matcher.find_cuts(line) == []
    assert [rule.id for rule in matcher.match(line)] == []


@pytest.mark.parametrize("case", CASES["cut"], ids=lambda case: case["line"][:60])
def test_the_piece_goes_and_the_sentences_stay(case: dict[str, str]) -> None:
    left = case["line"]
    for start, end, _ in reversed(matcher_for(case["language"], ()).find_cuts(left)):
        left = left[:start] + left[end:]
    assert left.strip() == case["left"]


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["line"])
def test_a_line_is_matched(case: dict[str, str]) -> None:
    assert case["rule"] in [rule.id for rule in matcher_for(case["language"], ()).match(case["line"])]


def test_a_piece_is_cut_as_often_as_it_stands_there() -> None:
    text = "Le pont rouvre. Lire aussi : Le viaduc en chiffres. Il fera beau. Lire aussi : La météo des plages. Fin."
    assert len(matcher_for("fr", ()).find_cuts(text)) == 2
