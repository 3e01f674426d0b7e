"""Texts that come twice, case by case, and lines that are one text twice."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.mending import find_copies, find_repeated_half
from tests.work import MOST, growth

CASES = tomllib.loads((Path(__file__).parent / "copies.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in CASES])
def test_copies(case):
    assert find_copies(case["texts"]) == case["of"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Wir erwarten mehr. Wir erwarten mehr.", "Wir erwarten mehr."),
        ("Il a neigé toute la nuit.Il a neigé toute la nuit.", "Il a neigé toute la nuit."),
        ("« On ne sait rien du tout. » « On ne sait rien du tout. »", "« On ne sait rien du tout. »"),
        ("Bora Bora", None),
        ("Non! Non!", None),
        ("Vive la République ! Vive la République !", None),
        ("Wir erwarten mehr. Wir erwarten mehr. Wir erwarten mehr.", None),
        ("Il a neigé toute la nuit. Il a neigé toute la journée.", None),
    ],
)
def test_doubled(text, left):
    span = find_repeated_half(text)
    assert (text[: span[0]] + text[span[1] :] if span else None) == left


def test_thousands_of_like_lines_take_linear_work():
    line = "Le conseil a voté le budget de la ville lundi soir après un long débat."
    assert growth(lambda count: find_copies([line] * count), 500, 8_000) <= MOST
