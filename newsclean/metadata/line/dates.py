"""Dates in a line: all forms that newsrooms write, with time and zone if the line says them.

Every date has a number, so the line is searched number by number, and the patterns are tried only there. The patterns hold the words of
all languages; only the order of "05/03/2024" depends on the language of the text. All positions are those of the folded line, which has
the same length as the line.
"""

from __future__ import annotations

import datetime

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.clock import date_of, hour_of, months, months_after_point, year_of, zone_of
from newsclean.metadata.line.date_patterns import date_patterns, relative_pattern
from newsclean.metadata.line.results import DateRole, WrittenDate
from newsclean.metadata.words import contains_any, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

MAX_LINE = 2_000  # characters; only the first and the last half of this are searched in a longer line
_MAX_RELATIVE = 100  # characters of a line that is searched for dates counted back from now
_MAX_UNNUMBERED = 40  # characters of such a line without a digit
_ROLE_WINDOW = 48  # characters before a date in which a word may say what it is
_BEFORE_WINDOW = 24  # characters before a date in which its weekday or its time may stand
_MONTH_WINDOW = 14  # characters before a day in which the name of its month may stand
_NUMBER = lazy_regex(r"[0-9]+")
_NOT_WORD = lazy_regex(r"^[^\p{L}\p{N}]+")  # before a month: brackets, bullets, pictures of calendars


