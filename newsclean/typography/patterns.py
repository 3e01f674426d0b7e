"""Patterns that are compiled when they are first used, so that importing the package costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_METHODS = ("finditer", "findall", "search", "match", "fullmatch")


class Pattern:
    """A regular expression with the methods of a compiled one.

    >>> [m[0] for m in Pattern("[0-9]").finditer("a1b2")]
    ['1', '2']
    """

    finditer: Callable[[str], Iterator[regex.Match[str]]]
    findall: Callable[[str], list[Any]]
    search: Callable[[str], regex.Match[str] | None]
    match: Callable[..., regex.Match[str] | None]
    fullmatch: Callable[[str], regex.Match[str] | None]

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        # asked only until the methods below stand in the instance; two threads at once set the same ones
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = regex.compile(self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
