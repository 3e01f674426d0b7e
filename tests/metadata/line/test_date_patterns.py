"""The patterns of dates. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.date_patterns import date_line_clock, date_patterns, relative_pattern


@pytest.mark.parametrize("text", ["3.5.2024/7", "3 maison 2024", "3-5", "31/12/99%", "3. 2024"])
def test_what_is_no_day(text: str) -> None:
    found = date_patterns().day.match(text)
    assert found is None or not found["y"]


@pytest.mark.parametrize("text", ["123:45", "12:60", "17:05x", "12"])
def test_what_is_no_time_of_day(text: str) -> None:
    assert date_line_clock().fullmatch(text) is None


@pytest.mark.parametrize("text", ["17:05", "17h05", "17.05 uhr", "5:05 p.m.", "17h", "9 h"])
def test_times_of_day(text: str) -> None:
    assert date_line_clock().fullmatch(text)


@pytest.mark.parametrize("text", ["vor der tür", "il y a trois ans", "days ago", "demain à 8h", "hier"])
def test_what_does_not_count_back(text: str) -> None:
    assert relative_pattern().search(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "il y a 3 heures",
        "il y a 2 h 20 min",
        "vor wenigen minuten",
        "2 hours ago",
        "hace 3 días",
        "3 ore fa",
        "hier à 20h",
        "heute um 8:00 uhr",
    ],
)
def test_what_counts_back(text: str) -> None:
    assert relative_pattern().fullmatch(text)


@pytest.mark.parametrize("text", ["vendredi ", "Fri., ".lower(), "lunes el ", "montag, den "])
def test_weekdays_before_a_date(text: str) -> None:
    assert date_patterns().weekday.fullmatch(text)
