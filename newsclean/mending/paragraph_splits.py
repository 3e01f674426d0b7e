"""Paragraphs that were glued without a space: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from newsclean.mending.words import words
from newsclean.patterns import lazy_re, lazy_regex

WORDS = 5  # words that stand on each side
FAR = 200  # characters in which these words stand
LONG = 20_000  # characters from the beginning of a line in which quotes are counted
NEAR = 45  # characters around a full stop that are looked at
_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽ"
_BEHIND = rf"[\"”»]?[{_CAPITAL}][a-zß-öø-ÿœ'’ ]"
_MAYBE = tuple((mark, lazy_re(re.escape(mark) + _BEHIND)) for mark in ".?!")
_STOP = lazy_re(rf"[.?!]([\"”»]?)(?=[{_CAPITAL}])")
_BEFORE = lazy_regex(r"([\p{L}\p{M}\p{N}'’-]{1,40}+)\s?[»”\")]{0,2}", regex.REVERSE)
_AFTER = lazy_regex(r"\p{Lu}\p{Ll}{0,30}+(?=['’\s,;]|:\s)")
_JOINT = lazy_re(r"['’-]")
_YEAR = lazy_regex(r"(?:19|20)\d\d")
_WORD = lazy_regex(r"\p{L}*\p{Ll}{2}")
_CODE = lazy_regex(r"[{}=;<>\\|]")
_STRETCH = lazy_regex(r"[./@_#]|www")


def may_part(text: str) -> bool:
    """The cheap question, asked of a whole text at once: is there a stop with a capital right behind it?

    >>> may_part("Il est venu.Elle aussi"), may_part("Il est venu. Elle aussi")
    (True, False)
    """
    # a pattern that begins with a plain character runs at the speed of a search for it
    return any(mark in text and pattern.search(text) for mark, pattern in _MAYBE)


def parts(text: str) -> list[int]:
    """Where a line is to be parted: the offsets at which a new paragraph begins.

    A word, a full stop and, without a space, a word that begins a sentence; addresses, names with dots, initials, abbreviations stay.

    >>> text = "Il en parle dans une vidéo sur YouTube.La parole se libère dans le canton de Vaud."
    >>> [text[at:] for at in parts(text)]
    ['La parole se libère dans le canton de Vaud.']
    >>> parts("Il a écrit ce programme en Node.Js avec deux amis, puis l'a mis sur le site Booking.Com hier.")
    []
    """
    if not may_part(text):
        return []
    out: list[int] = []
    for at in _places(text):
        start = out[-1] if out else 0
        before, behind = text.count(" ", max(start, at - FAR), at), text.count(" ", at, at + FAR)
        if before >= WORDS and behind >= WORDS:
            out.append(at)
    return out


def _places(text: str) -> Iterator[int]:
    for found in _STOP.finditer(text):
        stop, at, quote = found.start(), found.end(), found[1]
        before, after = _BEFORE.match(text, max(0, stop - NEAR), stop), _AFTER.match(text, at)
        if not before or not after or not _ends_sentence(before[1], after[0]):
            continue
        if not _begins(after[0].lower(), before[1]) or _CODE.search(text, max(0, stop - NEAR), at + NEAR):
            continue
        if _STRETCH.search(_stretch(text, stop)) or (quote and not _closes(text, found.start(1), quote)):
            continue
        yield at


def _begins(after: str, before: str) -> bool:
    """Does the word begin a sentence: a common one, or any behind a word that is no name?"""
    if after in words("domains"):
        return False
    return after in words("opening") or (len(after) > 2 and not before[0].isupper())


def _ends_sentence(word: str, after: str) -> bool:
    """Is the word before the stop no initial, number or abbreviation?"""
    if word[-1].isdigit():
        return _YEAR.fullmatch(word) is not None
    last = _JOINT.split(word)[-1]
    if len(last) < 4 and not (len(last) == 3 and last.islower() and after.lower() in words("opening")):
        return False
    return _WORD.search(last) is not None and last.lower() not in words("shortened")


def _stretch(text: str, stop: int) -> str:
    """What stands without spaces in front of a full stop: an address or a name with dots shows there."""
    piece = text[max(0, stop - NEAR) : stop].split()
    return piece[-1] if piece else ""


def _closes(text: str, at: int, quote: str) -> bool:
    """Does the quote at this place close a quotation?"""
    if at > LONG:
        return False
    if quote == '"':
        return text.count('"', 0, at) % 2 == 1
    return text.count("«" if quote == "»" else "“", 0, at) > text.count(quote, 0, at)
