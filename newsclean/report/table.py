"""The table of all changes to an article: span, label, reasons, text."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclean.article import Article
from newsclean.labels.model_only import count_model_only
from newsclean.report.changes import EDIT, Change, list_changes
from newsclean.report.counts import counted
from newsclean.report.display_text import display_width, spell_invisible, truncate

HEADER = ("span", "label", "why", "text")
TEXT_WIDTH = 100  # columns of the text if the width of the terminal is unknown
MIN_WIDTH = 24  # columns of the reasons and of the text, however narrow the terminal
EDIT_WIDTH = 40  # columns of each side of an edit
GAP = 2  # columns between two cells

Paint = Callable[[str, str], str]
"""Colours a cell: takes the cell and its label (or "header"), and returns what is printed."""


def explain(article: Article, width: int | None = None, paint: Paint | None = None) -> str:
    """Return a table with one row for each removed block, each piece that was cut out and each edit, and a line of figures.

    The last line tells how many lines were removed, and how many of them on the model's word alone; of a page, where the markup
    speaks as well, there is none.

    Args:
        article: The article to show.
        width: Columns of the terminal; reasons are wrapped and texts truncated to fit. None for one line a row.
        paint: Colours the cells.

    >>> from newsclean import analyze
    >>> print(explain(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")))  # doctest: +NORMALIZE_WHITESPACE
    span   label  why...                             text
    12-13  edit   apostrophe...                      n'a -> n’a
    58-66  share  core.share.word, fr.share.button...  Partager
    1 line removed, none on the model's word alone
    """
    rows = [_row(found) for found in list_changes(article)]
    lines = _table(rows, width, paint or _unpainted) if rows else []
    return "\n".join([*lines, *(f"note: {note}" for note in article.notes), *_figures(article)])


def _figures(article: Article) -> list[str]:
    removed = article.removed
    if article.kind == "html" or not removed:
        return []
    return [f"{counted(len(removed), 'line')} removed, {count_model_only(block.evidence for block in removed)}"]


def _row(found: Change) -> tuple[str, str, str, str]:
    span = f"{found.start}-{found.end}"
    if found.label == EDIT:
        text = " -> ".join(
            truncate(spell_invisible(side).join(found.around), EDIT_WIDTH) for side in (found.before, found.after)
        )
    else:
        text = found.before
    return span, found.label, found.why or "-", text


def _table(rows: list[tuple[str, str, str, str]], width: int | None, paint: Paint) -> list[str]:
    """The lines of the table; reasons that do not fit go on in lines of their own."""
    span, label, why = (max(display_width(row[k]) for row in (HEADER, *rows)) for k in range(3))
    left = span + label + 2 * GAP
    text = TEXT_WIDTH
    if width is not None:
        why = min(why, max(MIN_WIDTH, (width - left) // 2))
        text = max(MIN_WIDTH, width - left - why - GAP)
    lines = []
    for kind, row in [("header", HEADER), *((row[1], row) for row in rows)]:
        reasons = _wrapped(row[2], why)
        cells = [
            f"{row[0]:<{span}}",
            paint(f"{row[1]:<{label}}", kind),
            _padded(reasons[0], why),
            truncate(row[3], text),
        ]
        if kind == "header":
            cells = [paint(cell, kind) for cell in cells]
        lines.append((GAP * " ").join(cells).rstrip())
        lines.extend(f"{'':<{left}}{more}" for more in reasons[1:])
    return lines


def _wrapped(reasons: str, width: int) -> list[str]:
    """The reasons on lines of at most `width` columns, broken after commas."""
    lines = [""]
    for piece in re.split(r"(?<=,) ", reasons):
        joined = f"{lines[-1]} {piece}" if lines[-1] else piece
        if display_width(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(truncate(piece, width))
    return [line for line in lines if line] or [""]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _unpainted(cell: str, _: str) -> str:
    return cell
