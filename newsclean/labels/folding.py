"""Two readings of a line: `flat` keeps every offset, `fold` is the key under which whole lines are looked up."""

from __future__ import annotations

import regex

EDGES = " \t.,:;|·•*»›>«‹<→►▶▸▹▪■●○◆➤➔↓↑▼▲–—-_/\\+#…!\u200b\ufeff\"'“”„"
TOKENS = regex.compile(r"\w+|[^\w\s]")


def flat(line: str) -> str:
    """The line with straight apostrophes and plain spaces, each character in its place.

    >>> flat("L’été\\u00a0!")
    "L'été !"
    """
    if line.isascii():
        return line
    if "’" in line:
        line = line.replace("’", "'")
    if "\u00a0" in line:
        line = line.replace("\u00a0", " ")
    if "\u202f" in line:
        line = line.replace("\u202f", " ")
    return line


def fold(line: str) -> str:
    """The line in lower case, spaces collapsed, without bullets, arrows and marks at its ends.

    >>> fold("  » Lire   AUSSI : "), fold("L’essentiel…")
    ('lire aussi', "l'essentiel")
    """
    return " ".join(line.lower().replace("’", "'").split()).strip(EDGES)


def words(line: str) -> list[str]:
    """The words and symbols of a line, in lower case: what anchors are looked up by.

    >>> words("© 2019 AFP, l’agence")
    ['©', '2019', 'afp', ',', 'l', "'", 'agence']
    """
    found: list[str] = TOKENS.findall(flat(line).lower())
    return found
