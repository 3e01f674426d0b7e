"""The errors of newsclean: each message says what is wrong, where, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class NewscleanError(ValueError):
    """An input, option or file that newsclean cannot use; the message says what is wrong, where, and what to do.

    >>> raise NewscleanError("no such thing")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: no such thing
    """


def unknown(kind: str, name: object, known: Iterable[str]) -> NewscleanError:
    """Return the error for an unknown name, with the nearest known name and all known names.

    >>> print(unknown("label", "adds", ["ad", "share"]))
    unknown label 'adds', did you mean 'ad'? Known: ad, share
    """
    names = sorted(known)
    near = difflib.get_close_matches(str(name), names, n=1)
    hint = f", did you mean {near[0]!r}?" if near else "."
    return NewscleanError(f"unknown {kind} {name!r}{hint} Known: {', '.join(names)}")
