"""Numbers to dates, hours and time zones."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclean.metadata.line.clock import date_of, hour_of, months, months_after_point, year_of, zone_of


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (2024, 13, 1), (1599, 1, 1), (2100, 1, 1), (0, 0, 0)]
)
def test_what_is_no_date(year: int, month: int, day: int) -> None:
    assert date_of(year, month, day) is None


def test_two_digits_are_of_the_nearer_century() -> None:
    assert (year_of("39"), year_of("40"), year_of("2040")) == (2039, 1940, 2040)


@pytest.mark.parametrize(
    ("hour", "half", "expected"), [(12, "p", 12), (12, "a", 0), (1, "p", 13), (17, "p", 17), (9, None, 9)]
)
def test_hours_of_both_halves_of_the_day(hour: int, half: str | None, expected: int) -> None:
    assert hour_of(hour, half) == expected


@pytest.mark.parametrize(
    ("name", "when", "hours"),
    [
        ("cet", dt.datetime.fromisoformat("2024-01-01T00:00:00"), 1),
        ("+0530", dt.datetime.fromisoformat("2024-01-01T00:00:00"), 5.5),
        ("-3", dt.datetime.fromisoformat("2024-01-01T00:00:00"), -3),
        ("utc", dt.datetime.fromisoformat("2024-01-01T00:00:00"), 0),
        ("et", dt.datetime.fromisoformat("2024-03-09T00:00:00"), -5),  # the day before the second Sunday of March
        ("et", dt.datetime.fromisoformat("2024-03-10T00:00:00"), -4),
        ("et", dt.datetime.fromisoformat("2024-11-02T00:00:00"), -4),
        ("et", dt.datetime.fromisoformat("2024-11-03T00:00:00"), -5),
    ],
)
def test_zones(name: str, when: dt.datetime, hours: float) -> None:
    zone = zone_of(name, when)
    assert zone is not None
    assert zone.utcoffset(when) == dt.timedelta(hours=hours)


def test_no_zone_is_a_day_away() -> None:
    assert zone_of("+99:00", dt.datetime.fromisoformat("2024-01-01T00:00:00")) is None
    assert zone_of(None, dt.datetime.fromisoformat("2024-01-01T00:00:00")) is None


def test_every_month_has_names_of_many_languages() -> None:
    assert set(months().values()) == set(range(1, 13))
    assert months()["mai"] == months()["mayo"] == months()["мая"] == 5


def test_a_name_that_two_languages_share_is_one_month_without_a_point() -> None:
    for name, number in months_after_point().items():
        assert months()[name] != number
