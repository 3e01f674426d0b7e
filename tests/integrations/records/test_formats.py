"""Every form of input and output, by its suffix."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsclean import NewscleanError, clean
from newsclean.integrations.records import FieldNames, Job, Run
from newsclean.integrations.records.inputs import open_input
from tests.integrations.records.files import CLEAN, PROSE, json_lines, pack, page, parquet, read, rows, warc

HTML = page().decode("cp1252")


def run(source: Path, out: Path, **changes: Any) -> list[dict[str, Any]]:
    Run(source, out, Job(**{"fields": (), "suffix": out.suffix, **changes}))()
    return read(out)


@pytest.mark.parametrize("given", [".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst"])
@pytest.mark.parametrize("made", [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
def test_json_lines(tmp_path: Path, given: str, made: str) -> None:
    source = tmp_path / f"in{given}"
    source.write_bytes(pack(json_lines(rows(30)), given))
    assert run(source, tmp_path / f"out{made}") == [{**row, "text": clean(row["text"])} for row in rows(30)]


def test_parquet_keeps_types(tmp_path: Path) -> None:
    schema = pa.schema(
        [
            ("id", pa.int32()),
            ("text", pa.large_string()),
            ("seen", pa.timestamp("ms", "UTC")),
            ("tags", pa.list_(pa.string())),
        ]
    )
    seen = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)
    records = [{"id": n, "text": PROSE.format(n), "seen": seen, "tags": None if n else ["a"]} for n in range(25)]
    parquet(tmp_path / "in.parquet", records, schema)
    made = run(tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert made == [{**record, "text": CLEAN.format(record["id"])} for record in records]
    assert pq.read_schema(tmp_path / "out.parquet").field("seen").type == pa.timestamp("ms", "UTC")
    assert pq.read_schema(tmp_path / "out.parquet").field("id").type == pa.int32()
    assert run(tmp_path / "in.parquet", tmp_path / "out.jsonl")[0]["seen"] == "2024-05-01 00:00:00+00:00"


def test_pages_in_a_column_of_bytes(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", [{"id": "a", "html": page()}])
    made = run(tmp_path / "in.parquet", tmp_path / "out.jsonl", fields=("title", "authors"))
    assert [*made[0]] == ["id", "text", "title", "authors"]
    assert (made[0]["title"], made[0]["authors"]) == ("Le budget de la ville", ["Jeanne Dupraz"])


def test_columns_of_several_types_become_json(tmp_path: Path) -> None:
    values: list[Any] = [1, "deux", None, {"x": 1}, [1]]
    records = [{"text": "Bonjour.", "x": value, "y": n} for n, value in enumerate(values)]
    records += [{"text": "Bonjour.", "x": 2.5, "y": 0.5}] * 8  # in another chunk, where they are of one type
    (tmp_path / "in.jsonl").write_bytes(json_lines(records))
    made = run(tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert [row["x"] for row in made[:5]] == ["1", "deux", None, '{"x": 1}', "[1]"]
    assert [row["y"] for row in made] == [0, 1, 2, 3, 4, *[0.5] * 8]


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
        made = run(tmp_path / name, tmp_path / f"{name}.jsonl", fields=("encoding", "locale"))
        assert [row["url"] for row in made] == [f"https://www.example.ch/{n}" for n in (1, 4, 5)]
        assert all(CLEAN.format(n) in row["text"] for n, row in zip((1, 4, 5), made, strict=True))
        told = {"id": "urn:uuid:1", "crawl_date": "2024-05-01T10:00:00Z", "encoding": "cp1252", "locale": "fr-CH"}
        assert told.items() <= made[0].items()


def test_text_extracts_of_archives(tmp_path: Path) -> None:
    text = f"{PROSE.format(1)}\nPartager".encode()
    head = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <a>\r\nContent-Length: {len(text)}\r\n\r\n".encode()
    (tmp_path / "a.warc.wet.gz").write_bytes(gzip.compress(head + text + b"\r\n\r\n"))
    assert run(tmp_path / "a.warc.wet.gz", tmp_path / "out.jsonl")[0]["text"] == CLEAN.format(1)


def test_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "2.html").write_bytes(page())
    (folder / "b" / "1.txt").write_text(PROSE.format(1), "utf-8")
    (folder / "c.txt.gz").write_bytes(gzip.compress(PROSE.format(2).encode()))
    (folder / "notes.docx").write_bytes(b"no text")
    (folder / "a.jsonl").write_bytes(json_lines(rows(1)))
    made = run(folder, tmp_path / "out.jsonl")
    assert [row["id"] for row in made] == ["a0", "c.txt.gz", "b/1.txt", "b/2.html"]
    assert made[2] == {"id": "b/1.txt", "text": CLEAN.format(1)}
    assert open_input(folder).others == 1


@pytest.mark.parametrize(
    ("names", "record", "expected"),
    [
        (FieldNames(), {"html": HTML, "a": 1}, {"a": 1, "text": clean(HTML, kind="html")}),
        (FieldNames(), {"text": "Bonjour.", "html": "<p>"}, {"html": "<p>", "text": "Bonjour."}),
        (FieldNames(text="body"), {"body": "Bonjour.", "text": "x"}, {"text": "Bonjour."}),
        (FieldNames(html="page"), {"page": HTML, "a": 1}, {"a": 1, "text": clean(HTML, kind="html")}),
    ],
)
def test_names_of_fields(tmp_path: Path, names: FieldNames, record: dict[str, Any], expected: dict[str, Any]) -> None:
    (tmp_path / "in.jsonl").write_bytes(json_lines([record]))
    assert run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", names=names) == [expected]


def test_fields_are_filled_where_the_input_has_none(tmp_path: Path) -> None:
    text = f"Le budget de la ville\n\n1er mai 2024\n\n{PROSE.format(1)}\n\n{PROSE.format(2)}\nPartager"
    records = [{"text": text, "title": "Le mien", "date": None}]
    (tmp_path / "in.jsonl").write_bytes(json_lines(records))
    made = run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", fields=("title", "date", "removed"))[0]
    assert (made["title"], made["date"]) == ("Le mien", "2024-05-01")
    assert "share" in [part["label"] for part in made["removed"]]
    assert [*run(tmp_path / "in.jsonl", tmp_path / "b.jsonl", carry=frozenset({"date"}))[0]] == ["date", "text"]
    assert pa.types.is_list(_schema(tmp_path, "removed"))


def _schema(tmp_path: Path, name: str) -> Any:
    run(tmp_path / "in.jsonl", tmp_path / "c.parquet", fields=(name,))
    return pq.read_schema(tmp_path / "c.parquet").field(name).type


def test_options_and_url_reach_the_cleaner(tmp_path: Path) -> None:
    record = {"link": "https://www.example.ch/a", "text": f"{PROSE.format(1)}\nPartager"}
    (tmp_path / "in.jsonl").write_bytes(json_lines([record]))
    job = {"names": FieldNames(url="link"), "fields": ("locale",), "options": {"keep": {"share"}}}
    made = run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", **job)[0]
    assert made["locale"] == "fr-CH"
    assert made["text"].endswith("Partager")


def test_empty_input(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n\n")
    assert run(tmp_path / "in.jsonl", tmp_path / "out.jsonl.gz") == []
    assert run(tmp_path / "in.jsonl", tmp_path / "out.parquet") == []


def test_half_a_character_comes_out_as_it_went_in(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text": "Bonjour.", "x": "\\ud800"}\n')
    assert run(tmp_path / "in.jsonl", tmp_path / "out.jsonl") == [{"text": "Bonjour.", "x": "\ud800"}]
    assert run(tmp_path / "in.jsonl", tmp_path / "out.parquet") == [{"text": "Bonjour.", "x": "?"}]


def test_mark_at_the_beginning_and_no_end_of_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "Bonjour."}\r\n{"text": "Bonsoir."}')
    assert [row["text"] for row in run(tmp_path / "in.jsonl", tmp_path / "out.jsonl")] == ["Bonjour.", "Bonsoir."]


@pytest.mark.parametrize("changes", [{"fields": ("titel",)}, {"options": {"keep": {"adds"}}}])
def test_bad_jobs(changes: dict[str, Any]) -> None:
    with pytest.raises(NewscleanError, match="did you mean"):
        Job(**changes)


def test_missing_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("in.warc", "in.parquet", "in.jsonl.zst"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    monkeypatch.setitem(__import__("sys").modules, "warcio", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    for name in ("in.warc", "in.parquet", "in.jsonl.zst"):
        with pytest.raises(NewscleanError, match=r"pip install 'newsclean\[batch\]'"):
            open_input(tmp_path / name)


def test_failures_tell_the_row_of_a_table(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", [{"text": "Bonjour." if n != 207 else None} for n in range(300)], group=300)
    assert len(run(tmp_path / "in.parquet", tmp_path / "out.jsonl")) == 299
    told = json.loads((tmp_path / "out.jsonl.errors.jsonl").read_text())
    assert (told["id"], told["record"]) == ("in.parquet:208", 208)
