"""Damage: what mojibake of a character becomes when some of it is lost on the way, looked up from the other end.

Every letter and mark that a language uses is damaged in all known ways; the table leads back from a damaged form to the
characters that give it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.encoding.charsets import table
from newsclean.patterns import lazy_re

_LATIN1 = frozenset(c for c in map(chr, range(0xC0, 0x100)) if c.isalpha())
_MARKS = "’‘“”„‚–—…‹›•™€‰\u2010\u2011\u202f"
_SIGNS = "«»°§©®·¿¡ªº²³½¼¾±£¥\xa0\xad"
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})
_C1 = lazy_re("[\x80-\x9f]")
_UNDEFINED = lazy_re("[\x81\x8d\x8f\x90\x9d]")
_BLANKS = lazy_re("[\x85\xa0\x1c-\x1f]")


class Forms(NamedTuple):
    """Damaged form -> the characters that give it, and the patterns that find letters and marks."""

    letters: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    letter: re.Pattern[str]
    mark: re.Pattern[str]


@functools.lru_cache(maxsize=32)
def forms(letters: frozenset[str], *, base: str = "both", lower: bool = False) -> Forms:
    """The damaged forms of the letters of a language, and of the marks of all.

    Arguments: `base` is the charset that UTF-8 was read in, "windows", "latin" or "both"; `lower` when all text is in
    lower case.

    >>> forms(frozenset("éÉ"), lower=True).letters["ã©"], forms(frozenset("éÉ")).marks["â€TM"]
    (('é',), ('’',))
    """
    found: dict[str, set[str]] = {}
    every = letters | _LATIN1
    for char in every:
        for form in damaged(char, base=base, lower=lower):
            found.setdefault(form, set()).add(char.lower() if lower else char)
    marks: dict[str, set[str]] = {}
    for char in _MARKS + _SIGNS:
        for form in damaged(char, base=base, lower=lower):
            if form[0] > "\x7f" and (len(form) > 1 or form == "â"):
                marks.setdefault(form, set()).add(char)
    return Forms(_ordered(found), _ordered(marks), _pattern(found), _pattern(marks))


def _ordered(found: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {form: tuple(sorted(chars)) for form, chars in found.items()}


def _pattern(found: dict[str, set[str]]) -> re.Pattern[str]:
    return lazy_re("|".join(re.escape(form) for form in sorted(found, key=lambda f: (-len(f), f))))


def damaged(char: str, *, base: str = "both", lower: bool = False) -> Iterator[str]:
    """The forms of one character, all but the one that still decodes.

    >>> sorted(damaged("à"))
    ['Ã', 'Ã ']
    """
    windows = _read(char, "cp1252")
    latin = char.encode().decode("latin-1")
    in_windows = {
        _UNDEFINED.sub("", windows),
        _UNDEFINED.sub("\ufffd", windows),
        windows.replace("\xa0", " "),
        windows.replace("\xa0", ""),
        windows.replace("\xad", ""),
        windows.translate(_QUOTES),
        unicodedata.normalize("NFKC", windows),
    }
    in_latin = {
        latin.replace("\xa0", " "),
        latin.replace("\xa0", ""),
        latin.replace("\xad", ""),
        _C1.sub("", latin),
        _C1.sub("?", latin),
        _C1.sub("\ufffd", latin),
        _BLANKS.sub(" ", latin),
        _BLANKS.sub("", latin),
    }
    bare = in_windows if base == "windows" else in_latin if base == "latin" else in_windows | in_latin
    if lower:
        bare = {windows.lower(), latin.lower(), windows.replace("\xa0", " ").lower()}
    yield from bare - {windows, latin, ""}


def _read(char: str, charset: str) -> str:
    chars = table(charset)
    return "".join(chars[byte] for byte in char.encode())
