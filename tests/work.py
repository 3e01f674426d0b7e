"""How much work a call is, counted and not timed: the same on a busy machine, on a slow one, and with a debugger beside it.

Counted are the lines of newsclean that run, loops included. What C code does between two of them (a regular expression, a search in a
list) is not; `python -m tests.benchmarks.growth` measures seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from tests.conftest import ROOT

OWN = str(ROOT / "newsclean")
MOST = 2.6  # times the work for twice the input: 2 is linear, 4 quadratic
ENOUGH = 20_000  # lines of the larger input: what each call costs whatever its input no longer counts


def lines_run(call: Callable[[], Any]) -> int:
    """Return the number of lines of newsclean that run in a call."""
    count = 0

    def in_frame(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal count
        count += event == "line"
        return in_frame

    def on_call(frame: FrameType, _event: str, _value: object) -> Any:
        return in_frame if frame.f_code.co_filename.startswith(OWN) else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], Any], size: int, largest: int) -> float:
    """Return how many times the lines are that run on an input twice the size.

    The input is doubled until it makes enough work. Where a limit ends a search between two sizes the growth is steeper there, and there
    only, so larger inputs are tried after a steep one.

    Args:
        work: A call for an input of the given size.
        size: The smallest size.
        largest: The size that is not passed.
    """
    work(size)  # tables are loaded
    found, now = 0.0, lines_run(lambda: work(size))
    while 2 * size <= largest:
        before, size = now, 2 * size
        now = lines_run(lambda: work(size))  # noqa: B023 - called at once
        found = now / max(1, before)
        if found <= MOST and now >= ENOUGH:
            break
    return found
