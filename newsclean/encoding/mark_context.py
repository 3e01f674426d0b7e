"""Marks in context: which quotation mark, apostrophe or dash a damaged character was, by what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Collection

from newsclean.encoding.repair_document import RepairDocument
from newsclean.languages import language_cache, language_section, words_of_all
from newsclean.patterns import lazy_re

_VOWELS = frozenset("aeiouyhéèêàâîôûœæ")
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
        return ["’", document.orthography.dash, "-", "\u2011"]
    if before.isdigit() and after.isdigit():
        return ["’", "–"] if _HUNDREDS.match(line, end) else ["–", "—"]
    opens, closes = not before or before in _OPENERS, not after or after in _CLOSERS
    dash = document.orthography.dash
    if opens and closes:
        if not before or (before.isspace() and after.isspace()):
            return [dash, "–", "—"]
        return ["”", "“", "–", "—"]
    if opens:
        return ["„" if document.orthography.low_quotes else "“", "“", "„", "«", "‘", "–", "—"]
    if closes:
        return _closing(before, after, document, opened=opened)
    return ["’", "–", "—"] if before.isalpha() else ["”", "“", "’", "–", "—"]


def _closing(before: str, after: str, document: RepairDocument, *, opened: bool) -> list[str]:
    """Return marks for a place after a word or a stop and before a space, the likeliest first."""
    if document.orthography.genitive_apostrophe and before in "sS" and after == " " and not opened:
        return ["’", "”"]
    return ["“", "”", "’", "–", "—"] if document.orthography.low_quotes and opened else ["”", "“", "’", "€", "–", "—"]


def is_elision(line: str, start: int, end: int, code: str) -> bool:
    """Return True if an apostrophe belongs between the text that ends at `start` and the text that begins at `end`.

    >>> is_elision("l?homme", 1, 2, "fr"), is_elision("don?t", 3, 4, "en")
    (True, True)
    """
    if language_section(code, "encoding").get("elisions"):
        before = line[max(0, start - 10) : start]
        return _elision().search(before) is not None and line[end : end + 1].lower() in _VOWELS
    contraction = _contraction(code)
    return contraction is not None and line[start - 1 : start].isalpha() and contraction.match(line, end) is not None


@language_cache()
def _elision() -> re.Pattern[str]:
    """Return the pattern of a word that elides its vowel, of all languages: their press quotes its neighbours."""
    words = "|".join(sorted(words_of_all("encoding", "elisions")))
    return lazy_re(f"(?:^|[^A-Za-z])(?:{words})$", re.IGNORECASE)


@language_cache()
def _contraction(code: str) -> re.Pattern[str] | None:
    """Return the pattern of what follows an apostrophe inside a contracted word, or None for a language without."""
    words = language_section(code, "encoding").get("contractions", "").split()
    return lazy_re(rf"(?:{'|'.join(words)})(?![A-Za-z])", re.IGNORECASE) if words else None
