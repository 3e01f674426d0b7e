"""Numbers to dates: years of two digits, months by name, hours of the afternoon, time zones."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping

from newsclean.metadata.words import table


@functools.lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """The number of every month name.

    >>> months()["août"], months()["märz"]
    (8, 3)
    """
    return {name: int(number) for number, names in table("calendar")["months"].items() for name in names}


def year_of(digits: str) -> int:
    """The year, when two digits are written: up to 39 in this century.

    >>> year_of("19"), year_of("98"), year_of("2024")
    (2019, 1998, 2024)
    """
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < 40 else 1900)


def date_of(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None when the calendar has no such day or no paper could have printed it.

    >>> date_of(2024, 2, 30) is None, date_of(2024, 2, 29)
    (True, datetime.date(2024, 2, 29))
    """
    if not 1600 <= year <= 2099:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def hour_of(hour: int, half: str | None) -> int:
    """The hour of 24, from an hour and "a" or "p".

    >>> hour_of(5, "p"), hour_of(12, "a"), hour_of(17, None)
    (17, 0, 17)
    """
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def zone_of(name: str | None, when: datetime.datetime) -> datetime.tzinfo | None:
    """The zone of a name or an offset; clocks of the United States by the date.

    Args:
        name: A zone in lower case ("cet", "et"), an offset ("+02:00"), or None.
        when: The local time that it goes with.

    >>> zone_of("et", datetime.datetime(2024, 7, 1))
    datetime.timezone(datetime.timedelta(days=-1, seconds=72000))
    """
    if not name:
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        hours, rest = (digits[:2], digits[2:]) if len(digits) > 2 else (digits, "")
        minutes = int(hours) * 60 + int(rest or 0)
        minutes = -minutes if name[0] == "-" else minutes
    else:
        zones = table("calendar")
        minutes = zones["zones"].get(name, 0)
        if name in zones["zones_us"]:
            minutes = zones["zones_us"][name] + (60 if _summer_in_america(when.date()) else 0)
    if abs(minutes) >= 24 * 60:
        return None
    return datetime.UTC if minutes == 0 else datetime.timezone(datetime.timedelta(minutes=minutes))


def _summer_in_america(day: datetime.date) -> bool:
    """From the second Sunday of March to the first of November."""
    start = datetime.date(day.year, 3, 8)
    end = datetime.date(day.year, 11, 1)
    start += datetime.timedelta(days=6 - start.weekday())
    end += datetime.timedelta(days=6 - end.weekday())
    return start <= day < end
