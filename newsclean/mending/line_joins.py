"""Two neighbouring lines: were they one sentence, and how sure is that?"""

from __future__ import annotations

from enum import IntEnum

from newsclean.mending.line_ends import PROSE, STOPS, goes_on, is_listed, is_spread
from newsclean.mending.words import words
from newsclean.patterns import lazy_regex


class Seam(IntEnum):
    """How sure it is that two lines were one sentence: not at all, by both together, by the marks at the edge alone."""

    NONE = 0
    WEAK = 1
    SURE = 2


SHORT = 60  # characters: what a link inside a sentence holds
_GOES_ON = lazy_regex(
    r"[,.)](?:\s['\"«“„]?\s?\p{L}|\s?$)|[»”](?:\s?[,.]|\s[\p{Ll}(]|$)|[?!:;]\s\p{Ll}|[?!](?:\s?«?\s?$|\s\p{Lu}\p{Ll}{0,20}\s)"
)
_CLOSED_BY = {")": "(", "»": "«", "”": "“"}
_OPEN = lazy_regex(r"(?:(?:^|[\s(])[«“„(\[]|(?<![\p{L}'’])(?:[ldnjmtscLDNJMTSC]|[qQ]u|lorsqu|puisqu|jusqu)['’])$")
_LETTER = lazy_regex(r"(?<![\p{L}\p{N}'’.]|\p{N}\s)[bcdfghjklmnpqrstvwxz]$")
_CAPITAL = lazy_regex(r"(?<!\p{L})\p{Lu}$")
EDGES = frozenset(",.;:?!)»”")
_OPENERS = frozenset("«“„(['’")
_WORDS = 5


def may_seam(left: str, right: str, ends: frozenset[str] = frozenset()) -> bool:
    """The cheap question, asked of every pair of lines: is there anything to look at?

    Arguments: `ends` are the words that end no sentence.

    >>> may_seam("Il l'a dit.", "Elle aussi."), may_seam("Il l'a", "dit.")
    (False, True)
    """
    first = right[0]
    if first.islower() or first in EDGES or left[-1] in _OPENERS or right in _OPENERS:
        return True
    return left[-1].islower() and _last_word(left) in ends


def seam(left: str, right: str, language: str | None = None) -> Seam:
    """How sure it is that `right` goes on where `left` breaks off, by their edges.

    >>> seam("Le maire l'a dit au", "journal local.", "fr"), seam("« Non »", ", a dit le maire au conseil.")
    (<Seam.SURE: 2>, <Seam.SURE: 2>)
    >>> seam("Deux œufs", "du sel")
    <Seam.NONE: 0>
    """
    if is_listed(right) or left[-1] in ":;" or right.startswith(("...", "…", ". . .")):
        return Seam.NONE
    if right in _OPENERS:
        return Seam.SURE if left[-1] not in STOPS else Seam.NONE
    opened = right[0].isalnum() and _OPEN.search(left[-12:])
    if opened or _continues(left, right) or is_torn(left, right):
        return Seam.SURE
    if _CAPITAL.search(left[-3:]):
        return Seam.NONE
    if _reaches(left, right, language):
        return Seam.SURE
    return Seam.WEAK if _weak(left, right) else Seam.NONE


def _continues(left: str, right: str) -> bool:
    """Does the line begin with a mark that closes what stands before it?"""
    first = right[0]
    if first not in EDGES or left[-1] in STOPS or left[-1] in ",:;" or not _GOES_ON.match(right):
        return False
    opener = _CLOSED_BY.get(first)
    return opener is None or left.count(opener) > left.count(first)


def is_torn(left: str, right: str) -> bool:
    """Does the line end with the first letter of a word that goes on in the next line?

    >>> is_torn("Elle l'a écrit dans l", "e journal"), is_torn("Il a sauté 8 m", "et gagné")
    (True, False)
    """
    return right[0].islower() and _LETTER.search(left[-3:]) is not None


def _last_word(left: str) -> str:
    word = left[left.rfind(" ") + 1 :]
    return word.replace("’", "'").lower() if word == left or "’" in word else word


def _reaches(left: str, right: str, language: str | None) -> bool:
    """Does the line need another word, and does the next one begin with it?"""
    first, word = right[0], _last_word(left)
    if left.endswith(" la une") or not (first.islower() or first.isdigit() or first.isupper()):
        return False
    if word in words("unfinished", language):
        return not right[:_WORDS].isupper()
    return word in words("linking", language) and not first.isupper()


def _weak(left: str, right: str) -> bool:
    """Do both lines together read as one: the one breaks off, the other begins small, and one of them is prose?"""
    if not goes_on(right) or left[0].islower() or is_listed(left):
        return False
    if not (left[-1].islower() or left[-1] in ',)"»”'):
        return False
    if left[-1] in ')"»”,' and (left[-2:-1] in STOPS or (len(left) < SHORT and len(right) < PROSE)):
        return False
    stops = right[-1] in STOPS
    if len(left) >= PROSE and is_spread(left) and (stops or len(right) >= SHORT):
        return True
    return (len(right) >= PROSE and stops) or (len(right) >= SHORT and is_spread(right))
