"""Glyphs: which marks a pair becomes at its level, and which space stands inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.typography.marks import CURLY_SINGLE, SINGLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.evidence import Evidence
    from newsclean.typography.locales import Locale
    from newsclean.typography.marks import Mark
    from newsclean.typography.plan import Plan, Raw

_TYPOGRAPHIC = frozenset({"«»", "»«", "‹›", "›‹", "“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’"})
_BLANKS = " \u00a0\u202f\u2009"


def pair_for(opening: Mark, closing: Mark, outer: Sequence[str], row: Locale, evidence: Evidence) -> str:
    """The glyphs of a pair inside the `outer` ones: its own when the locale allows them, else those of its level.

    Source: the table of section 1 of the rules, "K" and "force_primary".
    """
    found = opening.glyph + closing.glyph
    if found in _TYPOGRAPHIC and (not row.force or found in (row.keep_inner if outer else row.keep)):
        return found
    return at_level(opening, outer, row, evidence)


def at_level(opening: Mark, outer: Sequence[str], row: Locale, evidence: Evidence) -> str:
    """The glyphs of the level inside the `outer` pairs."""
    if row.strokes:
        return "‘’" if opening.family in (SINGLE, CURLY_SINGLE) else "“”"
    levels = (evidence.primary or row.primary, row.secondary, row.third)
    if not outer:
        return levels[0]
    if len(outer) == 1 and outer[0] == row.primary == levels[0]:
        return levels[1]
    return next((pair for pair in (*levels, row.primary) if pair not in outer), levels[1])


class Setter:
    """Writes the edits of one paragraph's quotes."""

    def __init__(self, text: str, plan: Plan, evidence: Evidence, out: list[Raw]) -> None:
        self.text, self.plan, self.evidence, self.out = text, plan, evidence, out

    def opening(self, mark: Mark, pair: str, *, kept: bool) -> None:
        """Sets an opening mark and the space after it."""
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

    def closing(self, mark: Mark, pair: str, *, kept: bool) -> None:
        """Sets a closing mark and the space before it."""
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
        """What stands between a mark and its content."""
        mode = self.plan.row.inner_mode
        if kept:
            if pair != "«»" or mode == "strip":
                return found
            return self.plan.inner if found or mode == "set" else ""
        if pair[0] != "«" or mode == "strip" or (mode == "keep" and not self.evidence.spaced):
            return ""
        return self.plan.inner
