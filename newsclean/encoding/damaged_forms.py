"""Damaged forms: what mojibake of a character becomes when a part of it is lost, and the table that leads back from there.

Every letter and mark of a language is damaged in all known ways; the table maps each damaged form to the characters that
give it.
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
_IN_CP1252 = lazy_re("[ÂÃÄÅâãåä][€ƒ†‡ˆ‰‹›•™œžŸš˜ŒŽŠ]|â€|âTM")
_LEAD_AND_CONTROL = lazy_re("[ÂÃÄÅâ][\x80-\x9f]")
_IN_LATIN1 = lazy_re("[a-z]â[a-zÃ]|â[?\ufffd]{2}|â[\xa0-\xbf]")


class DamagedForms(NamedTuple):
    """The damaged forms of the characters of one language.

    Attributes:
        letters: Damaged form -> the letters that give it, sorted.
        marks: Damaged form -> the punctuation marks and signs that give it, sorted.
        letter_pattern: Finds the keys of `letters`, longest first.
        mark_pattern: Finds the keys of `marks`, longest first.
    """

    letters: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    letter_pattern: re.Pattern[str]
    mark_pattern: re.Pattern[str]


@functools.lru_cache(maxsize=32)
def damaged_forms(letters: frozenset[str], *, base: str = "both", lower: bool = False) -> DamagedForms:
    """Return the damaged forms of the letters of a language, and of the marks of all languages.

    Args:
        letters: The letters of the language beyond ASCII.
        base: The charset that UTF-8 was decoded with: "windows", "latin" or "both".
        lower: Whether the whole text is in lower case.

    >>> damaged_forms(frozenset("éÉ"), lower=True).letters["ã©"], damaged_forms(frozenset("éÉ")).marks["â€TM"]
    (('é',), ('’',))
    """
    found: dict[str, set[str]] = {}
    every = letters | _LATIN1
    for char in every:
        for form in forms_of(char, base=base, lower=lower):
            found.setdefault(form, set()).add(char.lower() if lower else char)
    marks: dict[str, set[str]] = {}
    for char in _MARKS + _SIGNS:
        for form in forms_of(char, base=base, lower=lower):
            if form[0] > "\x7f" and (len(form) > 1 or form == "â"):
                marks.setdefault(form, set()).add(char)
    return DamagedForms(_ordered(found), _ordered(marks), _pattern(found), _pattern(marks))


def _ordered(found: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {form: tuple(sorted(chars)) for form, chars in found.items()}


def _pattern(found: dict[str, set[str]]) -> re.Pattern[str]:
    return lazy_re("|".join(re.escape(form) for form in sorted(found, key=lambda f: (-len(f), f))))


def forms_of(char: str, *, base: str = "both", lower: bool = False) -> Iterator[str]:
    """Yield the damaged forms of one character: all but the intact one, which `mojibake` decodes.

    >>> sorted(forms_of("à"))
    ['Ã', 'Ã ']
    """
    windows = _misread(char, "cp1252")
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


def _misread(char: str, charset: str) -> str:
    chars = table(charset)
    return "".join(chars[byte] for byte in char.encode())


def charset_of_damage(text: str) -> str:
    r"""Return the charset that UTF-8 was decoded with, by characters that only one of the two gives.

    Returns:
        "windows", "latin", or "both" if the text shows both or neither.

    >>> charset_of_damage("lâ€™été"), charset_of_damage("fÃ\x89te")
    ('windows', 'latin')
    """
    if _IN_CP1252.search(text):
        return "both" if _LEAD_AND_CONTROL.search(text) else "windows"
    return "latin" if _LEAD_AND_CONTROL.search(text) or _IN_LATIN1.search(text) else "both"
