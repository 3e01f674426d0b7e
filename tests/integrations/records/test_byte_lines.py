"""Lines of bytes, and those that are too long."""

from __future__ import annotations

from newsclean.integrations.records.byte_lines import split_lines
from newsclean.integrations.records.raw_record import Damage


def test_lines_that_are_too_long() -> None:
    given = [b"ab\n" + b"x" * 10, b"x" * 10, b"x\ncd\n", b"y" * 30]
    too_long = [Damage("a line of 21 bytes, more than 12"), Damage("a line of 30 bytes, more than 12")]
    assert list(split_lines(given, 12)) == [b"ab", too_long[0], b"cd", too_long[1]]
