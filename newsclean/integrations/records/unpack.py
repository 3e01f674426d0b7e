"""Compressed files as blocks of bytes: gzip and zstd, in as many members as there are, and on again behind a damaged one."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from newsclean.integrations.records.extras import need
from newsclean.integrations.records.raw import BLOCK, Break

_TRIAL = 4_096  # bytes that must unpack before a beginning is believed behind damaged data
_ZSTD_PIECE = 1_024  # bytes; zstd cannot be told how much to give, which may be 32,000 times what it gets


class Member(Protocol):
    """One gzip member or zstd frame that is being unpacked."""

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        """(what it gives, what is left of `data`, whether it has ended); raises `ValueError` for damaged data."""


class _Gzip:
    MAGIC = b"\x1f\x8b\x08"

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        try:
            out = self._inner.decompress(data, 8 * BLOCK)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        ended = self._inner.eof
        return out, self._inner.unused_data if ended else self._inner.unconsumed_tail, ended


class _Zstd:
    MAGIC = b"\x28\xb5\x2f\xfd"

    def __init__(self) -> None:
        self._module = need("zstandard", "a .zst file")
        self._inner = self._module.ZstdDecompressor().decompressobj()

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        try:
            out = self._inner.decompress(data[:_ZSTD_PIECE])
        except self._module.ZstdError as error:
            raise ValueError(str(error)) from error
        ended = self._inner.eof
        return out, (self._inner.unused_data if ended else b"") + data[_ZSTD_PIECE:], ended


_CODECS: dict[str, type[_Gzip | _Zstd]] = {".gz": _Gzip, ".zst": _Zstd}


def blocks(file: BinaryIO, suffix: str) -> Iterator[bytes | Break]:
    """The bytes of a file, unpacked as its suffix says (".gz", ".zst", else as they are).

    >>> import gzip, io
    >>> list(blocks(io.BytesIO(gzip.compress(b"Le ") + gzip.compress(b"texte.")), ".gz"))
    [b'Le ', b'texte.']
    """
    pieces = iter(lambda: file.read(BLOCK), b"")
    codec = _CODECS.get(suffix)
    return unpacked(pieces, codec) if codec else pieces


def unpacked(pieces: Iterable[bytes], codec: type[_Gzip | _Zstd]) -> Iterator[bytes | Break]:
    """Member by member; where one is damaged a `Break`, and on with the next that can be read."""
    data, member, lost = b"", None, False
    for piece in pieces:
        data += piece
        while data:
            if member is None:
                data, junk = _sought(data, codec, trial=lost)
                if junk and not lost:
                    lost = True
                    yield Break("no compressed data at this place")
                    continue
                if len(data) < len(codec.MAGIC) or not data.startswith(codec.MAGIC):
                    break
                member, lost = codec(), False
            try:
                out, data, ended = member.feed(data)
            except ValueError as error:
                yield Break(f"damaged compressed data ({error})")
                member, lost, data = None, True, data[1:]
                continue
            if out:
                yield out
            if ended:
                member = None
    if member is not None:
        yield Break("the compressed data is cut off")


def _sought(data: bytes, codec: type[_Gzip | _Zstd], *, trial: bool) -> tuple[bytes, bool]:
    """The data from where a member begins, or its last bytes; and whether there was anything but zeros before."""
    at = data.find(codec.MAGIC)
    while at >= 0 and trial and not _readable(data[at : at + _TRIAL], codec):
        at = data.find(codec.MAGIC, at + 1)
    if at < 0:
        at = max(0, len(data) - len(codec.MAGIC) + 1)
    return data[at:], bool(data[:at].strip(b"\0"))


def _readable(data: bytes, codec: type[_Gzip | _Zstd]) -> bool:
    try:
        codec().feed(data)
    except ValueError:
        return False
    return True
