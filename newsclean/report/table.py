"""The table of everything that was done to an article: span, label, why, text."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclean.article import Article
from newsclean.report.findings import EDIT, Finding, findings
from newsclean.report.glyphs import columns, cut, spelled

HEADER = ("span", "label", "why", "text")
TEXT = 100  # columns for the text where no width is given
NARROW = 24  # columns for the text at least, however narrow the terminal
SHORT = 40  # columns for each side of an edit

Paint = Callable[[str, str], str]
"""Gives a cell a colour: called with the cell and the label, or "header"."""


def explain(article: Article, width: int | None = None, paint: Paint | None = None) -> str:
    """A table of each removed block, each piece cut out and each edit: its span in the source, the reasons, the text.

    Arguments: `width` in columns is that of the terminal (reasons are broken and texts cut to fit it); `paint` colours a cell.

    >>> from newsclean import analyze
    >>> print(explain(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")))
    span   label  why                               text
    12-13  edit   apostrophe                        n'a -> n’a
    58-66  share  core.share.word, fr.share.button  Partager
    """
    rows = [_row(found) for found in findings(article)]
    lines = _table(rows, width, paint or _plain) if rows else []
    return "\n".join([*lines, *(f"note: {note}" for note in article.notes)])


def _row(found: Finding) -> tuple[str, str, str, str]:
    span = f"{found.start}-{found.end}"
    if found.label == EDIT:
        text = " -> ".join(
            cut(spelled(found.before if k == 0 else found.after).join(found.around), SHORT) for k in (0, 1)
        )
    else:
        text = found.before
    return span, found.label, found.why or "-", text


def _table(rows: list[tuple[str, str, str, str]], width: int | None, paint: Paint) -> list[str]:
    first, second, third = (max(columns(row[k]) for row in (HEADER, *rows)) for k in range(3))
    left = first + second + 4
    if width is None:
        text = TEXT
    else:
        third = min(third, max(NARROW, (width - left) // 2))
        text = max(NARROW, width - left - third - 2)
    lines = []
    for label, row in [("header", HEADER), *((row[1], row) for row in rows)]:
        reasons = _broken(row[2], third)
        cells = [
            f"{row[0]:<{first}}",
            paint(f"{row[1]:<{second}}", label),
            _padded(reasons[0], third),
            cut(row[3], text),
        ]
        if label == "header":
            cells = [paint(cell, label) for cell in cells]
        lines.append("  ".join(cells).rstrip())
        lines.extend(f"{'':<{left}}{more}" for more in reasons[1:])
    return lines


def _broken(reasons: str, width: int) -> list[str]:
    """The reasons on lines of at most `width` columns, broken at commas where they can be."""
    lines = [""]
    for piece in re.split(r"(?<=,) ", reasons):
        joined = f"{lines[-1]} {piece}" if lines[-1] else piece
        if columns(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(cut(piece, width))
    return [line for line in lines if line] or [""]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _plain(cell: str, _: str) -> str:
    return cell
