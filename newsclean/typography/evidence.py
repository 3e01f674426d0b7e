"""Evidence: what the whole text says about its own style. It only chooses what a mark becomes, never whether it may stay.

So a text that was set once is never set again, whatever part of it is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import regex

    from newsclean.typography.locales import Locale

_SPACED = lazy_regex("«[ \u00a0\u202f\u2009]|[ \u00a0\u202f\u2009]»")
_TIGHT = lazy_regex("«(?![ \u00a0\u202f\u2009])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text does already: spaced guillemets, its dash, its outer quotes, a quote left open by an earlier paragraph."""

    spaced: bool = False
    dash: str = ""
    primary: str = ""
    open_before: bool = False


NOTHING = Evidence()
WITHIN = replace(NOTHING, open_before=True)


def gather(paragraphs: Sequence[str], row: Locale) -> Evidence:
    """The evidence of all paragraphs.

    >>> from newsclean.typography.locales import locale_row
    >>> gather(["Il vient — dit-on — demain."], locale_row("fr-FR")).dash
    '—'
    """
    dash = _dash(paragraphs)
    spaced = row.inner_mode == "keep" and _vote(paragraphs, _SPACED, _TIGHT)
    primary = ""
    if not row.force and row.primary in ("«»", "‘’") and not row.strokes:
        curly = sum(p.count("“") for p in paragraphs)
        if curly and curly >= sum(p.count(row.primary[0]) for p in paragraphs):
            primary = "“”"
    if not dash and not spaced and not primary:
        return NOTHING
    return Evidence(spaced=spaced, dash=dash, primary=primary)


def _dash(paragraphs: Iterable[str]) -> str:
    en = em = 0
    for paragraph in paragraphs:
        if "–" in paragraph:
            en += paragraph.count(" – ")
        if "—" in paragraph:
            em += paragraph.count(" — ")
    return "" if en == em else "–" if en > em else "—"


def _vote(paragraphs: Iterable[str], yes: regex.Pattern[str], no: regex.Pattern[str]) -> bool:
    votes = 0
    for paragraph in paragraphs:
        if "«" in paragraph:
            votes += len(yes.findall(paragraph)) - 2 * len(no.findall(paragraph))
    return votes > 0
