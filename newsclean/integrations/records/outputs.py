"""Outputs that can be truncated to the last commit: lines in one file, Parquet in parts that are merged at the end."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO, Protocol

from newsclean.integrations.records import parquet


class Output(Protocol):
    """Where payloads are written. `open` takes the state that an earlier `commit` returned."""

    interval: float

    def open(self, state: int) -> None:
        """Open the output at a state; what was written after it is dropped."""

    def write(self, payload: bytes) -> None:
        """Write the payload of a `TaskResult`."""

    def commit(self) -> int:
        """Write everything to the disk and return the state."""

    def finish(self) -> None:
        """Complete `OUT.part` after the last payload."""

    def publish(self) -> None:
        """Rename `OUT.part` to `OUT`; may be repeated after an interruption."""

    def close(self) -> None:
        """Close files."""


class LinesOutput:
    """One growing file; its state is its size in bytes."""

    interval = 1.0  # seconds between commits

    def __init__(self, part: Path, out: Path) -> None:
        self.part, self._out = part, out
        self._file: BinaryIO | None = None
        self._size = 0

    def open(self, state: int) -> None:
        """Open the file and truncate it to its size."""
        self._file = self.part.open("r+b" if state else "wb", buffering=0)
        self._file.truncate(state)
        self._file.seek(state)
        self._size = state

    def write(self, payload: bytes) -> None:
        """Append; a write that a full disk interrupts is truncated by the next `open`."""
        assert self._file is not None  # noqa: S101 - for the type checker
        view = memoryview(payload)
        while view:
            written = self._file.write(view)
            view = view[written:]
        self._size += len(payload)

    def commit(self) -> int:
        """Return the size, after everything is on the disk."""
        assert self._file is not None  # noqa: S101 - for the type checker
        os.fsync(self._file.fileno())
        return self._size

    def finish(self) -> None:
        """Close the file: it is complete."""
        self.close()

    def publish(self) -> None:
        """Rename the file."""
        if self.part.exists():
            self.part.replace(self._out)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class ParquetOutput:
    """Parquet files `OUT.parts/000001.parquet` ..., merged at the end; its state is the number of parts."""

    interval = 15.0  # seconds between commits
    _part_size = 32_000_000  # bytes that are buffered before they become a part

    def __init__(self, part: Path, out: Path) -> None:
        self._part, self._out = part, out
        self.parts = out.with_name(out.name + ".parts")
        self._buffer: list[bytes] = []
        self._size = self._count = 0

    def open(self, state: int) -> None:
        """Drop the parts after the state."""
        self.parts.mkdir(exist_ok=True)
        kept = {self._path(number) for number in range(1, state + 1)}
        for path in self.parts.iterdir():
            if path not in kept:
                path.unlink()
        self._count = state

    def write(self, payload: bytes) -> None:
        """Buffer a table, up to a size."""
        self._buffer.append(payload)
        self._size += len(payload)
        if self._size >= self._part_size:
            self._end_part()

    def commit(self) -> int:
        """Return the number of parts, after everything is in them."""
        if self._buffer:
            self._end_part()
        return self._count

    def finish(self) -> None:
        """Merge the parts."""
        parquet.merge((self._path(number) for number in range(1, self._count + 1)), self._part)

    def publish(self) -> None:
        """Rename the merged file and drop the parts."""
        if self._part.exists():
            self._part.replace(self._out)
        shutil.rmtree(self.parts, ignore_errors=True)

    def close(self) -> None:
        """Do nothing: no file stays open."""

    def _end_part(self) -> None:
        table = parquet.concat([parquet.read_table(payload) for payload in self._buffer])
        path = self._path(self._count + 1)
        parquet.write(table, path)
        self._count += 1
        self._buffer, self._size = [], 0

    def _path(self, number: int) -> Path:
        return self.parts / f"{number:06}.parquet"


def open_output(out: Path) -> LinesOutput | ParquetOutput:
    """Return the output for the suffix of a file."""
    part = out.with_name(out.name + ".part")
    return ParquetOutput(part, out) if out.suffix.lower() == ".parquet" else LinesOutput(part, out)


def leftovers(out: Path) -> list[Path]:
    """Return the files that an unfinished run has left behind."""
    names = (".journal", ".part", ".parts", ".journal.new")
    return [path for name in names if (path := out.with_name(out.name + name)).exists()]
