"""The base of the filters: a named step `Article -> Article` that also takes a `str` and then returns a `str`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, overload, runtime_checkable

from newsclean.article import Article
from newsclean.reading import read_text


@runtime_checkable
class Step(Protocol):
    """A named step of a cleaner."""

    @property
    def name(self) -> str:
        """The name that `Cleaner.without`, `before`, `after` and `replace` take."""

    def apply(self, article: Article) -> Article:
        """Return the article after this step."""


class Filter:
    """Base class of the filters: subclasses implement `apply`; a call takes an `Article` or a `str`.

    >>> from newsclean.filters import fix_encoding
    >>> fix_encoding("DÃ©jÃ\\xa0 vu")
    'Déjà vu'
    """

    name: str

    def apply(self, article: Article) -> Article:
        """Return the article after this step."""
        raise NotImplementedError

    @overload
    def __call__(self, source: str) -> str: ...
    @overload
    def __call__(self, source: Article) -> Article: ...
    def __call__(self, source: str | Article) -> str | Article:
        """Return the article after this step; for a `str`, its text."""
        if isinstance(source, Article):
            return self.apply(source)
        if isinstance(source, str):
            return self.apply(read_text(source)).text
        raise TypeError(f"a filter takes a str or an Article, not {type(source).__name__}")


@dataclass(frozen=True)
class Custom(Filter):
    """A function `Article -> Article` as a filter.

    >>> Custom(lambda article: article, "same").name
    'same'
    """

    function: Callable[[Article], Article]
    name: str

    def apply(self, article: Article) -> Article:
        """Return the article after the function."""
        return self.function(article)


def as_step(step: Step | Callable[[Article], Article]) -> Step:
    """Return the step itself, or a function as a step of the same name.

    >>> def mine(article):
    ...     return article
    >>> as_step(mine).name
    'mine'
    """
    if isinstance(step, Step):
        return step
    if callable(step):
        return Custom(step, getattr(step, "__name__", type(step).__name__))
    raise TypeError(f"a cleaner takes filters, not {type(step).__name__}")
