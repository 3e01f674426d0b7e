"""Texts that come twice, case by case, and lines that are one text twice."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from newsclean.mending import find_copies, find_repeated_half

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


def test_a_hundred_thousand_like_lines_take_linear_time():
    def seconds(count):
        lines = ["Le conseil a voté le budget de la ville lundi soir après un long débat."] * count
        start = time.perf_counter()
        find_copies(lines)
        return time.perf_counter() - start

    small, large = seconds(3_000), seconds(30_000)
    assert large < 30 * small + 0.2
