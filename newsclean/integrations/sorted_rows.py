"""Rows of text, more than memory holds, sorted by way of temporary files."""

from __future__ import annotations

import heapq
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from newsclean.errors import NewscleanError

ROOM = 48_000_000  # characters of rows that are held before they are sorted and written
MOST = 48  # files that are merged at a time


class SortedRows:
    """Rows that come in any order and go out sorted; the temporary files live as long as the `with` block.

    Arguments: `room` is the number of characters that are held in memory.
    Raises `NewscleanError` when the disk is full.

    >>> with SortedRows(room=4) as rows:
    ...     rows.add(["b\\n", "c\\n", "a\\n", "d\\n"])
    ...     list(rows)
    ['a\\n', 'b\\n', 'c\\n', 'd\\n']
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = self._left = room
        self._held: list[str] = []
        self._files: list[Path] = []
        self._written = 0
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="newsclean-"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, rows: Iterable[str]) -> None:
        """Take rows, each with its line end and no other in it."""
        for row in rows:
            self._held.append(row)
            self._left -= len(row)
            if self._left < 0:
                self._spill()

    def _spill(self) -> None:
        self._write(sorted(self._held))
        self._held, self._left = [], self._room
        if len(self._files) >= MOST:
            files, self._files = self._files, []
            with ExitStack() as stack:
                self._write(merged(files, stack))
            for file in files:
                file.unlink()

    def _write(self, rows: Iterable[str]) -> None:
        if self._folder is None:
            raise RuntimeError("rows are sorted within a `with` block")
        file = self._folder / f"{self._written}.tsv"
        self._written += 1
        write_rows(rows, file)
        self._files.append(file)

    def __iter__(self) -> Iterator[str]:
        with ExitStack() as stack:
            yield from heapq.merge(merged(self._files, stack), sorted(self._held))


def write_rows(rows: Iterable[str], file: Path) -> None:
    """Rows into a file; raises `NewscleanError` when the disk is full."""
    try:
        with file.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(rows)
    except OSError as error:
        hint = "temporary files need about twice the room of the texts: set TMPDIR to a folder that has it"
        raise NewscleanError(f"{file.parent}: {error.strerror or error}; {hint}") from error


def merged(files: Iterable[Path], stack: ExitStack) -> Iterator[str]:
    """The rows of sorted files, sorted; the files are closed with the stack."""
    return heapq.merge(*(stack.enter_context(file.open(encoding="utf-8", newline="\n")) for file in files))
