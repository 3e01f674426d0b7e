"""Blocks of bytes, split into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclean.integrations.records.raw_record import MAX_SIZE, Damage

_BOM = b"\xef\xbb\xbf"


def split_lines(blocks: Iterable[bytes | Damage], max_size: int = MAX_SIZE) -> Iterator[bytes | Damage]:
    """Yield the lines, without their ends; a `Damage` in place of a line of more than `max_size` bytes.

    >>> list(split_lines([b"un\\nde", b"ux\\n", Damage("damaged"), b"trois"]))
    [b'un', b'deux', Damage(message='damaged'), b'trois']
    """
    held: list[bytes] = []
    size, first = 0, True
    for block in blocks:
        if isinstance(block, Damage):
            held, size = [], 0
            yield block
            continue
        if first:
            block, first = block.removeprefix(_BOM), False
        head, *rest = block.split(b"\n")
        if size <= max_size:  # the rest of a line that is too long is discarded
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


def _line(held: list[bytes], size: int, max_size: int) -> bytes | Damage:
    return b"".join(held) if size <= max_size else Damage(f"a line of {size:,} bytes, more than {max_size:,}")
