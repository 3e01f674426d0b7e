"""What `newsclean batch` costs: CPU time beside plain `analyze`, the share of reading and writing, the peak of memory.

    python tests/benchmarks/throughput.py [--articles N] [--pages N] [--megabytes N ...] [--fat N]

Times are CPU times, parent and workers together, so that other work on the machine does not count; what starting costs, up to the first
three hundred articles, is measured apart and taken off.  The articles are those of the benchmark beside the repository when it is there, else made up.

    single        milliseconds of CPU for an article by `analyze` in a loop
    batch         the same by `newsclean batch` from JSON lines to JSON lines, and its efficiency: single / batch (at least 0.85)
    pages         milliseconds of CPU for a page of HTML by `analyze` in a loop, when the benchmark is there
    io            share of the CPU time that reading, parsing, encoding and writing take (at most 0.15)
    memory        peak of parent and workers together, in MB of memory that they do not share, for files of several sizes (at most 400)
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsclean import analyze
from newsclean.integrations.records import FieldNames, Job
from newsclean.integrations.records.inputs import open_input
from newsclean.integrations.records.output_rows import encode_rows
from newsclean.integrations.records.parsing import parse_records
from newsclean.streams import chunks

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
CORPUS = BENCH / "french" / "corpus.dev.jsonl.gz"
PAGES = BENCH / "extraction" / "data"
WORDS = [
    "le",
    "conseil",
    "la",
    "ville",
    "a",
    "voté",
    "mardi",
    "un",
    "budget",
    "de",
    "dix",
    "millions",
    "pour",
    "les",
    "écoles",
    "du",
    "canton",
    "selon",
    "le",
    "maire",
]
JOBS = 2
WARM = 300  # articles


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--megabytes", type=int, nargs="*", default=[20, 60])
    parser.add_argument("--fat", type=int, default=0, help="characters of a field that every article carries along")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(itertools.islice(articles(), options.articles))
        source = Path(folder, "in.jsonl")
        source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        if rows:
            times(rows, source)
        if options.pages and PAGES.exists():
            on_pages(options.pages)
        for megabytes in options.megabytes:
            path = Path(folder, "large.jsonl")
            number = generate(path, megabytes, options.fat)
            peak = memory(path)
            tell(f"memory   {megabytes:6} MB  {number:9,} articles  peak {peak:6.0f} MB")


def times(rows: list[dict[str, Any]], source: Path) -> None:
    """The figures of time, in two interleaved rounds, of which the better counts."""
    first = source.with_name("first.jsonl")
    first.write_text("".join(json.dumps(row) + "\n" for row in rows[:WARM]), "utf-8")
    rows = rows[WARM:]
    alone, together, in_out = [], [], []
    for _ in range(2):
        alone.append(spent(loop(source)) - spent(loop(first)))
        together.append(spent(command(source)) - spent(command(first)))
        in_out.append(cpu(lambda: read_and_write(source)))
    single, both, io = (1_000 * min(figures) / len(rows) for figures in (alone, together, in_out))
    tell(f"single   {single:6.2f} ms  {3600e3 / single:12,.0f} articles per core-hour")
    tell(f"batch    {both:6.2f} ms  {3600e3 / both:12,.0f} articles per core-hour  efficiency {single / both:.2f}")
    tell(f"io       {io:6.2f} ms  {io / both:.3f} of the time")


def on_pages(number: int) -> None:
    """The figure of whole pages, those of newspapers."""
    with gzip.open(PAGES / "fundus.dev.jsonl.gz", "rt", encoding="utf-8") as file:
        paths = [PAGES / json.loads(line)["html"] for line in itertools.islice(file, number + 5)]
    pages = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths]
    for page in pages[:5]:
        analyze(page, kind="html")
    spent = 1_000 * cpu(lambda: [analyze(page, kind="html") for page in pages[5:]]) / len(pages[5:])
    tell(f"pages    {spent:6.2f} ms  {3600e3 / spent:12,.0f} pages per core-hour")


def tell(line: str) -> None:
    """One figure."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def spent(arguments: list[str]) -> float:
    """CPU seconds of a command, with the processes that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def command(source: Path) -> list[str]:
    """The command line that is measured."""
    told = ["batch", str(source), str(source.with_name("out.jsonl")), "--jobs", str(JOBS), "--overwrite", "--no-config"]
    return [sys.executable, "-m", "newsclean", *told]


def loop(source: Path) -> list[str]:
    """The same articles in a loop: what cleaning costs without a batch."""
    code = "import json, sys, newsclean\nfor line in open(sys.argv[1], encoding='utf-8'):\n"
    return [
        sys.executable,
        "-c",
        f"{code}    row = json.loads(line); newsclean.analyze(row['text'], url=row.get('url'))",
        str(source),
    ]


def read_and_write(source: Path) -> None:
    """All that a batch does but cleaning."""
    job = Job()
    with source.with_name("copy.jsonl").open("wb") as out:
        for chunk in chunks(open_input(source).raw_records(), lambda raw: len(raw.data)):
            items = (item for raw in chunk for item in parse_records(raw, FieldNames()))
            rows = [{**item.row, **dict.fromkeys(job.fields)} for item in items if not isinstance(item, Exception)]
            out.write(encode_rows(rows, ".jsonl"))


def articles() -> Iterator[dict[str, Any]]:
    """Articles without end: those of the benchmark again and again, or made up."""
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        yield from itertools.cycle(rows)
    dice = random.Random(7)
    for number in itertools.count():
        paragraphs = (f"{' '.join(dice.choices(WORDS, k=60)).capitalize()}." for _ in range(9))
        yield {"id": number, "text": "\n\n".join(paragraphs)}


def generate(path: Path, megabytes: int, fat: int) -> int:
    """A file of that size; gives the number of its articles."""
    more = {"page": "x" * fat} if fat else {}
    with path.open("wb") as file:
        for number, row in enumerate(articles()):
            if file.tell() >= megabytes * 1_000_000:
                return number
            file.write(json.dumps({**row, **more}, ensure_ascii=False).encode() + b"\n")
    return 0


def memory(source: Path) -> float:
    """The peak of a run's memory in MB, parts that processes share counted once (PSS of Linux)."""
    with subprocess.Popen(command(source), stderr=subprocess.DEVNULL) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(map(proportional, family(process.pid))))
            time.sleep(0.2)
    return peak / 1_000


def family(pid: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    # threads start the workers, too
    tasks = Path(f"/proc/{pid}/task").glob("*/children") if children.exists() else []
    return [pid, *(int(child) for task in tasks for child in _text(task).split())]


def proportional(pid: int) -> float:
    """The PSS of a process in KB; 0 when it is gone."""
    for line in _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return float(line.split()[1])
    return 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
