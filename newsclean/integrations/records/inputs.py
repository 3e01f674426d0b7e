"""A file or a folder of files as a stream of raw records in a fixed order; the suffix of a file tells its form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.integrations.records import parquet, warc
from newsclean.integrations.records.byte_lines import split_lines
from newsclean.integrations.records.decompression import read_blocks
from newsclean.integrations.records.extras import require
from newsclean.integrations.records.raw_record import MAX_SIZE, Damage, RawRecord

FORMS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "json",
    ".ndjson": "json",
    ".parquet": "arrow",
    ".warc": "warc",
    ".wet": "warc",
}
_PACKED = (".gz", ".zst")
_PACKAGES = {"arrow": "pyarrow", "warc": "warcio", ".zst": "zstandard"}


class Input(NamedTuple):
    """A file or folder.

    Attributes:
        path: The file or folder.
        files: The number of files that are read.
        size: Their size in bytes.
        fingerprint: A hash of their names, sizes and times of modification.
        others: The number of files that are skipped.
    """

    path: Path
    files: int
    size: int
    fingerprint: str
    others: int = 0

    def raw_records(self) -> Iterator[RawRecord]:
        """Yield all records, file by file; a broken record in place of a file that cannot be opened."""
        before = 0
        for name, path in _files(self.path):
            form = form_of(path)
            if form is None:
                continue
            try:
                with path.open("rb") as file:
                    yield from _raw_records_of(name, form, path, file, before)
                    before += file.seek(0, os.SEEK_END)
            except OSError as error:
                yield RawRecord("broken", name, 0, f"{error.strerror or error}".encode(), before)


def open_input(path: Path) -> Input:
    """Return the input at a path.

    Raises:
        NewscleanError: The path does not exist, has no known form, or needs a package that is missing.

    >>> open_input(Path("articles.docx"))
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: articles.docx: no such file or folder
    """
    if not path.exists():
        raise NewscleanError(f"{path}: no such file or folder")
    files = others = size = 0
    fingerprint, needed = hashlib.blake2b(digest_size=16), set()
    for name, file in _files(path):
        form = form_of(file)
        if form is None:
            others += 1
            continue
        needed |= {form, file.suffix.lower()}
        stat = file.stat()
        files, size = files + 1, size + stat.st_size
        fingerprint.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    if not files:
        what = "no file in it has one of the suffixes" if path.is_dir() else "its suffix is none of"
        raise NewscleanError(f"{path}: {what} {', '.join(FORMS)} (also with .gz or .zst)")
    for kind in sorted(needed & _PACKAGES.keys()):
        require(_PACKAGES[kind], f"{path}: what it holds")
    return Input(path, files, size, fingerprint.hexdigest(), others)


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder and their names relative to it, sorted by folder; there may be too many to list."""
    if not path.is_dir():
        yield path.name, path
        return
    for folder, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file():
                yield file.relative_to(path).as_posix(), file


def form_of(path: Path) -> str | None:
    """Return the form of a file by its suffix; None if it is unknown.

    >>> form_of(Path("CC-NEWS-20240501.warc.gz")), form_of(Path("a.parquet.gz"))
    ('warc', None)
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = bool(suffixes) and suffixes[-1] in _PACKED
    form = FORMS.get(suffixes[-1 - packed]) if len(suffixes) > packed else None
    return None if form == "arrow" and packed else form


def _raw_records_of(name: str, form: str, path: Path, file: BinaryIO, before: int) -> Iterator[RawRecord]:
    number = 1
    for item, count in _items(form, path, file):
        at = before + file.tell()
        if isinstance(item, Damage):
            yield RawRecord("broken", name, number, item.message.encode(), at)
        elif item or form in ("text", "html"):  # blank lines are counted, as in editors, but are no records
            yield RawRecord(form, name, number, item, at)
        number += count


def _items(form: str, path: Path, file: BinaryIO) -> Iterator[tuple[bytes | Damage, int]]:
    """Yield the pieces of a file, with the number of records in each."""
    if form == "arrow":
        for piece in parquet.batches(file):
            yield (piece, 1) if isinstance(piece, Damage) else piece
        return
    pieces = read_blocks(file, path.suffix.lower())
    for item in split_lines(pieces) if form == "json" else warc.records(pieces) if form == "warc" else _whole(pieces):
        yield item, 1


def _whole(pieces: Iterable[bytes | Damage]) -> Iterator[bytes | Damage]:
    """Yield the whole file as one record, or its damage."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        if isinstance(piece, Damage):
            yield piece
            return
        held.append(piece)
        size += len(piece)
        if size > MAX_SIZE:
            yield Damage(f"a file of more than {MAX_SIZE:,} bytes")
            return
    yield b"".join(held)
