"""Dates in a line: all the forms that newsrooms write, with time and zone when they are said."""

from __future__ import annotations

import datetime
import functools
from typing import NamedTuple

import regex

from newsclean.metadata.line.clock import date_of, hour_of, months, year_of, zone_of
from newsclean.metadata.line.results import WrittenDate
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

MAX_LINE = 2_000  # a line longer than this is looked at in its first and last part only
_NUMBER = lazy_regex(r"[0-9]+")
_MARKS = lazy_regex(r"^[^\p{L}\p{N}]+")  # before a month: brackets, bullets, pictures of calendars
_WINDOW = 48  # characters before a date that may say what it is


class _Patterns(NamedTuple):
    day: regex.Pattern[str]
    year: regex.Pattern[str]
    month_first: regex.Pattern[str]
    after: regex.Pattern[str]
    before: regex.Pattern[str]
    weekday: regex.Pattern[str]
    roles: regex.Pattern[str]


@functools.lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = table("calendar")
    month = alternatives(months())
    clock, year = _clock(), r"(?P<y>(?:1[6-9]|20)\d\d)(?!\d)"
    updated, published = alternatives(words["lines"]["updated"]), alternatives(words["lines"]["published"])
    to_clock = r"(?:à|a las|a la|alle ore|alle|ore|at|um|às|om|kl\.?|klokken|dès|ab|h)"
    return _Patterns(
        day=lazy_regex(
            rf"(?P<d>[0-3]?\d)(?:(?:er|st|nd|rd|th|\.|º|°)?(?:\s{{1,3}}|-|(?<=\.))(?:de\s|of\s)?(?P<m>{month})\b\.?(?:[\s,.-]{{0,3}}(?:del?\s|')?{year})?"
            r"|\s?(?P<sep>[./-])\s?(?P<mn>[0-3]?\d)\s?(?P=sep)\s?(?P<y>(?:1[6-9]|20)\d\d|\d\d)(?![\d/%€$]|-(?!\d\d?[:h])|[.,]\d))"
        ),
        year=lazy_regex(
            r"(?P<y>(?:1[6-9]|20)\d\d)(?:\s?(?P<sep>[./•·-])\s?(?P<mn>[01]?\d)\s?(?P=sep)\s?(?P<d>[0-3]?\d)(?![\d/-]|\.\d)|[年년]\s?(?P<mn>[01]?\d)[月월]\s?(?P<d>[0-3]?\d)[日일])"
        ),
        month_first=lazy_regex(rf"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:[,.]?\s{{1,3}}{year})?(?!\d)"),
        after=lazy_regex(rf"(?:t|\s{{0,3}}[,|•·@–—/-]?\s{{0,3}}(?:{to_clock},?\s{{1,2}})?){clock}(?!\d)"),
        before=lazy_regex(rf"(?<![\d.,:/])(?:{clock})[\s,|•·–-]{{1,4}}(?:(?:le|on|am|il|el)\s)?$"),
        weekday=lazy_regex(
            rf"(?<![\w'])(?:{alternatives(words['weekdays']['names'])})\b\.?,?\s{{1,3}}(?:(?:le|den|dem|il|el|d\.)\s)?$"
        ),
        roles=lazy_regex(rf"(?<!\w)(?:(?P<updated>{updated})|(?P<published>(?:{published})(?!\w)))"),
    )


def _clock() -> str:
    """The pattern of a time of day, with its zone."""
    words = table("calendar")
    zones = alternatives([*words["zones"], *words["zones_us"]])
    minutes = r"\s?[:h.]\s?(?P<mi>[0-5]\d)(?!\d)(?::(?P<s>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?"
    return (
        rf"(?P<h>[01]?\d|2[0-4])(?:{minutes}|(?=\s?(?:uhr|h\b|heures?\b|[ap]\.?\s?m\b)))(?:\s?:?\s?(?:uhr|hrs?|heures?|uur|h)\b)?"
        rf"(?:\s?(?P<ap>[ap])\.?\s?m\b\.?)?(?:\s?\(?(?P<tz>(?:{zones})\b)\)?)?(?P<off>\s?[+-]\d\d:?\d\d(?!\d)|(?<=gmt|utc)\s?[+-]\d{{1,2}}(?![\d:/.-]))?"
    )


