"""Looking for anchors: the words of a line by which the index finds the rules that can match it."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.normal_forms import TOKENS

EDGE = 80  # characters at both ends of a long line in which its first three words and the last are looked for


def edge_words(lower: str) -> tuple[list[str], list[str]]:
    """Return the first three words of a long line, and the last, without splitting all of it.

    Args:
        lower: The line in lower case.

    >>> edge_words("lire aussi sur notre site " + "et " * 60 + "ici")
    (['lire', 'aussi', 'sur'], ['ici'])
    """
    head, tail = TOKENS.findall(lower[:EDGE]), TOKENS.findall(lower[-EDGE:])
    if len(head) <= 3 or len(tail) <= 1:  # a word of these may have been cut
        head = tail = TOKENS.findall(lower)
    return head[:3], tail[-1:]


def present_anchors(anchors: Iterable[str], lower: str) -> list[str]:
    """Return the anchors that are words of their own in a line, as `TOKENS` would find them.

    >>> present_anchors(["cookies", "site"], "nos cookies, vos websites")
    ['cookies']
    """
    return [anchor for anchor in anchors if anchor in lower and is_word_in(anchor, lower)]


def is_word_in(anchor: str, lower: str) -> bool:
    """Return True if an anchor is a word of its own in a line.

    >>> is_word_in("site", "un site"), is_word_in("site", "un website")
    (True, False)
    """
    at = lower.find(anchor)
    while at >= 0:
        end = at + len(anchor)
        if not (_is_one_word(anchor[0], lower[at - 1 : at]) or _is_one_word(anchor[-1], lower[end : end + 1])):
            return True
        at = lower.find(anchor, at + 1)
    return False


def sign_of(anchor: str) -> str:
    """Return the sign in an anchor without which it need not be looked for, "" if it is all letters.

    >>> sign_of("window._ads"), sign_of("peut-être")
    ('.', '')
    """
    return next((sign for sign in anchor if not (sign.isalnum() or sign in " '-")), "")


def _is_one_word(inner: str, outer: str) -> bool:
    """Return True if two neighbouring characters are parts of one word."""
    return (inner.isalnum() or inner == "_") and (outer.isalnum() or outer == "_")
