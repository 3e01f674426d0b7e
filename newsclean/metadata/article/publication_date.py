"""The date of publication among all the dates of an article.

Every date with a year gets a linear score (`publication_date.toml`): for the words before it ("Published", "Updated"), for its line and
its distance from the headline, and for the day that the address of the page names. The date with the highest score is the one of
publication if it is above a threshold. A date in the markup goes before those of the text unless the text makes an error of it likely
(`correct_marked_date`).
"""

from __future__ import annotations

import bisect
import datetime
import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newsclean.fields import Span
from newsclean.metadata.article.head import MAX_HEAD_LINE, ArticleHead, HeadLine
from newsclean.metadata.article.title_candidates import SENTENCE_ENDS, TEXT_LABELS
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.headers import FIRST_WEB_YEAR
from newsclean.metadata.line.results import DateRole, WrittenDate
from newsclean.patterns import lazy_regex
from newsclean.tables import table_of
from newsclean.vocabulary import Label

_AMONG_TIMES = 4  # a line longer than this times its date holds much else
_ALONE_TIMES = 2  # up to this times its date, a line says the date and little else
_CROWD_LINES, _CROWD_MOST = 6, 4  # lines above and below a date in which others are counted; how many count
_ORDERED = lazy_regex(r"\s*\d\d?[./-]\d\d?[./-]\d{4}")
_MACHINE = lazy_regex(r"\s*\d{4}-?\d\d-?\d\d")
_SIGNING = frozenset({Label.DATE, Label.BYLINE, Label.AGENCY, Label.DATELINE})


class DateCandidate(NamedTuple):
    """A date that may be that of the publication.

    Attributes:
        value: The date, with a time of day if one is written.
        text: How it is written.
        span: Where it stands in the source, if it does.
        score: How much speaks for it, in log-odds.
        published: Words such as "Published" stand before it.
    """

    value: datetime.datetime | datetime.date
    text: str
    span: Span | None
    score: float = 0.0
    published: bool = False


@functools.lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return table_of("newsclean.metadata.article", "publication_date.toml")


def date_candidates(
    lines: Iterable[HeadLine], head: ArticleHead, language: str | None, url_date: datetime.date | None = None
) -> Iterator[DateCandidate]:
    """Yield all dates with a year on the lines, each with its score.

    Args:
        lines: The lines that may hold the date of the article (`dated_lines`).
        head: Where the head of the article stands.
        language: The language, for the order of numeric dates.
        url_date: The day that the address of the page names.
    """
    found = list(_possible_dates(lines, language, url_date))
    dated = sorted({line.at for line, _, _ in found})
    weights = _table()["weights"]
    for line, date, value in found:
        crowd = bisect.bisect(dated, line.at + _CROWD_LINES) - bisect.bisect_left(dated, line.at - _CROWD_LINES) - 1
        numbers = _numbers(line, date, value) | {
            "crowd": float(min(_CROWD_MOST, crowd)),
            "far": math.log1p(head.distance(line.at)),
            "address": float(url_date is not None and same_day(value, url_date)),
            "other": float(url_date is not None and not same_day(value, url_date)),
        }
        score = sum(weights[name] * number for name, number in numbers.items())
        span = line.span(date.start, date.end)
        yield DateCandidate(value, date.text, span, score, date.role is DateRole.PUBLISHED)


def _possible_dates(
    lines: Iterable[HeadLine], language: str | None, url_date: datetime.date | None
) -> Iterator[tuple[HeadLine, WrittenDate, datetime.date]]:
    """Yield the dates that can be that of the publication, each with its line and its value."""
    for line in lines:
        for date in find_dates(line.text, language):
            if date.value is not None and date.value.year >= FIRST_WEB_YEAR and not _is_spoken_of(date, line):
                yield line, date, _in_order_of_url(date.value, url_date)


