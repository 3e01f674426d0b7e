"""The progress of a long run: a bar on a terminal while it runs, a summary at its end."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from newsclean.integrations.records import Progress

_INTERVAL = 0.2  # seconds between two drawings


@contextlib.contextmanager
def watching(stream: TextIO) -> Iterator[Callable[[Progress], None]]:
    """Yield a function that draws the progress: a bar with rich, a line without it, nothing if the stream is no terminal."""
    if not stream.isatty():
        yield lambda _: None
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar
    except ImportError:
        yield _limited(lambda progress: _draw(stream, f"\r{line(progress)}\x1b[K"))
        _draw(stream, "\r\x1b[K")
        return
    with Bar(BarColumn(), TextColumn("{task.description}"), console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield _limited(lambda progress: bar.update(task, completed=_share(progress), description=line(progress)))


def line(progress: Progress) -> str:
    """Return the progress in one line.

    >>> line(Progress(at=600, size=1000, counts=Counter(articles=1200), articles=1200, seconds=60.0, began=0))
    '60 %, 1,200 articles, 20/s, 0:00:40 left'
    """
    parts = [f"{_share(progress):.0%}".replace("%", " %"), f"{progress.counts['articles']:,} articles"]
    parts.append(f"{_rate(progress)}/s")
    if progress.counts["failures"]:
        parts.append(f"{progress.counts['failures']:,} failures")
    read = progress.at - progress.began
    if read > 0:
        parts.append(f"{_clock(progress.seconds * (progress.size - progress.at) / read)} left")
    return ", ".join(parts)


def summary(progress: Progress, out: Path, errors: Path) -> str:
    """Return a summary of the run in a few lines.

    >>> counts = Counter({"articles": 2, "chars_in": 90, "chars_out": 81, "lines.share": 1, "chars.share": 9})
    >>> print(summary(Progress(5, 5, counts, 2, 0.5, 0), Path("out.jsonl"), Path("e.jsonl")), end="")
    newsclean: out.jsonl: 2 articles, 90 characters in, 81 out; 2 in 0:00:00, 4/s
    newsclean: removed: share 1 (9 characters)
    """
    counts = progress.counts
    if not counts and not progress.articles:
        return f"newsclean: {out}: already complete\n"
    totals = f"{counts['articles']:,} articles, {counts['chars_in']:,} characters in, {counts['chars_out']:,} out"
    lines = [f"{out}: {totals}; {progress.articles:,} in {_clock(progress.seconds)}, {_rate(progress)}/s"]
    labels = sorted(_labels(counts), key=lambda label: -counts[f"chars.{label}"])
    removed = (
        f"{label} {counts[f'lines.{label}'] + counts[f'pieces.{label}']:,} ({counts[f'chars.{label}']:,} characters)"
        for label in labels
    )
    lines += [f"removed: {', '.join(removed)}"] if labels else []
    lines += [f"{counts['passed']:,} records that are no pages were skipped"] if counts["passed"] else []
    lines += [f"{counts['failures']:,} failures, see {errors}"] if counts["failures"] else []
    return "".join(f"newsclean: {text}\n" for text in lines)


def _labels(counts: Counter[str]) -> set[str]:
    return {name.removeprefix("chars.") for name in counts if name.startswith("chars.")} - {"empty"}


def _share(progress: Progress) -> float:
    return progress.at / progress.size if progress.size else 1.0


def _rate(progress: Progress) -> str:
    return f"{progress.articles / max(progress.seconds, 1e-3):,.0f}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 3600}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}"


def _draw(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()


def _limited(draw: Callable[[Progress], None]) -> Callable[[Progress], None]:
    last = 0.0

    def watch(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _INTERVAL:
            last = now
            draw(progress)

    return watch
