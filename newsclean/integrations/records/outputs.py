"""Outputs that can be cut back to what was last committed: lines in one file, tables in parts that are merged at the end."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO, Protocol

from newsclean.integrations.records import parquet


class Output(Protocol):
    """Where payloads go; `state` given to `open` is what `commit` gave before."""

    interval: float

    def open(self, state: int) -> None:
        """Make ready for what follows the state; what was written behind it is dropped."""

    def write(self, payload: bytes) -> None:
        """Take the payload of a `Done`."""

    def commit(self) -> int:
        """Write everything to the disk, and give the state."""

    def finish(self) -> None:
        """Make `OUT.part` whole; nothing is written any more."""

    def place(self) -> None:
        """Give the part its name; may be done again when it was stopped in the middle."""

    def close(self) -> None:
        """Let go of files."""


class Lines:
    """One file that grows; its state is its size in bytes."""

    interval = 1.0  # seconds between commits

    def __init__(self, part: Path, out: Path) -> None:
        self.part, self._out = part, out
        self._file: BinaryIO | None = None
        self._size = 0

    def open(self, state: int) -> None:
        """Open the file and cut it to its size."""
        self._file = self.part.open("r+b" if state else "wb", buffering=0)
        self._file.truncate(state)
        self._file.seek(state)
        self._size = state

    def write(self, payload: bytes) -> None:
        """Append; what a full disk has no room for is cut off by the next `open`."""
        assert self._file is not None  # noqa: S101 - for the type checker
        view = memoryview(payload)
        while view:
            written = self._file.write(view)
            view = view[written:]
        self._size += len(payload)

    def commit(self) -> int:
        """The size, once all is on the disk."""
        assert self._file is not None  # noqa: S101 - for the type checker
        os.fsync(self._file.fileno())
        return self._size

    def finish(self) -> None:
        """Nothing is missing."""
        self.close()

    def place(self) -> None:
        """Give the file its name."""
        if self.part.exists():
            self.part.replace(self._out)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class Tables:
    """Parquet files `OUT.parts/000001.parquet` ..., merged when all is done; its state is the number of parts."""

    interval = 15.0
    _full = 32_000_000  # bytes that are held before they are a part

    def __init__(self, part: Path, out: Path) -> None:
        self._part, self._out = part, out
        self.parts = out.with_name(out.name + ".parts")
        self._held: list[bytes] = []
        self._size = self._count = 0

    def open(self, state: int) -> None:
        """Drop the parts behind the state."""
        self.parts.mkdir(exist_ok=True)
        kept = {self._path(number) for number in range(1, state + 1)}
        for path in self.parts.iterdir():
            if path not in kept:
                path.unlink()
        self._count = state

    def write(self, payload: bytes) -> None:
        """Hold a table, up to a size."""
        self._held.append(payload)
        self._size += len(payload)
        if self._size >= self._full:
            self._end_part()

    def commit(self) -> int:
        """The number of parts, once all is in them."""
        if self._held:
            self._end_part()
        return self._count

    def finish(self) -> None:
        """Merge the parts."""
        parquet.merge((self._path(number) for number in range(1, self._count + 1)), self._part)

    def place(self) -> None:
        """Give the merged file its name, and drop the parts."""
        if self._part.exists():
            self._part.replace(self._out)
        shutil.rmtree(self.parts, ignore_errors=True)

    def close(self) -> None:
        """Nothing is open."""

    def _end_part(self) -> None:
        table = parquet.joined([parquet.read_table(payload) for payload in self._held])
        path = self._path(self._count + 1)
        parquet.write(table, path)
        self._count += 1
        self._held, self._size = [], 0

    def _path(self, number: int) -> Path:
        return self.parts / f"{number:06}.parquet"


def open_output(out: Path) -> Lines | Tables:
    """The output that a suffix asks for."""
    part = out.with_name(out.name + ".part")
    return Tables(part, out) if out.suffix.lower() == ".parquet" else Lines(part, out)


def leftovers(out: Path) -> list[Path]:
    """What an unfinished run has left behind."""
    names = (".journal", ".part", ".parts", ".journal.new")
    return [path for name in names if (path := out.with_name(out.name + name)).exists()]
