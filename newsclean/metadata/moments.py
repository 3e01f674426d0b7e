"""The date of publication among all the dates of an article's head and foot."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.article import Label
from newsclean.fields import Span
from newsclean.metadata.dates import find_dates
from newsclean.metadata.places import Line

WEB = 1990  # papers were not on the web before
_DATED = frozenset({Label.DATE, Label.BYLINE, Label.AGENCY, Label.DATELINE})
_ROLES = {"published": 3.0, "": 1.0, "updated": 0.0}


class Moment(NamedTuple):
    """A date: its value, how it is written, where, and how much speaks for its being the date of publication."""

    value: datetime.datetime | datetime.date
    text: str
    span: Span | None
    score: float = 0.0


def moments(lines: Iterable[Line], language: str | None) -> Iterator[Moment]:
    """All dates with a year on the lines, weighed by the words before them and by their place.

    Args:
        lines: The lines of the head of the article and those that sign it.
        language: The language, for the order of numeric dates.
    """
    for line in lines:
        for found in find_dates(line.text, language):
            if found.value is None or found.value.year < WEB:
                continue
            score = _ROLES.get(found.role, 0.0) + 2.0 * (line.near is not None) - 0.1 * (line.near or 0)
            score += 1.0 * isinstance(found.value, datetime.datetime) + 1.5 * (line.label in _DATED)
            score -= 2.0 * (len(line.text) > 4 * len(found.text) and line.label not in _DATED and not found.role)
            yield Moment(found.value, found.text, line.span(found.start, found.end), score)


def best_moment(found: Iterable[Moment]) -> Moment | None:
    """The likeliest date of publication, the first among equals; None when none is likely.

    >>> day = datetime.date(2024, 5, 3)
    >>> best_moment([Moment(day, "3 mai 2024", (0, 10), 1.0), Moment(day, "3.5.2024", (20, 28), 2.0)]).text
    '3.5.2024'
    """
    best = max(found, key=lambda moment: moment.score, default=None)
    return best if best is not None and best.score > 0 else None


def same_day(one: datetime.date, other: datetime.date) -> bool:
    """Are these one day, as each is written?

    >>> same_day(datetime.datetime(2024, 5, 3, 10, 30), datetime.date(2024, 5, 3))
    True
    """
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)
