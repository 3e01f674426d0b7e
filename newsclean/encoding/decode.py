"""Bytes to text: which charset, how it was found, and how much could not be decoded.

The order is that of the evidence: a byte order mark and valid UTF-8 prove themselves, a declaration is often wrong (the
labels are those of the WHATWG Encoding Standard), a statistical detector is a guess. windows-1252 is the fallback of
browsers.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple

from newsclean.encoding.charsets import codec_of, declared_labels, decode_single_byte, is_single_byte
from newsclean.errors import NewscleanError
from newsclean.patterns import lazy_re

MAX_SIZE = 100_000_000  # bytes, after decompression: a hundred times the largest news page
_ZEROS_COUNTED_WITHIN = 4_096  # bytes from the start whose zeros tell UTF-16
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SEQUENCE = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UTF8_RUN = lazy_re(rb"(?:" + _SEQUENCE + rb")+")
_CUT_SEQUENCE = lazy_re(rb"[\xe1-\xef][\x80-\xbf](?![\x80-\xbf])|[\xf0-\xf4][\x80-\xbf]{2}(?![\x80-\xbf])|[\xc2-\xf4]$")
MIXED = "UTF-8 and windows-1252 mixed"
LONE_SURROGATES = "halves of surrogate pairs in UTF-8"
_HIGH = bytes(range(128, 256))


class Decoded(NamedTuple):
    """A decoded text.

    Attributes:
        text: The text.
        encoding: Python's name of the charset.
        errors: Number of U+FFFD that were put in for bytes that could not be decoded.
        how: What decided on the charset: "bom", "utf-16", "utf-8", "mixed", "header", "meta", "xml", "detector" or
            "fallback", the most certain first.
        notes: What else was found, such as "gzip", in the order of discovery.
    """

    text: str
    encoding: str
    errors: int
    how: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes | bytearray | memoryview, charset: str | None = None, *, max_size: int = MAX_SIZE) -> Decoded:
    """Decode the bytes of a page or a file, plain or gzipped.

    Tried in turn: gzip, byte order mark, UTF-16 without mark, strict UTF-8, UTF-8 with some windows-1252, the charset
    that the HTTP header, the page or its XML declaration name, a detector, windows-1252.

    Args:
        raw: The bytes.
        charset: The name of a charset or a whole Content-Type header.
        max_size: Maximum size in bytes, after decompression.

    Raises:
        NewscleanError: The data is larger than `max_size`. Nothing else is raised, whatever the bytes.

    >>> decode("Genève".encode("cp1252"), "text/html; charset=ISO-8859-1")[:4]
    ('Genève', 'cp1252', 0, 'header')
    """
    data, notes = _decompressed(bytes(raw), max_size)
    return (
        _by_byte_order_mark(data, notes)
        or _by_zero_bytes(data, notes)
        or _as_utf8(data, notes)
        or _by_declaration(data, charset, notes)
        or _by_guess(data, notes)
    )


def _decompressed(data: bytes, max_size: int) -> tuple[bytes, list[str]]:
    """Return the bytes without gzip, at most two layers of it: some servers compress what is compressed."""
    notes: list[str] = []
    for _ in range(2):
        if len(data) > max_size:
            raise NewscleanError(
                f"decode: {len(data):,} bytes are more than max_size={max_size:,}; split them or raise max_size"
            )
        if data[:2] != b"\x1f\x8b":
            break
        data, note = _gunzip(data, max_size)
        notes.append(note)
        if note == "not gzip":
            break
    return data, notes


def _gunzip(data: bytes, max_size: int) -> tuple[bytes, str]:
    """Return the content of all gzip members, and a note on how that went."""
    parts: list[bytes] = []
    size, rest, note = 0, data, "gzip"
    while rest[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(31)
        try:
            part = unpacker.decompress(rest, max_size + 1 - size)
        except zlib.error:
            return (b"".join(parts), "gzip, damaged") if parts else (data, "not gzip")
        parts.append(part)
        size += len(part)
        if size > max_size:
            raise NewscleanError(
                f"decode: gzip data of {len(data):,} bytes unpacks to more than max_size={max_size:,} bytes; raise max_size if it is no bomb"
            )
        if not unpacker.eof:
            note = "gzip, cut off"
            break
        rest = unpacker.unused_data
    return b"".join(parts), note


def _by_byte_order_mark(data: bytes, notes: list[str]) -> Decoded | None:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, "bom", notes)
    return None


def _by_zero_bytes(data: bytes, notes: list[str]) -> Decoded | None:
    """Decode UTF-16 without a byte order mark: the zero bytes of its ASCII characters are all at even or all at odd offsets."""
    head = data[:_ZEROS_COUNTED_WITHIN]
    zeros = head.count(0)
    if zeros * 8 < len(head) or not zeros:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even > 8 * odd:
        return _decoded(data, "utf-16-be", "utf-16", notes)
    return _decoded(data, "utf-16-le", "utf-16", notes) if odd > 8 * even else None


def _as_utf8(data: bytes, notes: list[str]) -> Decoded | None:
    """Decode strict UTF-8, or UTF-8 with stray bytes in it if most of the high bytes form sequences."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0, "utf-8", tuple(notes))
    except UnicodeDecodeError:
        if paired := _with_joined_surrogates(data, notes):
            return paired
    high = len(data) - len(data.translate(None, _HIGH))
    rest = _UTF8_RUN.sub(b"", data)
    lost = len(rest) - len(rest.translate(None, _HIGH))
    if 2 * lost > high:
        return None
    return _mixed(data, "mixed", notes)


