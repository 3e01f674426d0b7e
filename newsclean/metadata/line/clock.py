"""Numbers to dates: years of two digits, months by name, hours of the afternoon, time zones."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from newsclean.languages import language_cache
from newsclean.metadata.words import minutes_by_zone, word_lists

_FIRST_YEAR, _LAST_YEAR = 1600, 2099  # the first newspapers were printed in the 17th century
_CENTURY = 40  # a year of two digits below is of this century


@language_cache()
def months() -> Mapping[str, int]:
    """Return the number of every month name.

    >>> months()["août"], months()["märz"]
    (8, 3)
    """
    return _numbers("months_after_point") | _numbers("months")


@language_cache()
def months_after_point() -> Mapping[str, int]:
    """Return the number of the names that mean another month if a point follows the day.

    >>> months()["listopada"], months_after_point()["listopada"]
    (11, 10)
    """
    return _numbers("months_after_point")


def _numbers(section: str) -> dict[str, int]:
    return {name: int(number) for number, names in word_lists(section).items() for name in names}


def year_of(digits: str) -> int:
    """Return the year, also if only two digits are written: up to 39 in this century.

    >>> year_of("19"), year_of("98"), year_of("2024")
    (2019, 1998, 2024)
    """
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < _CENTURY else 1900)


def date_of(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date, or None if the calendar has no such day or no paper could have printed it.

    >>> date_of(2024, 2, 30) is None, date_of(2024, 2, 29)
    (True, datetime.date(2024, 2, 29))
    """
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def hour_of(hour: int, half: str | None) -> int:
    """Return the hour of 24 for an hour and "a" (a.m.), "p" (p.m.) or None.

    >>> hour_of(5, "p"), hour_of(12, "a"), hour_of(17, None)
    (17, 0, 17)
    """
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def zone_of(name: str | None, when: datetime.datetime) -> datetime.tzinfo | None:
    """Return the time zone of a name or an offset.

    Args:
        name: A zone in lower case ("cet", "et"), an offset ("+02:00"), or None.
        when: The local time that it goes with, for zones of the United States that follow their summer time.

    >>> zone_of("et", datetime.datetime(2024, 7, 1))
    datetime.timezone(datetime.timedelta(days=-1, seconds=72000))
    """
    if not name:
        return None
    minutes = _minutes_of_offset(name) if name[0] in "+-" else _minutes_of_zone(name, when.date())
    if abs(minutes) >= 24 * 60:
        return None
    return datetime.UTC if minutes == 0 else datetime.timezone(datetime.timedelta(minutes=minutes))


def _minutes_of_offset(offset: str) -> int:
    digits = offset[1:].replace(":", "")
    hours, rest = (digits[:2], digits[2:]) if len(digits) > 2 else (digits, "")
    minutes = int(hours) * 60 + int(rest or 0)
    return -minutes if offset[0] == "-" else minutes


def _minutes_of_zone(name: str, day: datetime.date) -> int:
    changing = minutes_by_zone("zones_us")
    if name in changing:
        return changing[name] + (60 if _is_summer_in_america(day) else 0)
    return minutes_by_zone("zones").get(name, 0)


def _is_summer_in_america(day: datetime.date) -> bool:
    """Return True from the second Sunday of March to the first of November."""
    start = datetime.date(day.year, 3, 8)
    end = datetime.date(day.year, 11, 1)
    start += datetime.timedelta(days=6 - start.weekday())
    end += datetime.timedelta(days=6 - end.weekday())
    return start <= day < end
