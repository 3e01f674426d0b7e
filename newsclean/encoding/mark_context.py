"""Marks in context: which quotation mark, apostrophe or dash a damaged character was, by what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Collection

from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

_ELISION = lazy_re(
    r"(?:^|[^A-Za-z])(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd|dell|nell|all|dall|sull|un|c)$", re.IGNORECASE
)
_CONTRACTION = lazy_re(r"(?:s|t|re|ve|ll|d|m)(?![A-Za-z])", re.IGNORECASE)
_HUNDREDS = lazy_re(r"\d00(?!\d)")
_OPENERS = frozenset(" \t\xa0\u202f(['\"«“„-–—/")
_CLOSERS = frozenset(" \t\xa0\u202f.,;:!?)]…»”'\"-–—/")


def is_quote_open(text: str, *, opened: bool) -> bool:
    """Return True if a quotation is open after a piece of text.

    Args:
        text: The piece of text.
        opened: Whether a quotation is open before it.

    >>> is_quote_open("il dit “non", opened=False)
    True
    """
    last_open = max(text.rfind("“"), text.rfind("„"), text.rfind("«"))
    last_closed = max(text.rfind("”"), text.rfind("»"))
    return opened if last_open == last_closed else last_open > last_closed


def choose_mark(
    line: str, span: tuple[int, int], chars: Collection[str], document: RepairDocument, *, opened: bool
) -> str | None:
    """Return the mark out of the possible ones that fits best between its neighbours, or None.

    Args:
        line: The damaged line.
        span: Start and end of the damaged character.
        chars: The possible marks; a single one is returned as it is.
        document: The document, for its language.
        opened: Whether a quotation is open before the span.
    """
    if len(chars) == 1:
        return next(iter(chars))
    for mark in _candidates(line, *span, document, opened=opened):
        if mark in chars:
            return mark
    return None


def _candidates(line: str, start: int, end: int, document: RepairDocument, *, opened: bool) -> list[str]:
    """Return marks for a place, the likeliest first."""
    before, after = line[start - 1 : start], line[end : end + 1]
    if before.isalpha() and after.isalpha():
        return ["’", document.language.dash, "-", "\u2011"]
    if before.isdigit() and after.isdigit():
        return ["’", "–"] if _HUNDREDS.match(line, end) else ["–", "—"]
    opens, closes = not before or before in _OPENERS, not after or after in _CLOSERS
    dash = document.language.dash
    if opens and closes:
        if not before or (before.isspace() and after.isspace()):
            return [dash, "–", "—"]
        return ["”", "“", "–", "—"]
    if opens:
        return ["„" if document.language.code == "de" else "“", "“", "„", "«", "‘", "–", "—"]
    if closes:
        return _closing(before, after, document, opened=opened)
    return ["’", "–", "—"] if before.isalpha() else ["”", "“", "’", "–", "—"]


def _closing(before: str, after: str, document: RepairDocument, *, opened: bool) -> list[str]:
    """Return marks for a place after a word or a stop and before a space, the likeliest first."""
    if document.language.code == "en" and before in "sS" and after == " " and not opened:
        return ["’", "”"]
    return ["“", "”", "’", "–", "—"] if document.language.code == "de" and opened else ["”", "“", "’", "€", "–", "—"]


def is_elision(line: str, start: int, end: int, code: str) -> bool:
    """Return True if an apostrophe belongs between the text that ends at `start` and the text that begins at `end`.

    >>> is_elision("l?homme", 1, 2, "fr"), is_elision("don?t", 3, 4, "en")
    (True, True)
    """
    if code in ("fr", "it", "ca", "pt"):
        return (
            bool(_ELISION.search(line[max(0, start - 10) : start]))
            and line[end : end + 1].lower() in "aeiouyhéèêàâîôûœæ"
        )
    return code == "en" and line[start - 1 : start].isalpha() and bool(_CONTRACTION.match(line, end))
