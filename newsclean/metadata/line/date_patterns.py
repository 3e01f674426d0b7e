"""The patterns of dates, made from the words of all languages."""

from __future__ import annotations

from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.clock import months
from newsclean.metadata.words import alternatives, minutes_by_zone, word_lists
from newsclean.patterns import lazy_regex

_YEAR = r"(?P<y>(?:1[6-9]|20)\d\d)"


class DatePatterns(NamedTuple):
    """The patterns of the parts of a date, for folded text.

    Attributes:
        day: A date that begins with the day: "3 May 2024", "3.5.2024".
        year: A date that begins with the year: "2024-05-03".
        month_first: What follows the name of the month: the "3, 2024" of "May 3, 2024".
        clock_after: A time of day behind a date.
        clock_before: A time of day before a date, at the end of the text.
        weekday: A weekday before a date, at the end of the text.
        roles: Words that say what a date is, in the groups "published" and "updated".
    """

    day: regex.Pattern[str]
    year: regex.Pattern[str]
    month_first: regex.Pattern[str]
    clock_after: regex.Pattern[str]
    clock_before: regex.Pattern[str]
    weekday: regex.Pattern[str]
    roles: regex.Pattern[str]


@language_cache()
def date_patterns() -> DatePatterns:
    """Return the patterns of dates."""
    words = word_lists("dates")
    clock, ordinal, month = _clock(), alternatives(words["ordinals"]), alternatives(months())
    of, of_year = alternatives(words["of"]), alternatives(words["of_year"])
    on, weekday_articles = alternatives(words["on"]), alternatives(words["weekday_articles"])
    updated, published = alternatives(words["updated"]), alternatives(words["published"])
    at = alternatives([*words["at"], *words["clock_words"]])
    year_sign, month_sign, day_sign = (
        f"[{''.join(words[name])}]" for name in ("year_signs", "month_signs", "day_signs")
    )
    return DatePatterns(
        day=lazy_regex(
            rf"(?P<d>[0-3]?\d)(?:(?:{ordinal}|[.º°])?(?:\s{{1,3}}|-|(?<=\.))(?:(?:{of})\s)?(?P<m>{month})\b\.?(?:[\s,.-]{{0,3}}(?:(?:{of_year})\s|')?{_YEAR}(?!\d))?"
            r"|\s?(?P<sep>[./-])\s?(?P<mn>[0-3]?\d)\s?(?P=sep)\s?(?P<y>(?:1[6-9]|20)\d\d|\d\d)(?![\d/%€$]|-(?!\d\d?[:h])|[.,]\d))"
        ),
        year=lazy_regex(
            rf"{_YEAR}(?:\s?(?P<sep>[./•·-])\s?(?P<mn>[01]?\d)\s?(?P=sep)\s?(?P<d>[0-3]?\d)(?![\d/-]|\.\d)|{year_sign}\s?(?P<mn>[01]?\d){month_sign}\s?(?P<d>[0-3]?\d){day_sign})"
        ),
        month_first=lazy_regex(rf"(?P<d>[0-3]?\d)(?:{ordinal})?(?:[,.]?\s{{1,3}}{_YEAR}(?!\d))?(?!\d)"),
        clock_after=lazy_regex(rf"(?:t|\s{{0,3}}[,|•·@–—/-]?\s{{0,3}}(?:(?:{at}),?\s{{1,2}})?){clock}(?!\d)"),
        clock_before=lazy_regex(rf"(?<![\d.,:/])(?:{clock})[\s,|•·–-]{{1,4}}(?:(?:{on})\s)?$"),
        weekday=lazy_regex(
            rf"(?<![\w'])(?:{alternatives(words['weekdays'])})\b\.?,?\s{{1,3}}(?:(?:{weekday_articles})\s)?$"
        ),
        roles=lazy_regex(rf"(?<!\w)(?:(?P<updated>{updated})|(?P<published>(?:{published})(?!\w)))"),
    )


def _clock() -> str:
    """Return the pattern of a time of day, with its time zone.

    Groups: hour, minutes and seconds "h", "mi", "s"; "a" or "p" of a.m. and p.m. "ap"; zone "tz"; offset "off".
    """
    words = word_lists("dates")
    zones = alternatives([*minutes_by_zone("zones"), *minutes_by_zone("zones_us")])
    offset_zones = alternatives(words["zones_with_offset"])
    hours, more_hours = alternatives(words["hours"]), alternatives([*words["hours"], *words["hours_after_minutes"]])
    minutes = r"\s?[:h.]\s?(?P<mi>[0-5]\d)(?!\d)(?::(?P<s>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?"
    return (
        rf"(?P<h>[01]?\d|2[0-4])(?:{minutes}|(?=\s?(?:(?:{hours}|h)\b|[ap]\.?\s?m\b)))(?:\s?:?\s?(?:{more_hours}|h)\b)?"
        rf"(?:\s?(?P<ap>[ap])\.?\s?m\b\.?)?(?:\s?\(?(?P<tz>(?:{zones})\b)\)?)?(?P<off>\s?[+-]\d\d:?\d\d(?!\d)|(?<={offset_zones})\s?[+-]\d{{1,2}}(?![\d:/.-]))?"
    )


@language_cache()
def relative_pattern() -> regex.Pattern[str]:
    """Return the pattern of a date that is counted back from now: "3 hours ago", "yesterday at 8 p.m."."""
    words = word_lists("dates")
    number = rf"(?:\d{{1,3}}|{'|'.join(words['numbers'])})"
    minutes = alternatives(words["minutes"])
    length = rf"{number}\s?(?:{'|'.join(words['units'])})(?:\s\d{{1,2}}\s?(?:{minutes}))?\.?"
    counted = "|".join(regex.escape(x).replace(r"\{n\}", length) for x in words["relative"])
    days, at = alternatives(words["days"]), alternatives(words["at"])
    return lazy_regex(rf"(?<!\w)(?:{counted}|(?:{days})(?:[\s,]{{1,3}}(?:{at})?,?\s?{_clock()}))(?!\w)")


@language_cache()
def date_line_clock() -> regex.Pattern[str]:
    """Return the pattern of a time of day that stands alone among the words of a date line."""
    hours = alternatives(word_lists("dates")["hours"])
    return lazy_regex(
        rf"(?<!\d)(?:[01]?\d|2[0-3])(?:\s?[h:.]\s?[0-5]\d|\s?h)(?:\s?(?:{hours})|\s?[ap]\.?\s?m\b\.?)?(?![\p{{L}}\d])"
    )
