"""Text style: what the whole text shows of its own conventions.

It only chooses what a mark becomes, never whether it may stay, so that a text that was set once is never changed again,
whatever part of it is typeset.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import regex

    from newsclean.typography.locales import Locale

_SPACED = lazy_regex("«[ \u00a0\u202f\u2009]|[ \u00a0\u202f\u2009]»")
_TIGHT = lazy_regex("«(?![ \u00a0\u202f\u2009])")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The conventions that a text already follows.

    Attributes:
        spaced_guillemets: Whether most guillemets have a space inside.
        dash: "–" or "—", the more frequent spaced dash; "" if neither is.
        outer_quotes: The pair of outer quotation marks, if it is not the first choice of the locale; else "".
        quote_is_open: Whether an earlier paragraph left a quote open; set by `typeset`.
    """

    spaced_guillemets: bool = False
    dash: str = ""
    outer_quotes: str = ""
    quote_is_open: bool = False


_NO_STYLE = TextStyle()


def observe_style(paragraphs: Sequence[str], row: Locale) -> TextStyle:
    """Return the style of a text.

    Args:
        paragraphs: All paragraphs of the text.
        row: The locale.

    >>> from newsclean.typography.locales import locale_row
    >>> observe_style(["Il vient — dit-on — demain."], locale_row("fr-FR")).dash
    '—'
    """
    dash = _dash(paragraphs)
    spaced_guillemets = row.inner_mode == "keep" and _prefers(paragraphs, _SPACED, _TIGHT)
    outer_quotes = ""
    if not row.force and row.primary in ("«»", "‘’") and not row.strokes:
        curly = sum(p.count("“") for p in paragraphs)
        if curly and curly >= sum(p.count(row.primary[0]) for p in paragraphs):
            outer_quotes = "“”"
    if not dash and not spaced_guillemets and not outer_quotes:
        return _NO_STYLE
    return TextStyle(spaced_guillemets=spaced_guillemets, dash=dash, outer_quotes=outer_quotes)


def _dash(paragraphs: Iterable[str]) -> str:
    """Return the more frequent of the spaced dashes, or ""."""
    en = em = 0
    for paragraph in paragraphs:
        if "–" in paragraph:
            en += paragraph.count(" – ")
        if "—" in paragraph:
            em += paragraph.count(" — ")
    return "" if en == em else "–" if en > em else "—"


def _prefers(paragraphs: Iterable[str], yes: regex.Pattern[str], no: regex.Pattern[str]) -> bool:
    """Return True if the text matches one pattern more than twice as often as the other."""
    votes = 0
    for paragraph in paragraphs:
        if "«" in paragraph:
            votes += len(yes.findall(paragraph)) - 2 * len(no.findall(paragraph))
    return votes > 0
