"""The unified diff of an article, read from its edits: the cost is linear, however long the text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from newsclean.article import Article

CONTEXT = 3


class Change(NamedTuple):
    """Lines `old` of the source that became lines `new` of the text, each as (first, end)."""

    old: tuple[int, int]
    new: tuple[int, int]


def diff(article: Article, name: str | None = None) -> str:
    """A unified diff from the source to the text, line by line; `name` is a file name for its header.

    >>> from newsclean import analyze
    >>> print(diff(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")), end="")
    --- source
    +++ text
    @@ -1,2 +1 @@
     Le conseil a voté le budget de la ville lundi soir.
    -Partager
    """
    header = ("source", "text") if name is None else (f"{name}\tsource", f"{name}\ttext")
    old, new = article.source.splitlines(), article.text.splitlines()
    hunks = list(_hunks(changes(article), len(old)))
    if not hunks:
        return ""
    lines = [f"--- {header[0]}", f"+++ {header[1]}"]
    for hunk in hunks:
        lines.extend(_lines(hunk, old, new))
    return "".join(f"{line}\n" for line in lines)


def changes(article: Article) -> Iterator[Change]:
    """What differs between the lines of the source and those of the text, in order."""
    new = _starts(article.text)
    i = j = 0
    for old_line, new_line in _same(article, new):
        if (i, j) != (old_line, new_line):
            yield Change((i, old_line), (j, new_line))
        i, j = old_line + 1, new_line + 1
    ends = len(article.source.splitlines()), len(article.text.splitlines())
    if (i, j) != ends:
        yield Change((i, ends[0]), (j, ends[1]))


def _same(article: Article, new: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of lines that no edit touches and that are a whole line on both sides."""
    text = article.text.splitlines()
    edits, k, shift, at, reached = article.edits, 0, 0, 0, 0
    for number, full in enumerate(article.source.splitlines(keepends=True)):
        line = full.splitlines()[0]
        start, at = at, at + len(full)
        while k < len(edits) and edits[k].end <= start:
            shift += len(edits[k].after) - len(edits[k].before)
            k += 1
        if k < len(edits) and edits[k].start < start + len(line):
            continue
        there = bisect.bisect_right(new, start + shift) - 1
        if reached <= there < len(text) and new[there] == start + shift and text[there] == line:
            reached = there + 1
            yield number, there


def _starts(text: str) -> list[int]:
    return list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))


def _hunks(found: Iterable[Change], lines: int) -> Iterator[tuple[list[Change], int, int]]:
    """Changes that stand close together, with the first and the end of the source lines to show."""
    group: list[Change] = []
    for change in found:
        if group and change.old[0] - group[-1].old[1] > 2 * CONTEXT:
            yield group, max(0, group[0].old[0] - CONTEXT), group[-1].old[1] + CONTEXT
            group = []
        group.append(change)
    if group:
        yield group, max(0, group[0].old[0] - CONTEXT), min(lines, group[-1].old[1] + CONTEXT)


def _lines(hunk: tuple[list[Change], int, int], old: list[str], new: list[str]) -> Iterator[str]:
    group, first, end = hunk
    before, after = group[0].old[0] - first, end - group[-1].old[1]
    there = group[0].new[0] - before, group[-1].new[1] + after
    yield f"@@ -{_range(first, end)} +{_range(*there)} @@"
    at = first
    for change in group:
        yield from (f" {line}" for line in old[at : change.old[0]])
        yield from (f"-{line}" for line in old[slice(*change.old)])
        yield from (f"+{line}" for line in new[slice(*change.new)])
        at = change.old[1]
    yield from (f" {line}" for line in old[at:end])


def _range(first: int, end: int) -> str:
    length = end - first
    return str(first + 1) if length == 1 else f"{first + 1 if length else first},{length}"
