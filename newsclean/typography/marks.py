"""Marks: the quote-like characters of a paragraph, and what each role would cost from its neighbours alone.

Roles: apostrophe, open, close, prime (keeps its byte), leave (keeps its byte). Letter-mark-letter never comes here: it is an apostrophe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.lexicon import Lexicon
    from newsclean.typography.locales import Locale

NEVER = 40.0
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
SPACES = " \u00a0\u202f\u2009\t\n\u2007\u2002\u2003\u2005\u2006\u2008\u200a\u3000\r\v\f\u2028\u2029\x85"
APOSTROPHES = "'’‘´`ʼ′‛＇"
_SINGLES = frozenset(APOSTROPHES)
QUOTES = frozenset("\"“”„‟«»‹›‚＂″'’‘´`′‛＇ʼ")
TOKEN = regex.compile(
    r"""(?<!')'''(?!')|<<(?!<)|(?<!>)>>|,,(?=[^\s,])|''|``|´´|’’|‘‘|‚‚|["«»“”„‟‹›‚＂″]|(?<![^\W_])['`´‘’‛＇′ʼ]|['`´‘’‛＇′ʼ](?![^\W_])"""
)

SPACE, WORD, OPEN, STOP, DASH, SYMBOL = range(6)
_CLASSES = (
    {c: SPACE for c in SPACES}
    | dict.fromkeys("([{¿¡", OPEN)
    | dict.fromkeys(".,;:!?…)]}%", STOP)
    | dict.fromkeys("-–—‑/|+=*•·_~", DASH)
)
# (class before, class after): cost of open, cost of close.
_GEOMETRY = {
    (SPACE, WORD): (0, 6), (SPACE, OPEN): (0.2, 5), (SPACE, STOP): (3, 0.3), (SPACE, DASH): (1, 2), (SPACE, SYMBOL): (0.2, 5),
    (OPEN, WORD): (0, 6), (OPEN, OPEN): (0.2, 6), (OPEN, STOP): (2, 3), (OPEN, DASH): (1, 3), (OPEN, SYMBOL): (0.2, 6), (OPEN, SPACE): (1, 4),
    (WORD, WORD): (4, 4), (WORD, SPACE): (6, 0), (WORD, STOP): (6, 0), (WORD, DASH): (6, 0), (WORD, OPEN): (5, 0.2), (WORD, SYMBOL): (5, 1),
    (STOP, SPACE): (6, 0), (STOP, STOP): (6, 0), (STOP, DASH): (5, 0), (STOP, OPEN): (3, 0.5), (STOP, SYMBOL): (3, 1),
    (DASH, WORD): (0.3, 5), (DASH, SPACE): (3, 0.7), (DASH, STOP): (4, 0.5), (DASH, DASH): (2, 2), (DASH, OPEN): (0.5, 3), (DASH, SYMBOL): (0.5, 4),
    (SYMBOL, WORD): (2, 3), (SYMBOL, SPACE): (5, 0.2), (SYMBOL, STOP): (5, 0.2), (SYMBOL, DASH): (4, 0.5), (SYMBOL, OPEN): (3, 1), (SYMBOL, SYMBOL): (2, 2),
}  # fmt: skip
_AFTER_STOP = {":": (1, 3.5), ",": (1.5, 3), ";": (1, 3.5)}


class Mark(NamedTuple):
    """One mark with the costs of its roles; `blank` says that only spaces part it from the mark before."""

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
    """The class of a neighbour.

    >>> char_class("a") == WORD, char_class(",") == STOP
    (True, True)
    """
    found = _CLASSES.get(char)
    if found is not None:
        return found
    return WORD if char.isalnum() or not char.isprintable() or regex.match(r"\p{M}", char) else SYMBOL


def tokens(text: str, words: Lexicon) -> list[tuple[int, int]]:
    """Spans of the marks; two single ones after an elision are two marks: `l''affaire'`.

    >>> from newsclean.typography.lexicon import lexicon
    >>> tokens("d''eux' ''mot''", lexicon("fr"))
    [(1, 2), (2, 3), (6, 7), (8, 10), (13, 15)]
    """
    spans = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if end - start == 3:  # the inner quote closes first and opens last
            middle = end - 2 if start and text[start - 1] not in SPACES else end - 1
            spans += [(start, middle), (middle, end)]
            continue
        if end - start == 2 and text[start] in _SINGLES and end < len(text) and text[end].isalnum() and word_before(text, start) in words.elisions:
            spans += [(start, start + 1), (start + 1, end)]
            continue
        spans.append((start, end))
    return spans


def word_before(text: str, at: int) -> str:
    """The letters right before a place, in lower case, thirty at most.

    >>> word_before("il dit L'", 8)
    'l'
    """
    start = at
    stop = max(0, at - 30)
    while start > stop and (text[start - 1].isalnum() or text[start - 1] in "\u0301\u0300\u0327"):
        start -= 1
    return text[start:at].lower()


def word_after(text: str, at: int) -> str:
    """The letters and digits from a place on, in lower case, thirty at most.

    >>> word_after("'tis so", 1)
    'tis'
    """
    end = at
    stop = min(len(text), at + 30)
    while end < stop and text[end].isalnum():
        end += 1
    return text[at:end].lower()


class _Sides:
    """Neighbours of every mark with other marks looked through, computed in one walk each way."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        n = len(spans)
        self.before, self.after = [""] * n, [""] * n
        for k, (start, _) in enumerate(spans):
            if k and spans[k - 1][1] == start:
                self.before[k] = self.before[k - 1]
            else:
                self.before[k] = text[start - 1] if start else " "
        for k in range(n - 1, -1, -1):
            end = spans[k][1]
            if k + 1 < n and spans[k + 1][0] == end:
                self.after[k] = self.after[k + 1]
            else:
                self.after[k] = text[end] if end < len(text) else " "


def weigh(text: str, spans: Sequence[tuple[int, int]], row: Locale, words: Lexicon) -> list[Mark]:
    """The marks with the cost of each role.

    Source: the cost table of the method notes, tuned on well-set newspaper paragraphs that were degraded.

    >>> from newsclean.typography.lexicon import lexicon
    >>> from newsclean.typography.locales import locale_row
    >>> mark, = weigh("Un mot\\" ici", [(6, 7)], locale_row("fr-FR"), lexicon("fr"))
    >>> mark.closing < mark.opening
    True
    """
    sides, marks = _Sides(text, spans), []
    last = 0
    elided = False  # the mark before is an apostrophe after an elision, and this one follows it at once
    for k, (start, end) in enumerate(spans):
        glyph = text[start:end]
        family = FAMILY[glyph]
        single = family in (SINGLE, CURLY_SINGLE)
        before, after = char_class(sides.before[k]), char_class(sides.after[k])
        blank = k > 0 and not text[last:start].strip(SPACES)
        if elided:
            before = OPEN
        opening, closing = _geometry(text, start, end, before, after, sides.before[k], sides.after[k])
        apostrophe, prime, join = NEVER, NEVER, 0
        if glyph in _DIRECTION:
            more_open, more_close = _direction(glyph, row)
            opening, closing = opening + more_open, closing + more_close
        touches = start == last and k > 0
        if text[start - 1 : start].isdigit() and not text[end : end + 1].isalnum() and glyph not in "«»“„‹›<<>>,,``":
            prime = 1.2 if single else 2.2
        elided = False
        if single:
            if before == WORD and not touches and after != WORD or (before == WORD and not touches and k + 1 < len(spans) and spans[k + 1][0] == end):
                apostrophe, more, join, elided = _final(text, start, end, k + 1 < len(spans) and spans[k + 1][0] == end, words)
                if more:
                    closing, opening = closing + more, opening + more
                if before == WORD and opening > 4:
                    opening = 12
                if words.vowels and text[start - 1].lower() in words.vowels and apostrophe > 2:
                    prime = 2.0
            elif after == WORD and (not touches or before != WORD):
                apostrophe, more = _initial(text, end, words)
                if text[end : end + 1].isalnum():
                    opening += more
                else:
                    apostrophe = 8.0
            elif before == WORD and after == WORD:
                apostrophe = 3.0
            if glyph == "’":
                opening += 3.5
        marks.append(Mark(start, end, glyph, family, apostrophe, opening, closing, prime, join, blank))
        last = end
    return marks


def _geometry(text: str, start: int, end: int, before: int, after: int, left: str, right: str) -> tuple[float, float]:
    if before == SPACE and after == SPACE:
        return _spaced(text, start, end)
    if before == STOP and after == WORD:
        return _AFTER_STOP.get(left, (3, 2))
    if after == STOP and right in ".…" and before in (SPACE, OPEN):
        rest = text[end : end + 5].lstrip(".…")
        if rest[:1].isalnum() or (rest and rest[0] in SPACES and len(rest) < 5 and text[end] in ".…" and text[end : end + 2] != ". "):
            return (0.3, 2.5)
    return _GEOMETRY[before, after]


def _spaced(text: str, start: int, end: int) -> tuple[float, float]:
    """A mark with a space (or nothing) on both sides: the next signs on both sides say a little, the open quotes the rest."""
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


_DIRECTION = frozenset({"«", "»", "<<", ">>", "“", "”", "„", "‟", "‘", "’", "‚", "‹", "›", ",,", "``", "`", "‛"})
_LIKELY = {
    "«": (0, 6), "»": (6, 0), "<<": (0, 6), ">>": (6, 0), "‹": (0, 6), "›": (6, 0), "“": (0, 2.5), "”": (4.5, 0), "„": (0, 8), "‟": (0, 3),
    "‘": (0, 3), "’": (0, 0), "‚": (0, 8), ",,": (0, 6), "``": (0, 4), "`": (0, 2), "‛": (0, 3),
}  # fmt: skip


def _direction(glyph: str, row: Locale) -> tuple[float, float]:
    """What a glyph with a direction adds: evidence, not proof, for the page may have been set by another country's rules."""
    if (row.reversed and glyph in "«»‹›") or (row.low_closer and glyph in "“‘") or (row.same and glyph in "”’"):
        return (0, 0)
    return _LIKELY[glyph]


def _final(text: str, start: int, end: int, touching: bool, words: Lexicon) -> tuple[float, float, int, bool]:  # noqa: FBT001
    """Cost of an apostrophe at a word's end, what it adds to a quote, the spaces to take out, whether a quote may open right after."""
    word = word_before(text, start)
    follower = text[end : end + 1]
    if word in words.elisions and (touching or (follower and follower in "«“„‹([{€$£<\"")):
        return 0.0, 6.0, 0, True
    if word in words.joins and follower == " ":
        at = end
        while at < len(text) and text[at] == " " and at - end < 4:
            at += 1
        if at < len(text) and (text[at].lower() in _VOWELS or text[at] in "«“"):
            return 0.4, 1.0, at - end, False
    if word in words.trailing:
        return 0.4, 0.0, 0, False
    if word.endswith(words.endings) and words.endings and len(word) > 1 and not word[-1].isdigit():
        return 1.0, 0.0, 0, False
    return words.dropped if word and not word[-1].isdigit() else NEVER, 0.0, 0, False


_VOWELS = frozenset("aeiouyhàâäéèêëîïôöùûüœæáíóúì")


def _initial(text: str, end: int, words: Lexicon) -> tuple[float, float]:
    """Cost of an apostrophe at a word's beginning, and what it adds to an opening quote."""
    word = word_after(text, end)
    if word in words.leading:
        return (0.3, 3.0) if word == "n" and text[end + 1 : end + 2] in _SINGLES else (0.7, 1.5)
    if len(word) in (2, 3) and word[:2].isdigit() and word[2:] in ("", "s", "e", "r"):
        return 0.7, 3.0 if word[2:] else 1.5
    return 6.0, 0.0
