"""Conventions: the row of a locale with the options of a call applied, computed once for each combination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.errors import unknown
from newsclean.languages import language_cache
from newsclean.typography.apostrophe_words import ApostropheWords, apostrophe_words
from newsclean.typography.locales import Locale, locale_row, styled
from newsclean.typography.protect import PROTECTED_SIGNS

if TYPE_CHECKING:
    from collections.abc import Collection

RawEdit = tuple[int, int, str, str, str, None]  # the fields of an `Edit`, which is made only for edits that are kept

RULES = (
    "apostrophe", "comma-space", "dash", "dialogue", "elision-space", "ellipsis", "high-punctuation", "percent", "quote-space", "quotes",
    "spaces", "thousands", "units",
)  # fmt: skip
EDITORIAL = ("accents", "bind-abbrev", "ligatures", "ordinals", "primes", "ranges", "times")
SPACINGS = ("typographic", "nbsp", "plain")
_SPACE = {
    "typographic": {"nbsp": "\u00a0", "nnbsp": "\u202f", "": ""},
    "nbsp": {"nbsp": "\u00a0", "nnbsp": "\u00a0", "": ""},
    "plain": {"nbsp": " ", "nnbsp": " ", "": ""},
}


_ALWAYS_AMBIGUOUS = ("'", '"', "`", "´", "<<", ">>", "＂", "＇", "‟", "‛", "ʼ", "′", "″", "+")


def _ambiguous_marks(row: Locale) -> tuple[str, ...]:
    """Return the marks whose role is open wherever they stand: straight ones, substitutes, and those not of the locale."""
    own = set(row.primary + "’").union(*row.keep) if row.force else set("“”’„«»‹›‚")
    return _ALWAYS_AMBIGUOUS + tuple([c for c in "“”„‘‚«»‹›" if c not in own])


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions of one call of `typeset`.

    Attributes:
        row: The locale.
        words: The words of its language that take apostrophes.
        inner: The space inside guillemets.
        high: The space before ; ! ?
        colon: The space before a colon.
        thousands: The space between groups of three digits.
        no_break: The no-break space, or a plain one if the call asks for plain spaces.
        ambiguous: The marks whose role is open wherever they stand.
        signs: The characters of these, and those that may begin a protected span.
        off: Ids of rules to leave out.
        on: Ids of editorial changes to make.
    """

    row: Locale
    words: ApostropheWords
    inner: str
    high: str
    colon: str
    thousands: str
    no_break: str
    ambiguous: tuple[str, ...]
    signs: str
    off: frozenset[str]
    on: frozenset[str]


def resolve_conventions(
    locale: str | Locale | None,
    spaces: str = "typographic",
    style: str | None = None,
    off: Collection[str] = (),
    on: Collection[str] = (),
) -> Conventions:
    r"""Return the conventions of a call, from a bounded cache; the arguments are those of `typeset`.

    Raises:
        NewscleanError: The locale, the style, a rule or the kind of spaces is unknown.

    >>> resolve_conventions("fr-FR", "nbsp").high
    '\xa0'
    """
    return _resolve(locale, spaces, style, frozenset(off), frozenset(on))


@language_cache(128)
def _resolve(
    locale: str | Locale | None, spaces: str, style: str | None, off: frozenset[str], on: frozenset[str]
) -> Conventions:
    if spaces not in SPACINGS:
        raise unknown("kind of spaces", spaces, SPACINGS)
    for name in sorted(off | on):
        if name not in RULES and name not in EDITORIAL:
            raise unknown("typography rule", name, RULES + EDITORIAL)
    row = styled(locale if isinstance(locale, Locale) else locale_row(locale), style)
    space = _SPACE[spaces]
    inner = space[row.inner]
    return Conventions(
        row=row,
        words=apostrophe_words(row.language),
        inner=inner,
        high=space[row.high],
        colon=space[row.colon],
        thousands=space[row.thousands],
        no_break=space["nbsp"],
        ambiguous=_ambiguous_marks(row),
        signs="".join(dict.fromkeys("".join(_ambiguous_marks(row)) + PROTECTED_SIGNS)),
        off=off,
        on=on & frozenset(EDITORIAL) - off,
    )
