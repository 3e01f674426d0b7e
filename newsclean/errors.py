"""The one family of errors: what is wrong, where, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class NewscleanError(ValueError):
    """Something that newsclean cannot work with; the message says what, where, and what to do.

    >>> raise NewscleanError("no such thing")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: no such thing
    """


def unknown(kind: str, name: object, known: Iterable[str]) -> NewscleanError:
    """The error for a name that is not in a list, with the nearest known name and all of them.

    >>> print(unknown("label", "adds", ["ad", "share"]))
    unknown label 'adds', did you mean 'ad'? Known: ad, share
    """
    names = sorted(known)
    near = difflib.get_close_matches(str(name), names, n=1)
    hint = f", did you mean {near[0]!r}?" if near else "."
    return NewscleanError(f"unknown {kind} {name!r}{hint} Known: {', '.join(names)}")
