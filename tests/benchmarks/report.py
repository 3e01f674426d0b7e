"""How long a report takes, how large it is, and how fast a browser opens it.

    python tests/benchmarks/report.py [COUNT]      1,000 articles unless told; needs Chromium and Playwright for the last figure

The texts are articles of usual length (3,000 to 5,000 characters), put together from the sentences and the furniture of the example
articles; where the folder ../shared stands beside the repository also its extracted texts of that length, and its dumps of whole pages.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import analyze  # noqa: E402
from newsclean.article import Article  # noqa: E402
from newsclean.report.html import page  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"
TEXTS = BENCH / "extraction" / "data" / "text"
FRENCH = BENCH / "french" / "corpus.dev.jsonl.gz"
EXTRACTED = tuple(
    f"{pages}.{tool}"
    for tool in ("trafilatura", "readability", "newspaper4k", "resiliparse", "justext", "boilerpy3")
    for pages in ("fundus", "readability", "wcxb_dev")
)
DUMPS = ("fundus.html_text", "fundus.inscriptis", "readability.inscriptis", "wcxb_dev.inscriptis")
USUAL = (3_000, 5_000)  # characters of an article
PROSE = 120  # characters from which a line of an example is a paragraph
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Measure all sorts of texts."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    measure("made of our examples", list(itertools.islice(_made(), count)))
    extracted = (text for text in _real([FRENCH, *map(_path, EXTRACTED)]) if USUAL[0] <= len(text) <= USUAL[1])
    usual = list(itertools.islice(extracted, count))
    if usual:
        measure("extracted texts of usual length", usual)
        measure("dumps of whole pages", list(itertools.islice(_real(map(_path, DUMPS)), count)))


def measure(name: str, texts: list[str]) -> None:
    """Print the figures for some texts."""
    begun, started = time.process_time(), time.perf_counter()
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
            f"written in {time.perf_counter() - started:.1f} s (CPU: cleaning {cleaned - begun:.1f} s, report {written - cleaned:.1f} s), "
            f"{path.stat().st_size / 1e6:.1f} MB\n"
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


def _made() -> Iterator[str]:
    """Articles without end, each of the head and the furniture of an example, and of sentences of examples in its language."""
    rng = random.Random(1)
    examples = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
    while True:
        lines = [line for line in rng.choice(examples).splitlines() if line.strip()]
        prose = [line for line in lines if len(line) > PROSE]
        first, last = lines.index(prose[0]), lines.index(prose[-1])
        sentences = [sentence for line in prose for sentence in re.split(r"(?<=[.!?»]) (?=[A-ZÉ«'])", line)]
        paragraphs: list[str] = []
        size = rng.randint(*USUAL)
        while sum(map(len, paragraphs)) < size:
            paragraphs.append(" ".join(rng.choices(sentences, k=rng.randint(2, 5))))
        yield "\n\n".join(["\n".join(lines[:first]), *paragraphs, "\n".join(lines[last + 1 :])])


def _path(name: str) -> Path:
    return TEXTS / f"{name}.dev.jsonl.gz"


def _real(paths: Iterable[Path]) -> Iterator[str]:
    for path in filter(Path.exists, paths):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from filter(None, (json.loads(line)["text"] for line in lines))


if __name__ == "__main__":
    main()