@functools.lru_cache(maxsize=1)
def _counted() -> regex.Pattern[str]:
    """The pattern of what is counted back from now."""
    words = table("calendar")["lines"]
    number = rf"(?:\d{{1,3}}|{'|'.join(words['numbers'])})"
    length = rf"{number}\s?(?:{'|'.join(words['units'])})(?:\s\d{{1,2}}\s?(?:min|mn))?\.?"
    counted = "|".join(regex.escape(x).replace(r"\{n\}", length) for x in words["relative"])
    return lazy_regex(
        rf"(?<!\w)(?:{counted}|(?:{alternatives(words['days'])})(?:[\s,]{{1,3}}(?:à|um|at|alle|a las|om)?,?\s?{_clock()}))(?!\w)"
    )


def find_dates(line: str, language: str | None = None) -> list[WrittenDate]:
    """The dates of a line, that of the publication first.

    Args:
        line: One line of text.
        language: "en" or "en-US" reads 05/03/2024 as the third of May; everywhere else it is the fifth of March.

    >>> [str(d.value) for d in find_dates("Mis à jour le 5 mai 2019 à 20h10, publié le 04.05.2019 à 12h30")]
    ['2019-05-04 12:30:00', '2019-05-05 20:10:00']
    """
    if len(line) > MAX_LINE:
        cut = len(line) - MAX_LINE // 2
        tail = [d._replace(start=d.start + cut, end=d.end + cut) for d in find_dates(line[cut:], language)]
        return find_dates(line[: MAX_LINE // 2], language) + tail
    found = scan_dates(fold(line), language)
    dates = [d._replace(text=line[d.start : d.end]) for d in found]
    return sorted(dates, key=lambda d: d.role == "updated")


def scan_dates(folded: str, language: str | None) -> list[WrittenDate]:
    """The dates of a folded line in the order of the text."""
    month_first = language is not None and language.lower() in ("en", "en-us", "en_us")
    found: list[WrittenDate] = []
    end = 0
    for number in _NUMBER.finditer(folded):
        start = number.start()
        if start < end:
            continue
        if one := _read(folded, start, number.end() - start, end, american=month_first):
            found.append(one)
            end = one.end
    return _relative(folded, found) if len(folded) <= 100 and _may_count(folded) else found


def _read(folded: str, start: int, digits: int, floor: int, *, american: bool) -> WrittenDate | None:
    """The date that a number begins, with its weekday, its time and its role."""
    if (
        digits > 4
        or digits == 3
        or (start and folded[start - 1] in ".,:/-'" and folded[start - 2 : start - 1].isdigit())
    ):
        return None
    patterns = _patterns()
    month: str | None = None
    match = (patterns.year if digits == 4 else patterns.day).match(folded, start)
    if (match is None or not match["y"]) and digits < 4 and (first := _month_before(folded, start)):
        month, start, match = first[0], first[1], patterns.month_first.match(folded, start)
    if match is None or start < floor:
        return None
    day = _day(match, month, american=american)
    if day is None and (match["y"] or not 1 <= int(match["d"]) <= 31):
        return None
    return _dated(folded, start, match.end(), day, floor)


def _month_before(folded: str, start: int) -> tuple[str, int] | None:
    """The month and its place, when a number follows it: "May 3"."""
    before = folded[max(0, start - 14) : start]
    word = before.rstrip()
    if len(word) == len(before):
        return None
    word = word.removesuffix(".")
    name = _MARKS.sub("", word.rsplit(" ", 1)[-1])
    if name not in _first_months():
        return None
    return name, start - len(before) + len(word) - len(name)


@functools.lru_cache(maxsize=1)
def _first_months() -> frozenset[str]:
    return frozenset(table("calendar")["months_first"]["names"])


def _day(match: regex.Match[str], name: str | None, *, american: bool) -> datetime.date | None:
    """The day that a match names; None without a year, or when the calendar has no such day."""
    groups = match.groupdict()
    if not groups["y"]:
        return None
    day = int(groups["d"])
    if len(groups["y"]) == 2 and not _short_year(groups):
        return None
    name = name or groups.get("m")
    month = _month(match, name) if name else int(groups["mn"])
    swap = american and groups.get("sep") == "/" and match.start("y") > match.start("d") and month <= 12 and day <= 12
    if swap or month > 12 >= day:
        day, month = month, day
    return date_of(year_of(groups["y"]), month, day)


def _month(match: regex.Match[str], name: str) -> int:
    """The number of a month; a name that two languages share is told apart by the point that one writes behind the day."""
    pointed = table("calendar")["months_pointed"].get(name)
    if pointed and match.string[match.end("d")] == ".":
        return int(pointed)
    return months()[name]


def _short_year(groups: dict[str, str | None]) -> bool:
    """Two digits are a year when day and month have two as well, and when papers were on the web: a time or a score is none."""
    return len(groups["d"] or "") == 2 and len(groups["mn"] or "") == 2 and not "40" <= (groups["y"] or "") <= "89"


def _dated(folded: str, start: int, end: int, day: datetime.date | None, floor: int) -> WrittenDate:
    """A date with what stands round it."""
    patterns = _patterns()
    window = max(floor, start - 24)
    if start > window and folded[start - 1] == " " and (weekday := patterns.weekday.search(folded[window:start])):
        start = window + weekday.start()
    clock = patterns.after.match(folded, end)
    if clock:
        end = clock.end()
    elif start > floor and any(c.isdigit() for c in folded[window:start]):
        window = max(floor, start - 24)
        clock = patterns.before.search(folded[window:start])
        start = window + clock.start() if clock else start
    return WrittenDate(
        start, end, day and _at(day, clock), folded[start:end], _role(folded[max(floor, start - _WINDOW) : start])
    )


def _at(day: datetime.date, clock: regex.Match[str] | None) -> datetime.datetime | datetime.date:
    """The day with the time of a clock match."""
    if clock is None:
        return day
    hour = hour_of(int(clock["h"]), clock["ap"])
    if hour > 23:
        return day
    when = datetime.datetime(day.year, day.month, day.day, hour, int(clock["mi"] or 0), int(clock["s"] or 0))  # noqa: DTZ001
    zone = (clock["off"] or "").strip() or clock["tz"]
    return when.replace(tzinfo=zone_of(zone, when))


def _role(before: str) -> str:
    """The role that the last such word before a date gives it."""
    role = ""
    for match in _patterns().roles.finditer(before) if before.strip() else ():
        role = "updated" if match["updated"] else "published"
    return role


def _may_count(folded: str) -> bool:
    """A cheap look: can it count back from now?"""
    if len(folded) > 40 and not any(c in folded for c in "0123456789"):
        return False
    return "il y a " in folded or not _signs().isdisjoint(folded.replace(",", " ").replace(":", " ").split())


@functools.lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    words = table("calendar")["lines"]
    around = {
        w
        for phrase in words["relative"]
        for w in phrase.split()
        if w not in ("{n}", "il", "y", "a", "ça", "for", "för")
    }
    return frozenset(around | set(words["days"]))


def _relative(folded: str, found: list[WrittenDate]) -> list[WrittenDate]:
    """The finds and those counted back from now."""
    more = []
    for match in _counted().finditer(folded):
        start, end = match.span()
        if not any(start < d.end and d.start < end for d in found):
            more.append(
                WrittenDate(
                    start, end, None, match.group(), _role(folded[max(0, start - _WINDOW) : start]) or "relative"
                )
            )
    return sorted([*found, *more], key=lambda d: d.start) if more else found
