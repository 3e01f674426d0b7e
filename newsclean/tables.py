"""The files of data beside the code, and a quick reader of their TOML.

The standard reader takes a third of the time of the first call. Ours hands each value to the JSON reader, which is written in C, since
lists of strings are the same in both but for a last comma; what JSON does not know goes to the standard one, statement by statement.
"""

from __future__ import annotations

import json
import os
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from typing import Any

_TRIPLE = ('"""', "'''")
_COMMENT = lazy_re(r"^[ \t]*#.*\n?", 8)  # re.MULTILINE
_STATEMENT = lazy_re(r"^(?:\[(?P<table>[\w.-]+)\]|\[\[(?P<row>[\w.-]+)\]\]|(?P<key>[\w-]+|\"[^\"\\\n]*\") = )", 8)


def data_of(package: str, name: str) -> str:
    """The text of a file of a package, wherever the package lies.

    >>> data_of("newsclean.languages", "locales.toml").isascii()
    False
    """
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} cannot tell its file {name}")
    return data.decode("utf-8")


def files_of(package: str, folder: str) -> list[str]:
    """The names of the files in a folder of a package.

    >>> "rules.toml" in files_of("newsclean", "languages/fr")
    True
    """
    path = f"{import_module(package).__path__[0]}/{folder}"
    if os.path.isdir(path):  # noqa: PTH112  # pathlib would be one more import
        return os.listdir(path)  # noqa: PTH208
    from importlib import resources  # in an archive

    return [file.name for file in resources.files(package).joinpath(folder).iterdir()]


def table_of(package: str, name: str, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What a TOML file of a package holds, but for the keys that nobody reads.

    >>> table_of("newsclean.languages", "locales.toml")["fr-BE"]["extends"]
    'fr-FR'
    """
    return parse(data_of(package, name), without)


def parse(text: str, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The same as `tomllib.loads` for well-formed TOML whose statements begin their lines, and much faster; keys `without` are left out.

    Raises:
        tomllib.TOMLDecodeError: A value is not valid.

    >>> parse('[[rule]]\\nid = "a"\\nlines = [\\n  "b", # so\\n  "c",\\n]\\n[x.y]\\nz = 1')
    {'rule': [{'id': 'a', 'lines': ['b', 'c']}], 'x': {'y': {'z': 1}}}
    """
    if any(line.count(mark) % 2 for mark in _TRIPLE if mark in text for line in text.split("\n")):  # of several lines
        return _standard(text)
    text = _COMMENT.sub("", text)
    whole: dict[str, Any] = {}
    here, key, begun = whole, "", 0
    for found in _STATEMENT.finditer(text):
        if key and key not in without:
            here[key] = _value(text[begun : found.start()])
        key, begun = (found["key"] or "").strip('"'), found.end()
        if not key:
            here = _opened(whole, found["table"] or found["row"], found["row"])
    if key and key not in without:
        here[key] = _value(text[begun:])
    return whole


def _opened(whole: dict[str, Any], path: str, row: str | None) -> dict[str, Any]:
    """The table that a heading opens; a `row` is one more of a list."""
    *outer, last = path.split(".")
    for name in outer:
        whole = whole.setdefault(name, {})
        if isinstance(whole, list):
            whole = whole[-1]
    if row is None:
        return whole.setdefault(last, {})  # type: ignore[no-any-return]
    rows: list[dict[str, Any]] = whole.setdefault(last, [])
    rows.append({})
    return rows[-1]


def _value(text: str) -> Any:
    text = text.strip() or "="  # for nothing, the standard reader says what is wrong
    for mark in ("'''", "'"):
        if text.startswith(mark) and text.find(mark, len(mark)) == len(text) - len(mark):
            return text[len(mark) : -len(mark)]
    bare = text[:-1].rstrip() if text[-1] == "]" else ""
    try:
        return json.loads(f"{bare[:-1]}]" if bare[-1:] == "," else text)
    except ValueError:
        return _standard(f"value = {text}")["value"]


def _standard(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)
