"""Optional packages, which only some files need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsclean.errors import NewscleanError


def require(module: str, what: str) -> Any:
    """Import and return a module of an optional package; raise `NewscleanError` with what to install if it is missing.

    >>> require("no_such_package", "a file of that kind")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: a file of that kind needs the package no_such_package: pip install 'newsclean[batch]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise NewscleanError(f"{what} needs the package {package}: pip install 'newsclean[batch]'") from error
