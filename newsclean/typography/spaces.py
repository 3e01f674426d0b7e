"""Spaces: doubled ones, those before punctuation, those inside guillemets that nothing else touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex
from newsclean.typography.scan import is_letter

if TYPE_CHECKING:
    from newsclean.typography.plan import Plan, Raw

_BLANKS = " \u00a0\u202f\u2009"
_DOUBLED = lazy_regex(r"(?<=[^ \n\u00a0\u202f\u2009])  ++(?=[^ \n\u00a0\u202f\u2009])")
_COMMA = lazy_regex(r"(?<=[\p{L}\p{N})\]»”’\"'%]) ([,.])(?=[ \n\u00a0\u202f]|$|[»”\")\]])(?! ?\.)")
_BEFORE = frozenset(")]}»”’…%\"'°€$£“›+²³*")
_NOT_BEFORE = frozenset("([{«‹„:;!?-–—/|<>=,\\_&")
_AFTER = frozenset(" \u00a0\u202f\u2009\n\t»”’\")]}'…“.,›")
_STRAY = lazy_regex(r"(?<=[\p{L}\p{M}\p{N})\]»”’\"'%]) ([;:!?]{1,4})(?=[ \n\u00a0\u202f]|$|[»”\")\]])")
_GUILLEMETS = lazy_regex(r"(?<=«) (?=[^ ])|(?<=[^ ]) (?=»)")


def doubled(text: str) -> list[Raw]:
    """Runs of plain spaces inside a line become one.

    >>> doubled("un  mot")
    [(2, 4, '  ', ' ', 'spaces', None)]
    """
    return [(m.start(), m.end(), m[0], " ", "spaces", None) for m in _DOUBLED.finditer(text)]


def comma(text: str) -> list[Raw]:
    """No space before a comma or a full stop.

    Source: section 3 of the rules; `.5`, `.NET` and spaced dots are none of them.

    >>> comma("mot , mot")
    [(3, 4, ' ', '', 'comma-space', None)]
    """
    return [(m.start(), m.start() + 1, " ", "", "comma-space", None) for m in _COMMA.finditer(text)]


def stray(text: str, plan: Plan) -> list[Raw]:
    """Takes out a plain space before ; : ! ? where the locale has none.

    Source: DIN 5008 and the usage of all locales but the French ones; OQLF for Quebec.

    >>> from newsclean.typography.plan import make_plan
    >>> stray("Was ? Ja", make_plan("de-DE"))
    [(3, 4, ' ', '', 'high-punctuation', None)]
    """
    row = plan.row
    out: list[Raw] = []
    for match in _STRAY.finditer(text):
        mode = row.colon_mode if match[1][0] == ":" else row.high_mode
        if mode == "remove":
            out.append((match.start(), match.start() + 1, " ", "", "high-punctuation", None))
    return out


def high(text: str, plan: Plan) -> list[Raw]:
    r"""The no-break space before ; : ! ? of the French locales, set or made no-break.

    Source: Lexique de l'Imprimerie nationale (narrow before ; ! ?, full before :); Swiss press: nothing is inserted.

    >>> from newsclean.typography.plan import make_plan
    >>> high("Quoi ? Oui!", make_plan("fr-FR"))
    [(10, 10, '', '\u202f', 'high-punctuation', None), (4, 5, ' ', '\u202f', 'high-punctuation', None)]
    """
    row = plan.row
    out: list[Raw] = []
    size = len(text)
    for at in _unset(text, plan):
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
        found, want = text[start:at], plan.colon if colon else plan.high
        if found == want or (not found and mode == "replace"):
            continue
        out.append((start, at, found, want, "high-punctuation", None))
    return out


def _takes_space(text: str, start: int, at: int, end: int) -> bool:
    """May a space stand before the high signs at `at`, with the blanks before them beginning at `start`?"""
    colon = text[at] == ":"
    if end < len(text) and text[end] not in (" \u00a0\u202f\n\t" if colon else _AFTER):
        return False
    last = text[start - 1]
    if last in "–—" and text[start - 2 : start - 1] in (" ", "\u00a0"):  # the end of an incise
        return True
    if last == ")" and text[start - 2] in "}(" and not colon:  # a remnant of code
        return False
    if last in _NOT_BEFORE:
        return False
    return start < at or last.isalnum() or last in _BEFORE or is_letter(last)


def _unset(text: str, plan: Plan) -> list[int]:
    """Places of the high signs without their space, but for the second and later ones of a group."""
    places: list[int] = []
    for sign in ":!?;":
        at = text.find(sign)
        if at < 0:
            continue
        want = plan.colon if sign == ":" else plan.high
        while at >= 0:
            before = text[at - 1]
            if before != want and (not at or before not in ";:!?"):
                places.append(at)
            at = text.find(sign, at + 1)
    return places


def guillemets(text: str, plan: Plan) -> list[Raw]:
    r"""A plain space inside a guillemet becomes no-break, paired or not.

    >>> from newsclean.typography.plan import make_plan
    >>> guillemets("« mot", make_plan("fr-FR"))
    [(1, 2, ' ', '\xa0', 'quote-space', None)]
    """
    return [(m.start(), m.end(), " ", plan.inner, "quote-space", None) for m in _GUILLEMETS.finditer(text)]
