"""Packages that only some files need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsclean.errors import NewscleanError


def need(module: str, what: str) -> Any:
    """The module, imported; raises `NewscleanError` with what to install when it is missing.

    >>> need("no_such_package", "a file of that kind")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: a file of that kind needs the package no_such_package: pip install 'newsclean[batch]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise NewscleanError(f"{what} needs the package {package}: pip install 'newsclean[batch]'") from error
