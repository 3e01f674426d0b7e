"""What readers give: pieces of an input as they stand in their file, parsed only where the work is done."""

from __future__ import annotations

from typing import NamedTuple

MAX_SIZE = 100_000_000  # bytes of one record, as for `decode`
BLOCK = 1 << 17  # bytes read at a time: what compressed data unpacks to stays bounded, too


class Break(NamedTuple):
    """A place in a file where something cannot be read; what stood open before it is lost."""

    message: str


class Raw(NamedTuple):
    """A record, or some rows of a table, in bytes.

    Arguments: `form` is "json", "warc", "arrow", "text", "html", or "broken" (then `data` is the message); `place` names the file, `number`
    counts its records from 1; `at` is how many bytes of the whole input were read by then.

    >>> Raw("json", "a.jsonl", 1, b"{}", at=3).form
    'json'
    """

    form: str
    place: str
    number: int
    data: bytes
    at: int = 0
