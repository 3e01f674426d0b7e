"""Compressed files as blocks of bytes: gzip and zstd, with any number of members; reading continues after a damaged one."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from newsclean.integrations.records.extras import require
from newsclean.integrations.records.raw_record import BLOCK_SIZE, Damage

_TRIAL = 4_096  # bytes that must unpack for what looks like the start of a member to be accepted after damaged data
_ZSTD_PIECE = 1_024  # bytes given to zstd at a time: its output cannot be limited, and may be 32,000 times as long


class Member(Protocol):
    """A gzip member or zstd frame that is being unpacked."""

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        """Return the unpacked bytes, the rest of `data`, and whether the member has ended; raise `ValueError` for damaged data."""


class _Gzip:
    MAGIC = b"\x1f\x8b\x08"

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        try:
            out = self._inner.decompress(data, 8 * BLOCK_SIZE)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        ended = self._inner.eof
        return out, self._inner.unused_data if ended else self._inner.unconsumed_tail, ended


class _Zstd:
    MAGIC = b"\x28\xb5\x2f\xfd"

    def __init__(self) -> None:
        self._module = require("zstandard", "a .zst file")
        self._inner = self._module.ZstdDecompressor().decompressobj()

    def feed(self, data: bytes) -> tuple[bytes, bytes, bool]:
        try:
            out = self._inner.decompress(data[:_ZSTD_PIECE])
        except self._module.ZstdError as error:
            raise ValueError(str(error)) from error
        ended = self._inner.eof
        return out, (self._inner.unused_data if ended else b"") + data[_ZSTD_PIECE:], ended


_CODECS: dict[str, type[_Gzip | _Zstd]] = {".gz": _Gzip, ".zst": _Zstd}


def read_blocks(file: BinaryIO, suffix: str) -> Iterator[bytes | Damage]:
    """Yield the bytes of a file, unpacked according to its suffix (".gz", ".zst"; otherwise unchanged).

    >>> import gzip, io
    >>> list(read_blocks(io.BytesIO(gzip.compress(b"Le ") + gzip.compress(b"texte.")), ".gz"))
    [b'Le ', b'texte.']
    """
    pieces = iter(lambda: file.read(BLOCK_SIZE), b"")
    codec = _CODECS.get(suffix)
    return _unpacked(pieces, codec) if codec else pieces


def _unpacked(pieces: Iterable[bytes], codec: type[_Gzip | _Zstd]) -> Iterator[bytes | Damage]:
    """Yield the unpacked bytes of each member; a `Damage` for a damaged one, then the next that can be read."""
    data, member, lost = b"", None, False
    for piece in pieces:
        data += piece
        while data:
            if member is None:
                data, junk = _seek_member(data, codec, trial=lost)
                if junk and not lost:
                    lost = True
                    yield Damage("no compressed data at this place")
                    continue
                if len(data) < len(codec.MAGIC) or not data.startswith(codec.MAGIC):
                    break
                member, lost = codec(), False
            try:
                out, data, ended = member.feed(data)
            except ValueError as error:
                yield Damage(f"damaged compressed data ({error})")
                member, lost, data = None, True, data[1:]
                continue
            if out:
                yield out
            if ended:
                member = None
    if member is not None:
        yield Damage("the compressed data is cut off")


def _seek_member(data: bytes, codec: type[_Gzip | _Zstd], *, trial: bool) -> tuple[bytes, bool]:
    """Return the data from where a member starts, or its last bytes; and whether anything but zeros came before."""
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
