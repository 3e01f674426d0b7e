"""Edits: what was replaced, where, and by which rule; they replay, undo, compose and map offsets.

An edit list is a sequence of `Edit`, sorted by `start`, whose spans do not overlap; two insertions never share a place.
Offsets are code points of the text before the edits.
"""

from __future__ import annotations

import bisect
import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from newsclean.patterns import lazy_regex

MAX_DIFF = 4_000  # characters; above, one edit covers all that differs, so that the cost stays linear
_TOKEN = lazy_regex(r"\w+|\s+|.", regex.S)


class Edit(NamedTuple):
    """One replacement: `text[start:end] == before` becomes `after`.

    `rule` names what asked for it; `label` is set when the edit takes furniture or metadata out of a paragraph.

    >>> Edit(1, 2, "'", "’", "apostrophe")
    Edit(start=1, end=2, before="'", after='’', rule='apostrophe', label=None)
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    label: str | None = None


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made.

    >>> apply("l'été", [Edit(1, 2, "'", "’", "apostrophe")])
    'l’été'
    """
    parts, at = [], 0
    for edit in edits:
        parts.append(text[at : edit.start])
        parts.append(edit.after)
        at = edit.end
    if not at:
        return "".join(parts) + text
    parts.append(text[at:])
    return "".join(parts)


def undo(text: str, edits: Iterable[Edit]) -> str:
    """The text that `apply` was given, from what it gave.

    >>> undo("l’été", [Edit(1, 2, "'", "’", "apostrophe")])
    "l'été"
    """
    parts, at, shift = [], 0, 0
    for edit in edits:
        start = edit.start + shift
        parts.append(text[at:start])
        parts.append(edit.before)
        at = start + len(edit.after)
        shift += len(edit.after) - len(edit.before)
    parts.append(text[at:])
    return "".join(parts)


def shifted(edits: Iterable[Edit], by: int) -> Iterator[Edit]:
    """The same edits in a text that starts `by` characters later.

    >>> list(shifted([Edit(0, 1, "a", "b", "r")], 5))
    [Edit(start=5, end=6, before='a', after='b', rule='r', label=None)]
    """
    for start, end, before, after, rule, label in edits:
        yield Edit(start + by, end + by, before, after, rule, label)


def compose(source: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of `source` that do what `first` and then `second` do.

    Arguments: `first` has offsets into `source`, `second` into `apply(source, first)`.

    >>> a = [Edit(0, 1, "a", "bb", "one")]
    >>> compose("ax", a, [Edit(1, 2, "b", "c", "two")])
    (Edit(start=0, end=1, before='a', after='bc', rule='one+two', label=None),)
    """
    if not first:
        return tuple(second)
    if not second:
        return tuple(first)
    middle, out, shift = apply(source, first), [], 0
    for low, high, ours, theirs in _clusters(first, second):
        start = low - shift
        shift += sum(len(e.after) - len(e.before) for e in ours)
        end = high - shift
        after = apply(middle[low:high], shifted(theirs, -low))
        rules = "+".join(dict.fromkeys(e.rule for e in (*ours, *theirs)))
        label = next((e.label for e in (*ours, *theirs) if e.label), None)
        if source[start:end] != after:
            out.append(Edit(start, end, source[start:end], after, rules, label))
    return tuple(out)


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit], list[Edit]]]:
    """Groups of edits that touch each other, as (low, high) in the text between the two lists."""
    items: list[tuple[int, int, int, Edit]] = []
    shift = 0
    for edit in first:
        low = edit.start + shift
        items.append((low, low + len(edit.after), 0, edit))
        shift += len(edit.after) - len(edit.before)
    items.extend((edit.start, edit.end, 1, edit) for edit in second)
    items.sort(key=lambda item: item[:3])
    low = high = -1
    group: tuple[list[Edit], list[Edit]] = ([], [])
    for start, end, which, edit in items:
        if start > high or (start == high and start != end and low != high):
            if group[0] or group[1]:
                yield low, high, *group
            low, high, group = start, end, ([], [])
        high = max(high, end)
        group[which].append(edit)
    if group[0] or group[1]:
        yield low, high, *group


def difference(before: str, after: str, rule: str) -> tuple[Edit, ...]:
    """Edits that turn one text into another, word by word.

    >>> [e[:4] for e in difference("un Ã©tÃ© froid", "un été froid", "mojibake")]
    [(3, 8, 'Ã©tÃ©', 'été')]
    """
    if before == after:
        return ()
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old) + len(new) > MAX_DIFF:
        return (Edit(head, head + len(old), old, new, rule),)
    while head and before[head - 1].isalnum():
        head -= 1
    while tail and before[len(before) - tail].isalnum():
        tail -= 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return tuple(shifted(_token_edits(old, new, rule), head))


def _token_edits(before: str, after: str, rule: str) -> Iterator[Edit]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    at, done = 0, 0
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag != "equal":
            yield Edit(at, at + len(was), was, now, rule)
        at, done = at + len(was), done + len(now)


def _common(a: str, b: str) -> int:
    """Length of the common beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a.startswith(b[:middle]):
            low = middle
        else:
            high = middle - 1
    return low


class Offsets:
    """Maps offsets through an edit list, both ways, in logarithmic time.

    An offset inside a replaced piece maps into the piece that it came from.

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
        """Offset before the edits, from an offset after them."""
        k = bisect.bisect_right(self._after, offset) - 1
        if k < 0:
            return offset
        edit, inside = self._edits[k], offset - self._after[k]
        if inside < len(edit.after):
            return edit.start + min(inside, len(edit.before))
        return offset - self._shift[k]

    def from_source(self, offset: int) -> int:
        """Offset after the edits, from an offset before them."""
        k = bisect.bisect_right(self._starts, offset) - 1
        if k < 0:
            return offset
        edit, inside = self._edits[k], offset - self._starts[k]
        if inside < len(edit.before):
            return self._after[k] + min(inside, len(edit.after))
        return offset + self._shift[k]

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span before the edits of a span after them.

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
        """The span after the edits of a span before them; empty when nothing of it is left.

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
        """What the character after the edits at this offset was made of."""
        k = bisect.bisect_right(self._after, offset) - 1
        if k >= 0 and offset - self._after[k] < len(self._edits[k].after):
            return self._edits[k].start, self._edits[k].end
        at = self.to_source(offset)
        return at, at + 1

    def _piece_after(self, offset: int) -> tuple[int, int]:
        """What the character before the edits at this offset became."""
        k = bisect.bisect_right(self._starts, offset) - 1
        if k >= 0 and offset < self._edits[k].end:
            return self._after[k], self._after[k] + len(self._edits[k].after)
        at = self.from_source(offset)
        return at, at + 1