def _numbers(line: HeadLine, date: WrittenDate, value: datetime.date) -> dict[str, float]:
    """Return the numbers of a date that its line gives, by the names of their weights."""
    published = date.role is DateRole.PUBLISHED
    return {
        "any": 1.0,
        "published": float(published),
        "updated": float(date.role is DateRole.UPDATED),
        "head": float(line.distance is not None),
        "time": float(isinstance(value, datetime.datetime)),
        "signed": float(line.label in _SIGNING),
        "text": float(_is_text(line) and len(line.text) > _ALONE_TIMES * len(date.text)),
        "among": float(not published and _is_among_words(date, line)),
        "opens": float(date.start <= 2),
    }


def _is_text(line: HeadLine) -> bool:
    return line.label is None or line.label in TEXT_LABELS


def _is_among_words(date: WrittenDate, line: HeadLine) -> bool:
    return len(line.text) > _AMONG_TIMES * len(date.text)


def _is_spoken_of(date: WrittenDate, line: HeadLine) -> bool:
    """Return True if this is a day that a sentence of the text speaks of."""
    if date.role is DateRole.PUBLISHED or line.label in _SIGNING:
        return False
    if len(line.text) > MAX_HEAD_LINE:
        return True
    in_text = _is_text(line) and not date.role and _is_among_words(date, line)
    return in_text and (line.distance is None or line.text.rstrip()[-1:] in SENTENCE_ENDS)


def _in_order_of_url(value: datetime.date, url_date: datetime.date | None) -> datetime.date:
    """Return the date with day and month in the order of the address: "03/10/2023" under /2023/10/03/."""
    swapped = url_date and (url_date.year, url_date.day, url_date.month)
    if url_date is None or value.day > 12 or (value.year, value.month, value.day) != swapped:
        return value
    return value.replace(month=url_date.month, day=url_date.day)


def correct_marked_date(
    marked: DateCandidate, written: Sequence[DateCandidate], url_date: datetime.date | None = None
) -> DateCandidate:
    """Return the date of the markup, corrected by what readers see: the order of its numbers, or an earlier day.

    Machines write "2024-05-03". A date in words or in another order was put there by hand or by a template, which often fills in
    the day of the last change: an earlier day under the headline, or one that says that it is of publication, goes before it.

    Args:
        marked: The date of the markup, and as it is written there.
        written: The dates of the text.
        url_date: The day that the address names.

    >>> marked = DateCandidate(datetime.date(2024, 3, 5), "05-03-2024", None)
    >>> correct_marked_date(marked, [DateCandidate(datetime.date(2024, 5, 3), "May 3, 2024", (9, 20), 3.0)]).value
    datetime.date(2024, 5, 3)
    """
    day = marked.value
    best = best_date(written)
    seen = [one.value for one in written] if url_date is None else [url_date]
    if _ORDERED.match(marked.text) and day.day <= 12 and not any(same_day(value, day) for value in seen):
        other = day.replace(month=day.day, day=day.month)
        if any(same_day(value, other) for value in ([best.value] if best and url_date is None else seen)):
            return marked._replace(value=other)
    if best is None or best.score < _table()["sure"] or (_MACHINE.match(marked.text) and not best.published):
        return marked
    # a day apart may be the same moment in another time zone
    return best if day.toordinal() - best.value.toordinal() > 1 else marked


def best_date(found: Iterable[DateCandidate]) -> DateCandidate | None:
    """Return the likeliest date of publication, the first among equals; None if none is likely.

    >>> day = datetime.date(2024, 5, 3)
    >>> best_date([DateCandidate(day, "3 mai 2024", (0, 10), 1.0), DateCandidate(day, "3.5.2024", (20, 28), 2.0)]).text
    '3.5.2024'
    """
    best = max(found, key=lambda candidate: candidate.score, default=None)
    return best if best is not None and best.score > _table()["least"] else None


def same_day(one: datetime.date, other: datetime.date) -> bool:
    """Return True if these are one day, as each is written.

    >>> same_day(datetime.datetime(2024, 5, 3, 10, 30), datetime.date(2024, 5, 3))
    True
    """
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)