def _with_joined_surrogates(data: bytes, notes: list[str]) -> Decoded | None:
    """Decode CESU-8, UTF-8 with surrogates written as characters: pairs are joined, lone ones become U+FFFD."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    errors = joined.count("\ufffd") - text.count("\ufffd")
    return Decoded(joined, "utf-8", errors, "mixed", (*notes, LONE_SURROGATES))


def _mixed(data: bytes, how: str, notes: list[str]) -> Decoded:
    """Decode UTF-8 sequences as UTF-8, other bytes as windows-1252, cut sequences as U+FFFD."""
    parts: list[str] = []
    at = errors = 0
    for run in _UTF8_RUN.finditer(data):
        text, lost = _decode_stray_bytes(data[at : run.start()])
        parts += (text, run.group().decode("utf-8"))
        errors += lost
        at = run.end()
    text, lost = _decode_stray_bytes(data[at:])
    return Decoded(
        "".join((*parts, text)),
        "utf-8" if how == "mixed" else "cp1252",
        errors + lost,
        how,
        (*notes, MIXED),
    )


def _decode_stray_bytes(piece: bytes) -> tuple[str, int]:
    """Decode bytes between UTF-8 sequences; return the text and the number of U+FFFD put in."""
    if piece.isascii():
        return piece.decode("ascii"), 0
    parts = _CUT_SEQUENCE.split(piece)
    return "\ufffd".join(decode_single_byte(part, "cp1252") for part in parts), len(parts) - 1


def _by_declaration(data: bytes, charset: str | None, notes: list[str]) -> Decoded | None:
    """Decode with the declared charset that gives the fewest errors; the header is tried before the page."""
    best: Decoded | None = None
    for how, label in declared_labels(data, charset):
        codec = codec_of(label)
        if codec is None:
            notes.append(f"unknown charset {label[:40]!r} ignored")
        elif codec.startswith("utf-"):
            notes.append(f"declared {codec}, but is not")
        elif codec == "cp1252":
            found = _mixed(data, how, notes) if _UTF8_RUN.search(data) else _decoded(data, codec, how, notes)
            best = found if best is None or found.errors < best.errors else best
        else:
            found = _decoded(data, codec, how, notes)
            best = found if best is None or found.errors < best.errors else best
    if best is None or best.errors * 50 > len(best.text):
        return None
    return best._replace(notes=tuple(dict.fromkeys((*notes, *best.notes))))


def _by_guess(data: bytes, notes: list[str]) -> Decoded:
    from newsclean.encoding.detect import detect

    codec = detect(data)
    if codec is None:
        return (
            _mixed(data, "fallback", notes) if _UTF8_RUN.search(data) else _decoded(data, "cp1252", "fallback", notes)
        )
    if codec == "cp1252" and _UTF8_RUN.search(data):
        return _mixed(data, "detector", notes)
    return _decoded(data, codec, "detector", notes)


def _decoded(data: bytes, codec: str, how: str, notes: list[str]) -> Decoded:
    if is_single_byte(codec):
        text = decode_single_byte(data, codec)
        return Decoded(text, codec, 0, how, tuple(notes))
    text = data.decode(codec, "replace")
    errors = text.count("\ufffd") - _count_intact_replacements(data, codec)
    return Decoded(text.removeprefix("\ufeff"), codec, max(0, errors), how, tuple(notes))


def _count_intact_replacements(data: bytes, codec: str) -> int:
    """Return the number of U+FFFD that the page itself contains."""
    return data.count("\ufffd".encode(codec, "ignore") or b"\0never") if codec.startswith(("utf", "gb")) else 0
