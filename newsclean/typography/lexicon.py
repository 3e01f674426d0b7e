"""The words that carry an apostrophe at one end, by language, read from `lexicon.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newsclean.typography.tables import read_table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; `lexicon.toml` says what each column means.

    >>> "jusqu" in lexicon("fr").elisions
    True
    """

    elisions: frozenset[str]
    joins: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    endings: tuple[str, ...]
    dropped: float
    vowels: frozenset[str]


_EMPTY = Lexicon(frozenset(), frozenset(), frozenset(), frozenset(), (), 6.0, frozenset())


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one when there is none.

    >>> lexicon("xx").elisions
    frozenset()
    """
    table = read_table("lexicon.toml")
    row = table.get(language)
    if row is None:
        return _EMPTY
    return Lexicon(
        elisions=frozenset(row["elisions"]),
        joins=frozenset(row["joins"]),
        leading=frozenset(row["leading"]),
        trailing=frozenset(row["trailing"]),
        endings=tuple(row["endings"]),
        dropped=row["dropped"],
        vowels=frozenset(row.get("vowels", "")),
    )
