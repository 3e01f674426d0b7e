"""The configuration: `newsclean.toml`, or the table `[tool.newsclean]` of a `pyproject.toml`, in this folder or above it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError, unknown

FILES = ("newsclean.toml", "pyproject.toml")
TABLE = "tool.newsclean"
TEXTS = ("kind", "url", "charset", "language", "locale", "strictness", "format")
SWITCHES = ("tables", "comments", "links")
LISTS = ("keep", "drop", "packs")
NUMBERS = ("max_size", "max_lines")
KEYS = (*TEXTS, *SWITCHES, *LISTS, "profile", *NUMBERS)  # the options of clean(), under the same names
_TOLD = {"list": "a list of texts", "bool": "true or false", "int": "a whole number", "str": "a text in quotes"}


def find(folder: Path) -> Path | None:
    """The configuration file that is nearest to a folder: in it or above it; None when there is none."""
    for above in (folder, *folder.parents):
        for name in FILES:
            path = above / name
            if os.path.isfile(path) and (name != FILES[1] or _table(path) is not None):  # noqa: PTH113 - never raises
                return path
    return None


def load(path: Path) -> dict[str, Any]:
    """The options in a configuration file; paths in it are made relative to its folder.

    Raises `NewscleanError` for a file that cannot be read, an unknown key, and a value of another type.
    """
    table = _table(path)
    if table is None:
        raise NewscleanError(f"{path}: there is no table [{TABLE}]; add one, or give another file")
    return checked(table, path)


def checked(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The options, when keys and types are right.

    >>> checked({"keep": ["caption"], "profile": "sites.toml"}, Path("/news/newsclean.toml"))["profile"]
    '/news/sites.toml'
    >>> checked({"kepp": ["caption"]}, Path("newsclean.toml"))
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: newsclean.toml: unknown key 'kepp', did you mean 'keep'? ...
    """
    for key, value in table.items():
        if key not in KEYS:
            raise NewscleanError(f"{path}: {unknown('key', key, KEYS)}")
        kind = "list" if key in LISTS else "bool" if key in SWITCHES else "int" if key in NUMBERS else "str"
        if type(value).__name__ != kind or (kind == "list" and not all(isinstance(item, str) for item in value)):
            raise NewscleanError(f"{path}: {key} must be {_TOLD[kind]}, not {value!r}")
    options = dict(table)
    if "profile" in options:
        options["profile"] = str(path.parent / options["profile"])
    if "packs" in options:
        options["packs"] = [str(path.parent / name) if is_file(name) else name for name in options["packs"]]
    return options


def is_file(pack: str) -> bool:
    """Is this the path of a pack? Otherwise it is the name of an installed one.

    >>> is_file("mine.toml"), is_file("rules/mine"), is_file("swiss")
    (True, True, False)
    """
    return pack.endswith(".toml") or "/" in pack or os.sep in pack


def _table(path: Path) -> dict[str, Any] | None:
    """The table of a file; None when it is a pyproject.toml that has none."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise NewscleanError(f"{path}: {error.strerror or error}; give another file, or --no-config") from error
    except ValueError as error:  # of tomllib and of the decoder
        raise NewscleanError(f"{path}: not valid TOML: {error}; repair it, or give --no-config") from error
    if path.name != FILES[1]:
        return data
    tool = data.get("tool", {})
    table = tool.get("newsclean") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise NewscleanError(f"{path}: tool.newsclean must be a table, [{TABLE}]")
    return table
