"""The unified diff between a source and its text, read from the edits.

The edits already say which characters changed, so no search for a longest common subsequence is needed: the cost is linear in the
length of the two texts. Lines are those of `str.splitlines`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.edits import Edit

CONTEXT = 3  # unchanged lines shown on each side of a change, as in `diff -u`


class LineChange(NamedTuple):
    """Lines `old` of the source that became lines `new` of the text, each as (first, end), counted from 0."""

    old: tuple[int, int]
    new: tuple[int, int]


class Hunk(NamedTuple):
    """Changes that are shown together; `first` and `end` are the source lines of the hunk, context included."""

    changes: list[LineChange]
    first: int
    end: int


def unified_diff(source: str, text: str, edits: Sequence[Edit], name: str | None = None) -> str:
    """Return a unified diff from `source` to `text`, line by line; an empty string if no line differs.

    Args:
        source: The text before the edits.
        text: The text after the edits: `apply(source, edits)`.
        edits: The edits from one to the other, sorted by their start.
        name: A file name for the two lines of the header.

    >>> print(unified_diff("Un titre\\nPartager", "Un titre", [Edit(8, 17, "\\nPartager", "", "drop.share")]), end="")
    --- source
    +++ text
    @@ -1,2 +1 @@
     Un titre
    -Partager
    """
    header = ("source", "text") if name is None else (f"{name}\tsource", f"{name}\ttext")
    old, new = source.splitlines(), text.splitlines()
    hunks = list(_hunks(line_changes(source, text, edits), len(old)))
    if not hunks:
        return ""
    lines = [f"--- {header[0]}", f"+++ {header[1]}"]
    for hunk in hunks:
        lines.extend(_hunk_lines(hunk, old, new))
    return "".join(f"{line}\n" for line in lines)


def line_changes(source: str, text: str, edits: Sequence[Edit]) -> Iterator[LineChange]:
    """Yield what differs between the lines of the source and those of the text, in order."""
    i = j = 0
    for old_line, new_line in _unchanged_lines(source, text, edits):
        if (i, j) != (old_line, new_line):
            yield LineChange((i, old_line), (j, new_line))
        i, j = old_line + 1, new_line + 1
    ends = len(source.splitlines()), len(text.splitlines())
    if (i, j) != ends:
        yield LineChange((i, ends[0]), (j, ends[1]))


def _unchanged_lines(source: str, text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Yield the numbers (in the source, in the text) of lines that no edit touches and that are a whole line on both sides."""
    new_lines, starts = text.splitlines(), _line_starts(text)
    k, shift, at, reached = 0, 0, 0, 0
    for number, full in enumerate(source.splitlines(keepends=True)):
        line = full.splitlines()[0]
        start, at = at, at + len(full)
        while k < len(edits) and edits[k].end <= start:
            shift += len(edits[k].after) - len(edits[k].before)
            k += 1
        if k < len(edits) and edits[k].start < start + len(line):
            continue
        there = bisect.bisect_right(starts, start + shift) - 1
        if reached <= there < len(new_lines) and starts[there] == start + shift and new_lines[there] == line:
            reached = there + 1
            yield number, there


def _line_starts(text: str) -> list[int]:
    """The offset of each line, and that of the end of the text."""
    return list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))


def _hunks(changes: Iterable[LineChange], line_count: int) -> Iterator[Hunk]:
    """Group the changes whose context would overlap."""
    group: list[LineChange] = []
    for change in changes:
        if group and change.old[0] - group[-1].old[1] > 2 * CONTEXT:
            yield Hunk(group, max(0, group[0].old[0] - CONTEXT), group[-1].old[1] + CONTEXT)
            group = []
        group.append(change)
    if group:
        yield Hunk(group, max(0, group[0].old[0] - CONTEXT), min(line_count, group[-1].old[1] + CONTEXT))


def _hunk_lines(hunk: Hunk, old: list[str], new: list[str]) -> Iterator[str]:
    changes, first, end = hunk
    before, after = changes[0].old[0] - first, end - changes[-1].old[1]
    new_range = changes[0].new[0] - before, changes[-1].new[1] + after
    yield f"@@ -{_range(first, end)} +{_range(*new_range)} @@"
    at = first
    for change in changes:
        yield from (f" {line}" for line in old[at : change.old[0]])
        yield from (f"-{line}" for line in old[slice(*change.old)])
        yield from (f"+{line}" for line in new[slice(*change.new)])
        at = change.old[1]
    yield from (f" {line}" for line in old[at:end])


def _range(first: int, end: int) -> str:
    """A range of lines as the header of a hunk writes it: counted from 1, the length only if it is not 1."""
    length = end - first
    return str(first + 1) if length == 1 else f"{first + 1 if length else first},{length}"
