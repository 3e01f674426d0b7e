"""Scanner: where the quote-like characters of a text are, and which of them are certainly apostrophes.

Single characters are searched with `str.find`, which costs next to nothing for those that do not occur.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.typography.apostrophe_words import ApostropheWords
    from newsclean.typography.locales import Locale

_MAX_WORD = 30  # characters before or after a mark that are read as its word
SPACES = " \u00a0\u202f\u2009\t\n\u2007\u2002\u2003\u2005\u2006\u2008\u200a\u3000\r\v\f\u2028\u2029\x85"
SINGLE_MARKS = frozenset("'’‘´`ʼ′‛＇")
_QUOTE_CHARS = "'’\"«»“”„‘`´‚‹›ʼ′″‛‟＂＇"
_DIGRAPHS = ("<<", ">>", ",,")
_REPEATABLE = frozenset("'’‘´`‚")


def is_letter(char: str) -> bool:
    """Return True for a letter of a script that writes apostrophes, and for a combining mark, but not for ʼ and its like.

    >>> is_letter("é"), is_letter("ג"), is_letter("ʼ")
    (True, False, False)
    """
    if char < "\u02b0":
        return char.isalpha()
    if char < "\u0370":
        return char >= "\u0300"
    if char < "\u0590":
        return char.isalpha()
    return (
        "\u1e00" <= char < "\u2000" or "\u10a0" <= char < "\u1100" or "\uff21" <= char < "\uff5b"
    ) and char.isalpha()


def word_before(text: str, at: int) -> str:
    """Return the letters and digits directly before an offset, in lower case, at most 30.

    >>> word_before("il dit L'", 8)
    'l'
    """
    start, stop = at, max(0, at - _MAX_WORD)
    while start > stop and (text[start - 1].isalnum() or "\u0300" <= text[start - 1] < "\u0370"):
        start -= 1
    return text[start:at].lower()


def word_after(text: str, at: int) -> str:
    """Return the letters and digits from an offset on, in lower case, at most 30.

    >>> word_after("'tis so", 1)
    'tis'
    """
    end, stop = at, min(len(text), at + _MAX_WORD)
    while end < stop and text[end].isalnum():
        end += 1
    return text[at:end].lower()


def _positions(text: str, row: Locale) -> list[int]:
    """Return the offsets of all quote-like characters, ascending."""
    positions: list[int] = []
    for mark in _QUOTE_CHARS if row.marks else "'＇":
        at = text.find(mark)
        while at >= 0:
            positions.append(at)
            at = text.find(mark, at + 1)
    if row.marks:
        for mark in _DIGRAPHS:
            at = text.find(mark) if mark[0] in text else -1
            while at >= 0:
                if _is_digraph(text, at, mark[0]):
                    positions.append(at)
                at = text.find(mark, at + 2)
    positions.sort()
    return positions


def _is_digraph(text: str, at: int, char: str) -> bool:
    """Return True if two equal characters are one mark: no third one follows or precedes, and text follows `,,`."""
    if text[at - 1 : at] == char or text[at + 2 : at + 3] == char:
        return False
    return char != "," or text[at + 2 : at + 3] not in ("", *SPACES)


def find_quote_marks(text: str, row: Locale, words: ApostropheWords) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the offsets of certain apostrophes that are not ’ yet, and the spans of marks whose role is open.

    A mark between two letters is an apostrophe; ʼ stays where it is a letter. Two single marks after an elision are two
    marks (`d''eux'`), otherwise they are one double mark. Of three, the inner one closes first and opens last.

    Args:
        text: The paragraph.
        row: The locale; without `marks`, only apostrophes are found.
        words: The words of the language that take apostrophes.

    >>> from newsclean.typography.apostrophe_words import apostrophe_words
    >>> from newsclean.typography.locales import locale_row
    >>> find_quote_marks("l'un d''eux' ''mot''", locale_row("fr"), apostrophe_words("fr"))
    ([1], [(6, 7), (7, 8), (11, 12), (13, 15), (18, 20)])
    """
    positions, apostrophes, spans = _positions(text, row), [], []
    k, count, size = 0, len(positions), len(text)
    while k < count:
        at = positions[k]
        mark = text[at]
        k += 1
        if mark not in SINGLE_MARKS and mark != "‚":
            spans.append((at, at + 2 if mark in "<>," else at + 1))
            continue
        run = 1
        if mark in _REPEATABLE:
            while k < count and positions[k] == at + run and text[at + run] == mark:
                run, k = run + 1, k + 1
        if run > 1:
            spans += _run_spans(text, at, run, words)
            continue
        before, after = text[at - 1] if at else " ", text[at + 1] if at + 1 < size else " "
        if mark == "‚" or not after.isalnum() or not (before.isalnum() or "\u0300" <= before < "\u0370"):
            if row.marks:
                spans.append((at, at + 1))
        elif mark == "’":
            continue
        elif (mark == "'" and before < "ʰ" > after and before.isalpha() and after.isalpha()) or _is_apostrophe(
            text, at, before, after, row, words
        ):
            apostrophes.append(at)
    return apostrophes, spans


def _is_apostrophe(text: str, at: int, before: str, after: str, row: Locale, words: ApostropheWords) -> bool:
    """Return True if a mark between two letters, or a letter and a digit, is an apostrophe that is not ’ yet."""
    left, right = is_letter(before), is_letter(after)
    if not row.marks:
        return left and right
    if text[at] == "ʼ":
        return row.modifier and left and right and before < "\u0370" and after < "\u0370"
    if text[at] == "‘" and word_before(text, at) in words.okina_words:
        return False
    return (left and (right or after.isdigit())) or (right and before.isdigit())


def _run_spans(text: str, at: int, run: int, words: ApostropheWords) -> list[tuple[int, int]]:
    """Return the spans of marks in a run of equal single characters."""
    end = at + run
    follows = text[end : end + 2].lstrip()[:1]  # a stray space may stand inside the quote
    if run == 2 and follows.isalnum() and word_before(text, at) in words.elisions:
        return [(at, at + 1), (at + 1, end)]
    if run == 3:
        middle = at + 1 if at and text[at - 1] not in SPACES else at + 2
        return [(at, middle), (middle, end)]
    spans = [(k, k + 2) for k in range(at, end - 1, 2)]
    return [*spans, (end - 1, end)] if run % 2 else spans
