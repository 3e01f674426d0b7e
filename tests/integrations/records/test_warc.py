"""Archives, whole and broken."""

from __future__ import annotations

import gzip
from pathlib import Path

from newsclean.integrations.records.raw_record import Damage
from newsclean.integrations.records.warc import records
from tests.integrations.records.files import (
    CLEAN,
    PROSE,
    clean_broken,
    clean_records,
    page,
    warc,
)

HTML = page().decode("cp1252")


def test_broken_records_of_an_archive(tmp_path: Path) -> None:
    long = warc(page(3), 3).replace(b"Content-Length: ", b"Content-Length: 9")
    short = warc(page(4), 4).replace(b"Content-Length: ", b"Content-Length: 1\r\nX: ")
    http = warc(page(5), 5).replace(b"HTTP/1.1 200 OK", b"\0\0\0\0")
    parts = [
        warc(page(1), 1),
        b"junk\r\n\r\n",
        warc(page(2), 2),
        long,
        short,
        http,
        warc(page(6), 6),
        warc(page(7), 7)[:-300],
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    made, errors = clean_broken(tmp_path / "a.warc")
    assert [row["id"] for row in made] == [f"urn:uuid:{n}" for n in (1, 2, 6)]
    told = " ".join(error["error"] for error in errors)
    for message in ("no WARC record", "more than 100,000,000|Content-Length is wrong", "cut off"):
        assert any(part in told for part in message.split("|")), message


def test_no_archive_at_all() -> None:
    assert list(records([b"Bonjour. " * 100_000])) == [Damage("no WARC record at this place")]
    assert list(records([b"WARC/1.0\r\n" + b"x: y\r\n" * 20_000])) == [
        Damage("the headers of a WARC record have no end")
    ]


def test_archive(tmp_path: Path) -> None:
    records = [
        warc(b"", record="warcinfo"),
        warc(page(1), 1),
        warc(b"GET / HTTP/1.1\r\n\r\n", record="request"),
        warc(page(2), 2, status="404 Not Found"),
        warc(b"%PDF", 3, kind="application/pdf"),
        warc(gzip.compress(page(4)), 4, more="Content-Encoding: gzip\r\n"),
        warc(b"%x\r\n" % len(page(5)) + page(5) + b"\r\n0\r\n\r\n", 5, more="Transfer-Encoding: chunked\r\n"),
    ]
    for name, data in {"a.warc": b"".join(records), "a.warc.gz": b"".join(map(gzip.compress, records))}.items():
        (tmp_path / name).write_bytes(data)
        made = clean_records(tmp_path / name, tmp_path / f"{name}.jsonl", fields=("encoding", "locale"))
        assert [row["url"] for row in made] == [f"https://www.example.ch/{n}" for n in (1, 4, 5)]
        assert all(CLEAN.format(n) in row["text"] for n, row in zip((1, 4, 5), made, strict=True))
        told = {"id": "urn:uuid:1", "crawl_date": "2024-05-01T10:00:00Z", "encoding": "cp1252", "locale": "fr-CH"}
        assert told.items() <= made[0].items()


def test_text_extracts_of_archives(tmp_path: Path) -> None:
    text = f"{PROSE.format(1)}\nPartager".encode()
    head = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <a>\r\nContent-Length: {len(text)}\r\n\r\n".encode()
    (tmp_path / "a.warc.wet.gz").write_bytes(gzip.compress(head + text + b"\r\n\r\n"))
    assert clean_records(tmp_path / "a.warc.wet.gz", tmp_path / "out.jsonl")[0]["text"] == CLEAN.format(1)
