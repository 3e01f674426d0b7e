"""Files of articles, whole and broken, for the tests of `newsclean batch`."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from newsclean.integrations.records import Job, Run

PROSE = "Le conseil n'a pas voté le budget numéro {} de la ville, a dit le maire lundi soir à la presse."
CLEAN = PROSE.replace("'", "’")
PAGE = """<html lang="fr"><head><title>Le budget</title><meta name="author" content="Jeanne Dupraz"></head><body><article>
<h1>Le budget de la ville</h1><p>{}</p><p>La hausse des impôts doit financer la rénovation de l'école du centre et de la piscine.</p>
<p>Les opposants ont annoncé qu'ils lanceraient un référendum, dont la récolte commencera mardi prochain.</p></article></body></html>"""


def rows(number: int, start: int = 0) -> list[dict[str, Any]]:
    """Records as a scraper gives them: furniture in the text, a field of its own."""
    return [
        {"id": f"a{n}", "site": "example.ch", "text": f"{PROSE.format(n)}\nPartager"}
        for n in range(start, start + number)
    ]


def json_lines(records: list[Any]) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def pack(data: bytes, suffix: str) -> bytes:
    if suffix.endswith(".gz"):
        return gzip.compress(data, mtime=0)
    return zstandard.compress(data) if suffix.endswith(".zst") else data


def unpack(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(data)
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return data


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of an output."""
    if path.suffix == ".parquet":
        found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return found
    return [json.loads(line) for line in unpack(path).splitlines()]


def parquet(path: Path, records: list[dict[str, Any]], schema: Any = None, group: int = 10) -> None:
    pq.write_table(pa.Table.from_pylist(records, schema=schema), path, row_group_size=group)


def warc(
    body: bytes,
    n: int = 1,
    kind: str = "text/html; charset=windows-1252",
    status: str = "200 OK",
    record: str = "response",
    more: str = "",
) -> bytes:
    """One record of an archive, plain."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"WARC-Target-URI: https://www.example.ch/{n}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(n: int = 1) -> bytes:
    """A page of a server that says windows-1252."""
    return PAGE.format(PROSE.format(n)).encode("cp1252")


def clean_records(source: Path, out: Path, **changes: Any) -> list[dict[str, Any]]:
    """The rows of an output, after a run with these changes to the job."""
    Run(source, out, Job(**{"fields": (), "suffix": out.suffix, **changes}))()
    return read(out)


def clean_broken(source: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows and the failures of a run."""
    out = source.with_name("out.jsonl")
    Run(source, out, Job(fields=()))(overwrite=True)
    errors = source.with_name("out.jsonl.errors.jsonl")
    return read(out), read(errors) if errors.exists() else []


def damaged(data: bytes, at: float) -> bytes:
    """Some bytes in the middle changed."""
    start = int(len(data) * at)
    return data[:start] + bytes(byte ^ 0x5A for byte in data[start : start + 40]) + data[start + 40 :]
