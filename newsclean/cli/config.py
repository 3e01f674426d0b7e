"""The configuration file: `newsclean.toml`, or the table `[tool.newsclean]` in `pyproject.toml`.

The nearest file wins: it is looked for in the current folder and then in those above. Its keys are the options of `clean()`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError, unknown
from newsclean.option_info import Form
from newsclean.options import INFO

FILES = ("newsclean.toml", "pyproject.toml")
TABLE = "tool.newsclean"
# form of an option -> type in TOML, and how an error names it
_TYPES: dict[Form, tuple[type, str]] = {
    Form.NAME: (str, "a text in quotes"),
    Form.NUMBER: (int, "a whole number"),
    Form.SWITCH: (bool, "true or false"),
    Form.NAMES: (list, "a list of texts"),
    Form.PACKS: (list, "a list of texts"),
    Form.FILE: (str, "a text in quotes"),
}


def find(folder: Path) -> Path | None:
    """Return the configuration file in a folder or the nearest one above it; None if there is none."""
    for above in (folder, *folder.parents):
        for name in FILES:
            path = above / name
            if os.path.isfile(path) and (name != FILES[1] or _table(path) is not None):  # noqa: PTH113 - never raises
                return path
    return None


def load(path: Path) -> dict[str, Any]:
    """Return the options in a configuration file; paths in it are relative to its folder.

    Raises:
        NewscleanError: A file that cannot be read, an unknown key, or a value of another type.
    """
    table = _table(path)
    if table is None:
        raise NewscleanError(f"{path}: there is no table [{TABLE}]; add it, or name another file")
    return checked(table, path)


def checked(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the options in a table, after its keys and types are checked.

    >>> checked({"keep": ["caption"], "profile": "sites.toml"}, Path("/news/newsclean.toml"))["profile"]
    '/news/sites.toml'
    >>> checked({"kepp": ["caption"]}, Path("newsclean.toml"))
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: newsclean.toml: unknown key 'kepp', did you mean 'keep'? ...
    """
    for key, value in table.items():
        if key not in INFO:
            raise NewscleanError(f"{path}: {unknown('key', key, INFO)}")
        wanted, name = _TYPES[INFO[key].form]
        items = value if isinstance(value, list) else []
        if type(value) is not wanted or not all(isinstance(item, str) for item in items):
            raise NewscleanError(f"{path}: {key} must be {name}, not {value!r}")
    options = dict(table)
    if "profile" in options:
        options["profile"] = str(path.parent / options["profile"])
    if "packs" in options:
        options["packs"] = [str(path.parent / name) if is_file(name) else name for name in options["packs"]]
    return options


def is_file(pack: str) -> bool:
    """Return True if this is the path of a pack, False if it is the name of an installed pack.

    >>> is_file("mine.toml"), is_file("rules/mine"), is_file("swiss")
    (True, True, False)
    """
    return pack.endswith(".toml") or "/" in pack or os.sep in pack


def _table(path: Path) -> dict[str, Any] | None:
    """Return the table of a file; None for a pyproject.toml without one."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise NewscleanError(f"{path}: {error.strerror or error}; name another file, or use --no-config") from error
    except ValueError as error:  # of tomllib and of the decoder
        raise NewscleanError(f"{path}: not valid TOML: {error}; correct it, or use --no-config") from error
    if path.name != FILES[1]:
        return data
    tool = data.get("tool", {})
    table = tool.get("newsclean") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise NewscleanError(f"{path}: tool.newsclean must be a table, [{TABLE}]")
    return table
