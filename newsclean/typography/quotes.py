"""Quotes and apostrophes: from the roles of the marks to edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from newsclean.typography.marks import CURLY_SINGLE, SINGLE, SINGLE_GUILLEMET, SPACES, tokens, weigh
from newsclean.typography.pairs import APOSTROPHE, OPENING, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.evidence import Evidence
    from newsclean.typography.lexicon import Lexicon
    from newsclean.typography.locales import Locale
    from newsclean.typography.marks import Mark
    from newsclean.typography.plan import Plan, Raw

_LETTER = r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{M}]"
_BETWEEN = {  # by whether the locale has marks, and whether ʼ may stand for an apostrophe
    True: regex.compile(rf"(?<={_LETTER})['‘`´‛′＇](?={_LETTER}|\d)|(?<=\d)['‘`´‛′＇](?={_LETTER})"),
    False: regex.compile(rf"(?<={_LETTER})['＇](?={_LETTER})"),
}
_MODIFIER = regex.compile(r"(?<=(?!ʼ)\p{Latin})ʼ(?=(?!ʼ)\p{Latin})")
_OKINA = regex.compile(r"(?i:hawai|o|mo|moloka|lana|kaua|ni|qur|ka)")  # ‘ is a letter in Hawaiian and in transcribed Arabic
_TYPOGRAPHIC = frozenset({"«»", "»«", "‹›", "›‹", "“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’"})
_LEVELS = ("primary", "secondary", "third")


def apostrophes(text: str, row: Locale) -> list[Raw]:
    """Apostrophes between letters.

    Source: section 2 of the rules: any mark used as an apostrophe between two letters is U+2019; ʼ stays where it is a letter.

    >>> from newsclean.typography.locales import locale_row
    >>> apostrophes("l'été", locale_row("fr"))
    [(1, 2, "'", '’', 'apostrophe', None)]
    """
    out: list[Raw] = []
    for match in _BETWEEN[row.marks].finditer(text):
        at = match.start()
        mark = text[at]
        if mark == "‘" and row.language == "en" and _OKINA.fullmatch(text[max(0, at - 6) : at].rpartition(" ")[2]):
            continue
        out.append((at, at + 1, mark, "’", "apostrophe", None))
    if row.modifier and "ʼ" in text:
        out += [(m.start(), m.end(), "ʼ", "’", "apostrophe", None) for m in _MODIFIER.finditer(text)]
    return out


def undecided(text: str, plan: Plan) -> bool:
    """Is there any mark that asks for a decision?

    >>> from newsclean.typography.plan import make_plan
    >>> undecided("« l’été »", make_plan("fr-FR")), undecided("«\u00a0l’été\u00a0»", make_plan("fr-FR"))
    (True, False)
    """
    for mark in plan.loose:
        if mark in text:
            return True
    if plan.row.low_closer and text.count("„") != text.count("“"):
        return True
    if "’ " in text and plan.words.joins:
        return True
    if "«" not in text and "»" not in text:
        return False
    mode = plan.row.inner_mode
    if mode == "set":
        return text.count("«") != text.count(plan.opened) or text.count("»") != text.count(plan.closed)
    return mode == "keep" and ("« " in text or " »" in text)


def quote_edits(text: str, plan: Plan, evidence: Evidence) -> list[Raw]:
    """The edits that set the quotes of a paragraph and the apostrophes at the ends of words.

    Source: sections 1 and 2 of the rules.

    >>> from newsclean.typography.evidence import Evidence
    >>> from newsclean.typography.plan import make_plan
    >>> [e[:5] for e in quote_edits('un "mot"', make_plan("de-CH"), Evidence())]
    [(3, 4, '"', '«', 'quotes'), (7, 8, '"', '»', 'quotes')]
    """
    row, words = plan.row, plan.words
    spans = tokens(text, words)
    if not spans:
        return []
    marks = weigh(text, spans, row, words)
    letters, partner = roles(marks)
    out: list[Raw] = []
    open_pairs: list[str] = []
    for k, mark in enumerate(marks):
        other = partner[k]
        if other > k:
            pair = _pair(mark, marks[other], open_pairs, row, evidence)
            open_pairs.append(pair)
            _set_opening(text, mark, pair, plan, evidence, kept=_kept(mark, marks[other], pair), out=out)
        elif other >= 0:
            pair = open_pairs.pop()
            _set_closing(text, mark, pair, plan, evidence, kept=_kept(marks[other], mark, pair), out=out)
        elif letters[k] == APOSTROPHE:
            _set_apostrophe(text, mark, out)
        elif letters[k] == OPENING and _head(text, mark, k, marks, partner):
            pair = _at_level(mark, [], row, evidence)
            kept = mark.glyph in _OPENERS
            _set_opening(text, mark, mark.glyph if kept else pair, plan, evidence, kept=kept, out=out)
    if evidence.open_before:
        _close_last(text, marks, letters, partner, plan, evidence, out)
    return out


_OPENERS = frozenset("«“„‘‚‹»›")


def _head(text: str, mark: Mark, k: int, marks: Sequence[Mark], partner: Sequence[int]) -> bool:
    """A quote that opens at the head of the paragraph and runs on into the next one."""
    if k or mark.end >= len(text) or text[mark.end] in SPACES or not text[: mark.start].strip() == "":
        return False
    single = mark.family in (SINGLE, CURLY_SINGLE, SINGLE_GUILLEMET)
    # a lone single mark may be a dropped letter; and with another mark left over, who knows which one is at fault
    return not single and not any(partner[j] < 0 and marks[j].family == mark.family for j in range(1, len(marks)))


def _kept(opening: Mark, closing: Mark, pair: str) -> bool:
    return opening.glyph + closing.glyph == pair


def _pair(opening: Mark, closing: Mark, outer: Sequence[str], row: Locale, evidence: Evidence) -> str:
    """The glyphs of a pair at its level."""
    found = opening.glyph + closing.glyph
    if found in _TYPOGRAPHIC:
        if not row.force or found in (row.keep_inner if outer else row.keep):
            return found
    return _at_level(opening, outer, row, evidence)


def _at_level(opening: Mark, outer: Sequence[str], row: Locale, evidence: Evidence) -> str:
    if row.strokes:
        return "‘’" if opening.family in (SINGLE, CURLY_SINGLE) else "“”"
    levels = (evidence.primary or row.primary, row.secondary, row.third)
    if not outer:
        return levels[0]
    if len(outer) == 1 and outer[0] == row.primary == levels[0]:
        return levels[1]
    return next((pair for pair in (*levels, row.primary) if pair not in outer), levels[1])


def _inner(pair: str, plan: Plan, evidence: Evidence) -> str | None:
    """The space inside a pair; None leaves what is there."""
    if pair[0] not in "«":
        return ""
    mode = plan.row.inner_mode
    if mode == "set" or (mode == "keep" and evidence.spaced):
        return plan.inner
    return ""


def _set_opening(text: str, mark: Mark, pair: str, plan: Plan, evidence: Evidence, *, kept: bool, out: list[Raw]) -> None:
    end = mark.end
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    before = text[mark.start : end]
    space = text[mark.end : end]
    after = pair[0] + _space_for(space, pair, plan, evidence, kept=kept)
    if before != after and end < len(text):
        _add(out, mark.start, mark.end, end, text, after, opening=True)


def _set_closing(text: str, mark: Mark, pair: str, plan: Plan, evidence: Evidence, *, kept: bool, out: list[Raw]) -> None:
    start = mark.start
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    before = text[start : mark.end]
    space = text[start : mark.start]
    after = _space_for(space, pair, plan, evidence, kept=kept) + pair[1]
    if before != after:
        _add(out, start, mark.start, mark.end, text, after, opening=False)


_BLANKS = " \u00a0\u202f\u2009"


def _space_for(space: str, pair: str, plan: Plan, evidence: Evidence, *, kept: bool) -> str:
    """What stands between a mark and its content."""
    if kept and pair == "«»":
        mode = plan.row.inner_mode
        if mode == "set":
            return plan.inner
        if mode == "keep":
            return plan.inner if space else ""
        return space
    if kept:
        return space
    return _inner(pair, plan, evidence) or ""


def _add(out: list[Raw], start: int, middle: int, end: int, text: str, after: str, *, opening: bool) -> None:
    """One edit, cut down to what changes: the mark, the space, or both."""
    before = text[start:end]
    glyph = before[: middle - start] if opening else before[middle - start :]
    same_glyph = after[:1] == glyph if opening else after[-1:] == glyph
    if not same_glyph:
        out.append((start, end, before, after, "quotes", None))
    elif opening:
        out.append((middle, end, text[middle:end], after[1:], "quote-space", None))
    else:
        out.append((start, middle, text[start:middle], after[:-1], "quote-space", None))


def _set_apostrophe(text: str, mark: Mark, out: list[Raw]) -> None:
    end = mark.end + mark.join
    before = text[mark.start : end]
    if before != "’":
        rule = "elision-space" if mark.glyph == "’" else "apostrophe"
        out.append((mark.start, end, before, "’", rule, None))


def _close_last(
    text: str, marks: Sequence[Mark], letters: str, partner: Sequence[int], plan: Plan, evidence: Evidence, out: list[Raw]
) -> None:
    """The closing mark of a quote that an earlier paragraph opened: the last mark, the only one left over, with nothing but stops after it."""
    alone = [k for k, role in enumerate(letters) if role in "LO" and partner[k] < 0]
    if len(alone) != 1 or alone[0] != len(marks) - 1:
        return
    mark = marks[alone[0]]
    if mark.family in (SINGLE, CURLY_SINGLE, SINGLE_GUILLEMET) or mark.closing > 1 or mark.glyph in "«»“”„":
        return
    pair = _at_level(mark, [], plan.row, evidence)
    _set_closing(text, mark, pair, plan, evidence, kept=False, out=out)


def words_of(row: Locale) -> Lexicon:
    """The lexicon of a row's language."""
    from newsclean.typography.lexicon import lexicon

    return lexicon(row.language)
