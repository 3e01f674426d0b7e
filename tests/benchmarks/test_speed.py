"""Speed by part and whole, measured by pytest-benchmark; asserted are ratios only, in CPU time of the same run.

python -m pytest tests/benchmarks/test_speed.py --benchmark-enable
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean import analyze, clean
from newsclean.cleaner import DEFAULT
from newsclean.filters.base import Step
from newsclean.reading import read

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
PAGES = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases" / "pages").glob("*.html"))]
STARTED = "import time; t = time.process_time(); {}; print(time.process_time() - t)"
RUNS = 5


def started(code: str, cache: Path) -> float:
    """CPU seconds of some code in a fresh Python whose modules are compiled, the least of some runs."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", STARTED.format(code)]
    runs = (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout for _ in range(RUNS)
    )
    return min(map(float, runs))


def least(call: Callable[[str], Any], sources: list[str]) -> float:
    """CPU seconds of a call on all sources, the median of some rounds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for source in sources:
            call(source)
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


@pytest.mark.parametrize("call", [clean, analyze])
@pytest.mark.parametrize(("kind", "sources"), [("text", TEXTS), ("html", PAGES)])
def test_whole(benchmark: Any, call: Callable[..., Any], kind: str, sources: list[str]) -> None:
    assert benchmark(lambda: [call(source, kind=kind) for source in sources])


@pytest.mark.parametrize("step", DEFAULT, ids=lambda step: step.name)
def test_part(benchmark: Any, step: Step) -> None:
    articles = [read(text) for text in TEXTS]
    for other in DEFAULT[: DEFAULT.index(step)]:
        articles = [other.apply(article) for article in articles]
    assert benchmark(lambda: [step.apply(article) for article in articles])


def test_import_costs_less_than_that_of_the_expressions(benchmark: Any, tmp_path: Path) -> None:
    ours = benchmark.pedantic(started, ("import newsclean", tmp_path), rounds=1)
    assert ours < started("import regex", tmp_path) / 2


def test_the_first_text_costs_less_than_importing_trafilatura(benchmark: Any, tmp_path: Path) -> None:
    ours = benchmark.pedantic(
        started, ("import newsclean; newsclean.clean('Le conseil a voté lundi soir.')", tmp_path), rounds=1
    )
    assert ours < started("import trafilatura", tmp_path)


def test_a_small_page_costs_some_times_what_extraction_costs(benchmark: Any) -> None:
    """On whole pages of newspapers it costs less than extraction; see docs/performance.md."""
    from trafilatura import extract

    ours = benchmark.pedantic(least, (clean, PAGES), rounds=1)
    assert ours < 8 * least(extract, PAGES)
