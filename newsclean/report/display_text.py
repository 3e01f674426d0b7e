"""Text for a terminal or a page: invisible characters made visible, and lines cut to a number of columns."""

from __future__ import annotations

import html
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
# controls (but tab, line feed), line separators, bidirectional overrides and isolates, lone surrogates
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})  # Unicode general categories
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_READ_PER_COLUMN = 8  # characters of a long text that are read for each column of the line


def escape_controls(text: str) -> str:
    """Spell out control characters, bidirectional overrides and lone surrogates; tabs and line feeds stay.

    >>> escape_controls("a\\x1b[31mb")
    'a<U+001B>[31mb'
    """
    return _CONTROLS.sub(lambda match: _named(match[0]), text)


def escape_html(text: str) -> str:
    """Return a text as it may stand in an element or in a quoted attribute of a page.

    >>> escape_html("<b class='x'>\\x00")
    '&lt;b class=&#x27;x&#x27;&gt;&lt;U+0000&gt;'
    """
    return html.escape(escape_controls(text.replace("\r\n", "\n").replace("\r", "\n")))


def spell_invisible(text: str) -> str:
    """Spell out every invisible character of a short text, and mark the spaces that are easily missed.

    >>> spell_invisible(" "), spell_invisible("«\\u202f"), spell_invisible("deux mots")
    ('␣', '«<NNBSP>', 'deux mots')
    """
    parts = [_named(char) if char != " " and unicodedata.category(char) in _INVISIBLE else char for char in text]
    whole = "".join(parts)
    inner = whole.strip(" ")
    if not inner:
        return "␣" * len(whole)
    head = len(whole) - len(whole.lstrip(" "))
    return "␣" * head + inner.replace("  ", "␣␣") + "␣" * (len(whole) - head - len(inner))


def display_width(text: str) -> int:
    """Return the columns that a text takes on a terminal, by its East Asian Width (Unicode Annex 11).

    >>> display_width("été"), display_width("日本"), display_width("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def truncate(text: str, width: int) -> str:
    """Return one line of at most `width` columns.

    >>> truncate("Votre publicité\\n ici", 12)
    'Votre publi…'
    """
    read = _READ_PER_COLUMN * width
    line = escape_controls(" ".join(text[:read].split()))
    if display_width(line) <= width and len(text) <= read:
        return line
    taken, used = [], 0
    for char in line:
        used += _char_width(char)
        if used >= width:
            break
        taken.append(char)
    return "".join(taken) + "…"


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _named(char: str) -> str:
    return f"<{NAMES.get(char) or f'U+{ord(char):04X}'}>"
