"""Header lines: a byline, a date line, or both on one line, with nothing else in it."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from newsclean.metadata.line.agencies import agencies_named
from newsclean.metadata.line.bylines import MAX_BYLINE, author_names, byline_head_end, read_byline_parts
from newsclean.metadata.line.date_patterns import date_line_clock
from newsclean.metadata.line.dates import scan_dates
from newsclean.metadata.line.header_segments import SEGMENT_EDGES, HeaderSegments, date_line_words
from newsclean.metadata.line.names import BylinePart, PartKind
from newsclean.metadata.line.results import DateRole, MetadataSpan, WrittenDate
from newsclean.metadata.words import contains_any
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex
from newsclean.vocabulary import Label

FIRST_WEB_YEAR = 1990  # a bare date before papers were on the web is a heading of a chronicle
_MAX_AUTHORS_LINE = 4 * MAX_BYLINE  # characters of a line that is read for authors
_MAX_UNNUMBERED = 40  # characters of a line without a digit that may hold a date
_BULLETS = ("+ ", "o ")
_DIGIT = lazy_regex(r"[0-9]")


class Header(NamedTuple):
    """A header line as read: its label, the parts of its byline, its dates and the spans of all."""

    label: Label
    parts: list[BylinePart]
    dates: list[WrittenDate]
    spans: list[MetadataSpan]


def read_header(
    line: str, language: str | None, *, folded: str = "", dates: list[WrittenDate] | None = None
) -> Header | None:
    """Read a line as a byline, a date line or both.

    Args:
        line: One line, of any length; long ones are refused at once.
        language: The language, for the order of numeric dates.
        folded: The folded line, if the caller has it.
        dates: Its dates (`scan_dates`), if the caller has them.

    Returns:
        The header, or None if the line holds anything else.

    >>> read_header("Par LIBERATION, AFP — 3 décembre 2018 à 14:32 (mis à jour à 17:05)", "fr").label.value
    'byline'
    """
    if len(line) > MAX_BYLINE or line.lstrip().startswith(_BULLETS):
        return None
    folded = folded or fold(line)
    if dates is None:
        dates = scan_dates(folded, language) if may_date(folded) else []
    reading_times = _find_reading_times(folded)
    if not dates and not reading_times and not _may_open_header(folded.lstrip(SEGMENT_EDGES)):
        return None
    segments = HeaderSegments(line, folded, dated=bool(dates))
    at = 0
    for start, end in [*sorted([(d.start, d.end) for d in dates] + reading_times), (len(line), len(line))]:
        if start > at and not segments.read(at, start):
            return None
        at = max(at, end)
    label = _header_label(line, segments, dates)
    if label is None:
        return None
    dates = [d._replace(text=line[d.start : d.end]) for d in dates]
    return Header(label, segments.parts, dates, _header_spans(line, label, segments, dates, reading_times))


def _find_reading_times(folded: str) -> list[tuple[int, int]]:
    words = date_line_words()
    if not contains_any(folded, words.reading_time_cues) or not _has_digit(folded):
        return []
    return [match.span() for match in words.reading_time.finditer(folded)]


def _may_open_header(folded: str) -> bool:
    """Return True if a line without a date begins as a byline does, or as "Mis à jour à 17:05" does."""
    return bool(byline_head_end(folded)) or (_has_digit(folded) and date_line_words().role.match(folded) is not None)


def _has_digit(folded: str) -> bool:
    return _DIGIT.search(folded) is not None


def may_date(folded: str) -> bool:
    """Return True if there can be a date in a line: a quick look before the grammar."""
    return len(folded) < _MAX_UNNUMBERED or _has_digit(folded)


def _header_label(line: str, segments: HeaderSegments, dates: list[WrittenDate]) -> Label | None:
    """Return the label of a line of which every word is explained; None if it is no header all the same."""
    if segments.headed:
        return Label.BYLINE
    if not dates and not (segments.published and segments.clock):
        return None
    kinds = {p.kind for p in segments.parts}
    if not kinds:
        timed = _is_timed(line, segments, dates)
        on_web = any(d.value is not None and d.value.year >= FIRST_WEB_YEAR for d in dates)
        return Label.DATE if timed or on_web else None
    if kinds == {PartKind.PLACE} and not any(_is_of_newsroom(d) for d in dates):
        return None
    if PartKind.AGENCY in kinds and kinds <= {PartKind.AGENCY, PartKind.PLACE}:
        return Label.AGENCY
    if not _is_timed(line, segments, dates) or (PartKind.ROLE in kinds and PartKind.NAME not in kinds):
        return None
    if kinds & {PartKind.NAME, PartKind.DESK, PartKind.INITIALS} or {PartKind.OUTLET, PartKind.AGENCY} <= kinds:
        return Label.BYLINE
    return Label.AGENCY if PartKind.AGENCY in kinds else Label.DATE


def _is_timed(line: str, segments: HeaderSegments, dates: list[WrittenDate]) -> bool:
    """Return True if the line says more than a day, as only a newsroom's clock does, or is laid out in columns."""
    return segments.published or any(c in line for c in "|•·") or any(_has_clock_or_role(line, d) for d in dates)


