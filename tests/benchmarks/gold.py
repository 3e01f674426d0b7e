"""Gold for training, from the benchmark beside the repository: `python tests/benchmarks/gold.py OUT_DIR`.

Writes one JSONL file for each source and kind of input; docs/gold.md describes the form.  The lines of a page that the scorer does not
count take the label of what stands around them, so that the model sees whole documents.  `OUT_DIR/train` has what the shipped model was
trained on: `python -m newsclean.train --gold OUT_DIR/train/*.jsonl --out newsclean/labels/text.json`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
DATA = BENCH / "extraction" / "data"
NAMES = {"content": "content", "title": "title", "meta": "metadata", "boilerplate": "furniture"}
FRENCH = {
    "photo_credit": "credit",
    "related_link": "related",
    "media_promo": "promo",
    "cookie": "consent",
    "copyright": "legal",
}
FRENCH |= {"social_follow": "share", "other_boilerplate": "other", "mixed": "paragraph"}
# of web pages of every sort, whose habits are not those of newspapers, one publisher in four
SHARE = {"wcxb_dev": 4}
TRAINED = {
    "fundus": None,
    "readability": {"inscriptis", "trafilatura", "resiliparse", "newspaper4k"},
    "wcxb_dev": {"inscriptis", "readability", "trafilatura"},
}


def main(out: Path) -> None:
    """Write everything."""
    sys.path.insert(0, str(BENCH))
    (out / "train").mkdir(parents=True, exist_ok=True)
    for source in ("fundus", "readability", "wcxb_dev"):
        records = {record["id"]: record for record in _read(DATA / f"{source}.dev.jsonl.gz")}
        for path in sorted((DATA / "text").glob(f"{source}.*.dev.jsonl.gz")):
            kind = path.name.split(".")[1]
            rows = list(_pages(records, path, kind))
            _write(out / f"{source}.{kind}.jsonl", rows)
            kinds = TRAINED[source]
            if kinds is None or kind in kinds:
                chosen = [row for row in rows if _hash(row["group"]) % SHARE.get(source, 1) == 0]
                _write(out / "train" / f"{source}.{kind}.jsonl", chosen)
    rows = list(_french(BENCH / "french" / "gold.dev.jsonl.gz"))
    for folder in (out, out / "train"):
        _write(folder / "french.jsonl", rows)


def _hash(group: str) -> int:
    return int(hashlib.md5(group.encode(), usedforsecurity=False).hexdigest(), 16)


def _pages(records: dict[str, Any], path: Path, kind: str) -> Iterator[dict[str, Any]]:
    from extraction.score import Gold

    for page in _read(path):
        record = records.get(page["id"])
        if record is None or not (page["text"] or "").strip():
            continue
        lines = [(line, NAMES.get(label)) for line, _, label in Gold(record).label(page["text"])]
        yield {
            "id": f"{record['id']}.{kind}",
            "group": record["domain"],
            "language": record["lang"],
            "kind": kind,
            "gold": record["source"],
            "lines": _filled(lines),
            "text": page["text"],
        }


def _filled(lines: list[tuple[str, str | None]]) -> list[dict[str, str]]:
    """Every line with a label: the ambiguous ones take it from the nearest lines that have one."""
    labels = [label for _, label in lines]
    out = []
    for n, (line, label) in enumerate(lines):
        if label is None:
            before = next((x for x in reversed(labels[:n]) if x), "furniture")
            after = next((x for x in labels[n + 1 :] if x), "furniture")
            label = "content" if before == after == "content" else "furniture"
            out.append({"text": line, "label": label, "sure": ""})
        else:
            out.append({"text": line, "label": label})
    return out


def _french(path: Path) -> Iterator[dict[str, Any]]:
    kinds = {
        "scraped_p_text": "scraped",
        "html_naive_dump(inscriptis)": "inscriptis",
        "html_trafilatura": "trafilatura",
    }
    for doc in _read(path):
        lines = []
        for line in doc["lines"]:
            label, note = line["label"], line.get("note") or ""
            if not line["text"].strip():
                continue
            if "duplicate" in note or note == "sticky-title":
                label = "duplicate"
            row = {"text": line["text"].strip(), "label": FRENCH.get(label, label)}
            if label in ("blank", "unsure") or note == "caption-ambiguous":
                row |= {"label": "paragraph" if note == "caption-ambiguous" else "other", "sure": ""}
            lines.append(row)
        yield {
            "id": doc["id"],
            "group": doc["site"],
            "language": "fr",
            "kind": kinds[doc["kind"]],
            "gold": "french",
            "lines": lines,
            "text": "\n".join(line["text"] for line in doc["lines"]),
        }


def _read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
