"""The table of cross-validated figures on the page of gold is the one that was measured."""

from __future__ import annotations

import json

from tests.benchmarks.crossvalidate import CROSSED, IN_SAMPLE, PAGE, STORE, table, written

STORED = {
    "date": "1 May 2026",
    "figures": {
        "real.all.lost": {IN_SAMPLE: 0.004, CROSSED: 0.0125},
        "genres.genre.live_blog.lost": {CROSSED: 0.02},
        "genres.genre.recipe.lost": {CROSSED: 0.1},
    },
}


def test_the_table_is_the_one_that_was_measured() -> None:
    text = PAGE.read_text("utf-8")
    assert written(text, json.loads(STORE.read_text("utf-8"))) == text, "run python tests/benchmarks/crossvalidate.py"


def test_figures_stand_side_by_side() -> None:
    shown = table(STORED)
    assert shown.startswith("Measured on 1 May 2026, in percent.\n\n|  | in sample | cross-validated |\n")
    assert "| article lines lost (less is better) | 0.4 | 1.2 |" in shown


def test_genres_are_in_the_order_of_what_is_lost() -> None:
    shown = table(STORED)
    assert shown.index("| recipe |  | 10.0 |") < shown.index("| live blog |  | 2.0 |")


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = "above\n<!-- table crossvalidation -->\nold\n<!-- end -->\nbelow\n"
    assert written(page, STORED) == page.replace("old", table(STORED))
