"""The word lists of the grammar: TOML files of this package, read once on first use."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

import regex

from newsclean.tables import table_of


@functools.lru_cache(maxsize=8)
def table(name: str) -> Mapping[str, Any]:
    """One word list as its file has it.

    Args:
        name: The name of the file, without its suffix.

    >>> table("calendar")["zones"]["cet"]
    60
    """
    return table_of("newsclean.metadata", f"{name}.toml")


def alternatives(words: Iterable[str]) -> str:
    r"""The words as alternatives of a pattern, the longest first.

    >>> alternatives(["a.m", "a"])
    'a\\.m|a'
    """
    return "|".join(regex.escape(w, special_only=True) for w in sorted(set(words), key=lambda w: (-len(w), w)))
