"""The date of publication among all the dates of an article, by a linear score whose weights stand in moments.toml."""

from __future__ import annotations

import bisect
import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsclean.article import Label
from newsclean.fields import Span
from newsclean.metadata.article.head import LONGEST, ArticleHead, HeadLine
from newsclean.metadata.article.title_candidates import STOPS, TEXT
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.results import WrittenDate
from newsclean.metadata.words import table
from newsclean.patterns import lazy_regex

WEB = 1990  # papers were not on the web before
AMONG = 4  # times its own length: a longer line holds much else
ALONE = 2  # times its own length: up to it, the line says the date and little else
CROWD, MOST = 6, 4  # lines round a date among which others are counted; how many count
SURE = 3.5  # the score from which a date that readers see is surely that of the publication
_ORDERED = lazy_regex(r"\s*\d\d?[./-]\d\d?[./-]\d{4}")
_MACHINE = lazy_regex(r"\s*\d{4}-?\d\d-?\d\d")
_SIGNED = frozenset({Label.DATE, Label.BYLINE, Label.AGENCY, Label.DATELINE})


class DateCandidate(NamedTuple):
    """A date: its value, how it is written, where, and how much speaks for its being the date of publication.

    `said`: words such as "Published" stand before it.
    """

    value: datetime.datetime | datetime.date
    text: str
    span: Span | None
    score: float = 0.0
    said: bool = False


def date_candidates(
    lines: Iterable[HeadLine], head: ArticleHead, language: str | None, told: datetime.date | None = None
) -> Iterator[DateCandidate]:
    """All dates with a year on the lines, weighed by the words before them and by their place.

    Args:
        lines: The lines that may hold the date of the article.
        head: Where the head of the article stands.
        language: The language, for the order of numeric dates.
        told: The day that the address of the page names.
    """
    found = list(_dates(lines, language, told))
    places = sorted({line.at for line, _, _ in found})
    weights = table("moments")["weights"]
    for line, one, value in found:
        crowd = bisect.bisect(places, line.at + CROWD) - bisect.bisect_left(places, line.at - CROWD) - 1
        numbers = _numbers(line, one, value) | {
            "crowd": float(min(MOST, crowd)),
            "far": math.log1p(head.distance(line.at)),
            "address": float(told is not None and same_day(value, told)),
            "other": float(told is not None and not same_day(value, told)),
        }
        score = sum(weights[name] * number for name, number in numbers.items())
        yield DateCandidate(value, one.text, line.span(one.start, one.end), score, one.role == "published")


def _dates(
    lines: Iterable[HeadLine], language: str | None, told: datetime.date | None
) -> Iterator[tuple[HeadLine, WrittenDate, datetime.date]]:
    """The dates that can be that of the publication, each with its line and its value."""
    for line in lines:
        for one in find_dates(line.text, language):
            if one.value is not None and one.value.year >= WEB and not _is_spoken_of(one, line):
                yield line, one, _as_told(one.value, told)


def _numbers(line: HeadLine, found: WrittenDate, value: datetime.date) -> dict[str, float]:
    """What a date and its line say of themselves."""
    return {
        "any": 1.0,
        "published": float(found.role == "published"),
        "updated": float(found.role == "updated"),
        "head": float(line.near is not None),
        "time": float(isinstance(value, datetime.datetime)),
        "signed": float(line.label in _SIGNED),
        "text": float((line.label is None or line.label in TEXT) and len(line.text) > ALONE * len(found.text)),
        "among": float(found.role != "published" and len(line.text) > AMONG * len(found.text)),
        "opens": float(found.start <= 2),
    }


def _is_spoken_of(found: WrittenDate, line: HeadLine) -> bool:
    """Is this a day that a sentence of the text speaks of?"""
    if found.role == "published" or line.label in _SIGNED:
        return False
    if len(line.text) > LONGEST:
        return True
    among = (line.label is None or line.label in TEXT) and not found.role and len(line.text) > AMONG * len(found.text)
    return among and (line.near is None or line.text.rstrip()[-1:] in STOPS)


def _as_told(value: datetime.date, told: datetime.date | None) -> datetime.date:
    """The date with day and month in the order that the address tells: "03/10/2023" under /2023/10/03/."""
    if told is None or value.day > 12 or (value.year, value.month, value.day) != (told.year, told.day, told.month):
        return value
    return value.replace(month=told.month, day=told.day)


def correct_marked_date(
    marked: DateCandidate, written: Sequence[DateCandidate], told: datetime.date | None = None
) -> DateCandidate:
    """The date that the markup tells, put right by what readers see: the order of its numbers, or an earlier day.

    Machines write "2024-05-03". A date in words or in another order was put there by hand or by a template, which often fills in
    the day of the last change: an earlier day under the headline, or one that says that it is of publication, goes before it.

    Args:
        marked: The date of the markup, and as it is written there.
        written: The dates of the text.
        told: The day that the address names.

    >>> marked = DateCandidate(datetime.date(2024, 3, 5), "05-03-2024", None)
    >>> correct_marked_date(marked, [DateCandidate(datetime.date(2024, 5, 3), "May 3, 2024", (9, 20), 3.0)]).value
    datetime.date(2024, 5, 3)
    """
    day = marked.value
    best = best_date(written)
    seen = [moment.value for moment in written] if told is None else [told]
    if _ORDERED.match(marked.text) and day.day <= 12 and not any(same_day(value, day) for value in seen):
        other = day.replace(month=day.day, day=day.month)
        if any(same_day(value, other) for value in ([best.value] if best and told is None else seen)):
            return marked._replace(value=other)
    if best is None or best.score < SURE or (_MACHINE.match(marked.text) and not best.said):
        return marked
    earlier = (best.value.year, best.value.month, best.value.day) < (day.year, day.month, day.day)
    return best if earlier and _days_between(best.value, day) > 1 else marked


def _days_between(one: datetime.date, other: datetime.date) -> int:
    return abs(one.toordinal() - other.toordinal())


def best_date(found: Iterable[DateCandidate]) -> DateCandidate | None:
    """The likeliest date of publication, the first among equals; None when none is likely.

    >>> day = datetime.date(2024, 5, 3)
    >>> best_date([DateCandidate(day, "3 mai 2024", (0, 10), 1.0), DateCandidate(day, "3.5.2024", (20, 28), 2.0)]).text
    '3.5.2024'
    """
    best = max(found, key=lambda moment: moment.score, default=None)
    return best if best is not None and best.score > table("moments")["least"] else None


def same_day(one: datetime.date, other: datetime.date) -> bool:
    """Are these one day, as each is written?

    >>> same_day(datetime.datetime(2024, 5, 3, 10, 30), datetime.date(2024, 5, 3))
    True
    """
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)
