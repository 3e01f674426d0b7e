"""The grammar of bullets: what stands before the text of a list item, or of a menu entry in a dump of a page.

A bullet is one of five things, with white space behind it:

    sign     a dash, dot, star, square or triangle
    arrow    », › or >, which editors also write before a link to more ("» Read on")
    hollow   the letter o, as which dumps write the circle of a nested list
    number   1. 12) (3)
    letter   a) (b)

Not each place may take all of them for a bullet. A line that begins with an arrow calls to click, so `item_start` does not count it as a
list item; a headline may begin with a number ("12. Runde") or, in Portuguese, with the word "o", so `sign_end` takes signs alone.
"""

from __future__ import annotations

from newsclean.patterns import lazy_regex

_SIGN = "[-–—•·*+▪■●○◦‣►▶]"
_ARROW = "[»›>]"
_HOLLOW = "o"
_NUMBER = r"\(?\d{1,3}[.)]"
_LETTER = r"\(?[a-z]\)"
_SPACE = r"\s{1,4}+"  # more is a column of a table
_BULLET = lazy_regex(rf"(?:{_SIGN}|{_ARROW}|{_HOLLOW}|{_NUMBER}|{_LETTER}){_SPACE}")
_ITEM = lazy_regex(rf"(?:{_SIGN}|{_NUMBER}|{_LETTER}){_SPACE}(?=\S)")
_LONE_SIGN = lazy_regex(_SIGN + _SPACE)


def bullet_end(line: str) -> int:
    """Return where the bullet of a line ends, with the space behind it; 0 if it has none.

    >>> [bullet_end(line) for line in ("- deux œufs", "o sport", "(3) le vote", "» Lire aussi", "océan")]
    [2, 2, 4, 2, 0]
    """
    found = _BULLET.match(line)
    return found.end() if found else 0


def strip_bullet(line: str) -> str:
    """Return the line without its bullet.

    >>> strip_bullet("o sport"), strip_bullet("2. accueil"), strip_bullet("océan")
    ('sport', 'accueil', 'océan')
    """
    return line[bullet_end(line) :]


def item_start(line: str) -> int:
    """Return where the text of a list item begins; 0 if the line is none.

    >>> item_start("a) le budget"), item_start("» Lire aussi")
    (3, 0)
    """
    found = _ITEM.match(line)
    return found.end() if found else 0


def sign_end(line: str) -> int:
    """Return where a sign before a line ends, with the space behind it; 0 if there is none.

    >>> sign_end("• Le pont rouvre"), sign_end("12. Runde: Bern siegt"), sign_end("o governo cai")
    (2, 0, 0)
    """
    found = _LONE_SIGN.match(line)
    return found.end() if found else 0
