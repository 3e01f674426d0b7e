"""Fingerprints of what `analyze` gives for every text and page at hand, to show that a refactoring changed nothing.

    python -m tests.benchmarks.outputs --out before.json             # about 15 minutes with two processes
    python -m tests.benchmarks.outputs --every 20 --out before.json  # one input in twenty
    python -m tests.benchmarks.outputs --compare before.json         # exit code 1 and the ids if an output differs

Inputs: the texts and pages of `../shared/bench`, the seeds, the cases and the examples of the documentation. A fingerprint is a hash
of the JSON form of the article; names of evidence are mapped by `RENAMED` first, since they may change between versions.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import hashlib
import json
import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean import analyze

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TEXTS = ("text", "full")
# evidence names of earlier versions -> names of this version
RENAMED: dict[str, str] = {}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines, plain or compressed."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if isinstance(row, dict):
                yield row


def inputs() -> Iterator[tuple[str, str, str, str | None]]:
    """Id, kind, source and address of every input, in a fixed order."""
    bench = SHARED / "bench"
    for path in sorted(bench.rglob("*.jsonl*")):
        for n, row in enumerate(rows(path)):
            name, url = f"{path.relative_to(bench)}:{n}", row.get("url")
            if str(row.get("html", "")).endswith(".html.gz"):
                page = gzip.decompress((bench / "extraction/data" / row["html"]).read_bytes())
                yield name, "html", page.decode("utf-8", "replace"), url
            elif row.get("html"):
                yield name, "html", row["html"], url
            for key in TEXTS:
                if isinstance(row.get(key), str):
                    yield f"{name}:{key}", "text", row[key], url
            if isinstance(row.get("lines"), list) and "text" not in row:
                yield name, "text", "\n".join(line["text"] for line in row["lines"]), url
    for folder in (SHARED / "seeds", SHARED / "cases", ROOT / "docs/examples"):
        for path in sorted(folder.rglob("*.txt")):
            yield str(path.relative_to(folder.parent)), "text", path.read_text("utf-8", "replace"), None


def fingerprint(item: tuple[str, str, str, str | None], renamed: dict[str, str]) -> tuple[str, str]:
    """The id of an input and the hash of its article; an error counts as an output."""
    name, kind, source, url = item
    try:
        data: Any = analyze(source, kind=kind, url=url).to_dict()
    except Exception as error:  # noqa: BLE001 - any failure is an output to compare
        data = f"{type(error).__name__}: {error}"
    else:
        data.pop("version", None)
        for block in data.get("blocks", ()):
            for evidence in block.get("evidence", ()):
                evidence["name"] = renamed.get(evidence["name"], evidence["name"])
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def main() -> int:
    """Write fingerprints, or compare them with those of an earlier run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only one input in N (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="number of processes (default: 2)")
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--compare", type=Path, metavar="FILE")
    options = parser.parse_args()
    chosen = (item for n, item in enumerate(inputs()) if n % options.every == 0)
    mapped = functools.partial(fingerprint, renamed=RENAMED if options.out is None else {})
    with multiprocessing.Pool(options.jobs) as pool:
        found = dict(pool.imap(mapped, chosen, chunksize=8))
    if options.out:
        options.out.write_text(json.dumps(found, indent=0), "utf-8")
    changed = []
    if options.compare:
        before = json.loads(options.compare.read_text("utf-8"))
        changed = sorted(name for name in found if name in before and before[name] != found[name])
        sys.stdout.write("".join(f"changed: {name}\n" for name in changed))
    sys.stdout.write(f"{len(found)} outputs, {len(changed)} changed\n")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
