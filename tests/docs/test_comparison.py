"""The page of the comparison shows the figures that were measured, and newsclean still reaches its own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.benchmarks import ours, peers
from tests.benchmarks.comparison import PAGE, STORE, written
from tests.benchmarks.figures import TABLES, _best, table

TEXT = PAGE.read_text("utf-8")
STORED = json.loads(STORE.read_text("utf-8"))


def test_the_tables_are_those_that_were_measured() -> None:
    assert written(TEXT, STORED) == TEXT, "run python tests/benchmarks/comparison.py page"


def test_every_table_is_on_the_page_and_has_figures() -> None:
    assert sorted(re.findall(r"^<!-- table (\S+) -->$", TEXT, re.MULTILINE)) == sorted(TABLES)
    assert [name for name in TABLES if table(name, STORED) == "Not measured yet."] == []


def _of_ours(name: str) -> dict[str, Any]:
    run = getattr(peers, name)()["newsclean"]
    return ours._words(((run(source, language), *gold) for source, language, *gold in getattr(ours, f"_{name}")()))


@pytest.mark.parametrize("name", ["pages", "texts"])
def test_newsclean_still_does_as_well_on_our_articles(name: str) -> None:
    now, then = _of_ours(name), STORED["ours"]["figures"][name]["newsclean"]
    assert now["found"] >= then["found"] - 1e-4
    assert now["right"] >= then["right"] - 1e-4


def test_gold_of_our_pages_is_on_the_pages() -> None:
    for page, _, head, body in ours._pages():
        shown = " ".join(re.sub(r"<[^>]+>", " ", page).split())
        for line in (head + body).splitlines():
            assert line in shown


def test_the_best_of_a_row_is_bold() -> None:
    assert _best(["right", "90.0", "", "80.0"]) == ["right", "**90.0**", "", "80.0"]
    assert _best(["lost <", "9.0", "10.0"]) == ["lost (less is better)", "**9.0**", "10.0"]
    assert _best(["one tool", "9.0"]) == ["one tool", "9.0"]
