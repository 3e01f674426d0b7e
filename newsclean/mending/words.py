"""Words that tell what was torn apart or glued together; read from words.toml on first use."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


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
    tables: dict[str, dict[str, str]] = tomllib.loads(
        (resources.files("newsclean.mending") / "words.toml").read_text("utf-8")
    )
    return tables
