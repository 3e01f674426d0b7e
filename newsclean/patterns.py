"""Regular expressions that are compiled when they are first used: most texts need few of them, and importing needs none."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers read it as true
if TYPE_CHECKING:
    import re
    from typing import Any, AnyStr

    import regex

_PARTS = (
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


class _Ready:
    """A pattern that has been used; the parts of the compiled one stand in the instance."""


class _Waiting(_Ready):
    """A pattern that nothing has used yet."""

    def __init__(self, module: str, source: Any, flags: int) -> None:
        self._module, self._source, self._flags = module, source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(name)
        compiled = import_module(self._module).compile(self._source, self._flags)
        # two threads at once set the same parts; the class comes last, when all stand there
        for part in _PARTS:
            setattr(self, part, getattr(compiled, part))
        self.__class__ = _Ready  # type: ignore[assignment]  # looking up attributes is faster where nothing is missing
        return getattr(compiled, name)


def lazy_regex(source: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """`regex.compile(source, flags)`, put off until the pattern is used; an ill-formed one raises `regex.error` only then.

    >>> [found[0] for found in lazy_regex(r"\\d").finditer("a1b2")]
    ['1', '2']
    """
    return _Waiting("regex", source, flags)  # type: ignore[return-value]  # stands for it


def lazy_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile(source, flags)`, put off until the pattern is used; an ill-formed one raises `re.error` only then.

    >>> lazy_re("[ab]").sub("-", "cab")
    'c--'
    """
    return _Waiting("re", source, flags)  # type: ignore[return-value]  # stands for it
