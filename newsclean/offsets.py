"""Offsets and spans of a text before edits and after them, mapped into each other."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from newsclean.edits import Edit


class Offsets:
    """Maps offsets through a list of edits, both ways, by binary search.

    An offset inside a replaced piece maps into the piece that it came from.

    Args:
        edits: A list of edits as `newsclean.edits` describes it.

    >>> offsets = Offsets([Edit(0, 3, "Ã©t", "ét", "mojibake")])
    >>> offsets.to_source(2), offsets.from_source(3)
    (3, 2)
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._after: list[int] = []
        self._shift: list[int] = []
        shift = 0
        for edit in edits:
            self._after.append(edit.start + shift)
            shift += len(edit.after) - len(edit.before)
            self._shift.append(shift)

    def to_source(self, offset: int) -> int:
        """Return the offset before the edits for an offset after them."""
        k = bisect.bisect_right(self._after, offset) - 1
        if k < 0:
            return offset
        edit, inside = self._edits[k], offset - self._after[k]
        if inside < len(edit.after):
            return edit.start + min(inside, len(edit.before))
        return offset - self._shift[k]

    def from_source(self, offset: int) -> int:
        """Return the offset after the edits for an offset before them."""
        k = bisect.bisect_right(self._starts, offset) - 1
        if k < 0:
            return offset
        edit, inside = self._edits[k], offset - self._starts[k]
        if inside < len(edit.before):
            return self._after[k] + min(inside, len(edit.after))
        return offset + self._shift[k]

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span before the edits for a span after them.

        >>> Offsets([Edit(0, 3, "Ad ", "", "drop"), Edit(5, 9, " End", "", "drop")]).span_to_source(0, 2)
        (3, 5)
        """
        if start >= end:
            at = self.to_source(start)
            return at, at
        first, _ = self._piece_before(start)
        _, last = self._piece_before(end - 1)
        return first, last

    def span_from_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span after the edits for a span before them; it is empty if nothing of it is left.

        >>> Offsets([Edit(0, 3, "Ad ", "", "drop"), Edit(5, 9, " End", "", "drop")]).span_from_source(0, 9)
        (0, 2)
        """
        if start >= end:
            at = self.from_source(start)
            return at, at
        first, _ = self._piece_after(start)
        _, last = self._piece_after(end - 1)
        return first, last

    def _piece_before(self, offset: int) -> tuple[int, int]:
        """Return the span before the edits that became the character at this offset after them."""
        k = bisect.bisect_right(self._after, offset) - 1
        if k >= 0 and offset - self._after[k] < len(self._edits[k].after):
            return self._edits[k].start, self._edits[k].end
        at = self.to_source(offset)
        return at, at + 1

    def _piece_after(self, offset: int) -> tuple[int, int]:
        """Return the span after the edits that the character at this offset before them became."""
        k = bisect.bisect_right(self._starts, offset) - 1
        if k >= 0 and offset < self._edits[k].end:
            return self._after[k], self._after[k] + len(self._edits[k].after)
        at = self.from_source(offset)
        return at, at + 1
