"""Misreadings: the charsets that UTF-8 is wrongly decoded with, and what UTF-8 sequences look like in each.

The ranges of lead and continuation bytes are those of the Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from newsclean.encoding.charsets import table
from newsclean.patterns import lazy_re

MISREAD_CHARSETS = (
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
_CONTINUATION = range(0x80, 0xC0)


class Misreading(NamedTuple):
    """How UTF-8 looks after it was decoded with one charset.

    Attributes:
        charset: Python's name of the charset; "both" is windows-1252 with ISO-8859-1 in its gaps.
        byte_of: The byte of each character beyond ASCII.
        sequences: Finds runs of well-formed UTF-8 sequences.
        lead_chars: The characters of lead bytes.
        continuation_chars: The characters of continuation bytes.
    """

    charset: str
    byte_of: dict[str, int]
    sequences: re.Pattern[str]
    lead_chars: frozenset[str]
    continuation_chars: frozenset[str]


@functools.lru_cache(maxsize=16)
def misreading(charset: str) -> Misreading:
    """Return how UTF-8 looks after it was decoded with a charset.

    >>> misreading("cp1252").sequences.findall("Ã©tÃ©")
    ['Ã©', 'Ã©']
    """
    chars = table("cp1252" if charset == "both" else charset)
    byte_of = {chars[n]: n for n in range(0x80, 0x100) if chars[n] > "\x7f"}
    if charset == "both":  # latin-1 in some lines, windows-1252 in others
        byte_of.update({chr(n): n for n in range(0x80, 0xA0)})

    def group(numbers: range) -> str:
        return "[" + "".join(re.escape(c) for c, n in byte_of.items() if n in numbers) + "]"

    tail = group(_CONTINUATION)
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
    lead_chars = frozenset(c for c, n in byte_of.items() if n in _C2 or n in _E0 or n in _F0)
    return Misreading(
        charset,
        byte_of,
        lazy_re(f"(?:{pattern})+"),
        lead_chars,
        frozenset(c for c, n in byte_of.items() if n in _CONTINUATION),
    )


def decode_sequences(sequence: str, byte_of: dict[str, int]) -> str:
    """Return the text that a run of sequences stands for.

    >>> decode_sequences("â€™", misreading("cp1252").byte_of)
    '’'
    """
    return bytes(map(byte_of.__getitem__, sequence)).decode("utf-8", "surrogatepass")
