"""Quotes and apostrophes: from the roles of the marks to edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex
from newsclean.typography.glyphs import Setter, at_level, pair_for
from newsclean.typography.marks import CURLY_SINGLE, SINGLE, SINGLE_GUILLEMET, weigh
from newsclean.typography.orphans import OPENERS, covered
from newsclean.typography.pairs import APOSTROPHE, OPENING, roles
from newsclean.typography.scan import SPACES, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.evidence import Evidence
    from newsclean.typography.marks import Mark
    from newsclean.typography.plan import Plan, Raw

_PLUS = lazy_regex(r"(?<![\p{L}\p{N}+])\+(?=\p{L})[^+\n«»\"“”]{1,120}(?<=[\p{L}\p{N}.!?…])\+(?![\p{L}\p{N}+])")
_LEVELS = lazy_regex("[«»‹›“”„‘‚]")
_SINGLE_FAMILIES = frozenset({SINGLE, CURLY_SINGLE, SINGLE_GUILLEMET})


def undecided(text: str, plan: Plan) -> bool:
    """Is there any mark that asks for a decision wherever it stands?

    >>> from newsclean.typography.plan import make_plan
    >>> undecided('un "mot"', make_plan("fr-FR")), undecided("l’été", make_plan("fr-FR"))
    (True, False)
    """
    inner = plan.row.secondary if plan.row.force else ""
    found = False
    for mark in plan.loose:
        if mark in text:
            if mark not in inner:
                return True
            found = True
    return found and not _nested(text, plan.row.primary, inner)


def _nested(text: str, outer: str, inner: str) -> bool:
    """Are all marks of two levels in pairs, the inner ones inside the outer ones?

    >>> _nested("« un “mot” »", "«»", "“”"), _nested("un “mot”", "«»", "“”")
    (True, False)
    """
    marks = "".join(_LEVELS.findall(text)).replace(inner, "·")
    is_open = False
    for mark in marks:
        if is_open == (mark == outer[0]) or mark not in ("·", outer[1] if is_open else outer[0]):
            return False
        if mark != "·":
            is_open = not is_open
    return not is_open


def half_set(text: str, plan: Plan) -> bool:
    """Are there marks of the locale's own that lack a partner or a space?

    >>> from newsclean.typography.plan import make_plan
    >>> half_set("« l’été »", make_plan("fr-FR")), half_set("«\u00a0l’été\u00a0»", make_plan("fr-FR"))
    (True, False)
    """
    if plan.row.low_closer and "“" in text and text.count("„") != text.count("“"):
        return True
    if plan.words.joins and "’" in text and "’ " in text:
        return True
    if "«" not in text and "»" not in text:
        return False
    mode = plan.row.inner_mode
    if mode == "set":
        return _lacks_space(text, "«", 1, plan.inner) or _lacks_space(text, "»", -1, plan.inner)
    return mode == "keep" and (_lacks_space(text, "«", 1, "", " ") or _lacks_space(text, "»", -1, "", " "))


def _lacks_space(text: str, mark: str, side: int, want: str, other: str = "") -> bool:
    """Is there a mark with another neighbour on one side than the wanted one; or with `other`, when no one is wanted?"""
    at = text.find(mark)
    while at >= 0:
        beside = text[at + side : at + side + 1] if at + side >= 0 else ""
        if beside == other if other else beside != want:
            return True
        at = text.find(mark, at + 1)
    return False


def quote_edits(text: str, plan: Plan, evidence: Evidence) -> list[Raw]:
    """The edits that set the quotes and the apostrophes of a paragraph.

    Source: sections 1 and 2 of the rules.

    >>> from newsclean.typography.evidence import Evidence
    >>> from newsclean.typography.plan import make_plan
    >>> [e[:5] for e in quote_edits('un "mot"', make_plan("de-CH"), Evidence())]
    [(3, 4, '"', '«', 'quotes'), (7, 8, '"', '»', 'quotes')]
    """
    row = plan.row
    sure, spans = scan(text, row, plan.words)
    out: list[Raw] = [(at, at + 1, text[at], "’", "apostrophe", None) for at in sure]
    if not spans:
        return out
    marks = weigh(text, spans, row, plan.words)
    letters, partner = roles(marks)
    setter, outer = Setter(text, plan, evidence, out), list[str]()
    inner = covered(text, marks, letters, partner)
    for k, mark in enumerate(marks):
        other = partner[k]
        if other > k:
            pair = pair_for(mark, marks[other], [row.primary] if k in inner and not outer else outer, row, evidence)
            outer.append(pair)
            setter.opening(mark, pair, kept=mark.glyph + marks[other].glyph == pair)
        elif other >= 0:
            pair = outer.pop()
            setter.closing(mark, pair, kept=marks[other].glyph + mark.glyph == pair)
        elif letters[k] == APOSTROPHE:
            _set_apostrophe(text, mark, out)
        elif letters[k] == OPENING and not k and _runs_on(text, marks, partner):
            kept = mark.glyph in OPENERS
            setter.opening(mark, mark.glyph if kept else at_level(mark, [], row, evidence), kept=kept)
    if "+" in text:
        _agency(marks, partner, setter)
    if evidence.open_before:
        _close_last(marks, letters, partner, setter)
    return out


def _runs_on(text: str, marks: Sequence[Mark], partner: Sequence[int]) -> bool:
    """Does the first mark open a quote at the head of the paragraph that runs on into the next one?"""
    mark = marks[0]
    if mark.end >= len(text) or text[mark.end] in SPACES or text[: mark.start].strip():
        return False
    if mark.family in _SINGLE_FAMILIES:  # it may be a dropped letter
        return False
    # with another mark of the kind left over, who knows which of the two is at fault
    return not any(partner[j] < 0 and marks[j].family == mark.family for j in range(1, len(marks)))


def _set_apostrophe(text: str, mark: Mark, out: list[Raw]) -> None:
    end = mark.end + mark.join
    before = text[mark.start : end]
    if before != "’":
        out.append((mark.start, end, before, "’", "elision-space" if mark.glyph == "’" else "apostrophe", None))


def _agency(marks: Sequence[Mark], partner: Sequence[int], setter: Setter) -> None:
    """Inner quotes as the agencies' wires write them: `"le +mot+ juste"`; only inside a quote."""
    pluses = [match.span() for match in _PLUS.finditer(setter.text)]
    at = k = 0
    for i, mark in enumerate(marks):
        other = partner[i]
        if other < i or mark.start < at or k == len(pluses):
            continue
        at = marks[other].start
        outer = pair_for(mark, marks[other], [], setter.plan.row, setter.evidence)
        inner = at_level(mark, [outer], setter.plan.row, setter.evidence)
        while k < len(pluses) and pluses[k][0] < at:
            start, end = pluses[k]
            if start >= mark.end and end <= at:
                setter.out += [
                    (start, start + 1, "+", inner[0], "quotes", None),
                    (end - 1, end, "+", inner[1], "quotes", None),
                ]
            k += 1


def _close_last(marks: Sequence[Mark], letters: str, partner: Sequence[int], setter: Setter) -> None:
    """The closing mark of a quote that an earlier paragraph opened: the last mark, and the only one left over."""
    alone = [k for k, role in enumerate(letters) if role in "LO" and partner[k] < 0]
    if len(alone) != 1 or alone[0] != len(marks) - 1:
        return
    mark = marks[-1]
    if mark.family in _SINGLE_FAMILIES or mark.closing > 1 or mark.glyph in "«»“”„":
        return
    setter.closing(mark, at_level(mark, [], setter.plan.row, setter.evidence), kept=False)
