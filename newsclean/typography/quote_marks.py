"""Quote marks: the quote-like characters of a paragraph, and the cost of each role by the neighbours of the mark alone.

Costs are on one scale: 0 is certain, about 3 needs support by other marks, 6 and more is nearly excluded, `NEVER` is excluded.
They were tuned by hand on newspaper paragraphs with correct typography whose marks had been replaced by straight ones.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from newsclean.typography.apostrophes import NEVER, apostrophe_costs
from newsclean.typography.scanner import SPACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.apostrophe_words import ApostropheWords
    from newsclean.typography.locales import Locale

DOUBLE, TICK, CURLY, GUILLEMET, SINGLE, CURLY_SINGLE, SINGLE_GUILLEMET = range(7)
FAMILY = {
    '"': DOUBLE, "＂": DOUBLE, "″": DOUBLE,
    "''": TICK, "``": TICK, "´´": TICK, ",,": TICK, "’’": TICK, "‘‘": TICK, "‚‚": TICK,
    "“": CURLY, "”": CURLY, "„": CURLY, "‟": CURLY,
    "«": GUILLEMET, "»": GUILLEMET, "<<": GUILLEMET, ">>": GUILLEMET,
    "'": SINGLE, "`": SINGLE, "´": SINGLE, "＇": SINGLE, "ʼ": SINGLE, "′": SINGLE,
    "‘": CURLY_SINGLE, "’": CURLY_SINGLE, "‚": CURLY_SINGLE, "‛": CURLY_SINGLE,
    "‹": SINGLE_GUILLEMET, "›": SINGLE_GUILLEMET,
}  # fmt: skip
SPACE, WORD, OPEN, STOP, DASH, SYMBOL = range(6)
_CLASSES = (
    dict.fromkeys(SPACES, SPACE)
    | dict.fromkeys("([{¿¡", OPEN)
    | dict.fromkeys(".,;:!?…)]}%", STOP)
    | dict.fromkeys("-–—‑/|+=*•·_~", DASH)
)
_LETTER_CATEGORIES = frozenset({"Mn", "Mc", "Me", "Cc", "Cf", "Cs", "Co", "Cn"})
# (class of the character before, class of the one after) -> (cost of opening, cost of closing)
_NEIGHBOUR_COSTS = {
    (SPACE, WORD): (0, 6), (SPACE, OPEN): (0.2, 5), (SPACE, STOP): (3, 0.3), (SPACE, DASH): (1, 2), (SPACE, SYMBOL): (0.2, 5),
    (OPEN, WORD): (0, 6), (OPEN, OPEN): (0.2, 6), (OPEN, STOP): (2, 3), (OPEN, DASH): (1, 3), (OPEN, SYMBOL): (0.2, 6), (OPEN, SPACE): (1, 4),
    (WORD, WORD): (4, 4), (WORD, SPACE): (6, 0), (WORD, STOP): (6, 0), (WORD, DASH): (6, 0), (WORD, OPEN): (5, 0.2), (WORD, SYMBOL): (5, 1),
    (STOP, SPACE): (6, 0), (STOP, STOP): (6, 0), (STOP, DASH): (5, 0), (STOP, OPEN): (3, 0.5), (STOP, SYMBOL): (3, 1),
    (DASH, WORD): (0.3, 5), (DASH, SPACE): (3, 0.7), (DASH, STOP): (4, 0.5), (DASH, DASH): (2, 2), (DASH, OPEN): (0.5, 3), (DASH, SYMBOL): (0.5, 4),
    (SYMBOL, WORD): (2, 3), (SYMBOL, SPACE): (5, 0.2), (SYMBOL, STOP): (5, 0.2), (SYMBOL, DASH): (4, 0.5), (SYMBOL, OPEN): (3, 1), (SYMBOL, SYMBOL): (2, 2),
}  # fmt: skip
# the character before, for a mark between a stop and a word -> (cost of opening, cost of closing)
_AFTER_STOP = {":": (1, 3.5), ",": (1.5, 3), ";": (1, 3.5)}


class QuoteMark(NamedTuple):
    """One quote-like mark with the costs of its roles.

    Attributes:
        start: Offset of the mark.
        end: Offset after it.
        glyph: Its text, one or two characters.
        family: The family of its glyph, such as `DOUBLE`; a pair of two families costs extra.
        apostrophe: Cost of the role of an apostrophe.
        opening: Cost of opening a quote.
        closing: Cost of closing a quote.
        prime: Cost of the role of a prime (minutes, feet), which stays as it is.
        join: Number of spaces after it to remove if it is an apostrophe.
        blank: Whether nothing but spaces is between it and the mark before, so that both cannot enclose a quote.
    """

    start: int
    end: int
    glyph: str
    family: int
    apostrophe: float
    opening: float
    closing: float
    prime: float
    join: int
    blank: bool


def char_class(char: str) -> int:
    """Return the class of a neighbour, such as `WORD`.

    >>> char_class("a") == WORD, char_class(",") == STOP
    (True, True)
    """
    if char.isalnum():
        return WORD
    found = _CLASSES.get(char)
    if found is not None:
        return found
    return WORD if unicodedata.category(char) in _LETTER_CATEGORIES else SYMBOL


def weigh_roles(text: str, spans: Sequence[tuple[int, int]], row: Locale, words: ApostropheWords) -> list[QuoteMark]:
    """Return the marks with the cost of each role.

    Args:
        text: The paragraph.
        spans: Start and end of each mark, ascending.
        row: The locale.
        words: The words of the language that take apostrophes.

    >>> from newsclean.typography.apostrophe_words import apostrophe_words
    >>> from newsclean.typography.locales import locale_row
    >>> mark, = weigh_roles("Un 'mot' ici", [(7, 8)], locale_row("fr-FR"), apostrophe_words("fr"))
    >>> mark.closing < mark.opening
    True
    """
    marks: list[QuoteMark] = []
    befores, afters = _neighbours(text, spans)
    last, size = -1, len(spans)
    elided = False  # the mark before is an apostrophe after an elision, and this one follows it at once
    for k, (start, end) in enumerate(spans):
        glyph = text[start:end]
        family = FAMILY[glyph]
        left, right = befores[k], afters[k]
        before, after = OPEN if elided else char_class(left), char_class(right)
        opening, closing = _neighbour_costs(text, (start, end), (before, after), left, right)
        if glyph in _DIRECTION_COSTS:
            more_open, more_close = _direction_costs(glyph, row)
            opening, closing = opening + more_open, closing + more_close
        apostrophe, prime, join = NEVER, NEVER, 0
        measured = left.isdigit() and start > last and not text[end : end + 1].isalnum() and glyph not in _NEVER_PRIMES
        if family in (SINGLE, CURLY_SINGLE):
            touching = k + 1 < size and spans[k + 1][0] == end
            apostrophe, prime, more_open, more_close, join = apostrophe_costs(
                text, (start, end), (before == WORD, after == WORD), (start == last, touching), words
            )
            opening, closing = opening + more_open, closing + more_close
            elided = apostrophe == 0
            if measured:
                prime = min(prime, 1.2)
        else:
            elided = False
            if measured:
                prime = 2.2
        blank = k > 0 and (start == last or not text[last:start].strip(SPACES))
        marks.append(QuoteMark(start, end, glyph, family, apostrophe, opening, closing, prime, join, blank))
        last = end
    return marks


def _neighbours(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """Return the characters before and after every mark; adjacent marks are skipped. One pass in each direction."""
    befores: list[str] = []
    last, char = -1, " "
    for start, end in spans:
        if start != last:
            char = text[start - 1] if start else " "
        befores.append(char)
        last = end
    afters: list[str] = []
    following, char = -1, " "
    for start, end in reversed(spans):
        if end != following:
            char = text[end] if end < len(text) else " "
        afters.append(char)
        following = start
    afters.reverse()
    return befores, afters


def _neighbour_costs(
    text: str, span: tuple[int, int], around: tuple[int, int], left: str, right: str
) -> tuple[float, float]:
    """Return the costs of opening and closing by the two neighbours."""
    (start, end), (before, after) = span, around
    if before == SPACE and after == SPACE:
        return _spaced_costs(text, start, end)
    if before == STOP and after == WORD:
        return _AFTER_STOP.get(left, (3, 2))
    if after == STOP and right in ".…" and before in (SPACE, OPEN):
        rest = text[end : end + 5].lstrip(".…")
        if rest[:1].isalnum() or (
            rest and rest[0] in SPACES and len(rest) < 5 and text[end] in ".…" and text[end : end + 2] != ". "
        ):
            return (0.3, 2.5)
    return _NEIGHBOUR_COSTS[before, after]


def _spaced_costs(text: str, start: int, end: int) -> tuple[float, float]:
    """Return the costs of opening and closing for a mark with spaces on both sides: the next characters are weak evidence."""
    opening = closing = 1.5
    left, right = text[max(0, start - 12) : start].rstrip(SPACES), text[end : end + 12].lstrip(SPACES)
    if not left:
        closing += 4 if start < 12 else 0
    elif left[-1] in "(:,[":
        opening -= 1
    if not right:
        opening += 4 if len(text) - end < 12 else 0
    elif right[0] in ".,;:)!?]":
        closing -= 1.2
        opening += 1
    elif right[0].isupper() and left[-1:] and left[-1] not in ".!?…":
        opening -= 0.3
    return opening, closing


# glyph -> what it adds to the (cost of opening, cost of closing)
_DIRECTION_COSTS = {
    "«": (0, 6), "»": (6, 0), "<<": (0, 6), ">>": (6, 0), "‹": (0, 6), "›": (6, 0), "“": (0, 2.5), "”": (4.5, 0), "„": (0, 8), "‟": (0, 3),
    "‘": (0, 3), "’": (0, 0), "‚": (0, 8), ",,": (0, 6), "``": (0, 4), "`": (0, 2), "‛": (0, 3),
}  # fmt: skip


_NEVER_PRIMES = frozenset({"«", "»", "“", "„", "‹", "›", "<<", ">>", ",,", "``", "`"})


def _direction_costs(glyph: str, row: Locale) -> tuple[float, float]:
    """Return what a glyph with a direction adds to the costs: no proof, since the page may follow another country's rules."""
    if (row.reversed and glyph in "«»‹›") or (row.low_closer and glyph in "“‘") or (row.same and glyph in "”’"):
        return (0, 0)
    return _DIRECTION_COSTS[glyph]
