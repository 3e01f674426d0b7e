"""Hard-wrapped text: lines that were cut at one width, as in an e-mail.

The test is that of a greedy line breaker run backwards: in a wrapped paragraph no line but the last has room for the first
word of the next line. Verses, lists and table rows have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclean.mending.line_ends import BREAKS, STOPS, is_list_item
from newsclean.patterns import lazy_regex

MIN_WIDTH, MAX_WIDTH = 55, 90  # characters of the longest line: the widths that mail programs and terminals wrap at
MIN_OPEN_ENDS = 4  # line ends in mid-sentence that a text needs before its width is believed
_MIN_CUTS = 5  # wrapped lines of a text; with fewer the width may be an accident
_MIN_SPACES = 4  # in every line but the last of a wrapped paragraph: shorter lines are verses or rows
_FIRST_WORD = lazy_regex(r"\s*\S*")  # a repaired line may begin with a space
_COLUMNS = lazy_regex(r"\S\s{3,}\S|\t|\|")


def find_wrapped_lines(lines: Sequence[str], gap: Callable[[int], str]) -> list[int]:
    r"""Return the indices of lines that continue the line before them because its width ran out.

    Args:
        lines: The lines of one text.
        gap: Returns what stands in the source before the line with the given index.

    >>> find_wrapped_lines(["Rosen", "Veilchen"], lambda n: "\n")
    []
    """
    runs = [run for run in _runs(lines, gap) if _may_wrap(lines, run)]
    width = max((len(lines[n]) for run in runs if len(run) > 2 for n in run), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return []
    cuts = [n for run in runs for n in _cuts(lines, run, width)]
    if len(cuts) < _MIN_CUTS:
        return []
    open_ends = sum(lines[n - 1][-1] not in STOPS for n in cuts)
    lower_case = sum(lines[n][0].islower() for n in cuts)
    if open_ends < MIN_OPEN_ENDS or 10 * open_ends < 6 * len(cuts) or 10 * lower_case < 4 * len(cuts):
        return []
    return cuts


def _runs(lines: Sequence[str], gap: Callable[[int], str]) -> Iterator[range]:
    """Yield stretches of two or more lines without a blank line between them."""
    start = 0
    for n in range(1, len(lines) + 1):
        if n < len(lines) and len(lines[n - 1]) <= MAX_WIDTH and len(lines[n]) <= MAX_WIDTH and _is_line_break(gap(n)):
            continue
        if n - start > 1:
            yield range(start, n)
        start = n


def _is_line_break(gap: str) -> bool:
    return gap.strip(" \t") in BREAKS


def _may_wrap(lines: Sequence[str], run: range) -> bool:
    """Return True if the lines can be wrapped prose: none is a table row, a quotation of a mail or a list item."""
    if any(not lines[n] or _COLUMNS.search(lines[n]) or is_list_item(lines[n]) for n in run):
        return False
    return all(lines[n].count(" ") >= _MIN_SPACES for n in run[:-1])


def _cuts(lines: Sequence[str], run: range, width: int) -> list[int]:
    """Return the lines of a paragraph that were cut; none if one line end cannot come from the width."""
    cuts = []
    for n in run[1:]:
        left, right = lines[n - 1], lines[n]
        if len(left) + 1 + len(_FIRST_WORD.match(right)[0]) > width:  # type: ignore[index]  # always matches
            cuts.append(n)
        elif left[-1] not in STOPS or right[0].islower():
            return []
    lower_case = sum(lines[n][0].islower() for n in cuts)
    return cuts if lower_case and (len(cuts) > 2 or lower_case == len(cuts)) else []
