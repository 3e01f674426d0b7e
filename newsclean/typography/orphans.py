"""Orphans: marks whose partner is lost still say that what they enclose stands inside a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.typography.marks import CURLY_SINGLE, SINGLE
from newsclean.typography.scan import SPACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.marks import Mark

OPENERS = frozenset("«“„‘‚‹»›")
_STARTERS = OPENERS | {'"', "'"}


def covered(text: str, marks: Sequence[Mark], letters: str, partner: Sequence[int]) -> frozenset[int]:
    """Outermost pairs that stand inside a quote of another kind whose other end is lost."""
    orphans = [k for k, role in enumerate(letters) if partner[k] < 0 and role in "LO"]
    if not orphans or len(orphans) == len(marks):
        return frozenset()
    inner: set[int] = set()
    for step in (1, -1):
        active: set[int] = set()
        for k in range(len(marks))[::step]:
            mark = marks[k]
            if partner[k] < 0 and letters[k] in "LO":
                strong = _opens(text, mark) if step == 1 else _closes(text, mark)
                (active.add if strong else active.discard)(mark.family)
            elif partner[k] >= 0:
                active.discard(mark.family)
                if active and (partner[k] - k) * step > 0:
                    inner.add(min(k, partner[k]))
    return frozenset(inner)


def _opens(text: str, mark: Mark) -> bool:
    """Does a lone mark look like the beginning of a quote, and not like a dropped letter?"""
    if mark.opening > 1:
        return False
    if mark.family not in (SINGLE, CURLY_SINGLE):
        return True
    before = text[max(0, mark.start - 4) : mark.start].rstrip(SPACES)
    return (
        not before
        or before[-1] in ":.!?…,"
        or text[mark.end : mark.end + 1].isupper()
        or text[mark.end : mark.end + 1] in _STARTERS
    )


def _closes(text: str, mark: Mark) -> bool:
    """Does a lone mark look like the end of a quote?"""
    if mark.closing > 1:
        return False
    if mark.family not in (SINGLE, CURLY_SINGLE):
        return True
    return text[mark.start - 1] in ".!?…,\"'»”" or text[mark.end : mark.end + 1] in (",", ".", ";", ":", "")
