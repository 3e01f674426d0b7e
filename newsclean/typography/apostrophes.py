"""Apostrophes: the cost of the role of an apostrophe for a single mark at the end or the beginning of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.typography.scanner import SINGLE_MARKS, word_after, word_before

if TYPE_CHECKING:
    from newsclean.typography.apostrophe_words import ApostropheWords

NEVER = 40.0  # cost of a role that a mark cannot have: above any sum of costs that could win
_VOWELS = frozenset("aeiouyhàâäéèêëîïôöùûüœæáíóúì")


def apostrophe_costs(
    text: str, span: tuple[int, int], around: tuple[bool, bool], touches: tuple[bool, bool], words: ApostropheWords
) -> tuple[float, float, float, float, int]:
    """Return the costs that the words around a single mark imply.

    Args:
        text: The paragraph.
        span: Start and end of the mark.
        around: Whether a word stands before, and after the mark.
        touches: Whether another mark stands directly before, and directly after it.
        words: The words of the language that take apostrophes.

    Returns:
        The cost of the roles apostrophe and prime, what is added to the cost of opening and closing, and the number of
        spaces to remove after an apostrophe.

    >>> from newsclean.typography.apostrophe_words import apostrophe_words
    >>> apostrophe_costs("un po' di", (5, 6), (True, False), (False, False), apostrophe_words("it"))[0]
    0.4
    """
    start, end = span
    word_before_it, word_after_it = around
    apostrophe, prime, opening, closing, join = NEVER, NEVER, 0.0, 0.0, 0
    if word_before_it and not touches[0] and (not word_after_it or touches[1]):
        apostrophe, closing, join = _final(text, start, end, words, touching=touches[1])
        opening = 6.0
        if text[start - 1].lower() in words.vowels and apostrophe > 2:
            prime = 2.0
    elif word_after_it and not (touches[0] and word_before_it):
        apostrophe, opening = _initial(text, end, words) if text[end : end + 1].isalnum() else (8.0, 0.0)
    elif word_before_it and word_after_it:
        apostrophe = 3.0
    if text[start] == "’":
        opening += 3.5
    if text[start] in "‘’" and "‘n’" in (text[start : end + 2], text[max(0, start - 2) : end]):
        prime = 0.1  # the name of a key, or an 'n' that is set by choice
    return apostrophe, prime, opening, closing, join


def _final(text: str, start: int, end: int, words: ApostropheWords, *, touching: bool) -> tuple[float, float, int]:
    """Return the cost of an apostrophe at a word's end, what is added to closing, and the number of spaces to remove."""
    word, follower = word_before(text, start), text[end : end + 1]
    if word in words.elisions and (touching or (follower and follower in '«“„‹([{€$£<"')):
        return 0.0, 6.0, 0
    if follower == " " and word in words.joins:
        at = end
        while at < len(text) and text[at] == " " and at - end < 4:
            at += 1
        if at < len(text) and (text[at].lower() in _VOWELS or text[at] in "«“"):
            return 0.4, 1.0, at - end
    if word in words.trailing:
        return 0.4, 0.0, 0
    if not word or word[-1].isdigit():
        return NEVER, 0.0, 0
    if words.endings and len(word) > 1 and word.endswith(words.endings):
        follows = follower == " " and text[end + 1 : end + 2].isalnum()  # a genitive wants its noun
        return 1.0 if follows else 3.0, 0.0, 0
    return words.dropped + (3.0 if follower in (",", ".", ";", ":") else 0.0), 0.0, 0


def _initial(text: str, end: int, words: ApostropheWords) -> tuple[float, float]:
    """Return the cost of an apostrophe at a word's beginning, and what is added to opening."""
    word = word_after(text, end)
    if word in words.leading:
        return (0.3, 3.0) if word == "n" and text[end + 1 : end + 2] in SINGLE_MARKS else (0.7, 2.5)
    if len(word) in (2, 3) and word[:2].isdigit() and word[2:] in ("", "s", "e", "r"):
        # `'90s` and `'90.` are decades; `'12 cups'` may be a quote
        return 0.7, 1.5 if not word[2:] and text[end + 2 : end + 3] in (" ", "-") else 3.0
    return 6.0, 0.0
