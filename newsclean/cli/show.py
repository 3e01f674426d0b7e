"""The views of an article: its text, JSON, a table of the changes, a diff, or a report."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from newsclean.article import Article
from newsclean.cli import colours
from newsclean.cli.files import json_line, not_an_input, replaced_file, write
from newsclean.errors import NewscleanError
from newsclean.report import diff, explain
from newsclean.report.display_text import escape_controls


def add_views(parser: argparse.ArgumentParser) -> argparse._ActionsContainer:
    """Add the options that select a view, which exclude each other; return their group."""
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--json", action="store_true", help="write one JSON document per line, with blocks, labels and evidence"
    )
    shown.add_argument("--explain", action="store_true", help="show a table of what was removed and changed, and why")
    shown.add_argument("--diff", action="store_true", help="show the changes as a unified diff")
    shown.add_argument("--report", metavar="FILE", help="write an HTML page with all articles, before and after")
    return shown


class View:
    """Shows one article after the other; use it in a `with` statement.

    Args:
        options: The options that select the view.
        inputs: The files that are read.

    Raises:
        NewscleanError: The file of a report is one of the inputs, or cannot be written.
    """

    def __init__(self, options: argparse.Namespace, inputs: Sequence[str] = ()) -> None:
        self._show: Callable[[str, Article], None] = _plain
        self._report: _Report | None = None
        if options.report:
            self._report = _Report(options.report, inputs)
            self._show = self._report.add
        else:
            chosen = [show for name, show in _VIEWS.items() if getattr(options, name)]
            self._show = chosen[0] if chosen else _plain
        self._headed = options.explain and len(options.files) > 1

    def show(self, name: str, article: Article) -> None:
        """Show the article of a file of this name."""
        if self._headed:
            write(f"{name}:")
        self._show(name, article)
        if self._headed:
            write("")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._report and kind is None:
            self._report.close()


class _Report:
    """The page of `--report`, written after the last article."""

    def __init__(self, target: str, inputs: Sequence[str]) -> None:
        from newsclean.report.html import Report

        not_an_input(target, inputs)
        path = Path(target)
        if not path.parent.is_dir():
            raise NewscleanError(f"--report {target}: there is no folder {str(path.parent)!r}")
        if path.is_dir():
            raise NewscleanError(f"--report {target}: this is a folder; name a file in it")
        self._path, self._report = path, Report()

    def add(self, name: str, article: Article) -> None:
        self._report.add("standard input" if name == "-" else name, article)

    def close(self) -> None:
        with replaced_file(str(self._path)) as file:
            file.writelines(self._report.parts())
        sys.stderr.write(f"newsclean: {self._report.summary()} in {self._path}\n")


def _plain(_: str, article: Article) -> None:
    write(article.text)


def _json(name: str, article: Article) -> None:
    document = {"file": None if name == "-" else name} | article.to_dict()
    write(json_line(document))


def _explain(_: str, article: Article) -> None:
    paint = colours.cell if colours.has_colours() else None
    table = explain(article, colours.width(), paint)
    if table:
        write(table)


def _diff(name: str, article: Article) -> None:
    text = diff(article, "standard input" if name == "-" else name)
    if not text:
        return
    if colours.has_colours():
        text = colours.diff(text)
    elif colours.is_terminal():
        text = escape_controls(text)
    write(text.removesuffix("\n"))


_VIEWS = {"json": _json, "explain": _explain, "diff": _diff}
