"""Lines that were one: sentences that inline links and tags have shattered, a drop cap on its own line, hard-wrapped paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from newsclean.mending.drop_caps import is_drop_cap
from newsclean.mending.hard_wraps import LOOSE, NARROW, WIDE, wraps
from newsclean.mending.line_ends import BREAKS, PROSE, STOPS, goes_on, is_code
from newsclean.mending.line_joins import EDGES, SHORT, Seam, is_torn, may_seam, seam
from newsclean.mending.words import words

Gap = Callable[[int], str]
WORDS = 5
LAST_WORD = 20  # characters that a wrapped line may be short of the longest


def joins(lines: Sequence[str], gap: Gap, language: str | None = None) -> dict[int, str]:
    r"""Which lines go on in the line before them: the number of the line, and what parts the two when they are one.

    Only lines on consecutive lines of the source are joined, never across a blank line: what was parted on purpose stays parted,
    and a text that was cleaned already is not looked at again.
    Arguments: `gap` gives what the source has between the line of that number and the one before it; `language` tells
    which words end no sentence.

    >>> joins(["Il l'a dit au", "Temps", ", qui l'a publié jeudi avec une photo de la maison et un plan du jardin."], lambda n: "\n", "fr")
    {1: ' ', 2: ''}
    """
    near, loose, ends = [], 0, words("unfinished", language)
    known: dict[tuple[str, str], bool] = {}
    for n, (left, right) in enumerate(pairwise(lines), 1):
        if not left or not right:
            continue
        first = right[0]
        if left[-1] in STOPS and first not in EDGES and not first.islower():
            continue
        loose += len(left) + LAST_WORD > NARROW and len(left) <= WIDE
        pair = left, right
        if pair not in known:  # menus have the same pairs again and again
            known[pair] = may_seam(left, right, ends) or len(left) < 3
        if known[pair]:
            near.append(n)
    if not near:
        return {}
    found = dict.fromkeys(wraps(lines, gap), " ") if loose >= LOOSE else {}
    torn = [n for n in near if n not in found and _is_break(gap(n))]
    found |= _shattered(lines, torn, gap, language) if torn else {}
    for n in found:
        if lines[n - 1][-1] in "-\u00ad":
            found[n] = ""
    return found


def _is_break(gap: str) -> bool:
    return gap.strip(" \t\u00a0\u202f") in BREAKS


def _shattered(lines: Sequence[str], torn: Sequence[int], gap: Gap, language: str | None) -> dict[int, str]:
    """The torn places that stay after a look at the neighbours of each."""
    strength: dict[int, Seam] = {}
    caps = {n for n in torn if is_drop_cap(lines[n - 1], lines[n])}
    for n in torn:
        strength[n] = Seam.SURE if n in caps else seam(lines[n - 1], lines[n], language)
    for n in [n for n in strength if strength[n] is Seam.SURE]:
        _link(lines, n, strength, gap)
    out: dict[int, str] = {}
    for group in _groups(lines, strength):
        together = [lines[group[0] - 1], *(lines[n] for n in group)]
        if any(map(is_code, together)) or not _reads(together):
            continue
        for n in group:
            torn_word = n in caps or is_torn(lines[n - 1], lines[n])
            out[n] = "" if torn_word else _glue(lines[n - 1], lines[n], gap(n))
    return out


def _link(lines: Sequence[str], n: int, strength: dict[int, Seam], gap: Gap) -> None:
    """A short line that goes on behind, with a line before it that breaks off, is a link inside the sentence."""
    if n < 2 or strength.get(n - 1, Seam.NONE) is Seam.SURE or len(lines[n - 1]) >= SHORT or n - 2 in strength:
        return
    left = lines[n - 2]
    if not left or lines[n][0] not in ",.)" or not left[-1].islower() or len(left) < PROSE or left[0].islower():
        return
    if left.count(". ") and _is_break(gap(n - 1)) and not lines[n - 1].endswith(tuple(STOPS)):
        strength[n - 1] = Seam.SURE


def _groups(lines: Sequence[str], strength: dict[int, Seam]) -> list[list[int]]:
    """Runs of torn places one behind the other; a weak one counts beside a sure one, or alone."""
    groups: list[list[int]] = []
    for n in sorted(strength):
        known = strength[n]
        behind = bool(groups) and groups[-1][-1] == n - 1
        if known is Seam.NONE and not (behind and _trails(lines[n - 1], lines[n])):
            continue
        if (
            known is Seam.WEAK
            and not behind
            and n + 1 in strength
            and strength[n + 1] is not Seam.SURE
            and goes_on(lines[n + 1])
        ):
            continue  # three lines that begin small are a list
        if behind:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _trails(left: str, right: str) -> bool:
    """In a sentence that is torn already: does the next piece go on?"""
    return (left[-1].isalnum() or left[-1] in "»”") and goes_on(right) and len(left) < SHORT


def _reads(lines: Sequence[str]) -> bool:
    """Is there a sentence in what was torn, so that it is no row of menu words and tags, and no verses?"""
    return any(len(line) >= SHORT and line.count(" ") >= WORDS for line in lines)


def _glue(left: str, right: str, gap: str) -> str:
    if right[0] in ",.)”" or left[-1] in "'’([„":
        return ""
    if right[0] in "»?!:;" or left[-1] in "«“":
        return " " if any(c in gap for c in " \u00a0\u202f") else ""
    return " "
