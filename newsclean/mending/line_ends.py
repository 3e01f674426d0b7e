"""What the ends of a line say: is it finished, does it go on, is it code or a list item?"""

from __future__ import annotations

from newsclean.patterns import lazy_regex

STOPS = frozenset(".!?…。！？।؟")
PROSE = 90  # characters: no verse, headline or list item of a few words is as long
BREAKS = frozenset(("\n", "\r\n", "\r"))
_BULLET = lazy_regex(r"(?:[-–—•·*+>▪■●○◦‣►▶»|#]|o|\(?\d{1,3}[.)]|\(?[a-z]\))(?:\s|$)")
_CODE = lazy_regex(r"[{}=<>\\|_~^]|::|//|\(\)|;$|\$\w|\s{3}|\t")
_SENTENCES = lazy_regex(r"\p{Ll}[\p{Ll}\d)»”\"]{1,3}[.!?]['\"”»)\s]{0,3}\s['\"«“„\s]{0,3}\p{Lu}")
_FIRST = lazy_regex(r"\p{Ll}[\p{Ll}\p{M}]{0,40}+(?![\p{Lu}\d@/._-]\S)")
_LETTER = lazy_regex(r"\p{Ll} [\p{Lu}\d]")


def is_listed(text: str) -> bool:
    """Does the line begin as a list item does?

    >>> is_listed("- deux œufs"), is_listed("o sport"), is_listed("océan")
    (True, True, False)
    """
    return _BULLET.match(text) is not None


def is_code(text: str) -> bool:
    """Is the line code, markup or a row of a table rather than sentences?

    >>> is_code("tools = [search, analyze]"), is_code("Le maire a dit non.")
    (True, False)
    """
    return _CODE.search(text[:2000]) is not None


def is_spread(text: str) -> bool:
    """Does a full stop stand inside the line, with a new sentence behind it?

    >>> is_spread("Il est venu. Elle aussi"), is_spread("M. Dupont est venu")
    (True, False)
    """
    return _SENTENCES.search(text) is not None


def goes_on(text: str) -> bool:
    """Does the line begin with a word in lower case, not with a bullet letter, an address or a name such as iPhone?

    >>> goes_on("vec les siens"), goes_on("iPhone 15"), goes_on("lemonde.fr")
    (True, False, False)
    """
    return text[0].islower() and _FIRST.match(text) is not None and not _LETTER.match(text)
