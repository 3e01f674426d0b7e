"""Reading one line: what it says about the article, and what of it is no part of the text."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata.line import captions, datelines, tails
from newsclean.metadata.line.agencies import agencies
from newsclean.metadata.line.credits import read_credit
from newsclean.metadata.line.dates import scan
from newsclean.metadata.line.headers import date_piece, may_date, read_header
from newsclean.metadata.line.reading import NOTHING, DateFound, Piece, Reading
from newsclean.metadata.line.signatures import (
    MAX_SIGNATURE,
    read_joined,
    read_notice,
    read_signature,
    read_tags,
    weak_names,
    words_of,
)
from newsclean.metadata.words import table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

SHORT = 200  # a longer line is prose: only its head and tail are read


def read_line(line: str, language: str | None = None, folded: str | None = None) -> Reading:
    """Read a line: its label when all of it is metadata, its pieces, and what can be cut from a sentence.

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
        return NOTHING
    return _read_short(line, fold(line) if folded is None else folded, language)


def _read_long(line: str) -> Reading:
    """A paragraph: nothing of it is metadata but what is glued to its ends."""
    cuts: list[Piece] = []
    pieces: list[Piece] = []
    if datelines.may_open(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_piece(head))
        pieces += _dateline_pieces(head)
    tail = line[-150:]
    if tails.may_close(line) or tail[-1:].isdigit():
        credit = captions.credit_at(line) if captions.may_hold_credit(fold(tail)) else None
        if credit and len(line) <= captions.MAX_CAPTION and not cuts:
            return Reading("caption", (_credit_piece(credit, "caption"),), ())
        found = [_credit_piece(credit, "tail")] if credit else _tail_cuts(line)
        cuts += found
        pieces += found
    return Reading(None, tuple(pieces), tuple(cuts)) if cuts else NOTHING


def _credit_piece(credit: tuple[int, int, tuple[str, ...]], place: str) -> Piece:
    return Piece("credit", credit[0], credit[1], " / ".join(credit[2]), f"metadata.credit.{place}")


def _tail_cuts(line: str) -> list[Piece]:
    """The date and the mark that a paragraph ends with."""
    cuts: list[Piece] = []
    if dated := _date_tail(line):
        cuts.append(dated)
        line = line[: dated.start]
    if tails.may_close(line) and (mark := tails.read_tail(line)):
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


def _date_tail(line: str) -> Piece | None:
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
    return Piece("date", start, len(line.rstrip()), date_piece(header.dates[0]).value, "metadata.date.tail")


def _read_short(line: str, folded: str, language: str | None) -> Reading:
    """A short line: whole metadata, or a sentence with something glued to it."""
    words = words_of(folded) if len(line.strip()) <= MAX_SIGNATURE else ()
    pictured = captions.may_hold_credit(folded)
    found = read_notice(line, folded) or read_signature(line, folded, words) or (_credit(line) if pictured else None)
    found = found or _dateline(line) or read_joined(line, words) or read_tags(line, folded)
    if found:
        return found
    dates = scan(folded, language) if may_date(folded) else []
    if header := read_header(line, language, folded=folded, dates=dates):
        return Reading(header.label, tuple(header.pieces), ())
    if pictured and (caption := _caption(line, folded)):
        return caption
    return _sentence(line, folded, dates)


def _credit(line: str) -> Reading | None:
    names = read_credit(line)
    if not names:
        return None
    start, end = _span(line)
    return Reading("credit", (Piece("credit", start, end, " / ".join(names), "metadata.credit.line"),), ())


def _caption(line: str, folded: str) -> Reading | None:
    if glued := captions.credit_at(line):
        return Reading(
            "caption", (Piece("credit", glued[0], glued[1], " / ".join(glued[2]), "metadata.credit.caption"),), ()
        )
    if before := captions.credit_before(line):
        return Reading(
            "caption",
            (Piece("credit", _span(line)[0], before[0], " / ".join(before[1]), "metadata.credit.caption"),),
            (),
        )
    if captions.is_marked(folded):
        start, end = _span(line)
        return Reading("caption", (Piece("caption", start, end, line[start:end], "metadata.caption.marked"),), ())
    return None


def _span(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _dateline(line: str) -> Reading | None:
    """A dateline alone, or one that opens a sentence."""
    if not datelines.may_open(line):
        return None
    head = datelines.read_dateline(line)
    if not head or not head.marked or line[head.end :].strip(" -–—"):
        return None
    return Reading("dateline", _dateline_pieces(head), ())


def _dateline_piece(head: datelines.Dateline) -> Piece:
    return Piece("dateline", head.start, head.end, head.place or ", ".join(head.agencies), "metadata.dateline.head")


def _dateline_pieces(head: datelines.Dateline) -> tuple[Piece, ...]:
    agency = tuple(Piece("agency", head.start, head.end, x, "metadata.agency.dateline") for x in head.agencies)
    return (_dateline_piece(head), *agency)


def _sentence(line: str, folded: str, dates: list[DateFound]) -> Reading:
    """A sentence or a heading: what is glued to it, and what it mentions."""
    cuts: list[Piece] = []
    pieces: list[Piece] = []
    if datelines.may_open(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_piece(head))
        pieces += _dateline_pieces(head)
    rest = cuts[0].end if cuts else 0
    found = (
        [c for c in _tail_cuts(line) if c.start >= rest] if tails.may_close(line) or line.rstrip()[-1].isdigit() else []
    )
    cuts += found
    pieces += found
    pieces += [date_piece(d) for d in dates]
    if cuts and not _leaves_words(line, cuts):
        cuts = []
    if not pieces:
        pieces += weak_names(line, folded)
    if not pieces:
        return NOTHING
    return Reading(
        None, tuple(sorted(pieces, key=lambda p: (p.start, p.end))), tuple(sorted(cuts, key=lambda p: p.start))
    )


def _leaves_words(line: str, cuts: list[Piece]) -> bool:
    """Is there a letter or a digit that no cut takes?"""
    return any(c.isalnum() and not any(cut.start <= n < cut.end for cut in cuts) for n, c in enumerate(line))


def find_agencies(text: str) -> list[str]:
    """The agencies that sign a text, in order, by their usual short names.

    Args:
        text: A line or a whole article; an agency that a sentence quotes is no signature.

    >>> find_agencies("jj/sti (dpa, afp)"), find_agencies("a indiqué à l'AFP une source policière")
    (['dpa', 'AFP'], [])
    """
    pieces = (piece for line in text.splitlines() for piece in read_line(line).pieces if piece.label == "agency")
    found = dict.fromkeys(x for piece in pieces for x in piece.value.split(", "))
    return [x for x in found if x in _ids()]


@functools.lru_cache(maxsize=1)
def _ids() -> frozenset[str]:
    return frozenset(a.id for a in agencies().values())
