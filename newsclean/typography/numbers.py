"""Numbers: the space between their groups, and before signs and units. Digits and separators are never converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.languages import CORE, language_cache, language_section
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    import regex

    from newsclean.typography.conventions import Conventions, RawEdit

_BLANKS = " \u00a0\u202f\u2009"
_S = "[ \u00a0\u202f\u2009]"
SPACED_DIGIT = lazy_regex(r"[0-9][ \u00a0\u202f\u2009]")
# groups of three after a head of one to three digits that is no phone number, date or list of numbers
_GROUPS = lazy_regex(rf"[1-9]\d{{0,2}}(?:{_S}\d{{3}}){{1,5}}+(?!\d)(?!{_S}\d)(?![.'’:/-]\d)")
_NO_HEAD = frozenset("0123456789.,'’+/:-")  # what stands before the head of a phone number, a date, a list of numbers
_SWISS = lazy_regex(r"(?<![\d.,'’])\d{1,3}(?:['`´]\d{3}){1,5}+(?![\d'])")
_SIGN = lazy_regex(rf"(?<=\d)({_S}?)([%‰€$£])(?![\w%])")


@language_cache()
def _unit() -> regex.Pattern[str]:
    """Return the pattern of a digit and a space before the symbol of a unit."""
    symbols = language_section(CORE, "typography")["units"]
    return lazy_regex(rf"[0-9]( )(?=(?:{symbols})(?![\p{{L}}\d]))")


def bind_thousands(text: str, conventions: Conventions) -> list[RawEdit]:
    r"""Turn the spaces between groups of three digits into the no-break space of the locale.

    Source: Lexique de l'Imprimerie nationale, CLDR; "en 2013 100 personnes" and "06 12 34 56 78" are no such number.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> bind_thousands("1 500 euros", resolve_conventions("fr-FR"))
    [(1, 2, ' ', '\u202f', 'thousands', None)]
    """
    out: list[RawEdit] = []
    for match in _GROUPS.finditer(text):
        start, number = match.start(), match[0]
        before = text[max(0, start - 2) : start]
        if before and (before[-1] in _NO_HEAD or (before[-1] in _BLANKS and (before[0].isdigit() or before[0] == "+"))):
            continue
        for k, char in enumerate(number):
            if not char.isdigit() and char != conventions.thousands:
                out.append((start + k, start + k + 1, char, conventions.thousands, "thousands", None))
    return out


def set_swiss_thousands(text: str) -> list[RawEdit]:
    """Set the apostrophe of Swiss numbers, as in `250'000`.

    Source: usage of the Swiss press; the space of the Federal Chancellery is never put in its place.

    >>> set_swiss_thousands("250'000 morts")
    [(3, 4, "'", '’', 'thousands', None)]
    """
    out: list[RawEdit] = []
    for match in _SWISS.finditer(text):
        start = match.start()
        out += [
            (start + k, start + k + 1, char, "’", "thousands", None) for k, char in enumerate(match[0]) if char in "'`´"
        ]
    return out


def space_signs(text: str, conventions: Conventions) -> list[RawEdit]:
    r"""Put the no-break space before % and currency signs.

    Source: Lexique de l'Imprimerie nationale (fr), CLDR percent pattern (de, es).

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> space_signs("50% ou 10 €", resolve_conventions("fr-FR"))
    [(2, 2, '', '\xa0', 'percent', None), (9, 10, ' ', '\xa0', 'percent', None)]
    """
    out: list[RawEdit] = []
    insert = conventions.row.percent == "insert"
    for match in _SIGN.finditer(text):
        found = match[1]
        if found == conventions.no_break or (not found and (not insert or match[2] in "$£")):
            continue
        out.append((match.start(1), match.end(1), found, conventions.no_break, "percent", None))
    return out


def bind_units(text: str, conventions: Conventions) -> list[RawEdit]:
    r"""Make an existing space before a unit no-break.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> bind_units("10 km/h", resolve_conventions("fr-FR"))
    [(2, 3, ' ', '\xa0', 'units', None)]
    """
    return [(m.start(1), m.end(1), " ", conventions.no_break, "units", None) for m in _unit().finditer(text)]
