"""Parquet, in and out."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsclean.integrations.records import Job, Run
from tests.integrations.records.files import (
    CLEAN,
    PROSE,
    clean_broken,
    clean_records,
    json_lines,
    page,
    parquet,
    read,
    rows,
)

HTML = page().decode("cp1252")


def test_parquet_cut_off(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    parquet(folder / "a.parquet", rows(50))
    (folder / "b.parquet").write_bytes((folder / "a.parquet").read_bytes()[:-100])
    (folder / "c.parquet").write_bytes(b"")
    parquet(folder / "d.parquet", rows(1, 50))
    out = tmp_path / "out.jsonl"
    Run(folder, out, Job(fields=()))()
    assert [row["id"] for row in read(out)] == [f"a{n}" for n in range(51)]
    errors = read(tmp_path / "out.jsonl.errors.jsonl")
    assert [error["file"] for error in errors] == ["b.parquet", "c.parquet"]
    assert all("not a complete Parquet file" in error["error"] for error in errors)


def test_parquet_with_a_damaged_row_group(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    parquet(source, [{"text": f"{n} {'x' * 5_000}"} for n in range(30)])
    data = bytearray(source.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    source.write_bytes(bytes(data))
    made, errors = clean_broken(source)
    assert len(made) >= 10
    assert errors


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
    made = clean_records(tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert made == [{**record, "text": CLEAN.format(record["id"])} for record in records]
    assert pq.read_schema(tmp_path / "out.parquet").field("seen").type == pa.timestamp("ms", "UTC")
    assert pq.read_schema(tmp_path / "out.parquet").field("id").type == pa.int32()
    assert clean_records(tmp_path / "in.parquet", tmp_path / "out.jsonl")[0]["seen"] == "2024-05-01 00:00:00+00:00"


def test_pages_in_a_column_of_bytes(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", [{"id": "a", "html": page()}])
    made = clean_records(tmp_path / "in.parquet", tmp_path / "out.jsonl", fields=("title", "authors"))
    assert [*made[0]] == ["id", "text", "title", "authors"]
    assert (made[0]["title"], made[0]["authors"]) == ("Le budget de la ville", ["Jeanne Dupraz"])


def test_columns_of_several_types_become_json(tmp_path: Path) -> None:
    values: list[Any] = [1, "deux", None, {"x": 1}, [1]]
    records = [{"text": "Bonjour.", "x": value, "y": n} for n, value in enumerate(values)]
    records += [{"text": "Bonjour.", "x": 2.5, "y": 0.5}] * 8  # in another chunk, where they are of one type
    (tmp_path / "in.jsonl").write_bytes(json_lines(records))
    made = clean_records(tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert [row["x"] for row in made[:5]] == ["1", "deux", None, '{"x": 1}', "[1]"]
    assert [row["y"] for row in made] == [0, 1, 2, 3, 4, *[0.5] * 8]
