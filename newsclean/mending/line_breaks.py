"""Line breaks: what stands on both sides of each, and which widths explain it.

A greedy line breaker of width W breaks where the next word has no room: `end <= W < end + 1 + next word`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.mending.physical_lines import PhysicalLine
from newsclean.patterns import lazy_regex

MAX_WIDTH = 120  # columns of a wrapped line, with its indentation
_MAX_INDENT = 8  # columns that the first line of a paragraph is indented, or the others
_SYLLABLES = 12  # columns that the rest of a broken word may take, of which one syllable had no room
_DASHES = "–—"
_DATELINE = lazy_regex(r"\p{Lu}{3}[\p{Lu}\s'’-]{0,30}+(?:[.,]\s|\.?[-–—(])")  # "BERN. Der", "SAINT-IMIER – Le"


class Width(NamedTuple):
    """A width, how many breaks speak for it (less those that speak against it), and how far lines may fall short of it."""

    columns: int
    score: int
    slack: int = 0


class Break(NamedTuple):
    """A line break between two lines of one margin; it is before the line `n`."""

    n: int
    end: int  # column after the line before it
    room: int  # the largest width at which the next word has no room
    longest: int  # column after the longer one of the two lines
    low: bool  # in mid-sentence, after several words and before a lower-case word
    loose: bool  # the same after a few words: rows of a list
    comma: bool  # after a comma
    stop: bool  # after a sentence or a colon
    prose: bool  # after a line of several words
    item: bool  # before a list item

    def is_cut(self, width: Width) -> bool:
        """Return True if the width explains the break."""
        return self.longest <= width.columns <= self.room + width.slack

    def has_room(self, width: Width) -> bool:
        """Return True if the next word had room, so that no line breaker made the break."""
        return self.room + width.slack < width.columns


def find_runs(lines: Sequence[PhysicalLine], ends: frozenset[str], small: frozenset[str]) -> Iterator[list[Break]]:
    """Yield the breaks of each stretch of lines without a blank line, a table row or a line that is too long."""
    run: list[Break] = []
    usable = [len(line.text) > 0 and line.end <= MAX_WIDTH and not line.has_columns for line in lines]
    for n in range(1, len(lines)):
        left, right = lines[n - 1], lines[n]
        if usable[n] and usable[n - 1] and right.follows and left.depth == right.depth:
            run.append(_break(lines, n, ends, small))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _break(lines: Sequence[PhysicalLine], n: int, ends: frozenset[str], small: frozenset[str]) -> Break:
    left, right = lines[n - 1], lines[n]
    stop, lower = left.ends_sentence, right.in_lower_case
    goes_on = not stop and (lower or (left.last_word in ends and right.text[0].isalnum()))
    item = _begins_item(left, right, ends, small) or not _is_aligned(left, right, goes_on=goes_on)
    return Break(
        n,
        end=left.end,
        room=left.end + (_SYLLABLES if left.breaks_word and lower else right.first_word),
        longest=max(left.end, right.end),
        low=goes_on and not item and left.is_prose,
        loose=goes_on and not item and not left.is_prose,
        comma=left.text[-1] == "," and left.is_prose and not item,
        stop=stop and not lower,
        prose=left.is_prose,
        item=item,
    )


def _begins_item(left: PhysicalLine, right: PhysicalLine, ends: frozenset[str], small: frozenset[str]) -> bool:
    """Return True if the second line is a list item or opens a report, and is no dash, article or number inside a sentence."""
    if not right.bullet:
        return left.last_word not in ends and _DATELINE.match(right.text) is not None
    if left.bullet or left.ends_sentence or right.column != left.column:
        return True
    if right.text[0] in _DASHES:
        return not right.text[right.bullet :][:1].islower()
    if right.text[0].isdigit():
        return left.last_word not in ends and left.last_word not in small
    return right.text[0] != "o"  # the bullet of lynx is indented, the Portuguese article is not


def _is_aligned(left: PhysicalLine, right: PhysicalLine, *, goes_on: bool) -> bool:
    """Return True if the second line stands where a continuation of the first one stands.

    Args:
        left: The first line; the first one of a paragraph may be indented.
        right: The line after it.
        goes_on: The second line continues a sentence; then it may be indented.
    """
    shift = right.column - left.column
    if abs(shift) <= 1 or (left.bullet and abs(shift - left.bullet) <= 1):
        return True
    return abs(shift) <= _MAX_INDENT and (goes_on or (shift < 0 and not left.bullet))
