"""The word lists of the grammar: TOML files of this package, read once on first use, and the folding that they are written in."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

import regex

from newsclean.tables import table_of

_SAME = (
    *((space, " ") for space in "\u00a0\u202f\u2009\u2007\u3000\t"),
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("‐", "-"),
    ("‑", "-"),
)


@functools.lru_cache(maxsize=8)
def table(name: str) -> Mapping[str, Any]:
    """One word list as its file has it.

    Args:
        name: The name of the file, without its suffix.

    >>> table("calendar")["zones"]["cet"]
    60
    """
    return table_of("newsclean.metadata", f"{name}.toml")


def plain(text: str) -> str:
    r"""The text with plain spaces, apostrophes and hyphens, of the same length, so that spans stay good.

    >>> plain("l’été\u00a0: non‑dit")
    "l'été : non-dit"
    """
    if text.isascii():
        return text.replace("\t", " ")
    for other, usual in _SAME:  # faster than a translation table: most are not there
        text = text.replace(other, usual)
    return text


def fold(text: str, low: str | None = None) -> str:
    """The plain text in lower case, of the same length; `low` is the text in lower case with the usual apostrophes and spaces, when it is known.

    >>> fold("PAR L’AFP"), len(fold("İstanbul"))
    ("par l'afp", 8)
    """
    text = plain(text)
    # most texts have no other sign that is not plain, and then are read once
    lowered = low if low is not None and len(low) == len(text) and plain(low) == low else text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def alternatives(words: Iterable[str]) -> str:
    r"""The words as alternatives of a pattern, the longest first.

    >>> alternatives(["a.m", "a"])
    'a\\.m|a'
    """
    return "|".join(regex.escape(w, special_only=True) for w in sorted(set(words), key=lambda w: (-len(w), w)))
