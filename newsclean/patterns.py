"""Regular expressions that are compiled on first use: most texts need few of them, and importing needs none."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers read it as true
if TYPE_CHECKING:
    import re
    from typing import Any, AnyStr

    import regex

_ATTRIBUTES = (
    "finditer",
    "findall",
    "search",
    "match",
    "fullmatch",
    "sub",
    "subn",
    "split",
    "pattern",
    "flags",
    "groups",
    "groupindex",
)


class _Compiled:
    """A pattern that has been used: the attributes of the compiled pattern are attributes of the instance."""


class _Lazy(_Compiled):
    """A pattern that has not been used yet."""

    def __init__(self, module: str, source: Any, flags: int) -> None:
        self._module, self._source, self._flags = module, source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ATTRIBUTES:
            raise AttributeError(name)
        compiled = import_module(self._module).compile(self._source, self._flags)
        # two threads may do this at once and set the same attributes; the class changes last, when all are set
        for part in _ATTRIBUTES:
            setattr(self, part, getattr(compiled, part))
        self.__class__ = _Compiled  # type: ignore[assignment]  # attribute lookup is faster without __getattr__
        return getattr(compiled, name)


def lazy_regex(source: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """`regex.compile(source, flags)`, deferred until the pattern is used; a malformed pattern raises `regex.error` only then.

    >>> [found[0] for found in lazy_regex(r"\\d").finditer("a1b2")]
    ['1', '2']
    """
    return _Lazy("regex", source, flags)  # type: ignore[return-value]  # behaves like one


def lazy_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile(source, flags)`, deferred until the pattern is used; a malformed pattern raises `re.error` only then.

    >>> lazy_re("[ab]").sub("-", "cab")
    'c--'
    """
    return _Lazy("re", source, flags)  # type: ignore[return-value]  # behaves like one
