"""Speed by part and whole, measured by pytest-benchmark: nothing is asserted of a time, `speed.py` compares.

python -m pytest tests/benchmarks/test_speed.py --benchmark-enable
"""

from __future__ import annotations

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
