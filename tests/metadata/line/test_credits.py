"""Picture credits on a line of their own. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.credits import credit_head_end, has_via, read_bare_credit, read_credit
from tests.metadata.line.cases import cases, check


@pytest.mark.parametrize("text", ["AFP", "et/ou", "Twitter/X", "Jean Dupont", "km/h", "Le Monde / Le Soir"])
def test_what_is_no_bare_credit(text: str) -> None:
    assert read_bare_credit(text) is None


@pytest.mark.parametrize(
    "text", ["© 2020 Le Courrier", "© Le Courrier SA", "© Tous droits réservés", "Le Courrier © 2020"]
)
def test_the_notice_of_the_text_is_no_credit(text: str) -> None:
    assert read_credit(text) is None


@pytest.mark.parametrize("case", cases("credits"))
def test_a_line_is_read_as_expected(case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("folded", "end", "sure"),
    [
        ("image source, getty images", 14, True),
        ("image du jour", 0, False),
        ("photo © keystone", 8, True),
        ("© keystone", 2, True),
        ("photo d'archives: keystone", 18, True),
        ("bild zeitung", 0, False),
    ],
)
def test_heads(folded: str, end: int, *, sure: bool) -> None:
    assert credit_head_end(folded) == (end, sure)


def test_a_source_may_come_through_another() -> None:
    assert has_via("AFP via Getty Images")
    assert not has_via("viaduc")
