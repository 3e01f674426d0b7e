"""Readings: the charsets that UTF-8 is wrongly read as, and the look of UTF-8 sequences in each."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from newsclean.encoding.charsets import table
from newsclean.patterns import lazy_re

CHARSETS = (
    "cp1252",
    "latin-1",
    "iso8859-15",
    "cp1254",
    "cp1250",
    "iso8859-2",
    "mac-roman",
    "cp1251",
    "cp850",
    "cp437",
    "cp1253",
    "cp1257",
    "both",
)
_C2, _E0, _F0 = range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5)
_TAIL = range(0x80, 0xC0)


class Reading(NamedTuple):
    """A charset seen from its characters: the byte of each, the pattern of runs of sequences, the first and other characters."""

    charset: str
    byte: dict[str, int]
    clusters: re.Pattern[str]
    leads: frozenset[str]
    tails: frozenset[str]


@functools.lru_cache(maxsize=16)
def reading(charset: str) -> Reading:
    """How UTF-8 looks when it was read in a charset.

    >>> reading("cp1252").clusters.findall("Ã©tÃ©")
    ['Ã©', 'Ã©']
    """
    chars = table("cp1252" if charset == "both" else charset)
    byte = {chars[n]: n for n in range(0x80, 0x100) if chars[n] > "\x7f"}
    if charset == "both":  # latin-1 in some lines, windows-1252 in others
        byte.update({chr(n): n for n in range(0x80, 0xA0)})

    def group(numbers: range) -> str:
        return "[" + "".join(re.escape(c) for c, n in byte.items() if n in numbers) + "]"

    tail = group(_TAIL)
    pattern = "|".join(
        (
            group(_C2) + tail,
            group(range(0xE0, 0xE1)) + group(range(0xA0, 0xC0)) + tail,
            group(range(0xE1, 0xF0)) + tail + tail,
            group(range(0xF0, 0xF1)) + group(range(0x90, 0xC0)) + tail + tail,
            group(range(0xF1, 0xF4)) + tail + tail + tail,
            group(range(0xF4, 0xF5)) + group(range(0x80, 0x90)) + tail + tail,
        )
    )
    leads = frozenset(c for c, n in byte.items() if n in _C2 or n in _E0 or n in _F0)
    return Reading(
        charset, byte, lazy_re(f"(?:{pattern})+"), leads, frozenset(c for c, n in byte.items() if n in _TAIL)
    )


def meaning(sequence: str, byte: dict[str, int]) -> str:
    """The text that a run of sequences stands for.

    >>> meaning("â€™", reading("cp1252").byte)
    '’'
    """
    return bytes(map(byte.__getitem__, sequence)).decode("utf-8", "surrogatepass")
