"""Hard-wrapped text: lines that were cut at one width, as in an e-mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclean.mending.line_ends import BREAKS, STOPS, is_listed
from newsclean.patterns import lazy_regex

NARROW, WIDE = 55, 90  # characters of the longest line
LOOSE = 4  # line ends in mid-sentence that a text needs before its width is believed
CUTS = 5
_FIRST = lazy_regex(r"\s*\S*")  # a repaired line may begin with a space
_TABLE = lazy_regex(r"\S\s{3,}\S|\t|\|")


def wraps(lines: Sequence[str], gap: Callable[[int], str]) -> list[int]:
    r"""The lines that go on in the line before them because a width ran out.

    Every line of a wrapped paragraph but the last has no room for the first word of the next line; verses, lists and rows have.

    >>> wraps(["Rosen", "Veilchen"], lambda n: "\n")
    []
    """
    runs = [run for run in _runs(lines, gap) if _may_wrap(lines, run)]
    width = max((len(lines[n]) for run in runs if len(run) > 2 for n in run), default=0)
    if not NARROW <= width <= WIDE:
        return []
    cuts = [n for run in runs for n in _cuts(lines, run, width)]
    if len(cuts) < CUTS:
        return []
    loose = sum(lines[n - 1][-1] not in STOPS for n in cuts)
    small = sum(lines[n][0].islower() for n in cuts)
    if loose < LOOSE or 10 * loose < 6 * len(cuts) or 10 * small < 4 * len(cuts):
        return []
    return cuts


def _runs(lines: Sequence[str], gap: Callable[[int], str]) -> Iterator[range]:
    """Stretches of lines without a blank line between them."""
    start = 0
    for n in range(1, len(lines) + 1):
        if n < len(lines) and len(lines[n - 1]) <= WIDE and len(lines[n]) <= WIDE and _near(gap(n)):
            continue
        if n - start > 1:
            yield range(start, n)
        start = n


def _near(gap: str) -> bool:
    return gap.strip(" \t") in BREAKS


def _may_wrap(lines: Sequence[str], run: range) -> bool:
    """Sentences, and no table, quotation of a mail or list among them?"""
    if any(not lines[n] or _TABLE.search(lines[n]) or is_listed(lines[n]) for n in run):
        return False
    return all(lines[n].count(" ") >= 4 for n in run[:-1])


def _cuts(lines: Sequence[str], run: range, width: int) -> list[int]:
    """The lines of a paragraph that go on; none at all when one line end cannot come from the width."""
    cuts = []
    for n in run[1:]:
        left, right = lines[n - 1], lines[n]
        if len(left) + 1 + len(_FIRST.match(right)[0]) > width:  # type: ignore[index]  # always matches
            cuts.append(n)
        elif left[-1] not in STOPS or right[0].islower():
            return []
    small = sum(lines[n][0].islower() for n in cuts)
    return cuts if small and (len(cuts) > 2 or small == len(cuts)) else []
