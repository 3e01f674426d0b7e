"""Words that tell what was torn apart or glued together; read from words.toml on first use."""

from __future__ import annotations

import functools

from newsclean.tables import table_of


@functools.lru_cache(maxsize=64)
def words(table: str, language: str | None = "all") -> frozenset[str]:
    """The words of one table, in one language ("all": of all languages together); none for a language that has no row.

    Arguments: `table` is "unfinished", "linking", "opening", "shortened" or "domains".

    >>> "des" in words("unfinished", "fr"), "des" in words("unfinished", "en")
    (True, False)
    """
    rows = _tables()[table]
    chosen = rows.values() if language == "all" else [rows.get(language or "", "")]
    return frozenset(word for row in chosen for word in row.split())


@functools.lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return table_of("newsclean.mending", "words.toml")
