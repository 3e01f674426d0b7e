"""Dates in a line: all the forms that newsrooms write, with time and zone when they are said."""

from __future__ import annotations

import datetime
import functools
from typing import NamedTuple

import regex

from newsclean.metadata.clock import date_of, hour_of, months, year_of, zone_of
from newsclean.metadata.pieces import DateFound
from newsclean.metadata.words import alternatives, fold, table

MAX_LINE = 2_000  # a line longer than this is looked at in its first and last part only
_HAS_DIGIT = regex.compile(r"\d")


class _Patterns(NamedTuple):
    date: regex.Pattern[str]
    month_first: regex.Pattern[str]
    after: regex.Pattern[str]
    before: regex.Pattern[str]
    weekday: regex.Pattern[str]
    relative: regex.Pattern[str]
    roles: regex.Pattern[str]


@functools.lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = table("calendar")
    month, first = alternatives(months()), alternatives(words["months_first"]["names"])
    zones = alternatives([*words["zones"], *words["zones_us"]])
    hours = r"(?:\s?:?\s?(?:uhr|hrs?|heures?|uur|h)\b)"
    clock = (
        r"(?P<h>[01]?\d|2[0-4])(?:\s?[:h.]\s?(?P<mi>[0-5]\d)(?!\d)(?::(?P<s>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?|(?=\s?(?:uhr|h\b|heures?\b|[ap]\.?\s?m\b)))"
        rf"{hours}?(?:\s?(?P<ap>[ap])\.?\s?m\b\.?)?(?:\s?\(?(?P<tz>(?:{zones})\b)\)?)?(?P<off>\s?[+-]\d\d:?\d\d(?!\d))?"
    )
    day = r"(?P<d>[0-3]?\d)"
    units, number = "|".join(words["lines"]["units"]), rf"(?:\d{{1,3}}|{'|'.join(words['lines']['numbers'])})"
    counted = "|".join(regex.escape(x).replace(r"\{n\}", rf"{number}\s?(?:{units})(?:\s\d{{1,2}}\s?(?:min|mn))?\.?") for x in words["lines"]["relative"])
    return _Patterns(
        date=regex.compile(
            rf"(?<![\d.,:/-]){day}(?:er|st|nd|rd|th|\.|º|°)?(?:\s{{1,3}}|-|(?<=\.))(?:de\s|of\s)?(?P<m>{month})\b\.?(?P<y_>[\s,.-]{{0,3}}(?:del?\s|')?(?P<y>(?:1[6-9]|20)\d\d)(?!\d))?"
            rf"|(?<![\d.,:/-]|\d\s){day}\s?(?P<sep>[./-])\s?(?P<mn>[01]?\d)\s?(?P=sep)\s?(?P<y>(?:1[6-9]|20)\d\d|\d\d)(?![\d/%€$-]|[.,]\d)"
            r"|(?<![\d.,:/-])(?P<y>(?:1[6-9]|20)\d\d)\s?(?P<sep>[./-])\s?(?P<mn>[01]?\d)\s?(?P=sep)\s?(?P<d>[0-3]?\d)(?![\d/-]|\.\d)"
            r"|(?P<y>(?:1[6-9]|20)\d\d)[年년]\s?(?P<mn>[01]?\d)[月월]\s?(?P<d>[0-3]?\d)[日일]"
        ),
        month_first=regex.compile(rf"\b(?P<m>{first})\b\.?\s{{1,3}}{day}(?:st|nd|rd|th)?(?:(?P<y_>,?\s{{1,3}}(?P<y>(?:1[6-9]|20)\d\d))(?!\d)|(?!\d))"),
        after=regex.compile(rf"(?:t|\s{{0,3}}[,|•·@–—/-]?\s{{0,3}}(?:(?:à|a las|a la|alle ore|alle|ore|at|um|às|om|kl\.?|klokken|dès|ab|h),?\s{{1,2}})?){clock}"),
        before=regex.compile(rf"(?<![\d.,:/])(?:{clock})[\s,|•·–-]{{1,4}}(?:(?:le|on|am|il|el)\s)?$"),
        weekday=regex.compile(rf"(?<![\w'])(?:{alternatives(words['weekdays']['names'])})\b\.?,?\s{{1,3}}(?:(?:le|den|dem|il|el|d\.)\s)?$"),
        relative=regex.compile(rf"(?<!\w)(?:{counted}|(?:{alternatives(words['lines']['days'])})(?:[\s,]{{1,3}}(?:à|um|at|alle|a las|om)?,?\s?{clock}))(?!\w)"),
        roles=regex.compile(rf"(?<!\w)(?:(?P<updated>{alternatives(words['lines']['updated'])})|(?P<published>(?:{alternatives(words['lines']['published'])})(?!\w)))"),
    )


