"""Plans: a locale row with the options of a call, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclean.errors import unknown
from newsclean.languages import language_cache
from newsclean.typography.lexicon import Lexicon, lexicon
from newsclean.typography.locales import Locale, locale_row, styled
from newsclean.typography.protect import RARE

if TYPE_CHECKING:
    from collections.abc import Collection

Raw = tuple[int, int, str, str, str, None]

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


_LOOSE = ("'", '"', "`", "´", "<<", ">>", "＂", "＇", "‟", "‛", "ʼ", "′", "″", "+")


def _loose(row: Locale) -> tuple[str, ...]:
    """Marks that ask for a decision wherever they stand: straight ones, stand-ins, and the foreign ones where the locale forces its own."""
    own = set(row.primary + "’").union(*row.keep) if row.force else set("“”’„«»‹›‚")
    return _LOOSE + tuple([c for c in "“”„‘‚«»‹›" if c not in own])


@dataclass(frozen=True, slots=True)
class Plan:
    """What one call of `typeset` works by."""

    row: Locale
    words: Lexicon
    inner: str
    high: str
    colon: str
    thousands: str
    no_break: str
    loose: tuple[str, ...]
    rare: str
    off: frozenset[str]
    on: frozenset[str]


def make_plan(
    locale: str | Locale | None,
    spaces: str = "typographic",
    style: str | None = None,
    off: Collection[str] = (),
    on: Collection[str] = (),
) -> Plan:
    r"""The plan of a call, from a bounded cache.

    Errors: `NewscleanError` for an unknown locale, style, rule or kind of spaces.

    >>> make_plan("fr-FR", "nbsp").high
    '\xa0'
    """
    return _plan(locale, spaces, style, frozenset(off), frozenset(on))


@language_cache(128)
def _plan(locale: str | Locale | None, spaces: str, style: str | None, off: frozenset[str], on: frozenset[str]) -> Plan:
    if spaces not in SPACINGS:
        raise unknown("kind of spaces", spaces, SPACINGS)
    for name in sorted(off | on):
        if name not in RULES and name not in EDITORIAL:
            raise unknown("typography rule", name, RULES + EDITORIAL)
    row = styled(locale if isinstance(locale, Locale) else locale_row(locale), style)
    space = _SPACE[spaces]
    inner = space[row.inner]
    return Plan(
        row=row,
        words=lexicon(row.language),
        inner=inner,
        high=space[row.high],
        colon=space[row.colon],
        thousands=space[row.thousands],
        no_break=space["nbsp"],
        loose=_loose(row),
        rare="".join(dict.fromkeys("".join(_loose(row)) + RARE)),
        off=off,
        on=on & frozenset(EDITORIAL) - off,
    )
