"""Plausibility: how likely the characters of a text are between their neighbours, for a writer of its language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from newsclean.encoding.orthography import Orthography
from newsclean.patterns import lazy_re

CharContext = tuple[str, str, str]  # the character before ("" at the start), the character, the one after

_RUN = lazy_re(r"[^\x00-\x7f]+")
_SPACING = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
# marks by where they stand: anywhere, not inside a word, after a number or a word
_ANYWHERE = frozenset("’\xad·‑")
_BETWEEN = frozenset("“”„‘‚«»–—…€\xa0\u202f‹›")
_AFTER = frozenset("°§©®™•¿¡ªº²³½¼¾£×−№´‰†")


def char_contexts(text: str) -> Iterator[CharContext]:
    """Yield every character beyond ASCII with its neighbours.

    >>> list(char_contexts("né à"))
    [('n', 'é', ' '), (' ', 'à', '')]
    """
    for match in _RUN.finditer(text):
        start, end = match.span()
        around = text[start - 1 : start] if start else "", *match.group(), text[end : end + 1]
        for i in range(1, len(around) - 1):
            yield around[i - 1], around[i], around[i + 1]


def total_plausibility(found: Iterable[tuple[CharContext, int]], orthography: Orthography) -> float:
    """Return the sum of `plausibility` over counted contexts; the same ones occur again and again in a text."""
    own, foreign = orthography.own, orthography.foreign
    return sum([count * plausibility(before, char, after, own, foreign) for (before, char, after), count in found])


def plausibility(before: str, char: str, after: str, own: frozenset[str], foreign: frozenset[str]) -> float:
    """Return how plausible a character is: from 1, where it belongs, to -2, where nobody writes it.

    Args:
        before: The character before.
        char: The character.
        after: The character after.
        own: Letters of the words of the language.
        foreign: Letters of names in its press.

    >>> plausibility("r", "Ž", "p", frozenset("é"), frozenset("Žž")), plausibility("r", "é", "p", frozenset("é"), frozenset())
    (-1.0, 1.0)
    """
    if char in own or char in foreign:
        value = 1.0 if char in own else 0.5
        if char.isupper() and not before.isalpha() and not after.isalnum() and after not in ".’'":
            return 0.0
        return value - 1.5 if before.islower() and char.isupper() else value
    if char in _ANYWHERE:
        return 0.9
    if char in _SPACING and before.isalpha() and len(unicodedata.normalize("NFC", before + _SPACING[char])) == 1:
        return 0.9  # an accent beside its letter
    inside = before.isalpha() and after.isalpha()
    if char in _BETWEEN:
        return -1.0 if inside and char not in "–—" else 0.8
    if char in _AFTER:
        return -1.0 if inside or (after.islower() and char not in "¿¡") else 0.4
    if "\x80" <= char <= "\x9f":
        return -2.0
    return -0.5 if char.isalpha() else -1.0
