"""Files and folders, by suffix."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError
from newsclean.integrations.records import Job, Run
from newsclean.integrations.records.inputs import open_input
from tests.integrations.records.files import (
    CLEAN,
    PROSE,
    clean_records,
    json_lines,
    page,
    read,
    rows,
)

HTML = page().decode("cp1252")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Bonjour.", "utf-8")
    (folder / "b.txt").write_text("Bonsoir.", "utf-8")
    out = tmp_path / "out.jsonl"
    run_it = Run(folder, out, Job(fields=()))
    real = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        run_it()
    assert [row["id"] for row in read(out)] == ["b.txt"]
    assert json.loads((tmp_path / "out.jsonl.errors.jsonl").read_text())["error"] == "Permission denied"


def test_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "2.html").write_bytes(page())
    (folder / "b" / "1.txt").write_text(PROSE.format(1), "utf-8")
    (folder / "c.txt.gz").write_bytes(gzip.compress(PROSE.format(2).encode()))
    (folder / "notes.docx").write_bytes(b"no text")
    (folder / "a.jsonl").write_bytes(json_lines(rows(1)))
    made = clean_records(folder, tmp_path / "out.jsonl")
    assert [row["id"] for row in made] == ["a0", "c.txt.gz", "b/1.txt", "b/2.html"]
    assert made[2] == {"id": "b/1.txt", "text": CLEAN.format(1)}
    assert open_input(folder).others == 1


def test_empty_input(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n\n")
    assert clean_records(tmp_path / "in.jsonl", tmp_path / "out.jsonl.gz") == []
    assert clean_records(tmp_path / "in.jsonl", tmp_path / "out.parquet") == []


def test_missing_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("in.warc", "in.parquet", "in.jsonl.zst"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    monkeypatch.setitem(__import__("sys").modules, "warcio", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    for name in ("in.warc", "in.parquet", "in.jsonl.zst"):
        with pytest.raises(NewscleanError, match=r"pip install 'newsclean\[batch\]'"):
            open_input(tmp_path / name)
