"""WARC files: split into records here, so that reading goes on behind a broken one; each record is read by warcio.

The format is ISO 28500; Common Crawl's news archives (CC-NEWS) are of this kind.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.integrations.records.extras import need
from newsclean.integrations.records.raw import MAX_SIZE, Break
from newsclean.options import Kind
from newsclean.patterns import lazy_re

_BEHIND = b"\r\n\r\n"
_JUNK = 8  # bytes that may be the first of a record
_HEAD = 65_536  # bytes; the head of a record has some hundred
_START = lazy_re(rb"(?:^|\n)(?=WARC/\d)")
_END = lazy_re(rb"\r?\n\r?\n")
_LENGTH = lazy_re(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_WANTED = lazy_re(rb"^warc-type:[ \t]*(?:response|conversion)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HTML = ("text/html", "application/xhtml")
_OK = "200"


class Page(NamedTuple):
    """A page of an archive: `body` in bytes, `charset` the Content-Type header, `date` when it was fetched."""

    body: bytes
    kind: Kind
    id: str
    url: str | None
    date: str | None
    charset: str | None


def records(blocks: Iterable[bytes | Break], max_size: int = MAX_SIZE) -> Iterator[bytes | Break]:
    """The records that may hold a page ("response", and "conversion" of text extracts), each with its head."""
    held = _Held(blocks)
    while True:
        start = _START.search(held.data)
        junk = held.data[: start.end() if start else None].strip()
        if junk and not held.lost and (start or len(junk) > _JUNK):
            held.lost = True
            yield Break("no WARC record at this place")
        if start is None:
            del held.data[:-_JUNK]
            if held.more():
                continue
            if held.broken is None:
                break
            yield held.broken
            held.data, held.broken, held.lost = bytearray(), None, True
            continue
        del held.data[: start.end()]
        record = held.record(max_size)
        held.lost = isinstance(record, Break) or held.broken is not None
        if record is not None:
            yield record


class _Held:
    """Bytes that have been read and not given yet; `broken` tells that no more can follow, `lost` that we look for a beginning."""

    def __init__(self, blocks: Iterable[bytes | Break]) -> None:
        self._blocks = iter(blocks)
        self.data = bytearray()
        self.broken: Break | None = None
        self.lost = False

    def more(self) -> bool:
        """Read a block more; False at the end, and where the file is broken."""
        block = None if self.broken else next(self._blocks, None)
        if isinstance(block, Break):
            self.broken = block
            return False
        self.data += block or b""
        return block is not None

    def record(self, max_size: int) -> bytes | Break | None:
        """The record that the data begins with; None for one that holds no page, or is cut by what is broken."""
        while not (end := _END.search(self.data, 0, _HEAD)):
            if len(self.data) >= _HEAD or not self.more():
                return self._passed("the head of a WARC record has no end")
        head = bytes(self.data[: end.end()])
        length = _LENGTH.search(head)
        if not length:
            return self._passed("a WARC record without Content-Length")
        size = end.end() + int(length[1])
        if size > max_size:
            return self._passed(f"a WARC record of {size:,} bytes, more than {max_size:,}")
        while len(self.data) < size + len(_BEHIND) and self.more():
            pass
        if len(self.data) < size:
            return self._passed("the last WARC record is cut off, or its Content-Length is wrong")
        behind = bytes(self.data[size : size + len(_BEHIND)])
        if behind.strip() and behind != _BEHIND and not behind.startswith(b"WARC"):
            return self._passed("a WARC record whose Content-Length is wrong")
        record = bytes(self.data[:size]) if _WANTED.search(head) else None
        del self.data[:size]
        return record

    def _passed(self, message: str) -> Break | None:
        """Go on behind the first word of a broken record: the next one may begin within what it claims."""
        del self.data[:5]
        return None if self.broken else Break(message)


def page(data: bytes) -> Page | None:
    """The page of a record; None when it is no HTML or the server's status was not 200.

    Raises `NewscleanError` for a record that cannot be read.
    """
    iterator = need("warcio.archiveiterator", "a WARC file").ArchiveIterator
    try:
        record = next(iter(iterator(io.BytesIO(data))))
        return _page(record)
    except NewscleanError:
        raise
    except Exception as error:  # warcio lets errors of many kinds through
        raise NewscleanError(f"the WARC record cannot be read ({type(error).__name__}: {error})") from error


def _page(record: Any) -> Page | None:
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
    return Page(body, kind, name, head.get_header("WARC-Target-URI"), head.get_header("WARC-Date"), charset)
