"""Characters that cannot be seen, or that steer a terminal or the direction of a line, made visible."""

from __future__ import annotations

import re
import unicodedata

NAMES = {
    "\t": "TAB",
    "\n": "LF",
    "\r": "CR",
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u2009": "THIN SPACE",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2011": "NB HYPHEN",
    "\u202f": "NNBSP",
    "\u2060": "WJ",
    "\ufeff": "BOM",
}
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})


def safe(text: str) -> str:
    """The text with control characters, bidirectional overrides and lone surrogates spelled out; tabs and line ends stay.

    >>> safe("a\\x1b[31mb")
    'a<U+001B>[31mb'
    """
    return _STEERING.sub(lambda match: _named(match[0]), text)


def spelled(text: str) -> str:
    """A short text with everything spelled out that the eye would miss.

    >>> spelled(" "), spelled("«\\u202f"), spelled("deux mots")
    ('␣', '«<NNBSP>', 'deux mots')
    """
    parts = [_named(char) if char != " " and unicodedata.category(char) in _UNSEEN else char for char in text]
    whole = "".join(parts)
    inner = whole.strip(" ")
    if not inner:
        return "␣" * len(whole)
    head = len(whole) - len(whole.lstrip(" "))
    return "␣" * head + inner.replace("  ", "␣␣") + "␣" * (len(whole) - head - len(inner))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns("été"), columns("日本"), columns("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def cut(text: str, width: int) -> str:
    """One line of at most `width` columns.

    >>> cut("Votre publicité\\n ici", 12)
    'Votre publi…'
    """
    line = safe(" ".join(text[: 8 * width].split()))
    if columns(line) <= width and len(text) <= 8 * width:
        return line
    taken, used = [], 0
    for char in line:
        used += _columns(char)
        if used >= width:
            break
        taken.append(char)
    return "".join(taken) + "…"


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _named(char: str) -> str:
    return f"<{NAMES.get(char) or f'U+{ord(char):04X}'}>"
