"""Raw records are parsed; each that cannot be is one failure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean
from newsclean.integrations.records import FieldNames
from tests.integrations.records.files import (
    clean_broken,
    clean_records,
    json_lines,
    page,
    parquet,
    rows,
)

HTML = page().decode("cp1252")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"[1, 2]", "a record is a JSON object, not a list"),
        (b"null", "not null"),
        (b"17", "not a number"),
        (b'{"text": "cut', "not valid JSON (Unterminated string"),
        (b"[" * 100_000, "RecursionError"),
        (b'{"body": "x", "id": "b7"}', "there is no field 'text'; name one with --text-field"),
        (b'{"text": null}', "the field 'text' holds NoneType, not a text"),
        (b'{"text": ["a"]}', "the field 'text' holds list, not a text"),
    ],
)
def test_lines_that_are_no_records(tmp_path: Path, line: bytes, message: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(json_lines(rows(1)) + line + b"\n" + json_lines(rows(1, 1)))
    made, errors = clean_broken(source)
    assert [row["id"] for row in made] == ["a0", "a1"]
    assert message in errors[0]["error"]
    assert (errors[0]["id"], errors[0]["record"]) == ("b7" if b"b7" in line else "in.jsonl:2", 2)


def test_invalid_utf8(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes('{"text": "À Genève, un été chaud."}\n'.encode("cp1252") + json_lines(rows(1)))
    made, errors = clean_broken(source)
    assert made[0]["text"] == "À Genève, un été chaud."
    assert (len(made), errors) == (2, [])


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
    assert clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl", names=names) == [expected]


def test_half_a_character_comes_out_as_it_went_in(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text": "Bonjour.", "x": "\\ud800"}\n')
    assert clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl") == [{"text": "Bonjour.", "x": "\ud800"}]
    assert clean_records(tmp_path / "in.jsonl", tmp_path / "out.parquet") == [{"text": "Bonjour.", "x": "?"}]


def test_mark_at_the_beginning_and_no_end_of_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "Bonjour."}\r\n{"text": "Bonsoir."}')
    assert [row["text"] for row in clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl")] == [
        "Bonjour.",
        "Bonsoir.",
    ]


def test_failures_tell_the_row_of_a_table(tmp_path: Path) -> None:
    parquet(tmp_path / "in.parquet", [{"text": "Bonjour." if n != 207 else None} for n in range(300)], group=300)
    assert len(clean_records(tmp_path / "in.parquet", tmp_path / "out.jsonl")) == 299
    told = json.loads((tmp_path / "out.jsonl.errors.jsonl").read_text())
    assert (told["id"], told["record"]) == ("in.parquet:208", 208)
