"""Colours for a terminal, and only there."""

from __future__ import annotations

import os
import re
import shutil
import sys

from newsclean.report.glyphs import safe

RESET = "\x1b[0m"
BOLD, DIM, RED, GREEN, YELLOW, BLUE, CYAN = ("\x1b[1m", "\x1b[2m", *(f"\x1b[{code}m" for code in (31, 32, 33, 34, 36)))
_DIFF = {"---": BOLD, "+++": BOLD, "@@ ": CYAN}
_SIGNS = {"-": RED, "+": GREEN}
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")


def terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def colourful() -> bool:
    """Whether to write colours: on a terminal that has them, unless NO_COLOR is set (https://no-color.org)."""
    return terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """Columns of the terminal; None when standard output is a file or a pipe."""
    return shutil.get_terminal_size().columns if terminal() else None


def diff_line(line: str, *, header: bool) -> str:
    """A line of a unified diff in its colour, with nothing in it that steers the terminal.

    >>> diff_line("-Partager", header=False)
    '\\x1b[31m-Partager\\x1b[0m'
    """
    colour = _DIFF.get(line[:3]) if header else _SIGNS.get(line[:1])
    return f"{colour}{safe(line)}{RESET}" if colour else safe(line)


def diff(text: str) -> str:
    """A unified diff in colours: what went red, what came green.

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
    """A cell of the table of reasons: metadata blue, furniture red, edits green, the header bold."""
    from newsclean.article import METADATA

    colour = {"header": BOLD, "edit": GREEN}.get(label, BLUE if label in METADATA else RED)
    return f"{colour}{text}{RESET}"
