"""Edits record what was replaced, where, and by which rule, so that every change can be replayed, undone and explained.

A list of edits is sorted by `start`; their spans do not overlap, and no two insertions share a place. Offsets are code points of the
text before the edits. `apply` replays a list, `undo` reverses it, and `compose` merges two lists that were made one after the other, so
that a block always carries one list from its source to its text. `newsclean.offsets` maps offsets through a list.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from newsclean.patterns import lazy_regex

MAX_DIFF = 4_000  # characters; above, one edit covers all that differs, so that the cost stays linear
# pairs of equal words, one in each text; above, the same: difflib takes up to their number to the power of 1.5 steps (two seconds
# for 400 times the same word). 330 words between spaces, as many as MAX_DIFF lets through, make 110,000 pairs of spaces
MAX_PAIRS = 150_000
_TOKEN = lazy_regex(r"\w+|\s+|.", regex.S)


class Edit(NamedTuple):
    """One replacement: `text[start:end] == before` becomes `after`.

    Attributes:
        start: Offset of the first replaced character.
        end: Offset after the last replaced character.
        before: The text that is replaced; empty for an insertion.
        after: The text that replaces it; empty for a deletion.
        rule: The name of the rule that asked for the edit.
        label: The label of furniture or metadata that the edit removes from a paragraph, else None.

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
    """Return the text after the edits.

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
    """Return the text before the edits, from the text after them.

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
    """Yield the edits with their offsets shifted by a number of characters.

    >>> list(shifted([Edit(0, 1, "a", "b", "r")], 5))
    [Edit(start=5, end=6, before='a', after='b', rule='r', label=None)]
    """
    for start, end, before, after, rule, label in edits:
        yield Edit(start + by, end + by, before, after, rule, label)


def compose(source: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits of a source that have the effect of two lists, one after the other.

    Args:
        source: The text before all edits.
        first: Edits of `source`.
        second: Edits of `apply(source, first)`.

    >>> a = [Edit(0, 1, "a", "bb", "one")]
    >>> compose("ax", a, [Edit(1, 2, "b", "c", "two")])
    (Edit(start=0, end=1, before='a', after='bc', rule='one+two', label=None),)
    """
    if not first:
        return tuple(second)
    if not second:
        return tuple(first)
    middle, out, shift = apply(source, first), [], 0
    for low, high, earlier, later in _clusters(first, second):
        start = low - shift
        shift += sum(len(edit.after) - len(edit.before) for edit in earlier)
        end = high - shift
        after = apply(middle[low:high], shifted(later, -low))
        rules = "+".join(dict.fromkeys(edit.rule for edit in (*earlier, *later)))
        label = next((edit.label for edit in (*earlier, *later) if edit.label), None)
        if source[start:end] != after:
            out.append(Edit(start, end, source[start:end], after, rules, label))
    return tuple(out)


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit], list[Edit]]]:
    """Yield groups of edits that touch each other: start and end in the text between the lists, edits of the first, of the second."""
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
    """Return edits that turn one text into another, word by word.

    >>> [e[:4] for e in difference("un Ã©tÃ© froid", "un été froid", "mojibake")]
    [(3, 8, 'Ã©tÃ©', 'été')]
    """
    if before == after:
        return ()
    head = _common_prefix(before, after)
    tail = _common_prefix(before[head:][::-1], after[head:][::-1])
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
    seen = Counter(new)
    if sum(seen[token] for token in old) > MAX_PAIRS:
        yield Edit(0, len(before), before, after, rule)
        return
    at, done = 0, 0
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag != "equal":
            yield Edit(at, at + len(was), was, now, rule)
        at, done = at + len(was), done + len(now)


def _common_prefix(a: str, b: str) -> int:
    """Return the length of the common prefix, by binary search."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a.startswith(b[:middle]):
            low = middle
        else:
            high = middle - 1
    return low
