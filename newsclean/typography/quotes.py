"""Quotes and apostrophes: from the roles of the marks to edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex
from newsclean.typography.levels import (
    OPENERS,
    UNPAIRED,
    QuoteWriter,
    choose_pair,
    pair_at_level,
    pairs_in_unclosed_quotes,
)
from newsclean.typography.pairing import APOSTROPHE, OPENING, assign_roles
from newsclean.typography.quote_marks import CURLY_SINGLE, SINGLE, SINGLE_GUILLEMET, weigh_roles
from newsclean.typography.scanner import SPACES, find_quote_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.conventions import Conventions, RawEdit
    from newsclean.typography.pairing import Role
    from newsclean.typography.quote_marks import QuoteMark
    from newsclean.typography.text_style import TextStyle

_AGENCY_QUOTE = lazy_regex(r"(?<![\p{L}\p{N}+])\+(?=\p{L})[^+\n«»\"“”]{1,120}(?<=[\p{L}\p{N}.!?…])\+(?![\p{L}\p{N}+])")
_LEVELS = lazy_regex("[«»‹›“”„‘‚]")
_SINGLE_FAMILIES = frozenset({SINGLE, CURLY_SINGLE, SINGLE_GUILLEMET})


def has_ambiguous_marks(text: str, conventions: Conventions) -> bool:
    """Return True if a paragraph has marks whose role is open wherever they stand, such as straight quotes.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> has_ambiguous_marks('un "mot"', resolve_conventions("fr-FR")), has_ambiguous_marks("l’été", resolve_conventions("fr-FR"))
    (True, False)
    """
    inner = conventions.row.secondary if conventions.row.force else ""
    found = False
    for mark in conventions.ambiguous:
        if mark in text:
            if mark not in inner:
                return True
            found = True
    return found and not _is_properly_nested(text, conventions.row.primary, inner)


def _is_properly_nested(text: str, outer: str, inner: str) -> bool:
    """Return True if all marks are pairs of two levels, the inner ones inside the outer ones.

    >>> _is_properly_nested("« un “mot” »", "«»", "“”"), _is_properly_nested("un “mot”", "«»", "“”")
    (True, False)
    """
    marks = "".join(_LEVELS.findall(text)).replace(inner, "·")
    is_open = False
    for mark in marks:
        if is_open == (mark == outer[0]) or mark not in ("·", outer[1] if is_open else outer[0]):
            return False
        if mark != "·":
            is_open = not is_open
    return not is_open


def has_unpaired_marks(text: str, conventions: Conventions) -> bool:
    """Return True if marks of the locale's own lack a partner or their space.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> has_unpaired_marks("« l’été »", resolve_conventions("fr-FR")), has_unpaired_marks("«\u00a0l’été\u00a0»", resolve_conventions("fr-FR"))
    (True, False)
    """
    if conventions.row.low_closer and "“" in text and text.count("„") != text.count("“"):
        return True
    if conventions.words.joins and "’" in text and "’ " in text:
        return True
    if "«" not in text and "»" not in text:
        return False
    mode = conventions.row.inner_mode
    if mode == "set":
        return _lacks_space(text, "«", 1, conventions.inner) or _lacks_space(text, "»", -1, conventions.inner)
    return mode == "keep" and (_lacks_space(text, "«", 1, "", " ") or _lacks_space(text, "»", -1, "", " "))


def _lacks_space(text: str, mark: str, side: int, want: str, other: str = "") -> bool:
    """Return True if a mark has another neighbour than `want` on one side, or has `other` there if that is given."""
    at = text.find(mark)
    while at >= 0:
        beside = text[at + side : at + side + 1] if at + side >= 0 else ""
        if beside == other if other else beside != want:
            return True
        at = text.find(mark, at + 1)
    return False


def quote_edits(text: str, conventions: Conventions, style: TextStyle) -> list[RawEdit]:
    """Return the edits that set the quotes and the apostrophes of a paragraph.

    Args:
        text: The paragraph, with protected spans masked.
        conventions: The conventions of the call.
        style: The style of the text.

    >>> from newsclean.typography.text_style import TextStyle
    >>> from newsclean.typography.conventions import resolve_conventions
    >>> [e[:5] for e in quote_edits('un "mot"', resolve_conventions("de-CH"), TextStyle())]
    [(3, 4, '"', '«', 'quotes'), (7, 8, '"', '»', 'quotes')]
    """
    row = conventions.row
    apostrophes, spans = find_quote_marks(text, row, conventions.words)
    out: list[RawEdit] = [(at, at + 1, text[at], "’", "apostrophe", None) for at in apostrophes]
    if not spans:
        return out
    marks = weigh_roles(text, spans, row, conventions.words)
    roles, partners = assign_roles(marks)
    writer, outer = QuoteWriter(text, conventions, style, out), list[str]()
    inner = pairs_in_unclosed_quotes(text, marks, roles, partners)
    for k, mark in enumerate(marks):
        other = partners[k]
        if other > k:
            pair = choose_pair(mark, marks[other], [row.primary] if k in inner and not outer else outer, row, style)
            outer.append(pair)
            writer.opening(mark, pair, kept=mark.glyph + marks[other].glyph == pair)
        elif other >= 0:
            pair = outer.pop()
            writer.closing(mark, pair, kept=marks[other].glyph + mark.glyph == pair)
        elif roles[k] is APOSTROPHE:
            _set_apostrophe(text, mark, out)
        elif roles[k] is OPENING and not k and _opens_running_quote(text, marks, partners):
            kept = mark.glyph in OPENERS
            writer.opening(mark, mark.glyph if kept else pair_at_level(mark, [], row, style), kept=kept)
    if "+" in text:
        _set_agency_quotes(marks, partners, writer)
    if style.quote_is_open:
        _close_running_quote(marks, roles, partners, writer)
    return out


def _opens_running_quote(text: str, marks: Sequence[QuoteMark], partners: Sequence[int]) -> bool:
    """Return True if the first mark, at the head of the paragraph, opens a quote that continues in the next one."""
    mark = marks[0]
    if mark.end >= len(text) or text[mark.end] in SPACES or text[: mark.start].strip():
        return False
    if mark.family in _SINGLE_FAMILIES:  # it may be a dropped letter
        return False
    # with another unpaired mark of the family, either of the two may be the wrong one
    return not any(partners[j] < 0 and marks[j].family == mark.family for j in range(1, len(marks)))


def _set_apostrophe(text: str, mark: QuoteMark, out: list[RawEdit]) -> None:
    """Append the edit of a mark that is an apostrophe."""
    end = mark.end + mark.join
    before = text[mark.start : end]
    if before != "’":
        out.append((mark.start, end, before, "’", "elision-space" if mark.glyph == "’" else "apostrophe", None))


def _set_agency_quotes(marks: Sequence[QuoteMark], partners: Sequence[int], writer: QuoteWriter) -> None:
    """Set inner quotes in the notation of news agencies, `"le +mot+ juste"`; only inside a quote."""
    pluses = [match.span() for match in _AGENCY_QUOTE.finditer(writer.text)]
    at = k = 0
    for i, mark in enumerate(marks):
        other = partners[i]
        if other < i or mark.start < at or k == len(pluses):
            continue
        at = marks[other].start
        outer = choose_pair(mark, marks[other], [], writer.conventions.row, writer.style)
        inner = pair_at_level(mark, [outer], writer.conventions.row, writer.style)
        while k < len(pluses) and pluses[k][0] < at:
            start, end = pluses[k]
            if start >= mark.end and end <= at:
                writer.out += [
                    (start, start + 1, "+", inner[0], "quotes", None),
                    (end - 1, end, "+", inner[1], "quotes", None),
                ]
            k += 1


def _close_running_quote(
    marks: Sequence[QuoteMark], roles: Sequence[Role], partners: Sequence[int], writer: QuoteWriter
) -> None:
    """Set the closing mark of a quote that an earlier paragraph opened: the last mark, if it is the only unpaired one."""
    unpaired = [k for k, role in enumerate(roles) if role in UNPAIRED and partners[k] < 0]
    if len(unpaired) != 1 or unpaired[0] != len(marks) - 1:
        return
    mark = marks[-1]
    if mark.family in _SINGLE_FAMILIES or mark.closing > 1 or mark.glyph in "«»“”„":
        return
    writer.closing(mark, pair_at_level(mark, [], writer.conventions.row, writer.style), kept=False)
