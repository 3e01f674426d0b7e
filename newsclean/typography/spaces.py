"""Spaces: doubled ones, those before punctuation, and those inside guillemets that no other rule touched.

"High punctuation" is the French printers' term for ; : ! ? (ponctuation haute), which takes a space before it in French.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex
from newsclean.typography.scanner import is_letter

if TYPE_CHECKING:
    from newsclean.typography.conventions import Conventions, RawEdit

_BLANKS = " \u00a0\u202f\u2009"
_DOUBLED = lazy_regex(r"(?<=[^ \n\u00a0\u202f\u2009])  ++(?=[^ \n\u00a0\u202f\u2009])")
_SPACED_COMMA = lazy_regex(r"(?<=[\p{L}\p{N})\]»”’\"'%]) ([,.])(?=[ \n\u00a0\u202f]|$|[»”\")\]])(?! ?\.)")
_TAKES_SPACE_AFTER = frozenset(")]}»”’…%\"'°€$£“›+²³*")
_TAKES_NO_SPACE_AFTER = frozenset("([{«‹„:;!?-–—/|<>=,\\_&")
_MAY_FOLLOW = frozenset(" \u00a0\u202f\u2009\n\t»”’\")]}'…“.,›")
_SPACED_HIGH_PUNCTUATION = lazy_regex(
    r"(?<=[\p{L}\p{M}\p{N})\]»”’\"'%]) ([;:!?]{1,4})(?=[ \n\u00a0\u202f]|$|[»”\")\]])"
)
_GUILLEMETS = lazy_regex(r"(?<=«) (?=[^ ])|(?<=[^ ]) (?=»)")


def collapse_spaces(text: str) -> list[RawEdit]:
    """Reduce runs of plain spaces inside a line to one.

    >>> collapse_spaces("un  mot")
    [(2, 4, '  ', ' ', 'spaces', None)]
    """
    return [(m.start(), m.end(), m[0], " ", "spaces", None) for m in _DOUBLED.finditer(text)]


def unspace_commas(text: str) -> list[RawEdit]:
    """Remove the space before a comma or a full stop; `.5`, `.NET` and spaced dots stay.

    >>> unspace_commas("mot , mot")
    [(3, 4, ' ', '', 'comma-space', None)]
    """
    return [(m.start(), m.start() + 1, " ", "", "comma-space", None) for m in _SPACED_COMMA.finditer(text)]


def unspace_high_punctuation(text: str, conventions: Conventions) -> list[RawEdit]:
    """Remove a plain space before ; : ! ? where the locale has none.

    Source: DIN 5008 and the usage of all locales but the French ones; OQLF for Quebec.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> unspace_high_punctuation("Was ? Ja", resolve_conventions("de-DE"))
    [(3, 4, ' ', '', 'high-punctuation', None)]
    """
    row = conventions.row
    out: list[RawEdit] = []
    for match in _SPACED_HIGH_PUNCTUATION.finditer(text):
        mode = row.colon_mode if match[1][0] == ":" else row.high_mode
        if mode == "remove":
            out.append((match.start(), match.start() + 1, " ", "", "high-punctuation", None))
    return out


def space_high_punctuation(text: str, conventions: Conventions) -> list[RawEdit]:
    r"""Put the no-break space of the French locales before ; : ! ?.

    Source: Lexique de l'Imprimerie nationale (narrow before ; ! ?, full before :); Swiss press: nothing is inserted.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> space_high_punctuation("Quoi ? Oui!", resolve_conventions("fr-FR"))
    [(10, 10, '', '\u202f', 'high-punctuation', None), (4, 5, ' ', '\u202f', 'high-punctuation', None)]
    """
    row = conventions.row
    out: list[RawEdit] = []
    size = len(text)
    for at in _high_punctuation_without_space(text, conventions):
        end = at + 1
        while end < size and text[end] in ";:!?":
            end += 1
        colon = text[at] == ":"
        mode = row.colon_mode if colon else row.high_mode
        if mode not in ("insert", "replace") or at == 0:
            continue
        start = at
        while start > 0 and text[start - 1] in _BLANKS:
            start -= 1
        if start == 0 or not _takes_space(text, start, at, end):
            continue
        found, want = text[start:at], conventions.colon if colon else conventions.high
        if found == want or (not found and mode == "replace"):
            continue
        out.append((start, at, found, want, "high-punctuation", None))
    return out


def _takes_space(text: str, start: int, at: int, end: int) -> bool:
    """Return True if a space may stand before the high punctuation `text[at:end]`, whose blanks begin at `start`."""
    colon = text[at] == ":"
    if end < len(text) and text[end] not in (" \u00a0\u202f\n\t" if colon else _MAY_FOLLOW):
        return False
    last = text[start - 1]
    if last in "–—" and text[start - 2 : start - 1] in (" ", "\u00a0"):  # the end of an incise
        return True
    if last == ")" and text[start - 2] in "}(" and not colon:  # a remnant of code
        return False
    if last in _TAKES_NO_SPACE_AFTER:
        return False
    return start < at or last.isalnum() or last in _TAKES_SPACE_AFTER or is_letter(last)


def _high_punctuation_without_space(text: str, conventions: Conventions) -> list[int]:
    """Return the offsets of high punctuation without its space, except the second and later ones of a group."""
    places: list[int] = []
    for sign in ":!?;":
        at = text.find(sign)
        if at < 0:
            continue
        want = conventions.colon if sign == ":" else conventions.high
        while at >= 0:
            before = text[at - 1]
            if before != want and (not at or before not in ";:!?"):
                places.append(at)
            at = text.find(sign, at + 1)
    return places


def bind_guillemets(text: str, conventions: Conventions) -> list[RawEdit]:
    r"""Make a plain space inside a guillemet no-break, paired or not.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> bind_guillemets("« mot", resolve_conventions("fr-FR"))
    [(1, 2, ' ', '\xa0', 'quote-space', None)]
    """
    return [(m.start(), m.end(), " ", conventions.inner, "quote-space", None) for m in _GUILLEMETS.finditer(text)]
