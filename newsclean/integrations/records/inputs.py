"""A file, or a folder of files, as a stream of raw records in a fixed order; the suffix tells the form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.integrations.records import parquet, warc
from newsclean.integrations.records.extras import need
from newsclean.integrations.records.lines import lines
from newsclean.integrations.records.raw import MAX_SIZE, Break, Raw
from newsclean.integrations.records.unpack import blocks

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
    """A file or folder: the number of its files, their `size` in bytes, how many `others` are passed over; `mark` changes when a file does."""

    path: Path
    files: int
    size: int
    mark: str
    others: int = 0

    def raws(self) -> Iterator[Raw]:
        """All records, file by file; a file that cannot be opened is one that is broken."""
        before = 0
        for name, path in _files(self.path):
            form = form_of(path)
            if form is None:
                continue
            try:
                with path.open("rb") as file:
                    yield from _raws(name, form, path, file, before)
                    before += file.seek(0, os.SEEK_END)
            except OSError as error:
                yield Raw("broken", name, 0, f"{error.strerror or error}".encode(), before)


def open_input(path: Path) -> Input:
    """The input at a path; raises `NewscleanError` when it is not there, of no known form, or needs a missing package.

    >>> open_input(Path("articles.docx"))
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: articles.docx: no such file or folder
    """
    if not path.exists():
        raise NewscleanError(f"{path}: no such file or folder")
    files = others = size = 0
    mark, needed = hashlib.blake2b(digest_size=16), set()
    for name, file in _files(path):
        form = form_of(file)
        if form is None:
            others += 1
            continue
        needed |= {form, file.suffix.lower()}
        told = file.stat()
        files, size = files + 1, size + told.st_size
        mark.update(f"{name}\0{told.st_size}\0{told.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    if not files:
        what = "no file in it has one of the suffixes" if path.is_dir() else "its suffix is none of"
        raise NewscleanError(f"{path}: {what} {', '.join(FORMS)} (also with .gz or .zst)")
    for kind in sorted(needed & _PACKAGES.keys()):
        need(_PACKAGES[kind], f"{path}: what it holds")
    return Input(path, files, size, mark.hexdigest(), others)


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder with their names in it, one folder after the other, each sorted; they may be too many to list."""
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
    """What a file holds, by its suffix; None when that tells nothing.

    >>> form_of(Path("CC-NEWS-20240501.warc.gz")), form_of(Path("a.parquet.gz"))
    ('warc', None)
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = bool(suffixes) and suffixes[-1] in _PACKED
    form = FORMS.get(suffixes[-1 - packed]) if len(suffixes) > packed else None
    return None if form == "arrow" and packed else form


def _raws(name: str, form: str, path: Path, file: BinaryIO, before: int) -> Iterator[Raw]:
    number = 1
    for item, count in _items(form, path, file):
        at = before + file.tell()
        if isinstance(item, Break):
            yield Raw("broken", name, number, item.message.encode(), at)
        elif item or form in ("text", "html"):  # blank lines are counted, as editors do, and say nothing
            yield Raw(form, name, number, item, at)
        number += count


def _items(form: str, path: Path, file: BinaryIO) -> Iterator[tuple[bytes | Break, int]]:
    """Pieces of a file, and the number of records in each."""
    if form == "arrow":
        for piece in parquet.batches(file):
            yield (piece, 1) if isinstance(piece, Break) else piece
        return
    pieces = blocks(file, path.suffix.lower())
    for item in lines(pieces) if form == "json" else warc.records(pieces) if form == "warc" else _whole(pieces):
        yield item, 1


def _whole(pieces: Iterable[bytes | Break]) -> Iterator[bytes | Break]:
    """All of a file as one record; of a damaged one what could be read, and the damage."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        if isinstance(piece, Break):
            yield piece
            return
        held.append(piece)
        size += len(piece)
        if size > MAX_SIZE:
            yield Break(f"a file of more than {MAX_SIZE:,} bytes")
            return
    yield b"".join(held)
