"""What reading a line gives: spans with their values, and a label when the whole line is metadata."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from newsclean.vocabulary import Label


class MetadataSpan(NamedTuple):
    """One find: `line[start:end]`, what it is, its value in one normal form, and the id of the rule that found it.

    `label` is None for the reading time, which is no label of a block.

    >>> MetadataSpan(Label.AGENCY, 0, 4, "ATS", "metadata.agency.line").value
    'ATS'
    """

    label: Label | None
    start: int
    end: int
    value: str
    rule: str


class LineMetadata(NamedTuple):
    """What one line says about the article.

    `label` is set if the whole line is metadata. `spans` are all finds. `cuts` are those glued to a sentence that can be removed
    and leave the sentence whole; a line with a label has none.

    >>> LineMetadata()
    LineMetadata(label=None, spans=(), cuts=())
    """

    label: Label | None = None
    spans: tuple[MetadataSpan, ...] = ()
    cuts: tuple[MetadataSpan, ...] = ()


class DateRole(StrEnum):
    """What the words beside a date say of it."""

    PUBLISHED = "published"
    UPDATED = "updated"
    RELATIVE = "relative"  # it is counted back from now: "3 hours ago"


class WrittenDate(NamedTuple):
    """One date in a line: `line[start:end] == text`.

    `value` is None if the line does not say the year ("13 mars", "vor 3 Stunden"). It has a time of day if the line says one, and a
    time zone if the line says that too.

    >>> WrittenDate(0, 10, datetime.date(2018, 6, 11), "11.06.2018").role is None
    True
    """

    start: int
    end: int
    value: datetime.datetime | datetime.date | None
    text: str
    role: DateRole | None = None


NO_METADATA = LineMetadata()


def stripped_span(line: str) -> tuple[int, int]:
    """Return start and end of a line without the white space round it.

    >>> stripped_span(" ats ")
    (1, 4)
    """
    return len(line) - len(line.lstrip()), len(line.rstrip())
