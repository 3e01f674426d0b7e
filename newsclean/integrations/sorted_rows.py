"""External merge sort: sorts more rows of text than fit in memory, with temporary files."""

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

BUFFER_SIZE = 48_000_000  # characters of rows that are buffered before they are sorted and written
MAX_FILES = 48  # files that are merged at a time


class SortedRows:
    """Takes rows in any order and yields them sorted; the temporary files exist as long as the `with` block.

    Args:
        buffer_size: The number of characters that are held in memory.

    Raises:
        NewscleanError: The disk is full.

    >>> with SortedRows(buffer_size=4) as rows:
    ...     rows.add(["b\\n", "c\\n", "a\\n", "d\\n"])
    ...     list(rows)
    ['a\\n', 'b\\n', 'c\\n', 'd\\n']
    """

    def __init__(self, buffer_size: int = BUFFER_SIZE) -> None:
        self._buffer_size = self._left = buffer_size
        self._buffer: list[str] = []
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
        """Add rows, each with a line end, and no other line end in it."""
        for row in rows:
            self._buffer.append(row)
            self._left -= len(row)
            if self._left < 0:
                self._spill()

    def _spill(self) -> None:
        self._write(sorted(self._buffer))
        self._buffer, self._left = [], self._buffer_size
        if len(self._files) >= MAX_FILES:
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
            yield from heapq.merge(merged(self._files, stack), sorted(self._buffer))


def write_rows(rows: Iterable[str], file: Path) -> None:
    """Write rows to a file; raise `NewscleanError` if the disk is full."""
    try:
        with file.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(rows)
    except OSError as error:
        hint = "temporary files take about twice the size of the texts: set TMPDIR to a folder with enough space"
        raise NewscleanError(f"{file.parent}: {error.strerror or error}; {hint}") from error


def merged(files: Iterable[Path], stack: ExitStack) -> Iterator[str]:
    """Merge the rows of sorted files; the files are closed with the stack."""
    return heapq.merge(*(stack.enter_context(file.open(encoding="utf-8", newline="\n")) for file in files))
