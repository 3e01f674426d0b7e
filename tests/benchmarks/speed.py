"""What cleaning costs beside other tools, by part and whole, and how it grows: the tables of docs/performance.md.

    python -m tests.benchmarks.speed [--articles N] [--rounds N] [--large]

CPU time, medians of interleaved rounds on the same texts; a ratio says more than a time, since machines differ. The articles are those of
the benchmark beside the repository when it is there, else our own examples. `--large` adds 10 MB on one line, a million lines, memory.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newsclean import clean
from newsclean.cleaner import DEFAULT
from newsclean.reading import read
from tests.floods import SENTENCE

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
PROSE = "L’été dernier, le président a déclaré que « tout va bien » à Genève. "
FIRST = """
import time
start = time.process_time()
import newsclean
imported = time.process_time()
newsclean.clean("Le Valais vote\\n\\nL'Etat a versé 250'000 francs aux communes, a dit le ministre.\\n\\n/ATS\\nPartager")
print(imported - start, time.process_time() - start)
"""
ALONE = """
import re, sys, time
from pathlib import Path
from newsclean import clean
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
clean("Le conseil a voté lundi soir.")
before = peak()
text = eval(sys.argv[1])
start = time.process_time()
clean(text)
print(time.process_time() - start, 1024 * (peak() - before), sys.getsizeof(text))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    first()
    for name, texts in (("articles", articles(options.articles)), ("dumps", dumps(options.articles // 3))):
        if texts:
            against_ftfy(name, texts, options.rounds)
    pages = html(options.articles // 4)
    against_trafilatura(pages, options.rounds)
    parts(articles(options.articles), "text")
    parts(pages, "html")
    by_length()
    if options.large:
        large()


def first() -> None:
    """Importing, and the first text of a process, modules compiled."""
    runs = [list(map(float, _python(FIRST).split())) for _ in range(6)][1:]
    imported, cleaned = (1000 * statistics.median(figures) for figures in zip(*runs, strict=True))
    tell("import newsclean", f"{imported:.1f} ms")
    tell("first clean() of a text, import and all", f"{cleaned:.0f} ms")


def against_ftfy(name: str, texts: Sequence[str], rounds: int) -> None:
    """Cleaning beside `ftfy.fix_text`."""
    import ftfy

    theirs, ours = compared(ftfy.fix_text, clean, texts, rounds)
    size = sum(map(len, texts)) / len(texts)
    each = 1000 * ours / len(texts)
    tell(f"{name} of {size:,.0f} characters", f"{each:.1f} ms; ftfy takes {theirs / ours:.2f} x the time")
    tell(f"a million {name}", f"{ours / len(texts) * 1e6 / 3600:.1f} core-hours")


def against_trafilatura(pages: Sequence[str], rounds: int) -> None:
    """Cleaning pages beside `trafilatura.extract`."""
    import trafilatura

    theirs, ours = compared(trafilatura.extract, clean, pages, rounds)
    each = 1000 * ours / len(pages)
    tell(
        f"pages of {sum(map(len, pages)) / len(pages):,.0f} characters",
        f"{each:.1f} ms; {ours / theirs:.2f} x trafilatura.extract",
    )
    tell("a million pages", f"{ours / len(pages) * 1e6 / 3600:.1f} core-hours")


def parts(sources: Sequence[str], kind: str) -> None:
    """The share of each step."""
    spent: dict[str, float] = {}
    for source in sources:
        start = time.process_time()
        article = read(source, kind=kind)
        spent["read"] = spent.get("read", 0.0) + time.process_time() - start
        for step in DEFAULT:
            start = time.process_time()
            article = step.apply(article)
            spent[step.name] = spent.get(step.name, 0.0) + time.process_time() - start
    whole = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        tell(f"{kind}: {name}", f"{100 * seconds / whole:.0f} %")


def by_length() -> None:
    """Time for a character of prose, and for a line, at several lengths."""
    for number in (10, 100, 1_000, 10_000):
        line = f"{SENTENCE} " * number
        tell(f"one line of {len(line):,} characters", f"{1e9 * best(line) / len(line):.0f} ns a character")
    begun = 0
    for number in (100, 1_000, 10_000, 100_000):  # never seen before, or what is known of short lines would be measured
        lines = "\n".join(f"La commune numéro {n} a voté lundi soir." for n in range(begun, begun + number))
        tell(f"{number:,} lines", f"{1e6 * cpu(lambda text: clean(text, kind='text'), [lines]) / number:.0f} µs a line")
        begun += number


def large() -> None:
    """Floods of the size that the promises name, each in a process of its own."""
    for name, code in (
        ("10 MB on one line", f"{PROSE!r} * {10_000_000 // len(PROSE)}"),
        ("a million lines", "'Lire\\n' * 1_000_000"),
    ):
        seconds, peak, size = map(float, _python(ALONE, code).split())
        tell(name, f"{seconds:.1f} s; {peak / 1e6:.0f} MB more, {peak / size:.1f} x the text in memory")


def compared(
    theirs: Callable[[str], Any], ours: Callable[[str], Any], sources: Sequence[str], rounds: int
) -> tuple[float, float]:
    """Median CPU seconds of both."""
    for call in (theirs, ours):
        call(sources[0])
    times = [(cpu(theirs, sources), cpu(ours, sources)) for _ in range(rounds)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def cpu(call: Callable[[str], Any], sources: Sequence[str]) -> float:
    """CPU seconds of a call on each source."""
    start = time.process_time()
    for source in sources:
        call(source)
    return time.process_time() - start


def best(text: str) -> float:
    """The least CPU seconds of three."""
    return min(cpu(lambda text: clean(text, kind="text"), [text]) for _ in range(3))


def articles(number: int) -> list[str]:
    """Texts as extractors give them."""
    found = _rows(BENCH / "french" / "corpus.dev.jsonl.gz", number // 2)
    found += _rows(BENCH / "extraction" / "data" / "text" / "wcxb_dev.trafilatura.dev.jsonl.gz", number - number // 2)
    return found or [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]


def dumps(number: int) -> list[str]:
    """Whole pages as text."""
    return _rows(BENCH / "extraction" / "data" / "text" / "fundus.inscriptis.dev.jsonl.gz", number)


def html(number: int) -> list[str]:
    """Pages of newspapers."""
    folder = BENCH / "extraction" / "data"
    if not folder.exists():
        return [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases" / "pages").glob("*.html"))]
    with gzip.open(folder / "fundus.dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        paths = [folder / json.loads(row)["html"] for row in itertools.islice(rows, number)]
    data = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths)
    return [page.decode("utf-8", "replace") for page in data]


def _rows(path: Path, number: int) -> list[str]:
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        texts = (json.loads(row)["text"] for row in rows)
        return list(itertools.islice((text for text in texts if text and len(text) > 500), number))


def _python(code: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout


def tell(what: str, figure: str) -> None:
    """One row."""
    sys.stdout.write(f"| {what} | {figure} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