def find_dates(line: str, language: str | None = None) -> list[WrittenDate]:
    """Find the dates of a line.

    Args:
        line: One line of text.
        language: "en" or "en-US" reads 05/03/2024 as the third of May; everywhere else it is the fifth of March.

    Returns:
        The dates in the order of the text, but those of a change last.

    >>> [str(d.value) for d in find_dates("Mis à jour le 5 mai 2019 à 20h10, publié le 04.05.2019 à 12h30")]
    ['2019-05-04 12:30:00', '2019-05-05 20:10:00']
    """
    if len(line) > MAX_LINE:
        cut = len(line) - MAX_LINE // 2
        tail = [d._replace(start=d.start + cut, end=d.end + cut) for d in find_dates(line[cut:], language)]
        return find_dates(line[: MAX_LINE // 2], language) + tail
    found = scan_dates(fold(line), language)
    dates = [d._replace(text=line[d.start : d.end]) for d in found]
    return sorted(dates, key=lambda d: d.role is DateRole.UPDATED)


def scan_dates(folded: str, language: str | None) -> list[WrittenDate]:
    """Find the dates of a folded line in the order of the text; their texts are folded too.

    Args:
        folded: The folded line.
        language: The language, for the order of numeric dates.
    """
    month_first = language is not None and language.lower() in _month_first_locales()
    found: list[WrittenDate] = []
    end = 0
    for number in _NUMBER.finditer(folded):
        start = number.start()
        if start < end:
            continue
        if one := _read_date(folded, start, number.end() - start, end, month_first=month_first):
            found.append(one)
            end = one.end
    if len(folded) <= _MAX_RELATIVE and _may_be_relative(folded):
        return _with_relative(folded, found)
    return found


@language_cache()
def _month_first_locales() -> frozenset[str]:
    return frozenset(word_lists("dates")["month_first_locales"])


def _read_date(folded: str, start: int, digits: int, floor: int, *, month_first: bool) -> WrittenDate | None:
    """Read the date that a number begins, with its weekday, its time and its role.

    Args:
        folded: The folded line.
        start: Where the number begins.
        digits: The number of its digits.
        floor: Where the date before it ends.
        month_first: Whether numeric dates have the month first.
    """
    if (
        digits > 4
        or digits == 3
        or (start and folded[start - 1] in ".,:/-'" and folded[start - 2 : start - 1].isdigit())
    ):
        return None
    patterns = date_patterns()
    month: str | None = None
    match = (patterns.year if digits == 4 else patterns.day).match(folded, start)
    if (match is None or not match["y"]) and digits < 4 and (before := _month_before(folded, start)):
        month, start, match = before[0], before[1], patterns.month_first.match(folded, start)
    if match is None or start < floor:
        return None
    day = _day(match, month, month_first=month_first)
    if day is None and (match["y"] or not 1 <= int(match["d"]) <= 31):
        return None
    return _with_surroundings(folded, start, match.end(), day, floor)


def _month_before(folded: str, start: int) -> tuple[str, int] | None:
    """Return the month before a number and its place: "May 3"."""
    before = folded[max(0, start - _MONTH_WINDOW) : start]
    word = before.rstrip()
    if len(word) == len(before):
        return None
    word = word.removesuffix(".")
    name = _NOT_WORD.sub("", word.rsplit(" ", 1)[-1])
    if name not in _months_first():
        return None
    return name, start - len(before) + len(word) - len(name)


@language_cache()
def _months_first() -> frozenset[str]:
    return frozenset(word_lists("dates")["months_first"])


def _day(match: regex.Match[str], name: str | None, *, month_first: bool) -> datetime.date | None:
    """Return the day that a match names; None without a year, or if the calendar has no such day."""
    groups = match.groupdict()
    if not groups["y"]:
        return None
    day = int(groups["d"])
    if len(groups["y"]) == 2 and not _may_be_short_year(groups):
        return None
    name = name or groups.get("m")
    month = _month(match, name) if name else int(groups["mn"])
    slashes = groups.get("sep") == "/" and match.start("y") > match.start("d")
    if (month_first and slashes and month <= 12 and day <= 12) or month > 12 >= day:
        day, month = month, day
    return date_of(year_of(groups["y"]), month, day)


def _month(match: regex.Match[str], name: str) -> int:
    """Return the number of a month; two languages that share a name differ in the point behind the day."""
    after_point = months_after_point().get(name)
    if after_point and match.string[match.end("d")] == ".":
        return after_point
    return months()[name]


def _may_be_short_year(groups: dict[str, str | None]) -> bool:
    """Return True if two digits may be a year: day and month have two as well, and papers were on the web in it."""
    return len(groups["d"] or "") == 2 and len(groups["mn"] or "") == 2 and not "40" <= (groups["y"] or "") <= "89"


def _with_surroundings(folded: str, start: int, end: int, day: datetime.date | None, floor: int) -> WrittenDate:
    """Return a date with its weekday, its time of day and its role."""
    patterns = date_patterns()
    window = max(floor, start - _BEFORE_WINDOW)
    if start > window and folded[start - 1] == " " and (weekday := patterns.weekday.search(folded[window:start])):
        start = window + weekday.start()
    clock = patterns.clock_after.match(folded, end)
    if clock:
        end = clock.end()
    elif start > floor and any(c.isdigit() for c in folded[window:start]):
        window = max(floor, start - _BEFORE_WINDOW)
        clock = patterns.clock_before.search(folded[window:start])
        start = window + clock.start() if clock else start
    role = _role(folded[max(floor, start - _ROLE_WINDOW) : start])
    return WrittenDate(start, end, day and _with_time(day, clock), folded[start:end], role)


def _with_time(day: datetime.date, clock: regex.Match[str] | None) -> datetime.datetime | datetime.date:
    """Return the day with the time of a clock match."""
    if clock is None:
        return day
    hour = hour_of(int(clock["h"]), clock["ap"])
    if hour > 23:
        return day
    when = datetime.datetime(day.year, day.month, day.day, hour, int(clock["mi"] or 0), int(clock["s"] or 0))  # noqa: DTZ001
    zone = (clock["off"] or "").strip() or clock["tz"]
    return when.replace(tzinfo=zone_of(zone, when))


def _role(before: str) -> DateRole | None:
    """Return the role that the last such word before a date gives it."""
    role = None
    for match in date_patterns().roles.finditer(before) if before.strip() else ():
        role = DateRole.UPDATED if match["updated"] else DateRole.PUBLISHED
    return role


def _may_be_relative(folded: str) -> bool:
    """Return True if a line may count back from now: a quick look before the pattern."""
    if len(folded) > _MAX_UNNUMBERED and not any(c in folded for c in "0123456789"):
        return False
    phrases, words = _relative_cues()
    return contains_any(folded, phrases) or not words.isdisjoint(folded.replace(",", " ").replace(":", " ").split())


@language_cache()
def _relative_cues() -> tuple[tuple[str, ...], frozenset[str]]:
    words = word_lists("dates")
    cues = words["relative_cues"]
    return tuple(f"{cue} " for cue in cues if " " in cue), frozenset([*cues, *words["days"]])


def _with_relative(folded: str, found: list[WrittenDate]) -> list[WrittenDate]:
    """Return the dates together with those counted back from now."""
    more = []
    for match in relative_pattern().finditer(folded):
        start, end = match.span()
        if not any(start < d.end and d.start < end for d in found):
            role = _role(folded[max(0, start - _ROLE_WINDOW) : start]) or DateRole.RELATIVE
            more.append(WrittenDate(start, end, None, match.group(), role))
    return sorted([*found, *more], key=lambda d: d.start) if more else found
