"""Records are cleaned and encoded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsclean import NewscleanError, clean
from newsclean.integrations.records import FieldNames, Job
from tests.integrations.records.files import (
    PROSE,
    clean_records,
    json_lines,
    pack,
    rows,
)


@pytest.mark.parametrize("given", [".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst"])
@pytest.mark.parametrize("made", [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
def test_json_lines(tmp_path: Path, given: str, made: str) -> None:
    source = tmp_path / f"in{given}"
    source.write_bytes(pack(json_lines(rows(30)), given))
    assert clean_records(source, tmp_path / f"out{made}") == [{**row, "text": clean(row["text"])} for row in rows(30)]


def test_fields_are_filled_where_the_input_has_none(tmp_path: Path) -> None:
    text = f"Le budget de la ville\n\n1er mai 2024\n\n{PROSE.format(1)}\n\n{PROSE.format(2)}\nPartager"
    records = [{"text": text, "title": "Le mien", "date": None}]
    (tmp_path / "in.jsonl").write_bytes(json_lines(records))
    made = clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl", fields=("title", "date", "removed"))[0]
    assert (made["title"], made["date"]) == ("Le mien", "2024-05-01")
    assert "share" in [part["label"] for part in made["removed"]]
    assert [*clean_records(tmp_path / "in.jsonl", tmp_path / "b.jsonl", carry=frozenset({"date"}))[0]] == [
        "date",
        "text",
    ]
    assert pa.types.is_list(_schema(tmp_path, "removed"))


def test_options_and_url_reach_the_cleaner(tmp_path: Path) -> None:
    record = {"link": "https://www.example.ch/a", "text": f"{PROSE.format(1)}\nPartager"}
    (tmp_path / "in.jsonl").write_bytes(json_lines([record]))
    job = {"names": FieldNames(url="link"), "fields": ("locale",), "options": {"keep": {"share"}}}
    made = clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl", **job)[0]
    assert made["locale"] == "fr-CH"
    assert made["text"].endswith("Partager")


@pytest.mark.parametrize("changes", [{"fields": ("titel",)}, {"options": {"keep": {"adds"}}}])
def test_bad_jobs(changes: dict[str, Any]) -> None:
    with pytest.raises(NewscleanError, match="did you mean"):
        Job(**changes)


def _schema(tmp_path: Path, name: str) -> Any:
    clean_records(tmp_path / "in.jsonl", tmp_path / "c.parquet", fields=(name,))
    return pq.read_schema(tmp_path / "c.parquet").field(name).type
