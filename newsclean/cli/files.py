"""Files and streams: what every verb reads and writes by."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsclean.errors import NewscleanError


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add the files of a verb, none for standard input."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="standard input when none, or for -")


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; raises `NewscleanError` when it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror or error}") from error


def write(text: str) -> None:
    """One text to standard output, as UTF-8 whatever the terminal's locale, with a line end."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")


def names(listed: str) -> set[str]:
    """The names in a list parted by commas.

    >>> sorted(names("caption, title,"))
    ['caption', 'title']
    """
    return {name.strip() for name in listed.split(",") if name.strip()}
