"""Dates in a line. What is none comes first."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from newsclean.metadata.line.dates import MAX_LINE, find_dates
from newsclean.metadata.line.results import DateRole
from tests.metadata.line.cases import cases, check
from tests.metadata.line.lines import LANGUAGES, LINES


@pytest.mark.parametrize(
    "line",
    ["", "3-2", "12:30", "1/2", "192.168.1.1", "le 3 du mois", "30.2.2024", "2024-13-40", "score 3-12-14", "5 %"],
)
def test_what_has_no_day(line: str) -> None:
    assert [found.value for found in find_dates(line) if found.value is not None] == []


@pytest.mark.parametrize("case", cases("dates"))
def test_a_line_is_read_as_expected(case) -> None:
    check(case)


@pytest.mark.parametrize(("language", "month"), [("en", 5), ("en-US", 5), ("en-GB", 3), ("fr", 3), (None, 3)])
def test_the_order_of_day_and_month_depends_on_the_language(language: str | None, month: int) -> None:
    (found,) = find_dates("05/03/2024", language)
    assert found.value is not None
    assert found.value.month == month


@pytest.mark.parametrize(
    "line",
    [
        "3 mai 2024",
        "3. Mai 2024",
        "May 3, 2024",
        "3 de mayo de 2024",
        "3 maggio 2024",
        "3 mei 2024",
        "3 maj 2024",
        "3 мая 2024",
        "2024年5月3日",
        "2024년 5월 3일",
        "3 Mayıs 2024",
        "3. května 2024",
        "2024-05-03",
        "03.05.24",
        "vendredi 3 mai 2024",
    ],
)
def test_forms_of_one_day(line: str) -> None:
    (found,) = find_dates(line)
    assert found.value == dt.date(2024, 5, 3)
    assert found.text == line


@pytest.mark.parametrize(("line", "month"), [("12 listopada 2020", 11), ("12. listopada 2020.", 10)])
def test_a_point_tells_two_languages_apart(line: str, month: int) -> None:
    (found,) = find_dates(line)
    assert found.value == dt.date(2020, month, 12)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Publié le 3 mai 2024", DateRole.PUBLISHED),
        ("Aktualisiert am 3. Mai 2024", DateRole.UPDATED),
        ("vor 3 Stunden", DateRole.RELATIVE),
        ("hier à 20h", DateRole.RELATIVE),
        ("3 mai 2024", None),
    ],
)
def test_roles(line: str, role: DateRole | None) -> None:
    (found,) = find_dates(line)
    assert found.role is role


def test_only_the_ends_of_a_long_line_are_searched() -> None:
    line = f"3 mai 2024 {'x ' * MAX_LINE} 4 mai 2024 {'x ' * MAX_LINE} 5 mai 2024"
    found = find_dates(line)
    assert [date.value for date in found] == [dt.date(2024, 5, 3), dt.date(2024, 5, 5)]
    assert [line[date.start : date.end] for date in found] == ["3 mai 2024", "5 mai 2024"]


@settings(max_examples=200, deadline=None)
@given(LINES, LANGUAGES)
def test_dates_fit_their_line(line, language):
    for found in find_dates(line, language):
        assert line[found.start : found.end] == found.text != ""
