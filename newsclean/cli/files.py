"""Reading and writing of files and standard streams, for all verbs."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from newsclean.errors import NewscleanError


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add the input files of a verb."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="files to read; standard input if omitted, or for -")


def read(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-"; raise `NewscleanError` if it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except IsADirectoryError as error:
        raise NewscleanError(f"{name}: this is a folder; name its files, or clean it with newsclean batch") from error
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror or error}") from error


def write(text: str) -> None:
    """Write a text and a line end to standard output, as UTF-8 whatever the locale of the terminal."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")


def json_line(document: Any) -> str:
    """Return the document as one line of JSON that is valid UTF-8: lone surrogates are escaped.

    >>> json_line(["é"]), json_line([chr(0xD800)])[:4]
    ('["é"]', '["\\\\u')
    """
    line = json.dumps(document, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(document)
    return line


@contextlib.contextmanager
def output(name: str | None, inputs: Sequence[str | Path]) -> Iterator[None]:
    """Redirect standard output to a file, which is replaced at the end, or left as it was after an error.

    Args:
        name: The file; None or "-" for no redirection.
        inputs: The files that are read.

    Raises:
        NewscleanError: The file is one of the inputs, or cannot be written.
    """
    if name is None or name == "-":
        yield
        return
    not_an_input(name, inputs)
    with replaced_file(name) as file, contextlib.redirect_stdout(file):
        yield


@contextlib.contextmanager
def replaced_file(name: str) -> Iterator[TextIO]:
    """Open a file for writing, which is replaced at the end, or left as it was after an error.

    Raises:
        NewscleanError: The file cannot be written.
    """
    given = Path(name)
    plain = given.is_file() or not given.exists()  # a device or a pipe cannot be replaced
    path = given.resolve() if plain else given  # a link stays one
    part = path.with_name(f".{path.name}.part") if plain else path
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        if plain:
            part.replace(path)
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror or error}") from error
    finally:
        if plain:
            part.unlink(missing_ok=True)


def not_an_input(name: str, inputs: Sequence[str | Path]) -> None:
    """Raise `NewscleanError` if the file to write is one of the files to read, under any name, or standard input."""
    path = Path(name)
    if path.is_file() and any(_is_same(path, given) for given in inputs):
        raise NewscleanError(f"{name}: the output is one of the inputs; use another name")


def _is_same(path: Path, given: str | Path) -> bool:
    try:
        there = os.fstat(sys.stdin.fileno()) if given == "-" else Path(given).stat()
    except (OSError, ValueError):  # no such file, or no file behind standard input
        return False
    return os.path.samestat(path.stat(), there)


def names(listed: str) -> set[str]:
    """Return the names in a list separated by commas.

    >>> sorted(names("caption, title,"))
    ['caption', 'title']
    """
    return {name.strip() for name in listed.split(",") if name.strip()}
