"""Comparing headlines: their words, and the share that two of them have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_ASCII = str.maketrans("àâäáãçéèêëíìîïñóòôöõúùûüý", "aaaaaceeeeiiiinooooouuuuy") | {
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("æ"): "ae",
}


def title_words(text: str) -> list[str]:
    """Return the words of a line, folded.

    >>> title_words("L’été, enfin!")
    ['l', 'été', 'enfin']
    """
    return _WORD.findall(fold(text))


def without_accents(words: str) -> str:
    """Return the text as addresses write it.

    >>> without_accents("où çà")
    'ou ca'
    """
    return words.translate(_ASCII)


def shared_words(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words in common (F1), 0 to 1.

    >>> shared_words(["le", "pont", "rouvre"], ["le", "pont"])
    0.8
    """
    if set(one).isdisjoint(other):
        return 0.0
    common = Counter(one) & Counter(other)
    return 2 * common.total() / max(1, len(one) + len(other))
