"""Linear work: twice the text makes each flood at most 2.6 times the work (2 is linear, 4 quadratic), counted in lines of code that run."""

from __future__ import annotations

import pytest

from newsclean.cleaner import Cleaner
from newsclean.reading import read
from tests.floods import HOSTILE, PAGES
from tests.work import ENOUGH, MOST, growth, lines_run

LARGEST = 128_000  # characters
FLOODS = [(kind, name) for kind, floods in (("text", HOSTILE), ("html", PAGES)) for name in floods]
CLEANER = Cleaner()


@pytest.mark.parametrize(("kind", "name"), FLOODS)
def test_work_grows_with_length(kind: str, name: str) -> None:
    make = (HOSTILE if kind == "text" else PAGES)[name]
    assert growth(lambda size: CLEANER(read(make(size), kind=kind)), 2_000, LARGEST) <= MOST


def test_work_that_grows_with_the_square_is_seen() -> None:
    line = "Le conseil a voté le budget.\n"
    assert growth(lambda size: read(line * (size * size // 100)), 100, 400) > MOST


def test_the_same_work_gives_the_same_count() -> None:
    text = HOSTILE["one-word lines"](2_000)
    read(text)
    assert lines_run(lambda: read(text)) == lines_run(lambda: read(text)) < ENOUGH
