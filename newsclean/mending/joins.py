"""Lines that were one: which lines of a text are joined with the line before them.

Theory. A scraper breaks lines in three ways, and each leaves other traces:

* **Shattered sentences.** An extractor puts the text of every inline tag on a line of its own ("selon le", "Courrier du
  Lac", ", qui cite le syndic."). `line_joins` grades every pair of neighbouring lines by their edges (`JoinConfidence`).
  Neighbouring candidates then form a group, and a group is joined only if it holds a sentence: a menu, a list of tags
  or a poem has broken edges, too, but no sentence in between.
* **Drop caps.** The first letter of an article stands on a line of its own (`drop_caps`).
* **Hard wraps.** Every line was cut at one width, as in a mail, a dump of lynx or a PDF. No pair of lines proves this; the text
  as a whole does, since every cut line has no room for the first word of the next one (`hard_wraps`). What the line breaker added
  goes with the line break: indentation, the `>` of a quoted mail, the hyphen of a broken word (`hyphens`).

Two lines with a blank line between them are never joined: what an author separated stays separate, and a text that was
cleaned before, whose blocks are all separated by blank lines, is returned as it is. A wrong join is worse than a missed
one, so that every doubt leaves the lines apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.mending.drop_caps import is_drop_cap
from newsclean.mending.hard_wraps import find_wrapped_lines
from newsclean.mending.hyphens import hyphens_to_remove, is_suspended
from newsclean.mending.line_breaks import MAX_WIDTH
from newsclean.mending.line_ends import BREAKS, PROSE, STOPS, is_code, starts_in_lower_case
from newsclean.mending.line_joins import EDGES, LINK_LENGTH, JoinConfidence, breaks_word, join_confidence, may_join
from newsclean.mending.physical_lines import quote_end
from newsclean.mending.words import words

SourceGap = Callable[[int], str]
_MIN_SPACES = 5  # in a line that counts as a sentence: no row of menu words has as many
_SHORTEST_WRAPPED = 15  # characters; a narrower column is not looked for
_SHORTEST_PAIRED = 3  # characters; a shorter line may be a drop cap and is always a candidate


class Join(NamedTuple):
    """How a line is joined with the line before it.

    Attributes:
        glue: What is put between the two: "" or a space.
        before: Number of characters that are removed at the end of the line before: a hyphen.
        after: Number of characters that are removed at the beginning of the line: the mark of a quoted mail.
    """

    glue: str = " "
    before: int = 0
    after: int = 0


def find_joins(lines: Sequence[str], gap: SourceGap, language: str | None = None) -> dict[int, Join]:
    r"""Return the lines that continue the line before them.

    Args:
        lines: The lines of one text.
        gap: Returns what stands in the source between the line with the given index and the line before it, for the first line what
            stands before it; "" if the two must not be joined.
        language: Language code; it selects the words that end no sentence. None: no such words.

    Returns:
        The index of each line to join with the line before it, and how.

    >>> find_joins(["Il l'a dit au", "Temps", ", qui l'a publié jeudi avec une photo de la maison et un plan du jardin."], lambda n: "\n", "fr")
    {1: Join(glue=' ', before=0, after=0), 2: Join(glue='', before=0, after=0)}
    """
    candidates, may_wrap, ends = [], False, words("unfinished", language)
    seen: dict[tuple[str, str], bool] = {}
    for n, (left, right) in enumerate(pairwise(lines), 1):
        if not left or not right:
            continue
        first = right[0]
        if first == ">":
            may_wrap = may_wrap or left[0] == ">"
            continue
        if left[-1] in STOPS and first not in EDGES and not first.islower():
            continue
        may_wrap = may_wrap or (first.islower() and _SHORTEST_WRAPPED < len(left) <= MAX_WIDTH)
        pair = left, right
        if pair not in seen:  # menus have the same pairs again and again
            seen[pair] = may_join(left, right, ends) or len(left) < _SHORTEST_PAIRED
        if seen[pair]:
            candidates.append(n)
    linking = words("linking", language)
    wrapped = find_wrapped_lines(lines, gap, ends | linking, words("opening", language)) if may_wrap else []
    found = _wrap_joins(lines, wrapped, language) if wrapped else {}
    torn = [n for n in candidates if n not in found and _is_break(gap(n))]
    for n, glue in (_shattered(lines, torn, gap, language) if torn else {}).items():
        found[n] = Join("" if lines[n - 1][-1] in "-\u00ad" else glue)
    return found


def _wrap_joins(lines: Sequence[str], wrapped: Sequence[int], language: str | None) -> dict[int, Join]:
    """Return the joins of wrapped lines; the marks of a mail and the hyphens of broken words go."""
    starts = {n: quote_end(lines[n]) for n in wrapped}
    bodies = (
        [line[starts[n] :] if n in starts else line for n, line in enumerate(lines)] if any(starts.values()) else lines
    )
    removed = hyphens_to_remove(bodies, wrapped, language)
    out = {}
    for n in wrapped:
        hyphen = n in removed
        joined = (hyphen and not is_suspended(bodies[n], language)) or breaks_word(lines[n - 1], bodies[n])
        glue = "" if joined else " "
        out[n] = Join(glue, int(removed.get(n, False) and not glue), starts[n])
    return out


def _is_break(gap: str) -> bool:
    """Return True if a gap is one line break, with or without spaces around it."""
    return gap.strip(" \t\u00a0\u202f") in BREAKS


def _shattered(lines: Sequence[str], torn: Sequence[int], gap: SourceGap, language: str | None) -> dict[int, str]:
    """Return the candidates that remain after a look at the neighbours of each."""
    strength: dict[int, JoinConfidence] = {}
    caps = {n for n in torn if is_drop_cap(lines[n - 1], lines[n])}
    for n in torn:
        strength[n] = JoinConfidence.SURE if n in caps else join_confidence(lines[n - 1], lines[n], language)
    for n in [n for n in strength if strength[n] is JoinConfidence.SURE]:
        _join_link(lines, n, strength, gap)
    out: dict[int, str] = {}
    for group in _groups(lines, strength):
        together = [lines[group[0] - 1], *(lines[n] for n in group)]
        if any(map(is_code, together)) or not _holds_sentence(together):
            continue
        for n in group:
            broken = n in caps or breaks_word(lines[n - 1], lines[n])
            out[n] = "" if broken else _glue(lines[n - 1], lines[n], gap(n))
    return out


def _join_link(lines: Sequence[str], n: int, strength: dict[int, JoinConfidence], gap: SourceGap) -> None:
    """Join a short line that `lines[n]` continues with the line before it too, if that one breaks off: it was a link."""
    if (
        n < 2
        or strength.get(n - 1, JoinConfidence.NONE) is JoinConfidence.SURE
        or len(lines[n - 1]) >= LINK_LENGTH
        or n - 2 in strength
    ):
        return
    left = lines[n - 2]
    if not left or lines[n][0] not in ",.)" or not left[-1].islower() or len(left) < PROSE or left[0].islower():
        return
    if left.count(". ") and _is_break(gap(n - 1)) and not lines[n - 1].endswith(tuple(STOPS)):
        strength[n - 1] = JoinConfidence.SURE


def _groups(lines: Sequence[str], strength: dict[int, JoinConfidence]) -> list[list[int]]:
    """Return runs of consecutive candidates; a weak one counts beside a sure one, or alone."""
    groups: list[list[int]] = []
    for n in sorted(strength):
        confidence = strength[n]
        behind = bool(groups) and groups[-1][-1] == n - 1
        if confidence is JoinConfidence.NONE and not (behind and _continues_torn_sentence(lines[n - 1], lines[n])):
            continue
        if (
            confidence is JoinConfidence.WEAK
            and not behind
            and n + 1 in strength
            and strength[n + 1] is not JoinConfidence.SURE
            and starts_in_lower_case(lines[n + 1])
        ):
            continue  # three lines that begin small are a list
        if behind:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _continues_torn_sentence(left: str, right: str) -> bool:
    """Return True if the next piece of a sentence that is known to be torn continues it."""
    return (left[-1].isalnum() or left[-1] in "»”") and starts_in_lower_case(right) and len(left) < LINK_LENGTH


def _holds_sentence(lines: Sequence[str]) -> bool:
    """Return True if a sentence is among the lines: then they are no menu, tags or verses."""
    return any(len(line) >= LINK_LENGTH and line.count(" ") >= _MIN_SPACES for line in lines)


def _glue(left: str, right: str, gap: str) -> str:
    """Return what stands between two joined lines: a space, or nothing beside marks that take none."""
    if right[0] in ",.)”" or left[-1] in "'’([„":
        return ""
    if right[0] in "»?!:;" or left[-1] in "«“":
        return " " if any(c in gap for c in " \u00a0\u202f") else ""
    return " "
