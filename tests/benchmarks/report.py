"""How long a report takes, how large it is, and how fast a browser opens it.

    python tests/benchmarks/report.py [COUNT]      1,000 articles unless told; needs Chromium and Playwright for the last figure

The texts are the example articles again and again, and real dumps of the benchmark where the folder ../shared stands beside the repository.
"""

from __future__ import annotations

import gzip
import itertools
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import analyze  # noqa: E402
from newsclean.article import Article  # noqa: E402
from newsclean.report.html import page  # noqa: E402

TEXTS = ROOT.parent / "shared" / "bench" / "extraction" / "data" / "text"
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Measure both sorts of texts."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    examples = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
    measure("examples", list(itertools.islice(itertools.cycle(examples), count)))
    real = list(itertools.islice(_real(), count))
    if real:
        measure("real dumps and extracted texts", real)


def measure(name: str, texts: list[str]) -> None:
    """Print the figures for some texts."""
    begun = time.process_time()
    articles: list[tuple[str, Article]] = [
        (f"{number}.txt", analyze(text, kind="text")) for number, text in enumerate(texts)
    ]
    cleaned = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(page(articles))
        written = time.process_time()
        sys.stdout.write(
            f"{name}: {len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f} characters; "
            f"cleaning {cleaned - begun:.1f} s, report {written - cleaned:.1f} s, {path.stat().st_size / 1e6:.1f} MB\n"
        )
        _open(path)


def _open(path: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        shown = browser.new_page()
        begun = time.perf_counter()
        shown.goto(path.as_uri())
        shown.evaluate(FRAME)
        opened = time.perf_counter()
        shown.locator(".item > summary").first.click()
        shown.locator(".nc").first.wait_for(state="visible")
        sys.stdout.write(
            f"  opened in Chromium in {opened - begun:.1f} s; an article unfolds in {time.perf_counter() - opened:.2f} s\n"
        )
        browser.close()


def _real() -> Iterator[str]:
    names = (
        "fundus.html_text",
        "fundus.trafilatura",
        "readability.inscriptis",
        "fundus.inscriptis",
        "wcxb_dev.trafilatura",
    )
    for path in (TEXTS / f"{name}.dev.jsonl.gz" for name in names):
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from filter(None, (json.loads(line)["text"] for line in lines))


if __name__ == "__main__":
    main()
