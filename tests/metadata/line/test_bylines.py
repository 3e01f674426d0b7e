"""The words that open a byline, and the names behind them. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.bylines import author_names, byline_head_end, read_byline_parts
from newsclean.metadata.line.names import BylinePart, PartKind
from tests.metadata.line.cases import cases, check


@pytest.mark.parametrize("folded", ["", "parler haut", "vonhier", "author of the year", "il pleut par ici"])
def test_what_opens_no_byline(folded: str) -> None:
    assert byline_head_end(folded) == 0


@pytest.mark.parametrize("case", cases("bylines"))
def test_a_line_is_read_as_expected(case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("folded", "head"),
    [
        ("von anna muster", "von "),
        ("written by: ann lee", "written by: "),
        ("auteur : jean dupont", "auteur : "),
        ("a cura di maria rossi", "a cura di "),
        ("par", "par"),
    ],
)
def test_the_longest_head_counts(folded: str, head: str) -> None:
    assert folded[: byline_head_end(folded)] == head


def test_names_in_brackets_come_last() -> None:
    parts = read_byline_parts("Luc Renard (avec Ève Roy et Zoé Blanc)")
    assert [part.text for part in parts or []] == ["Luc Renard", "Ève Roy", "Zoé Blanc"]


def test_what_somebody_is_may_follow_a_comma() -> None:
    assert author_names(read_byline_parts("Anna Muster, Redakteurin für Finanzen") or []) == ["Anna Muster"]
    assert read_byline_parts("Anna Muster, und dann ging sie nach Hause.") is None


def test_a_newsroom_is_named_when_nobody_is() -> None:
    desk, name = BylinePart(PartKind.DESK, "La rédaction"), BylinePart(PartKind.NAME, "Luc Renard")
    assert author_names([desk]) == ["La rédaction"]
    assert author_names([desk, name, name]) == ["Luc Renard"]
