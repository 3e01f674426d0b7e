"""Colours on a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys

from newsclean.report.display_text import escape_controls

RESET = "\x1b[0m"
BOLD, DIM, RED, GREEN, YELLOW, BLUE, CYAN = ("\x1b[1m", "\x1b[2m", *(f"\x1b[{code}m" for code in (31, 32, 33, 34, 36)))
_DIFF = {"---": BOLD, "+++": BOLD, "@@ ": CYAN}
_SIGNS = {"-": RED, "+": GREEN}
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")


def is_terminal() -> bool:
    """Return True if standard output is a terminal."""
    return sys.stdout.isatty()


def has_colours() -> bool:
    """Return True if colours are written: on a terminal that has them, unless NO_COLOR is set (https://no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """Return the columns of the terminal; None if standard output is a file or a pipe."""
    return shutil.get_terminal_size().columns if is_terminal() else None


def diff_line(line: str, *, header: bool) -> str:
    """Return a line of a unified diff in its colour, with control characters made visible.

    >>> diff_line("-Partager", header=False)
    '\\x1b[31m-Partager\\x1b[0m'
    """
    colour = _DIFF.get(line[:3]) if header else _SIGNS.get(line[:1])
    return f"{colour}{escape_controls(line)}{RESET}" if colour else escape_controls(line)


def diff(text: str) -> str:
    """Return a unified diff in colours: removed lines red, added lines green.

    >>> print(diff("--- a\\n+++ b\\n@@ -1,2 +1 @@\\n x\\n---\\n").replace("\\x1b", "ESC"), end="")
    ESC[1m--- aESC[0m
    ESC[1m+++ bESC[0m
    ESC[36m@@ -1,2 +1 @@ESC[0m
     x
    ESC[31m---ESC[0m
    """
    out = []
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        out.append(diff_line(line, header=number < 2 or bool(_HUNK.match(line))))
    return "\n".join(out) + "\n"


def cell(text: str, label: str) -> str:
    """Return a cell of the table of `--explain`: metadata blue, furniture red, edits green, the header bold."""
    from newsclean.article import METADATA

    colour = {"header": BOLD, "edit": GREEN}.get(label, BLUE if label in METADATA else RED)
    return f"{colour}{text}{RESET}"
