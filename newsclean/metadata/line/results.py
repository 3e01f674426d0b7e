"""What reading a line gives: spans with their spans, a verdict on the whole line, and what may be cut out of it."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class MetadataSpan(NamedTuple):
    """One piece of metadata: `line[start:end]`, what it is, its value in one normal form, and the rule that found it.

    >>> MetadataSpan("agency", 0, 4, "ATS", "metadata.agency.line").label
    'agency'
    """

    label: str
    start: int
    end: int
    value: str
    rule: str


class LineMetadata(NamedTuple):
    """What one line says about the article.

    `label` is set when the whole line is metadata. `spans` are all the finds; `cuts` are those glued to a sentence that can go
    and leave the sentence whole.

    >>> LineMetadata()
    LineMetadata(label=None, spans=(), cuts=())
    """

    label: str | None = None
    spans: tuple[MetadataSpan, ...] = ()
    cuts: tuple[MetadataSpan, ...] = ()


class WrittenDate(NamedTuple):
    """One date in a line. `value` is None when the year is not said ("13 mars", "vor 3 Stunden").

    `role` is "published" or "updated" as the words before the date say, "relative" when it counts back from now, or "".

    >>> WrittenDate(0, 10, datetime.date(2018, 6, 11), "11.06.2018").role
    ''
    """

    start: int
    end: int
    value: datetime.datetime | datetime.date | None
    text: str
    role: str = ""


NO_METADATA = LineMetadata()
