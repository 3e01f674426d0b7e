"""Hyphens at line ends: whether a hyphen belongs to its word, or was set there to break it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsclean.mending.physical_lines import HYPHENS
from newsclean.mending.words import words
from newsclean.patterns import lazy_regex

SOFT_HYPHEN = "\u00ad"
_BROKEN = lazy_regex(r"(?<![\p{L}\p{N}'’-])(\p{L}{2,})[-\u2010\u00ad]$")
_REST = lazy_regex(r"\p{Ll}+(?![\p{L}\p{N}'’-])")
_FIRST = lazy_regex(r"\p{L}+")
_WORD = lazy_regex(r"\p{L}+(?:-\p{L}+)*")
_MIN_BROKEN = 3  # broken words of a text that hyphenates; the compounds of any text are fewer
_MOST_PER_BROKEN = 25  # wrapped lines for each of them


def hyphens_to_remove(lines: Sequence[str], wrapped: Iterable[int], language: str | None) -> Mapping[int, bool]:
    """Return for each wrapped line behind a hyphen whether the hyphen broke a word, and goes.

    A soft hyphen always goes. Any other goes if the word occurs in one piece elsewhere in the text, or if the text breaks many words, unless
    the compound occurs with its hyphen or the second part is a word that is written with a hyphen before it ("dit-elle").

    >>> dict(hyphens_to_remove(["Les informa-", "tions du jour", "Des informations"], [1], "fr"))
    {1: True}
    """
    found = list(wrapped)
    behind = [n for n in found if lines[n - 1][-1:] in HYPHENS]
    if not behind:
        return {}
    seen = {word.lower() for line in lines for word in _WORD.findall(line)}
    parts = {n: _parts(lines[n - 1], lines[n], language) for n in behind}
    broken = sum(pair is not None and "-".join(pair) not in seen for pair in parts.values())
    hyphenates = broken >= _MIN_BROKEN and broken * _MOST_PER_BROKEN >= len(found)
    out = {}
    for n, pair in parts.items():
        soft = lines[n - 1][-1] == SOFT_HYPHEN
        once = pair is not None and ("".join(pair) in seen or (hyphenates and "-".join(pair) not in seen))
        out[n] = soft or once
    return out


def is_suspended(line: str, language: str | None) -> bool:
    """Return True if a line after a hyphen begins with a word that takes a space ("Haupt- und Nebensache").

    >>> is_suspended("und Nebensache", "de"), is_suspended("elle", "fr")
    (True, False)
    """
    first = _FIRST.match(line)
    return first is not None and first[0] in words("after_suspended_hyphen", language)


def _parts(left: str, right: str, language: str | None) -> tuple[str, str] | None:
    """Return the parts of a word that a hyphen may have broken, in lower case; None if the hyphen is its own."""
    head, rest = _BROKEN.search(left), _REST.match(right)
    if head is None or rest is None or rest[0] in words("hyphenated", language):
        return None
    return head[1].lower(), rest[0]
