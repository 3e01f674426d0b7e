"""Blocks of bytes as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclean.integrations.records.raw import MAX_SIZE, Break

_MARK = b"\xef\xbb\xbf"


def lines(blocks: Iterable[bytes | Break], max_size: int = MAX_SIZE) -> Iterator[bytes | Break]:
    """The lines, without their ends; for one of more than `max_size` bytes a `Break`.

    >>> list(lines([b"un\\nde", b"ux\\n", Break("damaged"), b"trois"]))
    [b'un', b'deux', Break(message='damaged'), b'trois']
    """
    held: list[bytes] = []
    size, first = 0, True
    for block in blocks:
        if isinstance(block, Break):
            held, size = [], 0
            yield block
            continue
        if first:
            block, first = block.removeprefix(_MARK), False
        head, *rest = block.split(b"\n")
        if size <= max_size:  # the rest of a line that is too long is not held
            held.append(head)
        size += len(head)
        if not rest:
            continue
        yield _line(held, size, max_size)
        *whole, last = rest
        yield from whole
        held, size = [last], len(last)
    if size:
        yield _line(held, size, max_size)


def _line(held: list[bytes], size: int, max_size: int) -> bytes | Break:
    return b"".join(held) if size <= max_size else Break(f"a line of {size:,} bytes, more than {max_size:,}")
