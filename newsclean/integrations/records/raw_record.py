"""Raw records: the pieces that an input is split into, as bytes; they are parsed in the workers."""

from __future__ import annotations

from typing import NamedTuple

MAX_SIZE = 100_000_000  # bytes of one record, as for `decode`
BLOCK_SIZE = 1 << 17  # bytes read at a time; it bounds the size of unpacked data, too


class Damage(NamedTuple):
    """A place in a file that cannot be read; the record that it interrupts is lost."""

    message: str


class RawRecord(NamedTuple):
    """A record, or some rows of a table, in bytes.

    Attributes:
        form: "json", "warc", "arrow", "text", "html", or "broken" for what cannot be read.
        place: The file.
        number: The number of the record in the file, from 1.
        data: The bytes; of a broken record the message.
        at: The number of bytes of the whole input that were read by then.

    >>> RawRecord("json", "a.jsonl", 1, b"{}", at=3).form
    'json'
    """

    form: str
    place: str
    number: int
    data: bytes
    at: int = 0
