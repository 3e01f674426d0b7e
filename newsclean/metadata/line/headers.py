"""Header lines: a byline, a date line, or both on one line, with nothing else in it."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.metadata.line.agencies import agencies_named
from newsclean.metadata.line.bylines import MAX_BYLINE, authors_of, byline_head_end, read_byline_parts
from newsclean.metadata.line.dates import scan_dates
from newsclean.metadata.line.header_segments import CLOCK, EDGES, HeaderSegments, date_line_words
from newsclean.metadata.line.names import BylinePart
from newsclean.metadata.line.results import MetadataSpan, WrittenDate
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_DIGIT = lazy_regex(r"[0-9]")
_WEB = 1990  # a bare date before papers were on the web is a heading of a chronicle


class Header(NamedTuple):
    """A header line as read: its label, the parts of its byline, its dates and the spans of all."""

    label: str
    parts: list[BylinePart]
    dates: list[WrittenDate]
    spans: list[MetadataSpan]


def read_header(
    line: str, language: str | None, *, folded: str = "", dates: list[WrittenDate] | None = None
) -> Header | None:
    """Read a line as a byline, a date line or both; None when it holds anything else.

    Args:
        line: One line, of any length; long ones are refused at once.
        language: The language, for the order of numeric dates.
        folded: The folded line, when the caller has it.
        dates: Its dates, when the caller has them.

    >>> read_header("Par LIBERATION, AFP — 3 décembre 2018 à 14:32 (mis à jour à 17:05)", "fr").label
    'byline'
    """
    if len(line) > MAX_BYLINE or line.lstrip().startswith(("+ ", "o ")):  # an entry of a menu
        return None
    folded = folded or fold(line)
    if dates is None:
        dates = scan_dates(folded, language) if may_date(folded) else []
    reading = (
        [m.span() for m in date_line_words().reading.finditer(folded)] if "min" in folded and _has_digit(folded) else []
    )
    if not dates and not reading and not _opens(folded.lstrip(EDGES)):
        return None
    state = HeaderSegments(line, folded, dated=bool(dates))
    at = 0
    for start, end in [*sorted([(d.start, d.end) for d in dates] + reading), (len(line), len(line))]:
        if start > at and not state.read(at, start):
            return None
        at = max(at, end)
    dates = [d._replace(text=line[d.start : d.end]) for d in dates]
    return _verdict(line, state, dates, reading)


def read_authors(line: str) -> list[str]:
    """The authors that a byline names, in order; newsrooms and initials count, agencies do not.

    Args:
        line: A byline, with or without its opening word and its date.

    >>> read_authors("By Ann Lee and Bo Li, BBC News"), read_authors("mla-vb/pg"), read_authors("Belga")
    (['Ann Lee', 'Bo Li'], ['mla-vb/pg'], [])
    """
    if len(line) > 4 * MAX_BYLINE:
        return []
    header = read_header(line, None)
    parts = header.parts if header else read_byline_parts(line.strip(" *•|"))
    return authors_of(parts or [])


def _opens(folded: str) -> bool:
    """Does a line without a date begin as a byline does, or as "Mis à jour à 17:05" does?"""
    return bool(byline_head_end(folded)) or (_has_digit(folded) and date_line_words().said.match(folded) is not None)


def _has_digit(folded: str) -> bool:
    return _DIGIT.search(folded) is not None


def may_date(folded: str) -> bool:
    """A cheap look: can there be a date in it?"""
    return len(folded) < 40 or _has_digit(folded)


def _verdict(
    line: str, state: HeaderSegments, dates: list[WrittenDate], reading: list[tuple[int, int]]
) -> Header | None:
    """The label of a line of which every word is explained."""
    kinds = {p.kind for p in state.parts}
    timed = any(_timed(d) for d in dates) or state.published or any(c in line for c in "|•·")
    label = None
    if state.headed:
        label = "byline"
    elif dates or (state.published and state.clock):
        label = _of_dates(dates, kinds, timed=timed)
    if label is None:
        return None
    spans = [date_span(d) for d in dates] + [
        MetadataSpan("read_time", a, b, line[a:b], "metadata.read-time") for a, b in reading
    ]
    authors = authors_of(state.parts)
    if state.spans and label == "byline":
        value = ", ".join(authors) or ", ".join(p.text for p in state.parts)
        spans.append(
            MetadataSpan(
                "byline",
                state.spans[0][0],
                state.spans[-1][1],
                value,
                "metadata.byline.head" if state.headed else "metadata.byline.dated",
            )
        )
    for part in state.parts:
        ids = agencies_named(fold(part.text)) if part.kind == "agency" else []
        at = line.find(part.text)
        spans += [
            MetadataSpan("agency", at, at + len(part.text), x.id, "metadata.agency.byline") for x in ids if at >= 0
        ]
    return Header(label, state.parts, dates, sorted(spans, key=lambda p: (p.start, p.end)))


def _of_dates(dates: list[WrittenDate], kinds: set[str], *, timed: bool) -> str | None:
    """The label of a line with a date and no head of a byline."""
    if not kinds:
        return "date" if timed or any(d.value is not None and d.value.year >= _WEB for d in dates) else None
    if kinds == {"place"} and not any(d.role in ("published", "updated") or hasattr(d.value, "hour") for d in dates):
        return None
    if "agency" in kinds and kinds <= {"agency", "place"}:
        return "agency"
    if not timed or ("role" in kinds and "name" not in kinds):
        return None
    if kinds & {"name", "desk", "initials"} or {"outlet", "agency"} <= kinds:
        return "byline"
    return "agency" if "agency" in kinds else "date"


def _timed(found: WrittenDate) -> bool:
    """Does a date say more than its day, as only a newsroom's clock does?"""
    return (
        bool(found.role)
        or hasattr(found.value, "hour")
        or (found.value is None and bool(CLOCK.search(fold(found.text))))
    )


def date_span(found: WrittenDate) -> MetadataSpan:
    """The piece of a date, its value as ISO writes it."""
    value = found.value.isoformat() if found.value else ""
    return MetadataSpan(
        "date", found.start, found.end, value, f"metadata.date.{found.role}" if found.role else "metadata.date"
    )
