"""Levels: how deep each pair of quotes is nested, which glyphs it gets there, and which space is inside.

The levels of a locale come from the delimiters of CLDR and from the style guides that `languages/locales.toml` names. A pair
whose glyphs the locale accepts keeps them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.typography.pairing import LEFT, OPENING
from newsclean.typography.quote_marks import CURLY_SINGLE, SINGLE
from newsclean.typography.scanner import SPACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.conventions import Conventions, RawEdit
    from newsclean.typography.locales import Locale
    from newsclean.typography.pairing import Role
    from newsclean.typography.quote_marks import QuoteMark
    from newsclean.typography.text_style import TextStyle

_TYPOGRAPHIC = frozenset({"«»", "»«", "‹›", "›‹", "“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’"})
UNPAIRED = (LEFT, OPENING)  # roles of a mark without a partner
OPENERS = frozenset("«“„‘‚‹»›")
_QUOTE_STARTS = OPENERS | {'"', "'"}
_BLANKS = " \u00a0\u202f\u2009"


def choose_pair(opening: QuoteMark, closing: QuoteMark, outer: Sequence[str], row: Locale, style: TextStyle) -> str:
    """Return the two glyphs of a pair: its own if the locale accepts them, else those of its level.

    Args:
        opening: The opening mark.
        closing: The closing mark.
        outer: The glyphs of the pairs around it, the outermost first.
        row: The locale.
        style: The style of the text.
    """
    found = opening.glyph + closing.glyph
    if found in _TYPOGRAPHIC and (not row.force or found in (row.keep_inner if outer else row.keep)):
        return found
    return pair_at_level(opening, outer, row, style)


def pair_at_level(opening: QuoteMark, outer: Sequence[str], row: Locale, style: TextStyle) -> str:
    """Return the two glyphs of the level inside the `outer` pairs."""
    if row.strokes:
        return "‘’" if opening.family in (SINGLE, CURLY_SINGLE) else "“”"
    levels = (style.outer_quotes or row.primary, row.secondary, row.third)
    if not outer:
        return levels[0]
    if len(outer) == 1 and outer[0] == row.primary == levels[0]:
        return levels[1]
    return next((pair for pair in (*levels, row.primary) if pair not in outer), levels[1])


class QuoteWriter:
    """Writes the edits of the quotes of one paragraph.

    Args:
        text: The paragraph.
        conventions: The conventions of the call.
        style: The style of the text.
        out: The list that edits are appended to.
    """

    def __init__(self, text: str, conventions: Conventions, style: TextStyle, out: list[RawEdit]) -> None:
        self.text, self.conventions, self.style, self.out = text, conventions, style, out

    def opening(self, mark: QuoteMark, pair: str, *, kept: bool) -> None:
        """Set an opening mark and the space after it; `kept` if the glyphs of the pair stay."""
        text, end = self.text, mark.end
        while end < len(text) and text[end] in _BLANKS:
            end += 1
        if end == len(text):
            return
        found = text[mark.end : end]
        space = self._space(found, pair, kept=kept)
        if mark.glyph != pair[0]:
            self.out.append((mark.start, end, text[mark.start : end], pair[0] + space, "quotes", None))
        elif found != space:
            self.out.append((mark.end, end, found, space, "quote-space", None))

    def closing(self, mark: QuoteMark, pair: str, *, kept: bool) -> None:
        """Set a closing mark and the space before it; `kept` if the glyphs of the pair stay."""
        text, start = self.text, mark.start
        while start > 0 and text[start - 1] in _BLANKS:
            start -= 1
        found = text[start : mark.start]
        space = self._space(found, pair, kept=kept)
        if mark.glyph != pair[1]:
            self.out.append((start, mark.end, text[start : mark.end], space + pair[1], "quotes", None))
        elif found != space:
            self.out.append((start, mark.start, found, space, "quote-space", None))

    def _space(self, found: str, pair: str, *, kept: bool) -> str:
        """Return what stands between a mark and its content."""
        mode = self.conventions.row.inner_mode
        if kept:
            if pair != "«»" or mode == "strip":
                return found
            return self.conventions.inner if found or mode == "set" else ""
        if pair[0] != "«" or mode == "strip" or (mode == "keep" and not self.style.spaced_guillemets):
            return ""
        return self.conventions.inner


def pairs_in_unclosed_quotes(
    text: str, marks: Sequence[QuoteMark], roles: Sequence[Role], partners: Sequence[int]
) -> frozenset[int]:
    """Return the first marks of outermost pairs that are inside a quote of another family whose other end is lost."""
    unpaired = [k for k, role in enumerate(roles) if partners[k] < 0 and role in UNPAIRED]
    if not unpaired or len(unpaired) == len(marks):
        return frozenset()
    inner: set[int] = set()
    for step in (1, -1):
        active: set[int] = set()
        for k in range(len(marks))[::step]:
            mark = marks[k]
            if partners[k] < 0 and roles[k] in UNPAIRED:
                strong = _looks_opening(text, mark) if step == 1 else _looks_closing(text, mark)
                (active.add if strong else active.discard)(mark.family)
            elif partners[k] >= 0:
                active.discard(mark.family)
                if active and (partners[k] - k) * step > 0:
                    inner.add(min(k, partners[k]))
    return frozenset(inner)


def _looks_opening(text: str, mark: QuoteMark) -> bool:
    """Return True if an unpaired mark looks like the beginning of a quote, not like an apostrophe for a dropped letter."""
    if mark.opening > 1:
        return False
    if mark.family not in (SINGLE, CURLY_SINGLE):
        return True
    before = text[max(0, mark.start - 4) : mark.start].rstrip(SPACES)
    return (
        not before
        or before[-1] in ":.!?…,"
        or text[mark.end : mark.end + 1].isupper()
        or text[mark.end : mark.end + 1] in _QUOTE_STARTS
    )


def _looks_closing(text: str, mark: QuoteMark) -> bool:
    """Return True if an unpaired mark looks like the end of a quote."""
    if mark.closing > 1:
        return False
    if mark.family not in (SINGLE, CURLY_SINGLE):
        return True
    return text[mark.start - 1] in ".!?…,\"'»”" or text[mark.end : mark.end + 1] in (",", ".", ";", ":", "")
