"""Promise 3 on every text and page of the benchmark: the edits replay, the source comes back, offsets map to and fro; and `clean()`
with its short ways gives the text that `analyze()` gives.

    python tests/benchmarks/offsets.py [--every N]

Reads the folder ../shared beside the repository: the texts as text, every seventh also as bytes in the charset of a careless scraper, the
pages as bytes. Each is cleaned twice, without options and with options that change from one to the next. `tests/properties/test_offsets.py` does the
same with one in 97.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import NewscleanError, analyze, clean  # noqa: E402
from tests.properties.test_offsets import holds  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"
OPTIONS: list[dict[str, Any]] = [
    {"format": "markdown"},
    {"keep": {"metadata"}},
    {"strictness": "strict", "drop": {"title", "kicker"}},
    {"keep": {"furniture"}, "locale": "fr-FR"},
    {"strictness": "careful", "comments": True},
    {"format": "markdown", "tables": False, "drop": {"heading"}},
    {"format": "markdown", "links": True},
]
CHARSETS = ("cp1252", "utf-8-sig", "utf-16", "latin-1", "mac-roman")


def main() -> None:
    """Print how many were looked at, and each that fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="look at one of so many")
    given = parser.parse_args()
    begun, counts, options = time.monotonic(), Counter[str](), itertools.cycle(OPTIONS)
    for kind, name, source in itertools.islice(sources(), 0, None, given.every):
        for chosen in ({}, next(options)):
            counts[kind] += 1
            try:
                looked_at(source, kind="html" if kind == "pages" else "text", **chosen)
            except NewscleanError as error:  # one clear error is a result, too
                counts["refused"] += 1
                say(f"refused: {name} {chosen}: {error}")
            except Exception as error:  # noqa: BLE001 - whatever it is, the others are looked at
                counts["failures"] += 1
                say(f"failure: {name} {chosen}: {type(error).__name__}: {error}")
    figures = ", ".join(f"{counts[key]:,} {key}" for key in ("texts", "bytes", "pages", "refused", "failures"))
    say(f"{figures}; {time.monotonic() - begun:.0f} s")
    sys.exit(1 if counts["failures"] else 0)


def looked_at(source: str | bytes, **options: Any) -> None:
    """All that is promised of one source."""
    article = analyze(source, **options)
    holds(article)
    assert clean(source, **options) == article.text, "clean() and analyze() differ"


def sources() -> Iterator[tuple[str, str, str | bytes]]:
    """Kind, name and source of all that the benchmark has."""
    for number, (name, text) in enumerate(texts()):
        yield "texts", name, text
        if number % 7 == 0:
            charset = CHARSETS[number // 7 % len(CHARSETS)]
            yield "bytes", f"{name} in {charset}", text.encode(charset, "replace")
    for page in sorted((BENCH / "extraction" / "data" / "html").rglob("*.html.gz")):
        yield "pages", page.name, gzip.decompress(page.read_bytes())


def texts() -> Iterator[tuple[str, str]]:
    """Dumps and extracted texts, the French corpus, damaged texts, sentences for typography, seeds."""
    for path in sorted(BENCH.rglob("*.jsonl*")):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                yield from (
                    (f"{path.name}:{number}:{key}", value)
                    for key, value in row.items()
                    if key in {"text", "input", "gold_text", "full"} and isinstance(value, str)
                )
    for path in sorted((BENCH.parent / "seeds").glob("*.txt")):
        yield path.name, path.read_text("utf-8")


def say(told: str) -> None:
    """One line."""
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
