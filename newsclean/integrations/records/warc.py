"""WARC files (ISO 28500), such as the news archives of Common Crawl (CC-NEWS).

They are split into records here, so that reading continues after a broken one; warcio parses each record.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.integrations.records.extras import require
from newsclean.integrations.records.raw_record import MAX_SIZE, Damage
from newsclean.options import Kind
from newsclean.patterns import lazy_re

_RECORD_END = b"\r\n\r\n"
_MAX_START = 8  # bytes that may be an incomplete start of a record
_MAX_HEAD = 65_536  # bytes; the headers of a record have a few hundred
_START = lazy_re(rb"(?:^|\n)(?=WARC/\d)")
_END = lazy_re(rb"\r?\n\r?\n")
_LENGTH = lazy_re(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_WANTED = lazy_re(rb"^warc-type:[ \t]*(?:response|conversion)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HTML = ("text/html", "application/xhtml")
_OK = "200"


class WarcPage(NamedTuple):
    """A page of an archive: its body, the value of the Content-Type header as `charset`, and when it was fetched as `date`."""

    body: bytes
    kind: Kind
    id: str
    url: str | None
    date: str | None
    charset: str | None


def records(blocks: Iterable[bytes | Damage], max_size: int = MAX_SIZE) -> Iterator[bytes | Damage]:
    """Yield the records that may hold a page ("response", and "conversion" of text extracts), each with its headers."""
    buffer = _Buffer(blocks)
    while True:
        start = _START.search(buffer.data)
        junk = buffer.data[: start.end() if start else None].strip()
        if junk and not buffer.lost and (start or len(junk) > _MAX_START):
            buffer.lost = True
            yield Damage("no WARC record at this place")
        if start is None:
            del buffer.data[:-_MAX_START]
            if buffer.more():
                continue
            if buffer.broken is None:
                break
            yield buffer.broken
            buffer.data, buffer.broken, buffer.lost = bytearray(), None, True
            continue
        del buffer.data[: start.end()]
        record = buffer.record(max_size)
        buffer.lost = isinstance(record, Damage) or buffer.broken is not None
        if record is not None:
            yield record


class _Buffer:
    """Bytes that were read but not consumed.

    Attributes:
        data: The bytes.
        broken: The damage after them, if no more can be read.
        lost: Whether the start of a record is being looked for after damage.
    """

    def __init__(self, blocks: Iterable[bytes | Damage]) -> None:
        self._blocks = iter(blocks)
        self.data = bytearray()
        self.broken: Damage | None = None
        self.lost = False

    def more(self) -> bool:
        """Read one more block; return False at the end and where the file is broken."""
        block = None if self.broken else next(self._blocks, None)
        if isinstance(block, Damage):
            self.broken = block
            return False
        self.data += block or b""
        return block is not None

    def record(self, max_size: int) -> bytes | Damage | None:
        """Return the record at the start of the data; None for one without a page, or one that damage interrupts."""
        while not (end := _END.search(self.data, 0, _MAX_HEAD)):
            if len(self.data) >= _MAX_HEAD or not self.more():
                return self._skip("the headers of a WARC record have no end")
        head = bytes(self.data[: end.end()])
        length = _LENGTH.search(head)
        if not length:
            return self._skip("a WARC record without Content-Length")
        size = end.end() + int(length[1])
        if size > max_size:
            return self._skip(f"a WARC record of {size:,} bytes, more than {max_size:,}")
        while len(self.data) < size + len(_RECORD_END) and self.more():
            pass
        if len(self.data) < size:
            return self._skip("the last WARC record is cut off, or its Content-Length is wrong")
        following = bytes(self.data[size : size + len(_RECORD_END)])
        if following.strip() and following != _RECORD_END and not following.startswith(b"WARC"):
            return self._skip("a WARC record whose Content-Length is wrong")
        record = bytes(self.data[:size]) if _WANTED.search(head) else None
        del self.data[:size]
        return record

    def _skip(self, message: str) -> Damage | None:
        """Skip the first word of a broken record: the next one may start within the length that it claims."""
        del self.data[:5]
        return None if self.broken else Damage(message)


def page(data: bytes) -> WarcPage | None:
    """Return the page of a record; None if it is not HTML or the status is not 200.

    Raises:
        NewscleanError: A record that cannot be read.
    """
    iterator = require("warcio.archiveiterator", "a WARC file").ArchiveIterator
    try:
        record = next(iter(iterator(io.BytesIO(data))))
        return _page(record)
    except NewscleanError:
        raise
    except Exception as error:  # warcio raises errors of many types
        raise NewscleanError(f"the WARC record cannot be read ({type(error).__name__}: {error})") from error


def _page(record: Any) -> WarcPage | None:
    head, http = record.rec_headers, record.http_headers
    kind: Kind = "html"
    if record.rec_type == "conversion":
        kind, charset = "text", None
    elif http is None or http.get_statuscode() != _OK:
        return None
    else:
        charset = http.get_header("Content-Type")
    body = record.content_stream().read(MAX_SIZE + 1)
    if len(body) > MAX_SIZE:
        raise NewscleanError(f"the page has more than {MAX_SIZE:,} bytes")
    declared = (charset or "").strip().lower()
    if kind == "html" and not (declared.startswith(_HTML) or (not declared and b"<html" in body[:4_096].lower())):
        return None
    name = (head.get_header("WARC-Record-ID") or "").strip("<>")
    return WarcPage(body, kind, name, head.get_header("WARC-Target-URI"), head.get_header("WARC-Date"), charset)