def find_dates(line: str, language: str | None = None) -> list[DateFound]:
    """The dates of a line, that of the publication first.

    Args:
        line: One line of text.
        language: "en" or "en-US" reads 05/03/2024 as the third of May; everywhere else it is the fifth of March.

    >>> [str(d.value) for d in find_dates("Mis à jour le 5 mai 2019 à 20h13, publié le 04.05.2019 à 13h36")]
    ['2019-05-04 13:36:00', '2019-05-05 20:13:00']
    """
    if len(line) > MAX_LINE:
        cut = len(line) - MAX_LINE // 2
        tail = [d._replace(start=d.start + cut, end=d.end + cut) for d in find_dates(line[cut:], language)]
        return find_dates(line[: MAX_LINE // 2], language) + tail
    found = scan(fold(line), language)
    dates = [d._replace(text=line[d.start : d.end]) for d in found]
    return sorted(dates, key=lambda d: d.role == "updated")


def scan(folded: str, language: str | None) -> list[DateFound]:
    """The dates of a folded line in the order of the text."""
    if not _HAS_DIGIT.search(folded):
        return _relative(folded, [])
    patterns = _patterns()
    matches = list(patterns.date.finditer(folded))
    matches += [m for m in patterns.month_first.finditer(folded) if not any(m.start() < o.end() and o.start() < m.end() and o.group("y") for o in matches)]
    found: list[DateFound] = []
    end = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() < end or (one := _read(match, folded, end, language)) is None:
            continue
        found.append(one)
        end = one.end
    return _relative(folded, found)


def _read(match: regex.Match[str], folded: str, floor: int, language: str | None) -> DateFound | None:
    """One date with its weekday, its time and its role; None when the calendar has no such day."""
    groups = match.groupdict()
    day = _day(groups, month_first=_american(language) and match.start("y") > match.start("d"))
    if groups["y"] and day is None:
        return None
    if not groups["y"] and not 1 <= int(groups["d"]) <= 31:
        return None
    patterns = _patterns()
    start, end = match.start(), match.end()
    window = max(floor, start - 24)
    if weekday := patterns.weekday.search(folded[window:start]):
        start = window + weekday.start()
    clock = patterns.after.match(folded, end)
    if clock and clock.end() < len(folded) and folded[clock.end()].isdigit():
        clock = None
    if clock:
        end = clock.end()
    else:
        window = max(floor, start - 24)
        clock = patterns.before.search(folded[window:start])
        start = window + clock.start() if clock else start
    value = day and _at(day, clock)
    role = _role(folded[max(floor, start - 48) : start])
    return DateFound(start, end, value, folded[start:end], role)


def _day(groups: dict[str, str | None], *, month_first: bool) -> datetime.date | None:
    """The day that a match names."""
    if not groups["y"]:
        return None
    day = int(groups["d"] or 0)
    month = months()[groups["m"]] if groups.get("m") else int(groups["mn"] or 0)
    american = groups.get("sep") == "/" and len(groups["y"]) == 4 and month_first
    if month <= 12 and day <= 12 and american or month > 12 >= day:
        day, month = month, day
    return date_of(year_of(groups["y"]), month, day)


def _american(language: str | None) -> bool:
    return language is not None and language.lower().replace("_", "-") in ("en", "en-us")


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
    for match in _patterns().roles.finditer(before):
        role = "updated" if match["updated"] else "published"
    return role


def _relative(folded: str, found: list[DateFound]) -> list[DateFound]:
    """The finds and those counted back from now, which only short lines are looked at for."""
    if len(folded) > 120:
        return found
    more = []
    for match in _patterns().relative.finditer(folded):
        if not any(match.start() < d.end and d.start < match.end() for d in found):
            more.append(DateFound(match.start(), match.end(), None, match.group(), _role(folded[max(0, match.start() - 48) : match.start()]) or "relative"))
    return sorted([*found, *more]) if more else found
