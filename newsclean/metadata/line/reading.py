"""What reading a line gives: pieces with their spans, a verdict on the whole line, and what may be cut out of it."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Piece(NamedTuple):
    """One piece of metadata: `line[start:end]`, what it is, its value in one normal form, and the rule that found it.

    >>> Piece("agency", 0, 4, "ATS", "metadata.agency.line").label
    'agency'
    """

    label: str
    start: int
    end: int
    value: str
    rule: str


class Reading(NamedTuple):
    """What one line says about the article.

    `label` is set when the whole line is metadata. `pieces` are all the finds; `cuts` are those glued to a sentence that can go
    and leave the sentence whole.

    >>> Reading()
    Reading(label=None, pieces=(), cuts=())
    """

    label: str | None = None
    pieces: tuple[Piece, ...] = ()
    cuts: tuple[Piece, ...] = ()


class DateFound(NamedTuple):
    """One date in a line. `value` is None when the year is not said ("13 mars", "vor 3 Stunden").

    `role` is "published" or "updated" as the words before the date say, "relative" when it counts back from now, or "".

    >>> DateFound(0, 10, datetime.date(2018, 6, 11), "11.06.2018").role
    ''
    """

    start: int
    end: int
    value: datetime.datetime | datetime.date | None
    text: str
    role: str = ""


NOTHING = Reading()
