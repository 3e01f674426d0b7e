"""Scan: where the quote-like characters of a text are, and which of them are apostrophes beyond doubt.

Single characters are looked for with `str.find`, which costs next to nothing for those that do not occur.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.typography.lexicon import Lexicon
    from newsclean.typography.locales import Locale

SPACES = " \u00a0\u202f\u2009\t\n\u2007\u2002\u2003\u2005\u2006\u2008\u200a\u3000\r\v\f\u2028\u2029\x85"
SINGLES = frozenset("'’‘´`ʼ′‛＇")
_MARKS = "'’\"«»“”„‘`´‚‹›ʼ′″‛‟＂＇"
_DOUBLED = ("<<", ">>", ",,")
_PAIRED = frozenset("'’‘´`‚")
_OKINA = frozenset(
    {"hawai", "o", "moloka", "lana", "kaua", "ni", "qur", "ka", "sana"}
)  # ‘ is a letter of Hawaiian and of transcribed Arabic


def is_letter(char: str) -> bool:
    """A letter of a script that writes apostrophes, or a combining mark; ʼ and its kin are none.

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
    """The letters right before a place, in lower case, thirty at most.

    >>> word_before("il dit L'", 8)
    'l'
    """
    start, stop = at, max(0, at - 30)
    while start > stop and (text[start - 1].isalnum() or "\u0300" <= text[start - 1] < "\u0370"):
        start -= 1
    return text[start:at].lower()


def word_after(text: str, at: int) -> str:
    """The letters and digits from a place on, in lower case, thirty at most.

    >>> word_after("'tis so", 1)
    'tis'
    """
    end, stop = at, min(len(text), at + 30)
    while end < stop and text[end].isalnum():
        end += 1
    return text[at:end].lower()


def _places(text: str, row: Locale) -> list[int]:
    places: list[int] = []
    for mark in _MARKS if row.marks else "'＇":
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    if row.marks:
        for mark in _DOUBLED:
            at = text.find(mark) if mark[0] in text else -1
            while at >= 0:
                if _stands_alone(text, at, mark[0]):
                    places.append(at)
                at = text.find(mark, at + 2)
    places.sort()
    return places


def _stands_alone(text: str, at: int, char: str) -> bool:
    """Two of a kind, no third one, and something to quote after `,,`."""
    if text[at - 1 : at] == char or text[at + 2 : at + 3] == char:
        return False
    return char != "," or text[at + 2 : at + 3] not in ("", *SPACES)


def scan(text: str, row: Locale, words: Lexicon) -> tuple[list[int], list[tuple[int, int]]]:
    """Places of the marks that are apostrophes for sure but not ’ yet, and spans of those that want a decision.

    Two single marks after an elision are two: `d''eux'`. Of three, the inner one closes first and opens last.
    Source: section 2 of the rules: any mark between two letters is an apostrophe; ʼ stays where it is a letter.

    >>> from newsclean.typography.lexicon import lexicon
    >>> from newsclean.typography.locales import locale_row
    >>> scan("l'un d''eux' ''mot''", locale_row("fr"), lexicon("fr"))
    ([1], [(6, 7), (7, 8), (11, 12), (13, 15), (18, 20)])
    """
    places, sure, spans = _places(text, row), [], []
    k, count, size = 0, len(places), len(text)
    while k < count:
        at = places[k]
        mark = text[at]
        k += 1
        if mark not in SINGLES and mark != "‚":
            spans.append((at, at + 2 if mark in "<>," else at + 1))
            continue
        run = 1
        if mark in _PAIRED:
            while k < count and places[k] == at + run and text[at + run] == mark:
                run, k = run + 1, k + 1
        if run > 1:
            spans += _run(text, at, run, words)
            continue
        before, after = text[at - 1] if at else " ", text[at + 1] if at + 1 < size else " "
        if mark == "‚" or not after.isalnum() or not (before.isalnum() or "\u0300" <= before < "\u0370"):
            if row.marks:
                spans.append((at, at + 1))
        elif mark == "’":
            continue
        elif (mark == "'" and before < "ʰ" > after and before.isalpha() and after.isalpha()) or _between(
            text, at, before, after, row
        ):
            sure.append(at)
    return sure, spans


def _between(text: str, at: int, before: str, after: str, row: Locale) -> bool:
    """Is the mark between two letters, or a letter and a digit, an apostrophe that is not set as one?"""
    left, right = is_letter(before), is_letter(after)
    if not row.marks:
        return left and right
    if text[at] == "ʼ":
        return row.modifier and left and right and before < "\u0370" and after < "\u0370"
    if text[at] == "‘" and row.language == "en" and word_before(text, at) in _OKINA:
        return False
    return (left and (right or after.isdigit())) or (right and before.isdigit())


def _run(text: str, at: int, run: int, words: Lexicon) -> list[tuple[int, int]]:
    """Spans of several equal single marks in a row."""
    end = at + run
    follows = text[end : end + 2].lstrip()[:1]  # a stray space may stand inside the quote
    if run == 2 and follows.isalnum() and word_before(text, at) in words.elisions:
        return [(at, at + 1), (at + 1, end)]
    if run == 3:
        middle = at + 1 if at and text[at - 1] not in SPACES else at + 2
        return [(at, middle), (middle, end)]
    spans = [(k, k + 2) for k in range(at, end - 1, 2)]
    return [*spans, (end - 1, end)] if run % 2 else spans
