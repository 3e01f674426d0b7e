"""LineMetadata one line: what it says about the article, and what of it is no part of the text."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata.line import captions, datelines, tails
from newsclean.metadata.line.agencies import agencies
from newsclean.metadata.line.credits import read_credit
from newsclean.metadata.line.dates import scan_dates
from newsclean.metadata.line.headers import date_span, may_date, read_header
from newsclean.metadata.line.results import NO_METADATA, LineMetadata, MetadataSpan, WrittenDate
from newsclean.metadata.line.signatures import (
    MAX_SIGNATURE,
    find_name_line,
    read_joined,
    read_notice,
    read_signature,
    read_tags,
    words_in,
)
from newsclean.metadata.words import table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

SHORT = 200  # a longer line is prose: only its head and tail are read


def read_line(line: str, language: str | None = None, folded: str | None = None) -> LineMetadata:
    """Read a line: its label when all of it is metadata, its spans, and what can be cut from a sentence.

    Args:
        line: One line or paragraph.
        language: Its language, when known ("fr", "de-CH").
        folded: The folded line, when the caller has it.

    >>> read_line("Par Jean Dupont").label, read_line("Il pleut à Genève.").label
    ('byline', None)
    >>> read_line("Le trafic a repris samedi. (ats/nxp)").cuts[0].value
    'ATS, NXP'
    """
    if len(line) > SHORT:
        stripped = len(line) > 4_000 or line[0].isspace() or line[-1].isspace()
        if not stripped or len(line.strip()) > SHORT:
            return _read_long(line)
    if not line or line.isspace():
        return NO_METADATA
    return _read_short(line, fold(line) if folded is None else folded, language)


def _read_long(line: str) -> LineMetadata:
    """A paragraph: nothing of it is metadata but what is glued to its ends."""
    cuts: list[MetadataSpan] = []
    spans: list[MetadataSpan] = []
    if datelines.may_start_with_dateline(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_span(head))
        spans += _dateline_spans(head)
    tail = line[-150:]
    if tails.may_end_in_signature(line) or tail[-1:].isdigit():
        credit = captions.find_closing_credit(line) if captions.may_hold_credit(fold(tail)) else None
        if credit and len(line) <= captions.MAX_CAPTION and not cuts:
            return LineMetadata("caption", (_credit_span(credit, "caption"),), ())
        found = [_credit_span(credit, "tail")] if credit else _tail_cuts(line)
        cuts += found
        spans += found
    return LineMetadata(None, tuple(spans), tuple(cuts)) if cuts else NO_METADATA


def _credit_span(credit: tuple[int, int, tuple[str, ...]], place: str) -> MetadataSpan:
    return MetadataSpan("credit", credit[0], credit[1], " / ".join(credit[2]), f"metadata.credit.{place}")


def _tail_cuts(line: str) -> list[MetadataSpan]:
    """The date and the mark that a paragraph ends with."""
    cuts: list[MetadataSpan] = []
    if dated := _date_tail(line):
        cuts.append(dated)
        line = line[: dated.start]
    if tails.may_end_in_signature(line) and (mark := tails.read_tail(line)):
        cuts.append(mark)
    return cuts


_DIGIT = lazy_regex(r"\p{N}")


@functools.lru_cache(maxsize=1)
def _published() -> regex.Pattern[str]:
    words = table("calendar")["lines"]
    said = "|".join(
        regex.escape(w) for w in sorted({*words["published"], *words["updated"]}, key=len, reverse=True) if len(w) > 3
    )
    return lazy_regex(rf"(?<=[.!?…»\"”)\]]\s{{0,6}})(?:{said})\w{{0,2}}\s?(?::|le\s|am\s|il\s|el\s|on\s)")


def _date_tail(line: str) -> MetadataSpan | None:
    """The date at the end: "... (ats/nxp) Créé: 12.11.2018, 08h30"."""
    at = max(0, len(line) - 90)
    tail = line[at:]
    if not _DIGIT.search(tail, len(tail) - 14):
        return None
    match = _published().search(fold(tail))
    if not match:
        return None
    header = read_header(tail[match.start() :], None)
    if header is None or header.label != "date" or not header.dates:
        return None
    start = at + match.start()
    while start and line[start - 1].isspace():
        start -= 1
    return MetadataSpan("date", start, len(line.rstrip()), date_span(header.dates[0]).value, "metadata.date.tail")


def _read_short(line: str, folded: str, language: str | None) -> LineMetadata:
    """A short line: whole metadata, or a sentence with something glued to it."""
    words = words_in(folded) if len(line.strip()) <= MAX_SIGNATURE else ()
    pictured = captions.may_hold_credit(folded)
    found = read_notice(line, folded) or read_signature(line, folded, words) or (_credit(line) if pictured else None)
    found = found or _dateline(line) or read_joined(line, words) or read_tags(line, folded)
    if found:
        return found
    dates = scan_dates(folded, language) if may_date(folded) else []
    if header := read_header(line, language, folded=folded, dates=dates):
        return LineMetadata(header.label, tuple(header.spans), ())
    if pictured and (caption := _caption(line, folded)):
        return caption
    return _sentence(line, folded, dates)


def _credit(line: str) -> LineMetadata | None:
    names = read_credit(line)
    if not names:
        return None
    start, end = _span(line)
    return LineMetadata("credit", (MetadataSpan("credit", start, end, " / ".join(names), "metadata.credit.line"),), ())


def _caption(line: str, folded: str) -> LineMetadata | None:
    if glued := captions.find_closing_credit(line):
        return LineMetadata(
            "caption",
            (MetadataSpan("credit", glued[0], glued[1], " / ".join(glued[2]), "metadata.credit.caption"),),
            (),
        )
    if before := captions.find_opening_credit(line):
        return LineMetadata(
            "caption",
            (MetadataSpan("credit", _span(line)[0], before[0], " / ".join(before[1]), "metadata.credit.caption"),),
            (),
        )
    if captions.ends_on_caption_marker(folded):
        start, end = _span(line)
        return LineMetadata(
            "caption", (MetadataSpan("caption", start, end, line[start:end], "metadata.caption.marked"),), ()
        )
    return None


def _span(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _dateline(line: str) -> LineMetadata | None:
    """A dateline alone, or one that opens a sentence."""
    if not datelines.may_start_with_dateline(line):
        return None
    head = datelines.read_dateline(line)
    if not head or not head.marked or line[head.end :].strip(" -–—"):
        return None
    return LineMetadata("dateline", _dateline_spans(head), ())


def _dateline_span(head: datelines.Dateline) -> MetadataSpan:
    return MetadataSpan(
        "dateline", head.start, head.end, head.place or ", ".join(head.agencies), "metadata.dateline.head"
    )


def _dateline_spans(head: datelines.Dateline) -> tuple[MetadataSpan, ...]:
    agency = tuple(MetadataSpan("agency", head.start, head.end, x, "metadata.agency.dateline") for x in head.agencies)
    return (_dateline_span(head), *agency)


def _sentence(line: str, folded: str, dates: list[WrittenDate]) -> LineMetadata:
    """A sentence or a heading: what is glued to it, and what it mentions."""
    cuts: list[MetadataSpan] = []
    spans: list[MetadataSpan] = []
    if datelines.may_start_with_dateline(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_span(head))
        spans += _dateline_spans(head)
    rest = cuts[0].end if cuts else 0
    found = (
        [c for c in _tail_cuts(line) if c.start >= rest]
        if tails.may_end_in_signature(line) or line.rstrip()[-1].isdigit()
        else []
    )
    cuts += found
    spans += found
    spans += [date_span(d) for d in dates]
    if cuts and not _leaves_words(line, cuts):
        cuts = []
    if not spans:
        spans += find_name_line(line, folded)
    if not spans:
        return NO_METADATA
    return LineMetadata(
        None, tuple(sorted(spans, key=lambda p: (p.start, p.end))), tuple(sorted(cuts, key=lambda p: p.start))
    )


def _leaves_words(line: str, cuts: list[MetadataSpan]) -> bool:
    """Is there a letter or a digit that no cut takes?"""
    return any(c.isalnum() and not any(cut.start <= n < cut.end for cut in cuts) for n, c in enumerate(line))


def find_agencies(text: str) -> list[str]:
    """The agencies that sign a text, in order, by their usual short names.

    Args:
        text: A line or a whole article; an agency that a sentence quotes is no signature.

    >>> find_agencies("jj/sti (dpa, afp)"), find_agencies("a indiqué à l'AFP une source policière")
    (['dpa', 'AFP'], [])
    """
    spans = (piece for line in text.splitlines() for piece in read_line(line).spans if piece.label == "agency")
    found = dict.fromkeys(x for piece in spans for x in piece.value.split(", "))
    return [x for x in found if x in _ids()]


@functools.lru_cache(maxsize=1)
def _ids() -> frozenset[str]:
    return frozenset(a.id for a in agencies().values())
