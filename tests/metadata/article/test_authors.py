"""The authors among the names of an article. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean import analyze
from newsclean.article import Block, Label
from newsclean.metadata.article.authors import find_authors
from newsclean.metadata.article.head import HeadLine
from tests.extract.pages import PROSE, TITLE

TEXT = "\n\n".join(PROSE)


def lines(*rows: tuple[str, Label | None, int | None]) -> list[HeadLine]:
    return [
        HeadLine(text, label, distance, Block(0, len(text), text, text, label=label), at=n)
        for n, (text, label, distance) in enumerate(rows)
    ]


def names(*rows: tuple[str, Label | None, int | None], title: int | None = None) -> list[str]:
    return [value.value for value in find_authors(lines(*rows), None, title)]


@pytest.mark.parametrize(
    "row",
    [
        ("Contact Us", None, 1),
        ("AI Labs", None, 1),
        ("Travel Tips", None, 1),
        ("Luc Morand", None, None),  # outside the head of the article
        ("Il pleut à Genève", None, 1),
        ("Luc Morand " * 60, None, 1),
        ("", None, 1),
    ],
)
def test_what_names_no_author(row: tuple[str, Label | None, int | None]) -> None:
    assert names(row) == []


def test_a_line_that_opens_as_bylines_do_goes_before_names_alone() -> None:
    assert names(("Anna Keller", None, 1), ("Mot", None, 2), ("x", None, 3), ("Par Luc Morand", None, 4)) == [
        "Luc Morand"
    ]


def test_a_byline_at_the_foot_must_open_as_one_or_be_labelled() -> None:
    for row in (("Par Luc Morand", None, None), ("Luc Morand", Label.BYLINE, None)):
        assert names(row) == ["Luc Morand"]
    assert names(("Luc Morand", None, None)) == []


def test_the_lines_right_under_the_byline_name_authors_too() -> None:
    rows = [("Par Luc Morand", Label.BYLINE, 1), ("Anna Keller", Label.BYLINE, 2), ("x", None, 3), ("Jo Weit", None, 4)]
    assert names(("Par Luc Morand", Label.BYLINE, 1), ("Par Anna Keller", Label.BYLINE, 2)) == [
        "Luc Morand",
        "Anna Keller",
    ]
    assert "Jo Weit" not in names(*rows)


def test_a_date_beside_names_speaks_for_them() -> None:
    rows = [("Anna Keller", None, 3), ("x", None, 4), ("y", None, 5), ("z", None, 6), ("Luc Morand", None, 3)]
    assert names(*rows)[0] == "Anna Keller"
    assert names(*rows, ("3 mai 2024", Label.DATE, 2))[0] == "Luc Morand"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Keller, MD, 3 May 2024 - 4 min read", ["Anna Keller"]),
        ("3 May 2024 News by Ann Lee in Science", ["Ann Lee"]),
        ("Ann LeeFollow", ["Ann Lee"]),
        ("Ann Lee, Ph.D. | 3 May 2024", ["Ann Lee"]),
    ],
)
def test_names_beside_dates_and_degrees(text: str, expected: list[str]) -> None:
    assert names((text, None, 1)) == expected


def test_a_lone_head_opens_the_line_below() -> None:
    found = analyze(f"{TITLE}\nWritten by\nAnn Lee, MD\nMarch 12, 2024\n\n{TEXT}", kind="text")
    assert found.authors == ["Ann Lee"]
