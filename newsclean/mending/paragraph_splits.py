"""Paragraphs that were glued without a space: where one ends and the next begins.

"sur YouTube.La parole" is two paragraphs; "Node.Js", "Booking.Com" and "J.-P.Dupont" are not. A full stop with a capital
directly after it is a split if the word before ends a sentence (no initial, number or abbreviation), the word after begins
one, the text around holds no address or code, and both sides are long enough to be paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from newsclean.mending.words import words
from newsclean.patterns import lazy_re, lazy_regex

_MIN_SPACES = 5  # on each side of a split: both are sentences
_COUNTED = 200  # characters on each side in which these spaces are counted
_MAX_QUOTE_OFFSET = (
    20_000  # characters from the start of a line; quotes further on are not counted, to keep the time linear
)
_CONTEXT = 45  # characters around a full stop that are searched for addresses and code
_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽ"
_NEW_SENTENCE = rf"[\"”»]?[{_CAPITAL}][a-zß-öø-ÿœ'’ ]"
_GLUED = tuple((mark, lazy_re(re.escape(mark) + _NEW_SENTENCE)) for mark in ".?!")
_STOP = lazy_re(rf"[.?!]([\"”»]?)(?=[{_CAPITAL}])")
_BEFORE = lazy_regex(r"([\p{L}\p{M}\p{N}'’-]{1,40}+)\s?[»”\")]{0,2}", regex.REVERSE)
_AFTER = lazy_regex(r"\p{Lu}\p{Ll}{0,30}+(?=['’\s,;]|:\s)")
_JOINT = lazy_re(r"['’-]")
_YEAR = lazy_regex(r"(?:19|20)\d\d")
_WORD = lazy_regex(r"\p{L}*\p{Ll}{2}")
_CODE = lazy_regex(r"[{}=;<>\\|]")
_ADDRESS_SIGN = lazy_regex(r"[./@_#]|www")


def may_split(text: str) -> bool:
    """Return False if a text certainly has no glued paragraphs: no stop has a capital directly after it.

    >>> may_split("Il est venu.Elle aussi"), may_split("Il est venu. Elle aussi")
    (True, False)
    """
    # a pattern that begins with a plain character runs at the speed of a search for it
    return any(mark in text and pattern.search(text) for mark, pattern in _GLUED)


def find_splits(text: str) -> list[int]:
    """Return the offsets at which a new paragraph begins inside a line, ascending.

    >>> text = "Il en parle dans une vidéo sur YouTube.La parole se libère dans le canton de Vaud."
    >>> [text[at:] for at in find_splits(text)]
    ['La parole se libère dans le canton de Vaud.']
    >>> find_splits("Il a écrit ce programme en Node.Js avec deux amis, puis l'a mis sur le site Booking.Com hier.")
    []
    """
    if not may_split(text):
        return []
    out: list[int] = []
    for at in _candidates(text):
        start = out[-1] if out else 0
        before, behind = text.count(" ", max(start, at - _COUNTED), at), text.count(" ", at, at + _COUNTED)
        if before >= _MIN_SPACES and behind >= _MIN_SPACES:
            out.append(at)
    return out


def _candidates(text: str) -> Iterator[int]:
    """Yield the offsets after a stop that ends a sentence and before a word that begins one."""
    for found in _STOP.finditer(text):
        stop, at, quote = found.start(), found.end(), found[1]
        before, after = _BEFORE.match(text, max(0, stop - _CONTEXT), stop), _AFTER.match(text, at)
        if not before or not after or not _ends_sentence(before[1], after[0]):
            continue
        if not _begins_sentence(after[0].lower(), before[1]) or _CODE.search(
            text, max(0, stop - _CONTEXT), at + _CONTEXT
        ):
            continue
        if _ADDRESS_SIGN.search(_unspaced_before(text, stop)) or (
            quote and not _closes_quote(text, found.start(1), quote)
        ):
            continue
        yield at


def _begins_sentence(after: str, before: str) -> bool:
    """Return True if a word begins a sentence: a common one does, and any word after one that is no name."""
    if after in words("domains"):
        return False
    return after in words("opening") or (len(after) > 2 and not before[0].isupper())


def _ends_sentence(word: str, after: str) -> bool:
    """Return True if the word before a stop is no initial, number or abbreviation."""
    if word[-1].isdigit():
        return _YEAR.fullmatch(word) is not None
    last = _JOINT.split(word)[-1]
    if len(last) < 4 and not (len(last) == 3 and last.islower() and after.lower() in words("opening")):
        return False
    return _WORD.search(last) is not None and last.lower() not in words("shortened")


def _unspaced_before(text: str, stop: int) -> str:
    """Return the text without spaces before a stop, in which an address or a name with dots shows."""
    piece = text[max(0, stop - _CONTEXT) : stop].split()
    return piece[-1] if piece else ""


def _closes_quote(text: str, at: int, quote: str) -> bool:
    """Return True if the quote character at an offset closes a quotation."""
    if at > _MAX_QUOTE_OFFSET:
        return False
    if quote == '"':
        return text.count('"', 0, at) % 2 == 1
    return text.count("«" if quote == "»" else "“", 0, at) > text.count(quote, 0, at)