def _has_clock_or_role(line: str, date: WrittenDate) -> bool:
    if date.role or isinstance(date.value, datetime.datetime):
        return True
    return date.value is None and bool(date_line_clock().search(fold(line[date.start : date.end])))


def _is_of_newsroom(date: WrittenDate) -> bool:
    """Return True for a date that is said to be of publication or change, or has a time of day."""
    return date.role in (DateRole.PUBLISHED, DateRole.UPDATED) or isinstance(date.value, datetime.datetime)


def _header_spans(
    line: str,
    label: Label,
    segments: HeaderSegments,
    dates: list[WrittenDate],
    reading_times: list[tuple[int, int]],
) -> list[MetadataSpan]:
    """Return the spans of the dates, the reading time, the authors and the agencies of a header."""
    spans = [date_span(d) for d in dates]
    spans += [MetadataSpan(None, a, b, line[a:b], "metadata.read-time") for a, b in reading_times]
    if segments.spans and label is Label.BYLINE:
        value = ", ".join(author_names(segments.parts)) or ", ".join(p.text for p in segments.parts)
        rule = "metadata.byline.head" if segments.headed else "metadata.byline.dated"
        spans.append(MetadataSpan(Label.BYLINE, segments.spans[0][0], segments.spans[-1][1], value, rule))
    for part in segments.parts:
        at = line.find(part.text)
        if part.kind is PartKind.AGENCY and at >= 0:
            end = at + len(part.text)
            named = agencies_named(fold(part.text))
            spans += [MetadataSpan(Label.AGENCY, at, end, x.id, "metadata.agency.byline") for x in named]
    return sorted(spans, key=lambda span: (span.start, span.end))


def date_span(date: WrittenDate) -> MetadataSpan:
    """Return the span of a date, its value as ISO 8601 writes it, "" without a year."""
    value = date.value.isoformat() if date.value else ""
    rule = f"metadata.date.{date.role}" if date.role else "metadata.date"
    return MetadataSpan(Label.DATE, date.start, date.end, value, rule)


def read_authors(line: str) -> list[str]:
    """Return the authors that a byline names, in order; newsrooms and initials count, agencies do not.

    Args:
        line: A byline, with or without its opening word and its date.

    >>> read_authors("By Ann Lee and Bo Li, BBC News"), read_authors("mla-vb/pg"), read_authors("Belga")
    (['Ann Lee', 'Bo Li'], ['mla-vb/pg'], [])
    """
    if len(line) > _MAX_AUTHORS_LINE:
        return []
    header = read_header(line, None)
    parts = header.parts if header else read_byline_parts(line.strip(" *•|"))
    return author_names(parts or [])
